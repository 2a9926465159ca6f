"""The rows of one kind as they stand: those of the index and, in place of some, newer ones.

Owns what of the index counts no more, and the order of hits. Must not know files, folders or how a
query is written.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np

from kdcurator.domain.searching import HitKind, ScoredHit
from kdcurator.search.postings import Rows, Segment
from kdcurator.search.query import Answering, Found, is_among
from kdcurator.search.tree import Node


@dataclass(slots=True)
class Standing:
    """Segments of one kind, the first `stored` of them without the rows `shadowed`."""

    kind: HitKind
    segments: Sequence[Segment]
    shadowed: Collection[int]
    stored: int
    answering: Answering = field(init=False)
    _hidden: Rows = field(init=False)

    def __post_init__(self) -> None:
        """Find the rows that count no more."""
        self.answering = Answering(self.segments, self.kind)
        shadowed = self.answering.rows_of(self.shadowed, self.stored)
        self._hidden = np.union1d(shadowed, self.answering.deleted())

    def answer(self, node: Node) -> Found:
        """Return the rows that match and count."""
        return self.shown(self.answering.answer(node))

    def shown(self, found: Found) -> Found:
        """Return of some rows those that count."""
        if not len(self._hidden):
            return found
        is_shown = ~is_among(found.rows, self._hidden)
        return Found(found.rows[is_shown], found.scores[is_shown])

    def best(self, node: Node, limit: int) -> tuple[int, list[ScoredHit]]:
        """Return how many rows match, and the best of them, best first.

        Of equals the last row comes first: it is the newest.
        """
        rows, scores = self.answer(node)
        total = len(rows)
        if total > limit > 0:
            least = np.partition(scores, total - limit)[total - limit]
            near = np.flatnonzero(scores >= least)
            rows, scores = rows[near], scores[near]
        order = np.lexsort((rows, scores))[::-1][: max(limit, 0)]
        return total, [
            ScoredHit(self.kind, self.answering.id_of(int(rows[at])), float(scores[at]))
            for at in order
        ]

    def some(self, field: str, term: str, most: int) -> list[tuple[HitKind, int]]:
        """Return a few rows that have a term, the newest ones."""
        rows = self.shown(self.answering.having(field, term)).rows[-most:]
        return [(self.kind, self.answering.id_of(int(row))) for row in rows[::-1]]
