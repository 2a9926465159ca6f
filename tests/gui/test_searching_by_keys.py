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
        "none": "Intet er markeret: søg overalt, eller find i artiklen.",
        "narrowed": "borger kilde:Per Dal".replace("Per Dal", '"Per Dal"'),
    },
    "en": {
        "slip": "Showing results for “borgerne”; nothing matches “borgrene”.",
        "step": "2 of 2",
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
