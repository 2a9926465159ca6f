"""What a user does at random in a real window, each deed written down once it is said to be saved.

Owns the table of keys and actions. A program of its own, started with folder, diary and seed, that
may be killed. Must not know who kills it.
"""

import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kdcurator.gui.app import open_window
from kdcurator.gui.backing_up import BackingUp
from kdcurator.gui.main_window import MainWindow
from tests.faults.diary import Diary
from tests.faults.known import write_texts
from tests.faults.program import Program

_PATIENCE = 30
"""Seconds after which the window counts as hanging."""


class Hands:
    """Presses keys in a window and does deeds that have no key."""

    def __init__(self, window: MainWindow, texts: Path, luck: random.Random) -> None:
        self.window = window
        self.texts = texts
        self.luck = luck

    def press(self, *keys: str) -> None:
        """Press keys by their portable names."""
        for key in keys:
            combination = QKeySequence(key)[0]  # type: ignore[index]  # the stubs lack it
            QTest.keyClick(self.focus(), combination.key(), combination.keyboardModifiers())

    def focus(self) -> QWidget:
        """Return what the keys go to."""
        return QApplication.focusWidget() or self.window

    def wait(self) -> None:
        """Let everything be done that is queued or runs."""
        until = time.monotonic() + _PATIENCE
        QApplication.processEvents()
        while not self.window.is_idle():
            QApplication.processEvents()
            if time.monotonic() > until:
                raise AssertionError("the window is never idle")

    def paste_files(self) -> None:
        """Import files as copied in a file manager."""
        paths = write_texts(self.texts, self.luck, self.luck.randint(1, 3))
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        QGuiApplication.clipboard().setMimeData(data)
        self.press("Ctrl+V")
        self.wait()

    @property
    def backing_up(self) -> BackingUp:
        """What makes backups every hour and on closing."""
        return self.window.workings.backups.backing_up

    def remove_article(self) -> None:
        """Delete the article that is open, unless few are left."""
        if len(self.window.desk.curator.articles.list_articles()) > 3:
            self.window.call_by_id("remove_articles")

    def merge_tags(self) -> None:
        """Merge tags as the form for it does."""
        names = [tag.name for tag in self.window.desk.tags if tag.key is None]
        if len(names) > 1:
            desk = self.window.desk
            one, other = self.luck.sample(names, 2)
            desk.run(lambda: desk.curator.tags.merge_tags(one, other))

    def merge_people(self) -> None:
        """Merge speakers as the form for it does."""
        desk = self.window.desk
        names = [person.name for person in desk.curator.people.list_people()]
        if len(names) > 1:
            one, other = self.luck.sample(names, 2)
            desk.run(lambda: desk.curator.people.merge([one], other))


def _keys(*keys: str) -> Callable[[Hands], object]:
    return lambda hands: hands.press(*keys)


def _digit(*before: str) -> Callable[[Hands], object]:
    return lambda hands: hands.press(*before, str(hands.luck.randint(1, 9)))


def _tag_by_name(hands: Hands) -> None:
    hands.press("N", "T")
    QTest.keyClicks(hands.focus(), f"emne {hands.luck.choice('abc')}")
    hands.press("Return", "Esc")


_DEEDS: Sequence[tuple[str, int, Callable[[Hands], object]]] = (
    ("tag a suggestion", 12, _digit("N")),
    ("tag a sentence", 12, _digit("S")),
    ("tag by name", 8, _tag_by_name),
    ("toggle a tag", 6, _digit()),
    ("save a sentence", 4, _keys("S", "Return")),
    ("dismiss", 3, _keys("N", "X")),
    ("save all strong", 2, _keys("Shift+Return")),
    ("move the end", 4, _keys("Ctrl+Shift+Left")),
    ("another article", 6, _keys("J")),
    ("the article before", 4, _keys("K")),
    ("remove a quote", 5, _keys("Delete")),
    ("undo", 9, _keys("Ctrl+Z")),
    ("redo", 6, _keys("Ctrl+Y")),
    ("import", 5, Hands.paste_files),
    ("remove an article", 3, Hands.remove_article),
    ("merge tags", 3, Hands.merge_tags),
    ("merge people", 2, Hands.merge_people),
    ("back up beside the work", 3, lambda hands: hands.backing_up.back_up_quietly()),
    ("back up as when it closes", 2, lambda hands: hands.backing_up.back_up_at_last()),
    ("index beside the work", 4, lambda hands: hands.window.desk.indexer.catch_up()),
)
_WEIGHTS = [weight for _, weight, _ in _DEEDS]


def work(folder: Path, diary: Path, seed: int) -> None:
    """Open the window and do one deed after the other, for ever."""
    QApplication([])
    program = Program(folder)
    window = open_window(program.library, language="en", theme="light")
    hands = Hands(window, folder / "texts", random.Random(seed))
    hands.wait()
    notes = Diary(diary, program.database)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        name, _, deed = hands.luck.choices(_DEEDS, _WEIGHTS)[0]
        if window.desk.current() is None:
            name, deed = "import", Hands.paste_files
        notes.begin(name)
        deed(hands)
        if hands.window.desk.running.is_anything:
            hands.wait()  # a large undo goes a part at a time
        notes.saved(name)
        QApplication.processEvents()


if __name__ == "__main__":
    work(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
