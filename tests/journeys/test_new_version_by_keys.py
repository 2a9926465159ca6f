"""An article comes again with other words: each quote is decided on by keys alone, and undone.

After each step, and after each undo and redo, picture, status line, file and search are asked.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from tests.gui.conftest import ARTICLES, Hands
from tests.gui.test_deciding_by_keys import ALTERED, CHANGED, newer, one_by_one
from tests.journeys.places import OnDisk, Places

Opener = Callable[..., Hands]

MOVED = "Men det var det værd 😀"
GONE = "Næste gang spørger vi borgerne først"
ADDED = "Det siger vi nu hver eneste gang"

SAID = {
    "da": {
        "new": "1 artikel har fået en ny udgave.",
        "accepted": "Placering i den nye udgave bekræftet.",
        "gone": "Markeret som ikke længere i artiklen.",
        "placed": "Citat placeret på ny.",
        "undone": "Fortrudt:",
        "redone": "Gjort igen:",
    },
    "en": {
        "new": "1 article has a new version.",
        "accepted": "Place in the new version accepted.",
        "gone": "Marked as no longer in the article.",
        "placed": "Quote placed anew.",
        "undone": "Undone:",
        "redone": "Done again:",
    },
}

STEPS = (
    ("accepted", ["Return"], [CHANGED, MOVED, GONE]),
    ("gone", ["X"], [ALTERED, MOVED, GONE]),
    ("placed", ["Down", "S", "Ctrl+Home", "N", "Return"], [ALTERED, MOVED, ADDED]),
)
"""What is said, the keys, and the words of the quotes on disk after them, in order of saving."""

SEARCHES = ("aldrig", "borgerne", "eneste")

State = tuple[list[OnDisk], list[list[int]]]


@pytest.mark.parametrize("language", ["da"])
def test_every_quote_is_decided_on_and_every_decision_taken_back(
    open_on: Opener, library: Path, tmp_path: Path, language: str
) -> None:
    """Accepted, said to be gone, placed anew: seen, said, kept and found each time."""
    places, said = Places(hands := open_on(library, language=language)), SAID[language]
    hands.press("1", "N", "2", "N", "3")
    import_again(hands, tmp_path)
    assert hands.message == said["new"]
    states = [state(places)]
    for name, keys, words in STEPS:
        before = places.text_picture()
        if hands.focus == "reader":
            hands.press("V")
        one_by_one(hands, *keys)
        assert hands.message == said[name]
        hands.press("Esc")
        assert places.text_picture() != before
        assert [quote.text for quote in places.kept()] == words
        assert all(quote.is_verbatim for quote in places.kept())
        states.append(state(places))
    take_back_and_do_again(hands, said, states)


def import_again(hands: Hands, folder: Path) -> None:
    """Drop the article's file with other words on the window, and leave the page that opens."""
    (folder / "0.txt").write_text(newer(ARTICLES[0]), encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "0.txt"))])
    hands.window.workings.import_dropped(data)
    hands.wait()
    assert hands.part("decidingPage").isVisible()
    hands.press("Esc")


def state(places: Places) -> State:
    return places.kept(), [places.found(query) for query in SEARCHES]


def take_back_and_do_again(hands: Hands, said: dict[str, str], states: list[State]) -> None:
    """Undo to the first of the states and do all again; disk, search, words and picture agree."""
    places = Places(hands)
    there_and_back = [("Ctrl+Z", one) for one in states[-2::-1]]
    there_and_back += [("Ctrl+Y", one) for one in states[1:]]
    for key, expected in there_and_back:
        before = places.text_picture()
        hands.press(key)
        assert hands.message.startswith(said["undone" if key == "Ctrl+Z" else "redone"])
        assert places.text_picture() != before
        assert state(places) == expected
