"""The outbox: which articles and quotes a search index has to read again.

Owns the rule that follows from a touched row to everything whose words, names or tags it holds,
and the outbox rows themselves, written in the same transaction as the change. Must not know any
index.
"""

import uuid
from collections.abc import Iterable, Mapping
from functools import cache

from sqlalchemy import Column, Connection, RowMapping, Select, bindparam, select

from kdcurator.domain.searching import HitKind, Pending
from kdcurator.store import tables
from kdcurator.store.lookup import insert_into
from kdcurator.store.rows import Row

Touched = Mapping[str, Mapping[int, Row]]


def write(connection: Connection, touched: Touched) -> None:
    """Add a row for each article and quote that `touched` makes an index read again."""
    quotes = _quotes(connection, touched)
    articles = _articles(connection, touched, quotes)
    rows = [(HitKind.ARTICLE, i) for i in sorted(articles)]
    rows += [(HitKind.QUOTE, i) for i in sorted(quotes)]
    if rows:
        connection.execute(
            insert_into(tables.outbox),
            [{"uuid": uuid.uuid4().hex, "kind": kind, "row_id": i} for kind, i in rows],
        )


def _quotes(connection: Connection, touched: Touched) -> set[int]:
    """Return the quotes that hold something of a touched row."""
    quotes = set(touched.get("quote", ()))
    for table in ("segment", "quote_tag", "usage", "story_quote"):
        quotes |= _column(touched, table, "quote_id")
    of, tagged = tables.quote.c, tables.quote_tag.c
    shown = _column(touched, "article", "id") | _column(touched, "appearance", "article_id")
    tags, speakers = _column(touched, "tag", "id"), _column(touched, "person", "id")
    speakers |= _column(touched, "person_name", "person_id")
    quotes |= _having(connection, of.id, of.article_id, shown)
    quotes |= _having(connection, tagged.quote_id, tagged.tag_id, tags)
    return quotes | _having(connection, of.id, of.speaker_id, speakers)


def _articles(connection: Connection, touched: Touched, quotes: Iterable[int]) -> set[int]:
    """Return the touched articles and those of touched quotes: they show their tags."""
    articles = set(touched.get("article", ())) | _column(touched, "article_version", "article_id")
    articles |= _column(touched, "quote", "article_id")
    written = touched.get("quote", {})
    known = [quote_id for quote_id in quotes if quote_id not in written]
    return articles | _having(connection, tables.quote.c.article_id, tables.quote.c.id, known)


def _column(touched: Touched, table: str, column: str) -> set[int]:
    rows = touched.get(table, {})
    return {int(value) for row in rows.values() if (value := row.get(column)) is not None}


def _having(
    connection: Connection, column: Column[int], key: Column[int], wanted: Iterable[int]
) -> set[int]:
    """Return the `column` of all rows whose `key` is one of those wanted."""
    found: set[int] = set()
    keys = sorted(wanted)
    for start in range(0, len(keys), 500):
        some = {"keys": keys[start : start + 500]}
        found.update(connection.execute(_one_of(column, key), some).scalars())
    return found


@cache
def _one_of(column: Column[int], key: Column[int]) -> Select[int]:
    return select(column).where(key.in_(bindparam("keys", expanding=True)))


def last(connection: Connection) -> Pending | None:
    """Return the newest row; None when nothing was ever written."""
    box = tables.outbox
    newest = select(box).order_by(box.c.id.desc()).limit(1)
    row = connection.execute(newest).mappings().first()
    return None if row is None else _pending(row)


def since(connection: Connection, seq: int, token: str) -> list[Pending] | None:
    """Return the rows after the one that an index names; None when it is not of this library."""
    box = tables.outbox
    known = select(box.c.id).where(box.c.id == seq, box.c.uuid == token)
    if connection.execute(known).first() is None:
        return None
    rows = connection.execute(select(box).where(box.c.id > seq).order_by(box.c.id)).mappings()
    return [_pending(row) for row in rows]


def trim(connection: Connection, seq: int) -> None:
    """Forget the rows before the one that the index names; that one stays as proof of kinship."""
    connection.execute(tables.outbox.delete().where(tables.outbox.c.id < seq))


def _pending(row: RowMapping) -> Pending:
    return Pending(row["id"], row["uuid"], HitKind(row["kind"]), row["row_id"])
