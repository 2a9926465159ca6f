"""The plain statements that every key press runs, built once each.

Owns the rows found, added and changed by the values of their columns. Building such a statement
takes SQLAlchemy 200 µs, running a built one 80 µs, and a key press runs twenty. Must not know what
the rows mean.
"""

from functools import cache
from typing import Any

from sqlalchemy import Connection, CursorResult, Insert, Select, Table, Update, bindparam, select

from kdcurator.domain.changes import ColumnValue


def find(
    connection: Connection, table: Table, *columns: str, **where: ColumnValue
) -> CursorResult[*tuple[Any, ...]]:
    """Return `columns` (without any: all) of the rows that have these values, none of them null."""
    return connection.execute(_select(table, columns, tuple(where)), where)


@cache
def _select(
    table: Table, columns: tuple[str, ...], where: tuple[str, ...]
) -> Select[*tuple[Any, ...]]:
    wanted = [table.c[name] for name in columns] if columns else [table]
    return select(*wanted).where(*(table.c[name] == bindparam(name) for name in where))


@cache
def insert_into(table: Table) -> Insert:
    """Return the statement that adds one row."""
    return table.insert()


@cache
def insert_many_into(table: Table) -> Insert:
    """Return the statement that adds rows and tells their ids in order."""
    return table.insert().returning(table.c.id, sort_by_parameter_order=True)


@cache
def update_row(table: Table, columns: tuple[str, ...]) -> Update:
    """Return the statement that sets `columns` of the row whose id is `of_row`."""
    values: dict[str, Any] = {name: bindparam(name) for name in columns}
    return table.update().where(table.c.id == bindparam("of_row")).values(values)
