"""Taguette's project files, which are SQLite databases of others.

Owns which tables and columns are read of them, and the fences around that: the file is taken into
memory, so that nothing beside it is opened, and only plain reads of known columns of known tables
are let through; views, triggers, functions and computed columns are not. Must not know what
becomes of the rows.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

from kdcurator.domain.errors import DamagedFile, UnsupportedFile

SIGNATURE = b"SQLite format 3\x00"

_COLUMNS = {
    "documents": ("id", "name", "description", "contents"),
    "highlights": ("id", "document_id", "start_offset", "end_offset", "snippet"),
    "tags": ("id", "path", "description"),
    "highlight_tags": ("highlight_id", "tag_id"),
}
_LONGEST_CELL = 100 * 1024 * 1024
_MOST_ROWS = 500_000
_STEPS = 100_000
_MOST_STEPS = 2_000
"""Times that many steps of SQLite's machine may be taken: some seconds."""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class TaguetteRows:
    """The rows of a project, each as the columns are named above."""

    documents: list[Row]
    highlights: list[Row]
    tags: list[Row]
    highlight_tags: list[Row]


def read_rows(data: bytes) -> TaguetteRows:
    """Read a project's rows; raises `DamagedFile`, and `UnsupportedFile` for other databases."""
    with _opened(data) as connection:
        try:
            _require_tables(connection)
            connection.set_authorizer(_allow)
            rows = {table: _read(connection, table) for table in _COLUMNS}
        except (sqlite3.Error, OverflowError, MemoryError, UnicodeDecodeError) as error:
            raise DamagedFile from error
    return TaguetteRows(**rows)


@contextmanager
def _opened(data: bytes) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        steps = iter(range(_MOST_STEPS))
        connection.set_progress_handler(lambda: int(next(steps, None) is None), _STEPS)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_CELL)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        try:
            connection.deserialize(_without_journal(data))
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            connection.execute("PRAGMA query_only = ON")
        except (sqlite3.Error, OverflowError) as error:
            raise DamagedFile from error
        yield connection


def _without_journal(data: bytes) -> bytes:
    """Return a database that wants no WAL beside it, which one in memory cannot have."""
    return data[:18] + b"\x01\x01" + data[20:] if data[18:20] == b"\x02\x02" else data


def _require_tables(connection: sqlite3.Connection) -> None:
    """Raise what stands against a file whose tables are not Taguette's."""
    found = connection.execute("SELECT name, type, sql FROM sqlite_master").fetchmany(1_000)
    plain = {
        name
        for name, kind, sql in found
        if kind == "table" and not str(sql).upper().startswith("CREATE VIRTUAL")
    }
    if not plain >= _COLUMNS.keys():
        raise UnsupportedFile(kind="SQLite")
    if any(_computes(connection, table) for table in _COLUMNS):
        raise UnsupportedFile(kind="SQLite")
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise DamagedFile


def _computes(connection: sqlite3.Connection, table: str) -> bool:
    """Tell whether a table has columns that run code of the file when they are read."""
    return any(row[-1] for row in connection.execute(f"PRAGMA table_xinfo({table})"))


def _allow(
    action: int, table: str | None, column: str | None, _database: str | None, view: str | None
) -> int:
    """Let nothing through but reads of the columns above, and not by way of a view."""
    if action == sqlite3.SQLITE_SELECT:
        return sqlite3.SQLITE_OK
    is_known = action == sqlite3.SQLITE_READ and column in _COLUMNS.get(table or "", ())
    return sqlite3.SQLITE_OK if is_known and view is None else sqlite3.SQLITE_DENY


def _read(connection: sqlite3.Connection, table: str) -> list[Row]:
    names = ", ".join(f'"{name}"' for name in _COLUMNS[table])
    rows = connection.execute(f"SELECT {names} FROM {table}")  # noqa: S608 - names of our own
    found = rows.fetchmany(_MOST_ROWS + 1)
    if len(found) > _MOST_ROWS:
        raise DamagedFile
    return found
