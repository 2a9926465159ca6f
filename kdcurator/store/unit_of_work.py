"""One change to a library: a transaction that is kept whole or not at all.

Owns the history: what was done, how it is taken back, what was taken back and can be done again.
Must not know what a change means.
"""

import json
import uuid
from functools import cache
from itertools import takewhile
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Delete, RowMapping, UnaryExpression, select

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import Change, ChangeId, ChangeKind
from kdcurator.domain.quote import QuoteId
from kdcurator.domain.tag import TagId
from kdcurator.store import outbox, tables
from kdcurator.store.lookup import insert_into
from kdcurator.store.rows import RowWriter, from_json, to_json

_history = tables.history


class UnitOfWork:
    """What one user action writes. `change` says afterwards what it came to."""

    def __init__(
        self,
        connection: Connection,
        kind: ChangeKind,
        *,
        now: str,
        program: str,
        originals: Path,
        batch: str | None = None,
    ) -> None:
        """Work inside `connection`'s transaction; `now` is the time of all its rows.

        `originals` is the folder of the files that its articles were read from.
        """
        self.connection = connection
        self.rows = RowWriter(connection)
        self.kind = kind
        self.now = now
        self.originals = originals
        self.details: dict[str, object] = {}
        self.change = Change(kind)
        self._program = program
        self._batch = batch

    def complete(self) -> None:
        """Write history and outbox; the transaction can be committed after this."""
        if not self.rows.inverse:
            self.change = self._summary(None)
            return
        self.connection.execute(_forget_undone())  # a new change clears redo
        entry = {
            "uuid": uuid.uuid4().hex,
            "kind": self.kind,
            "details": json.dumps(self.details, ensure_ascii=False),
            "inverse": to_json(self.rows.inverse),
            "is_undone": False,
            "batch": self._batch,
            "program": self._program,
            "created_at": self.now,
        }
        key = self.connection.execute(insert_into(_history), entry).inserted_primary_key
        self._finish(int(key[0]) if key else 0)

    def take_back(self, entry: RowMapping, *, is_undone: bool) -> None:
        """Apply a history entry's inverse and keep what does it again in its place."""
        self.details = json.loads(entry["details"])
        self.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        self.rows.apply(from_json(entry["inverse"]))
        values = {"inverse": to_json(self.rows.inverse), "is_undone": is_undone}
        where = _history.c.id == entry["id"]
        self.connection.execute(_history.update().where(where).values(values))
        self._finish(entry["id"])

    def _finish(self, history_id: int) -> None:
        outbox.write(self.connection, self.rows.touched)
        self.change = self._summary(ChangeId(history_id))

    def _summary(self, history_id: ChangeId | None) -> Change:
        touched = self.rows.touched
        tagged = {int(str(row["quote_id"])) for row in touched["quote_tag"].values()}
        return Change(
            self.kind,
            details=self.details,
            id=history_id,
            articles=frozenset(map(ArticleId, touched["article"])),
            quotes=frozenset(map(QuoteId, {*touched["quote"], *tagged})),
            tags=frozenset(map(TagId, touched["tag"])),
            inverse=self.rows.inverse,
        )


@cache
def _forget_undone() -> Delete:
    return _history.delete().where(_history.c.is_undone)


def next_to_undo(connection: Connection, at_most: int | None = None) -> list[RowMapping]:
    """Return the newest change that stands, with its batch, newest first; of it `at_most` entries.

    A batch reaches back to where somebody changed something else in between: a quote that was saved
    while articles came in stays until it is the newest itself, and its article with it.
    """
    return _next(connection, ~_history.c.is_undone, _history.c.id.desc(), at_most)


def next_to_redo(connection: Connection, at_most: int | None = None) -> list[RowMapping]:
    """Return the change that was taken back last, with its batch, oldest first."""
    return _next(connection, _history.c.is_undone, _history.c.id.asc(), at_most)


def _next(
    connection: Connection,
    state: ColumnElement[bool],
    order: UnaryExpression[int],
    at_most: int | None,
) -> list[RowMapping]:
    query = select(_history).where(state).order_by(order).limit(at_most)
    first = connection.execute(query.limit(1)).mappings().first()
    if first is None:
        return []
    if first["batch"] is None:
        return [first]
    with connection.execute(query) as rows:
        return list(takewhile(lambda row: row["batch"] == first["batch"], rows.mappings()))
