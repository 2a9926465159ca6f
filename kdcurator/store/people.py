"""People in the library: who speaks, under which names, and how each article presents them.

Owns the rows of people, name forms and appearances. Must not know how names are found in a text.
"""

from collections import defaultdict

from sqlalchemy import ColumnElement, Connection, ScalarSelect, func, literal, select

from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import EmptyName, UnknownPerson
from kdcurator.domain.person import Person, PersonId, Presentation, name_key
from kdcurator.store import tables
from kdcurator.store.lookup import find
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.canonical import one_line

_person, _name, _appearance = tables.person, tables.person_name, tables.appearance


def find_person(connection: Connection, name: str) -> PersonId | None:
    """Return who bears this name, whatever its case; a person's own name goes before a form."""
    key = name_key(one_line(name))
    own = find(connection, _person, "id", name_key=key).scalar()
    if own is not None:
        return PersonId(own)
    forms = find(connection, _name, "id", "person_id", form_key=key).all()
    return PersonId(min(forms)[1]) if forms else None


def require_person(connection: Connection, name: str) -> PersonId:
    """Return who bears this name or form; raises `UnknownPerson`."""
    found = find_person(connection, name)
    if found is None:
        raise UnknownPerson(name=one_line(name))
    return found


def name_of(connection: Connection, person_id: PersonId) -> str:
    """Return what a person is called."""
    return str(find(connection, _person, "name", id=person_id).scalar_one())


def require_name(name: str) -> str:
    """Return a name as it is kept; raises `EmptyName`."""
    clean = one_line(name)
    if not any(letter.isalnum() for letter in clean):
        raise EmptyName
    return clean


def ensure_speaker(work: UnitOfWork, article_id: ArticleId, name: str) -> PersonId:
    """Return the speaker of this name, made when new, and known to appear in the article."""
    person_id = find_person(work.connection, name)
    if person_id is None:
        person_id = add_person(work, name)
    appear(work, article_id, person_id, name)
    return person_id


def add_person(
    work: UnitOfWork, name: str, *, is_protected: bool = False, cover_name: str | None = None
) -> PersonId:
    """Make a person of one name; raises `EmptyName`."""
    clean = require_name(name)
    key = name_key(clean)
    row_id = work.rows.insert(
        _person,
        name=clean,
        name_key=key,
        is_protected=is_protected,
        cover_name=cover_name,
        note=None,
        created_at=work.now,
    )
    work.rows.insert(_name, person_id=row_id, form=clean, form_key=key)
    return PersonId(row_id)


def appear(work: UnitOfWork, article_id: ArticleId, person_id: PersonId, name: str) -> None:
    """Tie the article's presentation of the person to them; make an empty one where none is."""
    mine = find(work.connection, _appearance, "id", article_id=article_id, person_id=person_id)
    if mine.first() is not None:
        return
    forms = select(_name.c.form_key).where(_name.c.person_id == person_id)
    here = (_appearance.c.article_id == article_id) & _appearance.c.name_key.in_(forms)
    found = work.connection.execute(select(_appearance.c.id).where(here)).scalar()
    if found is not None:
        work.rows.update(_appearance, found, person_id=person_id)
        return
    work.rows.insert(
        _appearance,
        article_id=article_id,
        person_id=person_id,
        name=one_line(name),
        name_key=name_key(one_line(name)),
        role=None,
        organisation=None,
        municipality=None,
    )


def present(
    work: UnitOfWork, article_id: ArticleId, person_id: PersonId, **printed: str | None
) -> None:
    """Say how an article presents a person: role, organisation, municipality."""
    shown = presentation_of(literal(article_id), literal(person_id))
    row_id = work.connection.execute(select(shown)).scalar_one()
    work.rows.update(_appearance, row_id, **printed)


def presentation_of(
    article_id: ColumnElement[int], person_id: ColumnElement[int]
) -> ScalarSelect[int]:
    """Return the row in which an article presents a person.

    Under two name forms there are two: the one that tells a role goes before the other.
    """
    shown = _appearance.alias("shown")
    # + 0 has SQLite look through those in the article: a person may be in thousands of articles
    mine = (shown.c.article_id == article_id) & (shown.c.person_id + 0 == person_id)
    order = (shown.c.role.is_(None), shown.c.organisation.is_(None), shown.c.id)
    return select(shown.c.id).where(mine).order_by(*order).limit(1).scalar_subquery()


def appearing_in(connection: Connection, article_id: ArticleId) -> list[Presentation]:
    """Return everybody whom an article presents, in the order in which it does."""
    columns = (_appearance.c.name, _appearance.c.role, _appearance.c.organisation)
    query = select(*columns, _appearance.c.municipality).where(
        _appearance.c.article_id == article_id
    )
    rows = connection.execute(query.order_by(_appearance.c.id))
    return [Presentation(*row) for row in rows]


def list_people(connection: Connection) -> list[Person]:
    """Return everybody who speaks in a quote, by name, with forms and presentations."""
    counts = _count_quotes(connection)
    forms, presentations = _forms(connection), _presentations(connection)
    rows = connection.execute(select(_person).order_by(_person.c.name_key)).mappings()
    return [
        Person(
            PersonId(row["id"]),
            row["name"],
            tuple(forms[row["id"]]),
            row["is_protected"],
            row["cover_name"],
            counts.get(row["id"], 0),
            tuple(presentations[row["id"]]),
        )
        for row in rows
    ]


def known_names(connection: Connection) -> dict[str, list[str]]:
    """Return every speaker's name with all forms of it, by name; 3 ms for 1,000 speakers."""
    found: dict[str, list[str]] = {}
    query = select(_person.c.name, _name.c.form).join(_name, _name.c.person_id == _person.c.id)
    for name, form in connection.execute(query.order_by(_person.c.name_key, _name.c.id)):
        found.setdefault(name, []).append(form)
    return found


def _count_quotes(connection: Connection) -> dict[int, int]:
    column = tables.quote.c.speaker_id
    return dict(connection.execute(select(column, func.count()).group_by(column)).all())


def _forms(connection: Connection) -> dict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    query = select(_name.c.person_id, _name.c.form).order_by(_name.c.id)
    for person_id, form in connection.execute(query):
        found[person_id].append(form)
    return found


def _presentations(connection: Connection) -> dict[int, list[Presentation]]:
    """Return how articles present each person, each wording once, in order of import."""
    found: defaultdict[int, dict[Presentation, None]] = defaultdict(dict)
    columns = (_appearance.c.name, _appearance.c.role, _appearance.c.organisation)
    query = (
        select(_appearance.c.person_id, *columns, _appearance.c.municipality)
        .where(_appearance.c.person_id.is_not(None))
        .order_by(_appearance.c.article_id)
    )
    for person_id, *printed in connection.execute(query):
        found[person_id][Presentation(*printed)] = None
    return defaultdict(list, {person_id: list(wordings) for person_id, wordings in found.items()})
