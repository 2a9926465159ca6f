"""The cues of subtitles: when something is said, and what.

Owns the writing of WebVTT and SubRip: times, numbers, notes, voices and marks in the words. Must
not know how cues are joined into a text.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kdcurator.text.canonical import canonical

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{3})"
_TIMING = re.compile(rf"\s*{_TIME}[ \t]*-->[ \t]*{_TIME}")
_ROLLING = re.compile(r"<\d{1,4}:\d{2}[:.]")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]+)>")
_MARK = re.compile(
    r"</?(?:[civbu]|ruby|rt|lang|font|\d[\d:.]*)(?:[.\s][^<>]*)?>|\{\\[^{}]*\}", re.I
)
_LONGEST_LINE = 10_000
"""Characters of a line whose marks are read: no subtitle is longer."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a cue; `speaker` is whom a voice names, None where none does."""

    words: str
    speaker: str | None = None


@dataclass(slots=True)
class Cue:
    """What is said from one moment to another, in milliseconds."""

    start: int
    end: int
    lines: list[Line] = field(default_factory=list)


def read_cues(text: str, *, ends_at_blank: bool) -> list[Cue]:
    """Return the cues of a subtitle file in the order of the file.

    With `ends_at_blank` a cue ends at an empty line, as WebVTT wants it, and notes and styles stand
    between cues; otherwise all words up to the next time are the cue's.
    """
    raw = list(_raw_cues(text.split("\n"), ends_at_blank=ends_at_blank))
    cues = [Cue(start, end, list(_lines(lines))) for start, end, lines in raw]
    if _ROLLING.search(text):
        _unroll(cues)
    return [cue for cue in cues if cue.lines]


def _raw_cues(lines: Sequence[str], *, ends_at_blank: bool) -> Iterator[tuple[int, int, list[str]]]:
    """Yield start, end and lines of each cue."""
    current: tuple[int, int, list[str]] | None = None
    is_open = False
    for number, line in enumerate(lines):
        timing = _TIMING.match(line) if "-->" in line else None
        if timing:
            if current:
                yield current
            times = timing.groups()
            current, is_open = (_milliseconds(times[:4]), _milliseconds(times[4:]), []), True
        elif not line.strip():
            is_open = is_open and not ends_at_blank
        elif current and is_open and not _is_number(lines, number):
            current[2].append(line)
    if current:
        yield current


def _is_number(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line is the number of the cue that follows."""
    return lines[at].strip().isdecimal() and at + 1 < len(lines) and "-->" in lines[at + 1]


def _milliseconds(time: Sequence[str | None]) -> int:
    hours, minutes, seconds, rest = (int(part or 0) for part in time)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def _lines(raw: Sequence[str]) -> Iterator[Line]:
    """Yield lines without their marks, parted where another voice begins."""
    speaker = None
    for line in raw:
        if len(line) > _LONGEST_LINE:
            yield Line(line.strip(" \t"), speaker)
            continue
        pieces = _VOICE.split(line)
        for at in range(0, len(pieces), 2):
            if at:
                speaker = " ".join(_plain(pieces[at - 1]).split()) or speaker
            if words := _plain(pieces[at]):
                yield Line(words, speaker)


def _plain(words: str) -> str:
    """Return words without marks; references to characters become the characters."""
    plain = canonical(html.unescape(_MARK.sub("", words))).text
    return plain.replace("\n", " ").strip(" \t")


def _unroll(cues: list[Cue]) -> None:
    """Leave out the lines that captions made while somebody spoke show once more."""
    shown: Line | None = None
    for cue in cues:
        kept = []
        for line in cue.lines:
            if line != shown:
                kept.append(line)
                shown = line
        cue.lines = kept
