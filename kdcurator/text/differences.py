"""What differs between two wordings of one passage.

Owns which letters are marked on either side. What comparing ignores (soft hyphens, the kind and
number of blanks) differs in nothing. Must not know why two wordings are compared, nor how a mark
looks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rapidfuzz.distance import LCSseq

from kdcurator.domain.quote import Span
from kdcurator.text.folding import SOFT_HYPHEN

_PIECE: Final = re.compile(rf"[\w{SOFT_HYPHEN}]+|\s+|[^\w\s]")
_IS_WORD: Final = re.compile(rf"[\w{SOFT_HYPHEN}]+")

_ISLAND: Final = 2
"""So many times longer is what differs on both sides of the same words that count for nothing."""

Marks = tuple[Span, ...]
Pieces = Sequence[re.Match[str]]
Stretch = tuple[int, int, int, int]
"""From which piece of the one to before which, and the same of the other."""


def differences(old: str, new: str) -> tuple[Marks, Marks]:
    """Return the places of `old` that are not in `new`, and those of `new` that are not in `old`.

    Whole words are compared first; of two words that stand in for each other and share half of
    their letters, only the letters that differ are marked.
    """
    ours, theirs = list(_PIECE.finditer(old)), list(_PIECE.finditer(new))
    gone: list[Span] = []
    come: list[Span] = []
    unequal = _unequal(list(map(_key, ours)), list(map(_key, theirs)))
    for low, high, first, last in _without_islands(unequal, ours, theirs):
        before, after = _place(ours, low, high), _place(theirs, first, last)
        if before is not None and after is not None:
            before, after = _narrowed(old, before, new, after)
        gone += [before] if before else []
        come += [after] if after else []
    return tuple(_joined(gone, old)), tuple(_joined(come, new))


def _without_islands(found: Iterable[Stretch], ours: Pieces, theirs: Pieces) -> Iterator[Stretch]:
    """Yield stretches that differ, those made one between which next to nothing is the same.

    A single *ikke* that two other sentences share tells nobody anything.
    """
    last: Stretch | None = None
    for one in found:
        if last is not None and _is_island(last, one, ours, theirs):
            last = last[0], one[1], last[2], one[3]
        else:
            if last is not None:
                yield last
            last = one
    if last is not None:
        yield last


def _is_island(before: Stretch, behind: Stretch, ours: Pieces, theirs: Pieces) -> bool:
    """Tell whether what is the same between two stretches is little beside each of them."""
    same = _length(ours, before[1], behind[0])
    sides = [
        max(_length(ours, low, high), _length(theirs, first, last))
        for low, high, first, last in (before, behind)
    ]
    return same * _ISLAND <= sum(sides)


def _length(pieces: Pieces, low: int, high: int) -> int:
    return pieces[high - 1].end() - pieces[low].start() if low < high else 0


def _key(piece: re.Match[str]) -> str:
    """Return a piece as it is compared."""
    return piece[0].replace(SOFT_HYPHEN, "") if piece[0].strip() else " "


def _unequal(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Stretch]:
    """Yield which pieces of one stand where which pieces of the other do, where they differ."""
    low = first = high = last = 0
    for step in LCSseq.opcodes(ours, theirs):
        if step.tag == "equal":
            if (low, first) != (high, last):
                yield low, high, first, last
            low, first = step.src_end, step.dest_end
        high, last = step.src_end, step.dest_end
    if (low, first) != (high, last):
        yield low, high, first, last


def _place(pieces: Pieces, low: int, high: int) -> Span | None:
    return Span(pieces[low].start(), pieces[high - 1].end()) if low < high else None


def _narrowed(old: str, ours: Span, new: str, theirs: Span) -> tuple[Span | None, Span | None]:
    """Return what differs inside two words that are much the same; else the words."""
    one, other = ours.cut(old), theirs.cut(new)
    if not (_IS_WORD.fullmatch(one) and _IS_WORD.fullmatch(other)):
        return ours, theirs
    shorter = min(len(one), len(other))
    head = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    if 2 * (head + tail) < max(len(one), len(other)):
        return ours, theirs
    return _within(ours, head, tail), _within(theirs, head, tail)


def _within(span: Span, head: int, tail: int) -> Span | None:
    start, end = span.start + head, span.end - tail
    return Span(start, end) if start < end else None


def _joined(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """Yield places without blanks at their ends, those made one that only blanks part."""
    last: Span | None = None
    for span in _trimmed(spans, text):
        if last is not None and not text[last.end : span.start].strip():
            last = Span(last.start, span.end)
        else:
            if last is not None:
                yield last
            last = span
    if last is not None:
        yield last


def _trimmed(spans: Iterable[Span], text: str) -> Iterator[Span]:
    for span in spans:
        words = span.cut(text)
        start = span.start + len(words) - len(words.lstrip())
        if words.strip():
            yield Span(start, start + len(words.strip()))
