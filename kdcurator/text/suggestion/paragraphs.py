"""Lines become paragraphs.

Owns the three shapes in which texts arrive: a line for each paragraph, blank lines between
paragraphs, and lines wrapped at a column, where only a blank line or a short line ends a
paragraph. Must not know what a paragraph says.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kdcurator.domain.quote import Span

_WRAPPED_SHARE = 0.3  # of neighbouring lines, the second goes on with the first
_WIDEST_COLUMN = 120
_SHORTEST_COLUMN = 35  # where no line is long, less: a newspaper's column
_FULL_COLUMN = 50  # a line this long may be full
_SHORT_LINE = 0.7  # of the column: such a line ends its paragraph
_NEARLY_FULL = 0.85
_MARKS = '»«„“”"'
_TURNS = '-–—»„“”"'
_DASHES = "-–—"
_STOPS = '.!?…:«”“"'


class Paragraph(NamedTuple):
    """A paragraph's place without the blanks around it."""

    span: Span
    follows_blank: bool
    """A blank line, or nothing, stands before it."""


def split_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a canonical text in order."""
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    paragraphs: list[Paragraph] = []
    run: list[Paragraph] = []
    for line in lines:
        if run and (width is None or _ends_here(text, run[-1], line, width)):
            paragraphs.append(_joined(run))
            run = []
        run.append(line)
    if run:
        paragraphs.append(_joined(run))
    return paragraphs


def _lines(text: str) -> Iterator[Paragraph]:
    """Yield the lines that say something, trimmed, and whether a blank line comes before."""
    offset, follows_blank = 0, True
    for line in text.split("\n"):
        if bare := line.strip():
            start = offset + line.index(bare[0])
            yield Paragraph(Span(start, start + len(bare)), follows_blank)
        follows_blank = not bare
        offset += len(line) + 1


def _wrap_width(text: str, lines: Sequence[Paragraph]) -> int | None:
    """Return the column at which a text's lines are wrapped; None where they are not."""
    pairs = [(a.span, b.span) for a, b in pairwise(lines) if not b.follows_blank]
    longest = max((max(len(a), len(b)) for a, b in pairs), default=0)
    if longest > _WIDEST_COLUMN:
        return None
    going_on = sum(_goes_on(text, a, b, longest) for a, b in pairs)
    return longest if going_on and going_on >= _WRAPPED_SHARE * len(pairs) else None


def _goes_on(text: str, line: Span, following: Span, width: int) -> bool:
    """Tell whether a line breaks off in a sentence that the next one goes on with."""
    if len(line) < min(_SHORTEST_COLUMN, _SHORT_LINE * width) or text[line.end - 1] in _STOPS:
        return False
    if text.startswith(("http", "www."), following.start):
        return False
    opening = following.cut(text)[:3]
    if len(line) >= _SHORTEST_COLUMN:  # in a narrow column a dash opens speech or a point of a list
        opening = opening.lstrip("-–— ")
    is_full = len(line) + len(_first_word(text, following)) >= width
    is_point = text[line.start] in _DASHES and text[following.start] in _DASHES
    return opening[:1].islower() or (is_full and len(line) >= _FULL_COLUMN and not is_point)


def _ends_here(text: str, line: Paragraph, following: Paragraph, width: int) -> bool:
    """Tell whether a paragraph of a wrapped text ends between two lines."""
    if following.follows_blank:
        return True
    first, last = text[following.span.start], text[line.span.end - 1]
    if first.islower():
        return False
    if first in _MARKS:  # a wrapped line may break off before a mark as well
        return last in _STOPS and len(line.span) < _NEARLY_FULL * width
    if first in _TURNS:
        return last in _STOPS
    room = width - len(line.span)
    return room > len(_first_word(text, following.span)) and len(line.span) < _SHORT_LINE * width


def _first_word(text: str, span: Span) -> str:
    return text[span.start : min(span.end, span.start + 40)].split(" ", 1)[0]


def _joined(run: Sequence[Paragraph]) -> Paragraph:
    if len(run) == 1:
        return run[0]
    return Paragraph(Span(run[0].span.start, run[-1].span.end), run[0].follows_blank)
