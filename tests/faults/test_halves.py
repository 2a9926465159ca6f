"""What the rows about kills look for is found when it is there."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.asking import fill
from tests.faults.diary import Diary, Promise, read_diary
from tests.faults.halves import find_halves
from tests.faults.known import look
from tests.faults.program import Program


@pytest.fixture
def database(tmp_path: Path) -> Path:
    fill(lambda: None, folder=str(tmp_path), texts=2)
    return Program(tmp_path).database


def break_it(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute(statement)


def test_a_whole_library_has_no_halves(database: Path) -> None:
    assert find_halves(database) == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM segment WHERE quote_id = 1", "its segments at []"),
        ("UPDATE segment SET exact = 'andet' WHERE quote_id = 1", "not what its article says"),
        ("DELETE FROM history WHERE kind = 'save_quotes'", "quote 1 has no history"),
        ("DELETE FROM quote_tag", "quote_tag 1 is not there"),
        ("DELETE FROM quote WHERE id = 1", "quote 1 is not there against its history"),
        ("UPDATE quote SET article_id = 99 WHERE id = 1", "quote 1 refers to nothing"),
    ],
)
def test_halves_are_told(database: Path, statement: str, told: str) -> None:
    break_it(database, statement)
    assert told in "; ".join(find_halves(database))


def test_a_promise_that_is_not_on_disk_is_told(database: Path, tmp_path: Path) -> None:
    notes = Diary(tmp_path / "diary", database)
    notes.begin("save")
    notes.saved("save", Promise(77, ((0, 5),), ["emne"]))
    told = read_diary(tmp_path / "diary")
    assert len(told.broken) == 2
    assert (told.deeds, told.quotes, told.under_way) == (["save"], 1, None)


def test_a_line_without_its_end_was_never_written(database: Path, tmp_path: Path) -> None:
    notes = Diary(tmp_path / "diary", database)
    notes.saved("undo")
    notes.begin("save")
    with (tmp_path / "diary").open("ab") as file:
        file.write(b'{"saved": "sa')
    assert read_diary(tmp_path / "diary").under_way == "save"


def test_what_is_known_is_what_was_filled_in(database: Path) -> None:
    known = look(database)
    assert (len(known.articles), len(known.quotes)) == (2, 2)
