"""Rescue of a damaged library: the newest whole backup comes back, and what is told of it.

Owns the order: what is wrong, which backup is whole, what is newer taken over into it from the
damaged file, that file kept aside, the mended state put in its place in one step. Works on a
library that may not open. Must not know how any of it is done.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from kdcurator.domain.backup import KeptBackup
from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.errors import (
    BackupDamaged,
    CannotRead,
    CuratorError,
    LibraryDamaged,
    NotALibrary,
    NothingToBringBack,
)
from kdcurator.domain.searching import HitKind
from kdcurator.search.folders import uuids_indexed
from kdcurator.services.upkeep import Health
from kdcurator.store import (
    archives,
    copies,
    proof,
    restoring,
    salvage,
    shelf,
    whose,
    wreck,
)
from kdcurator.store.header import DATABASE
from kdcurator.store.library import ORIGINALS, Opening, open_library, prepare_folder
from kdcurator.store.lock import LibraryLock
from kdcurator.store.proof import Problem, ProblemCode
from kdcurator.store.salvage import Salvaged

DAMAGE = (LibraryDamaged, NotALibrary, CannotRead)
"""What opening or reading says of a library that a rescue is for."""


_BESIDE_THE_DATABASE = {ProblemCode.ORIGINAL_MISSING, ProblemCode.ORIGINAL_SUM}


@dataclass(frozen=True, slots=True)
class Rescue:
    """What a rescue did."""

    was_wrong: str
    """Empty when the library proved to be sound: then nothing was done."""
    backup: KeptBackup | None = None
    """The backup that came back; None where the damaged library's readable part was sound."""
    damaged: Path | None = None
    """Where the damaged file lies now; None where there was none any more."""
    articles: int = 0
    quotes: int = 0
    """What the library holds now."""
    salvaged: Salvaged = field(default_factory=Salvaged)
    """What of that came from the damaged file."""
    passed_over: tuple[Path, ...] = ()
    """Newer backups that proved to be damaged themselves."""


@dataclass(frozen=True, slots=True)
class _Base:
    """A sound state to go on from."""

    database: Path
    originals: Path | None
    backup: KeptBackup | None


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
                return next((p.detail for p in proof.find_damage(connection)), "")
        except DAMAGE as error:
            return _reason(error)

    def check(self, prove: Callable[[], Health], *, repair: bool) -> Health:
        """Prove a library that need not open; `prove` does so, and mends, once it does.

        What cannot be mended row by row is what a rescue is for.
        """
        was_wrong, health = self.find_damage(), None
        if not was_wrong:
            was_wrong, health = _proved(prove)
        if repair and was_wrong:
            with suppress(NothingToBringBack):
                told = problem_of(self.rescue(was_wrong))
                health = prove()
                return replace(health, problems=(told, *health.problems))
        if health is None:
            health = _unwell(problem_left(was_wrong, self.find_good_backup()))
        return health

    def rescue(self, was_wrong: str = "") -> Rescue:
        """Bring the newest whole state back in a damaged library's place.

        `was_wrong` says what cannot be mended by other means, where that is known already.

        The damaged file is kept beside its place under a name of its own; what it holds that is
        newer than the backup and proved by its sums is taken over.

        Raises:
            NothingToBringBack: there is no whole backup; nothing is changed.
            LibraryInUse: another process writes to the library.
        """
        was_wrong = was_wrong or self.find_damage()
        if not was_wrong:
            return Rescue("")
        prepare_folder(self._opening.folder)
        passed_over: list[Path] = []
        with archives.scratch(self._opening.folder) as scratch:
            done = self._replace(was_wrong, passed_over, scratch)
        articles, quotes = copies.check_database(self._database)
        return replace(done, articles=articles, quotes=quotes, passed_over=tuple(passed_over))

    def _replace(self, was_wrong: str, passed_over: list[Path], scratch: Path) -> Rescue:
        opening = self._opening
        for base in self._bases(passed_over):
            with LibraryLock(opening.folder, program=opening.program, wait=opening.wait):
                mended, salvaged = self._salvage(base.database, scratch)
                damaged = restoring.replace_damaged(
                    opening.folder, mended, base.originals, opening.clock()
                )
            return Rescue(was_wrong, base.backup, damaged, salvaged=salvaged)
        raise NothingToBringBack(path=self._database, reason=was_wrong, backups=opening.backups)

    def _bases(self, passed_over: list[Path]) -> Iterator[_Base]:
        """Yield the sound states there are, the newest first; each lasts until the next."""
        folder = self._opening.folder
        with suppress(CuratorError), restoring.readable_part(folder) as copy:
            if proof.is_sound(copy):
                yield _Base(copy, None, None)
        for kept in self.list_backups():
            try:
                with archives.unpacked(kept.path, folder) as (copy, originals):
                    yield _Base(copy, originals, kept)
            except BackupDamaged:
                passed_over.append(kept.path)

    def _salvage(self, sound: Path, scratch: Path) -> tuple[Path, Salvaged]:
        """Return what is to come in the damaged one's place: a sound state and what is newer.

        That is made apart: a backup that stood there alone for a moment would be sound, and if we
        were killed then, nobody would ever ask for what is newer.
        """
        if not self._database.exists():
            return sound, Salvaged()
        apart = replace(self._opening, folder=scratch / "mended")
        apart.folder.mkdir()
        shutil.copyfile(sound, apart.folder / DATABASE)
        with (
            wreck.opened(self._database, sound, scratch) as found,
            closing(open_library(apart)) as library,
            library.change(ChangeKind.REPAIR) as work,
        ):
            salvaged = salvage.take_over(work, found)
        copies.copy_database(apart.folder / DATABASE, scratch / DATABASE)
        copies.check_database(scratch / DATABASE)
        return scratch / DATABASE, salvaged


