"""What a damaged database holds that is newer than the backup which came back in its place.

Owns what counts as proved: a text by its sum, a quote by its sum and by its place in a proved text;
what belongs to them (tags, speakers, stories) by being what its columns can hold. Taken over as one
change, so it can be undone. Ids are never used twice in one library, so rows keep theirs. Must not
know files.
"""

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.exc import IntegrityError

from kdcurator.domain.changes import RowVerb
from kdcurator.store import proof, tables
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.store.wreck import Row, Wreck

_article, _version = tables.article, tables.article_version
_quote, _segment = tables.quote, tables.segment
_NOT_TAKEN = {"setting", "history", "outbox"}
_PROVED_BY_SUMS = {"article_version", "segment"}
_PROVED_COLUMNS = {"id", "uuid", "text_sha256", "spans", "version_id", "article_id"}
"""What holds a quote's words and place, which stay as the backup proves them."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How much was taken over."""

    articles: int = 0
    quotes: int = 0
    edits: int = 0
    """Older rows whose columns were changed since, by the history in the damaged file."""
    articles_unproved: int = 0
    quotes_unproved: int = 0
    """Newer rows that were seen and could not be proved."""


def take_over(work: UnitOfWork, wreck: Wreck) -> Salvaged:
    """Add what `wreck` has, the library lacks, and sums prove."""
    return _Salvage(work, wreck).take_over()


class _Salvage:
    def __init__(self, work: UnitOfWork, wreck: Wreck) -> None:
        self._work = work
        taken = [table for table in tables.metadata.sorted_tables if table.name not in _NOT_TAKEN]
        self._tables = taken
        self._found = {table.name: wreck.rows(table) for table in taken}
        self._history = _newer_history(work, wreck)
        self._here = {table.name: self._uuids(table) for table in taken}
        self._proved: dict[str, set[int]] = {}
        self._added = Counter[str]()

    def _uuids(self, table: Table) -> dict[int, str]:
        rows = self._work.connection.execute(select(table.c.id, table.c.uuid))
        return {int(row_id): str(uuid) for row_id, uuid in rows}

    def take_over(self) -> Salvaged:
        self._prove_articles()
        self._prove_quotes()
        seen = {name: self._newer(name) for name in ("article", "quote")}
        for table in self._tables:
            for row_id in self._newer(table.name):
                self._take(table, row_id, self._found[table.name][row_id])
        edits = sum(self._edit(*edited) for edited in self._edited().items())
        articles, quotes = self._added["article"], self._added["quote"]
        return Salvaged(
            articles, quotes, edits, len(seen["article"]) - articles, len(seen["quote"]) - quotes
        )

    def _newer(self, name: str) -> list[int]:
        """Return the ids of rows that the library lacks."""
        here = self._here[name]
        known = set(here.values())
        found = self._found[name]
        return [i for i, row in found.items() if i not in here and row["uuid"] not in known]

    # What is proved

    def _prove_articles(self) -> None:
        versions = self._found["article_version"]
        self._proved["article_version"] = {i for i, row in versions.items() if _is_whole(row)}
        current = {
            (versions[i]["article_id"], versions[i]["number"])
            for i in self._proved["article_version"]
        }
        self._proved["article"] = {
            i
            for i, row in self._found["article"].items()
            if (i, row.get("version_number")) in current
        }

    def _prove_quotes(self) -> None:
        segments: defaultdict[object, list[Row]] = defaultdict(list)
        for row in self._found["segment"].values():
            segments[row["quote_id"]].append(row)
        proved = {i for i, row in self._found["quote"].items() if self._stands(row, segments[i])}
        self._proved["quote"] = proved
        self._proved["segment"] = {
            i for i, row in self._found["segment"].items() if row["quote_id"] in proved
        }

    def _stands(self, quote: Row, segments: list[Row]) -> bool:
        """Tell whether a quote has its words, and its article has them at its places."""
        version = self._found["article_version"].get(_number(quote["version_id"]), {})
        if not segments or not _is_whole(version):
            return False
        if any(list(proof.wrong_types(_segment, row)) for row in segments):
            return False
        segments.sort(key=lambda row: _number(row["position"]))
        text, words = str(version["text"]), [str(row["exact"]) for row in segments]
        places = [[_number(row["start"]), _number(row["end"])] for row in segments]
        return (
            _sum(" ".join(words)) == quote["text_sha256"]
            and [text[start:end] for start, end in places] == words
            and _json(quote["spans"]) == places
        )

    # Taken over

    def _take(self, table: Table, row_id: int, row: Row) -> None:
        proved = self._proved.get(table.name)
        if proved is not None and row_id not in proved:
            return
        values: dict[str, Any] = {c.name: row[c.name] for c in table.columns if c.name in row}
        if not _is_plausible(table, values) or not self._has_its_parents(table, values):
            return
        try:
            self._work.rows.insert(table, **values)
        except IntegrityError:  # its name or its place is taken by now
            return
        self._here[table.name][row_id] = str(values["uuid"])
        self._added[table.name] += 1

    def _edited(self) -> dict[tuple[str, int], set[str]]:
        """Return which columns of which rows were changed since, by the damaged file's history."""
        edited: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        for row in self._history:
            steps = _json(row["inverse"])
            for step in steps if isinstance(steps, list) else ():
                match step:
                    case [RowVerb.UPDATE, str(name), int(row_id), {**columns}]:
                        edited[name, row_id].update(map(str, columns))
        return edited

    def _edit(self, row: tuple[str, int], columns: set[str]) -> bool:
        """Give an older row what it had in the damaged file, in `columns`."""
        name, row_id = row
        found = self._found.get(name, {}).get(row_id)
        table = tables.metadata.tables.get(name)
        if found is None or table is None or name in _PROVED_BY_SUMS:
            return False
        is_same = found["uuid"] == self._here[name].get(row_id)
        if not (is_same and _is_plausible(table, found) and self._has_its_parents(table, found)):
            return False
        wanted = columns - _PROVED_COLUMNS
        values: dict[str, Any] = {c: found[c] for c in wanted if c in table.columns}
        try:
            return bool(values) and self._work.rows.update(table, row_id, **values)
        except IntegrityError:  # a name that another one bears by now
            return False

    def _has_its_parents(self, table: Table, values: Row) -> bool:
        """Tell whether the rows that one refers to are here and are the same ones."""
        for column in table.columns:
            for key in column.foreign_keys:
                parent, value = key.column.table.name, values.get(column.name)
                if value is None:
                    continue
                here = self._here[parent].get(_number(value))
                there = self._found[parent].get(_number(value), {}).get("uuid", here)
                if here is None or here != there:
                    return False
        return True


