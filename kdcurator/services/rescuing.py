"""Rescue of a damaged library: the newest whole backup comes back, and what is told of it.

Owns the order: what is wrong, which backup is whole, the damaged file kept aside, the backup put
there, what is newer taken over from the damaged file. Works on a library that may not open. Must
not know how any of it is done.
"""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from kdcurator.domain.backup import KeptBackup
from kdcurator.domain.errors import (
    BackupDamaged,
    CannotRead,
    CuratorError,
    LibraryDamaged,
    NotALibrary,
    NothingToBringBack,
)
from kdcurator.search.folders import uuids_indexed
from kdcurator.store import archives, proof, restoring, shelf, whose
from kdcurator.store.backups import Backup
from kdcurator.store.header import DATABASE
from kdcurator.store.library import ORIGINALS, Opening, open_library, prepare_folder
from kdcurator.store.lock import LibraryLock
from kdcurator.store.proof import ProblemCode

DAMAGE = (LibraryDamaged, NotALibrary, CannotRead)
"""What opening or reading says of a library that a rescue is for."""

_BEYOND_MENDING = {ProblemCode.DATABASE, ProblemCode.LAYOUT}
"""Problems for which the file itself has to be replaced."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """What a rescue did."""

    was_wrong: str
    """Empty when the library proved to be sound: then nothing was done."""
    backup: KeptBackup | None = None
    """The backup that came back."""
    damaged: Path | None = None
    """Where the damaged file lies now."""
    articles: int = 0
    quotes: int = 0
    """What the library holds now."""
    articles_taken_over: int = 0
    quotes_taken_over: int = 0
    """What of that is newer than the backup and was proved in the damaged file by its sums."""
    missing: tuple[str, ...] = ()
    """What is known to be lost, a sentence each (English)."""
    passed_over: tuple[Path, ...] = ()
    """Newer backups that proved to be damaged themselves."""


class RescueService:
    """Looks after the library of one folder without opening it first."""

    def __init__(self, opening: Opening, cache: Path) -> None:
        """Care for the library that `opening` names, whose index lies below `cache`."""
        self._opening = opening
        self._cache = cache
        self._database = opening.folder / DATABASE

    def list_backups(self) -> list[KeptBackup]:
        """Return the backups of this library, the newest first; none is opened."""
        folder = whose.shelf_of(
            self._database,
            self._opening.folder / ORIGINALS,
            self._opening.backups,
            uuids_indexed(self._cache, self._opening.folder),
        )
        return [] if folder is None else shelf.list_backups(folder)

    def find_good_backup(self) -> KeptBackup | None:
        """Return the newest backup that opens and is whole."""
        for backup in self.list_backups():
            with suppress(BackupDamaged), archives.unpacked(backup.path, backup.path.parent):
                return backup
        return None

    def find_damage(self) -> str:
        """Say what makes the library one that has to be replaced; empty when nothing does.

        Raises:
            LibraryTooNew: a newer program made it; whether it is sound is for that one to say.
        """
        try:
            with closing(open_library(self._opening)) as library, library.read() as connection:
                found = proof.find_problems(connection, library.originals)
                return next((p.detail for p in found if p.code in _BEYOND_MENDING), "")
        except DAMAGE as error:
            return _reason(error)

    def rescue(self) -> Rescue:
        """Bring the newest whole backup back in a damaged library's place.

        The damaged file is kept beside its place under a name of its own.

        Raises:
            NothingToBringBack: there is no whole backup; nothing is changed.
            LibraryInUse: another process writes to the library.
        """
        was_wrong = self.find_damage()
        if not was_wrong:
            return Rescue("")
        opening = self._opening
        prepare_folder(opening.folder)
        with LibraryLock(opening.folder, program=opening.program, wait=opening.wait):
            return self._replace(was_wrong)

    def _replace(self, was_wrong: str) -> Rescue:
        passed_over: list[Path] = []
        for kept, backup, damaged in self._bring_back(passed_over):
            return Rescue(
                was_wrong,
                kept,
                damaged,
                backup.articles,
                backup.quotes,
                passed_over=tuple(passed_over),
            )
        raise NothingToBringBack(
            path=self._database, reason=was_wrong, backups=self._opening.backups
        )

    def _bring_back(
        self, passed_over: list[Path]
    ) -> Iterator[tuple[KeptBackup, Backup, Path | None]]:
        """Try the backups from the newest on; yield the first that is whole, once in place."""
        now = self._opening.clock()
        for kept in self.list_backups():
            try:
                yield kept, *restoring.replace_damaged(self._opening.folder, kept.path, now)
                return
            except BackupDamaged:
                passed_over.append(kept.path)


def _reason(error: CuratorError) -> str:
    return str(error.details.get("reason", error))
