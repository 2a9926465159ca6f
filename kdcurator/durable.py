"""What it takes until a file, and its name, outlive a power cut.

Owns the platforms' ways to put bytes and names on the disk: an fsync of a file keeps its bytes, and
only one of its folder keeps its name. Must not know what is written. Standard library only.
"""

import errno
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Final

_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES}
"""How file systems without durable folders (network shares, FAT) answer fsync on one."""

_TOGETHER: Final = 4
"""Files that wait for the disk at the same time: its journal takes them down in one go."""


def sync(descriptor: int) -> None:
    """Put an open file's bytes on the disk; raises OSError."""
    if sys.platform == "darwin":  # its fsync leaves them in the disk's own memory
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in _CANNOT_SYNC:
                raise
        else:
            return
    os.fsync(descriptor)


def sync_file(path: Path) -> None:
    """Put on the disk what somebody else wrote to a file; raises OSError."""
    with path.open("rb+") as file:
        sync(file.fileno())


def begin_sync(descriptor: int) -> None:
    """Have the system begin to write an open file's bytes, so that its sync has less to wait for.

    Nothing is promised; systems that cannot do it do nothing.
    """
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def sync_files(paths: Sequence[Path]) -> None:
    """Put several files on the disk that somebody wrote, some at a time; raises OSError."""
    if len(paths) == 1:
        _sync_readable(paths[0])
        return
    with ThreadPoolExecutor(_TOGETHER, "sync") as pool:
        for _ in pool.map(_sync_readable, paths):
            pass  # asked for, it raises what prevented it


def _sync_readable(path: Path) -> None:
    """Sync a file through a descriptor that cannot write, where that is enough (not on Windows)."""
    descriptor = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk, where folders can be opened (not on Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        sync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(descriptor)


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in its place whole or not at all, for nobody but the user; raises OSError."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    make_folder(path.parent)
    try:
        with unfinished.open("wb") as file:
            unfinished.chmod(0o600)
            file.write(data)
            file.flush()
            sync(file.fileno())
        unfinished.replace(path)
        sync_folder(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def make_folder(folder: Path, mode: int = 0o700) -> None:
    """Make a folder and what lacks above it, and put their names on the disk; raises OSError."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(mode=mode, parents=True, exist_ok=True)
    for place in reversed(missing):
        sync_folder(place.parent)
