"""Connections to a database that a power cut left half written."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kdcurator.store.engine import reader_engine, roll_back

ROWS = 2000


@pytest.fixture
def half_written(tmp_path: Path) -> Path:
    """Return a database as it lies there when the power fails in the middle of a transaction."""
    database, torn = tmp_path / "whole.sqlite3", tmp_path / "torn.sqlite3"
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 2")  # so that pages are written before the commit
        connection.execute("CREATE TABLE word (text)")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO word VALUES (?)", [("old" * 50,)] * ROWS)
        connection.execute("COMMIT")
        connection.execute("BEGIN")
        connection.execute("UPDATE word SET text = 'new'")
        shutil.copyfile(database, torn)
        shutil.copyfile(f"{database}-journal", f"{torn}-journal")
    return torn


def kinds_of_words(database: Path) -> set[str]:
    engine = reader_engine(database)
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT DISTINCT substr(text, 1, 3) FROM word")
        words = {str(word) for (word,) in found}
    engine.dispose()
    return words


def test_a_reader_never_sees_half_a_transaction(half_written: Path) -> None:
    assert kinds_of_words(half_written) == {"old"}


def test_what_is_half_written_is_taken_back(half_written: Path) -> None:
    roll_back(half_written)

    assert not half_written.with_name(f"{half_written.name}-journal").exists()
    assert kinds_of_words(half_written) == {"old"}


def test_a_whole_database_is_left_as_it_is(half_written: Path) -> None:
    roll_back(half_written)
    before = half_written.read_bytes()
    roll_back(half_written)

    assert half_written.read_bytes() == before
