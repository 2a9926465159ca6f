"""Keeping what was read without holding the window up: a few rows here, the disk elsewhere.

Owns how much is written between two paints, and the thread that waits for the disk. Must not know
who reads, nor how progress looks.
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from kdcurator.domain.article import Article
from kdcurator.gui.foreseeing import Foreseeing
from kdcurator.services.arrivals import Arrival

if TYPE_CHECKING:
    from kdcurator.services.articles import Batch, Incoming

TURN: Final = 0.010
"""Seconds of the processor that hearing of one batch should take."""

WRITING: Final = 0.016
"""Seconds of the processor that writing one should take, ten texts and more.

By the clock a computer that is busy elsewhere would make batches of one text, each with a sync and
a commit of its own, and take the longer for it.
"""

_TICK: Final = 0.001
"""Less is not measured: some systems count the processor's time in steps of 15 ms."""

_REMEMBERED: Final = 0.5
"""How much of what earlier batches took still counts at each new one."""

MOST: Final = 25
"""Texts in one batch, however short they are."""

CODE_POINTS: Final = 5_000
"""So much text takes about as long to keep as a row that is short."""

T = TypeVar("T")


class Keeping(QObject):
    """Keeps the texts of one import, one batch at a time."""

    answered = Signal()
    """The disk has answered, whichever way: `note` tells."""

    def __init__(
        self, incoming: "Incoming", parent: QObject, foreseeing: Foreseeing | None = None
    ) -> None:
        """Keep for `incoming`; `foreseeing` finds what takes long before it is kept."""
        super().__init__(parent)
        self._foreseeing = foreseeing
        if foreseeing is not None:
            foreseeing.foreseen.connect(self._write_foreseen)
        self._incoming = incoming
        self._disk = ThreadPoolExecutor(1, "disk")
        self._securing: tuple[Sequence[Arrival], Future[None]] | None = None
        self._committing: tuple[Batch, Future[None]] | None = None
        self._writing: Future[Batch] | None = None
        self._rows_at_once = 1
        self._written = self._took = 0.0

    @property
    def is_waiting(self) -> bool:
        """Tell whether a batch is on its way to the disk; no other may be written meanwhile."""
        is_foreseen = self._foreseeing is not None and self._foreseeing.is_running
        return is_foreseen or self._is_on_its_way()

    def _is_on_its_way(self) -> bool:
        return any(x is not None for x in (self._securing, self._committing, self._writing))

    def has_room(self, arrivals: Sequence[Arrival]) -> bool:
        """Tell whether one more text fits into a batch that holds these."""
        return len(arrivals) < MOST and sum(map(_rows_of, arrivals)) < self._rows_at_once

    def take(self, arrivals: Sequence[Arrival]) -> None:
        """Begin to keep a batch: its originals first.

        The disk is waited for in another thread, which holds no lock of Python's meanwhile: one
        that is busy elsewhere takes 100 ms and more.
        """
        if arrivals:
            kept = list(arrivals)
            self._securing = kept, self._on_disk(lambda: self._incoming.secure(kept))

    def note(self) -> list[Article]:
        """Go on from what the disk has done, waiting for it if need be; raises what prevented it.

        When the originals are there the rows are written; when they are, it returns what is new.
        """
        if self._securing is not None:
            (arrivals, secured), self._securing = self._securing, None
            secured.result()
            self._keep(arrivals)
        elif self._committing is not None:
            (batch, committed), self._committing = self._committing, None
            committed.result()
            return self._incoming.note(batch)
        elif self._writing is not None:
            writing, self._writing = self._writing, None
            return self._incoming.note(writing.result())
        return []

    def _keep(self, arrivals: Sequence[Arrival]) -> None:
        """Write a batch whose originals are on the disk, foreseen before if it would take long."""
        foreseeing = self._foreseeing
        if foreseeing is not None and self._incoming.needs_foresight(arrivals):
            foreseeing.start(arrivals)
        else:
            self._write(arrivals)

    def _write_foreseen(self, arrivals: Sequence[Arrival]) -> None:
        """Write a batch whose quotes were looked for: elsewhere, for there may be hundreds."""

        def write() -> "Batch":
            batch = self._incoming.write(arrivals)
            batch.commit()
            return batch

        self._writing = self._on_disk(write)

    def _write(self, arrivals: Sequence[Arrival]) -> None:
        """Write the rows of a batch, and learn how many fit into a turn."""
        started = time.thread_time()
        batch = self._incoming.write(arrivals)
        self._committing = batch, self._on_disk(batch.commit)
        self._learn(sum(map(_rows_of, arrivals)), max(_TICK, time.thread_time() - started))

    def _learn(self, rows: int, seconds: float) -> None:
        """Learn from how long so many rows took; a first batch tells little, so it grows slowly."""
        self._written = _REMEMBERED * self._written + rows
        self._took = _REMEMBERED * self._took + seconds
        fits = int(WRITING * self._written / self._took)
        self._rows_at_once = max(1, min(fits, 2 * max(rows, self._rows_at_once)))

    def _on_disk(self, do: "Callable[[], T]") -> "Future[T]":
        future = self._disk.submit(do)
        future.add_done_callback(lambda _: self.answered.emit())
        return future

    def close(self) -> list[Article]:
        """Wait for what is on its way; return and raise as `note` does.

        What would be foreseen first is left out: it takes too long for somebody who ends.
        """
        articles: list[Article] = []
        try:
            while self._is_on_its_way():
                articles += self.note()
        finally:
            if self._foreseeing is not None:
                self._foreseeing.close()
            self._disk.shutdown()
        return articles


def _rows_of(arrival: Arrival) -> int:
    """Return how many rows a text becomes, its length counted in rows too."""
    found = arrival.reading
    rows = 3 + len(found.quotes) + len(found.parts) + len(found.people)
    if arrival.coding is not None:
        rows += 4 * len(arrival.coding.passages) + len(arrival.coding.codes)
    return rows + len(arrival.file.text) // CODE_POINTS
