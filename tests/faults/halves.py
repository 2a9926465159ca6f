"""Halves of changes: what no kill may leave in a library.

Owns what makes a transaction half: a quote without its segments, a row whose history says that it
is not there, or one that no history knows. Reads with SQLite alone. Must not know any fault.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from kdcurator.store.copies import read_only

Row = tuple[str, int]
"""A table and an id."""

_MADE_BY_USERS = ("quote", "article", "article_version", "segment", "quote_tag")
"""Tables whose every row is in the history: it came by a change."""


def find_halves(database: Path) -> list[str]:
    """Name everything that is half, and whatever SQLite itself finds wrong."""
    with closing(read_only(database)) as connection:
        (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
        found = [] if verdict == "ok" else [f"integrity_check: {verdict}"]
        found += [f"{row[0]} {row[1]} refers to nothing" for row in _loose(connection)]
        return [*found, *_quotes(connection), *_history(connection)]


def _loose(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    return connection.execute("PRAGMA foreign_key_check").fetchall()


def _quotes(connection: sqlite3.Connection) -> Iterator[str]:
    """Compare the two places where a quote's spans are written, and cut the article by them."""
    query = (
        "SELECT quote.id, spans, (SELECT json_group_array(json_array(start, end)) FROM"
        " (SELECT * FROM segment WHERE quote_id = quote.id ORDER BY position)) FROM quote"
    )
    for quote, spans, segments in connection.execute(query):
        if json.loads(spans) != json.loads(segments):
            yield f"quote {quote} is at {spans} and its segments at {segments}"
    cut = (
        "SELECT quote_id FROM segment JOIN quote ON quote.id = quote_id"
        " JOIN article_version AS version ON version.id = version_id"
        " WHERE substr(text, start + 1, end - start) <> exact"
    )
    for (quote,) in connection.execute(cut):
        yield f"quote {quote} is not what its article says"


def _history(connection: sqlite3.Connection) -> Iterator[str]:
    """Compare what the history says is there with what is.

    The newest change of those that stand says it, and so does the oldest of those taken back: the
    first step by which it would be reversed has to be possible now.
    """
    entries = "SELECT inverse FROM history WHERE is_undone = ? ORDER BY id"
    standing = [row[0] for row in connection.execute(f"{entries} DESC", (False,))]
    taken_back = [row[0] for row in connection.execute(entries, (True,))]
    for row, is_there in (*_first_steps(standing).items(), *_first_steps(taken_back).items()):
        if is_there != _exists(connection, row):
            yield f"{row[0]} {row[1]} is {'not ' if is_there else ''}there against its history"
    known = _first_steps(standing)
    for table in _MADE_BY_USERS:
        for (row_id,) in connection.execute(f'SELECT id FROM "{table}"'):  # noqa: S608
            if (table, row_id) not in known:
                yield f"{table} {row_id} has no history"


def _first_steps(inverses: Iterable[str]) -> dict[Row, bool]:
    """Return whether each row is there, by the first step that is about it."""
    found: dict[Row, bool] = {}
    for inverse in inverses:
        for verb, table, row_id, _ in json.loads(inverse):
            found.setdefault((table, row_id), verb != "insert")
    return found


def _exists(connection: sqlite3.Connection, row: Row) -> bool:
    query = f'SELECT 1 FROM "{row[0]}" WHERE id = ?'  # noqa: S608
    return connection.execute(query, (row[1],)).fetchone() is not None
