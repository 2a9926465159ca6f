"""What kind of source text it is.

Owns the signs of interviews, press releases, mails and transcripts; what bears none is an
article. Must not know files.
"""

import re
from collections import Counter

from kdcurator.domain.article import TextType
from kdcurator.domain.quote import Style
from kdcurator.domain.suggestion import Reading
from kdcurator.importing.margins import HEAD_REACH, Margins
from kdcurator.text.timecodes import find_moments

_FROM = re.compile(r"(?:fra|from|från)\s?:\s?\S", re.IGNORECASE)
_MAIL_FIELD = re.compile(
    r"(?:til|to|till|emne|subject|ämne|sendt|sent|skickat|dato|date|cc)\s?:", re.IGNORECASE
)
_PRESS_RELEASE = re.compile(
    r"\W{0,3}(?:pressemeddelelse|pressemelding|pressmeddelande|press release|"
    r"for immediate release|til redaktionen|til pressen)\b",
    re.IGNORECASE,
)
_LONGEST_LABEL = 60
_TURN = re.compile(
    r"\W?(?:\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\W{0,3})?"
    r"(?P<who>[A-ZÆØÅ][\w.-]{0,30}(?: [A-ZÆØÅ(][\w.)-]{0,30}){0,3})\s?:(?=\s|$)"
)
_NO_NAMES = frozenset({"spørgsmål", "svar", "spm", "spm.", "q", "a", "s", "question", "answer"})
_FEWEST_TURNS = 6


def text_type(text: str, reading: Reading, margins: Margins) -> TextType:
    """Return what kind of text it is."""
    if is_mail(margins):
        return TextType.MAIL
    if any(is_label(line.text) for line in margins.head):
        return TextType.PRESS_RELEASE
    if find_moments(text) or _is_transcript(text[:HEAD_REACH]):
        return TextType.TRANSCRIPT
    answers = sum(quote.style is Style.QA_ANSWER for quote in reading.quotes)
    return TextType.INTERVIEW if 2 * answers > len(reading.quotes) else TextType.ARTICLE


def is_mail(margins: Margins) -> bool:
    """Recognise a mail by a sender and one more field among its first lines."""
    first = [line.text for line in margins.head[:8]]
    return any(map(_FROM.match, first)) and any(map(_MAIL_FIELD.match, first))


def is_label(line: str) -> bool:
    """Tell whether a line is the label of a press release, and not a sentence about them."""
    return len(line) < _LONGEST_LABEL and bool(_PRESS_RELEASE.match(line))


def _is_transcript(stretch: str) -> bool:
    """Recognise a transcript: most lines begin with one of a few names, which take turns."""
    lines = [line.strip() for line in stretch.split("\n") if line.strip()]
    turns = [match["who"].casefold() for line in lines if (match := _TURN.match(line))]
    counts = Counter(turns)
    if counts.keys() <= _NO_NAMES:
        return False
    return (
        len(turns) >= _FEWEST_TURNS
        and len(turns) * 2 > len(lines)
        and sum(count > 1 for count in counts.values()) >= 2
        and len(turns) >= 3 * len(counts)
    )
