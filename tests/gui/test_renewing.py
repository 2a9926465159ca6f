"""An article whose suggestions older rules made is shown with those of today's."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.gui.conftest import Hands

Opener = Callable[..., Hands]


def as_older_rules_found_it(library: Path) -> None:
    """Have every suggestion name the wrong speaker, and the last one stand in the title."""
    in_title = "UPDATE suggestion SET segments = '[[0, 10]]' WHERE speaker = 'Anna Krog'"
    with closing(sqlite3.connect(library / "library.sqlite3")) as connection:
        connection.execute(in_title)
        connection.execute("UPDATE suggestion SET rules_version = 0, speaker = 'Vejen'")
        connection.commit()


def history(library: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(library / "library.sqlite3")) as connection:
        return connection.execute("SELECT id, kind, inverse FROM history").fetchall()


def test_open_suggestions_are_renewed_before_they_are_seen(open_on: Opener, library: Path) -> None:
    as_older_rules_found_it(library)
    before = history(library)
    hands = open_on(library)
    assert {found.quote.speaker for found in hands.opened.suggestions} == {"Per Dal"}
    hands.press("J")
    (found,) = hands.opened.suggestions
    assert found.quote.text(hands.opened.text).startswith("Den vej har vi ventet på")
    assert found.quote.speaker == "Anna Krog"
    assert history(library) == before


def test_dismissed_one_stays_away_and_undo_brings_it_back(open_on: Opener, library: Path) -> None:
    hands = open_on(library)
    hands.press("X")
    hands.window.close()
    as_older_rules_found_it(library)
    hands = open_on(library)
    assert len(hands.opened.suggestions) == 2
    hands.press("Ctrl+Z")
    assert len(hands.opened.suggestions) == 3


def test_window_that_may_only_read_shows_what_is_there(open_on: Opener, library: Path) -> None:
    as_older_rules_found_it(library)
    open_on(library)
    second = open_on(library)
    assert second.window.desk.is_read_only
    second.press("J")
    assert {found.quote.speaker for found in second.opened.suggestions} == {"Vejen"}
