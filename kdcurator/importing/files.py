"""Finding files and reading their bytes.

Owns what a walk through real folders meets: links in circles, pipes and devices, folders that
cannot be opened, names that are no UTF-8, the same file twice. None of it hangs the walk or ends
it: each is found once, refused with a reason, or passed over. Must not know formats: it only asks
how large a file may be that begins as this one does.
"""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kdcurator.domain.errors import QT_TRANSLATE_NOOP, FileTooBig, Refused, UnreadableFile
from kdcurator.importing.formats import largest_file
from kdcurator.importing.limits import MEGABYTE

Identity = tuple[int, int] | str

_CHUNK = 1024 * 1024

_SKIPPED_NAMES = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx", "icon\r"})
_SKIPPED_BEGINNINGS = (".", "~$")

_REASONS = {
    errno.ENOENT: QT_TRANSLATE_NOOP("errors", "it is not there, or a link to it leads nowhere"),
    errno.ENOTDIR: QT_TRANSLATE_NOOP("errors", "part of its path is no folder"),
    errno.EACCES: QT_TRANSLATE_NOOP("errors", "this account may not read it"),
    errno.EPERM: QT_TRANSLATE_NOOP("errors", "this account may not read it"),
    errno.ELOOP: QT_TRANSLATE_NOOP("errors", "links lead to it in a circle"),
    errno.ENAMETOOLONG: QT_TRANSLATE_NOOP("errors", "its path is too long"),
    errno.EISDIR: QT_TRANSLATE_NOOP("errors", "it is a folder"),
    errno.EIO: QT_TRANSLATE_NOOP("errors", "the disk reports a fault"),
}
_NO_NAME = QT_TRANSLATE_NOOP("errors", "no file can have this name")
_NO_FILE = QT_TRANSLATE_NOOP("errors", "it is a pipe or a device, not a file")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to import, by the path on which it was met first."""

    path: Path


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """Something that cannot be imported, and why."""

    path: Path
    error: Refused


def find_files(paths: Iterable[Path]) -> Iterator[FoundFile | RefusedFile]:
    """Yield every file that is named or lies in a named folder, under each of its names.

    What is named comes in the order given, what lies in a folder by name with numbers by value
    (`2.txt` before `10.txt`), its folders in the same order. Links are followed; a folder is
    entered once, so circles end. Hidden files in folders are passed over, named ones are not.
    """
    seen: set[Identity] = set()
    waiting = list(paths)[::-1]
    while waiting:
        met = _look_at(waiting.pop(), seen)
        if isinstance(met, list):
            waiting.extend(reversed(met))
        else:
            yield met


def load(path: Path, largest: Callable[[bytes], int] = largest_file) -> bytes:
    """Return a file's bytes; raises `UnreadableFile`, or `FileTooBig` for too many of them.

    How many there may be is said by `largest` of those with which the file begins.

    Only files are opened: opening a pipe can wait for ever, opening a device can set it to work.
    """
    try:
        _require_file(path.stat())
        descriptor = os.open(path, _how_to_open())
        try:
            return _read(descriptor, largest)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise _unreadable(error) from error


def file_around(path: Path) -> Path:
    """Return the file in which a place lies, as folders have it; the path itself where none is."""
    return next((each for each in (path, *path.parents) if _is_file(each)), path)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # no file can have this name
        return False


def _look_at(path: Path, seen: set[Identity]) -> FoundFile | RefusedFile | list[Path]:
    """Return what stands at a path: a file, a refusal, or what is in a folder not yet seen."""
    try:
        status = path.stat()
        identity = _identity(path, status)
        if not stat.S_ISDIR(status.st_mode):
            return _file(path, status)
        if identity in seen:
            return []
        entries = _entries(path)
    except (OSError, ValueError) as error:
        return RefusedFile(path, _unreadable(error))
    seen.add(identity)
    return entries


def _file(path: Path, status: os.stat_result) -> FoundFile | RefusedFile:
    """Return a file by each of its names: the second will prove a duplicate, which is told."""
    return FoundFile(path) if stat.S_ISREG(status.st_mode) else RefusedFile(path, _no_file())


def _identity(path: Path, status: os.stat_result) -> Identity:
    """Return what is the same for every path to one file."""
    if status.st_ino:
        return status.st_dev, status.st_ino
    return str(path.resolve())  # some network drives number nothing


def _entries(folder: Path) -> list[Path]:
    """Return what lies in a folder and is not hidden, sorted by name."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if not is_hidden(entry.name)]
    return [folder / name for name in sorted(names, key=natural_order)]


def is_hidden(name: str) -> bool:
    """Recognise what systems and office programs leave in folders."""
    return name.startswith(_SKIPPED_BEGINNINGS) or name.casefold() in _SKIPPED_NAMES


def natural_order(name: str) -> tuple[list[tuple[str, int]], str]:
    """Sort letters without regard to case and numbers by value; the name itself breaks ties."""
    pieces = re.findall(r"([^0-9]*)([0-9]*)", name.casefold())
    return [(letters, int(number or -1)) for letters, number in pieces], name


def _require_file(status: os.stat_result) -> None:
    """Raise unless it is an ordinary file."""
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableFile(reason=_REASONS[errno.EISDIR])
    if not stat.S_ISREG(status.st_mode):
        raise _no_file()


def _no_file() -> UnreadableFile:
    """Return the refusal of pipes, sockets and devices."""
    return UnreadableFile(reason=_NO_FILE)


def _how_to_open() -> int:
    """Return the flags for reading without waiting; some exist on Windows or elsewhere only."""
    wanted = ("O_BINARY", "O_CLOEXEC", "O_NOCTTY", "O_NOINHERIT", "O_NONBLOCK")
    return os.O_RDONLY | sum(getattr(os, name, 0) for name in wanted)


def _read(descriptor: int, largest: Callable[[bytes], int]) -> bytes:
    """Read an open file to its limit, however it grows meanwhile."""
    status = os.fstat(descriptor)
    _require_file(status)  # it may have become a pipe since it was looked at
    chunks = [os.read(descriptor, _CHUNK)]
    limit, size = largest(chunks[0]), len(chunks[0])
    while max(size, status.st_size) <= limit and (chunk := os.read(descriptor, _CHUNK)):
        chunks.append(chunk)
        size += len(chunk)
    if max(size, status.st_size) > limit:
        raise FileTooBig(limit=limit // MEGABYTE)
    return b"".join(chunks)


def _unreadable(error: OSError | ValueError) -> UnreadableFile:
    """Say in words why the system refuses; a path with a NUL in it is a ValueError."""
    if isinstance(error, OSError):
        return UnreadableFile(reason=_REASONS.get(error.errno or 0, error.strerror or str(error)))
    return UnreadableFile(reason=_NO_NAME)
