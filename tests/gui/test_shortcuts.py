"""Each key of the keymap reaches its own action, where it should and nowhere else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from kdcurator.gui.actions import ACTIONS, Action, Scope
from kdcurator.gui.frame import Frame
from kdcurator.gui.keymap import is_single, load_keymap
from kdcurator.gui.shortcuts import FocusKeys, make_actions
from kdcurator.gui.theme import light

pytestmark = pytest.mark.gui

KEYMAP = load_keymap()
IN_LISTS = {"Return", "Enter", "X"}
"""Keys of the reader alone."""

FIELDS_OWN = {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+C", "Ctrl+V", "Del"}


class Board(QMainWindow):
    """The window's panes with every key connected, and nothing behind the keys."""

    def __init__(self) -> None:
        super().__init__()
        self.frame = Frame(light(), KEYMAP, self)
        self.frame.furnish(light())
        self.setCentralWidget(self.frame)
        self.called: list[str] = []
        scopes: dict[Scope, QWidget] = {
            Scope.READER: self.frame.reader,
            Scope.PANES: self.frame,
            Scope.WINDOW: self,
        }
        make_actions(scopes, KEYMAP, self.note)
        self.keys = FocusKeys([self.frame], KEYMAP, self.note, self)

    def note(self, action: Action) -> None:
        self.called.append(action.id)

    def calls_of(self, key: str) -> list[str]:
        """Press a key where the focus is; return which actions that called."""
        self.called.clear()
        combination = QKeySequence(key)[0]  # type: ignore[index]  # the stubs lack it
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, combination.key(), combination.keyboardModifiers())
        return list(self.called)


@pytest.fixture
def board(qtbot: QtBot) -> Board:
    made = Board()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitUntil(made.isActiveWindow, timeout=5_000)
    return made


def expected() -> dict[str, list[str]]:
    return {key: [action.id] for action in ACTIONS for key in KEYMAP.keys.get(action.id, ())}


def pressed(board: Board, keep: Callable[[str], bool]) -> dict[str, list[str]]:
    return {key: board.calls_of(key) for key in expected() if keep(key)}


def test_every_key_reaches_its_action_in_the_reader(board: Board) -> None:
    board.frame.reader.setFocus()
    assert pressed(board, lambda _key: True) == expected()


@pytest.mark.parametrize("name", ["articleList", "tagList", "quoteList"])
def test_every_key_but_the_readers_own_works_in_lists(board: Board, name: str) -> None:
    part = board.findChild(QWidget, name)
    assert isinstance(part, QWidget)
    part.setFocus()
    wanted = {key: [] if key in IN_LISTS else ids for key, ids in expected().items()}
    assert pressed(board, lambda _key: True) == wanted


_IN_FIELDS = ("Left", "Right", "Up", "Down", "Return", "Enter")


def is_fields(key: str) -> bool:
    """Tell whether a text field keeps a key: what writes, edits, moves in it or ends it."""
    return is_single(key) or key in FIELDS_OWN or key.endswith(_IN_FIELDS)


@pytest.mark.parametrize("name", ["searchField", "findField", "filterField"])
def test_fields_keep_their_keys_and_leave_the_rest(board: Board, name: str) -> None:
    board.frame.find_bar.ask()
    board.frame.articles.edit_filter()
    field = board.findChild(QLineEdit, name)
    assert isinstance(field, QLineEdit)
    for key, ids in expected().items():
        field.setFocus()
        field.setText("abc")
        if key == "Esc":
            continue  # the field's own step out, tried with the whole window
        assert board.calls_of(key) == ([] if is_fields(key) else ids), key


@pytest.mark.parametrize("characters", KEYMAP.characters.items())
def test_characters_are_matched_wherever_they_are_typed(
    board: Board, characters: tuple[str, tuple[str, ...]]
) -> None:
    action, typed = characters
    for focus in (board.frame.reader, board.frame.articles):
        focus.setFocus()
        board.called.clear()
        for character in typed:
            QTest.keyClicks(focus, character)
            QTest.keyClicks(focus, character, Qt.KeyboardModifier.ShiftModifier)
        assert board.called == [action] * 2 * len(typed)


def test_held_key_repeats_only_what_is_meant_to(board: Board) -> None:
    repeats = {qaction.text(): qaction.autoRepeat() for qaction in board.frame.actions()}
    assert repeats
    for action in ACTIONS:
        if action.scope is Scope.PANES:
            assert repeats[action.name] is action.repeats
