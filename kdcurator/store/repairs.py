"""Mending stored data, by nothing but what is proved by a sum.

Owns the three repairs: a text from its original, a quote from its article, an article from its
quote's offsets. Each is one change, so it can be undone. Must not know how problems are found or
files decoded.
"""

from collections.abc import Iterator

from sqlalchemy import RowMapping, select

from kdcurator.domain.quote import Segment, Span, are_in_order
from kdcurator.store import quotes, tables
from kdcurator.store.suggestions import spans_as_json
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.canonical import text_sha256

_version, _quote, _segment = tables.article_version, tables.quote, tables.segment


def put_text_back(work: UnitOfWork, version_id: int, text: str) -> bool:
    """Give a version its text again when `text` is proved to be it."""
    query = select(_version.c.text_sha256).where(_version.c.id == version_id)
    if text_sha256(text) != work.connection.execute(query).scalar():
        return False
    work.rows.update(_version, version_id, text=text, length=len(text))
    return True


def note_length(work: UnitOfWork, version_id: int) -> bool:
    """Write down the length that a version's text has."""
    query = select(_version.c.text).where(_version.c.id == version_id)
    work.rows.update(_version, version_id, length=len(work.connection.execute(query).scalar_one()))
    return True


def put_quote_right(work: UnitOfWork, quote_id: int) -> bool:
    """Give a quote the words at its places, or the place of its words, whichever its sum proves."""
    query = (
        select(_quote.c.text_sha256, _version.c.text, _version.c.text_sha256)
        .join(_version, _version.c.id == _quote.c.version_id)
        .where(_quote.c.id == quote_id)
    )
    row = work.connection.execute(query).first()
    if row is None or text_sha256(row[1]) != row[2]:
        return False  # an altered article proves nothing
    proved, article_text, _ = row
    for found in (
        _by_places(work, quote_id, article_text),
        _by_words(work, quote_id, article_text),
    ):
        if found and quotes.text_sha256(found) == proved:
            _rewrite(work, quote_id, found)
            return True
    return False


def _stored(work: UnitOfWork, quote_id: int) -> list[RowMapping]:
    query = select(_segment).where(_segment.c.quote_id == quote_id)
    return list(work.connection.execute(query.order_by(_segment.c.position)).mappings())


def _by_places(work: UnitOfWork, quote_id: int, text: str) -> list[Segment]:
    """Cut what stands at the quote's offsets."""
    places = [(row["start"], row["end"]) for row in _stored(work, quote_id)]
    if not all(0 <= start < end <= len(text) for start, end in places):
        return []
    return [Segment.from_text(text, Span(start, end)) for start, end in places]


def _by_words(work: UnitOfWork, quote_id: int, text: str) -> list[Segment]:
    """Find the quote's words where they stand once, or once between the words around them."""
    found = []
    for row in _stored(work, quote_id):
        exact = str(row["exact"])
        places = [Segment.from_text(text, span) for span in _occurrences(text, exact)]
        same = [p for p in places if (p.prefix, p.suffix) == (row["prefix"], row["suffix"])]
        if len(same or places) != 1:
            return []
        found += same or places
    return found if are_in_order([segment.span for segment in found]) else []


def _occurrences(text: str, words: str) -> Iterator[Span]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + 1)


def _rewrite(work: UnitOfWork, quote_id: int, segments: list[Segment]) -> None:
    spans = spans_as_json(segment.span for segment in segments)
    work.rows.update(_quote, quote_id, spans=spans)
    for row, segment in zip(_stored(work, quote_id), segments, strict=True):
        work.rows.update(
            _segment,
            row["id"],
            start=segment.span.start,
            end=segment.span.end,
            exact=segment.exact,
            prefix=segment.prefix,
            suffix=segment.suffix,
        )
