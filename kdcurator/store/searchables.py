"""Articles and quotes with all that they can be found by, as an index or a search reads them.

Owns the gathering of a row's words, names and tags out of the tables. Must not know any index.

It asks for the columns that are searched and no others: whole quotes and articles would take four
times as long, of which a library of 200,000 quotes makes minutes.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, func, select

from kdcurator.domain.quote import Status
from kdcurator.domain.searching import Facet, HitKind, Searchable
from kdcurator.store import tables
from kdcurator.store.people import presentation_of
from kdcurator.store.times import as_date

_AT_ONCE = 200

_article, _quote = tables.article, tables.quote

Key = tuple[HitKind, int]


def read_searchables(connection: Connection, keys: Sequence[Key]) -> Iterator[Searchable]:
    """Yield those of `keys` that there are, articles first; the others are gone."""
    article_ids = [row_id for kind, row_id in keys if kind is HitKind.ARTICLE]
    quote_ids = [row_id for kind, row_id in keys if kind is HitKind.QUOTE]
    for start in range(0, len(article_ids), _AT_ONCE):
        yield from _articles(connection, article_ids[start : start + _AT_ONCE])
    for start in range(0, len(quote_ids), _AT_ONCE):
        yield from _quotes(connection, quote_ids[start : start + _AT_ONCE])


def all_keys(connection: Connection) -> list[Key]:
    """Return everything that can be searched."""
    articles = connection.execute(select(tables.article.c.id).order_by(tables.article.c.id))
    quotes = connection.execute(select(tables.quote.c.id).order_by(tables.quote.c.id))
    keys: list[Key] = [(HitKind.ARTICLE, row_id) for row_id in articles.scalars()]
    return keys + [(HitKind.QUOTE, row_id) for row_id in quotes.scalars()]


def count(connection: Connection) -> dict[HitKind, int]:
    """Return how many articles and quotes there are."""
    return {
        kind: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for kind, table in ((HitKind.ARTICLE, tables.article), (HitKind.QUOTE, tables.quote))
    }


def names(connection: Connection) -> dict[Facet, list[str]]:
    """Return the names of all tags, speakers, publications and municipalities."""
    columns = {
        Facet.TAG: [tables.tag.c.name],
        Facet.SPEAKER: [tables.person.c.name],
        Facet.SOURCE: [tables.article.c.publication],
        Facet.MUNICIPALITY: [tables.article.c.municipality, tables.appearance.c.municipality],
    }
    return {
        facet: [name for column in some for name in _distinct(connection, column)]
        for facet, some in columns.items()
    }


def _distinct(connection: Connection, column: Column[str]) -> list[str]:
    wanted = select(column).where(column.is_not(None)).distinct()
    return list(connection.execute(wanted).scalars())


def _articles(connection: Connection, ids: Sequence[int]) -> Iterator[Searchable]:
    """Yield articles; each can be found by the tags and speakers of its quotes too."""
    tags = _words(connection, _tags_in_articles(), ids)
    forms = _words(connection, _names_in_articles(), ids)
    for row in connection.execute(_article_rows().where(_article.c.id.in_(ids))):
        yield Searchable(
            HitKind.ARTICLE,
            row.id,
            row.id,
            title=row.title or "",
            text=row.text,
            byline=row.byline or "",
            speaker_forms=tuple(forms[row.id]),
            tags=tuple(tags[row.id]),
            publication=row.publication or "",
            municipalities=(row.municipality,) if row.municipality else (),
            published_on=as_date(row.published_on),
            language=row.language or "",
        )


def _quotes(connection: Connection, ids: Sequence[int]) -> Iterator[Searchable]:
    rows = connection.execute(_quote_rows().where(_quote.c.id.in_(ids))).all()
    pieces = _pieces(connection, ids)
    tags = _words(connection, _tags_of_quotes(), ids)
    forms = _words(connection, _name_forms(), sorted({row.speaker_id or 0 for row in rows}))
    for row in rows:
        yield _as_searchable(row, " ".join(pieces[row.id]), tags[row.id], forms[row.speaker_id])


def _as_searchable(
    row: Row[Any], text: str, tags: dict[str, None], forms: dict[str, None]
) -> Searchable:
    places = {row.municipality: None, row.home: None}
    return Searchable(
        HitKind.QUOTE,
        row.id,
        row.article_id,
        title=row.title or "",
        text=text,
        byline=row.byline or "",
        speaker=row.name or "",
        speaker_forms=tuple(forms),
        tags=tuple(tags),
        publication=row.publication or "",
        municipalities=tuple(place for place in places if place),
        published_on=as_date(row.published_on),
        status=Status(row.status),
        note=row.note or "",
        language=row.language or "",
    )


def _pieces(connection: Connection, ids: Sequence[int]) -> defaultdict[int, list[str]]:
    """Return the words of quotes by quote, a segment each; the same words may stand twice."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    query = _segments().where(tables.segment.c.quote_id.in_(ids))
    for quote_id, exact in connection.execute(query):
        found[quote_id].append(exact)
    return found


