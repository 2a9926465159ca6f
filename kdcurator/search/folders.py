"""Where an index lies and who may have written it.

Owns the folder's name, its mode and the check of its owner: Whoosh unpickles what it reads, so an
index is code and comes from nowhere but the user's own cache. Must not know what is in the folder.
"""

import hashlib
import os
import stat
from pathlib import Path

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def index_folder(cache: Path, library: Path, library_uuid: str) -> Path:
    """Return the folder of a library's index: CONTRACT.md, section 2.

    The path is in the name because two copies of one library share their UUID.
    """
    return cache / "index" / f"{library_uuid}-{_place(library)}"


def uuids_indexed(cache: Path, library: Path) -> list[str]:
    """Return the UUIDs of libraries that had an index while they lay in this folder."""
    found = (cache / "index").glob(f"*-{_place(library)}")
    newest_first = sorted(found, key=lambda folder: folder.stat().st_mtime, reverse=True)
    return [folder.name.partition("-")[0] for folder in newest_first]


def _place(library: Path) -> str:
    return hashlib.sha256(os.fsencode(library.resolve())).hexdigest()[:16]


def make_private(folder: Path) -> None:
    """Make `folder` and what lacks above it, for nobody but the user; raises OSError."""
    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.mkdir(exist_ok=True, mode=0o700)
    if folder.stat().st_mode & 0o077:
        folder.chmod(0o700)


def is_ours(folder: Path) -> bool:
    """Tell whether nobody but the user can have put files into `folder`.

    Windows keeps a user's folders apart by other means, so there every folder is.
    """
    try:
        found = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(found.st_mode):
        return False
    if os.name == "nt":
        return True
    return found.st_uid == os.getuid() and not found.st_mode & _OTHERS_MAY_WRITE
