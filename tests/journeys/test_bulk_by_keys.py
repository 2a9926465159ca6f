"""What is guessed of several articles, corrected and accepted by keys alone, and taken back.

After each step the picture, the status line, the file and the search are asked.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kdcurator import bootstrap
from kdcurator.settings import from_environment
from tests.gui.conftest import Hands
from tests.journeys.places import Places

Opener = Callable[..., Hands]

SAID = {
    "da": {
        "changed": "Oplysninger om 2 artikler rettet.",
        "accepted": "Gættene bekræftet i 2 artikler.",
        "command": "noget er g",
        "chosen": "2 artikler valgt.",
        "undone": "Fortrudt:",
        "redone": "Gjort igen:",
    },
    "en": {
        "changed": "Details of 2 articles changed.",
        "accepted": "Guesses accepted in 2 articles.",
        "command": "something is g",
        "chosen": "2 articles chosen.",
        "undone": "Undone:",
        "redone": "Done again:",
    },
}
COLUMNS = "publication, published_on, municipality, guessed"


@pytest.mark.parametrize("language", ["da"])
def test_details_of_several_articles_are_corrected_as_one_change(
    open_on: Opener, library: Path, language: str
) -> None:
    """Medium and date written once, guesses accepted: seen, said, kept, found, and taken back."""
    places, said = Places(hands := open_on(library, language=language)), SAID[language]
    before, picture = on_disk(places), list_picture(hands)
    go_to(hands, "articleList", "F6")
    hands.press("Ctrl+A", "I")
    hands.write("Komponent")
    go_to(hands, "published_on", "Tab")
    hands.write("24.10.2018")
    hands.press("Return")
    assert hands.message == said["changed"]
    assert [row[:2] for row in on_disk(places)] == [("Komponent", "2018-10-24")] * 2
    assert list_picture(hands) != picture
    assert len(places.articles_found("medie:komponent dato:2018")) == 2
    take_back(hands, said, places, before)


@pytest.mark.parametrize("language", ["en"])
def test_guesses_of_several_articles_are_accepted_at_once(
    open_on: Opener, library: Path, language: str
) -> None:
    guess(library)
    places, said = Places(hands := open_on(library, language=language)), SAID[language]
    before, picture = on_disk(places), list_picture(hands)
    hands.press("Ctrl+K")
    hands.write(said["command"])
    hands.press("Return")
    assert hands.message.startswith(said["chosen"])
    hands.press("Esc")
    go_to(hands, "articleList", "F6")
    hands.press("Home", "Shift+Down", "Shift+I")
    assert hands.message == said["accepted"]
    assert [row[3] for row in on_disk(places)] == [[], []]
    assert [row[:3] for row in on_disk(places)] == [row[:3] for row in before]
    assert list_picture(hands) != picture
    take_back(hands, said, places, before)


def guess(library: Path) -> None:
    """Have the program guess a medium of both articles."""
    settings = replace(from_environment(bootstrap.platform_folders()), library=library)
    with bootstrap.build(settings) as curator:
        for article in curator.articles.list_articles():
            known = replace(article.metadata, publication="Nu", guessed=frozenset({"publication"}))
            curator.articles.edit_details(article.id, known)


def take_back(
    hands: Hands, said: dict[str, str], places: Places, before: list[tuple[object, ...]]
) -> None:
    """Undo, do again, undo: one step each."""
    after = on_disk(places)
    for key, rows, word in (
        ("Ctrl+Z", before, "undone"),
        ("Ctrl+Y", after, "redone"),
        ("Ctrl+Z", before, "undone"),
    ):
        hands.press(key)
        assert hands.message.startswith(said[word])
        assert on_disk(places) == rows
    assert places.articles_found("medie:komponent") == []


def go_to(hands: Hands, name: str, key: str) -> None:
    """Press a key until something has the focus."""
    for _step in range(20):
        if hands.focus == name:
            return
        hands.press(key)
    pytest.fail(f"{key} does not lead to {name}")


def on_disk(places: Places) -> list[tuple[object, ...]]:
    """Return what the file says of the articles, by a session of its own."""
    with places.file() as file:
        rows = file.execute(f"SELECT {COLUMNS} FROM article ORDER BY id").fetchall()  # noqa: S608
    return [(*row[:3], json.loads(row[3])) for row in rows]


def list_picture(hands: Hands) -> object:
    return hands.window.frame.articles.viewport().grab().toImage()
