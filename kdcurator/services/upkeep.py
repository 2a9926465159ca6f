"""Upkeep: check, repair, backup, restore.

Owns what a check covers and that no damaged file is ever overwritten unseen. Must not know how
sums and backups are made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.quote import QuoteId
from kdcurator.domain.searching import HitKind
from kdcurator.services.searching import SearchService
from kdcurator.store import articles, backups, proof, quotes, searchables
from kdcurator.store.backups import Backup
from kdcurator.store.library import Library
from kdcurator.store.originals import adopt_originals
from kdcurator.store.proof import Problem, ProblemCode
from kdcurator.store.quotes import QuoteFilter


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found."""

    articles: int
    quotes: int
    indexed: Mapping[HitKind, int]
    problems: tuple[Problem, ...]

    @property
    def is_ok(self) -> bool:
        """Tell whether nothing is left to repair."""
        return all(problem.is_repaired for problem in self.problems)


class UpkeepService:
    """Checks, repairs, backs up and restores a library."""

    def __init__(self, library: Library, searching: SearchService) -> None:
        """Care for `library` and its index."""
        self._library = library
        self._searching = searching

    def check(self, *, repair: bool = False) -> Health:
        """Prove everything that is stored; mend what can be mended when asked to."""
        with self._library.read() as connection:
            problems = list(proof.find_problems(connection, self._library.originals))
        if repair:
            problems = [self._repair(problem) for problem in problems]
            self._searching.catch_up()
        with self._library.read() as connection:
            counts = searchables.count(connection)
        return Health(
            counts[HitKind.ARTICLE],
            counts[HitKind.QUOTE],
            self._searching.indexed(),
            tuple(problems),
        )

    def back_up(self, target: Path | None = None) -> Backup:
        """Make a checked backup with all originals, at `target` or among the automatic ones."""
        library = self._library
        folder = library.backups / library.uuid
        return backups.back_up_library(
            library.database, library.originals, folder, library.now(), target
        )

    def restore(self, backup: Path) -> Backup:
        """Put a backup in the library's place, after a backup of what is there now.

        Raises:
            BackupDamaged: the backup is not whole; nothing is changed.
        """
        library = self._library
        library.hold()
        with backups.unpacked(backup, library.folder) as (database, originals):
            self.back_up()
            adopt_originals(originals, library.originals)
            library.replace_with(database)
            return Backup(backup, *backups.check_database(library.database))

    def _repair(self, problem: Problem) -> Problem:
        if problem.code is ProblemCode.QUOTE_PLACE and problem.row_id is not None:
            return replace(problem, is_repaired=self._put_right(QuoteId(problem.row_id)))
        return problem

    def _put_right(self, quote_id: QuoteId) -> bool:
        """Give a misplaced quote the place where its words stand, when there is just one."""
        with self._library.change(ChangeKind.REPAIR) as work:
            (quote,) = quotes.list_quotes(work.connection, QuoteFilter(ids=frozenset({quote_id})))
            text = articles.read_text(work.connection, quote.article_id).text
            segments = proof.find_again(text, quote)
            if segments is not None:
                quotes.move(work, quote_id, segments)
        return segments is not None
