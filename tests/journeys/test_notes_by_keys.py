"""A note is written, quoted and written on by keys alone; picture, words, disk and search agree."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gui.conftest import Hands
from tests.journeys.places import OnDisk, Places

pytestmark = pytest.mark.gui

Opener = Callable[..., Hands]

SAID = {
    "da": {
        "saved": "Teksten er gemt. 1 citat fulgte med.",
        "marked": "Teksten er gemt. 1 citat skal ses efter.",
        "undone": "Fortrudt: teksten redigeret.",
        "redone": "Gjort igen: teksten redigeret.",
        "kept": "Rettelser i »Ring til Ib« er ikke gemt. Åbn teksten; F2 viser dem.",
    },
    "en": {
        "saved": "The text is saved. 1 quote came along.",
        "marked": "The text is saved. 1 quote is to be checked.",
        "undone": "Undone: text edited.",
        "redone": "Done again: text edited.",
        "kept": "Changes in “Ring til Ib” were not saved. Open it; F2 shows them.",
    },
}
QUOTE = "Broen bliver god for os alle sammen i kommunen"


def write_a_note(hands: Hands) -> None:
    hands.press("Ctrl+N")
    hands.write("Ring til Ib")
    hands.press("Tab", "Tab", "Tab", "Tab")
    hands.write("Vi talte i går.")
    hands.press("Return", "Return")
    hands.write(f"- {QUOTE}, siger Ib Juhl.")
    hands.press("Ctrl+Return")
    hands.press("4")


def words(places: Places) -> list[str]:
    return [quote.text for quote in places.kept() if quote.is_verbatim]


@pytest.mark.parametrize("language", ["da"])
def test_note_is_written_quoted_and_written_on(
    open_on: Opener, library: Path, language: str
) -> None:
    said, places = SAID[language], Places(hands := open_on(library, language=language))
    write_a_note(hands)
    first, colour = places.kept(), places.coloured(4)
    assert words(places) == [QUOTE]
    before = places.text_picture()
    hands.press("F2", "Ctrl+Home")
    hands.write("Kanalstrup. ")
    hands.press("Ctrl+Return")
    assert hands.message == said["saved"]
    assert places.text_picture() != before
    assert words(places) == [QUOTE]
    assert places.coloured(4) == pytest.approx(colour, rel=0.05), "but for the caret"
    assert (places.found("kommunen"), places.articles_found("kanalstrup")) == ([1], [3])
    take_out_a_word_and_undo(hands, places, said, first)


def take_out_a_word_and_undo(
    hands: Hands, places: Places, said: dict[str, str], first: list[OnDisk]
) -> None:
    hands.press("F2", "Ctrl+End", *["Ctrl+Left"] * 9, "Ctrl+Del", "Ctrl+Return")
    assert hands.message == said["marked"]
    assert words(places) != [QUOTE]
    marked = places.kept()
    hands.press("Ctrl+Z")
    assert (hands.message, words(places)) == (said["undone"], [QUOTE])
    hands.press("Ctrl+Z")
    assert (places.kept(), places.articles_found("kanalstrup")) == (first, [])
    hands.press("Ctrl+Y")
    hands.press("Ctrl+Y")
    assert (hands.message, places.kept()) == (said["redone"], marked)


@pytest.mark.parametrize("language", ["en"])
def test_what_was_written_is_there_after_the_window_was_left(
    open_on: Opener, library: Path, language: str
) -> None:
    hands = open_on(library, language=language)
    write_a_note(hands)
    hands.press("F2", "Ctrl+Home")
    hands.write("Ikke gemt. ")
    hands.window.close()
    again = open_on(library, language=language)
    assert again.message == SAID[language]["kept"]
    again.press("F2", "Ctrl+Return")
    assert again.message == SAID[language]["saved"]
    assert again.opened.text.startswith("Ikke gemt. Vi talte")
    assert words(Places(again)) == [QUOTE]
