"""Moments of a recording in a text: where they stand, and which one a place belongs to.

Owns their writing (`00:07:12`) and what makes a text timecoded. Must not know files or quotes.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

Timecode = tuple[int, str]
"""An offset in code points, and the moment at which what stands there is said."""

_FEWEST = 3  # moments that make a text timecoded
_BRACKETED = r"[\[(](\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,3})?[\])]"
_BARE = r"(\d{1,2}:\d{2}:\d{2})(?:[.,]\d{1,3})?(?=[\s:–-])"
_OPENING = re.compile(
    rf"^(?:[^\W\d_][^:\n?!\d]{{0,60}}[ \u00a0\t])?(?:{_BRACKETED}|{_BARE})", re.MULTILINE
)


def clock(milliseconds: int) -> str:
    """Write a moment down: hours, minutes, seconds."""
    seconds = milliseconds // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def find_timecodes(text: str) -> tuple[Timecode, ...]:
    """Return the moments that open the lines of a text; none where they do not run forwards."""
    found = [(match.start(), _padded(match[1] or match[2])) for match in _OPENING.finditer(text)]
    if len(found) < _FEWEST or any(b < a for (_, a), (_, b) in pairwise(found)):
        return ()
    return tuple(found)


def timecode_at(timecodes: Sequence[Timecode], offset: int) -> str | None:
    """Return the moment of what stands at an offset; None before the first one."""
    before = bisect_right(timecodes, offset, key=lambda timecode: timecode[0])
    return timecodes[before - 1][1] if before else None


def _padded(moment: str) -> str:
    """Return a moment with hours; two numbers are minutes and seconds."""
    parts = [int(part) for part in moment.split(":")]
    hours, minutes, seconds = parts if len(parts) == 3 else (0, *parts)
    return f"{hours:02}:{minutes:02}:{seconds:02}"
