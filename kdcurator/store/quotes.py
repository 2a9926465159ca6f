"""Quotes in the library.

Owns the rows of quotes and segments and the reading of whole quotes with speaker, role, tags and
uses. Must not know how a quote was found or where it is shown.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, select

from kdcurator.domain.article import ArticleId, VersionId
from kdcurator.domain.changes import ColumnValue
from kdcurator.domain.errors import UnknownQuote
from kdcurator.domain.person import PersonId, name_key
from kdcurator.domain.quote import (
    Agreement,
    AnchorState,
    Origin,
    Quote,
    QuoteFilter,
    QuoteId,
    Segment,
    Span,
    Status,
    Style,
    joined,
)
from kdcurator.store import tables
from kdcurator.store.lookup import find
from kdcurator.store.people import presentation_of
from kdcurator.store.rows import Row
from kdcurator.store.suggestions import spans_as_json
from kdcurator.store.times import as_moment
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.canonical import one_line

_quote, _segment = tables.quote, tables.segment

_AT_ONCE = 500
"""Rows asked for in one statement; SQLite takes 999 blanks at least."""


@dataclass(frozen=True, slots=True)
class NewQuote:
    """A quote as it is first saved."""

    article_id: ArticleId
    version_id: VersionId
    segments: tuple[Segment, ...]
    speaker_id: PersonId | None = None
    style: Style = Style.UNMARKED
    cue: str | None = None
    origin: Origin = Origin.MANUAL
    said_to: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Gaps:
    """Which of the things that others may fill in a quote lacks."""

    speaker: bool
    note: bool


def text_sha256(segments: Iterable[Segment]) -> str:
    """Return the sum that proves a quote's words."""
    return hashlib.sha256(joined(segments).encode()).hexdigest()


def find_quote(
    connection: Connection, version_id: VersionId, spans: Iterable[Span]
) -> QuoteId | None:
    """Return the quote that stands exactly at these places."""
    place = spans_as_json(spans)
    found = find(connection, _quote, "id", version_id=version_id, spans=place).scalar()
    return None if found is None else QuoteId(found)


def places_in(connection: Connection, version_id: VersionId) -> list[tuple[Span, ...]]:
    """Return where the quotes of a version stand."""
    found = find(connection, _quote, "spans", version_id=version_id).scalars()
    return [tuple(Span(*place) for place in json.loads(spans)) for spans in found]


def add_quote(work: UnitOfWork, new: NewQuote) -> QuoteId:
    """Keep a quote with its segments."""
    quote_id = work.rows.insert(
        _quote,
        article_id=new.article_id,
        version_id=new.version_id,
        spans=spans_as_json(segment.span for segment in new.segments),
        text_sha256=text_sha256(new.segments),
        speaker_id=new.speaker_id,
        style=new.style,
        cue=new.cue,
        origin=new.origin,
        anchor_state=AnchorState.EXACT,
        status=Status.NEW,
        agreement=Agreement.ON_RECORD,
        said_to=new.said_to,
        note=new.note,
        created_at=work.now,
    )
    add_segments(work, QuoteId(quote_id), new.segments)
    return QuoteId(quote_id)


def find_gaps(connection: Connection, quote_id: QuoteId) -> Gaps:
    """Tell what a saved quote lacks."""
    speaker_id, note = find(connection, _quote, "speaker_id", "note", id=quote_id).one()
    return Gaps(speaker=speaker_id is None, note=not note)


def set_speaker(work: UnitOfWork, quote_id: QuoteId, speaker_id: PersonId) -> None:
    """Say who spoke."""
    work.rows.update(_quote, quote_id, speaker_id=speaker_id)


def set_note(work: UnitOfWork, quote_id: QuoteId, note: str) -> None:
    """Put a note on a quote."""
    work.rows.update(_quote, quote_id, note=note)


def tags_of(connection: Connection, quote_id: QuoteId) -> set[int]:
    """Return the ids of the tags that a quote has."""
    return set(find(connection, tables.quote_tag, "tag_id", quote_id=quote_id).scalars().all())


def article_of(connection: Connection, quote_id: QuoteId) -> ArticleId:
    """Return the article that a quote stands in; raises `UnknownQuote`."""
    found = find(connection, _quote, "article_id", id=quote_id).scalar()
    if found is None:
        raise UnknownQuote(id=quote_id)
    return ArticleId(found)


