"""Processes that begin at the same moment.

Owns starting them, telling all of them one moment, and replacing one that was killed. Must not know
what they do.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any, Self

Answer = dict[str, Any]

_RUN_UP = 0.03
"""Seconds from the word to the moment, so that all have read it."""


class Runners:
    """So many processes of `tests.faults.racer`."""

    def __init__(self, how_many: int) -> None:
        """Start none before they are entered."""
        self._how_many = how_many
        self._running: list[subprocess.Popen[str]] = []

    def __enter__(self) -> Self:
        self._running = [_start() for _ in range(self._how_many)]
        self.race([{"verb": "ready"}] * self._how_many)
        return self

    def __exit__(self, *_: object) -> None:
        with ExitStack() as stack:
            for process in self._running:
                stack.enter_context(process)  # waits for its end, which the end of its input is
                _input_of(process).close()

    def processes(self) -> list[int]:
        """Return their numbers."""
        return [process.pid for process in self._running]

    def race(self, requests: Sequence[Answer]) -> list[Answer]:
        """Let the first so many do these at the same moment; return what each answers."""
        at = time.monotonic() + _RUN_UP
        running = self._running[: len(requests)]
        for process, request in zip(running, requests, strict=True):
            _send(process, {**request, "at": at})
        return [_receive(process) for process in running]

    def kill_when_answered(self, request: Answer) -> Answer:
        """Let the last one do this, and kill it as soon as it answers."""
        process = self._running.pop()
        with process:
            _send(process, {**request, "at": time.monotonic()})
            answer = _receive(process)
            process.kill()
        self._running.append(_start())
        return answer


def _start() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.racer"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _input_of(process: subprocess.Popen[str]) -> Any:
    return process.stdin


def _send(process: subprocess.Popen[str], request: Answer) -> None:
    _input_of(process).write(json.dumps(request) + "\n")
    _input_of(process).flush()


def _receive(process: subprocess.Popen[str]) -> Answer:
    output: Any = process.stdout
    answer: Answer = json.loads(output.readline())
    return answer
