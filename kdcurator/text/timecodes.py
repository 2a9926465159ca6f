"""Moments of a recording in a text: where they stand, and which one a place belongs to.

Owns their writing (`00:07:12`, `[7:12]`, `0:00:05 --> 0:00:09`) and what makes a text timecoded:
times of day, programmes and results are no moments. Must not know files or quotes.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

Timecode = tuple[int, str]
"""An offset in code points, and the moment at which what stands there is said."""

_FEWEST = 3  # moments that make a text timecoded
_LATEST_START = 5 * 3_600  # seconds: who writes seconds at a later hour means the time of day
_LATEST_SHORT_START = 180  # seconds: what begins later with two numbers may be hours and minutes
_DAY = 24 * 60  # seconds: 24:00 and more with two numbers are no time of day
_LONGEST_LABEL = 45

_LONG = r"\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?"
_SHORT = r"\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_TIME = rf"(?:{_LONG}|{_SHORT})(?![\d:])"
_BLANK = r"[ \u00a0\t]"
_UNTIL = rf"{_BLANK}?(?:-->|[-–—]){_BLANK}?[\[(]?{_TIME}"
_MOMENT = rf"{_TIME})(?:{_UNTIL})?[\])]?(?=[\s:–—-]|$)"
_LABEL = rf"(?P<label>[^\W\d_][^:\n?!\d]{{0,60}}(?:{_BLANK}\d{{1,2}})?)"
_OPENING = re.compile(
    rf"^(?:{_BLANK}{{0,4}}[\[(]?(?P<first>{_MOMENT}(?:{_BLANK}?[:–—-](?={_BLANK}|$))?"
    rf"|{_LABEL}(?::{_BLANK}{{1,4}}|,?{_BLANK}{{1,4}})[\[(]?(?P<behind>{_MOMENT}:?)",
    re.MULTILINE,
)
_LIKELY = re.compile(r"\d:\d\d")
_TURN = re.compile(rf"{_BLANK}{{0,4}}[^\W\d_][^:\n?!]{{0,60}}:(?:\s|$)")
_NAME_LINE = re.compile(
    rf"{_BLANK}*\n?(?P<name>[^\W\d_][^:.?!\n]{{0,{_LONGEST_LABEL}}}?){_BLANK}*\n"
)
_SENTENCE_END = re.compile(r"[.?!…](?=\W|$)")
_LOWER = re.compile(r"(?<![^\W_])[a-zæøåäöüé]{2,}")


class Moment(NamedTuple):
    """A moment that opens a line, alone, before words or behind a speaker's label."""

    start: int
    end: int
    """Behind the moment and the marks that belong to it."""
    seconds: int
    is_short: bool
    """Whether it is written without hours."""
    label: str | None
    """Who is named before it."""


def clock(milliseconds: int) -> str:
    """Write a moment down: hours, minutes, seconds."""
    seconds = milliseconds // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def find_timecodes(text: str) -> tuple[Timecode, ...]:
    """Return the moments that open the lines of a text; none where they do not run forwards."""
    return tuple((moment.start, clock(1000 * moment.seconds)) for moment in find_moments(text))


def find_moments(text: str) -> tuple[Moment, ...]:
    """Return the moments of a recording that open the lines of a text; none where they are none.

    They run forwards, they begin as recordings do, and words that somebody says stand behind them.
    """
    if not _LIKELY.search(text):
        return ()
    found = [_moment(match) for match in _OPENING.finditer(text)]
    if len(found) < _FEWEST or any(b.seconds < a.seconds for a, b in pairwise(found)):
        return ()
    return tuple(found) if _begin_a_recording(found) and _have_speech(text, found) else ()


def without_moments(text: str, moments: Sequence[Moment]) -> str:
    """Return a text of the same length with blanks for moments, and a colon behind each label.

    Where speakers are labelled a line without a label goes on with the one above.
    """
    pieces: list[str] = []
    past = 0
    names = _names_behind(text, moments)
    is_labelled = any(names) or any(m.label or _TURN.match(text, m.end) for m in moments)
    for moment, name in zip(moments, names, strict=True):
        start, end = moment.start, moment.end
        if moment.label is not None:
            instead = f"{moment.label}:".ljust(end - start)
        elif name is not None:
            end = name.end() - 1
            instead = f"{name['name']}:".rjust(end - start)
        else:
            start -= is_labelled and _goes_on(text, moment)
            instead = " " * (end - start)
        pieces += [text[past:start], instead]
        past = end
    return "".join([*pieces, text[past:]])


def _goes_on(text: str, moment: Moment) -> bool:
    """Tell whether the words behind a moment go on with the line above it."""
    is_below = moment.start > 1 and text[moment.start - 2] != "\n"
    has_words = bool(text[moment.end : moment.end + 4].split("\n", maxsplit=1)[0].strip())
    return is_below and has_words and not _TURN.match(text, moment.end)


def timecode_at(timecodes: Sequence[Timecode], offset: int) -> str | None:
    """Return the moment of what stands at an offset; None before the first one."""
    before = bisect_right(timecodes, offset, key=lambda timecode: timecode[0])
    return timecodes[before - 1][1] if before else None


def opens_with_moment(line: str) -> bool:
    """Tell whether a line opens as those of timecoded texts do."""
    return bool(_OPENING.match(line))


def _moment(match: re.Match[str]) -> Moment:
    words = match["first"] or match["behind"]
    parts = [int(part) for part in re.split("[.,]", words)[0].split(":")]
    is_short = len(parts) == 2
    hours, minutes, seconds = (0, *parts) if is_short else parts
    total = hours * 3600 + minutes * 60 + seconds
    label = match["label"]
    return Moment(match.start(), match.end(), total, is_short, label.rstrip() if label else None)


def _begin_a_recording(moments: Sequence[Moment]) -> bool:
    """Tell whether the first moment is one near a beginning, and not a time of day."""
    first, last = moments[0], moments[-1]
    if all(moment.is_short for moment in moments):
        return first.seconds < _LATEST_SHORT_START or last.seconds >= _DAY
    return first.seconds < _LATEST_START


def _have_speech(text: str, moments: Sequence[Moment]) -> bool:
    """Tell whether sentences stand behind half of the moments: behind results names do."""
    ends = [*(moment.start for moment in moments[1:]), len(text)]
    said = sum(
        bool(_SENTENCE_END.search(words) or len(_LOWER.findall(words[:400])) > 1)
        for words in (text[m.end : end] for m, end in zip(moments, ends, strict=True))
    )
    return 2 * said >= len(moments)


def _names_behind(text: str, moments: Sequence[Moment]) -> list[re.Match[str] | None]:
    """Return the name that fills a line behind each moment, above words; None where none does.

    A name comes again: what stands on a line once may be a word that somebody says.
    """
    openings = {moment.start for moment in moments}
    found = [
        _NAME_LINE.match(text, moment.end) if moment.label is None else None for moment in moments
    ]
    above = [each if each and each.end() not in openings else None for each in found]
    counts = Counter(each["name"] for each in above if each)
    return [each if each and counts[each["name"]] > 1 else None for each in above]
