"""Versions of an article's text: which article may be meant, the next version, quotes moved to it.

Owns the rows of later versions and what of a quote's row changes with its place. Must not know how
alike texts are or how a place is found.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from kdcurator.domain.article import ArticleId, Metadata, ReadFile, VersionId
from kdcurator.domain.quote import AnchorState, QuoteId, Segment
from kdcurator.domain.suggestion import StoredSuggestion, SuggestionState
from kdcurator.store import quotes, suggestions, tables
from kdcurator.store.articles import Original, insert_version, metadata_row
from kdcurator.store.lookup import find
from kdcurator.store.rows import Row
from kdcurator.store.suggestions import spans_as_json
from kdcurator.store.times import as_moment
from kdcurator.store.unit_of_work import UnitOfWork

_article, _version = tables.article, tables.article_version

Reading = Connection
"""What reads a library, by the name that those who do not know the database may use."""


@dataclass(frozen=True, slots=True)
class Known:
    """An article of the library that an arrival may be a version of."""

    id: ArticleId
    url: str | None
    original_name: str | None
    publication: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One of the texts that an article had."""

    id: VersionId
    number: int
    created_at: datetime
    text: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class VersionSource:
    """What a version was read from."""

    original: Original
    encoding: str | None
    media_type: str


def list_versions(connection: Connection, article_id: ArticleId) -> list[TextVersion]:
    """Return all texts that an article had, the newest first."""
    current = find(connection, _article, "version_number", id=article_id).scalar_one()
    columns = ("number", "id", "created_at", "text")
    rows = sorted(find(connection, _version, *columns, article_id=article_id).all(), reverse=True)
    return [
        TextVersion(VersionId(version), number, as_moment(made), text, number == current)
        for number, version, made, text in rows
    ]


def read_source(connection: Connection, version_id: VersionId) -> VersionSource:
    """Return what a version was read from; its kind is the article's, which versions share."""
    columns = ("article_id", "encoding", "original_name", "original_sha256")
    article_id, encoding, name, sha256 = find(connection, _version, *columns, id=version_id).one()
    media_type = find(connection, _article, "media_type", id=article_id).scalar_one()
    return VersionSource(Original(name, sha256), encoding, media_type)


def find_known(connection: Connection, urls: set[str], names: set[str]) -> list[Known]:
    """Return the articles that have one of these links or original names, the newest first."""
    if not (urls or names):
        return []
    rows = connection.execute(_meant(), {"urls": sorted(urls), "names": sorted(names)})
    return [Known(ArticleId(row[0]), *row[1:]) for row in rows]


def have_places(connection: Connection, ids: Collection[ArticleId]) -> bool:
    """Tell whether any of these articles has a quote, or a suggestion that was settled."""
    if not ids:
        return False
    quote, suggestion = tables.quote.c, tables.suggestion.c
    quoted = select(quote.id).where(quote.article_id.in_(sorted(ids)))
    if connection.execute(quoted.limit(1)).first() is not None:
        return True
    of_them = select(_version.c.id).where(_version.c.article_id.in_(sorted(ids)))
    settled = (suggestion.state != SuggestionState.OPEN, suggestion.version_id.in_(of_them))
    return connection.execute(select(suggestion.id).where(*settled).limit(1)).first() is not None


@cache
def _meant() -> Select[*tuple[Any, ...]]:
    found = _article.c
    has_link = found.url.in_(bindparam("urls", expanding=True))
    has_name = found.original_name.in_(bindparam("names", expanding=True))
    query = select(found.id, found.url, found.original_name, found.publication, found.title)
    return query.where(has_link | has_name).order_by(found.id.desc())


def list_texts(connection: Connection, article_id: ArticleId) -> dict[VersionId, str]:
    """Return the texts of all versions of an article, the newest last."""
    rows = find(connection, _version, "number", "id", "text", article_id=article_id).all()
    return {VersionId(version): text for _, version, text in sorted(rows)}


