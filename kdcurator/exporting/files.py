"""Put a file in place whole, or leave everything as it was.

Owns temporary file, fsync and rename, and the sentence for whatever prevents them. Must not know
what is written.
"""

import errno
import os
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kdcurator import durable
from kdcurator.domain.errors import QT_TRANSLATE_NOOP, CannotWrite, DiskFull

NO_FOLDER = QT_TRANSLATE_NOOP("errors", "the folder it should lie in does not exist")
NOT_A_FILE = QT_TRANSLATE_NOOP("errors", "something that is not a file has this name")
PROTECTED = QT_TRANSLATE_NOOP("errors", "the file that has this name is write-protected")

_LEFT_AFTER = 60 * 60
"""Seconds after which nobody writes any more at an unfinished file."""

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


def replace_file(target: Path, write: Callable[[BinaryIO], None]) -> None:
    """Make `target` hold what `write` puts into the stream it is given, and be on disk.

    Until all of it is on disk the old file stays; when anything fails, nothing is left behind.
    A link is followed. An existing file keeps its mode; a new one gets 0644 less the umask.
    Raises CannotWrite or DiskFull.
    """
    with _said_plainly(target):
        real = Path(os.path.realpath(target))
        mode = _mode_to_keep(target, real)
        _remove_leftovers(real.parent)
        temporary = real.with_name(f"{_begun_by(os.getpid())}{secrets.token_hex(8)}.tmp")
        try:
            _write_through(temporary, mode, write)
            temporary.replace(real)
        finally:
            temporary.unlink(missing_ok=True)
        durable.sync_folder(real.parent)


def forget_unfinished(target: Path, process: int) -> None:
    """Delete what a process that is gone left beside `target`; of what cannot be, nothing."""
    with suppress(OSError):
        folder = Path(os.path.realpath(target)).parent
        for left in folder.glob(f"{_begun_by(process)}*.tmp"):
            left.unlink(missing_ok=True)


def _remove_leftovers(folder: Path) -> None:
    """Delete what processes that were killed long ago left in a folder."""
    for left in folder.glob(f"{_begun_by('*')}*.tmp"):
        with suppress(OSError):
            if time.time() - left.lstat().st_mtime > _LEFT_AFTER:
                left.unlink()


def _begun_by(process: int | str) -> str:
    """Return how the names of a process's unfinished files begin."""
    return f".kdcurator-{process}-"


def _mode_to_keep(target: Path, real: Path) -> int | None:
    """Return the mode of the file that is there; raises CannotWrite when none may be."""
    if not real.parent.is_dir():
        raise CannotWrite(path=target, reason=NO_FOLDER)
    try:
        status = real.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise CannotWrite(path=target, reason=NOT_A_FILE)
    if not status.st_mode & 0o222:
        raise CannotWrite(path=target, reason=PROTECTED)
    return stat.S_IMODE(status.st_mode)


def _write_through(temporary: Path, mode: int | None, write: Callable[[BinaryIO], None]) -> None:
    """Write a new file down to the disk."""
    with open(temporary, "xb", opener=_opener) as stream:
        write(stream)
        stream.flush()
        durable.sync(stream.fileno())
    if mode is not None:
        temporary.chmod(mode)


def _opener(path: str, flags: int) -> int:
    """Open as 0644: a document is to be read by others only as far as the umask lets them."""
    return os.open(path, flags, 0o644)


@contextmanager
def _said_plainly(target: Path) -> Iterator[None]:
    """Turn what the system says into what the user can act on."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_SPACE:
            raise DiskFull from error
        raise CannotWrite(path=target, reason=error.strerror or str(error)) from error
