"""Backups: made by SQLite's own backup call, opened and checked before they count.

Owns their names and kinds, and that a backup appears whole or not at all. Must not know what is in
an archive, nor when a backup is due.
"""

import contextlib
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kdcurator import durable
from kdcurator.domain.backup import BackupKind
from kdcurator.domain.disk import error_of_disk
from kdcurator.domain.errors import QT_TRANSLATE_NOOP, CannotWrite
from kdcurator.store import archives, copies
from kdcurator.store.engine import raise_sentence
from kdcurator.store.leftovers import remove_leftovers

_INSIDE = QT_TRANSLATE_NOOP("errors", "a backup must not lie in the library itself")
_NO_BACKUP = QT_TRANSLATE_NOOP("errors", "the file that has this name is no backup")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was opened and found whole."""

    path: Path
    articles: int
    quotes: int


def back_up_database(database: Path, folder: Path, now: datetime) -> Path:
    """Copy a database into `folder` and check the copy; return where it lies."""
    target = _next_name(folder, now, ".sqlite3")
    remove_leftovers(folder)
    with _unfinished(target) as unfinished:
        copies.copy_database(database, unfinished)
        copies.check_database(unfinished)
    return target


def back_up_library(
    database: Path,
    originals: Path,
    folder: Path,
    now: datetime,
    target: Path | None = None,
    kind: BackupKind = BackupKind.BY_HAND,
) -> Backup:
    """Make an archive of a library, at `target` or as the next one in `folder`, and check it.

    One made by hand is whole by itself and can be carried away; the others share their originals.
    """
    target = target or _next_name(folder, now, _ENDINGS[kind])
    _refuse_taken(target, database.parent)
    with _unfinished(target) as unfinished, archives.scratch(target.parent) as scratch:
        copy = scratch / archives.DATABASE
        copies.copy_database(database, copy)
        counts = copies.check_database(copy)
        held = archives.manifest(copy, counts)
        if kind is BackupKind.BY_HAND:
            archives.write(unfinished, copy, held, originals)
        else:
            archives.write_sharing(unfinished, copy, held, originals, target.parent)
        archives.prove(unfinished)
    return Backup(target, *counts)


_ENDINGS = {
    BackupKind.BY_HAND: ".zip",
    BackupKind.AUTOMATIC: "-automatic.zip",
    BackupKind.BEFORE: "-before.zip",
}
"""How the names of the kinds end."""


def _refuse_taken(target: Path, library: Path) -> None:
    """Refuse to write a backup over what is none, or into the library itself."""
    real = target.resolve()
    if library.resolve() in real.parents or real == library.resolve():
        raise CannotWrite(path=target, reason=_INSIDE)
    if target.exists() and not (target.is_file() and archives.holds_a_library(target)):
        raise CannotWrite(path=target, reason=_NO_BACKUP)


def _next_name(folder: Path, now: datetime, ending: str) -> Path:
    """Choose a numbered name: a clock that was set back must not confuse the order."""
    try:
        durable.make_folder(folder)
    except OSError as error:
        raise error_of_disk(error, folder) from error
    numbers = [int(found[1]) for path in folder.iterdir() if (found := _NUMBER.match(path.name))]
    number = max(numbers, default=0) + 1
    return folder / f"{number:06d}-{now:%Y%m%dT%H%M%SZ}{ending}"


_NUMBER = re.compile(r"(\d{6})-")


@contextmanager
def _unfinished(target: Path) -> Iterator[Path]:
    """Give a place beside `target`; what is there moves to `target` when the block ends well."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        durable.make_folder(target.parent, mode=0o777)  # a folder of the user's own choice
        yield unfinished
        durable.sync_file(unfinished)
        unfinished.chmod(0o600)
        unfinished.replace(target)
        durable.sync_folder(target.parent)
    except sqlite3.Error as error:
        raise_sentence(target, error)
        raise
    except OSError as error:
        raise error_of_disk(error, target) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
