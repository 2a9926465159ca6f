"""The keys that rows have, field by field: by what hits are counted and voted for.

Owns how keys are held, by key and by row. Must not know which fields there are, nor where they are
read from.
"""

from collections.abc import Iterator
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]


class Column(NamedTuple):
    """Which rows have which keys of a field: pairs of a row and the number of a key."""

    keys: list[str]
    rows: Rows
    codes: Rows


class HalfColumn:
    """A column that is being read."""

    def __init__(self, terms: Iterator[tuple[bytes, int]]) -> None:
        """Take the terms of its keys, which are read one after the other."""
        self.terms = terms
        self._numbers: dict[str, int] = {}
        none = np.empty(0, np.int64)
        self._rows, self._codes = [none], [none]

    def add(self, key: str, rows: Rows) -> None:
        """Take in the rows of a key; some may have come before."""
        self._rows.append(rows)
        self._codes.append(np.full(len(rows), self._numbers.setdefault(key, len(self._numbers))))

    def whole(self) -> Column:
        """Return all that was taken in."""
        return Column(list(self._numbers), np.concatenate(self._rows), np.concatenate(self._codes))


class ByRow(NamedTuple):
    """Which keys of a field each row has: row n those from `starts[n]` to `starts[n + 1]`."""

    keys: list[str]
    starts: Rows
    codes: Rows

    @classmethod
    def of(cls, column: Column, size: int) -> Self:
        """Put a column in the order of its rows, of which there are `size`."""
        order = np.argsort(column.rows, kind="stable")
        starts = np.searchsorted(column.rows[order], np.arange(size + 1))
        return cls(column.keys, starts, column.codes[order])
