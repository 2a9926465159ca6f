"""A text comes back from its field exactly as it was put in, but for what was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdcurator.gui.dialogs.writing import Writing
from kdcurator.text.canonical import canonical

NASTY = "a\u00a0b\u00adc\u2028d\u2029e  \n\tå😀e\u0301\u200d\u202e\n\n \u2029"


@pytest.fixture
def field(qtbot: QtBot) -> Writing:
    field = Writing()
    qtbot.addWidget(field)
    return field


def test_untouched_text_is_the_text_that_was_given(field: Writing) -> None:
    field.set_text(NASTY)
    assert field.text() == NASTY


def test_what_stands_around_a_change_stays_as_it_was(field: Writing) -> None:
    field.set_text(NASTY)
    field.set_place(3)
    QTest.keyClicks(field, "XY")
    assert field.text() == NASTY[:3] + "XY" + NASTY[3:]


def test_line_breaks_that_are_written_are_newlines(field: Writing) -> None:
    field.set_text("ab")
    field.set_place(1)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert field.text() == "a\n\nb"


def test_another_text_in_its_place_can_be_taken_back(field: Writing) -> None:
    field.set_text("ab")
    QTest.keyClicks(field, "X")
    field.replace_text("cd\u00a0")
    assert field.text() == "cd\u00a0"
    field.undo()
    assert field.text() == "Xab"


def test_word_without_end_does_not_hold_the_window_up(field: Writing) -> None:
    field.set_text("x" * 200_000)
    field.show()
    assert field.lineWrapMode() is Writing.LineWrapMode.NoWrap


@given(st.text(), st.data())
def test_any_text_comes_back_with_what_was_written_into_it(text: str, data: st.DataObject) -> None:
    text = canonical(text).text
    field = Writing()
    field.set_text(text)
    assert field.text() == text
    place = data.draw(st.integers(0, len(text)))
    field.set_place(place)
    field.insertPlainText("ø")
    assert sorted(field.text()) == sorted(text + "ø")
    cursor = field.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    field.undo()
    assert field.text() == text
