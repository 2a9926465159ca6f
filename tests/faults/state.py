"""The sums of what a library holds, to tell whether two states are the same.

Owns which rows belong to a state: all that a user would miss. Must not know any fault.
"""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

_NO_CHANGES = {"article": {"read_at"}}
"""Columns that are written without being a change: that an article was looked at."""

_NOT_THE_USERS = frozenset({"alembic_version", "history", "outbox", "setting"})
"""Undo leaves its traces in these, and no user sees them."""


def sums(database: Path, *, everything: bool = False) -> dict[str, str]:
    """Return a sum for each table, the same whatever order its rows were written in.

    `everything` takes in the history, the outbox, the settings and what is no change too.
    """
    address = f"file:{quote(str(database.absolute()))}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
            if everything or name not in _NOT_THE_USERS
        ]
        left_out = {} if everything else _NO_CHANGES
        return {name: _sum(connection, name, left_out.get(name, set())) for name in sorted(names)}


def _sum(connection: sqlite3.Connection, table: str, left_out: set[str]) -> str:
    found = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608
    kept = [n for n, column in enumerate(found.description) if column[0] not in left_out]
    rows = sorted(repr([row[n] for n in kept]) for row in found)
    return hashlib.sha256("\n".join(rows).encode("utf-8", "surrogatepass")).hexdigest()


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Name the tables in which two states differ."""
    names = sorted(one.keys() | other.keys())
    return [f"{name} differs" for name in names if one.get(name) != other.get(name)]
