"""A window on a damaged library: what is wrong, a backup at hand, and work goes on after it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from kdcurator import bootstrap
from kdcurator.domain.quote import QuoteFilter
from kdcurator.gui.dialogs.rescue_page import RescuePage
from kdcurator.settings import from_environment
from tests.gui.conftest import Hands
from tests.gui.test_accessibility import nameless
from tests.journeys.places import Places

pytestmark = pytest.mark.gui

Opener = Callable[..., Hands]


def page(hands: Hands) -> RescuePage:
    found = hands.part("rescuePage")
    assert isinstance(found, RescuePage)
    return found


def is_offered(hands: Hands) -> bool:
    """Tell whether the page lies over the window; it goes when there is a whole library."""
    found = hands.window.findChild(QWidget, "rescuePage")
    return isinstance(found, RescuePage) and found.is_open


def kept(hands: Hands) -> int:
    """Return how many quotes the library holds."""
    return len(hands.window.desk.curator.quotes.list_quotes(QuoteFilter()))


def work_and_back_up(library: Path) -> None:
    """Save a quote, and make a backup of it."""
    settings = from_environment(bootstrap.platform_folders())
    assert settings.library == library
    with bootstrap.build(settings) as curator:
        curator.suggestions.accept([curator.articles.list_articles()[0].id])
        curator.backups.back_up()


def ruin(library: Path) -> None:
    """Write over the whole file."""
    (library / "library.sqlite3").write_bytes(b"damaged" * 5000)


def ruin_a_table(library: Path, table: str) -> None:
    """Write over a table's first page; the header and all else stays as it is."""
    database = library / "library.sqlite3"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        (root,) = connection.execute(query, (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with database.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)


@pytest.mark.parametrize("language", ["en", "da"])
def test_damage_is_told_with_the_newest_backup_in_hand(
    open_on: Opener, library: Path, language: str
) -> None:
    work_and_back_up(library)
    ruin(library)
    hands = open_on(library, language=language)
    assert page(hands).is_open
    assert not hands.window.is_at_work
    words = " ".join(page(hands).words())
    assert str(library / "library.sqlite3") in words
    assert {"en": "3 quotes", "da": "3 citater"}[language] in words
    assert nameless(hands.window) == []
    hands.press("Tab")
    assert hands.focus == "rescuePage"


@pytest.mark.parametrize("table", [None, "tag", "article", "quote"])
def test_enter_brings_the_backup_back_and_work_goes_on(
    open_on: Opener, library: Path, table: str | None
) -> None:
    work_and_back_up(library)
    ruin(library) if table is None else ruin_a_table(library, table)
    hands = open_on(library)
    assert page(hands).is_open
    hands.press("Return")
    assert not is_offered(hands)
    assert hands.message.startswith("The library is as it was today at")
    assert hands.focus == "reader"
    places = Places(hands)
    assert len(places.kept()) == 3
    assert len(places.found("speaker:Per")) >= 3
    assert list(library.glob("damaged-*")), "the damaged file is kept aside"
    hands.press("N", "1")
    assert len(places.kept()) == 4


def test_esc_closes_a_window_that_has_nothing_to_show(open_on: Opener, library: Path) -> None:
    ruin(library)
    hands = open_on(library)
    before = (library / "library.sqlite3").read_bytes()
    hands.press("Esc")
    assert not hands.window.isVisible()
    assert (library / "library.sqlite3").read_bytes() == before


def test_without_a_backup_that_is_said_and_nothing_is_changed(
    open_on: Opener, library: Path
) -> None:
    ruin(library)
    hands = open_on(library)
    before = (library / "library.sqlite3").read_bytes()
    assert any("No whole backup of it was found" in words for words in page(hands).words())
    hands.press("Return")
    assert any("no whole backup of it was found" in words for words in page(hands).words())
    hands.press("Return")
    assert is_offered(hands)
    assert not hands.window.is_at_work
    assert (library / "library.sqlite3").read_bytes() == before


def test_damaged_backup_is_passed_over_for_an_older_one(open_on: Opener, library: Path) -> None:
    work_and_back_up(library)
    with bootstrap.build(from_environment(bootstrap.platform_folders())) as curator:
        curator.history.undo()
        newest = curator.backups.back_up().path
    newest.write_bytes(newest.read_bytes()[:-400])
    ruin(library)
    hands = open_on(library)
    assert any("3 quotes" in words for words in page(hands).words())


def test_library_that_is_gone_is_no_empty_one(open_on: Opener, library: Path) -> None:
    work_and_back_up(library)
    (library / "library.sqlite3").unlink()
    hands = open_on(library)
    assert any("(the file is gone, the originals" in words for words in page(hands).words())
    assert not (library / "library.sqlite3").exists(), "no empty one was made in its place"
    hands.press("Return")
    assert hands.message.startswith("The library is as it was today at")
    assert kept(hands) == 3


def test_text_that_cannot_be_read_is_no_empty_library(open_on: Opener, library: Path) -> None:
    work_and_back_up(library)
    ruin_a_table(library, "article_version")
    hands = open_on(library)
    assert page(hands).is_open
    assert hands.window.findChild(QWidget, "welcome") is None
    hands.press("Return")
    assert hands.opened.article.id == 2
    assert kept(hands) == 3


def test_damage_met_while_working_is_told_and_the_backup_comes_back(
    open_on: Opener, library: Path
) -> None:
    work_and_back_up(library)
    hands = open_on(library)
    hands.window.desk.curator.library.close()
    ruin_a_table(library, "suggestion")
    hands.press("J", "K")
    assert page(hands).is_open
    hands.press("Return")
    assert hands.message.startswith("The library is as it was today at")
    assert kept(hands) == 3
    hands.press("N", "1")
    assert kept(hands) == 4