def _words(
    connection: Connection, words: Select[int, str], ids: Sequence[int]
) -> defaultdict[int | None, dict[str, None]]:
    """Return different words, in order, by the first column of a query for them."""
    found: defaultdict[int | None, dict[str, None]] = defaultdict(dict)
    for row_id, word in connection.execute(words.where(words.selected_columns[0].in_(ids))):
        found[row_id][word] = None
    return found


@cache
def _article_rows() -> Select[*tuple[Any, ...]]:
    version = tables.article_version
    is_current = (version.c.article_id == _article.c.id) & (
        version.c.number == _article.c.version_number
    )
    names = ("id", "title", "byline", "publication", "municipality", "published_on", "language")
    columns = [_article.c[name] for name in names]
    return select(*columns, version.c.text).join(version, is_current).order_by(_article.c.id)


@cache
def _quote_rows() -> Select[*tuple[Any, ...]]:
    person, appearance = tables.person, tables.appearance
    as_printed = appearance.c.id == presentation_of(_quote.c.article_id, _quote.c.speaker_id)
    of_article = ("title", "byline", "publication", "municipality", "published_on", "language")
    of_quote = ("id", "article_id", "speaker_id", "status", "note")
    return (
        select(
            *(_quote.c[name] for name in of_quote),
            *(_article.c[name] for name in of_article),
            person.c.name,
            appearance.c.municipality.label("home"),
        )
        .join(_article, _article.c.id == _quote.c.article_id)
        .outerjoin(person, person.c.id == _quote.c.speaker_id)
        .outerjoin(appearance, as_printed)
        .order_by(_quote.c.id)
    )


@cache
def _segments() -> Select[int, str]:
    segment = tables.segment
    return select(segment.c.quote_id, segment.c.exact).order_by(segment.c.position)


@cache
def _tags_of_quotes() -> Select[int, str]:
    tag, link = tables.tag, tables.quote_tag
    return select(link.c.quote_id, tag.c.name).join(tag).order_by(link.c.id)


@cache
def _tags_in_articles() -> Select[int, str]:
    tag, link = tables.tag, tables.quote_tag
    names = select(_quote.c.article_id, tag.c.name).join(link, link.c.quote_id == _quote.c.id)
    return names.join(tag, tag.c.id == link.c.tag_id).order_by(_quote.c.id, link.c.id)


@cache
def _name_forms() -> Select[int, str]:
    name = tables.person_name
    return select(name.c.person_id, name.c.form).order_by(name.c.id)


@cache
def _names_in_articles() -> Select[int, str]:
    name = tables.person_name
    forms = select(_quote.c.article_id, name.c.form)
    return forms.join(name, name.c.person_id == _quote.c.speaker_id).order_by(
        _quote.c.id, name.c.id
    )
