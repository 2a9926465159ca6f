"""Which rows have any word that begins with two or three letters, known before anybody asks.

Owns the field of an index that says so, and how it is made of the words of other fields. Must not
know files, nor who asks.

Thousands of words begin with *ko*: to read the rows of each takes half a second among 200,000
quotes, the rows of their beginning a few thousandths.
"""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from kdcurator.search.gathering import Postings

BEGUN = "begun"
"""The field of beginnings."""

LENGTHS = (2, 3)
"""Letters of a beginning; with more, few words begin alike."""

MANY = 32
"""So many words begin alike at least, else their own rows do."""


def beginning(field: str, letters: str) -> str:
    """Return the term of a beginning of words in a field."""
    return f"{field}:{letters}"


class Beginnings:
    """The beginnings of all words of a segment, gathered while its terms go by in order."""

    def __init__(self, size: int) -> None:
        """Take the number of rows."""
        self._size = size
        self._found: dict[str, NDArray[np.int64]] = {}

    def noted(
        self, field: str, terms: Iterable[tuple[bytes, Postings]]
    ) -> Iterator[tuple[bytes, Postings]]:
        """Pass the terms of a field on, and note how they begin."""
        open_ones = [_Open(self._size) for _ in LENGTHS]
        for term, postings in terms:
            word = term.decode()
            for length, one in zip(LENGTHS, open_ones, strict=True):
                if one.letters != word[:length]:
                    self._close(field, one)
                    one.begin(word[:length])
                one.add(postings.rows)
            yield term, postings
        for one in open_ones:
            self._close(field, one)

    def postings(self) -> Iterator[tuple[bytes, Postings]]:
        """Yield the beginnings in order, each with the rows of its words."""
        for term in sorted(self._found):
            rows = self._found[term].tolist()
            yield term.encode(), Postings(rows, [1] * len(rows), [])

    def _close(self, field: str, one: "_Open") -> None:
        if one.words >= MANY and len(one.letters) in LENGTHS:
            self._found[beginning(field, one.letters)] = one.rows()


class _Open:
    """A beginning whose words go by."""

    def __init__(self, size: int) -> None:
        self._has = np.zeros(size, np.bool_)
        self.begin("")

    def begin(self, letters: str) -> None:
        self._has[:] = False
        self.letters, self.words = letters, 0

    def add(self, rows: list[int]) -> None:
        self._has[rows] = True
        self.words += 1

    def rows(self) -> NDArray[np.int64]:
        return np.flatnonzero(self._has)
