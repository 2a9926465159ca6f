"""Searching rows that no index holds, once and without keeping anything.

Owns nothing but the way from rows to hits. Must not know folders or what the rows were taken from.
"""

from collections.abc import Iterable

from kdcurator.domain.searching import HitKind, ScoredHit, Searchable
from kdcurator.search.language import parse
from kdcurator.search.memory import read_in_memory
from kdcurator.search.standing import Standing


def search_rows(
    query: str, kind: HitKind, rows: Iterable[Searchable], limit: int
) -> tuple[int, list[ScoredHit]]:
    """Return how many of some rows of one kind match, and the best of them, best first."""
    node, segments = parse(query), read_in_memory(rows)
    if node is None or not segments:
        return 0, []
    return Standing(kind, segments, (), 0).best(node, limit)
