"""What differs between two whole texts that are much alike: the same interview in two papers.

Owns which paragraph stands for which: equal ones first, then those between them that are alike. In
those the words are compared; what stands for nothing differs as a whole. So long texts take time in
proportion to what differs, and words far apart are never taken for each other. Must not know what
is done about it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from rapidfuzz.distance import Indel, LCSseq

from kdcurator.domain.quote import Span
from kdcurator.text.differences import Marks, differences
from kdcurator.text.folding import SOFT_HYPHEN

_PARAGRAPH: Final = re.compile(r"[^\n]*\S[^\n]*")

_ALIKE: Final = 0.5
"""Paragraphs less alike than this are two, and not one that was altered."""

_AHEAD: Final = 12
"""Paragraphs of the other text that one is compared with."""

_LONG: Final = 5_000
"""Code points of a paragraph whose words are compared; comparing takes their square."""

Paragraphs = Sequence[re.Match[str]]


def whole_differences(one: str, other: str) -> tuple[Marks, Marks]:
    """Return the places of each of two texts that the other one does not have."""
    ours, theirs = list(_PARAGRAPH.finditer(one)), list(_PARAGRAPH.finditer(other))
    left: list[Span] = []
    right: list[Span] = []
    for mine, yours in _unequal(ours, theirs):
        for a, b in _paired(mine, yours):
            some, others = _marks(a, b)
            left += some
            right += others
    return tuple(left), tuple(right)


def _unequal(ours: Paragraphs, theirs: Paragraphs) -> Iterator[tuple[Paragraphs, Paragraphs]]:
    """Yield the paragraphs of either text that stand between equal ones."""
    low = first = high = last = 0
    steps = LCSseq.opcodes([_folded(p[0]) for p in ours], [_folded(p[0]) for p in theirs])
    for step in steps:
        if step.tag == "equal":
            yield ours[low:high], theirs[first:last]
            low, first = step.src_end, step.dest_end
        high, last = step.src_end, step.dest_end
    yield ours[low:high], theirs[first:last]


def _paired(
    ours: Paragraphs, theirs: Paragraphs
) -> Iterator[tuple[re.Match[str] | None, re.Match[str] | None]]:
    """Yield paragraphs that stand for each other, in order; None where one stands for nothing."""
    at = 0
    for mine in ours:
        ahead = list(islice(theirs, at, at + _AHEAD))
        likeness = [_alike(mine[0], yours[0]) for yours in ahead]
        best = max(range(len(ahead)), key=likeness.__getitem__, default=None)
        if best is None or likeness[best] < _ALIKE:
            yield mine, None
            continue
        yield from ((None, yours) for yours in ahead[:best])
        yield mine, ahead[best]
        at += best + 1
    yield from ((None, yours) for yours in theirs[at:])


def _marks(a: re.Match[str] | None, b: re.Match[str] | None) -> tuple[Marks, Marks]:
    """Return what differs in two paragraphs, or the whole of one that stands for nothing."""
    if a is None or b is None or max(len(a[0]), len(b[0])) > _LONG:
        return _whole(a), _whole(b)
    some, others = differences(a[0], b[0])
    return _moved(some, a.start()), _moved(others, b.start())


def _whole(paragraph: re.Match[str] | None) -> Marks:
    if paragraph is None:
        return ()
    words = paragraph[0]
    start = paragraph.start() + len(words) - len(words.lstrip())
    return (Span(start, start + len(words.strip())),)


def _moved(marks: Marks, by: int) -> Marks:
    return tuple(Span(mark.start + by, mark.end + by) for mark in marks)


def _folded(words: str) -> str:
    return " ".join(words.replace(SOFT_HYPHEN, "").split())


def _alike(one: str, other: str) -> float:
    return Indel.normalized_similarity(one[:_LONG], other[:_LONG], score_cutoff=_ALIKE)