def speaker_of(connection: Connection, quote_id: QuoteId) -> PersonId | None:
    """Return who speaks in a quote; None for nobody known."""
    found = find(connection, _quote, "speaker_id", id=quote_id).scalar()
    return None if found is None else PersonId(found)


def edit(work: UnitOfWork, quote_id: QuoteId, **values: ColumnValue) -> None:
    """Set what a person may say of a quote: speaker, note, agreement and the like."""
    article_of(work.connection, quote_id)
    work.rows.update(_quote, quote_id, **values)


def remove(work: UnitOfWork, quote_id: QuoteId) -> None:
    """Delete a quote with its segments, tags and places in stories."""
    article_of(work.connection, quote_id)
    work.rows.delete(_quote, quote_id)


def recut(
    work: UnitOfWork, quote_id: QuoteId, version_id: VersionId, segments: Sequence[Segment]
) -> None:
    """Give a quote other boundaries in a version: new words, new sum, new segments."""
    stand(work, quote_id, segments, {**by_hand(), "version_id": version_id})


def stand(work: UnitOfWork, quote_id: QuoteId, segments: Sequence[Segment], row: Row) -> None:
    """Have a quote stand where these segments do, and say `row` of it beside that."""
    for row_id in find(work.connection, _segment, "id", quote_id=quote_id).scalars().all():
        work.rows.delete(_segment, row_id)
    work.rows.update(_quote, quote_id, **place_of(segments), **row)
    add_segments(work, quote_id, segments)


def replace_segments(work: UnitOfWork, segments: Mapping[QuoteId, Sequence[Segment]]) -> None:
    """Give quotes other segments, each as many as it has."""
    rows: dict[int, Row] = {}
    for some in _in_batches(list(segments)):
        query = select(_segment.c.id, _segment.c.quote_id, _segment.c.position)
        found = work.connection.execute(query.where(_segment.c.quote_id.in_(some)))
        for row_id, quote_id, position in found.all():
            rows[row_id] = _segment_row(quote_id, position, segments[quote_id][position])
    work.rows.update_many(_segment, rows)


def place_of(segments: Sequence[Segment]) -> dict[str, ColumnValue]:
    """Return what a quote's row says of its place."""
    return {
        "spans": spans_as_json(segment.span for segment in segments),
        "text_sha256": text_sha256(segments),
    }


def by_hand() -> dict[str, ColumnValue]:
    """Return what a quote's row says when somebody cut it by hand."""
    return {"origin": Origin.MANUAL, "anchor_state": AnchorState.EXACT}


def add_segments(work: UnitOfWork, quote_id: QuoteId, segments: Sequence[Segment]) -> None:
    """Keep the segments of a quote that has none."""
    work.rows.insert_many(_segment, _segment_rows(quote_id, segments))


def _segment_rows(quote_id: QuoteId, segments: Sequence[Segment]) -> list[Row]:
    return [_segment_row(quote_id, *numbered) for numbered in enumerate(segments)]


def _segment_row(quote_id: int, position: int, segment: Segment) -> Row:
    return {
        "quote_id": quote_id,
        "position": position,
        "start": segment.span.start,
        "end": segment.span.end,
        "exact": segment.exact,
        "prefix": segment.prefix,
        "suffix": segment.suffix,
    }


def list_quotes(connection: Connection, wanted: QuoteFilter) -> list[Quote]:
    """Return whole quotes, oldest first."""
    rows = list(_rows(connection, wanted))
    ids = [row["id"] for row in rows]
    segments = _segments(connection, ids)
    tags = _names(connection, ids, _tag_names())
    stories = _names(connection, ids, _story_names())
    return [
        _as_quote(row, segments[row["id"]], tags[row["id"]], stories[row["id"]]) for row in rows
    ]


def _rows(connection: Connection, wanted: QuoteFilter) -> Iterator[RowMapping]:
    query = _listing().where(*_conditions(wanted)).order_by(_quote.c.id)
    if wanted.ids is None:
        yield from connection.execute(query).mappings().all()
        return
    for some in _in_batches(sorted(wanted.ids)):
        yield from connection.execute(query.where(_quote.c.id.in_(some))).mappings().all()


