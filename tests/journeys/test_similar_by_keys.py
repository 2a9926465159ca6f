"""Similar articles from the import to the decision, by keys alone, and taken back.

After each step the picture, the words, the file and the search are asked.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from kdcurator.gui.dialogs.similar_page import SimilarPage
from tests.gui.conftest import ARTICLES, Hands
from tests.gui.test_texts_by_keys import urls
from tests.journeys.places import Places

Opener = Callable[..., Hands]

ADDED = "Byrådet drøfter sagen igen til maj, og der er afsat penge til det."
SIMILAR = ARTICLES[0].replace("Lyngsø vælger", "Kommunen vælger") + f"\n{ADDED}\n"
SAID = {
    "da": {
        "moved": "Artikel slettet · dens citat flyttet til den anden.",
        "kept": "Begge artikler beholdt.",
        "stays": "Artiklen bliver:",
        "undone": "Fortrudt:",
        "redone": "Gjort igen:",
    },
    "en": {
        "moved": "Article deleted · its quote moved to the other one.",
        "kept": "Both articles kept.",
        "stays": "The article stays:",
        "undone": "Undone:",
        "redone": "Done again:",
    },
}


@pytest.mark.parametrize("language", ["da"])
def test_quote_goes_to_the_article_that_stays(
    open_on: Opener, library: Path, tmp_path: Path, language: str
) -> None:
    places, said = Places(hands := open_on(library, language=language)), SAID[language]
    hands.press("1")
    (before,) = places.kept()
    bring_in(hands, tmp_path)
    page = similar_page(hands)
    left, right = page.marked()
    assert "Lyngsø" in left
    assert ADDED[:-1] in " ".join(right)
    picture = picture_of(hands)
    hands.press("1")
    assert said_on_the_page(hands) == hands.message == said["moved"]
    assert picture_of(hands) != picture
    (after,) = places.kept()
    assert after.is_verbatim
    assert (after.id, after.text, after.tags) == (before.id, before.text, before.tags)
    assert (before.article_id, after.article_id) == (1, 3)
    assert articles_on_disk(places) == [2, 3]
    for key, kept, articles, word in (
        ("Ctrl+Z", [before], [1, 2, 3], "undone"),
        ("Ctrl+Y", [after], [2, 3], "redone"),
        ("Ctrl+Z", [before], [1, 2, 3], "undone"),
    ):
        hands.press(key)
        assert said_on_the_page(hands).startswith(said[word])
        assert (places.kept(), articles_on_disk(places)) == (kept, articles)
    assert page.pair_in_hand() is not None
    hands.press("1", "Esc")
    assert places.articles_found("rubrik:lyngsø rubrik:systemer") == []
    assert places.found("borgerne") == [before.id]


def test_both_are_kept_and_not_asked_about_again(
    open_on: Opener, library: Path, tmp_path: Path
) -> None:
    places, said = Places(hands := open_on(library)), SAID["en"]
    bring_in(hands, tmp_path)
    page = similar_page(hands)
    hands.press("B")
    assert said_on_the_page(hands) == said["kept"]
    assert page.pair_in_hand() is None
    hands.press("Esc", "Ctrl+D")
    assert hands.message == "No articles are much like each other."
    hands.press("Ctrl+Z", "Ctrl+D")
    assert page.is_open
    assert page.pair_in_hand() is not None
    assert articles_on_disk(places) == [1, 2, 3]


def test_an_article_whose_quote_stands_nowhere_else_stays(
    open_on: Opener, library: Path, tmp_path: Path
) -> None:
    places, said = Places(hands := open_on(library)), SAID["en"]
    bring_in(hands, tmp_path)
    hands.press("Esc", "Ctrl+End", "S", "2")
    before = places.kept()
    assert [quote.text for quote in before] == [ADDED]
    hands.press("Ctrl+D")
    picture = picture_of(hands)
    hands.press("2")
    assert said_on_the_page(hands).startswith(said["stays"])
    assert picture_of(hands) != picture
    assert (places.kept(), articles_on_disk(places)) == (before, [1, 2, 3])


def bring_in(hands: Hands, folder: Path) -> None:
    """Import a similar article, and compare it from the report."""
    (folder / "similar.txt").write_text(SIMILAR, encoding="utf-8")
    hands.window.workings.import_dropped(urls(folder / "similar.txt"))
    hands.wait()
    assert hands.part("importReport").isVisible()
    hands.press("Ctrl+D")


def similar_page(hands: Hands) -> SimilarPage:
    page = hands.window.findChild(SimilarPage)
    assert isinstance(page, SimilarPage)
    assert page.is_open
    return page


def said_on_the_page(hands: Hands) -> str:
    label = hands.part("similarTold")
    assert isinstance(label, QLabel)
    return label.text()


def articles_on_disk(places: Places) -> list[int]:
    with places.file() as file:
        return [row[0] for row in file.execute("SELECT id FROM article ORDER BY id")]


def picture_of(hands: Hands) -> QImage:
    return hands.window.grab().toImage()
