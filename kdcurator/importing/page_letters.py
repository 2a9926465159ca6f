"""Letters that are drawn one after another become words.

Owns which letters are of one line and where between two a blank is seen. Must not know PDF, nor the
order in which words are read (`page_layout`). Lengths are points; `y` grows upwards.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kdcurator.importing.page_words import Words

_WITHIN_A_LINE: Final = 1.0
"""Widths of a letter that may lie between two of one line: pdfminer's own 2.0 joins columns."""

_LEVEL: Final = 0.5
"""Share of the lower letter's height by which two of one line overlap."""

_BLANK: Final = 0.1
"""Room before a letter, of its height or width, that is seen as a blank."""


@dataclass(slots=True)
class Letter:
    """One sign, which may be a ligature of several letters, and the box around it."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    angle: int = 0
    """By how much it stands turned against the clock; its box is that on a page turned for it."""


def words_of(letters: Iterable[Letter]) -> Iterator[Words]:
    """Yield the words of a page, joined as far as they are drawn one after another."""
    for row in _rows(letters):
        text = _text(row)
        if text.strip():
            yield Words(
                text,
                min([one.x0 for one in row]),
                min([one.y0 for one in row]),
                max([one.x1 for one in row]),
                max([one.y1 for one in row]),
                sorted([one.size for one in row])[len(row) // 2],
            )


def _rows(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    """Yield letters that follow each other on one line."""
    row: list[Letter] = []
    for one in letters:
        if row and not _goes_on(row[-1], one):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _goes_on(before: Letter, one: Letter) -> bool:
    """Tell whether a letter is level with the one before and close to it."""
    if one.y0 > before.y1 or before.y0 > one.y1:
        return False
    height = min(before.y1 - before.y0, one.y1 - one.y0)
    if height * _LEVEL >= min(abs(before.y0 - one.y1), abs(before.y1 - one.y0)):
        return False
    room = max(before.x1 - before.x0, one.x1 - one.x0) * _WITHIN_A_LINE
    if one.x0 <= before.x1 and before.x0 <= one.x1:
        return room > 0
    return min(abs(before.x0 - one.x1), abs(before.x1 - one.x0)) < room


def _text(row: Sequence[Letter]) -> str:
    """Return the letters of a line; a blank of our own only where the file has none."""
    pieces = [row[0].text]
    for before, one in pairwise(row):
        margin = _BLANK * max(one.x1 - one.x0, one.y1 - one.y0)
        is_apart = before.x1 < one.x0 - margin
        if is_apart and not (pieces[-1][-1:].isspace() or one.text.isspace()):
            pieces.append(" ")
        pieces.append(one.text)
    return "".join(pieces)
