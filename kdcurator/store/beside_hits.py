"""What is told beside a quote that a search found: what else its speaker said, its stories.

Owns the one statement that reads this for all hits of an answer. Must not know any index.
"""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, select

from kdcurator.domain.searching import Beside
from kdcurator.store import tables

_AT_ONCE = 500
"""Hits of one statement: more than are shown, fewer than SQLite takes."""


def beside(connection: Connection, quote_ids: Sequence[int]) -> dict[int, Beside]:
    """Return for each of some quotes how many others its speaker said, and its stories in order."""
    found: dict[int, Beside] = {}
    for start in range(0, len(quote_ids), _AT_ONCE):
        some = list(quote_ids[start : start + _AT_ONCE])
        for quote_id, said, story in connection.execute(_statement(), {"ids": some}):
            before = found.get(quote_id, Beside(max(0, (said or 0) - 1)))
            stories = before.used_in if story is None else (*before.used_in, story)
            found[quote_id] = Beside(before.also_said, stories)
    return found


@cache
def _statement() -> Select[int, int | None, str | None]:
    """Return what reads it; each speaker's quotes are counted once, by the index on speakers."""
    quote, usage, story = tables.quote, tables.usage, tables.story
    ids: BindParameter[int] = bindparam("ids", expanding=True)
    speakers = select(quote.c.speaker_id).where(quote.c.id.in_(ids)).scalar_subquery()
    counted = (
        select(quote.c.speaker_id, func.count().label("said"))
        .where(quote.c.speaker_id.in_(speakers))
        .group_by(quote.c.speaker_id)
        .subquery()
    )
    return (
        select(quote.c.id, counted.c.said, story.c.name)
        .select_from(quote)
        .outerjoin(counted, counted.c.speaker_id == quote.c.speaker_id)
        .outerjoin(usage, usage.c.quote_id == quote.c.id)
        .outerjoin(story, story.c.id == usage.c.story_id)
        .where(quote.c.id.in_(ids))
        .order_by(quote.c.id, usage.c.id)
    )
