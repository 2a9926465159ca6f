"""Search as somebody types, by keys alone: words, results, counts, slips, and the way back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gui.conftest import Hands
from tests.journeys.places import Places

pytestmark = pytest.mark.gui

Opener = Callable[..., Hands]

SAID = {
    "da": {
        "slip": "Viser fund for »borgerne«; intet svarer til »borgrene«.",
        "step": "2 af 2",
        "misread": "Et citationstegn bliver ikke lukket: læst som almindelige ord.",
        "none": "Intet er markeret: søg overalt, eller find i artiklen.",
        "narrowed": "borger kilde:Per Dal".replace("Per Dal", '"Per Dal"'),
    },
    "en": {
        "slip": "Showing results for “borgerne”; nothing matches “borgrene”.",
        "step": "2 of 2",
        "misread": "A quotation mark is never closed: read as plain words.",
        "none": "Nothing is marked: search, or find in the article.",
        "narrowed": 'borger speaker:"Per Dal"',
    },
}
LANGUAGES = pytest.mark.parametrize("language", ["da", "en"])


def words_offered(hands: Hands) -> list[str]:
    search = hands.window.desk.panes.search
    return [] if search.completions.isHidden() else search.completions.words()


@LANGUAGES
def test_word_is_chosen_its_hit_opened_and_left_again(
    open_on: Opener, library: Path, language: str
) -> None:
    said, places = SAID[language], Places(hands := open_on(library, language=language))
    search, start = hands.window.desk.panes.search, hands.opened.article.id
    hands.press("F3")
    assert hands.message == said["none"]
    hands.press("J", "F")
    hands.write("b")
    assert words_offered(hands) == []
    hands.write("o")
    assert (words_offered(hands), hands.focus) == (["borgerne", "borgmester"], "searchField")
    hands.press("Down", "Return")
    assert (search.search_field.text(), hands.focus) == ("borgerne ", "searchField")
    before = places.text_picture()
    hands.press("Return")
    assert (hands.focus, hands.opened.article.id) == ("reader", start)
    assert places.text_picture() != before
    hands.press("F3")
    assert hands.message == said["step"]
    hands.press("Shift+F3")
    assert hands.window.frame.reader.found() == (1, 2)
    hands.press("Alt+Left")
    assert hands.opened.article.id != start


@LANGUAGES
def test_slip_is_understood_and_told(open_on: Opener, library: Path, language: str) -> None:
    hands = open_on(library, language=language)
    search = hands.window.desk.panes.search
    hands.press("F")
    hands.write("borgrene")
    assert search.advice.text() == SAID[language]["slip"]
    hands.press("Return")
    assert hands.window.frame.reader.found() == (1, 2)


@LANGUAGES
def test_query_that_is_not_read_as_written_finds_words_and_says_so(
    open_on: Opener, library: Path, language: str
) -> None:
    hands = open_on(library, language=language)
    search = hands.window.desk.panes.search
    hands.press("F")
    hands.write('kommunen "kræfter')
    assert (search.advice.isVisible(), search.advice.text()) == (True, SAID[language]["misread"])
    hands.write('"')
    assert not search.advice.isVisible()
    hands.press("Return")
    assert (hands.focus, hands.window.frame.reader.found()[1]) == ("reader", 3)


@LANGUAGES
def test_results_are_narrowed_and_widened(open_on: Opener, library: Path, language: str) -> None:
    places = Places(hands := open_on(library, language=language))
    search = hands.window.desk.panes.search
    hands.press("3")
    assert len(places.kept()) == 1
    hands.press("F")
    hands.write("borger")
    both = search.found.text()
    hands.press("F4", "Down")
    assert hands.focus == "facetList"
    hands.press("Return")
    assert search.query() == SAID[language]["narrowed"]
    hands.press("Return")
    assert (search.query(), search.found.text()) == ("borger", both)
    assert len(places.kept()) == 1


def test_what_was_tagged_is_counted_in_a_fresh_window(open_on: Opener, library: Path) -> None:
    hands = open_on(library)
    hands.press("3")
    hands.window.close()
    hands = open_on(library)
    hands.press("F")
    hands.write("borgerne")
    rows = hands.window.desk.panes.search.narrowing.rows()
    assert [row.name for row in rows if row.facet == "speaker"] == ["Per Dal"]
    assert [row.name for row in rows if row.facet == "status"] == ["not sent"]


def go_to_hit(hands: Hands) -> None:
    """Search for two words that stand before the first and before the second suggestion."""
    hands.press("F")
    hands.write("oftere kræfter")
    hands.press("Return")


@LANGUAGES
def test_n_and_p_go_through_what_was_found_and_on_to_suggestions(
    open_on: Opener, library: Path, language: str
) -> None:
    go_to_hit(hands := open_on(library, language=language))
    reader, foot = hands.window.frame.reader, hands.window.frame.foot
    key = ("N", {"da": "næste fundne ord", "en": "next word found"}[language])
    assert (foot.keys_shown()[0], reader.found()) == (key, (1, 2))
    hands.press("N")
    assert (hands.message, reader.found()) == (SAID[language]["step"], (2, 2))
    hands.press("P")
    assert (reader.found(), reader.in_hand()) == ((1, 2), None)
    hands.press("N", "N")
    second = hands.opened.suggestions[1]
    assert (reader.in_hand(), reader.found()[1]) == (second, 2)
    assert key not in foot.keys_shown()
    hands.press("P")
    assert reader.in_hand() == hands.opened.suggestions[0]


@pytest.mark.parametrize(
    ("keys", "marked"),
    [(("Esc",), 0), (("S",), 2), (("J", "K"), 0), (("Right",), 2), (("F6",), 2)],
)
def test_n_is_for_suggestions_again_once_something_else_is_done(
    open_on: Opener, library: Path, keys: tuple[str, ...], marked: int
) -> None:
    places = Places(hands := open_on(library))
    go_to_hit(hands)
    hands.press(*keys)
    assert hands.window.frame.reader.found()[1] == marked
    hands.press("N", "3")
    assert len(places.kept()) == 1
    assert len(places.found("kilde:dal")) == 1


def test_sentence_is_saved_while_found_words_are_gone_through(
    open_on: Opener, library: Path
) -> None:
    places = Places(hands := open_on(library))
    go_to_hit(hands)
    before = places.text_picture()
    hands.press("N", "S", "3", "F3", "N")
    assert [quote.text for quote in places.kept()] == ["Det har kostet kræfter i kommunen."]
    assert hands.window.frame.reader.found() == (2, 2)
    hands.press("3")
    assert places.kept()[0].tags == ()
    assert places.text_picture() != before
    assert len(places.found("kræfter")) == 1


def test_result_is_in_sight_where_one_pane_has_room(open_on: Opener, library: Path) -> None:
    hands = open_on(library)
    hands.window.resize(420, 700)
    hands.wait()
    assert hands.window.frame.row.is_narrow
    go_to_hit(hands)
    reader = hands.window.frame.reader
    assert (hands.focus, reader.isVisible()) == ("reader", True)
    assert reader.viewport().rect().contains(reader.cursorRect().center())
    hands.press("N")
    assert reader.found() == (2, 2)


def test_help_on_searching_is_read_and_left(hands: Hands) -> None:
    hands.command("help_searching")
    assert hands.part("helpPage").isVisible()
    hands.press("End", "Esc")
    assert hands.focus == "reader"
