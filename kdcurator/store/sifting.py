"""Articles and quotes that a sieve lets through, the newest first.

Owns the SQL of a sieve: one pass over the rows, which ends where nobody asks for more. Must not
know queries or any index.
"""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select

from kdcurator.domain.searching import HitKind
from kdcurator.domain.sieve import AnyOf, Holds, Sieve, Where
from kdcurator.store import tables

_article, _quote, _version = tables.article, tables.quote, tables.article_version
_segment, _tagged, _name = tables.segment, tables.quote_tag, tables.person_name

_AT_ONCE = 100
"""Rows that SQLite is asked for in one step."""


def sift(connection: Connection, kind: HitKind, sieve: Sieve | None) -> Iterator[int]:
    """Yield the ids of one kind that a sieve lets through, as they are asked for."""
    ids = (_article if kind is HitKind.ARTICLE else _quote).c.id
    query = select(ids).order_by(ids.desc())
    if sieve is not None:
        query = query.where(_clause(kind, sieve))
    options = {"yield_per": _AT_ONCE}
    yield from connection.execute(query, execution_options=options).scalars()


def _clause(kind: HitKind, sieve: Sieve) -> ColumnElement[bool]:
    if isinstance(sieve, Holds):
        return _CLAUSES[kind](sieve)
    join = or_ if isinstance(sieve, AnyOf) else and_
    return join(*(_clause(kind, part) for part in sieve.parts))


def _like(column: ColumnElement[str], found: Holds) -> ColumnElement[bool]:
    return or_(*(column.like(pattern, escape="\\") for pattern in found.patterns))


def _in_article(found: Holds) -> ColumnElement[bool]:
    """Return what an article holds; it can be found by the tags and speakers of its quotes too."""
    own, quoted = _article.c, _quote.c.article_id == _article.c.id
    match found.where:
        case Where.WORDS:
            current = (_version.c.article_id == own.id) & (_version.c.number == own.version_number)
            text = exists().where(current, _like(_version.c.text, found))
            return or_(_like(own.title, found), _like(own.byline, found), text)
        case Where.TAG:
            return exists().where(quoted, _tagged.c.quote_id == _quote.c.id, _tag_is(found))
        case Where.SPEAKER:
            return exists().where(quoted, _speaker_is(found))
    return _like(_OF_ARTICLE[found.where], found)


def _in_quote(found: Holds) -> ColumnElement[bool]:
    own = _quote.c
    match found.where:
        case Where.WORDS:
            said = exists().where(_segment.c.quote_id == own.id, _like(_segment.c.exact, found))
            return or_(said, _like(own.note, found), exists().where(_speaker_is(found)))
        case Where.TAG:
            return exists().where(_tagged.c.quote_id == own.id, _tag_is(found))
        case Where.SPEAKER:
            return exists().where(_speaker_is(found))
    inside = own.article_id.in_(_ids(_article.c.id, _OF_ARTICLE[found.where], found))
    if found.where is Where.MUNICIPALITY:  # a quote has its speaker's too
        shown = tables.appearance.c
        return or_(inside, own.article_id.in_(_ids(shown.article_id, shown.municipality, found)))
    return inside


def _tag_is(found: Holds) -> ColumnElement[bool]:
    return _tagged.c.tag_id.in_(_ids(tables.tag.c.id, tables.tag.c.name, found))


def _speaker_is(found: Holds) -> ColumnElement[bool]:
    return _quote.c.speaker_id.in_(_ids(_name.c.person_id, _name.c.form, found))


def _ids(ids: ColumnElement[int], column: ColumnElement[str], found: Holds) -> Select[int]:
    """Return the few rows of a small table, looked up once for all others."""
    return select(ids).where(_like(column, found))


_OF_ARTICLE: dict[Where, ColumnElement[str]] = {
    Where.TITLE: _article.c.title,
    Where.SOURCE: _article.c.publication,
    Where.MUNICIPALITY: _article.c.municipality,
}
_CLAUSES = {HitKind.ARTICLE: _in_article, HitKind.QUOTE: _in_quote}
