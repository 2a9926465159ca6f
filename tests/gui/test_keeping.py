"""Keeping adapts to how long it takes, and a slow disk holds nobody up."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import cast

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from kdcurator.domain.article import Language, Metadata, ReadFile
from kdcurator.domain.errors import DiskFull
from kdcurator.domain.suggestion import Reading
from kdcurator.gui.keeping import MOST, Keeping
from kdcurator.services.arrivals import Arrival
from kdcurator.services.articles import Incoming

pytestmark = pytest.mark.gui


@dataclass
class SlowBatch:
    """A batch whose disk takes its time."""

    seconds: float
    full: bool

    def commit(self) -> None:
        time.sleep(self.seconds)
        if self.full:
            raise DiskFull


@dataclass
class SlowLibrary:
    """Stands in for `Incoming`: each text takes so long to write, each batch to commit."""

    a_text: float = 0.0
    """Seconds of the processor."""
    a_wait: float = 0.0
    """Seconds in which others have the processor."""
    a_commit: float = 0.0
    is_full: bool = False
    batches: list[int] = field(default_factory=list)

    def secure(self, arrivals: Sequence[Arrival]) -> None:
        time.sleep(self.a_commit if arrivals else 0)

    def write(self, arrivals: Sequence[Arrival]) -> SlowBatch:
        time.sleep(self.a_wait * len(arrivals))
        began = time.thread_time()
        while time.thread_time() - began < self.a_text * len(arrivals):
            pass
        self.batches.append(len(arrivals))
        return SlowBatch(self.a_commit, self.is_full)

    def note(self, batch: SlowBatch) -> list[SlowBatch]:
        return [batch]


def a_text() -> Arrival:
    file = ReadFile("Tekst.", "text/plain", None, 0, Metadata())
    return Arrival(None, "", file, Reading((), (), (), Language.DANISH), "", "")


def keep(library: SlowLibrary, texts: int, parent: QObject) -> None:
    """Keep so many texts, as many at a time as there is room for."""
    keeping = Keeping(cast("Incoming", library), parent)
    left = texts
    while left:
        batch: list[Arrival] = []
        while left and keeping.has_room(batch):
            batch.append(a_text())
            left -= 1
        keeping.take(batch)
        while keeping.is_waiting:
            keeping.note()
    keeping.close()


@pytest.mark.parametrize(
    ("a_text", "fits"),
    [(0.0, lambda most: most == MOST), (0.004, lambda most: most <= 5), (0.1, lambda m: m == 1)],
)
def test_batches_are_as_large_as_a_turn_allows(
    qapp: QObject, a_text: float, fits: Callable[[int], bool]
) -> None:
    library = SlowLibrary(a_text)
    keep(library, 200 if a_text < 0.1 else 4, qapp)
    assert library.batches[0] == 1
    assert fits(max(library.batches))


def test_a_computer_that_is_busy_elsewhere_makes_no_small_batches(qapp: QObject) -> None:
    library = SlowLibrary(a_wait=0.01)
    keep(library, 100, qapp)
    assert max(library.batches) == MOST


def test_slow_disk_does_not_hold_the_event_loop(qtbot: QtBot, qapp: QObject) -> None:
    keeping = Keeping(cast("Incoming", SlowLibrary(a_commit=0.5)), qapp)
    ticks: list[float] = []
    timer = QTimer(keeping, interval=10)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    for _ in ("originals", "rows"):
        with qtbot.waitSignal(keeping.answered, timeout=5_000):
            if not keeping.is_waiting:
                keeping.take([a_text()])
        assert keeping.is_waiting
        kept = keeping.note()
    timer.stop()
    assert len(ticks) > 10
    assert len(kept) == 1


def test_full_disk_is_raised_when_it_is_noted(qapp: QObject) -> None:
    keeping = Keeping(cast("Incoming", SlowLibrary(is_full=True)), qapp)
    keeping.take([a_text()])
    with pytest.raises(DiskFull):
        keeping.close()
    assert not keeping.is_waiting
