"""Connections to a library's database: one that writes, and readers that cannot.

Owns the pragmas and the transaction modes (DESIGN.md, section 5) and turns SQLite's own errors into
sentences. Must not know tables.

SQLite before 3.51.3 can corrupt a file when two WAL connections write and checkpoint at once, so
only the writer engine ever writes, and only in the process that holds the library's lock.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from kdcurator.domain.errors import CannotWrite, DiskFull, LibraryDamaged

BUSY_TIMEOUT = 5000
"""Milliseconds that a connection waits for another's short lock (a checkpoint, a backup)."""

_WRITER_PRAGMAS = (
    f"busy_timeout = {BUSY_TIMEOUT}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
)
_READER_PRAGMAS = (f"busy_timeout = {BUSY_TIMEOUT}", "query_only = ON")

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_FULL = {sqlite3.SQLITE_FULL}
_CANNOT = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR}


def writer_engine(database: Path) -> Engine:
    """Return the engine that may write; its transactions take the write lock at their start."""
    return _engine(_address(database, "rwc"), _WRITER_PRAGMAS, "BEGIN IMMEDIATE", connections=1)


def reader_engine(database: Path) -> Engine:
    """Return an engine that cannot write and does not disturb the one that does."""
    return _engine(_address(database, "ro"), _READER_PRAGMAS, "BEGIN", connections=4)


def migration_engine(database: Path) -> Engine:
    """Return a writing engine with foreign keys off from before its first transaction."""
    pragmas = (*_WRITER_PRAGMAS, "foreign_keys = OFF")
    return _engine(_address(database, "rw"), pragmas, "BEGIN IMMEDIATE", connections=1)


def _address(database: Path, mode: str) -> str:
    return f"file:{quote(str(database.absolute()))}?mode={mode}"


def _engine(address: str, pragmas: tuple[str, ...], begin: str, *, connections: int) -> Engine:
    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, uri=True, isolation_level=None, check_same_thread=False
        )
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()
        return connection

    engine = create_engine(
        "sqlite://", creator=connect, poolclass=QueuePool, pool_size=connections, max_overflow=0
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
        _raise_sentence(database, error.orig)
        raise
    except sqlite3.Error as error:
        _raise_sentence(database, error)
        raise


def _raise_sentence(database: Path, error: BaseException | None) -> None:
    primary_code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if primary_code in _FULL:
        raise DiskFull from error
    if primary_code in _DAMAGED:
        raise LibraryDamaged(path=database, reason=error) from error
    if primary_code in _CANNOT:
        raise CannotWrite(path=database, reason=error) from error