def add_version(
    work: UnitOfWork,
    article_id: ArticleId,
    file: ReadFile,
    original: Original,
    *,
    text_sha256: str,
    content_key: str,
    accessed_at: str | None = None,
) -> VersionId:
    """Keep a newer text of an article and make it the current one.

    What is known of the article stays; what was only guessed, or not known at all, is what the
    newer text says.
    """
    latest = select(func.max(_version.c.number)).where(_version.c.article_id == article_id)
    number = work.connection.execute(latest).scalar_one() + 1
    version_id = insert_version(work, article_id, number, file, original, text_sha256)
    row = find(work.connection, _article, id=article_id).mappings().one()
    work.rows.update(
        _article,
        article_id,
        **_better_known(dict(row), file.metadata),
        content_key=content_key,
        media_type=file.media_type,
        original_name=original.name or row["original_name"],
        original_sha256=original.sha256,
        version_number=number,
        accessed_at=accessed_at or row["accessed_at"],
    )
    return version_id


def _better_known(row: dict[str, Any], said: Metadata) -> Row:
    """Return what of an article's row the newer text knows better."""
    guessed = set(json.loads(row["guessed"]))
    newer = metadata_row(said)
    better = {
        name: value
        for name, value in newer.items()
        if name != "guessed" and value is not None and (row[name] is None or name in guessed)
    }
    still = (guessed - better.keys()) | (said.guessed & better.keys())
    return {**better, "guessed": json.dumps(sorted(still))}


def reanchor(
    work: UnitOfWork,
    quote_id: QuoteId,
    version_id: VersionId,
    segments: Sequence[Segment],
    state: AnchorState,
) -> bool:
    """Have a quote stand in another version; False, and nothing done, if its place is taken."""
    spans = [segment.span for segment in segments]
    if quotes.find_quote(work.connection, version_id, spans) is not None:
        return False
    quotes.stand(work, quote_id, segments, {"version_id": version_id, "anchor_state": state.value})
    return True


@dataclass(frozen=True, slots=True)
class Standing:
    """How a quote is to stand: in a version, in places of it, with as many parts as before."""

    quote_id: QuoteId
    state: AnchorState
    segments: tuple[Segment, ...] = ()
    """Empty of one that stays where it is."""


def reanchor_all(
    work: UnitOfWork, version_id: VersionId, wanted: Sequence[Standing]
) -> dict[QuoteId, AnchorState]:
    """Have quotes stand in another version; return the state of each.

    One whose place an earlier one of them has stays where it is, unsure. With 200 quotes this takes
    a fifth of the time that one after the other takes.
    """
    taken = {spans_as_json(spans) for spans in quotes.places_in(work.connection, version_id)}
    rows: dict[int, Row] = {}
    segments: dict[QuoteId, tuple[Segment, ...]] = {}
    states: dict[QuoteId, AnchorState] = {}
    for one in wanted:
        place = quotes.place_of(one.segments) if one.segments else {}
        if place and place["spans"] not in taken:
            taken.add(str(place["spans"]))
            segments[one.quote_id] = one.segments
            rows[one.quote_id] = {**place, "version_id": version_id, "anchor_state": one.state}
        else:
            state = AnchorState.UNSURE if place else one.state
            rows[one.quote_id] = {"anchor_state": state}
        states[one.quote_id] = AnchorState(str(rows[one.quote_id]["anchor_state"]))
    work.rows.update_many(tables.quote, rows)
    quotes.replace_segments(work, segments)
    return states


def carry_over(
    work: UnitOfWork,
    version_id: VersionId,
    settled: Iterable[StoredSuggestion],
    rules_version: int,
) -> None:
    """Keep what was settled of an older version as settled in this one, at its new places."""
    rows = [
        {**suggestions.row_of(version_id, item.quote, rules_version), "state": item.state.value}
        for item in settled
    ]
    work.rows.insert_many(tables.suggestion, rows)
