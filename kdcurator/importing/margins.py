"""The lines above and below an article, where a text says what it is.

Owns how far head and foot reach, so that what describes a text never reads all of it. Must not
know what the lines mean.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from kdcurator.domain.article import Part, PartKind
from kdcurator.domain.suggestion import Reading

HEAD_REACH = 8_000
FOOT_REACH = 4_000
"""Code points at either end of a text that are looked at."""

_MOST_LINES = 20
_LONGEST_LINE = 400
_SHORTEST_PARAGRAPH = 120
"""Code points from which on a line of body text ends the head."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the blanks at its ends, and the kind of part it begins in."""

    text: str
    kind: PartKind | None


@dataclass(frozen=True, slots=True)
class Margins:
    """Head and foot of a text, lines that hold something and are no whole paragraphs."""

    head: tuple[Line, ...]
    foot: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Both, from above."""
        return self.head + self.foot


def margins(text: str, reading: Reading) -> Margins:
    """Return the lines before the first paragraph, and the last lines of what follows them."""
    body_start = _body_start(text, reading)
    head = list(islice(_lines(text, 0, min(body_start, HEAD_REACH), reading.parts), _MOST_LINES))
    head_end = head[-1][0] + len(head[-1][1].text) if head else 0
    foot_start = max(head_end, len(text) - FOOT_REACH)
    foot = list(_lines(text, foot_start, len(text), reading.parts))[-_MOST_LINES:]
    return Margins(_short(head), _short(foot))


def _body_start(text: str, reading: Reading) -> int:
    """Return where the first paragraph or question begins, or else the text's end."""
    for part in reading.parts:
        is_paragraph = part.kind is PartKind.BODY and part.end - part.start >= _SHORTEST_PARAGRAPH
        if is_paragraph or part.kind is PartKind.QUESTION:
            return part.start
    return len(text)


def _lines(text: str, start: int, end: int, parts: tuple[Part, ...]) -> Iterator[tuple[int, Line]]:
    """Yield the lines that hold something and stand whole between two offsets, with their own."""
    at = text.find("\n", start - 1, end) + 1 if start else 0
    stop = text.rfind("\n", at, end) if end < len(text) else end
    if stop < 0 or (start and not at):
        return
    for raw in text[at:stop].split("\n"):
        stripped = raw.strip()
        if stripped:
            first = at + len(raw) - len(raw.lstrip())
            yield first, Line(stripped, _kind_at(first, parts))
        at += len(raw) + 1


def _kind_at(offset: int, parts: tuple[Part, ...]) -> PartKind | None:
    """Return the kind of the last part that begins here or before and reaches this far."""
    index = bisect_right(parts, offset, key=attrgetter("start")) - 1
    return parts[index].kind if index >= 0 and parts[index].end > offset else None


def _short(lines: Iterable[tuple[int, Line]]) -> tuple[Line, ...]:
    """Leave out what is too long to say anything but the article itself."""
    return tuple(line for _, line in lines if len(line.text) <= _LONGEST_LINE)
