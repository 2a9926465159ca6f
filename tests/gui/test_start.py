"""The window is painted with its list first and opens the library after."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kdcurator.gui.app import open_window
from kdcurator.gui.main_window import MainWindow
from kdcurator.gui.panes.article_list import ArticleList

_LOADED = "import sys; import kdcurator.gui.app; print(*sys.modules)"
_LATER = ("sqlalchemy", "whoosh", "rapidfuzz", "kdcurator.services", "kdcurator.importing")


@pytest.fixture
def painted(qtbot: QtBot, library: Path) -> MainWindow:
    """Return a window that was only just painted."""
    window = open_window(library)
    qtbot.addWidget(window)
    QCoreApplication.processEvents()
    return window


@pytest.mark.parametrize("later", _LATER)
def test_window_is_imported_without(later: str) -> None:
    loaded = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, check=True)
    names = loaded.stdout.decode().split()
    assert "kdcurator.gui.main_window" in names
    assert not [name for name in names if name.partition(".")[0] == later or name == later]


def test_list_is_seen_before_the_library_is_open(painted: MainWindow) -> None:
    assert not painted.is_idle()
    assert not painted.is_at_work
    shown = painted.findChild(ArticleList, "articleList")
    assert isinstance(shown, ArticleList)
    assert shown.model().rowCount() == 2


def test_list_stays_the_same_when_the_library_is_open(qtbot: QtBot, painted: MainWindow) -> None:
    before = [painted.frame.articles.model().index(row, 0).data() for row in range(2)]
    qtbot.waitUntil(painted.is_idle)
    assert painted.is_at_work
    after = [painted.frame.articles.model().index(row, 0).data() for row in range(2)]
    assert after == before


def test_window_can_be_closed_before_it_works(qtbot: QtBot, painted: MainWindow) -> None:
    painted.close()
    qtbot.wait(100)
    assert painted.is_idle()
    assert not painted.is_at_work


def test_library_that_cannot_be_opened_after_all_is_said_in_the_foot_line(
    qtbot: QtBot, painted: MainWindow, library: Path
) -> None:
    (library / "library.sqlite3").write_bytes(b"no database")
    qtbot.waitUntil(painted.is_idle)
    assert str(library) in painted.frame.foot.message()
    painted.close()


def test_new_library_is_made_before_the_window_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(tmp_path / "new")
    qtbot.addWidget(window)
    assert window.is_at_work
