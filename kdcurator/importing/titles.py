"""Under which title a text goes.

Owns the choice among what may be one: a title that a line states, the title that a reading found,
the first heading above the article. Must not know how titles are found in running text.
"""

import re
from dataclasses import dataclass

from kdcurator.domain.article import PartKind
from kdcurator.domain.suggestion import Reading
from kdcurator.importing.dates import is_date_line
from kdcurator.importing.margins import Margins
from kdcurator.importing.text_types import is_label, is_mail
from kdcurator.text.timecodes import find_moments, opens_with_moment

_LONGEST_TITLE = 400
"""A longer “title” is a paragraph that nothing stands above."""

_HEADING_SIGN = re.compile(r"#{1,6}\s+")
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+$", re.IGNORECASE)
_STATED = re.compile(
    r"(?:rubrik|titel|overskrift|title|headline)\s?:\s?(?P<title>\S.*)", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"(?:emne|subject|ämne)\s?:\s?(?:(?:sv|re|vs|fw|fwd|vb)\s?:\s?){0,9}(?P<title>\S.*)",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:fra|from|från|til|to|till|sendt|sent|skickat|dato|date|cc)\s?:", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title, and whether it is only the likeliest line."""

    words: str | None
    is_guess: bool = False


def title(text: str, reading: Reading, margins: Margins) -> Title:
    """Return the title of a text on one line, without the sign of a Markdown heading."""
    pattern = _SUBJECT if is_mail(margins) else _STATED
    for line in margins.head:
        if stated := pattern.match(line.text):
            return Title(stated["title"])
    found = [
        span.cut(text) for span in reading.spans(PartKind.TITLE)[:3] if len(span) <= _LONGEST_TITLE
    ]
    headings = [line.text for line in margins.head if line.kind is PartKind.HEADING]
    is_timed = bool(find_moments(text))
    for candidate in (*found, *headings):
        words = _on_one_line(candidate)
        if words and not (_says_something_else(words) or (is_timed and opens_with_moment(words))):
            return Title(words, is_guess=candidate not in found)
    return Title(None)


def _on_one_line(title: str) -> str:
    """Join the lines of a title."""
    words = " ".join(line.strip() for line in title.split("\n")).strip()
    sign = _HEADING_SIGN.match(words)
    return words[sign.end() :] if sign else words


def _says_something_else(words: str) -> bool:
    """Tell whether a line that stands first is a date, a label, an address or a field of a mail."""
    other = is_date_line(words) or is_label(words) or _ADDRESS.match(words) or _FIELD.match(words)
    return bool(other)
