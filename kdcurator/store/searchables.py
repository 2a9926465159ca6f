"""Articles and quotes with all that they can be found by, as an index or a search reads them.

Owns the gathering of a row's words, names and tags out of the tables. Must not know any index.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from sqlalchemy import Column, Connection, func, select

from kdcurator.domain.article import ArticleId
from kdcurator.domain.person import PersonId
from kdcurator.domain.quote import Quote, QuoteFilter, QuoteId
from kdcurator.domain.searching import Facet, HitKind, Searchable
from kdcurator.store import tables
from kdcurator.store.articles import list_articles
from kdcurator.store.quotes import list_quotes

_AT_ONCE = 200

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
    texts = _texts(connection, ids)
    quotes: defaultdict[int, list[Quote]] = defaultdict(list)
    for quote in _quotes_in(connection, ids):
        quotes[quote.article_id].append(quote)
    said = (quote for some in quotes.values() for quote in some)
    forms = _name_forms(connection, {quote.speaker_id for quote in said if quote.speaker_id})
    for article in list_articles(connection, [ArticleId(row_id) for row_id in ids]):
        known, inside = article.metadata, quotes[article.id]
        yield Searchable(
            HitKind.ARTICLE,
            article.id,
            article.id,
            title=known.title or "",
            text=texts[article.id],
            byline=known.byline or "",
            speaker_forms=tuple(
                {form: None for quote in inside for form in forms.get(quote.speaker_id, ())}
            ),
            tags=tuple({tag: None for quote in inside for tag in quote.tags}),
            publication=known.publication or "",
            municipalities=(known.municipality,) if known.municipality else (),
            published_on=known.published_on,
        )


def _texts(connection: Connection, ids: Sequence[int]) -> dict[int, str]:
    article, version = tables.article, tables.article_version
    current = (version.c.article_id == article.c.id) & (
        version.c.number == article.c.version_number
    )
    query = select(article.c.id, version.c.text).join(version, current)
    return dict(connection.execute(query.where(article.c.id.in_(ids))).all())


def _quotes_in(connection: Connection, article_ids: Sequence[int]) -> list[Quote]:
    query = select(tables.quote.c.id).where(tables.quote.c.article_id.in_(article_ids))
    ids = frozenset(QuoteId(row_id) for row_id in connection.execute(query).scalars())
    return list_quotes(connection, QuoteFilter(ids=ids)) if ids else []


def _quotes(connection: Connection, ids: Sequence[int]) -> Iterator[Searchable]:
    quotes = list_quotes(connection, QuoteFilter(ids=frozenset(map(QuoteId, ids))))
    article_ids = sorted({quote.article_id for quote in quotes})
    articles = {a.id: a.metadata for a in list_articles(connection, article_ids)}
    forms = _name_forms(connection, {quote.speaker_id for quote in quotes if quote.speaker_id})
    for quote in quotes:
        known = articles[quote.article_id]
        places = {known.municipality: None, quote.municipality: None}
        yield Searchable(
            HitKind.QUOTE,
            quote.id,
            quote.article_id,
            title=known.title or "",
            text=quote.text,
            byline=known.byline or "",
            speaker=quote.speaker or "",
            speaker_forms=tuple(forms.get(quote.speaker_id, ())),
            tags=quote.tags,
            publication=known.publication or "",
            municipalities=tuple(place for place in places if place),
            published_on=known.published_on,
            status=quote.status,
            note=quote.note or "",
        )


def _name_forms(
    connection: Connection, person_ids: Set[PersonId]
) -> dict[PersonId | None, list[str]]:
    name = tables.person_name
    query = select(name.c.person_id, name.c.form).where(name.c.person_id.in_(person_ids))
    found: defaultdict[PersonId | None, list[str]] = defaultdict(list)
    for person_id, form in connection.execute(query.order_by(name.c.id)):
        found[person_id].append(form)
    return found
