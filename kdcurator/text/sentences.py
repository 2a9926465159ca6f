"""Where sentences and words of a Danish text begin and end, for the caret and for boundaries.

Owns what ends a sentence: not the stop of an abbreviation, a date, an ordinal or initials. Must not
know quotes or speakers. Offsets are code points.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from kdcurator.domain.quote import Span

_BREAKS: Final = "\n\u2028\u2029"
_END = re.compile(rf"[.!?…]++[»«”“\"’')\]]*+(?=\s|\Z)|[{_BREAKS}]++")
_WORD = re.compile(r"\w[\w\u0300-\u036f]*+(?:[-’'/.]\w[\w\u0300-\u036f]*+)*+")
_STEP = re.compile(rf"{_WORD.pattern}|[^\w\s]++")
_DASH = re.compile(r"[-–—―‒]\s+")
_OPENERS: Final = "»«„“”\"'‘’‚([-–—―‒"
_ADDRESSES: Final = ("http://", "https://", "www.")
_LONGEST_WORD: Final = 200
_LONGEST_ABBREVIATION: Final = 40
_MONTHS: Final = frozenset(
    (
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    )
)
_LIST_ENDS: Final = frozenset(["etc", "m.fl", "m.m", "mfl", "m.a.o", "o.a", "o.l", "o.lign"])
"""Abbreviations that close a list, and so may close a sentence: before a capital they do."""


def read_abbreviations(file: Path) -> frozenset[str]:
    """Return the abbreviations of a data file, one a line, comments after #."""
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


def sentences(text: str, abbreviations: frozenset[str] = frozenset()) -> list[Span]:
    """Return the sentences of a text in order, without the white space around them.

    `abbreviations` are in lower case, without their last stop. A line break ends a sentence but
    where the next line goes on in lower case (a mail with hard line ends). The dash that opens
    speech is not of the sentence.
    """
    found: list[Span] = []
    start = 0
    for end in _ends(text, abbreviations):
        if (span := _trimmed(text, start, end)) is not None:
            found.append(span)
        start = end
    return found


def sentence_at(spans: Sequence[Span], offset: int) -> int | None:
    """Return the index of the sentence at an offset, else of the one before; None in no text.

    White space behind a sentence counts as its own, as a caret at a line's end does.
    """
    if not spans:
        return None
    return max(0, bisect_right(spans, offset, key=lambda span: span.start) - 1)


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the words between two offsets; a compound, a number or a time is one word."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Span(match.start(), match.end())


def word_starts(text: str, offset: int, by: int) -> int | None:
    """Return where the word, or run of marks, opens that is `by` words from an offset.

    Negative is towards the start of the text; None where the text has no more.
    """
    return _moved([span.start for span in _steps(text, offset, by)], offset, by)


def word_ends(text: str, offset: int, by: int) -> int | None:
    """Return where the word, or run of marks, closes that is `by` words from an offset."""
    return _moved([span.end for span in _steps(text, offset, by)], offset, by)


def _steps(text: str, offset: int, by: int) -> list[Span]:
    """Return words and runs of marks around an offset, more than `by` to either side."""
    reach = (abs(by) + 1) * _LONGEST_WORD
    window = max(0, offset - reach), min(len(text), offset + reach)
    return [Span(match.start(), match.end()) for match in _STEP.finditer(text, *window)]


def _moved(places: Sequence[int], offset: int, by: int) -> int | None:
    beyond = [place for place in places if (place > offset if by > 0 else place < offset)]
    ordered = beyond if by > 0 else beyond[::-1]
    return ordered[abs(by) - 1] if 0 < abs(by) <= len(ordered) else None


def _ends(text: str, abbreviations: frozenset[str]) -> Iterator[int]:
    line = 0
    for match in _END.finditer(text):
        if text[match.start()] in _BREAKS:
            if not _goes_on(text, match.start(), match.end()):
                yield match.start()
            line = match.end()
        elif _ends_here(text, line, match, abbreviations):
            yield match.end()
    yield len(text)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether one line break only wraps a line: the next one goes on in lower case."""
    is_address = text.startswith(_ADDRESSES, end)
    return end - start == 1 and start > 0 and text[end : end + 1].islower() and not is_address


def _ends_here(text: str, line: int, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    following = _next_letter(text, match.end())
    if following is not None and text[following].islower():
        return False
    if match[0] != ".":
        return True
    before = _word_before(text, line, match.start())
    if before is None:
        return True
    start, word = before
    if following is not None and _is_part_of_number(text, line, start, word, following):
        return False
    if word.lower() in _LIST_ENDS:
        return following is None or text[following].isupper()
    return word.lower() not in abbreviations and not _is_initials(word)


def _next_letter(text: str, offset: int) -> int | None:
    """Return where the next line's or sentence's first character stands, marks passed over."""
    end = len(text)
    while offset < end and (text[offset].isspace() or text[offset] in _OPENERS):
        if text[offset] in _BREAKS:
            return offset
        offset += 1
    return offset if offset < end else None


def _word_before(text: str, line: int, stop: int) -> tuple[int, str] | None:
    """Return the word that a full stop follows at once, and where it opens."""
    floor = max(line, stop - _LONGEST_ABBREVIATION)
    start = stop
    while start > floor and (text[start - 1].isalnum() or text[start - 1] == "."):
        start -= 1
    return (start, text[start:stop]) if start < stop else None


def _is_part_of_number(text: str, line: int, start: int, word: str, following: int) -> bool:
    """Tell whether a stop belongs to its number: 1. Maj, 1. – 2. maj, a list's 1. on its line."""
    if not word.isdigit():
        return False
    opens_line = not text[line:start].strip() and len(word) <= 2
    if text[following].isdigit():
        is_range = any(sign in "-–" for sign in text[start:following])
        return opens_line or is_range
    match = _WORD.match(text, following)
    return opens_line or (match is not None and match[0].lower() in _MONTHS)


def _is_initials(word: str) -> bool:
    """Tell whether a word is one letter, or capitals with stops between: P, d, H.C."""
    if len(word) == 1:
        return word.isalpha()
    return word[0].isupper() and set(word[1::2]) == {"."}


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if (dash := _DASH.match(text, start, end)) is not None:
        start = dash.end()
    return Span(start, end) if start < end else None
