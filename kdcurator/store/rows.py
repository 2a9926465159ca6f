"""Writing rows so that every write can be taken back.

Owns the three verbs (insert, update, delete) through which everything undoable is written, the
inverse of each, and the list of rows touched. Must not know what the rows mean.
"""

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, select

from kdcurator.domain.changes import ColumnValue, RowOperation, RowVerb
from kdcurator.store import tables
from kdcurator.store.lookup import find, insert_rows, update_row

Row = Mapping[str, ColumnValue]

_AT_ONCE = 500

_UUID = 16
"""Bytes of a UUID."""

_VARIANTS = "89ab"


class RowWriter:
    """Writes rows inside one transaction and remembers how to undo each write."""

    def __init__(self, connection: Connection) -> None:
        """Write through `connection`, whose transaction somebody else ends."""
        self.connection = connection
        self.touched: defaultdict[str, dict[int, Row]] = defaultdict(dict)
        """By table and id, the row as it is now, or as it was before it was deleted."""
        self._steps: list[RowOperation] = []

    @property
    def inverse(self) -> tuple[RowOperation, ...]:
        """What takes back everything written so far, in the order in which to do it."""
        return tuple(reversed(self._steps))

    def insert(self, table: Table, **values: ColumnValue) -> int:
        """Add one row and return its id."""
        row = {"uuid": _new_uuids(1)[0], **values}
        (row_id,) = insert_rows(self.connection, table, [row])
        self._remember(RowVerb.DELETE, table, row_id, {**row, "id": row_id})
        return row_id

    def insert_many(self, table: Table, rows: Sequence[Row]) -> list[int]:
        """Add rows in one statement and return their ids in order."""
        if not rows:
            return []
        uuids = _new_uuids(len(rows))
        complete = [{"uuid": new, **row} for new, row in zip(uuids, rows, strict=True)]
        ids = insert_rows(self.connection, table, complete)
        for row_id, row in zip(ids, complete, strict=True):
            self._remember(RowVerb.DELETE, table, row_id, {**row, "id": row_id})
        return ids

    def update(self, table: Table, row_id: int, **values: ColumnValue) -> bool:
        """Set columns of one row; return whether that changed anything."""
        before = self._read(table, row_id)
        changed = {name: value for name, value in values.items() if before[name] != value}
        if not changed:
            return False
        update = update_row(table, tuple(changed))
        self.connection.execute(update, {**changed, "of_row": row_id})
        undo = {name: before[name] for name in changed}
        self._remember(RowVerb.UPDATE, table, row_id, {**before, **changed}, undo)
        return True

    def update_many(self, table: Table, rows: Mapping[int, Row]) -> None:
        """Set columns of many rows by id, with a few statements for all of them.

        Where values must be unique, no two rows may change places.
        """
        alike: defaultdict[tuple[str, ...], list[dict[str, ColumnValue]]] = defaultdict(list)
        for row_id, before in self._read_many(table, list(rows)).items():
            after = {name: value for name, value in rows[row_id].items() if before[name] != value}
            if after:
                alike[tuple(after)].append({**after, "of_row": row_id})
                undo = {name: before[name] for name in after}
                self._remember(RowVerb.UPDATE, table, row_id, {**before, **after}, undo)
        for names, values in alike.items():
            self.connection.execute(update_row(table, names), values)

    def _read_many(self, table: Table, ids: Sequence[int]) -> dict[int, dict[str, ColumnValue]]:
        found: dict[int, dict[str, ColumnValue]] = {}
        for start in range(0, len(ids), _AT_ONCE):
            query = select(table).where(table.c.id.in_(ids[start : start + _AT_ONCE]))
            rows = self.connection.execute(query).mappings()
            found |= {row["id"]: dict(row) for row in rows}
        return found

    def delete(self, table: Table, row_id: int) -> None:
        """Remove one row, after the rows that refer to it."""
        for child, column in _references_to(table):
            for child_id in find(self.connection, child, "id", **{column: row_id}).scalars().all():
                self._delete_reference(child, column, child_id)
        before = self._read(table, row_id)
        self.connection.execute(table.delete().where(table.c.id == row_id))
        self._remember(RowVerb.INSERT, table, row_id, before, before)

    def _delete_reference(self, child: Table, column: str, child_id: int) -> None:
        """Remove a row whose parent goes, or only its reference where it can live without."""
        if child.c[column].nullable:
            self.update(child, child_id, **{column: None})
        else:
            self.delete(child, child_id)

    def apply(self, operations: Iterable[RowOperation]) -> None:
        """Do the steps of an inverse; what takes them back in turn is remembered."""
        for (verb, name), steps in groupby(operations, key=lambda step: (step.verb, step.table)):
            table = tables.metadata.tables[name]
            if verb is RowVerb.INSERT:
                self._put_back(table, list(steps))
            elif verb is RowVerb.DELETE:
                self._take_out(table, [step.id for step in steps])
            else:
                for step in steps:
                    self.update(table, step.id, **step.values)

    def _put_back(self, table: Table, steps: list[RowOperation]) -> None:
        """Insert rows as they were, ids included, in one statement."""
        self.connection.execute(table.insert(), [dict(step.values) for step in steps])
        for step in steps:
            self._remember(RowVerb.DELETE, table, step.id, step.values)

    def _take_out(self, table: Table, ids: list[int]) -> None:
        """Delete rows that nothing refers to any more, some hundred at once.

        But what newer rules found in a text since is no change, so no inverse names it.
        """
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            if table is tables.article_version:
                found = tables.suggestion.c
                since = select(found.id).where(found.version_id.in_(some))
                self._take_out(tables.suggestion, list(self.connection.execute(since).scalars()))
            query = select(table).where(table.c.id.in_(some))
            rows = {row["id"]: dict(row) for row in self.connection.execute(query).mappings()}
            self.connection.execute(table.delete().where(table.c.id.in_(some)))
            for row_id in some:
                self._remember(RowVerb.INSERT, table, row_id, rows[row_id], rows[row_id])

    def _read(self, table: Table, row_id: int) -> dict[str, ColumnValue]:
        return dict(find(self.connection, table, id=row_id).mappings().one())

    def _remember(
        self,
        verb: RowVerb,
        table: Table,
        row_id: int,
        row: Row,
        undo: Row | None = None,
    ) -> None:
        self._steps.append(RowOperation(verb, table.name, row_id, dict(undo or {})))
        self.touched[table.name][row_id] = row


