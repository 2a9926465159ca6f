"""What a library's file is called and says of itself before it is opened.

Owns the two numbers in SQLite's header and the refusal of foreign and newer files, which are never
opened, so not a byte of them changes. Must not know tables, nor load SQLAlchemy.
"""

import sqlite3
import stat
import struct
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from kdcurator.domain.errors import QT_TRANSLATE_NOOP, CannotRead, LibraryTooNew, NotALibrary

if TYPE_CHECKING:
    from sqlalchemy import Connection

DATABASE = "library.sqlite3"
"""The file's name in a library's folder."""

APPLICATION_ID = 0x6B646375
"""`kdcu` in the header of the file."""

SCHEMA_VERSION = 1
"""`user_version` in the header: one more for each migration."""

_MAGIC = b"SQLite format 3\x00"
_NO_DATABASE = QT_TRANSLATE_NOOP("errors", "the file is no database")
_FOREIGN = QT_TRANSLATE_NOOP("errors", "it belongs to another program")
_HEADER_SIZE = 100  # bytes: https://sqlite.org/fileformat.html, section 1.3


@dataclass(frozen=True, slots=True)
class Header:
    """The numbers that kdcurator writes into the header of a library."""

    application_id: int
    user_version: int


def read(database: Path) -> Header | None:
    """Return what the file says of itself; None when there is no file.

    Raises:
        NotALibrary: the file is no SQLite database.
        CannotRead: this account may not read it, or the disk cannot.
    """
    try:
        if not stat.S_ISREG(database.stat().st_mode):
            raise NotALibrary(path=database, reason=_NO_DATABASE)
        with database.open("rb") as file:
            head = file.read(_HEADER_SIZE)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise CannotRead(path=database, reason=error.strerror) from error
    if len(head) < _HEADER_SIZE or not head.startswith(_MAGIC):
        raise NotALibrary(path=database, reason=_NO_DATABASE)
    (user_version,) = struct.unpack(">i", head[60:64])
    (application_id,) = struct.unpack(">i", head[68:72])
    found = Header(application_id, user_version)
    return _as_committed(database, found) if application_id == APPLICATION_ID else found


def _as_committed(database: Path, header: Header) -> Header:
    """Return what the last commit made of a library's header.

    When a process is killed between a migration's commit and the next checkpoint, the new number
    lies in the WAL alone; this program may be too old to touch such a library.
    """
    wal = database.with_name(f"{database.name}-wal")
    address = f"file:{quote(str(database.absolute()))}?mode=ro"
    try:
        if not wal.stat().st_size:
            return header
        with closing(sqlite3.connect(address, uri=True, timeout=1)) as connection:
            (user_version,) = connection.execute("PRAGMA user_version").fetchone()
    except (OSError, sqlite3.Error):
        return header  # there is no WAL, or opening the library will tell what is wrong
    return replace(header, user_version=user_version)


def check(database: Path, header: Header) -> None:
    """Refuse another program's database and a newer kdcurator's library."""
    if header.application_id != APPLICATION_ID:
        raise NotALibrary(path=database, reason=_FOREIGN)
    if header.user_version > SCHEMA_VERSION:
        raise LibraryTooNew(found=header.user_version, known=SCHEMA_VERSION)


def stamp(connection: "Connection | sqlite3.Connection", version: int = SCHEMA_VERSION) -> None:
    """Write our numbers into the header, inside the transaction that makes them true."""
    numbers = (f"application_id = {APPLICATION_ID}", f"user_version = {version}")
    for number in numbers:
        if isinstance(connection, sqlite3.Connection):
            connection.execute(f"PRAGMA {number}")
        else:
            connection.exec_driver_sql(f"PRAGMA {number}")
