"""A suggestion corrected by keys alone: split, joined, shortened, given to another speaker.

After each step, and after each undo and redo, picture, status line, file and search are asked.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gui.conftest import Hands
from tests.journeys.places import OnDisk, Places

Opener = Callable[..., Hands]

SAID = {
    "da": {
        "split": "Gemt · citatet delt i to.",
        "joined": "Citaterne samlet.",
        "boundary": "Citatets grænse flyttet.",
        "speaker": "Kilde sat: Karen Holm.",
        "undone": "Fortrudt:",
        "redone": "Gjort igen:",
    },
    "en": {
        "split": "Saved · quote split in two.",
        "joined": "Quotes joined.",
        "boundary": "Boundary moved.",
        "speaker": "Speaker set: Karen Holm.",
        "undone": "Undone:",
        "redone": "Done again:",
    },
}

Step = tuple[str, list[str], tuple[str, list[int]], tuple[str, str]]

STEPS: tuple[Step, ...] = (
    (
        "split",
        ["Ctrl+Right"] * 5 + ["D"],
        ("bruge", [2]),
        ("Per Dal", "som borgerne ikke kan bruge"),
    ),
    (
        "joined",
        ["Shift+D"],
        ("værd", [2]),
        ("Per Dal", "som borgerne ikke kan bruge Men det var det værd 😀"),
    ),
    ("boundary", ["Ctrl+Shift+Up"], ("værd", []), ("Per Dal", "som borgerne ikke kan bruge")),
    (
        "speaker",
        ["A", "Ctrl+A", "Karen Holm", "Return"],
        ("kilde:holm", [2]),
        ("Karen Holm", "som borgerne ikke kan bruge"),
    ),
)
"""What corrects a suggestion: what is said, the keys, a search with its hits, the second quote."""


@pytest.mark.parametrize("language", ["da"])
def test_suggestion_is_corrected_and_every_step_taken_back(
    open_on: Opener, library: Path, language: str
) -> None:
    """Split, joined, shortened, given to another speaker: seen, said, kept and found each time."""
    places, said = Places(hands := open_on(library, language=language)), SAID[language]
    states = [(places.kept(), [places.found(query) for _, _, (query, _), _ in STEPS])]
    for name, keys, (query, hits), second in STEPS:
        before = places.text_picture()
        for key in keys:
            hands.write(key) if " " in key else hands.press(key)
        assert hands.message == said[name]
        assert places.text_picture() != before
        kept = places.kept()
        assert all(quote.is_verbatim for quote in kept)
        assert [(quote.speaker, quote.text) for quote in kept] == [
            ("Per Dal", "Vi køber ikke noget,"),
            second,
        ]
        assert places.found(query) == hits
        states.append((kept, [places.found(query) for _, _, (query, _), _ in STEPS]))
    take_back_and_do_again(hands, said, states)


def take_back_and_do_again(
    hands: Hands, said: dict[str, str], states: list[tuple[list[OnDisk], list[list[int]]]]
) -> None:
    """Undo to the first of the states and do all again; disk, search, words and picture agree."""
    places = Places(hands)
    there_and_back = [("Ctrl+Z", state) for state in states[-2::-1]]
    there_and_back += [("Ctrl+Y", state) for state in states[1:]]
    for key, (kept, hits) in there_and_back:
        before = places.text_picture()
        hands.press(key)
        assert hands.message.startswith(said["undone" if key == "Ctrl+Z" else "redone"])
        assert places.text_picture() != before
        assert places.kept() == kept
        assert [places.found(query) for _, _, (query, _), _ in STEPS] == hits
