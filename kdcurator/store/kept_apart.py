"""Pairs of similar articles of which somebody has said that both are to stay.

Owns how that is noted: as settings of the library, written as a change, so that it is undone like
any other. No id is used twice, so a note outlives its articles and means nothing then. Must not
know how alike articles are.
"""

from typing import Final

from sqlalchemy import Connection, select

from kdcurator.domain.article import ArticleId
from kdcurator.store import tables
from kdcurator.store.lookup import find
from kdcurator.store.unit_of_work import UnitOfWork

_KEY: Final = "kept_apart:"

Ids = tuple[ArticleId, ArticleId]


def keep_apart(work: UnitOfWork, one: ArticleId, other: ArticleId) -> None:
    """Note that both of two articles stay."""
    key = _key(one, other)
    if find(work.connection, tables.setting, "id", key=key).scalar() is None:
        work.rows.insert(tables.setting, key=key, value=work.now)


def list_apart(connection: Connection) -> frozenset[Ids]:
    """Return the pairs that stay, the lower id first."""
    column = tables.setting.c.key
    keys = connection.execute(select(column).where(column.startswith(_KEY))).scalars()
    return frozenset(_ids(key) for key in keys)


def _key(one: ArticleId, other: ArticleId) -> str:
    return f"{_KEY}{min(one, other)}-{max(one, other)}"


def _ids(key: str) -> Ids:
    one, _, other = key.removeprefix(_KEY).partition("-")
    return ArticleId(int(one)), ArticleId(int(other))
