"""A window on a small library, and hands that only press keys."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kdcurator import bootstrap
from kdcurator.domain.open_article import OpenArticle
from kdcurator.gui.actions import ACTIONS
from kdcurator.gui.app import open_window
from kdcurator.gui.main_window import MainWindow
from kdcurator.settings import from_environment

ARTICLES = (
    """Lyngsø vælger færre systemer

Lyngsø Kommune siger oftere nej til nye it-systemer, fortæller kommunaldirektør Per Dal.

- Vi køber ikke noget, som borgerne ikke kan bruge, siger Per Dal.

Det har kostet kræfter i kommunen. Og det tager tid.

- Men det var det værd 😀, siger Per Dal.

- Næste gang spørger vi borgerne først, siger Per Dal.
""",
    """Ny vej gennem Lyngsø

Vejen åbner til maj. Den bliver to kilometer lang.

- Den vej har vi ventet på i tyve år, siger borgmester Anna Krog.
""",
)


class Hands:
    """Presses keys where the focus is, as a user without a mouse does."""

    def __init__(self, window: MainWindow, bot: QtBot) -> None:
        self.window = window
        self._bot = bot
        self.pressed = 0

    def press(self, *keys: str) -> None:
        """Press keys by their portable names, one after the other, and wait until all is done."""
        for key in keys:
            combination = QKeySequence(key)[0]  # type: ignore[index]  # the stubs lack it
            QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())
            self.pressed += 1
        self.wait()

    def write(self, text: str) -> None:
        """Type letters."""
        QTest.keyClicks(self._focus(), text)
        self.wait()

    def command(self, action_id: str) -> None:
        """Do a command by its name in the palette, as far as a plain keyboard has its letters."""
        name = next(action.name for action in ACTIONS if action.id == action_id)
        self.press("Ctrl+K")
        self.write(name.partition(" –")[0].rstrip("…"))
        self.press("Return")

    def wait(self) -> None:
        """Wait until the window is idle."""
        self._bot.waitUntil(self.window.is_idle, timeout=10_000)

    @property
    def focus(self) -> str:
        """The objectName of what has the focus."""
        return self._focus().objectName()

    @property
    def opened(self) -> OpenArticle:
        """The article that is open."""
        opened = self.window.desk.current()
        assert opened is not None, "no article is open"
        return opened

    def part(self, name: str) -> QWidget:
        """Return the part of the window of this objectName."""
        part = self.window.findChild(QWidget, name)
        assert isinstance(part, QWidget), f"there is no {name}"
        return part

    @property
    def message(self) -> str:
        """What the foot line says."""
        return self.window.desk.panes.foot.message()

    def _focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget


@pytest.fixture(scope="session")
def pattern_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library with two articles, made once, that nobody opens."""
    folder = tmp_path_factory.mktemp("pattern")
    for number, text in enumerate(ARTICLES):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    settings = from_environment(bootstrap.platform_folders())
    with bootstrap.build(replace(settings, library=folder / "library")) as curator:
        curator.articles.import_files(sorted(folder.glob("*.txt")))
    return folder / "library"


@pytest.fixture
def library(pattern_library: Path) -> Path:
    """Return a library with two articles."""
    settings = from_environment(bootstrap.platform_folders())
    return Path(shutil.copytree(pattern_library, settings.library))


Opener = Callable[..., Hands]


@pytest.fixture
def open_on(qtbot: QtBot) -> Iterator[Opener]:
    """Open windows that are closed when the test ends."""
    opened: list[MainWindow] = []

    def open_on(library: Path, language: str = "en", theme: str = "light") -> Hands:
        window = open_window(library, language=language, theme=theme)
        opened.append(window)
        qtbot.waitUntil(window.isActiveWindow, timeout=5_000)
        hands = Hands(window, qtbot)
        hands.wait()
        return hands

    yield open_on
    for window in opened:
        window.close()
        window.deleteLater()


@pytest.fixture
def hands(open_on: Opener, library: Path) -> Hands:
    """Return hands on a window with two articles."""
    return open_on(library)
