"""The child process in which the window has files read: hostile or long ones never stall it.

Owns the verbs, over JSON lines: one object a line on standard input, answers on standard output.

- `{"verb": "open", "originals": FOLDER}`: where the bytes of what is read are kept; no answer.
- `{"verb": "find", "paths": [PATH, …]}`: `{"unreadable": …}` for each that is no file, then
  `{"found": [PATH, …]}`.
- `{"verb": "read", "items": [ITEM, …]}`: for each item `{"reading": N}` with its number as it is
  begun, then `{"arrival": …}` or `{"turned": …}`.

Every verb but `open` ends with `{"done": VERB}`; what the user can act on comes as `{"error": …}`
and ends the process. The shapes are those of `services.arrivals`. The end of standard input ends
the process, and it may be killed at any time: it writes to no database. Must not know the window.
"""

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from kdcurator.bootstrap import build_intake
from kdcurator.domain.errors import CuratorError
from kdcurator.services.arrivals import (
    Arrival,
    Document,
    Turned,
    arrival_as_json,
    error_as_json,
    to_read_from_json,
    turned_as_json,
)
from kdcurator.services.intake import Intake

Tell = Callable[[Document], None]
"""Sends one answer."""

NICER = 5
"""The window goes first when both want the processor (POSIX niceness)."""


def main() -> int:
    """Serve the process that started this one until it closes standard input."""
    if hasattr(os, "nice"):
        os.nice(NICER)
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a reader that prints breaks no line

        def tell(document: Document) -> None:
            answers.write(json.dumps(document).encode("ascii") + b"\n")
            answers.flush()

        with contextlib.suppress(BrokenPipeError):
            serve(iter(sys.stdin.buffer.readline, b""), tell)
    return 0


def serve(lines: Iterable[bytes], tell: Tell) -> None:
    """Do what each line asks for, in order."""
    worker = _Worker(tell)
    for line in lines:
        request = json.loads(line)
        try:
            worker.do(request)
        except CuratorError as error:
            tell({"error": error_as_json(error)})
            return


class _Worker:
    """Finds and reads."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._intake: Intake | None = None

    def do(self, request: dict[str, Any]) -> None:
        """Do what one request asks for."""
        verb = request["verb"]
        if verb == "open":
            self._intake = build_intake(Path(request["originals"]))
            return
        if self._intake is None:
            raise ValueError(f"{verb} before open")
        if verb == "find":
            self._find(self._intake, map(Path, request["paths"]))
        elif verb == "read":
            self._read(self._intake, request["items"])
        else:
            raise ValueError(f"no verb: {verb}")
        self._tell({"done": verb})

    def _find(self, intake: Intake, paths: Iterable[Path]) -> None:
        found: list[str] = []
        for item in intake.find(paths):
            if isinstance(item, Turned):
                self._tell({"unreadable": turned_as_json(item)})
            else:
                found.append(str(item))
        self._tell({"found": found})

    def _read(self, intake: Intake, items: Iterable[Document]) -> None:
        for number, item in enumerate(items):
            self._tell({"reading": number})
            read = intake.read(to_read_from_json(item))
            if isinstance(read, Arrival):
                self._tell({"arrival": arrival_as_json(read)})
            else:
                self._tell({"turned": turned_as_json(read)})
