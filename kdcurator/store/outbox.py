"""The outbox: which articles and quotes a search index has to read again.

Owns the rule that follows from a touched row to everything whose words, names or tags it holds,
and the outbox rows themselves, written in the same transaction as the change. Must not know any
index.
"""

import uuid
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, RowMapping, Select, select

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
    for table, column, query in (
        ("article", "id", _quotes_in_article),
        ("appearance", "article_id", _quotes_in_article),
        ("tag", "id", _quotes_with_tag),
        ("person", "id", _quotes_by_speaker),
        ("person_name", "person_id", _quotes_by_speaker),
    ):
        for row_id in _column(touched, table, column):
            quotes.update(connection.execute(query(row_id)).scalars().all())
    return quotes


def _articles(connection: Connection, touched: Touched, quotes: Iterable[int]) -> set[int]:
    """Return the touched articles and those of touched quotes: they show their tags."""
    articles = set(touched.get("article", ())) | _column(touched, "article_version", "article_id")
    articles |= _column(touched, "quote", "article_id")
    written = touched.get("quote", {})
    known = [quote_id for quote_id in quotes if quote_id not in written]
    for start in range(0, len(known), 500):
        some = tables.quote.c.id.in_(known[start : start + 500])
        articles.update(
            connection.execute(select(tables.quote.c.article_id).where(some)).scalars().all()
        )
    return articles


def _column(touched: Touched, table: str, column: str) -> set[int]:
    rows = touched.get(table, {})
    return {int(value) for row in rows.values() if (value := row.get(column)) is not None}


def _quotes_in_article(row_id: int) -> Select[int]:
    return select(tables.quote.c.id).where(tables.quote.c.article_id == row_id)


def _quotes_with_tag(row_id: int) -> Select[int]:
    return select(tables.quote_tag.c.quote_id).where(tables.quote_tag.c.tag_id == row_id)


def _quotes_by_speaker(row_id: int) -> Select[int]:
    return select(tables.quote.c.id).where(tables.quote.c.speaker_id == row_id)


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
