"""Boundaries, splitting, joining and reasons, by keys alone."""

import pytest
from PySide6.QtWidgets import QTextEdit

from kdcurator.domain.quote import Origin
from kdcurator.domain.suggestion import OpenSuggestion
from kdcurator.domain.target import Kept, Selected, Suggested
from kdcurator.gui.dialogs.help_page import HelpPage
from tests.gui.conftest import Hands


def texts(hands: Hands) -> list[str]:
    return [quote.text for quote in hands.opened.quotes]


def in_hand(hands: Hands) -> OpenSuggestion:
    found = hands.window.desk.panes.reader.in_hand()
    assert found is not None
    return found


def by_words(hands: Hands, count: int) -> None:
    hands.press(*["Ctrl+Right"] * count)


# Boundaries


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("Ctrl+Shift+Left", "Vi køber ikke noget, som borgerne ikke kan"),
        ("Alt+Shift+Right", "køber ikke noget, som borgerne ikke kan bruge"),
        ("Shift+S", "Vi køber ikke noget, som borgerne ikke kan bruge, siger Per Dal."),
        ("Ctrl+Shift+Down", "Vi køber ikke noget, som borgerne ikke kan bruge, siger Per Dal."),
    ],
)
def test_moved_suggestion_is_kept_and_stays_in_hand(hands: Hands, key: str, wanted: str) -> None:
    before = hands.opened.suggestions
    hands.press(key)
    (quote,) = hands.opened.quotes
    assert (quote.text, quote.origin) == (wanted, Origin.MANUAL)
    assert hands.window.desk.target() == Kept(quote.id)
    assert hands.message == "Saved · boundary moved."
    assert hands.opened.suggestions == before[1:]
    hands.press("Ctrl+Z")
    assert hands.opened.suggestions == before
    assert hands.window.desk.target() == Suggested(before[0].id)


def test_quote_grows_and_shrinks_by_sentences_at_both_ends(hands: Hands) -> None:
    hands.press("1")
    whole = texts(hands)
    hands.press("Ctrl+Shift+Down", "Ctrl+Shift+Down")
    assert texts(hands)[0].endswith("siger Per Dal.\n\nDet har kostet kræfter i kommunen.")
    hands.press("Ctrl+Shift+Up")
    assert texts(hands)[0].endswith("siger Per Dal.")
    hands.press("Alt+Shift+Up")
    assert texts(hands)[0].startswith("Lyngsø Kommune siger oftere nej")
    hands.press("Alt+Shift+Down")
    assert texts(hands)[0].startswith("Vi køber")
    hands.press(*["Ctrl+Z"] * 5)
    assert texts(hands) == whole
    hands.press("Ctrl+Shift+Up")
    assert texts(hands) == whole
    assert hands.message == "The boundary cannot be moved further."


def test_quote_stays_in_hand_while_its_start_moves(hands: Hands) -> None:
    hands.press("1", "Alt+Shift+Right", "Alt+Shift+Right", "Ctrl+Z", "2")
    (quote,) = hands.opened.quotes
    assert quote.text.startswith("køber")
    assert len(quote.tags) == 2


def test_selection_is_shortened_by_a_sentence(hands: Hands) -> None:
    hands.press("X", "Home", "S", "Shift+S", "Ctrl+Shift+Up")
    target = hands.window.desk.target()
    assert isinstance(target, Selected)
    assert texts(hands) == []


def test_boundary_of_nothing_is_said_so(hands: Hands) -> None:
    hands.press("X", "Home", "Ctrl+Shift+Left")
    assert "Nothing is in hand" in hands.message


# Split and join


def test_d_splits_at_the_caret_and_takes_the_second_in_hand(hands: Hands) -> None:
    by_words(hands, 5)
    hands.press("D")
    first, second = hands.opened.quotes
    assert first.text == "Vi køber ikke noget,"
    assert second.text == "som borgerne ikke kan bruge"
    assert first.speaker == second.speaker == "Per Dal"
    assert hands.window.desk.target() == Kept(second.id)
    assert hands.message == "Saved · quote split in two."
    hands.press("3")
    assert [len(quote.tags) for quote in hands.opened.quotes] == [0, 1]
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert isinstance(hands.window.desk.target(), Suggested)
    assert texts(hands) == []


