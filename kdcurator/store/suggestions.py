"""Suggestions in the library: found quotes that nobody has taken or dismissed yet, or has.

Owns the rows of suggestions and their state. Must not know how quotes are found.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from kdcurator.domain.article import ArticleId, VersionId
from kdcurator.domain.errors import UnknownSuggestion
from kdcurator.domain.quote import Span, Style
from kdcurator.domain.suggestion import (
    OpenSuggestion,
    Renewal,
    StoredSuggestion,
    SuggestedQuote,
    SuggestionId,
    SuggestionState,
)
from kdcurator.store import tables
from kdcurator.store.library import read_setting, write_setting
from kdcurator.store.lookup import find
from kdcurator.store.rows import Row, RowWriter
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.overlap import Ground

_suggestion = tables.suggestion


def spans_as_json(spans: Iterable[Span]) -> str:
    """Write spans down in the one form in which two places are compared."""
    return json.dumps([[span.start, span.end] for span in spans], separators=(",", ":"))


def row_of(version_id: VersionId, quote: SuggestedQuote, rules_version: int) -> dict[str, Any]:
    """Return a suggestion that nobody has settled as a row."""
    return {
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


def count_open(
    connection: Connection, versions: Sequence[VersionId] | None = None
) -> dict[int, int]:
    """Return the number of open suggestions by version id, of all versions or of some."""
    query = (
        select(_suggestion.c.version_id, func.count())
        .where(_suggestion.c.state == SuggestionState.OPEN)
        .group_by(_suggestion.c.version_id)
    )
    if versions is not None:
        query = query.where(_suggestion.c.version_id.in_(versions))
    return dict(connection.execute(query).all())


def list_all(connection: Connection, version_id: VersionId) -> list[StoredSuggestion]:
    """Return every suggestion of a version, whatever became of it."""
    rows = find(connection, _suggestion, version_id=version_id).mappings()
    return [
        StoredSuggestion(
            SuggestionId(row["id"]), SuggestionState(row["state"]), _as_suggestion(row)
        )
        for row in rows
    ]


def find_suggestion(
    connection: Connection, version_id: VersionId, spans: Iterable[Span]
) -> SuggestedQuote | None:
    """Return the suggestion that stands exactly at these places."""
    place = spans_as_json(spans)
    row = find(connection, _suggestion, version_id=version_id, segments=place).mappings().first()
    return None if row is None else _as_suggestion(row)


def speaker_at(connection: Connection, version_id: VersionId, place: str) -> str | None:
    """Return whom the suggestion names that has most words of a place (spans as JSON)."""
    found = list_all(connection, version_id)
    shared = Ground([item.quote.segments for item in found]).shared(_spans(place))
    most = max(shared, key=lambda number: shared[number], default=None)
    return None if most is None else found[most].quote.speaker


def _spans(place: str) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in json.loads(place))


def _as_suggestion(row: RowMapping) -> SuggestedQuote:
    return SuggestedQuote(
        segments=_spans(row["segments"]),
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


def settle(work: UnitOfWork, suggestion_id: SuggestionId, state: SuggestionState) -> None:
    """Say what became of a suggestion."""
    work.rows.update(_suggestion, suggestion_id, state=state)


def rules_version(connection: Connection, version_id: VersionId) -> int | None:
    """Return which rules read a version last; None when none have."""
    query = select(func.max(_suggestion.c.rules_version)).where(
        _suggestion.c.version_id == version_id
    )
    found = (connection.execute(query).scalar(), read_setting(connection, _read_by(version_id)))
    return max((int(number) for number in found if number is not None), default=None)


def renew(
    connection: Connection, version_id: VersionId, renewal: Renewal, rules_version: int
) -> None:
    """Bring the open suggestions of a version up to newer rules.

    That is nobody's change, so the history knows nothing of it; and since the history knows the
    rows, none is deleted.
    """
    rows = RowWriter(connection)
    for suggestion_id, quote in renewal.again:
        rows.update(_suggestion, suggestion_id, **row_of(version_id, quote, rules_version))
    rows.insert_many(
        _suggestion, [row_of(version_id, quote, rules_version) for quote in renewal.new]
    )
    for suggestion_id in renewal.outdated:
        rows.update(_suggestion, suggestion_id, state=SuggestionState.OUTDATED)
    write_setting(connection, _read_by(version_id), str(rules_version))


def _read_by(version_id: VersionId) -> str:
    """Return the setting that tells which rules read a version, when not at its import."""
    return f"version {version_id} read by rules"


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
