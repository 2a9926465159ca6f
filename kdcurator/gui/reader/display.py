"""A text as the reader shows it: lines too long for Qt are folded.

Owns the way between offsets of an article (code points) and positions of the shown document
(UTF-16 units, folds included). Must not know widgets.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kdcurator.gui.offsets import Offsets

FOLD_AT: Final = 10_000
"""Characters: laying out one line of 100,000 took 112 ms, of a million 883."""


class Display:
    """One text, and where each of its characters stands in the document."""

    def __init__(self, text: str = "") -> None:
        """Fold what is too long; the text itself stays as it is."""
        self._folds = list(_folds(text))
        self._breaks = [fold + index for index, fold in enumerate(self._folds)]
        self.source = text
        self.text = _folded(text, self._folds)
        self._offsets = Offsets(self.text)

    def to_qt(self, offset: int) -> int:
        """Return the document's position of an offset; at a fold, the one behind it."""
        place = min(max(offset, 0), len(self.source))
        return self._offsets.to_qt(place + bisect_right(self._folds, place))

    def to_text(self, position: int) -> int:
        """Return the offset of a document position; on both sides of a fold it is the same."""
        shown = self._offsets.to_text(position)
        return shown - bisect_left(self._breaks, shown)


def _folds(text: str) -> Iterator[int]:
    """Yield the offsets before which a line is broken: after a blank where there is one."""
    start = 0
    while len(text) - start > FOLD_AT:
        newline = text.rfind("\n", start, start + FOLD_AT + 1)
        if newline >= 0:
            start = newline + 1
            continue
        blank = text.rfind(" ", start + 1, start + FOLD_AT)
        start = blank + 1 if blank >= 0 else start + FOLD_AT
        yield start


def _folded(text: str, folds: list[int]) -> str:
    edges = [0, *folds, len(text)]
    return "\n".join(text[a:b] for a, b in pairwise(edges)) if folds else text
