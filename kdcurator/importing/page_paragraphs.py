"""Lines below each other become paragraphs.

Owns what begins a paragraph (size, distance, room above it, an indent) and which one goes on in
the next column or page. Must not know how lines were found.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kdcurator.importing.page_words import Column, Words

_SAME_SIZE = 1.12
_WIDER_LEADING = 1.15
_INDENT = 0.6  # of the size
_NEARLY_FULL = 0.85
_LETTER = 0.55  # width of a letter, of the size, where the words are known and no widths
_STOPS = '.!?…:»”“"'
_TURNS = "-–—―•"
_HYPHENS = "-\u00ad\u2010"


def leading_of(columns: Iterable[Column]) -> float:
    """Return how far below a line the next one stands, of its size, in most of the text."""
    steps = [
        (above.y0 - below.y0) / below.size
        for column in columns
        for above, below in pairwise(column)
        if below.size and _are_of_one_size(above, below)
    ]
    return min(max(median(steps), 0.9), 2.5) if steps else 1.2


def _are_of_one_size(one: Words, other: Words) -> bool:
    low, high = sorted((one.size, other.size))
    return high <= low * _SAME_SIZE


@dataclass(slots=True)
class _Paragraph:
    """Lines that are one paragraph, and the right edge of their column."""

    lines: list[Words]
    right: float


def paragraphs(column: Column, leading: float) -> Iterator[_Paragraph]:
    """Yield the paragraphs of one column."""
    if not column:
        return
    right = max(line.x1 for line in column)
    left = Counter(round(line.x0) for line in column).most_common(1)[0][0]
    paragraph = _Paragraph([column[0]], right)
    for at, (above, line) in enumerate(pairwise(column), start=1):
        following = column[at + 1] if at + 1 < len(column) else None
        if _begins(above, line, leading, right) or _is_indented(above, line, following, left):
            yield paragraph
            paragraph = _Paragraph([], right)
        paragraph.lines.append(line)
    yield paragraph


def _begins(above: Words, line: Words, leading: float, right: float) -> bool:
    """Tell whether a paragraph begins with a line: by size, by distance, by the room above."""
    if not _are_of_one_size(above, line):
        return True
    if above.y0 - line.y0 > leading * _WIDER_LEADING * line.size:
        return True
    if not _is_ended(above):
        return False
    words = line.text.split()
    needed = (len(words[0]) + 1) * _LETTER * line.size if words else 0.0
    return right - above.x1 > needed or line.text.lstrip()[:2].rstrip() in set(_TURNS)


def _is_ended(line: Words) -> bool:
    return line.text.rstrip().endswith(tuple(_STOPS))


def _is_indented(above: Words, line: Words, following: Words | None, left: float) -> bool:
    """Tell whether a line stands in, as the first of a paragraph does."""
    inset = _INDENT * line.size
    if abs(above.x0 - left) > inset or not inset < line.x0 - left < 5 * line.size:
        return False
    return following is None or abs(following.x0 - left) < inset or _is_ended(above)


def written(paragraphs: Iterable[_Paragraph]) -> str:
    """Write paragraphs down; one that a column's end divides goes on after a single newline."""
    parts: list[str] = []
    before: _Paragraph | None = None
    for paragraph in paragraphs:
        words = "\n".join(line.text.strip(" ") for line in paragraph.lines)
        if not words.strip():
            continue
        if before:
            parts.append("\n" if _goes_on(before, paragraph) else "\n\n")
        parts.append(words)
        before = paragraph
    return "".join(parts)


def _goes_on(before: _Paragraph, paragraph: _Paragraph) -> bool:
    """Tell whether a paragraph is the rest of the one before, in the next column or page."""
    last, first = before.lines[-1], paragraph.lines[0]
    is_elsewhere = first.y0 >= last.y0
    if not is_elsewhere or not _are_of_one_size(last, first) or _is_ended(last):
        return False
    if first.text.lstrip()[:1].islower() or last.text.rstrip().endswith(tuple(_HYPHENS)):
        return True
    width = before.right - min(line.x0 for line in before.lines)
    is_long = last.x1 - last.x0 > _NEARLY_FULL * width
    return is_long and len(before.lines) > 1 and first.text.lstrip()[:1] not in _TURNS
