"""Articles in the library: kept with their versions, parts and suggestions.

Owns the rows of articles, versions, parts, suggestions and appearances as they come from an
import. Must not know how files are read or texts analysed.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select

from kdcurator.domain.article import (
    Article,
    ArticleId,
    Metadata,
    Part,
    PartKind,
    ReadFile,
    VersionId,
)
from kdcurator.domain.correcting import Corrections
from kdcurator.domain.errors import UnknownArticle
from kdcurator.domain.person import name_key
from kdcurator.domain.suggestion import Reading
from kdcurator.store import suggestions, tables
from kdcurator.store.article_rows import article_from, metadata_from
from kdcurator.store.lookup import find
from kdcurator.store.rows import Row
from kdcurator.store.times import as_text
from kdcurator.store.unit_of_work import UnitOfWork

_article, _version = tables.article, tables.article_version


@dataclass(frozen=True, slots=True)
class Original:
    """The file that an article came from."""

    name: str | None
    sha256: str | None


def name_of(name: str | None) -> str | None:
    """Return the name of an original as it is kept: a file's name need not be text."""
    return None if name is None else name.encode("utf-8", "replace").decode()


@dataclass(frozen=True, slots=True)
class Source:
    """What a version was read from: its kind, and the sum of the file's bytes."""

    media_type: str
    original_sha256: str | None


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The canonical text of an article's current version."""

    article_id: ArticleId
    version_id: VersionId
    text: str
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Version:
    """An article's current version, without its text."""

    id: VersionId
    length: int


def add_article(
    work: UnitOfWork,
    file: ReadFile,
    original: Original,
    *,
    text_sha256: str,
    content_key: str,
    accessed_at: str | None = None,
) -> tuple[ArticleId, VersionId]:
    """Keep an article with its first version; `accessed_at` is when it was fetched."""
    article_id = work.rows.insert(
        _article,
        **metadata_row(file.metadata),
        media_type=file.media_type,
        content_key=content_key,
        accessed_at=accessed_at,
        original_name=original.name,
        original_sha256=original.sha256,
        version_number=1,
        created_at=work.now,
    )
    version_id = insert_version(work, article_id, 1, file, original, text_sha256)
    return ArticleId(article_id), version_id


def insert_version(
    work: UnitOfWork,
    article_id: int,
    number: int,
    file: ReadFile,
    original: Original,
    text_sha256: str,
) -> VersionId:
    """Keep the text of one version of an article."""
    row_id = work.rows.insert(
        _version,
        article_id=article_id,
        number=number,
        text=file.text,
        text_sha256=text_sha256,
        length=len(file.text),
        encoding=file.encoding,
        replaced=file.replaced,
        original_name=original.name,
        original_sha256=original.sha256,
        created_at=work.now,
    )
    return VersionId(row_id)


def metadata_row(metadata: Metadata) -> dict[str, str | None]:
    """Return what an article's row says of it beside its text."""
    return {
        "title": metadata.title,
        "subtitle": metadata.subtitle,
        "kicker": metadata.kicker,
        "lede": metadata.lede,
        "byline": metadata.byline,
        "publication": metadata.publication,
        "published_on": metadata.published_on.isoformat() if metadata.published_on else None,
        "url": metadata.url,
        "language": metadata.language,
        "municipality": metadata.municipality,
        "text_type": metadata.text_type,
        "archive_id": metadata.archive_id,
        "guessed": json.dumps(sorted(metadata.guessed)),
    }


FoundIn = tuple[ArticleId, VersionId, Reading]
"""What one reading found, and in which version of which article."""


def add_readings(work: UnitOfWork, found: Sequence[FoundIn], rules_version: int) -> None:
    """Keep what was found in the texts of articles that are new, in a few statements for all."""
    parts = [row for _, version_id, reading in found for row in _parts(version_id, reading)]
    suggested = [
        suggestions.row_of(version_id, quote, rules_version)
        for _, version_id, reading in found
        for quote in reading.quotes
    ]
    people = [row for article_id, _, reading in found for row in _people(article_id, reading)]
    work.rows.insert_many(tables.part, parts)
    work.rows.insert_many(tables.suggestion, suggested)
    work.rows.insert_many(tables.appearance, people)


def add_reading(
    work: UnitOfWork,
    article_id: ArticleId,
    version_id: VersionId,
    reading: Reading,
    rules_version: int,
) -> None:
    """Keep what was found in a newer text; who is presented already stays as it was."""
    there = find(work.connection, tables.appearance, "name_key", article_id=article_id).scalars()
    known = set(there.all())
    others = tuple(person for person in reading.people if name_key(person.name) not in known)
    found = article_id, version_id, replace(reading, people=others)
    add_readings(work, [found], rules_version)


def _parts(version_id: VersionId, reading: Reading) -> Iterator[Row]:
    for part in reading.parts:
        yield {"version_id": version_id, "kind": part.kind, "start": part.start, "end": part.end}


def _people(article_id: ArticleId, reading: Reading) -> Iterable[Row]:
    rows: dict[str, Row] = {
        name_key(person.name): {
            "article_id": article_id,
            "name": person.name,
            "name_key": name_key(person.name),
            "role": person.role,
            "organisation": person.organisation,
            "municipality": person.municipality,
        }
        for person in reading.people
    }
    return rows.values()


