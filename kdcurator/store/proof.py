"""The proof that a library is what it was: sums, offsets and SQLite's own checks.

Owns every check of stored data and the mending of what can be mended. Must not know the index.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, func, select, text

from kdcurator.domain.quote import AnchorState, Quote, Segment, Span, are_in_order
from kdcurator.store import tables
from kdcurator.store.quotes import QuoteFilter, list_quotes, text_sha256

_version, _quote, _segment = tables.article_version, tables.quote, tables.segment


class ProblemCode(StrEnum):
    """What can be wrong with stored data."""

    DATABASE = "database_damaged"
    REFERENCES = "reference_broken"
    ARTICLE_SUM = "article_altered"
    QUOTE_SUM = "quote_altered"
    QUOTE_PLACE = "quote_misplaced"
    ORIGINAL_MISSING = "original_missing"
    ORIGINAL_SUM = "original_altered"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong; `row_id` is the quote or version it is about."""

    code: ProblemCode
    detail: str
    row_id: int | None = None
    is_repaired: bool = False


def find_problems(connection: Connection, originals: Path) -> Iterator[Problem]:
    """Yield everything that is wrong with the stored data."""
    yield from _database_problems(connection)
    yield from _article_problems(connection)
    yield from _quote_problems(connection)
    yield from _original_problems(connection, originals)


def _database_problems(connection: Connection) -> Iterator[Problem]:
    for (message,) in connection.execute(text("PRAGMA integrity_check")):
        if message != "ok":
            yield Problem(ProblemCode.DATABASE, message)
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        detail = f"row {row[1]} of {row[0]} refers to a row of {row[2]} that is not there"
        yield Problem(ProblemCode.REFERENCES, detail)


def _article_problems(connection: Connection) -> Iterator[Problem]:
    columns = (_version.c.id, _version.c.article_id, _version.c.text, _version.c.text_sha256)
    for row_id, article_id, words, expected in connection.execute(select(*columns)):
        if hashlib.sha256(words.encode()).hexdigest() != expected:
            detail = f"the text of article {article_id} is not the one that was imported"
            yield Problem(ProblemCode.ARTICLE_SUM, detail, row_id)


def _quote_problems(connection: Connection) -> Iterator[Problem]:
    sums = dict(connection.execute(select(_quote.c.id, _quote.c.text_sha256)).all())
    misplaced = set(misplaced_quotes(connection))
    for quote in list_quotes(connection, QuoteFilter()):
        if text_sha256(quote.segments) != sums[quote.id]:
            detail = f"the words of quote {quote.id} are not those that were saved"
            yield Problem(ProblemCode.QUOTE_SUM, detail, quote.id)
        if quote.id in misplaced:
            detail = f"quote {quote.id} does not stand in its article where it says"
            yield Problem(ProblemCode.QUOTE_PLACE, detail, quote.id)


def misplaced_quotes(connection: Connection) -> list[int]:
    """Return the quotes that do not equal their article at their offsets.

    SQLite cuts by code points as Python does, so no text leaves the database for this.
    """
    length = _segment.c.end - _segment.c.start
    there = func.substr(_version.c.text, _segment.c.start + 1, length)
    query = (
        select(_segment.c.quote_id)
        .distinct()
        .join(_quote, _quote.c.id == _segment.c.quote_id)
        .join(_version, _version.c.id == _quote.c.version_id)
        .where(_quote.c.anchor_state != AnchorState.GONE)
        .where((there != _segment.c.exact) | (_segment.c.end > _version.c.length) | (length <= 0))
    )
    return list(connection.execute(query).scalars())


def _original_problems(connection: Connection, originals: Path) -> Iterator[Problem]:
    query = select(_version.c.id, _version.c.article_id, _version.c.original_sha256)
    for row_id, article_id, expected in connection.execute(query):
        if expected is None:
            continue
        try:
            found = hashlib.sha256((originals / expected).read_bytes()).hexdigest()
        except OSError:
            detail = f"the original file of article {article_id} is not in the library's folder"
            yield Problem(ProblemCode.ORIGINAL_MISSING, detail, row_id)
            continue
        if found != expected:
            detail = f"the original file of article {article_id} is not the one imported"
            yield Problem(ProblemCode.ORIGINAL_SUM, detail, row_id)


def find_again(article_text: str, quote: Quote) -> tuple[Segment, ...] | None:
    """Return where the words of a misplaced quote stand, each found exactly once and in order."""
    found: list[Segment] = []
    for segment in quote.segments:
        start = article_text.find(segment.exact)
        if start < 0 or article_text.find(segment.exact, start + 1) >= 0:
            return None
        found.append(Segment.from_text(article_text, Span(start, start + len(segment.exact))))
    return tuple(found) if are_in_order([segment.span for segment in found]) else None