def _new_uuids(count: int) -> list[str]:
    """Return so many random UUIDs (RFC 9562, version 4); an import takes twenty for an article.

    One call of the system brings the bits of all, which takes a tenth of `uuid4` for each.
    """
    bits = os.urandom(_UUID * count).hex()
    each = (bits[at : at + 2 * _UUID] for at in range(0, len(bits), 2 * _UUID))
    return [f"{u[:12]}4{u[13:16]}{_VARIANTS[int(u[16], 16) % 4]}{u[17:]}" for u in each]


def _references_to(table: Table) -> list[tuple[Table, str]]:
    """Return every (table, column) whose foreign key leads to `table`."""
    return [
        (child, column.name)
        for child in tables.metadata.sorted_tables
        for column in child.columns
        if any(key.column.table is table for key in column.foreign_keys)
    ]


def to_json(operations: Sequence[RowOperation]) -> str:
    """Write an inverse down for the history."""
    steps = [[step.verb, step.table, step.id, dict(step.values)] for step in operations]
    return json.dumps(steps, ensure_ascii=False, separators=(",", ":"))


def from_json(document: str) -> tuple[RowOperation, ...]:
    """Read an inverse from the history."""
    steps: list[Any] = json.loads(document)
    return tuple(
        RowOperation(RowVerb(verb), table, row_id, values) for verb, table, row_id, values in steps
    )
