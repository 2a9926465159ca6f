"""A process that has imported the program and opened nothing: children of it start at once.

Owns starting work in a child and killing it at a moment, and what the child ended with. The
process has no threads and no Qt, so that it may fork; where nothing forks (Windows), each child is
a process of its own. Must not know what is tried.
"""

import gc
import importlib
import json
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, NoReturn, Self

KILLED = -9
"""What a child ends with that was killed, on every platform."""

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 60
"""Seconds after which a child counts as hanging."""
_FAILED = 70
_SELF_KILLED = KILLED if os.name == "posix" else signal.SIGTERM.value

_IMPORTED = (
    "kdcurator.cli.app",
    "kdcurator.bootstrap",
    "kdcurator.importing.registry",
    "kdcurator.exporting.registry",
    "kdcurator.search.index",
    "kdcurator.services.articles",
    "kdcurator.services.backups",
    "kdcurator.services.exporting",
    "kdcurator.services.searching",
    "kdcurator.services.upkeep",
    "kdcurator.store.migrate",
    "kdcurator.store.restoring",
    "kdcurator.text.suggestion.reader",
    "filelock",
)


@dataclass(frozen=True, slots=True)
class Order:
    """What a child is to do, and when it is killed."""

    job: str
    """`module:function`; it is called with a function that says it is ready, and `arguments`."""
    arguments: Mapping[str, Any]
    environment: Mapping[str, str]
    errors: str
    """The file that takes what a child says, and its traceback when it fails."""
    kill_after: float | None = None
    """Seconds from when it is ready; None for a child that ends by itself."""
    at_once: bool = False
    """Whether the seconds count from its start."""
    answer: str = ""
    """The file that takes what the job returns, as JSON."""


def kill_this_process() -> NoReturn:
    """End this process at once, with nothing flushed, closed or tidied up."""
    os.kill(os.getpid(), signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    raise AssertionError("nobody lives on after that")


class Warm:
    """Has orders carried out, one after the other."""

    def __enter__(self) -> Self:
        """Start the process that forks."""
        self._process = _start("serve") if hasattr(os, "fork") else None
        return self

    def __exit__(self, *_: object) -> None:
        """End it, as everything that it started has ended."""
        if self._process is not None:
            self._process.communicate(timeout=_PATIENCE)

    @property
    def note(self) -> str | None:
        """What is to be said of this platform."""
        return None if self._process else "nothing forks here: each child started anew"

    def carry_out(self, order: Order) -> int:
        """Start a child and return what it ended with: `KILLED` when it was killed."""
        line = json.dumps(asdict(order)).encode() + b"\n"
        if self._process is None:
            return _carry_out_anew(order, line)
        if self._process.stdin is None or self._process.stdout is None:
            raise AssertionError("both are pipes")
        self._process.stdin.write(line)
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def ask(self, order: Order) -> Any:
        """Have a job done to its end and return what it returns; raises `AssertionError`."""
        answer, errors = Path(f"{order.errors}.answer"), Path(order.errors)
        errors.unlink(missing_ok=True)
        if self.carry_out(replace(order, answer=str(answer))) != 0:
            raise AssertionError(errors.read_text(errors="replace")[-2000:])
        return json.loads(answer.read_bytes())


def _start(how: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.faults.warm", how]
    return subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _carry_out_anew(order: Order, line: bytes) -> int:
    with _start("once") as child:
        if child.stdin is None or child.stdout is None:
            raise AssertionError("both are pipes")
        child.stdin.write(line)
        child.stdin.close()
        if order.kill_after is None:
            code = child.wait(_PATIENCE)
            return KILLED if code == _SELF_KILLED else code
        if not order.at_once:
            child.stdout.read(1)
        time.sleep(order.kill_after)
        is_over = child.poll() is not None
        child.kill()
        return child.wait() if is_over else KILLED


# In the process that forks, and in its children


def _serve() -> None:
    for name in _IMPORTED:
        importlib.import_module(name)
    gc.freeze()
    for line in sys.stdin.buffer:
        sys.stdout.write(f"{_fork(_order(line))}\n")
        sys.stdout.flush()


def _order(line: bytes) -> Order:
    return Order(**json.loads(line))


def _fork(order: Order) -> int:
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        _work(order, lambda: os.write(told, b"."))
    os.close(told)
    if order.kill_after is not None:
        if not order.at_once:
            os.read(heard, 1)
        time.sleep(order.kill_after)
        os.kill(child, signal.SIGKILL)
    os.close(heard)
    return _end_of(child)


def _end_of(child: int) -> int:
    """Wait for a child; one that hangs is killed and said to have failed."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return _FAILED


def _work(order: Order, ready: Callable[[], object]) -> NoReturn:
    """Do what was ordered and end without any of Python's goodbyes."""
    os.environ.update(order.environment)
    errors = os.open(order.errors, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in (1, 2):  # what the program prints must not be taken for what we say
        os.dup2(errors, stream)
    module, _, name = order.job.partition(":")
    try:
        returned = getattr(importlib.import_module(module), name)(ready, **order.arguments)
        if order.answer:
            Path(order.answer).write_text(json.dumps(returned))
    except BaseException:  # noqa: BLE001 - a child never becomes a second parent
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(_FAILED)
    os._exit(0)


def _once() -> None:
    order, told = _order(sys.stdin.buffer.readline()), os.dup(1)
    _work(order, lambda: os.write(told, b"."))


if __name__ == "__main__":
    {"serve": _serve, "once": _once}[sys.argv[1]]()
