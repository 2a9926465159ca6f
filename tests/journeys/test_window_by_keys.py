"""The main job in the window, by keys alone: read, take, tag, find, hand over, come back."""

import csv
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication

from kdcurator.domain.quote import Quote, QuoteFilter
from kdcurator.gui.actions import ACTIONS
from tests.gui.conftest import Hands

Opener = Callable[..., Hands]


def import_all(hands: Hands, files: list[Path]) -> None:
    """Paste files, as copied in a file manager, and wait for them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(os.fspath(file)) for file in files])
    QGuiApplication.clipboard().setMimeData(data)
    hands.press("Ctrl+V")


def quotes_of(hands: Hands) -> list[Quote]:
    return hands.window.desk.curator.quotes.list_quotes(QuoteFilter())


def tag_all(hands: Hands) -> int:
    """Tag every suggestion with a digit; return how many keys that took."""
    before, digits = hands.pressed, 0
    while any(a.suggestions for a in hands.window.desk.curator.articles.list_articles()):
        if hands.window.desk.panes.reader.in_hand() is None:
            hands.press("N")
        hands.press(str(1 + digits % 9))
        digits += 1
        assert digits < 200, "the suggestions do not come to an end"
    return hands.pressed - before


def prove(hands: Hands) -> None:
    """Compare every quote with its article, character by character."""
    for quote in quotes_of(hands):
        text = hands.window.desk.curator.reading.open_article(quote.article_id).text
        assert all(segment.holds_in(text) for segment in quote.segments)


@pytest.mark.corpus
@pytest.mark.parametrize("goes_on", [False, True])
def test_every_suggestion_is_tagged_in_few_keys(
    open_on: Opener, corpus: Path, tmp_path: Path, *, goes_on: bool
) -> None:
    hands = open_on(tmp_path / "library", language="da")
    import_all(hands, sorted(corpus.glob("*.txt")))
    if goes_on:
        hands.press("Ctrl+K")
        hands.write(next(action.name for action in ACTIONS if action.id == "go_on"))
        hands.press("Return")
    keys = tag_all(hands)
    quotes = quotes_of(hands)
    assert keys / len(quotes) <= (1.2 if goes_on else 2.0)
    assert all(quote.tags for quote in quotes)
    prove(hands)


def test_everything_is_undone_and_done_again(hands: Hands) -> None:
    tag_all(hands)
    saved = quotes_of(hands)
    for _ in saved:
        hands.press("Ctrl+Z")
    assert quotes_of(hands) == []
    for _ in saved:
        hands.press("Ctrl+Y")
    assert [(q.segments, q.tags) for q in quotes_of(hands)] == [(q.segments, q.tags) for q in saved]


def test_quotes_are_as_they_were_after_a_restart(open_on: Opener, library: Path) -> None:
    hands = open_on(library)
    hands.press("1", "N", "2", "M")
    hands.write("to be checked")
    hands.press("Return", "Ctrl+Shift+Left")
    before = quotes_of(hands)
    hands.window.close()
    again = open_on(library)
    assert quotes_of(again) == before
    prove(again)
    again.press("Ctrl+Z")
    assert "boundary" in again.message


def test_search_finds_a_quote_just_saved_and_leads_there_and_back(hands: Hands) -> None:
    hands.press("N", "N", "1", "P", "P")
    here = hands.window.desk.here()
    hands.press("F")
    hands.write("borgerne spørger")
    hands.press("Return", "Alt+Left")
    assert hands.window.desk.here() == here


def test_quotes_are_exported_to_word_and_to_a_table(hands: Hands, tmp_path: Path) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    hands.press("1", "N", "2")
    hands.window.workings.library_actions.folder = documents
    hands.press("Ctrl+E", "Return")
    hands.press("Ctrl+E", "Tab", "Down", "Return")
    assert "2 quotes exported" in hands.message
    assert zipfile.is_zipfile(next(documents.glob("*.docx")))
    (table,) = documents.glob("*.csv")
    with table.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file, delimiter=";"))) == 2
