"""Backups: made by SQLite's own backup call, opened and checked before they count.

Owns the two kinds: a bare database (before a migration) and a whole archive with the originals. A
file copy of an open database is no backup: it lost 191 of 40,000 rows when it was tried. Must not
know when a backup is due.
"""

import contextlib
import errno
import hashlib
import os
import re
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from kdcurator.domain.errors import (
    QT_TRANSLATE_NOOP,
    BackupDamaged,
    CannotWrite,
    CuratorError,
    DiskFull,
)
from kdcurator.store import header
from kdcurator.store.engine import raise_sentence

_DATABASE = "library.sqlite3"
_MISSING = QT_TRANSLATE_NOOP("errors", "there is no such file")
_NO_LIBRARY = QT_TRANSLATE_NOOP("errors", "there is no library in it")
_INSIDE = QT_TRANSLATE_NOOP("errors", "a backup must not lie in the library itself")
_NO_BACKUP = QT_TRANSLATE_NOOP("errors", "the file that has this name is no backup")
_ALTERED = QT_TRANSLATE_NOOP("errors", "an article's text was altered")
_ORIGINAL = re.compile(r"originals/[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was opened and found whole."""

    path: Path
    articles: int
    quotes: int


def back_up_database(database: Path, folder: Path, now: datetime) -> Path:
    """Copy a database into `folder` and check the copy; return where it lies."""
    target = _next_name(folder, now, ".sqlite3")
    with _unfinished(target) as unfinished:
        _copy(database, unfinished)
        check_database(unfinished)
    return target


def back_up_library(
    database: Path, originals: Path, folder: Path, now: datetime, target: Path | None = None
) -> Backup:
    """Make an archive of a library, at `target` or as the next one in `folder`, and check it."""
    target = target or _next_name(folder, now, ".zip")
    _refuse_taken(target, database.parent)
    with _unfinished(target) as unfinished, _scratch(target.parent) as scratch:
        copy = scratch / _DATABASE
        _copy(database, copy)
        counts = check_database(copy)
        _write_archive(unfinished, copy, originals)
        with _opened(unfinished) as archive:
            bad = archive.testzip()
            if bad is not None:
                raise BackupDamaged(path=target, reason=f"{bad} is damaged")
    return Backup(target, *counts)


def _refuse_taken(target: Path, library: Path) -> None:
    """Refuse to write a backup over what is none, or into the library itself."""
    real = target.resolve()
    if library.resolve() in real.parents or real == library.resolve():
        raise CannotWrite(path=target, reason=_INSIDE)
    if target.exists() and not (target.is_file() and _holds_a_library(target)):
        raise CannotWrite(path=target, reason=_NO_BACKUP)


def _holds_a_library(archive: Path) -> bool:
    try:
        with zipfile.ZipFile(archive) as opened:
            return _DATABASE in opened.namelist()
    except (zipfile.BadZipFile, OSError):
        return False


def _write_archive(target: Path, database: Path, originals: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(database, _DATABASE)
        for original in sorted(originals.iterdir()) if originals.is_dir() else ():
            name = f"originals/{original.name}"
            if _ORIGINAL.fullmatch(name):
                archive.write(original, name)


def _next_name(folder: Path, now: datetime, ending: str) -> Path:
    """Choose a numbered name: a clock that was set back must not confuse the order."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(path=folder, reason=error.strerror) from error
    numbers = [int(found[1]) for path in folder.iterdir() if (found := _NUMBER.match(path.name))]
    number = max(numbers, default=0) + 1
    return folder / f"{number:06d}-{now:%Y%m%dT%H%M%SZ}{ending}"


_NUMBER = re.compile(r"(\d{6})-")


@contextmanager
def _unfinished(target: Path) -> Iterator[Path]:
    """Give a place beside `target`; what is there moves to `target` when the block ends well."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield unfinished
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.chmod(0o600)
        unfinished.replace(target)
    except sqlite3.Error as error:
        raise_sentence(target, error)
        raise
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull from error
        raise CannotWrite(path=target, reason=error.strerror or error) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


@contextmanager
def _scratch(beside: Path) -> Iterator[Path]:
    """Give a folder that is gone afterwards; texts must not lie about in a shared one."""
    with tempfile.TemporaryDirectory(dir=beside, prefix=".kdcurator-") as scratch:
        yield Path(scratch)


def read_only(database: Path) -> sqlite3.Connection:
    """Connect to a database without the right to change it."""
    return sqlite3.connect(f"file:{quote(str(database.absolute()))}?mode=ro", uri=True)


def _copy(database: Path, target: Path) -> None:
    with closing(read_only(database)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE").close()  # one file, whole by itself


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
    except sqlite3.Error as error:
        raise BackupDamaged(path=database, reason=error) from error


def _check(connection: sqlite3.Connection, database: Path) -> tuple[int, int]:
    (verdict,) = connection.execute("PRAGMA quick_check").fetchone()
    if verdict != "ok":
        raise BackupDamaged(path=database, reason=verdict)
    for words, expected in connection.execute("SELECT text, text_sha256 FROM article_version"):
        if hashlib.sha256(words.encode()).hexdigest() != expected:
            raise BackupDamaged(path=database, reason=_ALTERED)
    (articles,) = connection.execute("SELECT count(*) FROM article").fetchone()
    (quotes,) = connection.execute("SELECT count(*) FROM quote").fetchone()
    return articles, quotes


@contextmanager
def _opened(archive: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(archive) as opened:
            yield opened
    except (zipfile.BadZipFile, EOFError) as error:
        raise BackupDamaged(path=archive, reason=error) from error
    except OSError as error:
        raise BackupDamaged(path=archive, reason=error.strerror or error) from error


@contextmanager
def unpacked(backup: Path, beside: Path) -> Iterator[tuple[Path, Path]]:
    """Give the checked database of a backup and a folder with its originals, for a while.

    They lie in the folder `beside`, which is on the right disk and the user's own. Members are
    read by name into names of our own: no path of the archive is ever used.
    """
    with _scratch(beside) as scratch:
        database, originals = scratch / _DATABASE, scratch / "originals"
        originals.mkdir()
        if not backup.is_file():
            raise BackupDamaged(path=backup, reason=_MISSING)
        if zipfile.is_zipfile(backup):
            _unpack(backup, database, originals)
        else:
            _take_bare(backup, database)
        try:
            check_database(database)
        except CuratorError as error:
            raise BackupDamaged(path=backup, reason=error) from error
        yield database, originals


def _unpack(backup: Path, database: Path, originals: Path) -> None:
    with _opened(backup) as archive:
        names = archive.namelist()
        if _DATABASE not in names:
            raise BackupDamaged(path=backup, reason=_NO_LIBRARY)
        wanted = {_DATABASE: database}
        wanted |= {n: originals / n[10:] for n in names if _ORIGINAL.fullmatch(n)}
        for name, target in wanted.items():
            with archive.open(name) as source, target.open("wb") as copy:
                shutil.copyfileobj(source, copy)


def _take_bare(backup: Path, database: Path) -> None:
    try:
        _copy(backup, database)
    except sqlite3.Error as error:
        raise BackupDamaged(path=backup, reason=error) from error


def move_aside(database: Path, now: datetime) -> None:
    """Keep a damaged database beside its place, with its WAL; it is never deleted."""
    for ending in ("", "-wal", "-shm"):
        path = database.with_name(database.name + ending)
        if path.exists():
            path.rename(path.with_name(f"damaged-{now:%Y%m%dT%H%M%SZ}-{path.name}"))


def overwrite(source: Path, database: Path) -> None:
    """Put a checked backup in a library's place in one transaction of SQLite's own."""
    with closing(read_only(source)) as backup, closing(sqlite3.connect(database)) as live:
        live.execute("PRAGMA synchronous = FULL").close()
        backup.backup(live)
