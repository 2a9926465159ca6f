"""The processes that read for one import, and the order in which their answers are heard.

Owns which of them reads what: several at a time where much is to be read, and yet the answers come
in the order of what was asked for. Of one that has ended a new one is asked for the rest. Must not
know what becomes of an answer.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from kdcurator.gui.worker_process import WorkerProcess
from kdcurator.services.arrivals import ToRead, to_read_as_json

CHUNK: Final = 10
"""Files that a process is asked to read at a time."""

REQUESTS: Final = 4
"""Requests that a process has under way: it reads one while the answers to others are kept."""

MANY: Final = 100
"""So much must wait to be read before another process is worth the half second of its start."""

MOST: Final = 2
"""Processes at the most: keeping what two of them read takes a window as long as they do."""


@dataclass(slots=True)
class _Request:
    """Something that a process is asked for: files to be found, or texts to be read."""

    paths: Sequence[str] = ()
    items: deque[ToRead] = field(default_factory=deque)

    def as_json(self) -> dict[str, Any]:
        if self.paths:
            return {"verb": "find", "paths": list(self.paths)}
        return {"verb": "read", "items": [to_read_as_json(item) for item in self.items]}


@dataclass(slots=True)
class _Reader:
    """One process with the requests that it has not answered to their end."""

    process: WorkerProcess
    asked: deque[_Request] = field(default_factory=deque)


class FileReaders(QObject):
    """Reads files for one import."""

    answered = Signal()
    """There is an answer, or one of the processes has ended."""

    def __init__(
        self, opening: Mapping[str, Any], at_end: Callable[[int], object], parent: QObject
    ) -> None:
        """Start one process; each is told `opening` first, and of each that ends `at_end`."""
        super().__init__(parent)
        self._opening = opening
        self._at_end = at_end
        self._to_read: deque[ToRead] = deque()
        self._readers = [_Reader(self._start_process())]
        self._under_way: deque[_Reader] = deque()
        """Who has each request, in the order in which they were made."""

    # Asked

    def find(self, paths: Sequence[str]) -> None:
        """Look for files after what is being read."""
        self._send(self._readers[0], _Request(paths))

    def read(self, items: Iterable[ToRead]) -> int:
        """Read these after what is to be read already; return how many they are."""
        before = len(self._to_read)
        self._to_read.extend(items)
        added = len(self._to_read) - before
        self._ask()
        return added

    def _ask(self) -> None:
        """Have every process busy, and another one where much is left."""
        if len(self._to_read) > MANY and len(self._readers) < min(MOST, os.cpu_count() or 1):
            self._readers.append(_Reader(self._start_process()))
        while self._to_read:
            reader = min(self._readers, key=lambda each: len(each.asked))
            if len(reader.asked) >= REQUESTS:
                return
            some = min(CHUNK, len(self._to_read))
            self._send(reader, _Request(items=deque(self._to_read.popleft() for _ in range(some))))

    def _send(self, reader: _Reader, request: _Request) -> None:
        reader.asked.append(request)
        self._under_way.append(reader)
        reader.process.send(request.as_json())

    # Heard

    @property
    def _heard(self) -> _Reader:
        """The process whose answers come next."""
        return self._under_way[0] if self._under_way else self._readers[0]

    @property
    def number(self) -> int:
        """How the system knows the process whose answers come next."""
        return self._heard.process.number

    @property
    def is_done(self) -> bool:
        """Tell whether everything was answered."""
        return not (self._under_way or self._to_read)

    @property
    def item(self) -> ToRead:
        """What the answers are about that come next."""
        return self._heard.asked[0].items[0]

    def has_answers(self) -> bool:
        """Tell whether there is an answer to take."""
        return self._heard.process.has_answers()

    def has_paused(self) -> bool:
        """Tell whether no more answers will come before these are taken."""
        return self._heard.process.has_paused()

    def is_running(self) -> bool:
        """Tell whether more answers may come."""
        return self._heard.process.is_running()

    def take(self) -> dict[str, Any] | None:
        """Return the next answer; None when there is none yet."""
        answer = self._heard.process.take()
        if answer is not None and "done" in answer and self._under_way:
            self._under_way.popleft().asked.popleft()
            self._ask()
        return answer

    def settle(self) -> ToRead:
        """Return what was read to its end; the next answers are about what follows it."""
        return self._heard.asked[0].items.popleft()

    # Ended

    def left(self) -> ToRead | None:
        """Return what the process was to read next whose answers come next; None for nothing."""
        items = self._heard.asked[0].items if self._heard.asked else ()
        return items[0] if items else None

    def begin_anew(self, rest: ToRead | None = None) -> None:
        """Have a new process do what the one had to do whose answers come next.

        With `rest`, that in the place of what it was to read first.
        """
        reader = self._heard
        if rest is not None:
            reader.asked[0].items[0] = rest
        self._end(reader)
        reader.process = self._start_process()
        for request in reader.asked:
            reader.process.send(request.as_json())

    def close(self) -> None:
        """End all processes; another than the first leaves nothing behind when it is done."""
        for reader in self._readers:
            self._end(reader, is_tidy=reader is not self._readers[0] and not reader.asked)

    def _start_process(self) -> WorkerProcess:
        process = WorkerProcess(self._opening, self)
        process.answered.connect(self.answered)
        process.ended.connect(self.answered)
        return process

    def _end(self, reader: _Reader, *, is_tidy: bool = False) -> None:
        reader.process.kill()
        if not is_tidy:
            self._at_end(reader.process.number)
        reader.process.deleteLater()
