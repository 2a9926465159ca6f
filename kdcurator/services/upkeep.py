"""Upkeep: check and repair.

Owns what a check covers, the order of repairs (texts first: quotes are proved against them), and
that a repair counts only when the next look finds nothing. Must not know how sums are
made.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from kdcurator.domain.article import ReadFile
from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.errors import Refused
from kdcurator.domain.searching import HitKind
from kdcurator.services.searching import SearchService
from kdcurator.store import archives, articles, originals, proof, repairs, searchables
from kdcurator.store.library import Library
from kdcurator.store.proof import Problem, ProblemCode
from kdcurator.store.unit_of_work import UnitOfWork

_UNREADABLE = {ProblemCode.LAYOUT, ProblemCode.VERSION_MISSING, ProblemCode.VALUE}
"""With these in it, a library is not indexed: rows cannot be read."""


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
    """Checks and repairs a library."""

    def __init__(
        self,
        library: Library,
        searching: SearchService,
        read: Callable[[bytes, str], Sequence[ReadFile]],
    ) -> None:
        """Care for `library` and its index; `read` reads the bytes of an original."""
        self._library = library
        self._searching = searching
        self._read = read

    def check(self, *, repair: bool = False) -> Health:
        """Prove everything that is stored; mend what can be proved when asked to."""
        problems = self._find()
        if repair and problems:
            problems = self._repair_all(problems)
        if _UNREADABLE & {problem.code for problem in problems if not problem.is_repaired}:
            self._searching.rest()
        elif repair:
            self._searching.catch_up()
        with self._library.read() as connection:
            counts = searchables.count(connection)
        return Health(
            counts[HitKind.ARTICLE],
            counts[HitKind.QUOTE],
            self._searching.indexed(),
            tuple(problems),
        )

    def _find(self) -> list[Problem]:
        with self._library.read() as connection:
            return list(proof.find_problems(connection, self._library.originals))

    def _repair_all(self, problems: Sequence[Problem]) -> list[Problem]:
        """Mend what can be mended and look again: only what is gone then is repaired."""
        for problem in problems:
            if problem.code in {ProblemCode.ORIGINAL_MISSING, ProblemCode.ORIGINAL_SUM}:
                self._bring_original_back(problem)
        if all(problem.code is not ProblemCode.LAYOUT for problem in problems):
            with self._library.change(ChangeKind.REPAIR) as work:
                for repair in (self._mend_article, _mend_quote):
                    for problem in problems:
                        if problem.row_id is not None:
                            repair(work, problem, problem.row_id)
        left = {(problem.code, problem.row_id, problem.detail) for problem in self._find()}
        return [
            replace(item, is_repaired=(item.code, item.row_id, item.detail) not in left)
            for item in problems
        ]

    def _bring_original_back(self, problem: Problem) -> None:
        """Take an original from the backups, which share one copy of each."""
        with self._library.read() as connection:
            name = articles.original_of(connection, problem.row_id or 0).sha256
        shared = archives.shared_originals(self._library.backups / self._library.uuid)
        originals.adopt_original(shared / str(name), self._library.originals)

    def _mend_article(self, work: UnitOfWork, problem: Problem, version_id: int) -> None:
        if problem.code is ProblemCode.ARTICLE_LENGTH:
            repairs.note_length(work, version_id)
        if problem.code is ProblemCode.ARTICLE_SUM:
            for text in self._texts_of_original(work, version_id):
                if repairs.put_text_back(work, version_id, text):
                    return

    def _texts_of_original(self, work: UnitOfWork, version_id: int) -> list[str]:
        """Read the file that an article came from; it may hold the texts of others too."""
        original = articles.original_of(work.connection, version_id)
        if original.sha256 is None:
            return []
        try:
            data = (self._library.originals / original.sha256).read_bytes()
            return [file.text for file in self._read(data, original.name or "")]
        except (OSError, Refused):
            return []


def _mend_quote(work: UnitOfWork, problem: Problem, quote_id: int) -> None:
    if problem.code in {ProblemCode.QUOTE_SUM, ProblemCode.QUOTE_PLACE}:
        repairs.put_quote_right(work, quote_id)
