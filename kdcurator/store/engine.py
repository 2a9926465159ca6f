"""Connections to a library's database: one that writes, and readers that cannot.

Owns the pragmas and the transaction modes (DESIGN.md, section 5) and turns SQLite's own errors into
sentences. Must not know tables.

SQLite before 3.51.3 can corrupt a file when two WAL connections write and checkpoint at once, so
only the writer engine ever writes, and only in the process that holds the library's lock.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from kdcurator.domain.errors import (
    QT_TRANSLATE_NOOP,
    CannotWrite,
    DiskFull,
    LibraryDamaged,
    LibraryGone,
)

BUSY_TIMEOUT = 5000
"""Milliseconds that a connection waits for another's short lock (a checkpoint, a backup)."""

_WRITER_PRAGMAS = (
    f"busy_timeout = {BUSY_TIMEOUT}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",  # macOS: else a synced page may still be in the disk's own memory
    "foreign_keys = ON",
    "secure_delete = ON",
)
_READER_PRAGMAS = (f"busy_timeout = {BUSY_TIMEOUT}", "query_only = ON")

_WRITE = "BEGIN IMMEDIATE"
_NEXT_TO_NOTHING = 1_000_000  # bytes

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_NOT_TEXT = QT_TRANSLATE_NOOP("errors", "something stands where text should")
_NO_TEXT = "Could not decode to UTF-8"
"""What Python's sqlite3 says, without a code, of bytes that are no text."""

_FULL = {sqlite3.SQLITE_FULL}
_CANNOT = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR}


def writer_engine(database: Path, *, is_remote: bool = False) -> Engine:
    """Return the engine that may write; its transactions take the write lock at their start.

    A WAL needs memory that all its processes share: on a network drive a journal does without.
    """
    pragmas = (*_WRITER_PRAGMAS, "journal_mode = DELETE") if is_remote else _WRITER_PRAGMAS
    return _engine(partial(_connect, database, "rwc", pragmas), _WRITE, connections=1)


def reader_engine(database: Path) -> Engine:
    """Return an engine that cannot write and does not disturb the one that does."""
    return _engine(partial(connect_reader, database), "BEGIN", connections=4)


def migration_engine(database: Path) -> Engine:
    """Return a writing engine with foreign keys off from before its first transaction."""
    pragmas = (*_WRITER_PRAGMAS, "foreign_keys = OFF")
    return _engine(partial(_connect, database, "rw", pragmas), _WRITE, connections=1)


def filling_engine(database: Path) -> Engine:
    """Return the engine that makes a new library, in one file without a WAL beside it."""
    pragmas = (
        "journal_mode = DELETE",
        "synchronous = FULL",
        "fullfsync = ON",
        "secure_delete = ON",
    )
    return _engine(partial(_connect, database, "rwc", pragmas), _WRITE, connections=1)


def _connect(database: Path, mode: str, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    address = f"file:{quote(str(database.absolute()))}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_reader(database: Path) -> sqlite3.Connection:
    """Connect to read, also where nothing can be written beside the database.

    Reading a WAL database needs a file beside it; in a folder that cannot be written to, one that
    has no WAL is read as what never changes. One that is half written is never read so.
    """
    try:
        return _connect_plainly(database)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK:
            roll_back(database)
            return _connect_plainly(database)
        if database.with_name(f"{database.name}-wal").exists() or not database.exists():
            raise
        return _connect(database, "ro&immutable=1", _READER_PRAGMAS)


def _connect_plainly(database: Path) -> sqlite3.Connection:
    return _connect(database, "ro", (*_READER_PRAGMAS, "schema_version"))


def roll_back(database: Path) -> None:
    """Take back what a power cut left half written, as its journal says; nothing if all is whole.

    SQLite does it under a lock of its own, so it is no writing that the library's lock is for.
    """
    _connect(database, "rw", (f"busy_timeout = {BUSY_TIMEOUT}", "schema_version")).close()


def _engine(connect: Callable[[], sqlite3.Connection], begin: str, *, connections: int) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


@contextmanager
def sentences_for(database: Path) -> Iterator[None]:
    """Turn what SQLite says of a full disk, a damaged or a locked-up file into our errors."""
    try:
        yield
    except DatabaseError as error:
        raise_sentence(database, error.orig)
        raise
    except sqlite3.Error as error:
        raise_sentence(database, error)
        raise


def raise_sentence(database: Path, error: BaseException | None) -> None:
    """Raise our error for one of SQLite's when the user can act on it."""
    primary_code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if not primary_code and _NO_TEXT in str(error):
        raise LibraryDamaged(path=database, reason=_NOT_TEXT) from error
    if primary_code in _FULL or (primary_code == sqlite3.SQLITE_IOERR and _is_full(database)):
        raise DiskFull from error
    if primary_code in _DAMAGED:
        raise LibraryDamaged(path=database, reason=error) from error
    if primary_code in _CANNOT and not database.exists():
        raise LibraryGone(path=database.parent) from error
    if primary_code in _CANNOT:
        raise CannotWrite(path=database, reason=error) from error


def _is_full(database: Path) -> bool:
    """Tell whether the disk has hardly a page left; SQLite then speaks of an I/O error."""
    try:
        return shutil.disk_usage(database.parent).free < _NEXT_TO_NOTHING
    except OSError:
        return False
