"""Suggestions in the library: found quotes that nobody has taken or dismissed yet, or has.

Owns the rows of suggestions and their state. Must not know how quotes are found.
"""

import json
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, RowMapping, func, select

from kdcurator.domain.article import ArticleId, VersionId
from kdcurator.domain.errors import UnknownSuggestion
from kdcurator.domain.quote import Span, Style
from kdcurator.domain.suggestion import (
    OpenSuggestion,
    SuggestedQuote,
    SuggestionId,
    SuggestionState,
)
from kdcurator.store import tables
from kdcurator.store.lookup import find
from kdcurator.store.rows import Row
from kdcurator.store.unit_of_work import UnitOfWork

_suggestion = tables.suggestion


def spans_as_json(spans: Iterable[Span]) -> str:
    """Write spans down in the one form in which two places are compared."""
    return json.dumps([[span.start, span.end] for span in spans], separators=(",", ":"))


def add_suggestions(
    work: UnitOfWork, version_id: VersionId, quotes: Iterable[SuggestedQuote], rules_version: int
) -> None:
    """Keep what was found in a text as open suggestions."""
    rows = [
        {
            "version_id": version_id,
            "segments": spans_as_json(quote.segments),
            "speaker": quote.speaker,
            "style": quote.style,
            "cue": quote.cue,
            "confidence": quote.confidence,
            "reason": quote.reason,
            "rules_version": rules_version,
            "state": SuggestionState.OPEN,
        }
        for quote in quotes
    ]
    work.rows.insert_many(_suggestion, rows)


def count_open(connection: Connection) -> dict[int, int]:
    """Return the number of open suggestions by version id."""
    query = (
        select(_suggestion.c.version_id, func.count())
        .where(_suggestion.c.state == SuggestionState.OPEN)
        .group_by(_suggestion.c.version_id)
    )
    return dict(connection.execute(query).all())


def states(connection: Connection, version_id: VersionId) -> dict[str, SuggestionState]:
    """Return what became of each suggestion of a version, by its spans as JSON."""
    query = select(_suggestion.c.segments, _suggestion.c.state).where(
        _suggestion.c.version_id == version_id
    )
    return {spans: SuggestionState(state) for spans, state in connection.execute(query)}


def find_suggestion(
    connection: Connection, version_id: VersionId, spans: Iterable[Span]
) -> SuggestedQuote | None:
    """Return the suggestion that stands exactly at these places."""
    place = spans_as_json(spans)
    row = find(connection, _suggestion, version_id=version_id, segments=place).mappings().first()
    return None if row is None else _as_suggestion(row)


def speaker_at(connection: Connection, version_id: int, place: str) -> str | None:
    """Return whom the suggestion at a place (spans as JSON) names as its speaker."""
    return find(connection, _suggestion, "speaker", version_id=version_id, segments=place).scalar()


def _as_suggestion(row: RowMapping) -> SuggestedQuote:
    return SuggestedQuote(
        segments=tuple(Span(start, end) for start, end in json.loads(row["segments"])),
        speaker=row["speaker"],
        style=Style(row["style"]),
        cue=row["cue"],
        confidence=row["confidence"],
        reason=row["reason"],
    )


def list_open(
    connection: Connection, version_id: VersionId, ids: Collection[int] | None = None
) -> list[OpenSuggestion]:
    """Return open suggestions of a version in the order of the text: all, or those with `ids`."""
    is_open: Row = {"version_id": version_id, "state": SuggestionState.OPEN}
    if ids is None:
        rows = find(connection, _suggestion, **is_open).mappings().all()
    else:
        each = (find(connection, _suggestion, id=row_id, **is_open) for row_id in ids)
        rows = [row for one in each for row in one.mappings()]
    found = [OpenSuggestion(SuggestionId(row["id"]), _as_suggestion(row)) for row in rows]
    return sorted(found, key=lambda item: item.quote.segments[0])


def read_one(
    connection: Connection, suggestion_id: SuggestionId
) -> tuple[ArticleId, SuggestedQuote]:
    """Return a suggestion and its article; raises `UnknownSuggestion`."""
    row = find(connection, _suggestion, id=suggestion_id).mappings().first()
    if row is None:
        raise UnknownSuggestion
    version = find(connection, tables.article_version, "article_id", id=row["version_id"])
    return ArticleId(version.scalar_one()), _as_suggestion(row)


def move(work: UnitOfWork, suggestion_id: SuggestionId, spans: Iterable[Span]) -> None:
    """Give a suggestion other places."""
    work.rows.update(_suggestion, suggestion_id, segments=spans_as_json(spans))


def settle(work: UnitOfWork, suggestion_id: SuggestionId, state: SuggestionState) -> None:
    """Say what became of a suggestion."""
    work.rows.update(_suggestion, suggestion_id, state=state)


def delete_open(work: UnitOfWork, version_id: VersionId) -> None:
    """Forget the open suggestions of a version; those saved or dismissed stay as they are."""
    query = select(_suggestion.c.id).where(
        _suggestion.c.version_id == version_id, _suggestion.c.state == SuggestionState.OPEN
    )
    for row_id in work.connection.execute(query).scalars().all():
        work.rows.delete(_suggestion, row_id)


def rules_version(connection: Connection, version_id: VersionId) -> int | None:
    """Return which rules made a version's suggestions; None when it has none."""
    query = select(func.max(_suggestion.c.rules_version)).where(
        _suggestion.c.version_id == version_id
    )
    return connection.execute(query).scalar()


def set_state(
    work: UnitOfWork, version_id: VersionId, spans: Sequence[str], state: SuggestionState
) -> int:
    """Settle the suggestions of a version that stand at these places; return how many changed."""
    changed = 0
    for place in spans:
        there = find(work.connection, _suggestion, "id", version_id=version_id, segments=place)
        for row_id in there.scalars().all():
            changed += work.rows.update(_suggestion, row_id, state=state)
    return changed
