"""The speed of imports and what they spare the window, and how well encodings are told.

Owns what is imported for it and the lines that `run.py bench` adds to the table. Not a test.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kdcurator import bootstrap
from kdcurator.domain.searching import HitKind
from kdcurator.gui.main_window import MainWindow
from kdcurator.importing.limits import MEGABYTE, longest_reading
from kdcurator.settings import Settings
from tests.benchmarks.documents import report, word_document, write_texts
from tests.benchmarks.window import opened, take_place
from tests.importing.danish_sentences import ENCODINGS, sentences, told_wrong

Line = tuple[str, str]

ARTICLES: Final = 1_000
MANY: Final = 10_000
_PAGES: Final = 300
_WORDS: Final = 100_000
_AT_MOST: Final = 600  # seconds
_TICK: Final = 8  # milliseconds


def measure(*, is_long: bool = False) -> Iterator[Line]:
    """Yield the lines; a batch of 10,000 files takes minutes and is measured when `is_long`."""
    yield from _encodings()
    with tempfile.TemporaryDirectory() as scratch:
        yield from _large(Path(scratch))
    yield from _dropped(ARTICLES, "4 / 15")
    if is_long:
        yield from _dropped(MANY, "that it works", paragraphs=1)


# Encodings


def _encodings() -> Iterator[Line]:
    """Yield how many single sentences are told right; none of them shaped the rule."""
    measured = sentences(measured=True)
    for encoding in ENCODINGS:
        wrong, tried = told_wrong(encoding, measured)
        share = f"{1 - len(wrong) / tried:.2%} of {tried} (goal ≥ 99 %)"
        yield f"Danish sentences set aside, told right in {encoding}", share


# One large file


def _large(folder: Path) -> Iterator[Line]:
    """Yield how long the whole command takes over one large document."""
    documents = {
        f"import of a PDF of {_PAGES} pages": ("report.pdf", report(_PAGES)),
        f"import of a 5 MB DOCX, {_WORDS:,} words": ("w.docx", word_document(_WORDS, 5 * MEGABYTE)),
    }
    take_place(folder)
    for what, (name, content) in documents.items():
        file = folder / name
        file.write_bytes(content)
        yield what, _imported(file)


def _imported(file: Path) -> str:
    before, started = _processor(), time.perf_counter()
    command = [sys.executable, "-m", "kdcurator", "import", str(file)]
    subprocess.run(command, check=True, capture_output=True)
    took, limit = time.perf_counter() - started, longest_reading(file.name)
    return f"{took:.1f} s, {_processor() - before:.1f} of the processor (limit of reading {limit})"


def _processor() -> float:
    """Return the seconds of the processor that this process, and those it began, have had."""
    return sum(os.times()[:4])


# Many files


@dataclass(slots=True)
class _Seen:
    """When the last text stood in the list, and how long the window did nothing else at worst."""

    started: float
    processor: float
    listed: float = 0.0
    last: float = 0.0
    longest: float = 0.0

    def tick(self, rows: int, wanted: int) -> None:
        """Note that the window is at hand, with so many rows in its list."""
        now = time.perf_counter()
        self.longest = max(self.longest, now - self.last)
        self.last = now
        if rows == wanted and not self.listed:
            self.listed = now - self.started


def _dropped(count: int, goals: str, paragraphs: int | None = None) -> Iterator[Line]:
    """Drop a folder of many texts on a window and watch it until every one can be found."""
    with tempfile.TemporaryDirectory() as scratch:
        settings, files = take_place(Path(scratch)), Path(scratch) / "files"
        write_texts(files, count, paragraphs)
        application = QApplication.instance() or QApplication([])
        window = opened(settings)
        seen = _watched(window, files, count)
        searchable = time.perf_counter() - seen.started
        window.close()
        processor = _processor() - seen.processor
        _require_found(settings, count)
    del application
    what = f"{count:,} texts dropped on the window"
    yield f"{what}, listed / searchable", f"{seen.listed:.1f} / {searchable:.1f} s (goal {goals})"
    yield "  seconds of the processor, of all its processes", f"{processor:.1f}"
    yield "  longest stall of the window meanwhile", f"{seen.longest * 1000:.0f} ms (goal 50)"


def _watched(window: MainWindow, files: Path, count: int) -> _Seen:
    """Drop a folder and wait until everything in it is in the list and in the index."""
    rows = window.desk.panes.articles.model().rowCount
    now = time.perf_counter()
    seen = _Seen(now, _processor(), last=now)
    timer = QTimer()
    timer.timeout.connect(lambda: seen.tick(rows(), count))
    timer.start(_TICK)
    _drop(window, files)
    while time.perf_counter() - now < _AT_MOST:
        QTest.qWait(20)
        if seen.listed and window.is_idle():
            break
    timer.stop()
    return seen


def _drop(window: MainWindow, folder: Path) -> None:
    """Drop a folder onto the window, as a hand would."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    actions, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(50, 50), actions, data, button, keys))


def _require_found(settings: Settings, count: int) -> None:
    """Raise unless the index the window left holds every text: idleness alone is no proof."""
    with bootstrap.build(settings) as curator:
        held = curator.searching.indexed()[HitKind.ARTICLE]
    if held != count:
        raise AssertionError(f"of {count} texts the index holds {held}")
