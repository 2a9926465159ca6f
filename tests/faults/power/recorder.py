"""Records what a command does to the files below one folder, and what it says meanwhile.

Owns which system calls matter and what each means for a disk. SQLite's `-shm` is passed over: it is
memory that is shared through a file, and made anew when it is lost. Must not know kdcurator.

    python -m tests.faults.power.recorder FOLDER LOG SAID COMMAND …

`SAID` is a file that takes what the command prints. Ends with the command's exit code, or with 77
and a sentence where nothing can be recorded.
"""

import mmap
import os
import platform
import stat
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TextIO

from tests.faults.power.events import Event, What, as_line
from tests.faults.power.tracing import Call, CannotTrace, Finish, Tracer

IMPOSSIBLE = 77
"""The exit code where nothing can be recorded."""

NUMBERS = {
    "x86_64": {
        1: "write", 2: "open", 9: "mmap", 18: "pwrite64", 20: "writev", 40: "sendfile",
        74: "fsync", 75: "fdatasync", 76: "truncate", 77: "ftruncate", 82: "rename", 83: "mkdir",
        84: "rmdir", 85: "creat", 86: "link", 87: "unlink", 88: "symlink", 162: "sync",
        257: "openat", 258: "mkdirat", 263: "unlinkat", 264: "renameat", 265: "linkat",
        266: "symlinkat", 275: "splice", 285: "fallocate", 296: "pwritev", 306: "syncfs",
        316: "renameat2", 326: "copy_file_range", 328: "pwritev2", 437: "openat2",
    },
    "aarch64": {
        34: "mkdirat", 35: "unlinkat", 36: "symlinkat", 37: "linkat", 38: "renameat",
        45: "truncate", 46: "ftruncate", 47: "fallocate", 56: "openat", 64: "write",
        66: "writev", 68: "pwrite64", 70: "pwritev", 71: "sendfile", 76: "splice", 81: "sync",
        82: "fsync", 83: "fdatasync", 222: "mmap", 267: "syncfs", 276: "renameat2",
        285: "copy_file_range", 287: "pwritev2", 437: "openat2",
    },
}  # fmt: skip
"""The numbers of the calls that write, name, remove or sync, from Linux's tables."""

_HERE = -100  # AT_FDCWD
_REMOVE_FOLDER = 0x200  # AT_REMOVEDIR
_AT_PLACE = frozenset({"pwrite64", "pwritev", "pwritev2"})
_TARGET = {"sendfile": 0, "copy_file_range": 2, "splice": 2}
"""Which argument is the file written to, where it is not the first."""


class CannotRecord(Exception):
    """The command does something that this recorder has no event for."""


class Recorder:
    """Turns the calls of a command into events."""

    def __init__(self, root: Path, log: TextIO, said: Path) -> None:
        """Record what happens below `root`, and what goes to `said`."""
        numbers = NUMBERS.get(platform.machine())
        if numbers is None:
            raise CannotTrace(f"the calls of {platform.machine()} are not known here")
        self._numbers = numbers
        self._root, self._log, self._said = os.fspath(root), log, os.fspath(said)

    def begin(self, call: Call) -> Finish | None:
        """Look at a call that begins; return who notes it once it has succeeded."""
        name = self._numbers.get(call.number)
        if name is None:
            return None
        if name == "mmap":
            self._refuse_writable_maps(call)
            return None
        if name in {"sync", "syncfs"}:
            return lambda _: self._note(Event(What.SYNC_ALL))
        if "open" in name or name == "creat":
            return self._opening(call, name)
        by_name = {"rename", "unlink", "rmdir", "mkdir", "link", "symlink", "truncate"}
        if name.removesuffix("2").removesuffix("at") in by_name:
            return self._naming(call, name.removesuffix("2").removesuffix("at"))
        return partial(self._to_file, call, name)

    def _note(self, event: Event) -> None:
        self._log.write(as_line(event) + "\n")

    # --- Names -----------------------------------------------------------------------------------

    def _opening(self, call: Call, name: str) -> Finish | None:
        folder, place, flags, *_ = (_HERE, *call.arguments)
        if name.startswith("openat"):
            folder, place, flags, *_ = call.arguments
        if name == "openat2":
            flags = int.from_bytes(_memory(call.thread, flags, 8), sys.byteorder)
        if name == "creat":
            flags = os.O_CREAT | os.O_TRUNC | os.O_WRONLY
        if not flags & (os.O_CREAT | os.O_TRUNC):
            return None
        path = self._below(_path(call.thread, folder, place))
        if path is None:
            return None
        is_new = not os.path.lexists(Path(self._root, path))
        return partial(self._opened, call.thread, path, is_new, bool(flags & os.O_TRUNC))

    def _opened(self, thread: int, path: str, is_new: bool, is_cut: bool, handle: int) -> None:
        number = Path(f"/proc/{thread}/fd/{handle}").stat().st_ino
        if is_new:
            self._note(Event(What.CREATE, path, file=number))
        elif is_cut:
            self._note(Event(What.RESIZE, path, file=number))

    def _naming(self, call: Call, name: str) -> Finish | None:
        paths = [self._below(path) for path in _paths(call, self._numbers[call.number])]
        if paths == [None] * len(paths):
            return None
        old, *rest = paths
        if old is None or None in rest or name == "symlink":
            raise CannotRecord(f"{name} from or to another folder: {paths}")
        new = next(iter(rest), None) or ""
        what = {
            "rename": What.RENAME, "link": What.LINK, "mkdir": What.MAKE_FOLDER,
            "truncate": What.RESIZE,
        }.get(name, What.REMOVE)  # fmt: skip
        size = call.arguments[1] if name == "truncate" else 0
        number = Path(self._root, old).stat().st_ino if name == "truncate" else 0
        return lambda _: self._note(Event(what, old, new, file=number, at=size))

    def _below(self, path: str) -> str | None:
        """Return a path as it is named below the recorded folder; None for any other."""
        folder, name = os.path.split(os.path.normpath(path))
        real = os.path.join(os.path.realpath(folder), name)  # noqa: PTH118 - a path as it is written
        if real.endswith("-shm") or not real.startswith(self._root + os.sep):
            return None
        return real[len(self._root) + 1 :]

    # --- Contents --------------------------------------------------------------------------------

    def _to_file(self, call: Call, name: str, result: int) -> None:
        handle = call.arguments[_TARGET.get(name, 0)]
        link = Path(f"/proc/{call.thread}/fd/{handle}")
        target = str(link.readlink())
        if target == self._said:
            self._note(Event(What.SAY, data=_content(link, _end(call, handle) - result, result)))
            return
        path = "" if target == self._root else self._below(target)
        if path is None:
            return
        status = link.stat()
        if name in {"fsync", "fdatasync"}:
            is_folder = stat.S_ISDIR(status.st_mode)
            what = What.SYNC_FOLDER if is_folder else What.SYNC
            self._note(Event(what, path, file=0 if is_folder else status.st_ino))
        elif name in {"ftruncate", "fallocate"}:
            self._note(Event(What.RESIZE, path, file=status.st_ino, at=status.st_size))
        elif result:
            self._wrote(call, name, path, result)

    def _wrote(self, call: Call, name: str, path: str, result: int) -> None:
        handle = call.arguments[_TARGET.get(name, 0)]
        link = Path(f"/proc/{call.thread}/fd/{handle}")
        at = call.arguments[3] if name in _AT_PLACE else _end(call, handle) - result
        number = link.stat().st_ino
        data = _content(link, at, result)
        self._note(Event(What.WRITE, path, file=number, at=at, data=data))
        if _flags(call, handle) & (os.O_DSYNC | os.O_SYNC):
            self._note(Event(What.SYNC, path, file=number))

    def _refuse_writable_maps(self, call: Call) -> None:
        _, _, protection, flags, handle, _ = call.arguments
        if not (flags & mmap.MAP_SHARED and protection & mmap.PROT_WRITE) or flags & mmap.MAP_ANON:
            return
        target = str(Path(f"/proc/{call.thread}/fd/{_signed(handle)}").readlink())
        if self._below(target) is not None:
            raise CannotRecord(f"{target} is written through memory")


