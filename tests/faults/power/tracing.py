"""System calls of a process and its children, one stop before and one after each.

Owns ptrace, as Linux since 5.3 offers it on every processor alike (PTRACE_GET_SYSCALL_INFO), so
that nothing but Python is needed to record. Must not know what a call means.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_TRACE_ME, _SET_OPTIONS, _NEXT_CALL, _CALL_INFO = 0, 0x4200, 24, 0x420E
_MARKED_STOPS = 0x01  # a stop for a call is SIGTRAP | 0x80
_CHILDREN = 0x02 | 0x04 | 0x08  # fork, vfork and threads
_PROGRAM_BEGINS, _DIE_WITH_US = 0x10, 0x100000
_OPTIONS = _MARKED_STOPS | _CHILDREN | _PROGRAM_BEGINS | _DIE_WITH_US
_EVERY_CHILD = 0x40000000  # __WALL: threads too
_CALL_STOP = 5 | 0x80  # SIGTRAP, by its number: this module is imported where there is none
_ENTRY, _EXIT = 1, 2


class CannotTrace(Exception):
    """This system lets no process trace another, or not in this way."""


class _CallInfo(ctypes.Structure):
    """`struct ptrace_syscall_info`; of an exit, `words` are the result and whether it failed."""

    _fields_ = (
        ("op", ctypes.c_uint8),
        ("_padding", ctypes.c_uint8 * 3),
        ("arch", ctypes.c_uint32),
        ("instruction_pointer", ctypes.c_uint64),
        ("stack_pointer", ctypes.c_uint64),
        ("words", ctypes.c_uint64 * 8),
    )


@dataclass(frozen=True, slots=True)
class Call:
    """A call that a thread begins."""

    thread: int
    number: int
    arguments: tuple[int, ...]


Finish = Callable[[int], None]
"""Told the result of a call once it has ended; not of one that failed."""
Begin = Callable[[Call], Finish | None]
"""Told each call as it begins; returns who wants to know the result."""


class Tracer:
    """Runs one command to its end and tells of each call."""

    def __init__(self, begin: Begin) -> None:
        """Tell `begin` of each call."""
        if sys.platform != "linux":
            raise CannotTrace("only Linux has ptrace as it is needed here")
        self._begin = begin
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._libc.ptrace.argtypes = (
            ctypes.c_long,
            ctypes.c_long,
            ctypes.c_void_p,
            ctypes.c_void_p,
        )
        self._libc.ptrace.restype = ctypes.c_long
        self._under_way: dict[int, Finish | None] = {}

    def run(self, command: Sequence[str]) -> int:
        """Run a command with all its children; return its exit code."""
        process = os.fork()
        if process == 0:
            self._become(command)
        _, status = os.waitpid(process, _EVERY_CHILD)
        if not os.WIFSTOPPED(status):
            raise CannotTrace("this system lets no process trace another")
        self._ptrace(_SET_OPTIONS, process, 0, _OPTIONS)
        self._go_on(process)
        return self._follow(process)

    def _become(self, command: Sequence[str]) -> None:
        try:
            self._ptrace(_TRACE_ME, 0)
            os.kill(os.getpid(), signal.SIGSTOP)
            os.execv(command[0], list(command))  # noqa: S606 - there is no shell to want
        finally:
            os._exit(127)

    def _follow(self, process: int) -> int:
        code = 0
        while True:
            try:
                thread, status = os.waitpid(-1, _EVERY_CHILD)
            except ChildProcessError:
                return code
            if os.WIFSTOPPED(status):
                self._go_on(thread, self._met(thread, status))
            elif thread == process:
                code = os.waitstatus_to_exitcode(status)

    def _met(self, thread: int, status: int) -> int:
        """Look at a stop; return the signal that the thread is to get."""
        stopped_by = os.WSTOPSIG(status)
        if stopped_by == _CALL_STOP:
            self._met_call(thread)
            return 0
        is_of_tracing = status >> 16 or (stopped_by == signal.SIGSTOP)
        return 0 if is_of_tracing else stopped_by

    def _met_call(self, thread: int) -> None:
        info = _CallInfo()
        place = ctypes.cast(ctypes.byref(info), ctypes.c_void_p).value
        self._ptrace(_CALL_INFO, thread, ctypes.sizeof(info), place)
        if info.op == _ENTRY:
            call = Call(thread, info.words[0], tuple(info.words[1:7]))
            self._under_way[thread] = self._begin(call)
        elif info.op == _EXIT:
            finish = self._under_way.pop(thread, None)
            has_failed = info.words[1] & 0xFF
            if finish is not None and not has_failed:
                finish(info.words[0])

    def _go_on(self, thread: int, with_signal: int = 0) -> None:
        try:
            self._ptrace(_NEXT_CALL, thread, 0, with_signal)
        except ProcessLookupError:
            return  # killed meanwhile: the next wait tells

    def _ptrace(self, request: int, thread: int, place: int = 0, data: int | None = 0) -> None:
        if self._libc.ptrace(request, thread, place, data) < 0:
            error = ctypes.get_errno()
            failed = OSError(error, os.strerror(error))
            if isinstance(failed, ProcessLookupError):
                raise failed
            raise CannotTrace(f"ptrace answers: {failed.strerror}")
