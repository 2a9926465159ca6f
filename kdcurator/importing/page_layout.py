"""Words on pages become text in the order in which they are read.

Owns columns, headlines over them, paragraphs, and the heads and feet that pages repeat, all told by
places and sizes alone. Must not know PDF. Lengths are points; `y` grows upwards.

A page is cut where white runs through it, upright before level, as newspapers are read: down a
column, then the next; a headline over several columns ends the columns above it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_GUTTER = 0.7  # of the size of the letters: narrower white is within a line
_SHORTEST_COLUMN = 2.8  # times the size: in two lines, blanks stand below each other by chance
_NARROWEST_COLUMN = 8  # times the size: less is a list's numbers or a speaker's initials
_HEADLINE = 1.3  # times the size of the text
_SAME_SIZE = 1.12
_SAME_LINE = 0.5  # of the height of the lower one
_BLANK = 0.15  # of the size
_WIDER_LEADING = 1.15
_INDENT = 0.6  # of the size
_NEARLY_FULL = 0.85
_LETTER = 0.55  # width of a letter, of the size, where the words are known and no widths
_STOPS = '.!?…:»”“"'
_TURNS = "-–—―•"
_HYPHENS = "-\u00ad\u2010"
_REPEATED = 3  # pages
_MARGIN = 0.2  # of a page's height, above and below


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


def text_of(pages: Sequence[Page]) -> str:
    """Return the text of pages: a newline ends a line, a blank line a paragraph.

    Nothing is altered but blanks at the ends of lines, for which the newline stands, and words
    drawn twice in one place, which is how some programs make bold type.
    """
    repeated = _repeated(pages)
    bare = [_without_margins(page, repeated) for page in pages]
    columns = [column for page in bare for column in _columns(_whole_lines(_once(page)))]
    leading = _leading(columns)
    return _written(paragraph for column in columns for paragraph in _paragraphs(column, leading))


def _once(words: Iterable[Words]) -> list[Words]:
    """Leave out what is drawn a second time in the same place."""
    seen: dict[tuple[str, int, int], Words] = {}
    for one in words:
        cell = round(one.x0 / (one.size or 1)), round(one.y0 / (one.size or 1))
        seen.setdefault((one.text, *cell), one)
    return list(seen.values())


# Heads and feet


def _signs(words: Words) -> Iterator[tuple[str, int, int, str]]:
    """Yield what a repeated line has in common with itself, whatever its page's number is."""
    shape = "".join("#" if letter.isdigit() else letter for letter in words.text.strip())
    while "##" in shape:
        shape = shape.replace("##", "#")
    for edge, x in (("left", words.x0), ("right", words.x1), ("middle", words.x0 + words.x1)):
        yield shape, round(words.y0), round(x), edge


def _repeated(pages: Sequence[Page]) -> set[tuple[str, int, int, str]]:
    """Return the signs of lines that stand in one place on at least three pages."""
    if len(pages) < _REPEATED:
        return set()
    counted: Counter[tuple[str, int, int, str]] = Counter()
    for page in pages:
        counted.update({sign for words in page.words for sign in _signs(words)})
    return {sign for sign, times in counted.items() if times >= _REPEATED}


def _without_margins(page: Page, repeated: set[tuple[str, int, int, str]]) -> list[Words]:
    """Return the words of a page without the repeated lines that are its outermost ones."""
    lines = sorted(page.words, key=lambda words: -words.middle)
    for upwards in (False, True):
        order = lines[::-1] if upwards else lines
        taken = 0
        for words in order:
            far = words.middle if upwards else page.height - words.middle
            is_repeated = any(sign in repeated for sign in _signs(words))
            if not is_repeated or far > _MARGIN * page.height:
                break
            taken += 1
        lines = lines[: len(lines) - taken] if upwards else lines[taken:]
    return lines


# Columns


def _whole_lines(words: Sequence[Words]) -> list[Words]:
    """Join the words of lines that are stretched so far that blanks look like gutters."""
    bands = _bands(words)
    result: list[Words] = []
    for at, band in enumerate(bands):
        neighbours = [*bands[max(at - 1, 0) : at], *bands[at + 1 : at + 2]]
        is_line = max(one.y1 for one in band) - min(one.y0 for one in band) < 1.5 * band[0].size
        result += _without_blanks(band, neighbours) if is_line else band
    return result


def _without_blanks(line: Sequence[Words], neighbours: Sequence[Sequence[Words]]) -> list[Words]:
    """Join words of one line where a line next to it runs through and none is divided there."""
    ordered = sorted(line, key=lambda one: one.x0)
    groups = [[ordered[0]]]
    for before, one in pairwise(ordered):
        white = (before.x1, one.x0)
        crossed = (any(w.x0 < white[0] and w.x1 > white[1] for w in other) for other in neighbours)
        if any(crossed) and not any(_is_divided(other, white) for other in neighbours):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [_joined(group) for group in groups]


def _is_divided(words: Iterable[Words], white: tuple[float, float]) -> bool:
    """Tell whether words are parted within a stretch of white of another line."""
    ordered = sorted(words, key=lambda one: one.x0)
    return any(
        before.x1 < one.x0 and before.x1 < white[1] and one.x0 > white[0]
        for before, one in pairwise(ordered)
    )