def find_duplicates(connection: Connection, content_keys: Sequence[str]) -> dict[str, ArticleId]:
    """Return the articles that have these contents already, by content key."""
    rows = connection.execute(_having_contents(), {"keys": content_keys})
    return {key: ArticleId(article_id) for key, article_id in rows}


@cache
def _having_contents() -> Select[*tuple[Any, ...]]:
    is_wanted = _article.c.content_key.in_(bindparam("keys", expanding=True))
    return select(_article.c.content_key, _article.c.id).where(is_wanted)


def read_text(connection: Connection, article_id: ArticleId) -> ArticleText:
    """Return an article's current text; raises `UnknownArticle`."""
    row = _current(connection, article_id, "id", "text", "text_sha256")
    return ArticleText(article_id, VersionId(row[0]), row[1], row[2])


def version_of(connection: Connection, article_id: ArticleId) -> Version:
    """Return which version an article's current one is; raises `UnknownArticle`."""
    row = _current(connection, article_id, "id", "length")
    return Version(VersionId(row[0]), row[1])


def _current(connection: Connection, article_id: ArticleId, *columns: str) -> Sequence[Any]:
    """Return columns of an article's current version; raises `UnknownArticle`."""
    if not 0 < article_id < tables.BEYOND_IDS:
        raise UnknownArticle(id=article_id)
    current = find(connection, _article, "version_number", id=article_id).scalar()
    if current is None:
        raise UnknownArticle(id=article_id)
    return find(connection, _version, *columns, article_id=article_id, number=current).one()


def original_of(connection: Connection, version_id: int) -> Original:
    """Return which file a version came from."""
    columns = (_version.c.original_name, _version.c.original_sha256)
    row = connection.execute(select(*columns).where(_version.c.id == version_id)).one()
    return Original(row[0], row[1])


def source_of(connection: Connection, version_id: VersionId) -> Source:
    """Return what a version was read from."""
    columns = ("article_id", "original_sha256")
    article_id, original = find(connection, _version, *columns, id=version_id).one()
    return Source(find(connection, _article, "media_type", id=article_id).scalar_one(), original)


def read_parts(connection: Connection, version_id: VersionId) -> list[Part]:
    """Return the parts of a version in the order of the text."""
    columns = ("start", "id", "end", "kind")
    rows = sorted(map(tuple, find(connection, tables.part, *columns, version_id=version_id)))
    return [Part(PartKind(kind), start, end) for start, _id, end, kind in rows]


def edit_details(work: UnitOfWork, article_id: ArticleId, metadata: Metadata) -> None:
    """Set what is known of an article beside its text; raises `UnknownArticle`."""
    read_text(work.connection, article_id)
    work.rows.update(_article, article_id, **metadata_row(metadata))


def correct(work: UnitOfWork, article_id: ArticleId, corrections: Corrections) -> None:
    """Correct what is known of an article beside its text; raises `UnknownArticle`."""
    known = 0 < article_id < tables.BEYOND_IDS
    row = find(work.connection, _article, id=article_id).mappings().first() if known else None
    if row is None:
        raise UnknownArticle(id=article_id)
    before = metadata_from(row)
    after = corrections.of(before)
    if after != before:
        work.rows.update(_article, article_id, **metadata_row(after))


def remove(work: UnitOfWork, article_id: ArticleId) -> None:
    """Remove an article with all that was found and saved in it; raises `UnknownArticle`."""
    read_text(work.connection, article_id)
    work.rows.delete(_article, article_id)


def which_are_there(connection: Connection, ids: Collection[ArticleId]) -> set[ArticleId]:
    """Return those of some articles that the library holds."""
    query = select(_article.c.id).where(_article.c.id.in_(ids))
    return {ArticleId(row_id) for row_id in connection.execute(query).scalars()}


def mark_read(connection: Connection, article_id: ArticleId, now: datetime) -> None:
    """Remember when an article was first opened."""
    unread = (_article.c.id == article_id) & _article.c.read_at.is_(None)
    connection.execute(_article.update().where(unread).values(read_at=as_text(now)))


def list_articles(connection: Connection, ids: Sequence[ArticleId] | None = None) -> list[Article]:
    """Return articles in order of import with their counts: all, or those with `ids`."""
    query = _listing()
    if ids is not None:
        query = query.where(_article.c.id.in_(ids))
    quotes = _count_quotes(connection, ids)
    rows = connection.execute(query).mappings().all()
    versions = None if ids is None else [VersionId(row["version_id"]) for row in rows]
    open_ones = suggestions.count_open(connection, versions)
    return [article_from(row, quotes, open_ones) for row in rows]


def _listing() -> Select[*tuple[Any, ...]]:
    return (
        select(_article, _version.c.id.label("version_id"), _version.c.text_sha256)
        .join(_version, _is_current())
        .order_by(_article.c.id)
    )


def _is_current() -> ColumnElement[bool]:
    return (_version.c.article_id == _article.c.id) & (
        _version.c.number == _article.c.version_number
    )


def _count_quotes(connection: Connection, ids: Sequence[ArticleId] | None) -> dict[int, int]:
    """Count the quotes of all articles, or of those few: of a large library it takes long."""
    column = tables.quote.c.article_id
    query = select(column, func.count()).group_by(column)
    query = query if ids is None else query.where(column.in_(ids))
    return dict(connection.execute(query).all())
