"""A process that is told what to do to a library, and at which moment to begin.

Owns the verbs of a race, over JSON lines: each request names one and the moment (`at`, by the
system's monotonic clock) at which to begin; each answer says what came of it. Must not know which
race it runs, nor who else runs.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from kdcurator import bootstrap
from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.errors import LibraryInUse
from kdcurator.store import tags
from tests.faults.program import Program

Answer = dict[str, Any]


def main() -> int:
    """Do what each line asks for until there are no more."""
    racer = _Racer()
    for line in sys.stdin:
        request = json.loads(line)
        verb: Callable[..., Answer] = getattr(racer, request.pop("verb"))
        _wait_for(request.pop("at"))
        try:
            answer = verb(**request)
        except LibraryInUse as error:
            answer = {"refused": {name: str(value) for name, value in error.details.items()}}
        except Exception as error:  # noqa: BLE001 - whatever it is, whoever counts must hear of it
            answer = {"failed": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    return 0


def _wait_for(moment: float) -> None:
    """Sleep until just before a moment, and spin from there."""
    time.sleep(max(0.0, moment - time.monotonic() - 0.002))
    while time.monotonic() < moment:
        pass


class _Racer:
    """Does one thing after another, and may hold something between two."""

    def __init__(self) -> None:
        self._first: Any = None

    def ready(self) -> Answer:
        """Load what is needed, so that nobody begins later than the others."""
        from kdcurator.gui import first_start  # noqa: F401
        from kdcurator.importing import registry  # noqa: F401

        return {}

    def write(self, folder: str, name: str, wait: float, times: int) -> Answer:
        """Make tags, and tell when the right to write was held and how long each took."""
        with _opened(folder, wait) as curator:
            library = curator.library
            library.hold()
            held = time.monotonic()
            wal = library.database.with_name(f"{library.database.name}-wal")
            took, wals = list[float](), set[int]()
            for number in range(times):
                started = time.monotonic()
                curator.tags.add_tag(f"{name} {number}")
                took.append(time.monotonic() - started)
                wals.add(wal.stat().st_ino if wal.exists() else 0)
            return {"held": [held, time.monotonic()], "took": took, "wals": sorted(wals)}

    def read(self, folder: str, times: int) -> Answer:
        """Open the library, list what is in it and close it, again and again."""
        counts = []
        for _ in range(times):
            with _opened(folder, 0) as curator:
                counts.append(len(curator.tags.list_tags()))
                curator.articles.list_articles()
        return {"counts": counts}

    def start(self, folder: str, wait: float) -> Answer:
        """Open a library that may be missing, and make a tag in it."""
        with _opened(folder, wait) as curator:
            found = len([tag for tag in curator.tags.list_tags() if tag.key])
            return {"uuid": curator.library.uuid, "keyed": found}

    def hold(self, folder: str) -> Answer:
        """Say that a change is half done, and never finish it: this process is to be killed."""
        with _opened(folder, 0) as curator, curator.library.change(ChangeKind.ADD_TAG) as work:
            tags.add_tag(work, "halvt gjort")
            sys.stdout.write(json.dumps({"held": True}) + "\n")
            sys.stdout.flush()
            time.sleep(600)
        return {}

    def knock(self, door: str) -> Answer:
        """Start as a window on a library does; tell whether this is the first one."""
        from PySide6.QtCore import QCoreApplication

        from kdcurator.gui.first_start import FirstStart

        self._application = QCoreApplication.instance() or QCoreApplication([])
        self._raised = 0
        self._first = FirstStart(door)
        self._first.raised.connect(self._count)
        return {"is_first": self._first.is_first}

    def _count(self) -> None:
        self._raised += 1

    def leave(self, raised: int) -> Answer:
        """Wait for others to knock, tell how many did, and close the door."""
        deadline = time.monotonic() + (2 if raised else 0.05)
        while self._raised < raised and time.monotonic() < deadline:
            self._application.processEvents()
            time.sleep(0.002)
        self._first = None  # and with it the server behind the door
        return {"raised": self._raised}


@contextmanager
def _opened(folder: str, wait: float) -> Iterator[bootstrap.Curator]:
    settings = replace(Program(Path(folder)).settings, wait=wait, program="racer")
    curator = bootstrap.build(settings)
    with closing(curator.library):
        yield curator


if __name__ == "__main__":
    sys.exit(main())
