"""The speed of the window, beside a bare Qt window of the same panes in the same run.

Owns what is measured in it and the lines that `run.py bench` adds to the table. Not a test.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kdcurator import bootstrap
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteRequest
from kdcurator.gui.app import open_window
from kdcurator.gui.main_window import MainWindow
from kdcurator.settings import Settings, from_environment

_SENTENCE = "Vi skal turde slukke for de gamle systemer, siger Karen Holm om sagen. "

_BARE = """
import sys, time
started = float(sys.argv[1])
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QSplitter, QTextEdit, QWidget
application = QApplication([])
window, row = QMainWindow(), QSplitter()
for pane in (QListView(), QTextEdit(), QWidget()):
    row.addWidget(pane)
window.setCentralWidget(row)
window.show()
"""

_OURS = """
import sys, time
from pathlib import Path
started = float(sys.argv[1])
from PySide6.QtWidgets import QApplication
application = QApplication([])
from kdcurator.gui.app import open_window
window = open_window(Path(sys.argv[2]))
"""

_UNTIL_PAINTED = """
from PySide6.QtCore import QEvent, QObject
class Painted(QObject):
    is_seen = False
    def eventFilter(self, watched, event):
        self.is_seen = self.is_seen or event.type() == QEvent.Type.Paint
        return False
painted = Painted()
window.centralWidget().installEventFilter(painted)
while not painted.is_seen:
    application.processEvents()
print(time.time() - started, flush=True)
import os
os._exit(0)
"""


def measure(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the window's figures; `folder` is empty and our own."""
    settings = take_place(folder)
    _fill(settings, folder)
    bare, ours = _start(_BARE), _start(_OURS, str(settings.library))
    yield (
        "window painted with its list, beside a bare one",
        f"{ours * 1000:.0f} ms, bare {bare * 1000:.0f} (goal ≤ {bare * 1500 + 150:.0f})",
    )
    application = QApplication.instance() or QApplication([])
    for length in (20_000, 100_000):
        yield f"key to painted highlight, {length} characters, p50 / p95", _keys(settings, length)
    yield "next article of 7,000 characters, p50 / p95", _next_article(settings)
    longest = "the same to one of 100,000 characters with 200 quotes, p50 / p95"
    yield longest, _next_article(settings, is_long=True)
    del application


def take_place(folder: Path) -> Settings:
    """Return the settings of a program that lives below a folder, for its child processes too."""
    places = {
        name: str(folder / name.lower()) for name in ("LIBRARY", "CACHE", "BACKUPS", "CONFIG")
    }
    os.environ.update({f"KDCURATOR_{name}": place for name, place in places.items()})
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return from_environment(bootstrap.platform_folders())


def _start(script: str, *arguments: str) -> float:
    """Return the median of several starts, from the start of the process."""
    taken = sorted(
        float(
            subprocess.run(
                [sys.executable, "-c", script + _UNTIL_PAINTED, str(time.time()), *arguments],
                check=True,
                capture_output=True,
            ).stdout
        )
        for _ in range(7)
    )
    return taken[3]


def _fill(settings: Settings, folder: Path) -> None:
    """Make a library with a long and a very long article, and 200 quotes in the latter."""
    with bootstrap.build(settings) as curator:
        for number, length in enumerate((20_000, 100_000)):
            file = folder / f"{length}.txt"
            turns = f"- {_SENTENCE}\n\n{_SENTENCE * 3}\n\n"
            file.write_text(f"Rubrik {number}\n\n" + turns * (length // len(turns)), "utf-8")
            curator.articles.import_files([file])
        for number in range(200):
            place = (20 + number * 400, 60 + number * 400)
            request = QuoteRequest(ArticleId(2), [place], tags=["kompetencer"])
            curator.quotes.save_quotes([request])
        for number in range(20):
            file = folder / f"next{number}.txt"
            file.write_text(f"Nummer {number}\n\n" + f"- {_SENTENCE}\n\n" * 60, "utf-8")
            curator.articles.import_files([file])


def opened(settings: Settings) -> MainWindow:
    """Open a window of the usual size on a library, and wait until it rests."""
    window = open_window(settings.library)
    window.resize(1440, 900)
    settle(window)
    return window


def settle(window: MainWindow) -> None:
    """Wait until a window rests."""
    for _ in range(500):
        QTest.qWait(5)
        if window.is_idle():
            return


def _press(window: MainWindow, key: str) -> float:
    """Return the seconds from a key press until everything that it changed is painted."""
    reader = _reader(window)
    painted = Painted(reader.viewport())  # type: ignore[attr-defined] # QTextEdit, found by name
    QApplication.processEvents()
    painted.is_seen = False
    started = time.perf_counter()
    QTest.keyClicks(reader, key)
    while not painted.is_seen and time.perf_counter() < started + 1:
        QApplication.processEvents()
    return time.perf_counter() - started


class Painted(QObject):
    """Sees whether a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.is_seen = False
        widget.installEventFilter(self)

    def eventFilter(  # noqa: N802 - Qt's name
        self, _watched: QObject, event: QEvent
    ) -> bool:
        """Look, and let everything pass."""
        self.is_seen = self.is_seen or event.type() == QEvent.Type.Paint
        return False


def _reader(window: MainWindow) -> QWidget:
    found = window.findChild(QWidget, "reader")
    if not isinstance(found, QWidget):
        raise AssertionError("the window has no reader")
    return found


def _keys(settings: Settings, length: int) -> str:
    """Tag suggestion after suggestion of one article."""
    window = opened(settings)
    window.desk.open(ArticleId(2 if length == 100_000 else 1))
    settle(window)
    taken = []
    for _ in range(40):
        taken.append(_press(window, "3"))
        settle(window)
        _press(window, "n")
        settle(window)
    window.close()
    return percentiles(taken)


def _next_article(settings: Settings, *, is_long: bool = False) -> str:
    """Walk through ordinary articles, or back and forth to the longest one."""
    window = opened(settings)
    window.desk.open(ArticleId(3))
    settle(window)
    there, back, far = ("k", "j", 1) if is_long else ("j", "k", 15)
    taken = []
    for number in range(60):
        goes_back = number // far % 2
        seconds = _press(window, back if goes_back else there)
        settle(window)
        if not (is_long and goes_back):
            taken.append(seconds)
    window.close()
    return percentiles(taken)


def percentiles(taken: list[float]) -> str:
    """Return median and 95th percentile in milliseconds."""
    cuts = statistics.quantiles(taken, n=20)
    return f"{statistics.median(taken) * 1000:.1f} / {cuts[18] * 1000:.1f} ms"
