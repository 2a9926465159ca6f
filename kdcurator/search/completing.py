"""Words that go on as typed, and words that a slip may stand for.

Owns which words of an index are offered, the commonest first. Must not know how they are written:
an index holds what inflections have in common, so each is told by rows in which it can be read.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kdcurator.domain.searching import Example, HitKind
from kdcurator.search.danish import plain
from kdcurator.search.standing import Standing

_ROWS = 8
"""In so many rows a word is looked up as it is written."""

_NEAR = 4
"""So many words of a segment that are two slips away are thought of."""

_LONGEST = 40
"""Letters of a word for which others are offered."""

_ONE_SLIP = 4
"""Letters of a word that may hold a slip: a shorter one is a letter from any other."""

_TWO_SLIPS = 7
"""Letters of a word that may hold two slips."""


def begun(rows: Sequence[Standing], prefix: str, limit: int) -> list[Example]:
    """Return the commonest words that begin with `prefix`, or are spelled so without æøå."""
    typed = plain(prefix)
    if not typed or len(typed) > _LONGEST:
        return []
    found: Counter[str] = Counter()
    for standing in rows:
        for field in standing.answering.fields:
            terms = standing.answering.vocabulary.prefix(field, typed, guess=True)
            for term in terms:
                found[term] += standing.answering.frequency(field, term)
    return list(_examples(rows, (term for term, _ in found.most_common(limit))))


def nearest(rows: Sequence[Standing], word: str) -> Example | None:
    """Return the commonest word that is one slip away, of a long one two."""
    typed = plain(word)
    if not _ONE_SLIP <= len(typed) <= _LONGEST or not typed.isalpha():
        return None  # a number or a code is meant as it stands
    found: Counter[str] = Counter()
    for standing in rows:
        for field in standing.answering.fields:
            for term in standing.answering.vocabulary.near(field, typed):
                found[term] += standing.answering.frequency(field, term)
    if not found and len(typed) >= _TWO_SLIPS:
        found.update(dict(_two_slips_away(rows, typed)))
    best = [term for term, _ in found.most_common(1)]
    return next(_examples(rows, best), None)


def _two_slips_away(rows: Sequence[Standing], typed: str) -> Iterator[tuple[str, int]]:
    """Yield the words of texts that differ by two slips, with how common they are."""
    for standing in rows:
        for segment in standing.segments:
            known = segment.lexicon("text")
            near = process.extract(
                typed, known.terms, scorer=OSA.distance, score_cutoff=2, limit=_NEAR
            )
            yield from ((term, known.frequencies[term]) for term, _, _ in near)


def _examples(rows: Sequence[Standing], terms: Iterable[str]) -> Iterator[Example]:
    """Yield words with a few rows in which they stand, quotes first: they are soon read."""
    for term in terms:
        some = islice(dict.fromkeys(_rows_of(rows, term)), _ROWS)
        if found := tuple(some):
            yield Example(term, found)


def _rows_of(rows: Sequence[Standing], term: str) -> Iterator[tuple[HitKind, int]]:
    for standing in sorted(rows, key=lambda one: one.kind is not HitKind.QUOTE):
        for field in standing.answering.fields:
            yield from standing.some(field, term, _ROWS)
