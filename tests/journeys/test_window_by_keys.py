"""The main job in the window, by keys alone: read, take, tag, find, hand over, come back.

After each step the picture, the status line, the library's file and the search are asked whether
it happened (`places.py`), in Danish and in English.
"""

import csv
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication

from kdcurator.gui.jumps import Place
from tests.gui.conftest import Hands
from tests.journeys.places import OnDisk, Places
from tests.journeys.test_main_job import quotations_in

Opener = Callable[..., Hands]

SAID = {
    "da": {
        "tagged": "Gemt · tagget »{}«",
        "undone": "Fortrudt:",
        "redone": "Gjort igen:",
        "note": "Note gemt.",
        "speaker": "Kilde sat: {}.",
        "boundary": "Citatets grænse flyttet.",
        "copied": "Kopieret som – {}",
        "exported": "{} citater eksporteret til",
    },
    "en": {
        "tagged": "Saved · tagged “{}”",
        "undone": "Undone:",
        "redone": "Done again:",
        "note": "Note saved.",
        "speaker": "Speaker set: {}.",
        "boundary": "Boundary moved.",
        "copied": "Copied as – {}",
        "exported": "{} quotes exported to",
    },
}

both_languages = pytest.mark.parametrize("language", ["da", "en"])


def import_all(hands: Hands, files: list[Path]) -> None:
    """Paste files, as copied in a file manager, and wait for them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(os.fspath(file)) for file in files])
    QGuiApplication.clipboard().setMimeData(data)
    hands.press("Ctrl+V")


def tag_all(hands: Hands) -> int:
    """Tag every suggestion with a digit; return how many keys that took."""
    before, digits = hands.pressed, 0
    while any(a.suggestions for a in hands.window.desk.curator.articles.list_articles()):
        if hands.window.desk.panes.reader.in_hand() is None:
            hands.press("N")
        hands.press(str(1 + digits % 9))
        digits += 1
        assert digits < 200, "the suggestions do not come to an end"
    return hands.pressed - before


def all_verbatim(quotes: list[OnDisk]) -> bool:
    return bool(quotes) and all(quote.is_verbatim for quote in quotes)


# On the five real articles


@pytest.mark.corpus
@both_languages
def test_real_articles_from_import_to_the_document_and_back(
    open_on: Opener, corpus: Path, tmp_path: Path, language: str
) -> None:
    hands = open_on(tmp_path / "library", language=language)
    import_all(hands, sorted(corpus.glob("*.txt")))
    places, keys = Places(hands), tag_all(hands)
    tagged = places.kept()
    assert keys / len(tagged) <= 2.0
    assert all_verbatim(tagged)
    assert all(quote.tags for quote in tagged)
    assert len({quote.article_id for quote in tagged}) == 5
    assert places.found("gevinstrealiseringen")
    take_all_back_and_do_it_again(hands, SAID[language])
    hands.press("Ctrl+Q")
    again = open_on(tmp_path / "library", language=language)
    assert Places(again).kept() == tagged
    assert hand_over(again, tmp_path, SAID[language]) == [quote.text for quote in tagged]


@pytest.mark.corpus
@both_languages
def test_going_on_by_itself_takes_hardly_more_than_a_key_a_quote(
    open_on: Opener, corpus: Path, tmp_path: Path, language: str
) -> None:
    hands = open_on(tmp_path / "library", language=language)
    import_all(hands, sorted(corpus.glob("*.txt")))
    hands.command("go_on")
    keys, tagged = tag_all(hands), Places(hands).kept()
    assert keys / len(tagged) <= 1.2
    assert all_verbatim(tagged)
    assert all(quote.tags for quote in tagged)


def take_all_back_and_do_it_again(hands: Hands, said: dict[str, str]) -> None:
    places = Places(hands)
    tagged = places.kept()
    for _ in tagged:
        hands.press("Ctrl+Z")
        assert hands.message.startswith(said["undone"])
    assert places.kept() == []
    assert places.found("gevinstrealiseringen") == []
    assert not any(places.coloured(digit) for digit in range(1, 10))
    for _ in tagged:
        hands.press("Ctrl+Y")
        assert hands.message.startswith(said["redone"])
    assert places.kept() == tagged
    assert places.coloured(1 + (len(tagged) - 1) % 9), "the last quote is in sight"


def hand_over(hands: Hands, folder: Path, said: dict[str, str]) -> list[str]:
    """Export everything to Word and to a table; return the quotes in the table, verbatim."""
    documents = folder / "Documents"
    documents.mkdir(exist_ok=True)
    hands.window.workings.library_actions.folder = documents
    hands.press("Ctrl+E", "End", "Return")
    hands.press("Ctrl+E", "End", "Tab", "Down", "Return")
    (table,), (document,) = documents.glob("*.csv"), documents.glob("*.docx")
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert said["exported"].format(len(rows)) in hands.message
    quotes = [row["quote"].removeprefix("'") for row in rows]
    assert sorted(set(quotations_in(document))) == sorted(set(quotes))
    return quotes


# On a small library of our own


@both_languages
def test_digit_is_seen_said_kept_and_found(open_on: Opener, library: Path, language: str) -> None:
    places = Places(hands := open_on(library, language=language))
    before = places.coloured(4)
    assert places.found("tag:kompetencer") == []
    hands.press("4")
    assert hands.message.startswith(SAID[language]["tagged"].format("kompetencer"))
    (quote,) = places.kept()
    assert (quote.tags, quote.is_verbatim) == (("kompetencer",), True)
    assert places.coloured(4) > before
    assert places.found("tag:kompetencer") == [quote.id]
    hands.press("Ctrl+Z")
    assert places.kept() == []
    assert places.coloured(4) == before
    assert places.found("tag:kompetencer") == []


@both_languages
def test_note_is_seen_said_kept_and_found(open_on: Opener, library: Path, language: str) -> None:
    places = Places(hands := open_on(library, language=language))
    hands.press("4")
    before = places.text_picture()
    hands.press("M")
    hands.write("ring igen om tallene")
    hands.press("Return")
    assert hands.message == SAID[language]["note"]
    assert [quote.note for quote in places.kept()] == ["ring igen om tallene"]
    assert places.text_picture() != before
    assert places.found("tallene") == [1]
    hands.press("Ctrl+Z")
    assert [quote.note for quote in places.kept()] == [None]


@both_languages
def test_corrected_speaker_is_seen_said_kept_and_found(
    open_on: Opener, library: Path, language: str
) -> None:
    places = Places(hands := open_on(library, language=language))
    hands.press("4")
    assert places.found("kilde:dal") == [1]
    before = places.text_picture()
    hands.press("A", "Ctrl+A")
    hands.write("Karen Holm")
    hands.press("Return")
    assert hands.message == SAID[language]["speaker"].format("Karen Holm")
    assert [quote.speaker for quote in places.kept()] == ["Karen Holm"]
    assert places.text_picture() != before
    assert (places.found("kilde:holm"), places.found("kilde:dal")) == ([1], [])
    hands.press("Ctrl+Z")
    assert [quote.speaker for quote in places.kept()] == ["Per Dal"]


@both_languages
def test_moved_boundary_is_seen_said_kept_and_found(
    open_on: Opener, library: Path, language: str
) -> None:
    places = Places(hands := open_on(library, language=language))
    hands.press("4")
    (whole,), before = places.kept(), places.coloured(4)
    hands.press("Ctrl+Shift+Left", "Ctrl+Shift+Left")
    assert hands.message == SAID[language]["boundary"]
    (shorter,) = places.kept()
    assert shorter.is_verbatim
    assert whole.text.startswith(shorter.text)
    assert len(whole.text.split()) - len(shorter.text.split()) == 2
    assert places.coloured(4) < before
    assert (places.found("bruge"), places.found("borgerne")) == ([], [1])
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert places.kept() == [whole]


@both_languages
def test_inflected_word_is_found_jumped_to_and_left_again(
    open_on: Opener, library: Path, language: str
) -> None:
    hands = open_on(library, language=language)
    hands.press("N")
    here, picture = hands.window.desk.here(), Places(hands).text_picture()
    hands.press("F")
    hands.write("borgmestrene")
    hands.press("Return")
    there = hands.window.desk.here()
    assert isinstance(there, Place)
    assert there.article_id == 2
    assert hands.opened.text[there.caret :].startswith("borgmester")
    assert Places(hands).text_picture() != picture
    hands.press("Alt+Left")
    assert hands.window.desk.here() == here
    hands.press("Alt+Right")
    assert hands.window.desk.here() == there


@both_languages
def test_quote_is_copied_plain_and_rich(open_on: Opener, library: Path, language: str) -> None:
    hands = open_on(library, language=language)
    hands.press("4", "Ctrl+C")
    data = QGuiApplication.clipboard().mimeData()
    (quote,) = Places(hands).kept()
    says = {"da": "siger", "en": "says"}[language]
    assert data.text().startswith(f"– {quote.text}, {says} Per Dal")
    assert quote.text in data.html()
    assert "<script" not in data.html()
    assert hands.message.startswith(SAID[language]["copied"].format(quote.text[:20]))


@both_languages
def test_exported_quotes_are_those_of_the_articles(
    open_on: Opener, library: Path, tmp_path: Path, language: str
) -> None:
    places = Places(hands := open_on(library, language=language))
    tag_all(hands)
    assert hand_over(hands, tmp_path, SAID[language]) == [quote.text for quote in places.kept()]


@both_languages
def test_everything_is_as_it_was_after_a_restart(
    open_on: Opener, library: Path, language: str
) -> None:
    hands = open_on(library, language=language)
    hands.press("1", "N", "2", "M")
    hands.write("to be checked")
    hands.press("Return", "Ctrl+Shift+Left")
    before, here = Places(hands).kept(), hands.window.desk.here()
    hands.press("Ctrl+Q")
    again = open_on(library, language=language)
    assert Places(again).kept() == before
    assert all_verbatim(before)
    assert again.window.desk.here() == here
    again.press("Ctrl+Z")
    assert SAID[language]["boundary"].casefold() in again.message.casefold()
    assert Places(again).kept() != before