@cache
def _listing() -> Select[*tuple[Any, ...]]:
    person, appearance, article = tables.person, tables.appearance, tables.article
    as_printed = appearance.c.id == presentation_of(_quote.c.article_id, _quote.c.speaker_id)
    return (
        select(
            _quote,
            article.c.title,
            article.c.publication,
            person.c.name,
            appearance.c.role,
            appearance.c.organisation,
            appearance.c.municipality,
        )
        .join(article, article.c.id == _quote.c.article_id)
        .outerjoin(person, person.c.id == _quote.c.speaker_id)
        .outerjoin(appearance, as_printed)
    )


def _conditions(wanted: QuoteFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.tag is not None:
        tag, link = tables.tag, tables.quote_tag
        having = select(link.c.quote_id).join(tag, tag.c.id == link.c.tag_id)
        yield _quote.c.id.in_(having.where(tag.c.name_key == name_key(one_line(wanted.tag))))
    if wanted.speaker is not None:
        name = tables.person_name
        bearers = select(name.c.person_id).where(
            name.c.form_key == name_key(one_line(wanted.speaker))
        )
        yield _quote.c.speaker_id.in_(bearers)
    if wanted.story is not None:
        story, link = tables.story, tables.story_quote
        inside = select(link.c.quote_id).join(story, story.c.id == link.c.story_id)
        yield _quote.c.id.in_(inside.where(story.c.name_key == name_key(one_line(wanted.story))))
    if wanted.status is not None:
        yield _quote.c.status == wanted.status
    if wanted.article_id is not None:
        known = wanted.article_id if 0 < wanted.article_id < tables.BEYOND_IDS else 0
        yield _quote.c.article_id == known


def _segments(connection: Connection, ids: Sequence[int]) -> dict[int, list[Segment]]:
    found: defaultdict[int, list[Segment]] = defaultdict(list)
    for some in _in_batches(ids):
        query = _segment_texts().where(_segment.c.quote_id.in_(some))
        for quote_id, start, end, *texts in connection.execute(query).all():
            found[quote_id].append(Segment(Span(start, end), *texts))
    return found


@cache
def _segment_texts() -> Select[int, int, int, str, str, str]:
    names = ("quote_id", "start", "end", "exact", "prefix", "suffix")
    return select(*(_segment.c[name] for name in names)).order_by(_segment.c.position)


@cache
def _tag_names() -> Select[int, str]:
    tag, link = tables.tag, tables.quote_tag
    names = select(link.c.quote_id, tag.c.name).join(tag, tag.c.id == link.c.tag_id)
    return names.order_by(link.c.id)


@cache
def _story_names() -> Select[int, str]:
    story, usage = tables.story, tables.usage
    names = select(usage.c.quote_id, story.c.name).join(story, story.c.id == usage.c.story_id)
    return names.order_by(usage.c.id)


def _names(
    connection: Connection, ids: Sequence[int], names: Select[int, str]
) -> dict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for some in _in_batches(ids):
        query = names.where(names.selected_columns[0].in_(some))
        for quote_id, name in connection.execute(query).all():
            found[quote_id].append(name)
    return found


def _in_batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


def _as_quote(
    row: RowMapping, segments: list[Segment], tags: list[str], used_in: list[str]
) -> Quote:
    return Quote(
        id=QuoteId(row["id"]),
        article_id=ArticleId(row["article_id"]),
        version_id=VersionId(row["version_id"]),
        article_title=row["title"],
        segments=tuple(segments),
        created_at=as_moment(row["created_at"]),
        speaker_id=row["speaker_id"],
        speaker=row["name"],
        role=row["role"],
        organisation=row["organisation"],
        municipality=row["municipality"],
        style=Style(row["style"]),
        cue=row["cue"],
        origin=Origin(row["origin"]),
        status=Status(row["status"]),
        agreement=Agreement(row["agreement"]),
        anchor_state=AnchorState(row["anchor_state"]),
        said_to=row["said_to"] or row["publication"],
        tags=tuple(tags),
        used_in=tuple(used_in),
        note=row["note"],
        timecode=row["timecode"],
    )
