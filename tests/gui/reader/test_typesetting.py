"""A text is set whole, whatever stood there before, and pushes no caret about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument, QTextFrameFormat
from pytestqt.qtbot import QtBot

from kdcurator.domain.article import Part, PartKind
from kdcurator.gui.reader.display import Display
from kdcurator.gui.reader.typesetting import Typesetter
from kdcurator.gui.theme import light

pytestmark = pytest.mark.gui

texts = st.text(st.sampled_from("aå é\u0301😀\u00a0\n-»"), max_size=12)


def _set(document: QTextDocument, text: str) -> None:
    parts = [Part(PartKind.TITLE, 0, len(text.partition("\n")[0]))]
    Typesetter(light(), 1.0).set_text(document, Display(text), parts, QTextFrameFormat())


@given(texts, texts)
def test_new_text_stands_in_the_place_of_the_old(qapp: object, before: str, after: str) -> None:
    document = QTextDocument()
    _set(document, before)
    _set(document, after)
    assert document.toRawText().replace("\u2029", "\n") == after
    anew = QTextDocument()
    _set(anew, after)
    assert document.toHtml() == anew.toHtml()


@given(st.text(min_size=1, max_size=5), texts)
def test_caret_at_the_start_stays_there(qapp: object, before: str, after: str) -> None:
    document = QTextDocument()
    document.setPlainText(before)
    caret = QTextCursor(document)
    _set(document, after)
    assert (caret.position(), caret.anchor()) == (0, 0)


def test_first_text_of_all_is_set_too(qtbot: QtBot) -> None:
    document = QTextDocument()
    _set(document, "Rubrik\n\nTekst")
    assert document.toPlainText() == "Rubrik\n\nTekst"
