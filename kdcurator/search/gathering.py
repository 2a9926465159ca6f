"""The words of many rows, turned over: for each word the rows in which it stands.

Owns the way from rows to postings, in memory. Must not know files, nor what a word is.

Whoosh keeps every posting as an object, and sorts them in files when there are many: that was more
than half of the time that an index takes. Here a word is four bytes of an array, and what was
gathered is sorted as a whole.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint32]

_RUN = 2_000_000
"""Words that are sorted at once, in some seventy megabytes."""


class Postings(NamedTuple):
    """The rows of a term in order, how often each has it, and where: four bytes for each place.

    Terms whose places do not matter have no places.
    """

    rows: list[int]
    counts: list[int]
    places: list[bytes]


class _Numbered(dict[str, int]):
    """Terms, each numbered when it is first asked for."""

    def __missing__(self, term: str) -> int:
        self[term] = number = len(self)
        return number


class _Run(NamedTuple):
    """Postings in order of terms: those of term n stand from `starts[n]` to `starts[n + 1]`."""

    starts: Numbers
    rows: Numbers
    counts: Numbers
    ends: Numbers
    """Where the places of each posting end, in bytes; those of the first begin at 0."""
    places: bytes

    def of(self, number: int) -> Postings:
        """Return the postings of a term."""
        if number + 1 >= len(self.starts):  # it was first met later
            return Postings([], [], [])
        first, last = self.starts[number : number + 2].tolist()
        ends = self.ends[first : last + 1].tolist()
        places = [self.places[start:end] for start, end in pairwise(ends)]
        return Postings(self.rows[first:last].tolist(), self.counts[first:last].tolist(), places)


class Words:
    """The words of one field, row by row."""

    def __init__(self) -> None:
        self._numbers = _Numbered()
        self._runs: list[_Run] = []
        self._merged: dict[str, list[Postings]] = {}
        self._begin()

    def __len__(self) -> int:
        """Return how many terms there are."""
        return len(self._numbers)

    def _begin(self) -> None:
        self._words = array("I")
        self._rows = array("I")
        self._lengths = array("I")

    def add(self, row: int, terms: Sequence[str]) -> None:
        """Take in the words of a row; rows come in order."""
        self._words.extend(map(self._numbers.__getitem__, terms))
        self._rows.append(row)
        self._lengths.append(len(terms))
        if len(self._words) > _RUN:
            self._sort()

    def add_postings(self, term: str, postings: Postings) -> None:
        """Take in postings that were read somewhere; their rows come behind all others."""
        self._numbers.setdefault(term, len(self._numbers))
        self._merged.setdefault(term, []).append(postings)

    def postings(self) -> Iterator[tuple[bytes, Postings]]:
        """Yield the terms in order, each with its postings."""
        self._sort()
        for term in sorted(self._numbers):
            number = self._numbers[term]
            parts = [run.of(number) for run in self._runs] + self._merged.get(term, [])
            yield term.encode(), _joined(parts)

    def _sort(self) -> None:
        if not self._words:
            return
        words, rows, lengths = map(_numbers, (self._words, self._rows, self._lengths))
        self._runs.append(_sorted(words, rows, lengths, len(self._numbers)))
        self._begin()


class Keys:
    """The keys of one field, row by row: what a row has or has not."""

    def __init__(self) -> None:
        self._rows: dict[bytes, list[int]] = {}

    def __len__(self) -> int:
        """Return how many keys there are."""
        return len(self._rows)

    def add(self, row: int, terms: Iterable[bytes]) -> None:
        """Take in the keys of a row; rows come in order."""
        for term in terms:
            self._rows.setdefault(term, []).append(row)

    def postings(self) -> Iterator[tuple[bytes, Postings]]:
        """Yield the keys in order, each with its postings."""
        for term in sorted(self._rows):
            rows = self._rows[term]
            yield term, Postings(rows, [1] * len(rows), [])


def _numbers(some: "array[int]") -> Numbers:
    return np.frombuffer(some, np.uint32)


def _joined(parts: Sequence[Postings]) -> Postings:
    if len(parts) == 1:
        return parts[0]
    rows, counts, places = zip(*parts, strict=True)
    together = chain.from_iterable
    return Postings(list(together(rows)), list(together(counts)), list(together(places)))


def _sorted(words: Numbers, rows: Numbers, lengths: Numbers, count: int) -> _Run:
    """Sort words, which stand in order of rows and places, by their numbers below `count`."""
    order = np.argsort(words, kind="stable")
    first_of_row = np.cumsum(lengths, dtype=np.int64) - lengths
    places = (np.arange(len(words)) - np.repeat(first_of_row, lengths)).astype("<u4")
    words, rows = words[order], np.repeat(rows, lengths)[order]
    is_new = np.ones(len(words), np.bool_)
    is_new[1:] = (words[1:] != words[:-1]) | (rows[1:] != rows[:-1])
    firsts = np.append(np.flatnonzero(is_new), len(words))
    starts = np.searchsorted(words[firsts[:-1]], np.arange(count + 1))
    counts, ends = np.diff(firsts), firsts * 4
    return _Run(
        starts.astype(np.uint32),
        rows[firsts[:-1]],
        counts.astype(np.uint32),
        ends.astype(np.uint32),
        places[order].tobytes(),
    )
