"""What it takes until a file, and its name, outlive a power cut.

Owns the platforms' ways to put bytes and names on the disk: an fsync of a file keeps its bytes, and
only one of its folder keeps its name. Must not know what is written. Standard library only.
"""

import errno
import os
import sys
from pathlib import Path

_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES}
"""How file systems without durable folders (network shares, FAT) answer fsync on one."""


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
