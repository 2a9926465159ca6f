"""Tags in the library.

Owns the rows of tags and which quote has which. Must not know colours as they are painted.
"""

from sqlalchemy import Connection, RowMapping, func, select

from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import EmptyName, TagExists, UnknownTag
from kdcurator.domain.person import name_key
from kdcurator.domain.quote import QuoteId
from kdcurator.domain.tag import Tag, TagId
from kdcurator.store import tables
from kdcurator.store.lookup import find
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.canonical import one_line

_tag, _quote_tag = tables.tag, tables.quote_tag

COLOURS = 8
"""Tag colours that stay apart for colour-blind readers (DESIGN.md, section 7)."""


def list_tags(connection: Connection) -> list[Tag]:
    """Return all tags in their own order with the number of quotes that have each."""
    parent = _tag.alias("parent")
    uses = (
        select(_quote_tag.c.tag_id, func.count().label("quotes"))
        .group_by(_quote_tag.c.tag_id)
        .subquery()
    )
    query = (
        select(_tag, parent.c.name.label("parent"), func.coalesce(uses.c.quotes, 0).label("quotes"))
        .outerjoin(parent, parent.c.id == _tag.c.parent_id)
        .outerjoin(uses, uses.c.tag_id == _tag.c.id)
        .order_by(_tag.c.position, _tag.c.id)
    )
    return [_as_tag(row) for row in connection.execute(query).mappings()]


def _as_tag(row: RowMapping) -> Tag:
    return Tag(
        TagId(row["id"]),
        row["name"],
        row["colour"],
        row["key"],
        row["parent"],
        row["description"],
        row["quotes"],
    )


def names(connection: Connection) -> list[str]:
    """Return the names of all tags."""
    return list(connection.execute(select(_tag.c.name)).scalars())


def tags_in(
    connection: Connection, article_id: ArticleId, besides: QuoteId | None = None
) -> dict[QuoteId, list[str]]:
    """Return the tags of an article's tagged quotes, one quote left out."""
    quote = tables.quote
    query = (
        select(quote.c.id, _tag.c.name)
        .join(_quote_tag, _quote_tag.c.quote_id == quote.c.id)
        .join(_tag, _tag.c.id == _quote_tag.c.tag_id)
        .where(quote.c.article_id == article_id, quote.c.id != (besides or 0))
    )
    found: dict[QuoteId, list[str]] = {}
    for quote_id, name in connection.execute(query):
        found.setdefault(QuoteId(quote_id), []).append(name)
    return found


def find_tag(connection: Connection, name: str) -> TagId | None:
    """Return the tag of this name, whatever its case."""
    found = find(connection, _tag, "id", name_key=name_key(one_line(name))).scalar()
    return None if found is None else TagId(found)


def name_of(connection: Connection, tag_id: TagId) -> str:
    """Return a tag's name; raises `UnknownTag`."""
    name: str | None = find(connection, _tag, "name", id=tag_id).scalar()
    if name is None:
        raise UnknownTag(name=tag_id)
    return name


def require_tag(connection: Connection, name: str) -> TagId:
    """Return the tag of this name; raises `UnknownTag`."""
    found = find_tag(connection, name)
    if found is None:
        raise UnknownTag(name=name)
    return found


def ensure_tag(work: UnitOfWork, name: str) -> TagId:
    """Return the tag of this name, made when there is none; raises `EmptyName`."""
    found = find_tag(work.connection, name)
    return found if found is not None else add_tag(work, name)


def add_tag(work: UnitOfWork, name: str) -> TagId:
    """Make a tag with the next colour and no key; raises `TagExists` and `EmptyName`."""
    _refuse_taken(work.connection, name)
    last = select(func.coalesce(func.max(_tag.c.position), -1))
    position = work.connection.execute(last).scalar_one() + 1
    row_id = work.rows.insert(
        _tag,
        name=one_line(name),
        name_key=name_key(one_line(name)),
        colour=position % COLOURS,
        key=None,
        parent_id=None,
        description=None,
        position=position,
    )
    return TagId(row_id)


def describe(
    work: UnitOfWork,
    tag_id: TagId,
    parent: TagId | None,
    description: str | None,
    colour: int | None,
) -> None:
    """Say what a new tag stands below and what it means; None for its colour keeps the next one."""
    found = {} if colour is None else {"colour": colour}
    work.rows.update(_tag, tag_id, parent_id=parent, description=description, **found)


def rename_tag(work: UnitOfWork, tag_id: TagId, name: str) -> None:
    """Give a tag another name; raises `TagExists` and `EmptyName`."""
    _refuse_taken(work.connection, name, besides=tag_id)
    work.rows.update(_tag, tag_id, name=one_line(name), name_key=name_key(one_line(name)))


def set_key(work: UnitOfWork, tag_id: TagId, key: int | None) -> None:
    """Put a tag on a digit, or on none; the tag that had the digit takes this one's old one."""
    old = work.connection.execute(select(_tag.c.key).where(_tag.c.id == tag_id)).scalar_one()
    if key == old:
        return
    work.rows.update(_tag, tag_id, key=None)  # no two tags may share a digit for a moment
    if key is None:
        return
    holder = work.connection.execute(select(_tag.c.id).where(_tag.c.key == key)).scalar()
    if holder is not None:
        work.rows.update(_tag, holder, key=old)
    work.rows.update(_tag, tag_id, key=key)


def merge_tags(work: UnitOfWork, source: TagId, target: TagId) -> None:
    """Put `target` on every quote that has `source`, and delete `source`."""
    has_target = select(_quote_tag.c.quote_id).where(_quote_tag.c.tag_id == target)
    both = set(work.connection.execute(has_target).scalars().all())
    query = select(_quote_tag.c.id, _quote_tag.c.quote_id).where(_quote_tag.c.tag_id == source)
    for row_id, quote_id in work.connection.execute(query).all():
        if quote_id not in both:
            work.rows.update(_quote_tag, row_id, tag_id=target)
    work.rows.delete(_tag, source)


def delete_tag(work: UnitOfWork, tag_id: TagId) -> None:
    """Take a tag off all quotes and delete it; the quotes stay."""
    work.rows.delete(_tag, tag_id)


def put_tag(work: UnitOfWork, quote_id: QuoteId, tag_id: TagId) -> None:
    """Put a tag on a quote that may have it already."""
    found = find(work.connection, _quote_tag, "id", quote_id=quote_id, tag_id=tag_id)
    if found.first() is None:
        work.rows.insert(_quote_tag, quote_id=quote_id, tag_id=tag_id)


def take_off(work: UnitOfWork, quote_id: QuoteId, tag_id: TagId) -> None:
    """Take a tag off a quote; the quote stays."""
    found = find(work.connection, _quote_tag, "id", quote_id=quote_id, tag_id=tag_id).scalar()
    if found is not None:
        work.rows.delete(_quote_tag, found)


def _refuse_taken(connection: Connection, name: str, besides: TagId | None = None) -> None:
    if not any(letter.isalnum() for letter in name):
        raise EmptyName
    found = find_tag(connection, name)
    if found is not None and found != besides:
        raise TagExists(name=one_line(name))
