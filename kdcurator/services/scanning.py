"""Searching rows as they lie in SQLite, for what an index lacks: the newest first, and soon over.

Owns how long is searched and when enough is found. Must not know how a row is matched.
"""

import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from kdcurator.domain.searching import HitKind, ScoredHit
from kdcurator.search.reading_over import search_rows
from kdcurator.search.sieving import sieve_of
from kdcurator.store import searchables
from kdcurator.store.library import Library
from kdcurator.store.searchables import Key
from kdcurator.store.sifting import sift

ENOUGH: Final = 0.25
"""Seconds for each kind of row; what is begun then is finished."""

_AT_ONCE: Final = {HitKind.ARTICLE: 20, HitKind.QUOTE: 100}
"""Rows that are looked at closely in one go: some 80 ms of articles, 20 of quotes."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """What was found; `is_whole` if nothing was left to look at."""

    total: int
    hits: tuple[ScoredHit, ...]
    is_whole: bool


def scan(
    library: Library,
    query: str,
    kinds: Sequence[HitKind],
    limit: int,
    among: Collection[Key] | None = None,
) -> Scanned:
    """Return the newest rows that match, until there are `limit` of them or it takes too long.

    Each kind gives as many as the others.
    With `among` only those rows are looked at.
    """
    wanted = dict.fromkeys(kinds)
    share = -(-limit // max(1, len(wanted)))
    found = [_scan(library, query, kind, share, among) for kind in wanted]
    hits = sorted((hit for one in found for hit in one.hits), key=lambda hit: -hit.score)
    is_whole = all(one.is_whole for one in found)
    return Scanned(sum(one.total for one in found), tuple(hits[: max(limit, 0)]), is_whole)


def _scan(
    library: Library, query: str, kind: HitKind, limit: int, among: Collection[Key] | None
) -> Scanned:
    until = time.monotonic() + ENOUGH
    total, hits = 0, list[ScoredHit]()
    with library.read() as connection:
        ids = sift(connection, kind, sieve_of(query))
        keys = ((kind, row_id) for row_id in ids if among is None or (kind, row_id) in among)
        for some in _in_parts(keys, _AT_ONCE[kind]):
            rows = searchables.read_searchables(connection, some)
            number, best = search_rows(query, kind, rows, limit)
            total, hits = total + number, [*hits, *best]
            if len(hits) >= limit or time.monotonic() > until:
                return Scanned(total, tuple(hits), is_whole=False)
    return Scanned(total, tuple(hits), is_whole=True)


def _in_parts(keys: Iterator[Key], size: int) -> Iterator[list[Key]]:
    while some := list(islice(keys, size)):
        yield some
