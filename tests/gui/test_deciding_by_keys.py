"""Quotes in a newer version of their article, by keys alone: seen, accepted, placed, given up."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from kdcurator.domain.quote import AnchorState, Quote
from kdcurator.gui.dialogs.deciding_page import DecidingPage
from kdcurator.gui.dialogs.passage_view import PassageView
from kdcurator.gui.models.values import VALUE
from kdcurator.gui.panes.standing_line import StandingLine
from tests.gui.conftest import ARTICLES, Hands

pytestmark = pytest.mark.gui

ALTERED = "Vi køber ikke noget, som borgerne ikke kan bruge"
CHANGED = "Vi køber aldrig noget, som borgerne ikke kan bruge"
ADDED = "- Det siger vi nu hver eneste gang, siger Per Dal.\n\n"


def newer(text: str) -> str:
    """Return a text with one quote altered, one moved to the top, and one taken out."""
    text = text.replace(ALTERED, CHANGED)
    text = text.replace("- Næste gang spørger vi borgerne først, siger Per Dal.\n", "")
    moved = "- Men det var det værd 😀, siger Per Dal.\n\n"
    text = text.replace(moved, "")
    head = "Lyngsø vælger færre systemer\n\n"
    return text.replace(head, head + moved + ADDED)


def page(hands: Hands) -> DecidingPage:
    found = hands.part("decidingPage")
    assert isinstance(found, DecidingPage)
    return found


def passage(hands: Hands, name: str) -> PassageView:
    found = hands.part(name)
    assert isinstance(found, PassageView)
    return found


def line(hands: Hands) -> str:
    found = hands.part("standingLine")
    assert isinstance(found, StandingLine)
    return found.words()


def states(hands: Hands) -> dict[str, AnchorState]:
    return {quote.text[:12]: quote.anchor_state for quote in hands.opened.quotes}


def quotes(hands: Hands) -> list[Quote]:
    return hands.window.desk.curator.deciding.list_unsettled()


def one_by_one(hands: Hands, *keys: str) -> None:
    """Press keys as somebody does who reads what each of them shows."""
    for key in keys:
        hands.press(key)


@pytest.fixture
def came_again(hands: Hands, tmp_path: Path) -> Hands:
    """Return hands on a window into which an article has just come again, three quotes saved."""
    hands.press("1", "N", "2", "N", "3")
    data = QMimeData()
    (tmp_path / "0.txt").write_text(newer(ARTICLES[0]), encoding="utf-8")
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "0.txt"))])
    hands.window.workings.import_dropped(data)
    hands.wait()
    return hands


def test_quotes_that_are_not_sure_are_shown_after_the_import(came_again: Hands) -> None:
    hands = came_again
    assert page(hands).is_open
    told = page(hands).told()
    assert told["count"] == "2 quotes to decide on  ·  1 quote no longer in the article"
    assert told["state"] == "Moved in the new version"
    assert told["place"] == "1 of 3  ·  Lyngsø vælger færre systemer  ·  Per Dal"
    hands.press("N")
    assert passage(hands, "passageBefore").words() == ALTERED
    assert passage(hands, "passageAfter").words() == CHANGED
    assert passage(hands, "passageBefore").marked() == ["ikke"]
    assert passage(hands, "passageAfter").marked() == ["aldrig"]
    assert "changed a little" in page(hands).told()["reason"]
    hands.press("Esc")
    assert hands.focus == "reader"
    assert len(quotes(hands)) == 3, "looking changes nothing"


def test_place_is_accepted_and_taken_back_on_the_page(came_again: Hands) -> None:
    hands = came_again
    hands.press("Return")
    assert states(hands)["Men det var "] is AnchorState.EXACT
    assert page(hands).told()["told"] == "Place in the new version accepted."
    assert page(hands).told()["count"].startswith("1 quote to decide on")
    hands.press("Ctrl+Z")
    assert states(hands)["Men det var "] is AnchorState.MOVED
    assert page(hands).told()["place"].startswith("1 of 3")
    hands.press("Ctrl+Y")
    assert states(hands)["Men det var "] is AnchorState.EXACT
    assert page(hands).is_open


def test_words_marked_as_gone_are_those_that_were_saved(came_again: Hands) -> None:
    hands = came_again
    one_by_one(hands, "Down", "X")
    assert "Vi køber aldrig noget" not in [quote.text for quote in hands.opened.quotes]
    assert states(hands)[ALTERED[:12]] is AnchorState.GONE
    hands.press("Ctrl+Z")
    assert states(hands)[CHANGED[:12]] is AnchorState.MOVED


def test_words_are_chosen_in_the_text(came_again: Hands) -> None:
    hands = came_again
    hands.press("Down", "Down", "S")
    assert not page(hands).is_open
    assert line(hands) == "Mark where this stands now: Næste gang spørger vi borgerne først"
    hands.press("Return")
    assert hands.message.startswith("Mark the words first")
    hands.press("Ctrl+Home", "N", "Return")
    assert page(hands).is_open
    assert page(hands).told()["told"] == "Quote placed anew."
    assert states(hands)["Det siger vi"] is AnchorState.EXACT
    assert len(hands.opened.quotes) == 3
    hands.press("Ctrl+Z")
    assert states(hands)["Næste gang s"] is AnchorState.GONE


def test_choosing_is_given_up_with_escape(came_again: Hands) -> None:
    hands = came_again
    hands.press("Down", "S", "S", "Esc")
    assert not page(hands).is_open, "the selection goes first"
    hands.press("Esc")
    assert page(hands).is_open
    assert page(hands).told()["place"].startswith("2 of 3")
    assert len(quotes(hands)) == 3
    assert hands.window.desk.placing is None


def test_page_opens_by_key_and_says_when_nothing_is_left(came_again: Hands) -> None:
    hands = came_again
    hands.press("Esc")
    assert line(hands) == "2 quotes to decide on  ·  1 quote no longer in the article"
    one_by_one(hands, "V", "Return", "Return", "Esc")
    assert line(hands) == "1 quote no longer in the article"

    hands.press("J", "Shift+V")
    assert page(hands).told()["place"].startswith("1 of 1")
    hands.press("Esc", "V")
    assert page(hands).told()["state"] == "No longer in the article"


def test_empty_page_says_so(hands: Hands) -> None:
    hands.press("V")
    assert page(hands).told()["empty"].startswith("Nothing is left to decide.")
    assert line(hands) == ""
    hands.press("Return", "X", "S", "Down", "Esc")
    assert hands.focus == "reader"


def test_row_of_an_article_that_came_again_is_shown_anew(came_again: Hands) -> None:
    (first, _second) = came_again.window.desk.curator.articles.list_articles()
    shown = came_again.window.frame.articles.model().index(0, 0).data(VALUE)
    assert (shown.suggestions, shown.version_id) == (first.suggestions, first.version_id)
