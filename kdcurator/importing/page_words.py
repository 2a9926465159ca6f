"""Words where they stand on a page, and the lines that they make.

Owns boxes and which of them are level with each other. Must not know columns or paragraphs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_SAME_LINE = 0.5  # of the height of the lower one
_BLANK = 0.15  # of the size


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of one line and the box around them."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float

    @property
    def middle(self) -> float:
        """Height of the line's middle."""
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page in any order, and how high it is."""

    words: tuple[Words, ...]
    height: float


Column = list[Words]
"""Whole lines, one below the other."""


def bands(words: Iterable[Words]) -> list[list[Words]]:
    """Return words as level bands with white between them, from the top."""
    found: list[list[Words]] = []
    reach = 0.0
    for one in sorted(words, key=lambda one: -one.y1):
        # Letters of two lines may touch: half a line's height is enough to be one band.
        if found and one.y1 - reach > _SAME_LINE * min(one.y1 - one.y0, found[-1][0].size):
            found[-1].append(one)
            reach = min(reach, one.y0)
        else:
            found.append([one])
            reach = one.y0
    return found


def joined(band: Sequence[Words]) -> Words:
    """Return words of one line, ordered from the left, as one, with blanks where they are apart."""
    text = band[0].text
    for before, one in pairwise(band):
        is_apart = one.x0 - before.x1 > _BLANK * one.size
        has_blank = text.endswith(" ") or one.text.startswith(" ")
        text += (" " if is_apart and not has_blank else "") + one.text
    return Words(
        text,
        band[0].x0,
        min(one.y0 for one in band),
        max(one.x1 for one in band),
        max(one.y1 for one in band),
        max(one.size for one in band),
    )


def lines(words: Iterable[Words]) -> Column:
    """Join the words that stand on one line."""
    return [joined(sorted(band, key=lambda one: one.x0)) for band in bands(words)]
