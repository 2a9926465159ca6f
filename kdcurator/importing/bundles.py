"""One text that holds many articles, as media archives export what was searched for.

Owns where one article ends and the next begins, told by what the archive puts under each, and what
it says of each: headline, paper, date, byline and its own number. Must not know formats: it is the
text of any of them that is divided, and no character is altered or left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from kdcurator.domain.article import Language, Metadata, ReadFile
from kdcurator.importing.dates import day_in

_FOOT = re.compile(
    r"\W{0,3}(?:(?:©|\(c\)|copyright)\W{0,3})?alt materiale\b.{0,300}"
    r"|\W{0,3}(?:artikel[- ]?)?id\s?[:.]\s?[a-z]?[0-9a-f]{6,16}\W{0,3}",
    re.IGNORECASE,
)
"""A line that an archive puts under an article: whose it is, or its number."""

_ID = re.compile(r"\b(?:artikel[- ]?)?id\s?[:.]\s?([a-z]?[0-9a-f]{6,16})\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,|;·•\t]\s*")
_PLACE_OR_LENGTH = re.compile(
    r"(?:\d+\.?\s?)?sektion\b.*|(?:side|s\.|page)\s?\w.*|\d+ (?:ord|words|tegn)\b.*|kl\.?\s.*"
    r"|[\d.:\s]+|.*\bid\s?[:.].*|(?:man|tirs|ons|tors|fre|lør|søn)dag\b.*",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:af|by)\s?:?\s", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?:\s[\w.’'-]+){1,5}")
_HEAD = 8
"""Lines above an article, at most, in which the archive says what it is."""

_LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str


def articles_in(file: ReadFile) -> list[ReadFile]:
    """Return the articles that a file holds, in order: mostly one, which is the file itself.

    A text is divided where an archive's foot stands under one article after the other, and each of
    them opens with a headline and a day; then all of it is in one of the articles.
    """
    blocks = _blocks(file.text)
    today = datetime.now(UTC).date()
    if len(blocks) < 2 or not all(_says_day(block, today) for block in blocks):
        return [file]
    return [_article(file, block, today) for block in blocks]


def _blocks(text: str) -> list[str]:
    """Return a text cut behind each foot; what stands behind the last one belongs to the last."""
    starts, has_words, is_foot, before = [0], False, False, ""
    for line in _lines(text):
        if _FOOT.fullmatch(line.text):
            is_foot = has_words
        elif line.text and not (is_foot and before and line.text[0].islower()):
            if is_foot:
                starts.append(line.start)
            has_words, is_foot = True, False
        before = line.text
    ends = [*starts[1:], len(text)]
    blocks = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    if len(blocks) > 1 and not _feet(blocks[-1]):
        blocks[-2:] = ["".join(blocks[-2:])]
    return blocks


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines of a text, blanks at their ends left out; of long ones, the beginning."""
    start = 0
    for line in text.split("\n"):
        yield _Line(start, line[: _LONGEST_LINE + 100].strip())
        start += len(line) + 1


def _feet(block: str) -> list[str]:
    return [line.text for line in _lines(block) if _FOOT.fullmatch(line.text)]


def _head(block: str) -> list[str]:
    """Return the first lines with words of an article, up to the first that is running text."""
    found: list[str] = []
    for line in _lines(block):
        if len(found) == _HEAD or len(line.text) > _LONGEST_LINE:
            break
        if line.text:
            found.append(line.text)
    return found


def _says_day(block: str, today: date) -> bool:
    return _dated(_head(block), today) is not None


def _dated(head: list[str], today: date) -> int | None:
    """Return which line below the headline says the day."""
    lines = enumerate(head[1:], start=1)
    return next((at for at, line in lines if day_in(line, Language.DANISH, today)), None)


def _article(file: ReadFile, block: str, today: date) -> ReadFile:
    """Return one of the articles, with what the archive says of it alone."""
    replaced = block.count("\ufffd") if file.replaced else 0
    return replace(file, text=block, replaced=replaced, metadata=_told(block, today))


def _told(block: str, today: date) -> Metadata:
    head = _head(block)
    dated = _dated(head, today) or 0
    fields = [field for field in _BETWEEN.split(head[dated]) if field]
    at = next(
        (at for at, field in enumerate(fields) if day_in(field, Language.DANISH, today)),
        len(fields),
    )
    above = [line for line in head[1:dated] if not _PLACE_OR_LENGTH.fullmatch(line)]
    behind = [field for field in fields[at + 1 :] if not _PLACE_OR_LENGTH.fullmatch(field)]
    before = [field for field in fields[:at] if not _PLACE_OR_LENGTH.fullmatch(field)]
    ids = [match[1] for line in [*head, *_feet(block)] if (match := _ID.search(line))]
    return Metadata(
        title=head[0],
        publication=next(iter(before), above[-1] if above else None),
        published_on=day_in(head[dated], Language.DANISH, today),
        byline=next((_BY.sub("", field, 1) for field in behind if _NAME.fullmatch(field)), None),
        archive_id=ids[-1] if ids else None,
    )
