"""Who is the same person: two made one, one parted from another, one called by another name.

Owns what becomes of name forms, appearances, quotes and cover names then. A protected person stays
protected under every name that was ever theirs. Must not know who found out.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, RowMapping, Table, select

from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import (
    CoverNameIsNoName,
    OnlyName,
    PersonExists,
    TwoCoverNames,
    UnknownNameForm,
)
from kdcurator.domain.person import PersonId, name_key
from kdcurator.store import people, suggestions, tables
from kdcurator.store.lookup import find
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.canonical import one_line

_person, _name, _appearance = tables.person, tables.person_name, tables.appearance

_BELONGING = (
    (tables.quote, "speaker_id"),
    (_appearance, "person_id"),
    (tables.sheet, "person_id"),
)
"""What a person takes along into another: tables, and the column that leads to the person."""


def merge(work: UnitOfWork, source: PersonId, target: PersonId) -> None:
    """Give `target` everything that is `source`'s, and delete `source`.

    Raises `TwoCoverNames` and `CoverNameIsNoName`.
    """
    _shelter(work, source, target)
    known = {key for key, _form in _forms(work.connection, target)}
    for key, form in _forms(work.connection, source):
        if key not in known:  # inserted, not moved: an undo has the index read both people's quotes
            work.rows.insert(_name, person_id=target, form=form, form_key=key)
    for table, column in _BELONGING:
        _hand_over(work, table, column, source, target)
    work.rows.delete(_person, source)


def _hand_over(
    work: UnitOfWork, table: Table, column: str, source: PersonId, target: PersonId
) -> None:
    for row_id in find(work.connection, table, "id", **{column: source}).scalars().all():
        work.rows.update(table, row_id, **{column: target})


def _shelter(work: UnitOfWork, source: PersonId, target: PersonId) -> None:
    """Protect the one whom two people become as each of them was, and keep what was noted."""
    one, other = _row(work.connection, source), _row(work.connection, target)
    covers = {name_key(row["cover_name"]) for row in (one, other) if row["cover_name"]}
    if len(covers) > 1:
        raise TwoCoverNames(name=one["name"], into=other["name"])
    forms = [*_forms(work.connection, source), *_forms(work.connection, target)]
    if covers & {key for key, _form in forms}:
        raise CoverNameIsNoName
    work.rows.update(
        _person,
        target,
        is_protected=bool(one["is_protected"] or other["is_protected"]),
        cover_name=other["cover_name"] or one["cover_name"],
        note="\n".join(filter(None, (other["note"], one["note"]))) or None,
    )


def rename(work: UnitOfWork, person_id: PersonId, name: str) -> None:
    """Call a person by another name; raises `PersonExists`, `EmptyName` and `CoverNameIsNoName`."""
    clean = people.require_name(name)
    key = name_key(clean)
    if people.find_person(work.connection, clean) not in {None, person_id}:
        raise PersonExists(name=clean)
    if name_key(_row(work.connection, person_id)["cover_name"] or "") == key:
        raise CoverNameIsNoName
    work.rows.update(_person, person_id, name=clean, name_key=key)
    form = find(work.connection, _name, "id", person_id=person_id, form_key=key).scalar()
    if form is None:
        work.rows.insert(_name, person_id=person_id, form=clean, form_key=key)
    else:
        work.rows.update(_name, form, form=clean)


def part(work: UnitOfWork, person_id: PersonId, form: str) -> PersonId:
    """Make a person of one name form, with the quotes whose article names the speaker so.

    Raises `UnknownNameForm` and `OnlyName`.
    """
    key = name_key(one_line(form))
    mine = _row(work.connection, person_id)
    row = find(work.connection, _name, "id", "form", person_id=person_id, form_key=key).first()
    if row is None:
        raise UnknownNameForm(name=mine["name"], form=one_line(form))
    if key == mine["name_key"]:
        raise OnlyName(form=mine["name"])
    theirs = list(_quotes_of(work.connection, person_id, key))
    work.rows.delete(_name, row[0])
    cover = {"is_protected": mine["is_protected"], "cover_name": mine["cover_name"]}
    parted = people.add_person(work, row[1], **cover)
    _split_appearances(work, person_id, parted, key)
    for quote_id, _article_id in theirs:
        work.rows.update(tables.quote, quote_id, speaker_id=parted)
    for article_id in {article_id for _quote_id, article_id in theirs}:
        people.appear(work, article_id, parted, row[1])
    _appear_where_quoted(work, person_id, mine["name"])
    return parted


def _split_appearances(work: UnitOfWork, person_id: PersonId, parted: PersonId, key: str) -> None:
    found = find(work.connection, _appearance, "id", person_id=person_id, name_key=key)
    for row_id in found.scalars().all():
        work.rows.update(_appearance, row_id, person_id=parted)


def _appear_where_quoted(work: UnitOfWork, person_id: PersonId, name: str) -> None:
    """Tie the presentations of a person to them in every article that still quotes them."""
    quoted = find(work.connection, tables.quote, "article_id", speaker_id=person_id)
    for article_id in sorted(set(quoted.scalars().all())):
        people.appear(work, ArticleId(article_id), person_id, name)


def _quotes_of(
    connection: Connection, person_id: PersonId, key: str
) -> Iterator[tuple[int, ArticleId]]:
    """Yield a person's quotes from articles that name the speaker by this form.

    Where an article has other forms of the same person too, the suggestion at the quote's place
    says which of them it is.
    """
    forms = {form for form, _words in _forms(connection, person_id)}
    columns = ("id", "article_id", "version_id", "spans")
    quotes = find(connection, tables.quote, *columns, speaker_id=person_id).all()
    for quote_id, article_id, version_id, spans in quotes:
        named = find(connection, _appearance, "name_key", article_id=article_id).scalars()
        here = forms & set(named)
        said = suggestions.speaker_at(connection, version_id, spans) if len(here) > 1 else None
        if here == {key} or (key in here and name_key(said or "") == key):
            yield quote_id, ArticleId(article_id)


def _forms(connection: Connection, person_id: PersonId) -> list[tuple[str, str]]:
    """Return a person's name forms, each with the key by which it is compared."""
    query = select(_name.c.form_key, _name.c.form).where(_name.c.person_id == person_id)
    return [(key, form) for key, form in connection.execute(query.order_by(_name.c.id))]


def _row(connection: Connection, person_id: PersonId) -> RowMapping:
    return find(connection, _person, id=person_id).mappings().one()
