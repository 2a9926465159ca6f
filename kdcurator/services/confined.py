"""Reading files in a process of its own, so that what a file does to its reader hurts nothing here.

Owns that process for whoever can wait for it (the window has its own way): that it is started when
the first file needs it and kept warm, how long it may take over a file, and going on behind a file
at which it ended. Must not know formats, nor what becomes of what was read.
"""

import contextlib
import json
import os
import queue
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from kdcurator.domain.errors import NoReader, ReaderStopped
from kdcurator.services.arrivals import (
    AttachmentsOf,
    BundleToRead,
    FileRest,
    KeptMail,
    KeptPage,
    Origin,
    Read,
    TextToRead,
    ToRead,
    Turned,
    arrival_from_json,
    codebook_from_json,
    error_from_json,
    origin_of,
    patience_for,
    rest_behind,
    to_read_as_json,
    turned_from_json,
)
from kdcurator.services.intake import Intake
from kdcurator.services.worker_command import worker_command, worker_folder

_STARTING = 60
"""Seconds that a process may take to begin, on a busy computer with a cold disk."""

_GRACE = 5
_PATIENCE = 2
"""So often the process may end before it reads anything, before reading is given up."""

_UNSEEN: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(
    subprocess, "CREATE_NO_WINDOW", 0
)
"""How a process starts on Windows without a window, and out of reach of Ctrl+C."""

_ENDED: dict[str, Any] = {"ended": True}


class ConfinedIntake:
    """Reads plain texts here, where it is quick and safe, and all else in another process."""

    def __init__(
        self,
        intake: Intake,
        originals: Path | None,
        at_end: Callable[[int], object] = lambda _number: None,
    ) -> None:
        """Keep bytes in `originals` as `intake` does; `at_end` tidies up after a process."""
        self._intake = intake
        self._originals = originals
        self._at_end = at_end
        self._process: _Process | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read_all(self, item: ToRead) -> Iterator[Read]:
        """Read one file or text and yield what was in it.

        A file at which the process ends, or that takes too long, is turned away as damaged; of a
        file in a file that is so, the rest follows. Raises `NoReader`, and what keeping the
        originals raises.
        """
        if isinstance(item, TextToRead):
            yield from self._intake.read_all(item)
            return
        plain = self._intake.read_plain(item) if isinstance(item, Path) else None
        if plain is None:
            yield from self._read_there(item)
        else:
            yield from plain

    def _read_there(self, item: ToRead) -> Iterator[Read]:
        """Ask the process, and a new one for what is left when it ends."""
        left: ToRead | None = item
        failures = 0
        while left is not None:
            asked = _Asked(left)
            with contextlib.suppress(_Stopped), self._ended_unless_done() as is_done:
                yield from asked.answers(self._running())
                is_done.set()
                return
            if not asked.is_begun:
                failures += 1
                if failures > _PATIENCE:
                    raise NoReader
                continue
            yield Turned(asked.shown, ReaderStopped())
            left = asked.rest

    @contextlib.contextmanager
    def _ended_unless_done(self) -> Iterator[threading.Event]:
        """End the process when a question was not answered to its end, whoever broke it off."""
        is_done = threading.Event()
        try:
            yield is_done
        finally:
            if not is_done.is_set():
                self._end()

    def _running(self) -> "_Process":
        if self._process is None:
            self._process = _Process(self._originals)
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            self._at_end(process.number)


class _Stopped(Exception):
    """The process ended, or had to be ended, before it was done."""


class _Asked:
    """One question to the process, and how far its answers came."""

    def __init__(self, item: ToRead) -> None:
        self._item = item
        self.shown = origin_of(item)
        """What is being read, by the name that the user knows it under."""
        self._named = self.shown if isinstance(self.shown, Path) else Path()
        is_here = not isinstance(item, KeptPage | KeptMail)  # whose name is none of a file
        there = os.path.abspath(self._named)  # noqa: PTH100 - follow no link
        self._there = Path(there) if is_here else self._named
        self.rest: ToRead | None = None
        """What is left to read when this is as far as it comes."""
        self.is_begun = False

    def answers(self, process: "_Process") -> Iterator[Read]:
        """Yield what the process reads; raises `_Stopped`."""
        process.send({"verb": "read", "items": [to_read_as_json(self._as_it_is_there())]})
        patience: float = _STARTING
        while True:
            match process.receive(patience):
                case {"reading": _}:
                    self.is_begun = True
                case {"member": number, "path": place}:
                    self.shown = self._as_named(Path(place))
                    self.rest = rest_behind(self._item, number)
                case {"arrival": found}:
                    arrival = arrival_from_json(found)
                    yield replace(arrival, path=self._as_named(arrival.path))
                case {"codes": found}:
                    codebook = codebook_from_json(found)
                    yield replace(codebook, path=self._as_named(codebook.path))
                case {"turned": found}:
                    turned = turned_from_json(found)
                    yield Turned(self._as_named(turned.path), turned.error)
                case {"error": found}:
                    raise error_from_json(found)
                case {"done": _}:
                    return
            patience = patience_for(self.shown)

    def _as_it_is_there(self) -> ToRead:
        """Return what is to be read for the process, which works in another folder."""
        if isinstance(self._item, FileRest | AttachmentsOf | BundleToRead):
            return replace(self._item, path=self._there)
        return self._there if isinstance(self._item, Path) else self._item

    def _as_named(self, place: Origin) -> Origin:
        """Return a place as the user named it."""
        return self._named / place.relative_to(self._there) if isinstance(place, Path) else place


class _Process:
    """The process, its lines, and a thread that waits for them: pipes have no time limit."""

    def __init__(self, originals: Path | None) -> None:
        """Start it; raises `NoReader`."""
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                worker_command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # what parsers say of bad files is for nobody
                cwd=worker_folder(),
                # Ctrl+C is for the one who started it, and ends this one by its standard input.
                start_new_session=os.name != "nt",
                creationflags=_UNSEEN,
            )
        except OSError as error:
            raise NoReader from error
        self.number = self._process.pid
        self._answers: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.send({"verb": "open", "originals": None if originals is None else str(originals)})

    def send(self, request: dict[str, Any]) -> None:
        """Ask for something; of a process that is gone, nothing."""
        pipe = self._process.stdin
        with contextlib.suppress(OSError):  # it ended, which is what the next answer tells
            if pipe is not None:
                pipe.write(json.dumps(request).encode("ascii") + b"\n")
                pipe.flush()

    def receive(self, seconds: float) -> dict[str, Any]:
        """Return the next answer; raises `_Stopped` when there is none in so many seconds."""
        try:
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            raise _Stopped from None
        if answer is _ENDED:
            raise _Stopped
        return answer

    def kill(self) -> None:
        """End it now."""
        self._process.kill()
        self._process.wait(_GRACE)
        self._listener.join(_GRACE)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what was not sent goes nowhere
                    pipe.close()

    def _listen(self) -> None:
        with contextlib.suppress(ValueError):  # a line cut short is none
            for line in self._process.stdout or ():
                self._answers.put(json.loads(line))
        self._answers.put(_ENDED)
