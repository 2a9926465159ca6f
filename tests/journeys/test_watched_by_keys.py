"""A file is saved in a watched folder and quoted by keys; picture, words, disk and search agree."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Hands
from tests.gui.test_watched_by_keys import PATIENT, TEXT, choose
from tests.journeys.places import Places

pytestmark = pytest.mark.gui

SAID = {
    "da": "1 artikel er kommet ind fra den overvågede mappe.",
    "en": "1 article came in from the watched folder.",
}


@pytest.mark.parametrize("language", ["da"])
def test_what_is_saved_in_the_folder_is_quoted(
    open_on: Callable[..., Hands], library: Path, tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    places = Places(hands := open_on(library, language=language))
    (tmp_path / "watched").mkdir()
    choose(hands, tmp_path / "watched")
    before, opened = places.text_picture(), hands.opened
    (tmp_path / "watched" / "bro.txt").write_text(TEXT, "utf-8")
    qtbot.waitUntil(lambda: SAID[language] in hands.message, timeout=PATIENT)
    hands.wait()
    assert hands.opened == opened, "the text at hand was left alone"
    assert places.text_picture() != before, "the list shows it"
    assert places.articles_found("færdig") == [3]
    hands.press("J", "J", "4")
    (kept,) = places.kept()
    assert (kept.text, kept.is_verbatim) == ("Broen bliver færdig til maj", True)
    assert places.coloured(4) > 0
    assert places.found("tag:kompetencer") == [kept.id]
