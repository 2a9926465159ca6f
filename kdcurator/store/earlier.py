"""Where a quote stood before it was taken along to a newer version of its text.

Owns the way back: a newer version is kept by one entry of the history, whose inverse knows every
quote as it was. Must not know why somebody looks back.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, select

from kdcurator.domain.article import ArticleId, VersionId
from kdcurator.domain.changes import ChangeKind, ColumnValue, RowVerb
from kdcurator.domain.quote import AnchorState, Quote, QuoteId, Span
from kdcurator.store import tables
from kdcurator.store.rows import from_json
from kdcurator.store.times import as_text
from kdcurator.store.versions import TextVersion

_history, _quote = tables.history, tables.quote

_OF_VERSIONS: Final = (
    ChangeKind.IMPORT_ARTICLES,
    ChangeKind.TAKE_WHOLE_PAGE,
    ChangeKind.EDIT_TEXT,
    ChangeKind.BRING_BACK_TEXT,
)
"""What makes a newer version of a text; the others are told apart before their steps are read."""


_DECISIONS: Final = (ChangeKind.MARK_GONE, ChangeKind.ACCEPT_PLACE, ChangeKind.PLACE_ANEW)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands, or stood."""

    version_id: VersionId
    spans: tuple[Span, ...]


def find_unsettled(
    connection: Connection, article_id: ArticleId | None = None
) -> frozenset[QuoteId]:
    """Return the quotes, of one article or of all, of which it is not sure where they stand."""
    query = select(_quote.c.id).where(_quote.c.anchor_state != AnchorState.EXACT)
    if article_id is not None:
        query = query.where(_quote.c.article_id == article_id)
    return frozenset(QuoteId(row_id) for row_id in connection.execute(query).scalars())


def called_gone(connection: Connection, article_id: ArticleId) -> frozenset[QuoteId]:
    """Return the unsettled quotes of an article of which the user last said that they are gone."""
    left: set[int] = set(find_unsettled(connection, article_id))
    found: set[int] = set()
    entry = _history.c
    query = select(entry.kind, entry.inverse).where(entry.kind.in_(_DECISIONS), ~entry.is_undone)
    if left:
        for kind, inverse in connection.execute(query.order_by(entry.id.desc())):
            decided = {s.id for s in from_json(inverse) if s.table == _quote.name} & left
            left -= decided
            found |= decided if kind == ChangeKind.MARK_GONE else set()
    return frozenset(map(QuoteId, found))


def place_before(
    connection: Connection, quote: Quote, versions: Mapping[VersionId, TextVersion]
) -> Place | None:
    """Return where a quote stood when it was last sure where it stands.

    None when the history does not tell (any more).
    """
    state, found = quote.anchor_state, None
    here = Place(quote.version_id, tuple(segment.span for segment in quote.segments))
    while state is not AnchorState.EXACT:
        was = _as_it_was(connection, quote.id, versions[here.version_id].created_at)
        if was is None or was["version_id"] not in versions:
            break
        spans = json.loads(str(was["spans"])) if "spans" in was else here.spans
        here = found = Place(VersionId(int(str(was["version_id"]))), _spans(spans))
        state = AnchorState(str(was.get("anchor_state", state)))
    return found


def _spans(found: object) -> tuple[Span, ...]:
    """Return spans of what the history has, or of what are spans already."""
    if isinstance(found, tuple):
        return found
    return tuple(Span(*place) for place in found) if isinstance(found, list) else ()


def _as_it_was(
    connection: Connection, quote_id: QuoteId, made_at: datetime
) -> Mapping[str, ColumnValue] | None:
    """Return what of a quote's row was another before the version of that moment came in."""
    entry = _history.c
    query = select(entry.inverse).where(
        entry.kind.in_(_OF_VERSIONS), entry.created_at == as_text(made_at), ~entry.is_undone
    )
    for inverse in connection.execute(query.order_by(entry.id.desc())).scalars():
        for step in from_json(inverse):
            is_it = step.table == _quote.name and step.id == quote_id
            if is_it and step.verb is RowVerb.UPDATE and "version_id" in step.values:
                return step.values
    return None
