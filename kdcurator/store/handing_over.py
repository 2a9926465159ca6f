"""Quotes that go from one article to another in which the same words stand.

Owns the rows that go along: where a quote stands, what is said of it, who is presented how; and
what becomes of two quotes that would stand at one place. Must not know how a place is found.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Table

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import ColumnValue
from kdcurator.domain.quote import Agreement, AnchorState, QuoteId, Segment, Status
from kdcurator.store import quotes, tables
from kdcurator.store.articles import ArticleText
from kdcurator.store.lookup import find
from kdcurator.store.unit_of_work import UnitOfWork

_NOTHING_SAID: Final[Mapping[str, ColumnValue]] = {
    "speaker_id": None,
    "status": Status.NEW.value,
    "agreement": Agreement.ON_RECORD.value,
    "said_to": None,
    "how": None,
    "timecode": None,
    "edited": None,
    "translation": None,
    "translator": None,
    "note": None,
    "starred": False,
}
"""What may be said of a quote, and the value that says nothing."""

_GO_ALONG: Final[tuple[tuple[Table, str], ...]] = (
    (tables.quote_tag, "tag_id"),
    (tables.story_quote, "story_id"),
    (tables.usage, "story_id"),
    (tables.sheet_quote, "sheet_id"),
)
"""Rows that hang on a quote, and what two of one quote cannot both have."""


def hand_over(
    work: UnitOfWork,
    quote_id: QuoteId,
    to: ArticleText,
    segments: Sequence[Segment],
    state: AnchorState,
) -> bool:
    """Have a quote stand in another article.

    Where one stands at that place already, all that is said of both is said of that one. False, and
    nothing done, if the two say what cannot both be true.
    """
    spans = [segment.span for segment in segments]
    there = quotes.find_quote(work.connection, to.version_id, spans)
    before = _row(work, quote_id)
    _present(work, before, to.article_id)
    if there is not None:
        return _join(work, before, there)
    said_to = before["said_to"] or _medium(work, before["article_id"])
    quotes.stand(
        work,
        quote_id,
        segments,
        {
            "article_id": to.article_id,
            "version_id": to.version_id,
            "anchor_state": state.value,
            "said_to": None if said_to == _medium(work, to.article_id) else said_to,
        },
    )
    return True


def _join(work: UnitOfWork, before: Mapping[str, Any], there: QuoteId) -> bool:
    """Have a quote that stands there take what another one says, which goes."""
    kept = _row(work, there)
    values: dict[str, ColumnValue] = {}
    for name, nothing in _NOTHING_SAID.items():
        ours, theirs = before[name], kept[name]
        if ours in (nothing, theirs):
            continue
        if theirs == nothing:
            values[name] = ours
        elif name == "note":
            values[name] = f"{theirs}\n{ours}"
        else:
            return False
    work.rows.update(tables.quote, there, **values)
    for table, other in _GO_ALONG:
        _move_rows(work, table, other, before["id"], there)
    work.rows.delete(tables.quote, before["id"])
    return True


def _move_rows(
    work: UnitOfWork, table: Table, other: str, quote_id: QuoteId, there: QuoteId
) -> None:
    known = set(find(work.connection, table, other, quote_id=there).scalars())
    rows = find(work.connection, table, "id", other, quote_id=quote_id).all()
    for row_id, value in rows:
        if value not in known:
            work.rows.update(table, row_id, quote_id=there)


def _present(work: UnitOfWork, before: Mapping[str, Any], article_id: ArticleId) -> None:
    """Have the other article present the speaker as this one does, unless it does so itself."""
    if before["speaker_id"] is None:
        return
    table = tables.appearance
    there = find(work.connection, table, "name_key", article_id=article_id).scalars()
    known = set(there)
    mine = {"article_id": before["article_id"], "person_id": before["speaker_id"]}
    for row_id, key in find(work.connection, table, "id", "name_key", **mine).all():
        if key not in known:
            work.rows.update(table, row_id, article_id=article_id)


def _row(work: UnitOfWork, quote_id: QuoteId) -> Mapping[str, Any]:
    return dict(find(work.connection, tables.quote, id=quote_id).mappings().one())


def _medium(work: UnitOfWork, article_id: ArticleId) -> str | None:
    found = find(work.connection, tables.article, "publication", id=article_id).scalar()
    return None if found is None else str(found)