def _newer_history(work: UnitOfWork, wreck: Wreck) -> list[Row]:
    known = set(work.connection.execute(select(tables.history.c.uuid)).scalars())
    return [row for row in wreck.rows(tables.history).values() if row["uuid"] not in known]


def _is_whole(version: Row) -> bool:
    text = version.get("text")
    return (
        isinstance(text, str)
        and _sum(text) == version.get("text_sha256")
        and version.get("length") == len(text)
    )


def _is_plausible(table: Table, row: Mapping[str, object]) -> bool:
    """Tell whether a row could have been written by this program."""
    if set(row) != set(table.columns.keys()) or list(proof.wrong_types(table, row)):
        return False
    if not re.fullmatch("[0-9a-f]{32}", str(row["uuid"])):
        return False
    known = {name: choices for owner, name, choices in proof.CHOICES if owner is table}
    forms = {name: pattern for owner, name, pattern in proof.PATTERNS if owner is table}
    json_columns = [name for owner, name in proof.JSON if owner is table]
    return (
        all(row[name] is None or row[name] in list(words) for name, words in known.items())
        and all(
            row[name] is None or fnmatchcase(str(row[name]), pattern)
            for name, pattern in forms.items()
        )
        and all(_json(row[name]) is not None for name in json_columns)
    )


def _json(value: object) -> object:
    try:
        return json.loads(str(value))
    except ValueError:
        return None


def _number(value: object) -> int:
    return value if isinstance(value, int) else -1


def _sum(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
