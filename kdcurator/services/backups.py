"""Backups over time: made when something changed, thinned, listed, compared, brought back.

Owns when one is due. Must not know how one is made nor who asks: the window does it on closing and
every hour, a command when the last one is older than that.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Final

from kdcurator.domain.backup import BackupKind, Differences, KeptBackup
from kdcurator.domain.disk import writing
from kdcurator.domain.errors import CuratorError
from kdcurator.store import archives, backups, comparing, copies, restoring, shelf
from kdcurator.store.backups import Backup
from kdcurator.store.engine import sentences_for
from kdcurator.store.library import Library

EVERY: Final = timedelta(hours=1)
"""How long work may go on without a backup of it."""


class BackupService:
    """Keeps backups of one library."""

    def __init__(self, library: Library) -> None:
        """Keep backups of `library`, on its own shelf."""
        self._library = library

    @property
    def folder(self) -> Path:
        """Where they lie."""
        return self._library.backups / self._library.uuid

    def list_backups(self) -> list[KeptBackup]:
        """Return all backups, the newest first."""
        return shelf.list_backups(self.folder)

    def is_due(self, *, every: timedelta = timedelta(0)) -> bool:
        """Tell whether something changed since the newest backup, which is older than `every`."""
        last = shelf.newest(self.folder)
        if last is None:
            return True
        age = self._library.now() - last.made_at
        is_recent = timedelta(0) <= age < every  # one from the future is of a clock set back
        return not is_recent and last.mark != copies.mark_of(self._library.database)

    def back_up_if_due(self, *, every: timedelta = timedelta(0)) -> Backup | None:
        """Make an automatic backup and thin the shelf, if one is due.

        Raises:
            DiskFull, CannotWrite: there is no room, or the shelf or the library cannot be reached.
            BackupDamaged: the library's own texts are not whole, so that a backup would not be.
        """
        with self._told():
            if not self.is_due(every=every):
                return None
            made = self._make(BackupKind.AUTOMATIC)
            shelf.thin(self.folder)
        return made

    def back_up_each_hour(self) -> Backup | None:
        """Do the same unless there is a backup that is not older than an hour."""
        return self.back_up_if_due(every=EVERY)

    def back_up(self, target: Path | None = None) -> Backup:
        """Make a backup with all originals, at `target` or on the shelf."""
        return self._make(BackupKind.BY_HAND, target)

    def _make(self, kind: BackupKind, target: Path | None = None) -> Backup:
        library = self._library
        return backups.back_up_library(
            library.database, library.originals, self.folder, library.now(), target, kind
        )

    def compare(self, backup: Path) -> Differences:
        """Tell what would be another if a backup came back; nothing is changed.

        Raises:
            BackupDamaged: the backup is not whole.
            LibraryDamaged: what is here now cannot be read, so nothing can be compared.
        """
        library = self._library
        with self._told():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with archives.unpacked(backup, self.folder, with_originals=False) as (copy, _):
                return comparing.compare(library.database, copy)

    def restore(self, backup: Path) -> Backup:
        """Put a backup in the library's place, after a backup of what is there now.

        Raises:
            BackupDamaged: the backup is not whole; nothing is changed.
        """
        library = self._library
        with self._told(), library.disconnected():
            return restoring.restore_held(library.folder, library.backups, library.now, backup)

    def worker_ended(self, process: int) -> None:
        """Remove what a process left half done that was killed while it backed up or compared."""
        with suppress(CuratorError):  # a library that cannot be read does not tell its shelf
            archives.sweep(self.folder, process)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Have folders that went away, and disks that are full, told in sentences."""
        with sentences_for(self._library.database), writing(self._library.backups):
            yield