def _columns(words: Sequence[Words]) -> Iterator[Column]:
    """Yield the columns of a page or part of one as they are read."""
    if not words:
        return
    size = median(one.size for one in words)
    parts = _at_headlines(words, size)
    if len(parts) == 1:
        parts = _at_gutter(words, size)
    if len(parts) == 1:
        parts = _bands_together(words, size)
    if len(parts) == 1:
        yield _lines(words)
        return
    for part in parts:
        yield from _columns(part)


def _at_headlines(words: Sequence[Words], size: float) -> list[list[Words]]:
    """Cut above headlines that begin where all columns above have ended."""
    bands = _bands(words)
    parts: list[list[Words]] = [bands[0]]
    for above, band in pairwise(bands):
        room = min(one.y0 for one in above) - max(one.y1 for one in band)
        first = min(band, key=lambda one: one.x0)
        opens = first.size >= _HEADLINE * size > max(one.size for one in above)
        if opens and room > size:
            parts.append(band)
        else:
            parts[-1].extend(band)
    return parts


def _at_gutter(words: Sequence[Words], size: float) -> list[list[Words]]:
    """Cut at the first white that runs from top to bottom between two columns of text."""
    if not _is_high(words, size):
        return [list(words)]
    for x in _gutters(words, size):
        left = [one for one in words if one.x1 <= x]
        right = [one for one in words if one.x1 > x]
        if _is_column(left, size) and _is_column(right, size):
            return [left, right]
    return [list(words)]


def _is_high(words: Sequence[Words], size: float) -> bool:
    """Tell whether words are three lines or more, so that white through them is a gutter."""
    return max(one.y1 for one in words) - min(one.y0 for one in words) >= _SHORTEST_COLUMN * size


def _is_column(words: Sequence[Words], size: float) -> bool:
    """Tell whether words are set as running text: wide enough, line closely under line."""
    if max(one.x1 for one in words) - min(one.x0 for one in words) < _NARROWEST_COLUMN * size:
        return False
    lines = [band[0] for band in _bands(words)]
    if len(lines) == 1:
        return False
    close = sum(above.y0 - below.y0 < 1.8 * above.size for above, below in pairwise(lines))
    return close >= (len(lines) - 1) / 2


def _gutters(words: Iterable[Words], size: float) -> list[float]:
    """Return the middles of the white between words that nothing crosses, from the left."""
    found, reach = [], None
    for one in sorted(words, key=lambda one: one.x0):
        if reach is not None and one.x0 - reach >= _GUTTER * size:
            found.append((reach + one.x0) / 2)
        reach = one.x1 if reach is None else max(reach, one.x1)
    return found


def _bands(words: Iterable[Words]) -> list[list[Words]]:
    """Return words as level bands with white between them, from the top."""
    bands: list[list[Words]] = []
    reach = 0.0
    for one in sorted(words, key=lambda one: -one.y1):
        # Letters of two lines may touch: half a line's height is enough to be one band.
        if bands and one.y1 - reach > _SAME_LINE * min(one.y1 - one.y0, bands[-1][0].size):
            bands[-1].append(one)
            reach = min(reach, one.y0)
        else:
            bands.append([one])
            reach = one.y0
    return bands


def _bands_together(words: Sequence[Words], size: float) -> list[list[Words]]:
    """Gather neighbouring bands that share their columns, then those that have none."""
    parts: list[list[Words]] = []
    for band in _bands(words):
        if parts and _share_columns(parts[-1], band, size):
            parts[-1] = parts[-1] + band
        else:
            parts.append(band)
    gathered: list[list[Words]] = []
    for part in parts:
        if gathered and _are_one_column(gathered[-1], part, size):
            gathered[-1] = gathered[-1] + part
        else:
            gathered.append(part)
    return gathered


def _share_columns(part: Sequence[Words], band: Sequence[Words], size: float) -> bool:
    """Tell whether a band goes on with the columns above it."""
    return bool(_gutters([*part, *band], size))


def _are_one_column(part: Sequence[Words], other: Sequence[Words], size: float) -> bool:
    """Tell whether parts are lines of one column, blanks within them however wide."""
    is_plain = not any(_gutters(one, size) and _is_high(one, size) for one in (part, other))
    return is_plain and _overlap(part, other)


def _overlap(part: Sequence[Words], band: Sequence[Words]) -> bool:
    return min(one.x0 for one in band) < max(one.x1 for one in part) and min(
        one.x0 for one in part
    ) < max(one.x1 for one in band)


# Lines and paragraphs


def _lines(words: Iterable[Words]) -> Column:
    """Join the words that stand on one line."""
    return [_joined(sorted(band, key=lambda one: one.x0)) for band in _bands(words)]


def _joined(band: Sequence[Words]) -> Words:
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


def _leading(columns: Iterable[Column]) -> float:
    """Return how far below a line the next one stands, of its size, in most of the text."""
    steps = [
        (above.y0 - below.y0) / below.size
        for column in columns
        for above, below in pairwise(column)
        if _are_of_one_size(above, below)
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


def _paragraphs(column: Column, leading: float) -> Iterator[_Paragraph]:
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


def _written(paragraphs: Iterable[_Paragraph]) -> str:
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