def test_selected_sentence_is_split_from_its_quote(hands: Hands) -> None:
    hands.press("1", "Ctrl+Shift+Down", "Ctrl+Shift+Down", "S", "D")
    assert texts(hands) == [
        "Vi køber ikke noget, som borgerne ikke kan bruge, siger Per Dal.",
        "Det har kostet kræfter i kommunen.",
    ]


def test_caret_at_the_edge_of_a_quote_splits_nothing(hands: Hands) -> None:
    hands.press("D")
    assert hands.message.startswith("The caret is not inside the quote.")
    assert texts(hands) == []
    hands.press("X", "Home", "D")
    assert "Nothing is in hand" in hands.message


def test_shift_d_joins_with_the_next_quote(hands: Hands) -> None:
    hands.press("1", "Shift+D")
    (quote,) = hands.opened.quotes
    assert len(quote.segments) == 2
    assert quote.text.endswith("bruge Men det var det værd 😀")
    assert hands.message == "Quotes joined."
    assert hands.window.desk.target() == Kept(quote.id)
    hands.press("Ctrl+Z")
    assert texts(hands) == ["Vi køber ikke noget, som borgerne ikke kan bruge"]


def test_what_cannot_be_joined_is_said_so(hands: Hands) -> None:
    hands.press("A", "Ctrl+A")
    hands.write("Ida Bro")
    hands.press("Return", "Shift+D")
    assert hands.message == "The next quote is by Per Dal. Only quotes by one speaker are joined."
    hands.press("N", "N", "Shift+D")
    assert hands.message == "No quote comes after this one in the text."
    hands.press("X", "Home", "Shift+D")
    assert "Nothing is in hand" in hands.message


# Why


def test_b_tells_why_beside_the_quote_and_in_words(hands: Hands) -> None:
    card = hands.window.frame.tags.card
    assert card.reason.isHidden()
    hands.press("B")
    assert hands.message == "Suggested because: dash + “siger Per Dal”."
    assert card.reason.text() == hands.message
    assert not card.reason.isHidden()
    hands.press("N")
    assert card.reason.isHidden()
    hands.press("X", "Home", "B")
    assert hands.message.startswith("No suggestion is in hand.")


def test_saved_quote_has_no_reason(hands: Hands) -> None:
    hands.press("B", "1")
    assert hands.window.frame.tags.card.reason.isHidden()


# Help


def test_shift_f1_opens_the_help_which_keys_scroll_and_close(hands: Hands) -> None:
    hands.press("Shift+F1")
    page = hands.part("helpText")
    assert isinstance(page, QTextEdit)
    assert hands.focus == "helpText"
    assert page.accessibleName() == "Help"
    bar = page.verticalScrollBar()
    places = [bar.value()]
    for key in ("Down", "PgDown", "Up", "PgUp", "End", "Home"):
        hands.press(key)
        places.append(bar.value())
    assert places[0] == places[-1] == 0
    assert max(places) == places[-2] == bar.maximum()
    hands.press("J", "3")
    assert (hands.opened.article.id, texts(hands)) == (1, [])
    hands.press("Esc")
    assert not page.isVisible()
    assert hands.focus == "reader"


def test_help_is_found_by_its_name(hands: Hands) -> None:
    hands.command("help_quotes")
    assert hands.part("helpPage").isVisible()
    hands.press("Shift+F1")
    assert not hands.part("helpPage").isVisible()


def test_the_page_on_keeping_names_the_users_own_folders(hands: Hands) -> None:
    hands.command("help_keeping")
    page = hands.part("helpPage")
    assert isinstance(page, HelpPage)
    assert str(hands.window.desk.curator.library.folder) in page.text.toPlainText()
    hands.press("Esc")
    assert hands.focus == "reader"
