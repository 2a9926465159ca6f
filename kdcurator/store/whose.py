"""Whose backups are whose, when the library itself can no longer say its name.

Owns the traces by which a damaged library's shelf is known: its name where SQLite or the bare bytes
still have it, a name that others remember, originals that lie in both. A shelf is never guessed:
another library's backup must not come back in this one's place. Must not know what is done with it.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from kdcurator.store import archives, copies, shelf

_NAME_IN_BYTES = re.compile(rb"[0-9a-f]{32}uuid([0-9a-f]{32})")
"""The row of the setting `uuid` as it stands in a page: its own UUID, the key, the value."""


def shelf_of(
    database: Path, originals: Path, backups: Path, remembered: Iterable[str] = ()
) -> Path | None:
    """Return the folder with the backups of a library that may be damaged; None if none is sure.

    `remembered` are names that others know this library by, such as the index's.
    """
    for name in (*_names_in(database), *remembered):
        if (backups / name).is_dir():
            return backups / name
    return _with_the_same_originals(originals, backups)


def _names_in(database: Path) -> Iterator[str]:
    with (
        suppress(sqlite3.Error, UnicodeDecodeError),
        closing(copies.read_only(database)) as connection,
    ):
        found = connection.execute("SELECT value FROM setting WHERE key = 'uuid'").fetchone()
        if found and _is_name(found[0]):
            yield str(found[0])
    for ending in ("-wal", ""):
        with suppress(OSError):
            data = database.with_name(database.name + ending).read_bytes()
            yield from (match[1].decode() for match in _NAME_IN_BYTES.finditer(data))


def _is_name(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[0-9a-f]{32}", value) is not None


def _with_the_same_originals(originals: Path, backups: Path) -> Path | None:
    """Return the one shelf whose newest backups name files that lie here as originals."""
    try:
        here = {path.name for path in originals.iterdir()}
        shelves = [path for path in backups.iterdir() if path.is_dir()]
    except OSError:
        return None
    akin = [folder for folder in shelves if here & _originals_named_in(folder)]
    return akin[0] if len(akin) == 1 else None


def _originals_named_in(folder: Path) -> set[str]:
    named: set[str] = set()
    for backup in shelf.list_backups(folder):
        named.update(map(str, archives.manifest_of(backup.path).get("originals", ())))
    return named
