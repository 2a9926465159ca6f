"""The proof that a library is what it was: layout, values, sums, offsets, SQLite's own checks.

Owns every check of stored data. Reads rows as they stand, never through the values of the domain,
which a damaged row cannot fill. Must not know how anything is mended, nor the index.
"""

import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Float,
    Table,
    func,
    inspect,
    select,
    text,
)
from sqlalchemy.exc import DatabaseError

from kdcurator.domain.article import Language, PartKind, TextType
from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.quote import Agreement, AnchorState, How, Origin, Status, Style
from kdcurator.domain.suggestion import SuggestionState
from kdcurator.store import tables
from kdcurator.store.engine import reader_engine

_article, _version = tables.article, tables.article_version
_quote, _segment = tables.quote, tables.segment

CHOICES: tuple[tuple[Table, str, type[StrEnum]], ...] = (
    (_article, "text_type", TextType),
    (_article, "language", Language),
    (tables.part, "kind", PartKind),
    (tables.suggestion, "style", Style),
    (tables.suggestion, "state", SuggestionState),
    (_quote, "style", Style),
    (_quote, "origin", Origin),
    (_quote, "anchor_state", AnchorState),
    (_quote, "status", Status),
    (_quote, "agreement", Agreement),
    (_quote, "how", How),
    (tables.history, "kind", ChangeKind),
)
"""Columns that hold one of a few words."""

_MOMENT = "[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].*Z"
_DAY = "[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]"
PATTERNS: tuple[tuple[Table, str, str], ...] = (
    (_article, "created_at", _MOMENT),
    (_article, "published_on", _DAY),
    (_version, "created_at", _MOMENT),
    (_quote, "created_at", _MOMENT),
    (tables.story, "deadline", _DAY),
)
"""Columns that hold times and dates, and how SQLite's GLOB recognises one."""

JSON = (
    (_article, "guessed"),
    (tables.suggestion, "segments"),
    (_quote, "spans"),
    (tables.history, "details"),
    (tables.history, "inverse"),
)
"""Columns that hold JSON."""


class ProblemCode(StrEnum):
    """What can be wrong with stored data."""

    DATABASE = "database_damaged"
    LAYOUT = "layout_damaged"
    REFERENCES = "reference_broken"
    VALUE = "value_damaged"
    VERSION_MISSING = "version_missing"
    ARTICLE_SUM = "article_altered"
    ARTICLE_LENGTH = "article_length_wrong"
    QUOTE_SUM = "quote_altered"
    QUOTE_PLACE = "quote_misplaced"
    ORIGINAL_MISSING = "original_missing"
    ORIGINAL_SUM = "original_altered"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong; `row_id` is the article, version or quote that it is about."""

    code: ProblemCode
    detail: str
    row_id: int | None = None
    is_repaired: bool = False


def find_problems(connection: Connection, originals: Path | None = None) -> Iterator[Problem]:
    """Yield everything that is wrong; a damaged layout alone, since nothing else can be read.

    Without the folder of the originals only the database is looked at.
    """
    with _bytes_for_damaged_text(connection):
        yield from _problems(connection, originals)


def find_damage(connection: Connection) -> Iterator[Problem]:
    """Yield what no row can be mended for: the file itself has to be replaced."""
    found = (*_database_problems(connection), *_layout_problems(connection))
    yield from (problem for problem in found if problem.code is not ProblemCode.REFERENCES)


def is_sound(database: Path) -> bool:
    """Tell whether nothing at all is wrong with a database; its originals are not looked at."""
    engine = reader_engine(database)
    try:
        with engine.begin() as connection:
            return next(find_problems(connection), None) is None
    except DatabaseError:
        return False
    finally:
        engine.dispose()


@contextmanager
def _bytes_for_damaged_text(connection: Connection) -> Iterator[None]:
    """Let bytes that are no text come as bytes; Python's sqlite3 would raise."""
    plain = connection.connection.driver_connection
    if not isinstance(plain, sqlite3.Connection):
        raise TypeError("a library is read by sqlite3")
    before, plain.text_factory = plain.text_factory, _text_or_bytes
    try:
        yield
    finally:
        plain.text_factory = before


def _text_or_bytes(value: bytes) -> str | bytes:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value


def _problems(connection: Connection, originals: Path | None) -> Iterator[Problem]:
    damaged = list(_database_problems(connection)) + list(_layout_problems(connection))
    yield from damaged
    if any(problem.code is ProblemCode.LAYOUT for problem in damaged):
        return
    yield from _value_problems(connection)
    yield from _article_problems(connection)
    yield from _quote_problems(connection)
    if originals is not None:
        yield from _original_problems(connection, originals)


def _database_problems(connection: Connection) -> Iterator[Problem]:
    for (message,) in connection.execute(text("PRAGMA integrity_check")):
        if message != "ok":
            yield Problem(ProblemCode.DATABASE, message)
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        detail = f"row {row[1]} of {row[0]} refers to a row of {row[2]} that is not there"
        yield Problem(ProblemCode.REFERENCES, detail)


def _layout_problems(connection: Connection) -> Iterator[Problem]:
    inspector = inspect(connection)
    there = set(inspector.get_table_names())
    for table in tables.metadata.sorted_tables:
        if table.name not in there:
            yield Problem(ProblemCode.LAYOUT, f"the table {table.name} is not there")
            continue
        columns = {column["name"] for column in inspector.get_columns(table.name)}
        for missing in sorted(set(table.columns.keys()) - columns):
            yield Problem(ProblemCode.LAYOUT, f"{table.name} has no column {missing}")


