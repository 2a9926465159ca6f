"""Moving the ends of a quote, and selecting by sentences.

Owns the arithmetic; must not know widgets. Offsets are code points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kdcurator.domain.quote import Span
from kdcurator.text.sentences import sentence_at, word_ends, word_starts

Places = tuple[tuple[int, int], ...]


def moved(text: str, places: Places, *, of_end: bool, by: int) -> Places | None:
    """Move the last end or the first start by so many words; None where that leaves no words.

    A segment that an end has passed is left out.
    """
    step = word_ends if of_end else word_starts
    return _cut(places, step(text, _edge(places, of_end=of_end), by), of_end=of_end)


def moved_by_sentence(
    sentences: Sequence[Span], places: Places, *, of_end: bool, by: int
) -> Places | None:
    """Move the last end or the first start to where the next sentence ends or begins."""
    edge = _edge(places, of_end=of_end)
    ends = [span.end if of_end else span.start for span in sentences]
    index = bisect_right(ends, edge) if by > 0 else bisect_left(ends, edge) - 1
    return _cut(places, ends[index] if 0 <= index < len(ends) else None, of_end=of_end)


def _edge(places: Places, *, of_end: bool) -> int:
    return places[-1][1] if of_end else places[0][0]


def _cut(places: Places, place: int | None, *, of_end: bool) -> Places | None:
    """Let the last end, or the first start, be at a place."""
    if place is None:
        return None
    if of_end:
        cut = (*((start, min(end, place)) for start, end in places[:-1]), (places[-1][0], place))
    else:
        cut = ((place, places[0][1]), *((max(start, place), end) for start, end in places[1:]))
    left = tuple((start, end) for start, end in cut if start < end)
    return left or None


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return a stretch without the white space around it; None when there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def next_sentence(sentences: Sequence[Span], selection: Span | None, caret: int) -> Span | None:
    """Return the sentence at the caret, or the next one where a sentence is selected already."""
    index = sentence_at(sentences, caret if selection is None else selection.start)
    if index is None:
        return None
    if selection is not None and sentences[index] == selection:
        index += 1
    return sentences[index] if index < len(sentences) else None
