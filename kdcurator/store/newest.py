"""How far a library has come, noted beside its database after each commit.

Owns the one trace by which commits are missed that vanished whole: SQLite takes what a cut or lost
WAL still holds for all there ever was, and says nothing. The note is written after the commit it
tells of and never synced, so it may be behind, never ahead. Must not know what was committed.
"""

import hashlib
import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Connection

from kdcurator.domain.errors import QT_TRANSLATE_NOOP, LibraryDamaged
from kdcurator.store.engine import connect_reader

_NAME = ".newest"
_COUNT = "SELECT coalesce(sum(seq), 0) FROM sqlite_sequence"
"""The numbers of rows ever given out: they only grow, whatever is deleted or undone."""

_NO_LAYOUT = QT_TRANSLATE_NOOP("errors", "something stands where text should")
_LOST = QT_TRANSLATE_NOOP("errors", "changes that were saved last are not in it any more")


def count(connection: Connection) -> int:
    """Return how far the transaction of `connection` comes."""
    return int(connection.exec_driver_sql(_COUNT).scalar_one())


def note(folder: Path, reached: int) -> None:
    """Note how far the library in `folder` has come; a disk that refuses costs only the note."""
    with suppress(OSError):
        (folder / _NAME).write_text(f"{reached} {_sum(reached)}\n", encoding="ascii")


def forget(folder: Path) -> None:
    """Forget the note, before another state is put in the library's place; raises OSError."""
    (folder / _NAME).unlink(missing_ok=True)


def noted(folder: Path) -> int:
    """Return how far the library has come by its note; 0 where none can be read."""
    try:
        words = (folder / _NAME).read_text(encoding="ascii")
    except (OSError, ValueError):
        return 0
    found = re.fullmatch(r"([0-9]{1,18}) ([0-9a-f]{8})\n", words)
    return int(found[1]) if found and _sum(int(found[1])) == found[2] else 0


def prove(database: Path) -> None:
    """Raise `LibraryDamaged` when what was committed last is not in the database.

    Leaves a WAL as it is: what it holds behind a damaged place can still be looked for.
    """
    reached = noted(database.parent)  # first: another process may be committing just now
    if reached > _count_in(database):
        raise LibraryDamaged(path=database, reason=_LOST)


def _count_in(database: Path) -> int:
    try:
        with closing(connect_reader(database)) as connection:
            return int(connection.execute(_COUNT).fetchone()[0])
    except UnicodeDecodeError as error:  # what SQLite says of a damaged layout quotes it
        raise LibraryDamaged(path=database, reason=_NO_LAYOUT) from error


def missing(database: Path) -> int:
    """Return how many rows were committed that the database no longer tells of."""
    with suppress(sqlite3.Error):
        return max(0, noted(database.parent) - _count_in(database))
    return 0


def _sum(reached: int) -> str:
    return hashlib.sha256(str(reached).encode()).hexdigest()[:8]