def _value_problems(connection: Connection) -> Iterator[Problem]:
    for table, name, choices in CHOICES:
        column = table.c[name]
        others = column.is_not(None) & column.not_in([str(choice) for choice in choices])
        yield from _wrong_values(connection, table, name, others)
    for table, name, pattern in PATTERNS:
        yield from _wrong_values(connection, table, name, func.glob(pattern, table.c[name]) == 0)
    for table, name in JSON:
        yield from _wrong_values(connection, table, name, func.json_valid(table.c[name]) == 0)
    for table in tables.metadata.sorted_tables:
        yield from _values_of_another_type(connection, table)


def _values_of_another_type(connection: Connection, table: Table) -> Iterator[Problem]:
    """Yield texts that are none and numbers that are none: SQLite keeps whatever stands there."""
    for row in connection.exec_driver_sql(f'SELECT * FROM "{table.name}"').mappings():  # noqa: S608
        for name in wrong_types(table, row):
            yield Problem(ProblemCode.VALUE, _value_detail(table, name, row["id"]))


def wrong_types(table: Table, row: Mapping[Any, object]) -> Iterator[str]:
    """Yield the columns of a row, as SQLite gives it, that hold what they cannot hold."""
    for column in table.columns:
        value = row[column.name]
        is_wrong = not isinstance(value, column.type.python_type)
        if is_wrong and not (value is None and column.nullable) and not _is_number(column, value):
            yield column.name


def _is_number(column: "Column[Any]", value: object) -> bool:
    """Tell whether a number is of the other kind than Python's: SQLite knows no flags."""
    return isinstance(column.type, Boolean | Float) and isinstance(value, int)


def _value_detail(table: Table, name: str, row_id: object) -> str:
    return f"{name} in row {row_id} of {table.name} is damaged"


def _wrong_values(
    connection: Connection, table: Table, name: str, wrong: ColumnElement[bool]
) -> Iterator[Problem]:
    for row_id in connection.execute(select(table.c.id).where(wrong)).scalars():
        yield Problem(ProblemCode.VALUE, _value_detail(table, name, row_id))


def _article_problems(connection: Connection) -> Iterator[Problem]:
    current = (_version.c.article_id == _article.c.id) & (
        _version.c.number == _article.c.version_number
    )
    missing = select(_article.c.id).outerjoin(_version, current).where(_version.c.id.is_(None))
    for article_id in connection.execute(missing).scalars():
        detail = f"article {article_id} has lost its text"
        yield Problem(ProblemCode.VERSION_MISSING, detail, article_id)
    for row in connection.execute(select(_version)).mappings():
        words, about = row["text"], f"article {row['article_id']}"
        if not isinstance(words, str) or _sum(words) != row["text_sha256"]:
            detail = f"the text of {about} is not the one that was imported"
            yield Problem(ProblemCode.ARTICLE_SUM, detail, row["id"])
        elif len(words) != row["length"]:
            detail = f"the length of {about} is noted wrongly"
            yield Problem(ProblemCode.ARTICLE_LENGTH, detail, row["id"])


def _quote_problems(connection: Connection) -> Iterator[Problem]:
    segments: defaultdict[int, list[tuple[int, int, object]]] = defaultdict(list)
    order = select(_segment).order_by(_segment.c.quote_id, _segment.c.position)
    for row in connection.execute(order).mappings():
        segments[row["quote_id"]].append((row["start"], row["end"], row["exact"]))
    misplaced = set(misplaced_quotes(connection))
    columns = (_quote.c.id, _quote.c.text_sha256, _quote.c.spans)
    for quote_id, expected, spans in connection.execute(select(*columns)):
        found = segments[quote_id]
        words = " ".join(str(exact) for _, _, exact in found)
        if not found or _sum(words) != expected:
            detail = f"the words of quote {quote_id} are not those that were saved"
            yield Problem(ProblemCode.QUOTE_SUM, detail, quote_id)
        if quote_id in misplaced or not _are_the_same(spans, found):
            detail = f"quote {quote_id} does not stand in its article where it says"
            yield Problem(ProblemCode.QUOTE_PLACE, detail, quote_id)


def _are_the_same(spans: object, segments: list[tuple[int, int, object]]) -> bool:
    """Tell whether the two places where a quote's spans are written agree."""
    try:
        return bool(json.loads(str(spans)) == [[start, end] for start, end, _ in segments])
    except ValueError:
        return False


def misplaced_quotes(connection: Connection) -> list[int]:
    """Return the quotes that do not equal their article at their offsets.

    SQLite cuts by code points as Python does, so no text leaves the database for this.
    """
    length = _segment.c.end - _segment.c.start
    there = func.substr(_version.c.text, _segment.c.start + 1, length)
    query = (
        select(_segment.c.quote_id)
        .distinct()
        .join(_quote, _quote.c.id == _segment.c.quote_id)
        .join(_version, _version.c.id == _quote.c.version_id)
        .where((there != _segment.c.exact) | (length <= 0))
    )
    return list(connection.execute(query).scalars())


def _original_problems(connection: Connection, originals: Path) -> Iterator[Problem]:
    query = select(_version.c.id, _version.c.article_id, _version.c.original_sha256)
    for row_id, article_id, expected in connection.execute(query):
        if expected is None:
            continue
        try:
            found = hashlib.sha256((originals / str(expected)).read_bytes()).hexdigest()
        except OSError:
            detail = f"the original file of article {article_id} is not in the library's folder"
            yield Problem(ProblemCode.ORIGINAL_MISSING, detail, row_id)
            continue
        if found != expected:
            detail = f"the original file of article {article_id} is not the one imported"
            yield Problem(ProblemCode.ORIGINAL_SUM, detail, row_id)


def _sum(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
