"""The search index kept in step from the window: in a process of its own, while nobody works.

Owns when changes go to the index, when it is made anew and that this can be given up. Searches go
on beside it, in another process (`finder`), and never wait. Must not know how an index works.
"""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from kdcurator.bootstrap import Curator
from kdcurator.domain.errors import CuratorError
from kdcurator.gui.worker_process import WorkerProcess
from kdcurator.services.errands import settings_as_json

AT_MOST: Final = 500
"""Rows that go to the index in one step; the outbox is shortened after each."""

MANY: Final = 50
"""So many changes go to the index though somebody works."""

REST: Final = 4_000
"""Milliseconds without a change or a search until fewer go there."""

LONG_REST: Final = 60_000
"""Milliseconds without either until its small parts are made one, and its process ends."""

AGAIN: Final = 10_000
"""Milliseconds until an index is asked after that another process was making."""

PATIENCE: Final = 2
"""So often the process may end by itself before the index is left alone."""


class Indexer(QObject):
    """Brings the index up to the library, and makes it where it is missing."""

    indexing = Signal(int, int)
    """(done, total) while an index is made anew; `rested` follows."""

    rested = Signal()
    """Nothing is being written to the index any more."""

    def __init__(self, curator: Curator, parent: QObject | None = None) -> None:
        """Keep the index of the library of `curator`; nothing is started before it is needed."""
        super().__init__(parent)
        self._curator = curator
        self._process: WorkerProcess | None = None
        self._is_behind = self._is_at_it = self._is_counted = False
        self._is_anew = self._is_making = self._is_given_up = self._is_tidying = False
        self._unexplained = 0
        self._rest = self._timer(REST, self._begin)
        self._again = self._timer(AGAIN, self._begin)
        self._long_rest = self._timer(LONG_REST, self._tidy)

    def _timer(self, interval: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(act)
        return timer

    @property
    def is_busy(self) -> bool:
        """Tell whether what somebody asked for is under way."""
        return self._is_counted and (self._is_behind or self._is_at_it)

    @property
    def is_making(self) -> bool:
        """Tell whether an index is being made anew."""
        return self._is_making

    @property
    def process_number(self) -> int | None:
        """How the system knows the process; None while there is none."""
        return None if self._process is None else self._process.number

    def catch_up(self) -> None:
        """Bring the index up to the last change."""
        self._is_counted = True
        self._begin()

    def make_anew(self) -> None:
        """Make the index anew; until it is there, the old one is searched."""
        self._is_anew, self._is_given_up = True, False
        self._unexplained = 0
        self.catch_up()

    def heed(self, lacking: int | None) -> None:
        """Take notice of what the index lacks: everything with None."""
        is_refused = self._is_given_up or self._again.isActive()
        if self._is_at_it or (lacking is None and is_refused):
            return
        if lacking is None or lacking >= MANY:
            self._begin()
        elif lacking:
            self._rest.start()

    def fold_at_rest(self) -> None:
        """Bring the index up to a change when nobody works any more."""
        self._rest.start()
        self.disturb()

    def disturb(self) -> None:
        """Take notice that somebody works: what can wait waits longer."""
        for timer in (self._rest, self._long_rest):
            if timer.isActive():
                timer.start()
        if self._is_tidying:
            self._end_process()
            self._long_rest.start()

    def give_up(self) -> None:
        """Make no index, until somebody asks for one: searches look into the library itself."""
        self._is_given_up = True
        self.stop()

    def stop(self) -> None:
        """Leave the index as it is until something is asked or changes."""
        self.close()
        self.rested.emit()

    def close(self) -> None:
        """End the process; what it has written of an index stands or is swept the next time."""
        for timer in (self._rest, self._again, self._long_rest):
            timer.stop()
        self._is_behind = self._is_counted = self._is_anew = False
        self._end_process()

    def _end_process(self) -> None:
        self._is_at_it = self._is_making = self._is_tidying = False
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.deleteLater()

    def _begin(self) -> None:
        for timer in (self._rest, self._again, self._long_rest):
            timer.stop()
        self._is_behind = True
        self._go_on()

    def _tidy(self) -> None:
        self._is_tidying = True
        self._send({"verb": "tidy"})

    def _go_on(self) -> None:
        if (
            self._is_at_it
            or self._is_tidying
            or not self._is_behind
            or self._unexplained > PATIENCE
        ):
            return
        making = "anew" if self._is_anew else "never" if self._is_given_up else "if missing"
        self._is_behind, self._is_at_it = False, True
        self._send({"verb": "index", "at_most": AT_MOST, "making": making})

    def _send(self, request: dict[str, Any]) -> None:
        if self._process is None:
            opening = {"verb": "library", "settings": settings_as_json(self._curator.settings)}
            self._process = WorkerProcess(opening, self)
            self._process.answered.connect(self._take)
            self._process.ended.connect(self._take)
        self._process.send(request)

    def _take(self) -> None:
        """Take what there is; a listener may close us in the midst of it."""
        while self._process is not None and (answer := self._process.take()) is not None:
            self._hear(answer)
        if self._process is not None and not self._process.is_running():
            self._unexplained += 1
            self.close()  # the next change, or the next start, asks once more
            self.rested.emit()

    def _hear(self, answer: dict[str, Any]) -> None:
        match answer:
            case {"indexing": [done, total]}:
                self._is_making = True
                self.indexing.emit(done, total)
            case {"indexed": seq, "is_behind": is_behind}:
                self._take_indexed(seq, is_behind=is_behind)
            case {"tidied": _}:
                self._end_process()
                self._go_on()
            case {"error": _}:  # will show at a search
                self.close()
                self.rested.emit()

    def _take_indexed(self, seq: int | None, *, is_behind: bool) -> None:
        self._is_at_it = self._is_anew = self._is_making = False
        self._unexplained = 0
        self._forget(seq)
        self._is_behind = self._is_behind or is_behind
        if self._is_behind:
            self._go_on()
            return
        if seq is None and not self._is_given_up:
            self._again.start()  # another process makes it, or the disk would not have it
        self._is_counted = False
        self._long_rest.start()
        self.rested.emit()

    def _forget(self, seq: int | None) -> None:
        """Shorten the outbox; a disk that refuses leaves it long until the next time."""
        from kdcurator.services.indexing import forget_indexed  # the library is open by then

        try:
            if seq is not None:
                forget_indexed(self._curator.library, seq)
        except CuratorError:
            self._is_behind = False