def _paths(call: Call, name: str) -> Iterator[str]:
    """Yield the one or two paths that a call names."""
    arguments = iter(call.arguments)
    count = 2 if name.startswith(("rename", "link", "symlink")) else 1
    for _ in range(count):
        folder = next(arguments) if name.removesuffix("2").endswith("at") else _HERE
        yield _path(call.thread, folder, next(arguments))


def _path(thread: int, folder: int, place: int) -> str:
    """Return the path that stands at a place of memory, from the root."""
    words = os.fsdecode(_memory(thread, place, 4096).split(b"\0", 1)[0])
    if words.startswith("/"):
        return words
    beginning = "cwd" if _signed(folder) == _HERE else f"fd/{_signed(folder)}"
    return f"{Path(f'/proc/{thread}/{beginning}').readlink()}/{words}"


def _memory(thread: int, place: int, size: int) -> bytes:
    """Read a thread's memory, as far as it goes to the next page that is none."""
    handle = os.open(f"/proc/{thread}/mem", os.O_RDONLY)
    try:
        return os.pread(handle, min(size, 4096 - place % 4096), place) + (
            _following(handle, place, size) if size > 4096 - place % 4096 else b""
        )
    finally:
        os.close(handle)


def _following(handle: int, place: int, size: int) -> bytes:
    next_page = place - place % 4096 + 4096
    try:
        return os.pread(handle, place + size - next_page, next_page)
    except OSError:
        return b""


def _signed(word: int) -> int:
    """Return what a 32-bit argument means."""
    return (word & 0xFFFFFFFF) - (1 << 32) if word & 0x80000000 else word & 0xFFFFFFFF


def _content(link: Path, at: int, size: int) -> bytes:
    """Return what was just written, from the file itself."""
    handle = os.open(link, os.O_RDONLY)
    try:
        return os.pread(handle, size, at)
    finally:
        os.close(handle)


def _end(call: Call, handle: int) -> int:
    return int(_of_handle(call, handle)["pos"])


def _flags(call: Call, handle: int) -> int:
    return int(_of_handle(call, handle)["flags"], 8)


def _of_handle(call: Call, handle: int) -> dict[str, str]:
    lines = Path(f"/proc/{call.thread}/fdinfo/{handle}").read_text("ascii").splitlines()
    return dict(line.split(":\t", 1) for line in lines if ":\t" in line)


def main(arguments: list[str]) -> int:
    """Run a command and record it."""
    root, log, said = map(Path, arguments[:3])
    try:
        with log.open("w", encoding="utf-8") as file, said.open("wb") as told:
            os.dup2(told.fileno(), 1)
            return Tracer(Recorder(root.resolve(), file, said.resolve()).begin).run(arguments[3:])
    except (CannotTrace, CannotRecord) as error:
        sys.stderr.write(f"{error}\n")
        return IMPOSSIBLE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
