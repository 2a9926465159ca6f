"""Words on pages become text in the order in which they are read.

Owns columns, headlines over them, paragraphs, and the heads and feet that pages repeat, all told by
places and sizes alone. Must not know PDF. Lengths are points; `y` grows upwards.

A page is cut where white runs through it, upright before level, as newspapers are read: down a
column, then the next; a headline over several columns ends the columns above it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from kdcurator.importing.page_paragraphs import leading_of, paragraphs, written
from kdcurator.importing.page_words import Column, Page, Words, bands, joined, lines

_GUTTER = 0.7  # of the size of the letters: narrower white is within a line
_SHORTEST_COLUMN = 2.8  # times the size: in two lines, blanks stand below each other by chance
_NARROWEST_COLUMN = 8  # times the size: less is a list's numbers or a speaker's initials
_HEADLINE = 1.3  # times the size of the text
_REPEATED = 3  # pages
_MARGIN = 0.2  # of a page's height, above and below


def text_of(pages: Sequence[Page]) -> str:
    """Return the text of pages: a newline ends a line, a blank line a paragraph.

    Nothing is altered but blanks at the ends of lines, for which the newline stands, and words
    drawn twice in one place, which is how some programs make bold type.
    """
    repeated = _repeated(pages)
    bare = [_without_margins(page, repeated) for page in pages]
    columns = [column for page in bare for column in _columns(_whole_lines(_once(page)))]
    leading = leading_of(columns)
    return written(paragraph for column in columns for paragraph in paragraphs(column, leading))


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
    rows = bands(words)
    result: list[Words] = []
    for at, band in enumerate(rows):
        neighbours = [*rows[max(at - 1, 0) : at], *rows[at + 1 : at + 2]]
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
    return [joined(group) for group in groups]


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
        yield lines(words)
        return
    for part in parts:
        yield from _columns(part)


def _at_headlines(words: Sequence[Words], size: float) -> list[list[Words]]:
    """Cut above headlines that begin where all columns above have ended."""
    rows = bands(words)
    parts: list[list[Words]] = [rows[0]]
    for above, band in pairwise(rows):
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
    firsts = [band[0] for band in bands(words)]
    if len(firsts) == 1:
        return False
    close = sum(above.y0 - below.y0 < 1.8 * above.size for above, below in pairwise(firsts))
    return close >= (len(firsts) - 1) / 2


def _gutters(words: Iterable[Words], size: float) -> list[float]:
    """Return the middles of the white between words that nothing crosses, from the left."""
    found, reach = [], None
    for one in sorted(words, key=lambda one: one.x0):
        if reach is not None and one.x0 - reach >= _GUTTER * size:
            found.append((reach + one.x0) / 2)
        reach = one.x1 if reach is None else max(reach, one.x1)
    return found


def _bands_together(words: Sequence[Words], size: float) -> list[list[Words]]:
    """Gather neighbouring bands that share their columns, then those that have none."""
    parts: list[list[Words]] = []
    for band in bands(words):
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
