"""Putting a backup in a library's place, whatever state that library is in.

Owns the order: prove the backup, keep what is there now (as a backup, or aside when it is too
damaged for one), then put the backup there in one step. Must not open the library first: it may be
the very file that cannot be opened. Nothing is ever deleted.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from kdcurator.domain.backup import BackupKind
from kdcurator.domain.disk import writing
from kdcurator.domain.errors import BackupDamaged, CuratorError
from kdcurator.store import archives, backups, copies, header, newest
from kdcurator.store.backups import Backup
from kdcurator.store.engine import roll_back, sentences_for
from kdcurator.store.header import DATABASE
from kdcurator.store.library import ORIGINALS, Opening, prepare_folder
from kdcurator.store.lock import LibraryLock
from kdcurator.store.originals import adopt_originals


def restore(opening: Opening, backup: Path) -> Backup:
    """Put a checked backup in the place of the library in `opening.folder`.

    Raises:
        BackupDamaged: the backup is not whole; nothing is changed.
        MigrationFailed: the backup is an older library's and no step leads on from it; the same.
        LibraryInUse: another process writes to the library.
    """
    prepare_folder(opening.folder)
    with LibraryLock(opening.folder, program=opening.program, wait=opening.wait):
        return restore_held(opening.folder, opening.backups, opening.clock, backup)


def restore_held(
    folder: Path, backup_folder: Path, clock: Callable[[], datetime], backup: Path
) -> Backup:
    """Do the same where this process holds the lock already and has closed its connections."""
    database = folder / DATABASE
    unpacked = archives.unpacked(backup, folder)
    with sentences_for(database), writing(folder), unpacked as (copy, originals):
        counts = copies.check_database(copy)
        _bring_up_to_date(copy, backup)
        is_sound = _keep_what_is_there(folder, backup_folder, clock)
        adopt_originals(originals, folder / ORIGINALS)
        newest.forget(folder)
        if is_sound:
            copies.overwrite(copy, database)
            database.chmod(0o600)
        else:
            copies.keep_aside(database, clock())
            copies.put_in_place(copy, database)
    return replace(Backup(backup, *counts))


def _bring_up_to_date(copy: Path, backup: Path) -> None:
    """Give the copy of an older backup today's layout: whoever restores may go on with it.

    Raises:
        MigrationFailed: it cannot be done; nothing is changed.
    """
    found = header.read(copy)
    if found is not None and found.user_version < header.SCHEMA_VERSION:
        from kdcurator.store.migrate import run_steps  # Alembic takes 350 ms to import

        run_steps(copy, backup)


def replace_damaged(folder: Path, copy: Path, originals: Path | None, now: datetime) -> Path | None:
    """Put a sound database, with originals, in a damaged one's place; return where that lies now.

    Originals are None for a state of the library that is there already. This process holds the
    lock and has no connection open.
    """
    database = folder / DATABASE
    with sentences_for(database), writing(folder):
        if originals is not None:
            adopt_originals(originals, folder / ORIGINALS)
        damaged = copies.keep_aside(database, now)
        newest.forget(folder)
        copies.put_in_place(copy, database)
    return damaged


@contextmanager
def readable_part(folder: Path) -> Iterator[Path]:
    """Give a copy of what SQLite still reads of a library, when that is sound by itself.

    Raises:
        BackupDamaged: it is not.
    """
    with archives.scratch(folder) as scratch:
        copy = scratch / DATABASE
        try:
            copies.copy_database(folder / DATABASE, copy)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise BackupDamaged(path=folder / DATABASE, reason=error) from error
        copies.check_database(copy)
        yield copy


def _keep_what_is_there(folder: Path, backup_folder: Path, clock: Callable[[], datetime]) -> bool:
    """Back up the library that is to be replaced; return whether there is one and it is sound."""
    database = folder / DATABASE
    if not database.exists():
        return False
    try:
        roll_back(database)
        copies.check_database(database)
        place = backup_folder / copies.uuid_of(database)
        backups.back_up_library(
            database, folder / ORIGINALS, place, clock(), kind=BackupKind.BEFORE
        )
    except (CuratorError, sqlite3.Error, SQLAlchemyError, UnicodeDecodeError):
        return False
    return True
