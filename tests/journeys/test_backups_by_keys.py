"""A quote is deleted by mistake and comes back from a backup, by keys alone, in both languages.

After each step the picture, the status line, the library's file and the search are asked.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gui.conftest import Hands
from tests.journeys.places import Places

pytestmark = pytest.mark.gui

Opener = Callable[..., Hands]

SAID = {
    "da": {
        "made": "Sikkerhedskopi lavet og kontrolleret: 2 artikler  ·  1 citat",
        "back": "Gendannet, som det var i dag kl.",
        "gone": "1 citat er kommet til siden og ville forsvinde:",
        "again": "1 slettet citat kommer igen:",
    },
    "en": {
        "made": "Backup made and checked: 2 articles  ·  1 quote",
        "back": "The library is as it was today at",
        "gone": "1 quote has been added since and would be gone:",
        "again": "1 deleted quote comes back:",
    },
}


def told(hands: Hands) -> str:
    words: list[str] = hands.part("backupTold").words()  # type: ignore[attr-defined]  # its own
    return words[0]


@pytest.mark.parametrize("language", ["da"])
def test_deleted_quote_comes_back_from_a_backup_and_goes_again(
    open_on: Opener, library: Path, language: str
) -> None:
    said, places = SAID[language], Places(hands := open_on(library, language=language))
    hands.press("4")
    kept, colour = places.kept(), places.coloured(4)
    hands.command("back_up")
    assert hands.message == said["made"]
    hands.press("Delete")
    assert (places.kept(), places.found("tag:kompetencer")) == ([], [])
    hands.command("bring_back")
    assert told(hands) == said["again"]
    hands.press("Return")
    assert hands.message.startswith(said["back"])
    assert places.kept() == kept
    assert places.coloured(4) == colour
    assert places.found("tag:kompetencer") == [kept[0].id]
    hands.command("bring_back")
    assert told(hands) == said["gone"]
    hands.press("Return")
    assert places.kept() == []
    assert places.coloured(4) < colour
    assert places.found("tag:kompetencer") == []
    hands.press("N", "4")
    assert len(places.kept()) == 1, "work goes on"


def test_backup_of_closing_comes_back_the_next_day(open_on: Opener, library: Path) -> None:
    hands = open_on(library)
    hands.press("4")
    (kept,) = Places(hands).kept()
    hands.press("Ctrl+Q")
    again = open_on(library)
    again.window.desk.panes.reader.put_quote_in_hand(again.opened.quotes[0].id)
    again.press("Delete")
    assert Places(again).kept() == []
    again.command("bring_back")
    again.press("Return")
    assert Places(again).kept() == [kept]
