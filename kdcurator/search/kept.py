"""What searches have read of an index, kept for the next ones.

Owns how much of it stays in memory. Must not know what the arrays tell.
"""

from collections import OrderedDict
from typing import Any

from numpy.typing import NDArray

Key = tuple[str, str, str | bytes, bool]
"""The name of a segment, a field, a term, and whether it is about places."""

Arrays = tuple[NDArray[Any], ...]

_MOST_KEPT = 80_000_000
"""Bytes of arrays that are kept: the words of some hundred searches of a large library."""


class Kept:
    """Arrays that are kept in memory for the next search, up to so many bytes for all segments."""

    def __init__(self) -> None:
        self._arrays: OrderedDict[Key, Arrays] = OrderedDict()
        self._bytes = 0

    def get(self, key: Key) -> Arrays | None:
        """Return what is kept."""
        if key in self._arrays:
            self._arrays.move_to_end(key)
        return self._arrays.get(key)

    def keep(self, key: Key, arrays: Arrays) -> None:
        """Keep some arrays; those that nobody asked for longest are forgotten first."""
        self._arrays[key] = arrays
        self._bytes += sum(array.nbytes for array in arrays)
        while self._bytes > _MOST_KEPT and len(self._arrays) > 1:
            _, forgotten = self._arrays.popitem(last=False)
            self._bytes -= sum(array.nbytes for array in forgotten)
