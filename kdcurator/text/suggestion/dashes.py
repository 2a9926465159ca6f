"""Dash turns: where a dash says that somebody speaks.

Owns the difference between the dash of speech and the dash that is punctuation, a minus sign or
part of a range. Must not know reporting clauses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kdcurator.domain.quote import Span, Style
from kdcurator.text.suggestion.source import Source

_DASH = re.compile(r"[-–—‒―]")
_MARKS = "»«„“”\"'’"
_ENDS = '.!?…:»«“”"'
_LONGEST_ITEM = 8  # words of a dashed item


@dataclass(frozen=True, slots=True)
class Turn:
    """A dash that opens speech, and the stretch it opens, blanks included."""

    dash: int
    speech: Span
    style: Style


def turns_in(source: Source, content: Span) -> list[Turn]:
    """Return the dash turns of a paragraph in order, each up to the next."""
    opened = list(_openings(source, content))
    if not opened:
        return []
    ends = [dash for dash, _ in opened[1:]] + [content.end]
    return [
        Turn(dash, Span(start, end), _style(source.text[dash]))
        for (dash, start), end in zip(opened, ends, strict=True)
        if start < end
    ]


def opens_with_dash(source: Source, content: Span) -> bool:
    """Tell whether a paragraph opens with the dash of speech."""
    if not _DASH.match(source.text, content.start):
        return False
    return _speech_start(source.text, content.start, content) is not None


def _openings(source: Source, content: Span) -> Iterator[tuple[int, int]]:
    for match in _DASH.finditer(source.text, content.start, content.end):
        if match.start() == content.start or _stands_run_in(source, match.start(), content.start):
            start = _speech_start(source.text, match.start(), content)
            if start is not None:
                yield match.start(), start


def _speech_start(text: str, dash: int, content: Span) -> int | None:
    """Return where the speech behind a dash begins; None when the dash opens none."""
    start = dash + 1
    if dash == content.start and text.startswith("--", dash):
        start += 1
    while start < content.end and text[start].isspace():
        start += 1
    if start >= content.end or not (text[start].isalnum() or text[start] in _MARKS + "….(¿["):
        return None
    at_opening = dash == content.start
    if start == dash + 1:
        return start if at_opening and text[start].isupper() else None
    if at_opening:
        return start
    first = text[start + 1] if text[start] in _MARKS and start + 1 < content.end else text[start]
    return start if first.isupper() else None


def _stands_run_in(source: Source, dash: int, floor: int) -> bool:
    """Tell whether a dash inside a line opens speech: a sentence or a colon ends before it."""
    text = source.text
    before = source.back_over_blanks(dash)
    if before == dash or before <= floor or text[before - 1] not in _ENDS:
        return False
    if text[before - 1] == "." and before - 2 >= floor:
        is_ordinal = (
            text[before - 2].isdigit() and not text[max(0, before - 4) : before - 1].isdigit()
        )
        return (not is_ordinal or _ends_with_age(source, before)) and _is_stop(source, before)
    return True


def _ends_with_age(source: Source, stop: int) -> bool:
    """Tell whether a sentence ends in somebody's age: siger Gunnar Holm, 81."""
    index = source.index_at(stop) - 1
    return index > 0 and source.gap(index) == ", " and len(source.words[index].text) == 2


def _is_stop(source: Source, offset: int) -> bool:
    return source.sentence_end(offset - 1, offset + 1) == offset


def _style(dash: str) -> Style:
    return Style.EN_DASH if dash == "–" else Style.DASH


def says_nothing(source: Source, span: Span) -> bool:
    """Tell whether what stands behind a dash is a signature or an item: no verb and no stop."""
    lows = source.lows(span.start, span.end)
    is_open = source.text[span.end - 1] not in _ENDS + _MARKS
    finite = source.language.finite_verbs
    return is_open and len(lows) <= _LONGEST_ITEM and finite.isdisjoint(lows)
