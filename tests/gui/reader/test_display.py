"""Long lines are folded for display, and no offset is lost by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from kdcurator.gui.reader.display import FOLD_AT, Display

pytestmark = pytest.mark.gui

pieces = st.text(st.sampled_from("a 😀\u0301\u00a0\u2028\u2029\n\t\ufffc"), max_size=40)
long_texts = st.builds(
    lambda head, word, count, tail: head + word * count + tail,
    pieces,
    st.sampled_from(["ord ", "😀", "e\u0301", "x"]),
    st.integers(0, 3 * FOLD_AT),
    pieces,
)


@given(long_texts, st.data())
def test_offsets_come_back_through_folds(text: str, data: st.DataObject) -> None:
    display = Display(text)
    for _ in range(20):
        place = data.draw(st.integers(0, len(text)))
        assert display.to_text(display.to_qt(place)) == place


@given(long_texts)
def test_no_line_is_longer_than_a_fold(text: str) -> None:
    assert max(len(line) for line in Display(text).text.split("\n")) <= FOLD_AT


@given(long_texts)
def test_folds_add_newlines_and_nothing_else(text: str) -> None:
    shown = Display(text).text
    assert shown.replace("\n", "") == text.replace("\n", "")


def test_short_lines_stay_as_they_are() -> None:
    assert Display("En linje.\n" * 5000).text == "En linje.\n" * 5000


@given(
    st.text(
        st.sampled_from("aæ😀\u0301\u00a0\u2028\u2029\u200d\u00ad\n\t\ufffc\ufffd"), max_size=80
    )
)
def test_document_counts_as_the_display_does(text: str) -> None:
    document = QTextDocument()
    display = Display(text)
    document.setPlainText(display.text)
    assert document.characterCount() - 1 == display.to_qt(len(text))


def test_fixture_needs_an_application(qtbot: QtBot) -> None:
    assert QTextDocument("æ").characterCount() == 2