def _proved(prove: Callable[[], Health]) -> tuple[str, Health | None]:
    """Say what is wrong with the database that only a rescue could mend, and how all else is."""
    try:
        health = prove()
    except DAMAGE as error:
        return _reason(error), None
    return _left(health), health


def _reason(error: CuratorError) -> str:
    return str(error.details.get("reason", error))


def _left(health: Health) -> str:
    """Say what stays wrong in the database after a repair; empty when nothing does."""
    left = (problem for problem in health.problems if not problem.is_repaired)
    return next((p.detail for p in left if p.code not in _BESIDE_THE_DATABASE), "")


def _unwell(problem: Problem) -> Health:
    return Health(0, 0, dict.fromkeys(HitKind, 0), (problem,))


def problem_of(done: Rescue) -> Problem:
    """Tell a rescue as a problem that was found and repaired."""
    came_back = (
        f"the backup {_named(done.backup)} was brought back"
        if done.backup
        else "what could be read of it was whole and was kept"
    )
    found = done.salvaged
    taken = f"{found.articles} articles and {found.quotes} quotes, all proved by their sums"
    sentences = [
        f"the database was damaged ({done.was_wrong}); {came_back}",
        *([f"the damaged file lies at {done.damaged}"] if done.damaged else []),
        *(f"the backup {path} is damaged and was passed over" for path in done.passed_over),
        f"taken over from it: {taken}; {found.edits} older rows were brought up to date",
        f"newer and missing: {_missing(found)}",
    ]
    return Problem(ProblemCode.DATABASE, "; ".join(sentences), is_repaired=True)


def _missing(found: Salvaged) -> str:
    if found.articles_unproved or found.quotes_unproved:
        unproved = f"{found.articles_unproved} articles and {found.quotes_unproved} quotes"
        return f"{unproved} that were seen there, and whatever could not be seen"
    return "nothing that could be seen there"


def _named(backup: KeptBackup) -> str:
    return f"of {backup.made_at:%Y-%m-%d %H:%M} UTC, ({backup.path})"


def problem_left(was_wrong: str, good: KeptBackup | None) -> Problem:
    """Tell damage that was found and not repaired, and which backup would come back."""
    offer = (
        f"the newest whole backup is {_named(good)}; 'check --repair' brings it back"
        if good
        else "no whole backup of this library was found"
    )
    return Problem(ProblemCode.DATABASE, f"the database is damaged ({was_wrong}); {offer}")
