"""Copies of a library's database: made by SQLite's own call, opened and proved.

Owns copying in both directions and the proof that a copy is whole: a file copy of an open database
is none, it lost 191 of 40,000 rows when it was tried. Must not know archives or where copies lie.
"""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path
from urllib.parse import quote

from kdcurator import durable
from kdcurator.domain.errors import QT_TRANSLATE_NOOP, BackupDamaged
from kdcurator.store import header

_MISSING = QT_TRANSLATE_NOOP("errors", "there is no such file")
_QUOTES = """
SELECT (SELECT CAST(group_concat(exact, ' ') AS BLOB) FROM
          (SELECT exact FROM segment WHERE quote_id = quote.id ORDER BY position)),
       text_sha256 FROM quote
"""
_QUOTE_ALTERED = QT_TRANSLATE_NOOP("errors", "a quote's words were altered")
_ALTERED = QT_TRANSLATE_NOOP("errors", "an article's text was altered")


def read_only(database: Path) -> sqlite3.Connection:
    """Connect to a database without the right to change it."""
    return sqlite3.connect(f"file:{quote(str(database.absolute()))}?mode=ro", uri=True)


def copy_database(database: Path, target: Path) -> None:
    """Copy a database, open or not, into one file that is whole by itself."""
    with closing(read_only(database)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE").close()


def check_database(database: Path) -> tuple[int, int]:
    """Open a backed-up database and prove every text and quote; return articles and quotes.

    Raises:
        BackupDamaged: it is no library, or one that is not whole.
    """
    try:
        found = header.read(database)
        if found is None:
            raise BackupDamaged(path=database, reason=_MISSING)
        header.check(database, found)
        with closing(read_only(database)) as connection:
            return _check(connection, database)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise BackupDamaged(path=database, reason=error) from error


def _check(connection: sqlite3.Connection, database: Path) -> tuple[int, int]:
    (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        raise BackupDamaged(path=database, reason=verdict)
    texts = "SELECT CAST(text AS BLOB), text_sha256 FROM article_version"
    if not all(_is_proved(*row) for row in connection.execute(texts)):
        raise BackupDamaged(path=database, reason=_ALTERED)
    if not all(_is_proved(*row) for row in connection.execute(_QUOTES)):
        raise BackupDamaged(path=database, reason=_QUOTE_ALTERED)
    (articles,) = connection.execute("SELECT count(*) FROM article").fetchone()
    (quotes,) = connection.execute("SELECT count(*) FROM quote").fetchone()
    return articles, quotes


def _is_proved(words: bytes | None, expected: str) -> bool:
    return hashlib.sha256(words or b"").hexdigest() == expected


def mark_of(database: Path) -> str:
    """Return what is the same for two moments between which nothing was changed."""
    with closing(read_only(database)) as connection:
        return mark(connection)


def mark(connection: sqlite3.Connection) -> str:
    """Name the newest change, what was taken back, and the newest row for an index."""
    queries = (
        "SELECT uuid FROM history ORDER BY id DESC LIMIT 1",
        "SELECT count(*) FROM history WHERE is_undone",
        "SELECT uuid FROM outbox ORDER BY id DESC LIMIT 1",
    )
    found = (connection.execute(query).fetchone() for query in queries)
    return ":".join(str(row[0]) if row else "" for row in found)


def uuid_of(database: Path) -> str:
    """Return the name under which backups of a library lie; nothing when it has lost it."""
    with closing(read_only(database)) as connection:
        found = connection.execute("SELECT value FROM setting WHERE key = 'uuid'").fetchone()
    return str(found[0]) if found else ""


def keep_aside(database: Path, now: datetime) -> Path | None:
    """Keep a damaged database beside its place too; return where, None when there is no file.

    It also stays where it is, so that at no moment there is no library in its folder.
    """
    if not database.exists():
        return None
    aside = _free_name(database, now)
    for ending in ("-wal", ""):
        path = database.with_name(database.name + ending)
        if path.exists():
            shutil.copyfile(path, aside.with_name(aside.name + ending))
            durable.sync_file(aside.with_name(aside.name + ending))
            aside.with_name(aside.name + ending).chmod(0o600)
    durable.sync_folder(database.parent)
    return aside


_FILES = ("", "-wal", "-shm", "-journal")
"""What may lie under a database's name, and what is added to it."""


def _free_name(database: Path, now: datetime) -> Path:
    """Choose a name for a damaged database that no other one has."""
    stem = f"damaged-{now:%Y%m%dT%H%M%SZ}"
    names = (f"{stem}{'' if number == 1 else f'-{number}'}-{database.name}" for number in count(1))
    free = (path for path in map(database.with_name, names) if not path.exists())
    return next(free)


def put_in_place(copy: Path, database: Path) -> None:
    """Put a checked copy where a damaged database lies, in one step.

    What belongs to the damaged one goes first, and for good, even if the power fails now: SQLite
    would write its WAL over the new file.
    """
    copy.chmod(0o600)
    durable.sync_file(copy)
    for ending in _FILES[1:]:
        database.with_name(database.name + ending).unlink(missing_ok=True)
    durable.sync_folder(database.parent)
    copy.replace(database)
    durable.sync_folder(database.parent)


def overwrite(source: Path, database: Path) -> None:
    """Put a checked backup in a library's place in one transaction of SQLite's own."""
    with closing(read_only(source)) as backup, closing(sqlite3.connect(database)) as live:
        live.execute("PRAGMA synchronous = FULL").close()
        live.execute("PRAGMA fullfsync = ON").close()
        backup.backup(live)
