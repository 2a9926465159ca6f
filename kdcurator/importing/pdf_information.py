"""What the properties of a PDF say of it: title, author, day.

Owns which of them look like what they are called; many hold a file's name or a program's. All of
it is a guess. Must not know pages or text.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kdcurator.domain.article import Metadata
from kdcurator.text.canonical import one_line

_NO_TITLE = re.compile(
    r"untitled|uden titel|ikke-navngivet|unavngivet|unnamed|document|dokument|title|titel|pdf"
    r"|(?:document|dokument|untitled|uden titel|artikel|scan|side|page|layout|udskrift|print)"
    r"[\s_-]?\d*"
    r"|microsoft (?:word|powerpoint|excel|office).*|powerpoint-præsentation|.*\s-\swordpad"
    r"|.*\.(?:docx?|odt|rtf|txt|pdf|indd|qxp|qxd|pages|html?|pptx?|xlsx?|tmp|dvi|tex|eml|msg)"
    r"|https?:.*|www\..*|[\W\d_]*",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[A-ZÆØÅ][\w.’'-]*(?:\s[\w.’'-]+){1,4}")
_NO_PERSON = re.compile(
    r"\b(?:user|bruger|admin\w*|microsoft|office|owner|ejer|pc|test|adobe|acrobat|author|forfatter"
    r"|unknown|ukendt|a/?s|kommune|redaktion\w*|xerox|canon|scanner)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:D:)?((?:19|20)\d\d)(\d\d)(\d\d)")
_LONGEST = 300


def told_by(entries: Iterable[Mapping[str, Any]]) -> Metadata:
    """Return what a PDF's document information tells, the latest entries first."""
    latest: dict[str, str] = {}
    for entry in entries:
        for key in ("Title", "Author", "CreationDate"):
            if key not in latest and (words := _words(entry.get(key))):
                latest[key] = words
    title = _title(latest.get("Title", ""))
    byline = _author(latest.get("Author", ""))
    day = _day(latest.get("CreationDate", ""))
    found = {"title": title, "byline": byline, "published_on": day}
    known = frozenset(name for name, value in found.items() if value is not None)
    return Metadata(title=title, byline=byline, published_on=day, guessed=known)


def _words(value: object) -> str:
    """Return a string of the PDF on one line; nothing for what is none."""
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    value = resolve1(value)
    return one_line(decode_text(value))[:_LONGEST] if isinstance(value, bytes) else ""


def _title(words: str) -> str | None:
    """Return a title that is one: not the name of a file or a program."""
    is_told = len(words) > 3 and " " in words and not _NO_TITLE.fullmatch(words)
    return words if is_told and "\ufffd" not in words else None


def _author(words: str) -> str | None:
    """Return a name that is a person's."""
    is_told = _PERSON.fullmatch(words) and not _NO_PERSON.search(words)
    return words if is_told and len(words) < 80 else None


def _day(words: str) -> date | None:
    """Return the day on which the file was made, if there was one and it is not to come."""
    match = _DAY.match(words)
    try:
        day = date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
    return day if day and day <= date.today() else None
