"""The search index made anew and given up by keys, and what is said meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from kdcurator import bootstrap
from kdcurator.domain.searching import Answer
from kdcurator.search.folders import index_folder
from kdcurator.settings import from_environment
from tests.gui.conftest import Hands

pytestmark = pytest.mark.gui

PATIENT = 60_000

Opener = Callable[..., Hands]

SAID = {
    "da": {
        "none": "Søgningen gøres ikke klar lige nu.",
        "stopped": "Søgningen gøres ikke klar: de nyeste fund vises først, og måske ikke alle. "
        "»Gør søgningen klar på ny« (Ctrl+K) begynder igen.",
        "so far": "1 fund indtil nu",
        "advice": "Søgningen er ikke klar endnu: de nyeste fund vises, og der kan være flere.",
        "found": "1 fund",
    },
    "en": {
        "none": "Search is not being made ready.",
        "stopped": "Search is no longer made ready: the newest are found first, and perhaps not "
        "all. “Make search ready anew” (Ctrl+K) begins again.",
        "so far": "1 result so far",
        "advice": "Search is not ready yet: the newest are shown, and there may be more.",
        "found": "1 result",
    },
}
LANGUAGES = pytest.mark.parametrize("language", ["da", "en"])


def generations(library: Path) -> list[str]:
    settings = from_environment(bootstrap.platform_folders())
    with bootstrap.build(settings) as curator:
        folder = index_folder(settings.cache, library, curator.library.uuid)
    return [path.name for path in folder.iterdir() if path.is_dir()] if folder.exists() else []


def test_index_is_made_anew_by_its_name_and_search_goes_on(hands: Hands, library: Path) -> None:
    hands.command("rebuild_index")
    (first,) = generations(library)
    hands.press("F")
    hands.write("borgmester")
    hands.press("Esc")
    hands.command("rebuild_index")
    (second,) = generations(library)
    assert first != second
    hands.press("F")
    hands.write("borgmester")
    assert hands.window.desk.panes.search.found.text() == "1 result"


@LANGUAGES
def test_nothing_to_give_up_is_said(open_on: Opener, library: Path, language: str) -> None:
    hands = open_on(library, language=language)
    hands.window.workings.call_by_id("cancel_index")
    assert hands.message == SAID[language]["none"]


@LANGUAGES
def test_index_that_is_made_is_told_and_given_up(
    open_on: Opener, library: Path, language: str, qtbot: QtBot
) -> None:
    window = (hands := open_on(library, language=language)).window
    (bar,) = window.desk.panes.foot.findChildren(QProgressBar)
    seen: list[tuple[bool, bool]] = []

    def give_up(_done: int, _total: int) -> None:
        seen.append((bar.isVisible(), window.is_idle()))
        window.workings.call_by_id("cancel_index")

    window.desk.indexer.indexing.connect(give_up)
    window.workings.call_by_id("rebuild_index")
    qtbot.waitUntil(window.is_idle, timeout=PATIENT)
    assert (seen, bar.isVisible()) == ([(True, False)], False)
    assert hands.message == SAID[language]["stopped"]


@LANGUAGES
def test_answer_without_an_index_says_so_until_there_is_one(
    open_on: Opener, library: Path, language: str
) -> None:
    said, hands = SAID[language], open_on(library, language=language)
    desk, search = hands.window.desk, hands.window.desk.panes.search
    hands.press("F")
    hands.write("borgmester")
    assert search.found.text() == said["found"]
    desk.finder.answered.emit(Answer("borgmester", 1, 1.0, None, (), is_partial=True))
    assert (search.found.text(), search.advice.text()) == (said["so far"], said["advice"])
    desk.indexer.rested.emit()
    hands.wait()
    assert (search.found.text(), search.advice.isVisible()) == (said["found"], False)
