"""Quotes made of quotes: what goes along when one is parted in two, or two become one.

Owns that tags, stories, uses and what a person said of a quote are not lost. Must not know where
the quotes are cut.
"""

import uuid
from collections.abc import Sequence
from typing import Final

from kdcurator.domain.article import VersionId
from kdcurator.domain.quote import Agreement, Origin, QuoteId, Segment
from kdcurator.domain.story import StoryId
from kdcurator.domain.tag import TagId
from kdcurator.store import quotes, stories, tables, tags
from kdcurator.store.lookup import find
from kdcurator.store.unit_of_work import UnitOfWork

_STAYS: Final = {"note": None, "edited": None, "translation": None, "translator": None}
"""What was written of the whole quote stays with its first part."""

_STRICTEST_LAST: Final = tuple(Agreement)


def add_like(
    work: UnitOfWork, quote_id: QuoteId, version_id: VersionId, segments: Sequence[Segment]
) -> QuoteId:
    """Keep a quote like another but for its place and its note; raises `UnknownQuote`."""
    like = _read(work, quote_id)
    del like["id"]
    own = {"uuid": uuid.uuid4().hex, "created_at": work.now, **_STAYS, **quotes.by_hand()}
    place = {"version_id": version_id, **quotes.place_of(segments)}
    new_id = work.rows.insert(tables.quote, **{**like, **own, **place})
    quotes.add_segments(work, QuoteId(new_id), segments)
    share(work, quote_id, QuoteId(new_id))
    return QuoteId(new_id)


def share(work: UnitOfWork, source: QuoteId, target: QuoteId) -> None:
    """Give a quote the tags, stories and uses of another, beside its own."""
    for tag_id in _linked(work, source, "quote_tag", "tag_id"):
        tags.put_tag(work, target, TagId(tag_id))
    for story_id in _linked(work, source, "story_quote", "story_id"):
        stories.put_quote(work, StoryId(story_id), target)
    used = set(_linked(work, target, "usage", "story_id"))
    for row in find(work.connection, tables.usage, quote_id=source).mappings().all():
        if row["story_id"] not in used:
            values = {name: row[name] for name in ("story_id", "used_on", "place")}
            work.rows.insert(tables.usage, quote_id=target, **values)


def take_in(work: UnitOfWork, source: QuoteId, target: QuoteId) -> None:
    """Let a quote take another one in, which is removed: of what was agreed the stricter holds."""
    share(work, source, target)
    ours, theirs = _read(work, target), _read(work, source)
    agreed = (Agreement(str(row["agreement"])) for row in (ours, theirs))
    quotes.edit(
        work,
        target,
        speaker_id=ours["speaker_id"] or theirs["speaker_id"],
        said_to=ours["said_to"] or theirs["said_to"],
        agreement=max(agreed, key=_STRICTEST_LAST.index),
        note="\n".join(str(row["note"]) for row in (ours, theirs) if row["note"]) or None,
        origin=Origin.MANUAL,
    )
    quotes.remove(work, source)


def _read(work: UnitOfWork, quote_id: QuoteId) -> dict[str, str | int | float | None]:
    quotes.article_of(work.connection, quote_id)
    return dict(find(work.connection, tables.quote, id=quote_id).mappings().one())


def _linked(work: UnitOfWork, quote_id: QuoteId, table: str, column: str) -> Sequence[int]:
    """Return what a quote is tied to, the oldest tie first."""
    links = find(work.connection, tables.metadata.tables[table], "id", column, quote_id=quote_id)
    return [linked for _id, linked in sorted(links.all())]
