"""Places in a new text whose words are nearly those of a place in the old one.

Owns how such places are found and weighed: pieces of the words, and of what stands around them, are
looked for letter by letter, and only around what is found is anything compared; so a text of 20 MB
takes as long as some dozen searches in it. Must not know which of them is believed.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import Levenshtein

CONTEXT: Final = 32
"""Code points that count on either side, as in the Hypothesis client."""

WORDS, BEFORE, BEHIND, POSITION = 50, 20, 20, 2
"""The weights of the Hypothesis client (match-quote.ts)."""

MOST_ERRORS: Final = 256
"""So many altered code points at most, and half of the words at most (match-quote.ts)."""

_PIECE: Final = 16
_SMALLEST: Final = 6
_PIECES: Final = 24
_HITS: Final = 20
_PLACES: Final = 12
_CLOSE: Final = 16
_SLACK: Final = 48
_STARTS = re.compile(r"(?<!\w)(?=\S)")
_ENDS = re.compile(r"(?<=\S)(?!\w)")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that could be meant; likeness of words and surroundings from 0 to 1."""

    old_start: int
    old_end: int
    start: int
    end: int
    likeness: float
    before: float
    behind: float
    score: float
    """All of it weighed, from 0 to 1."""

    def is_apart_from(self, other: "Candidate") -> bool:
        """Tell whether the two share no character of the new text."""
        return self.end <= other.start or other.end <= self.start


@dataclass(frozen=True, slots=True, order=True)
class _Hit:
    """A piece that was found: where the words would begin, and what of them the piece is."""

    begins: int
    offset: int
    until: int


def alike(one: str, other: str) -> float:
    """Return from 0 to 1 how alike two texts are: 1 less the share that has to be altered."""
    return Levenshtein.normalized_similarity(one, other)


class Weigher:
    """Two folded texts between which places are compared."""

    def __init__(self, old: str, new: str) -> None:
        """Compare places of `old` and `new`."""
        self._old, self._new = old, new

    def weigh(self, old_start: int, old_end: int, start: int, end: int) -> Candidate:
        """Compare one place of the old text with one of the new."""
        old, new = self._old, self._new
        likeness = alike(old[old_start:old_end], new[start:end])
        head = alike(
            old[max(0, old_start - CONTEXT) : old_start], new[max(0, start - CONTEXT) : start]
        )
        tail = alike(old[old_end : old_end + CONTEXT], new[end : end + CONTEXT])
        shift = abs(old_start / max(1, len(old)) - start / max(1, len(new)))
        points = WORDS * likeness + BEFORE * head + BEHIND * tail + POSITION * (1 - shift)
        score = points / (WORDS + BEFORE + BEHIND + POSITION)
        return Candidate(old_start, old_end, start, end, likeness, head, tail, score)

    def candidates(self, start: int, end: int) -> Iterator[Candidate]:
        """Yield places of the new text whose words may be those of a place of the old one."""
        length = end - start
        for low, high in self._guesses(start, end):
            found = self.fit(start, end, low, high)
            errors = (1 - found.likeness) * max(length, found.end - found.start)
            if errors <= min(MOST_ERRORS, length / 2):
                yield found

    def _guesses(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where the words begin and end about, after pieces found, the likeliest first.

        Pieces that keep their distance come first, then those with something put in between.
        """
        length, found = end - start, sorted(self._hits(start, end))
        for near in (_CLOSE, length // 2):
            hits = found
            for _ in range(_PLACES):
                group = _largest(hits, near)
                if not group:
                    break
                taken = set(group)
                hits = [hit for hit in hits if hit not in taken]
                first = min(group, key=lambda hit: hit.offset)
                last = max(group, key=lambda hit: hit.offset)
                yield first.begins, last.begins + length
                yield first.begins + max(0, first.offset), last.begins + min(length, last.until)

    def _hits(self, start: int, end: int) -> Iterator["_Hit"]:
        """Yield where pieces of the words, and of what stands around them, are found."""
        old, length = self._old, end - start
        size = min(_PIECE, max(_SMALLEST, length // 6))
        pieces = list(_pieces(old[start:end], size))
        placed = pieces[:: max(1, len(pieces) // _PIECES)]
        for low in (start - 2 * _PIECE, start - _PIECE, end, end + _PIECE):
            around = old[max(0, low) : max(0, low) + _PIECE]
            placed += [(max(0, low) - start, around)] if len(around) == _PIECE else []
        for offset, piece in placed:
            for at in self._found(piece):
                yield _Hit(at - offset, offset, offset + len(piece))

    def _found(self, piece: str) -> list[int]:
        """Return where a piece stands; nothing for one that stands everywhere."""
        found: list[int] = []
        at = self._new.find(piece)
        while at >= 0 and len(found) <= _HITS:
            found.append(at)
            at = self._new.find(piece, at + 1)
        return found if len(found) <= _HITS else []

    def fit(self, old_start: int, old_end: int, low: int, high: int) -> Candidate:
        """Move the ends of a guess to where words begin and end so that the most agrees."""
        limit = len(self._new)
        low, high = max(0, min(low, limit - 1)), max(1, min(high, limit))
        starts, ends = self._at(_STARTS, low), self._at(_ENDS, high)
        best = self.weigh(old_start, old_end, low, max(high, low + 1))
        for _ in range(2):
            tries = [(start, best.end) for start in starts if start < best.end]
            best = self._best(old_start, old_end, tries, best)
            tries = [(best.start, end) for end in ends if end > best.start]
            best = self._best(old_start, old_end, tries, best)
        return best

    def _best(
        self, old_start: int, old_end: int, tries: list[tuple[int, int]], best: Candidate
    ) -> Candidate:
        weighed = (self.weigh(old_start, old_end, start, end) for start, end in tries)
        return max(weighed, key=lambda found: found.score, default=best)

    def _at(self, edge: re.Pattern[str], near: int) -> list[int]:
        low, high = max(0, near - _SLACK), min(len(self._new), near + _SLACK)
        return [found.start() for found in edge.finditer(self._new, low, high)]


def _pieces(words: str, size: int) -> Iterator[tuple[int, str]]:
    """Yield (offset, piece) of words, in pieces of some whole words each."""
    cuts = [0]
    for found in _WORD.finditer(words):
        if found.start() - cuts[-1] >= size:
            cuts.append(found.start())
    for start, end in pairwise([*cuts, len(words)]):
        if end > start:
            yield start, words[start:end].rstrip()


def _largest(hits: list[_Hit], near: int) -> list[_Hit]:
    """Return the hits, in order, that agree about where the words begin and are most pieces."""
    best, until = range(0), 0
    counted: Counter[int] = Counter()
    most = 0
    for first, hit in enumerate(hits):
        while until < len(hits) and hits[until].begins - hit.begins <= near:
            counted[hits[until].offset] += 1
            until += 1
        if len(counted) > most:
            best, most = range(first, until), len(counted)
        counted[hit.offset] -= 1
        if not counted[hit.offset]:
            del counted[hit.offset]
    return [hits[at] for at in best]
