"""The terms of a field by how they end, read from a segment's file as arrays.

Owns the way from an ending to the terms that have it. Must not know what a word is.

A lexicon in memory would tell as well, but takes half a second to read, and whoever searches first
would wait for it. Here the last eight bytes of each term are one number: 150,000 of them are
compared in a fifth of a millisecond. As in `postings`, names of Whoosh 2.7.4 are used that are not
public, and tests compare what is read with what Whoosh says.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

_HEAD = 8
"""Bytes before a key: how long it is, and how long what is known of it."""

_FIELD = 2
"""Bytes with which a key names its field; the term follows."""

_FREQUENCY = 5
"""Bytes before the number of rows in what is known of a term: a flag and a weight."""

_COMPARED = 8
"""Last bytes of a term that are compared at once."""


class Endings:
    """The last bytes of the terms of one field, and where the terms stand."""

    def __init__(self, reader: Any, field: str) -> None:
        """Read the places of all terms from one of Whoosh's readers of a single segment."""
        table = reader._terms  # noqa: SLF001 - see above
        self._file = table._dbfile  # noqa: SLF001
        self._starts, end = _places(table, field)
        first = int(self._starts[0]) if len(self._starts) else end
        read = np.frombuffer(self._file.get(first, end - first), np.uint8)
        at = self._starts - first
        self._lengths = _number(read, at, ">i4").astype(np.int64)
        ends = at + _HEAD + self._lengths
        self._last = _number(read, ends - _COMPARED, ">u8")
        self._frequencies = _number(read, ends + _FREQUENCY, ">u4").astype(np.int64)

    def of(self, tail: str) -> Iterator[tuple[str, int]]:
        """Yield the terms that end in `tail` and are longer, each with in how many rows it stands.

        The commonest first, and equals in order.
        """
        wanted = tail.encode()
        compared = wanted[-_COMPARED:]
        mask = np.uint64((1 << 8 * len(compared)) - 1)
        is_near = (self._last & mask) == np.uint64(int.from_bytes(compared, "big"))
        near = np.flatnonzero(is_near & (self._lengths > len(wanted) + _FIELD))
        for number in near[np.argsort(-self._frequencies[near], kind="stable")]:
            start, length = int(self._starts[number]) + _HEAD, int(self._lengths[number])
            term = bytes(self._file.get(start + _FIELD, length - _FIELD)).decode()
            if term.endswith(tail):
                yield term, int(self._frequencies[number])


def _places(table: Any, field: str) -> tuple[Numbers, int]:
    """Return where the keys of a field begin, in order, and where the last of them ends."""
    index = table._tindex  # noqa: SLF001 - see above
    kind = np.dtype(index.extras["indextype"]).newbyteorder(">")
    written = table._dbfile.get(index.indexbase, index.indexlen * index.indexsize)  # noqa: SLF001
    places = np.frombuffer(written, kind).astype(np.int64)
    if field not in table._fieldmap:  # noqa: SLF001
        return places[:0], index.endofdata
    key = table._keycoder(field, b"")  # noqa: SLF001
    after = (int.from_bytes(key, "big") + 1).to_bytes(_FIELD, "big")
    first, last = (index.closest_key_pos(one) or index.endofdata for one in (key, after))
    return places[slice(*np.searchsorted(places, [first, last]))], last


def _number(read: NDArray[np.uint8], at: Numbers, kind: str) -> NDArray[Any]:
    """Return the number of some kind that is written at each place."""
    size = max(0, len(read) - np.dtype(kind).itemsize + 1)
    anywhere = np.ndarray((size,), kind, read, strides=(1,))  # a number begins at each byte
    found = anywhere[at]
    numbers: NDArray[Any] = found.astype(found.dtype.newbyteorder("="))
    return numbers
