"""Moving the ends of a quote, and selecting by sentences.

Owns the arithmetic; must not know widgets. Offsets are code points.
"""

from collections.abc import Sequence

from kdcurator.domain.quote import Span
from kdcurator.text.sentences import sentence_at, word_ends, word_starts

Places = tuple[tuple[int, int], ...]


def moved(text: str, places: Places, *, of_end: bool, by: int) -> Places | None:
    """Move the last end or the first start by so many words; None where that leaves no words."""
    if of_end:
        start, end = places[-1]
        place = word_ends(text, end, by)
        return None if place is None or place <= start else (*places[:-1], (start, place))
    start, end = places[0]
    place = word_starts(text, start, by)
    return None if place is None or place >= end else ((place, end), *places[1:])


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


def extended(sentences: Sequence[Span], selection: Span | None, caret: int) -> Span | None:
    """Return a selection up to the end of its sentence, or of the next where it ends with one."""
    if selection is None:
        return next_sentence(sentences, None, caret)
    end = next((span.end for span in sentences if span.end > selection.end), None)
    return None if end is None else Span(selection.start, end)
