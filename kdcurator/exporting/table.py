"""Quotes as a table of comma-separated values.

Owns the columns, the three dialects (CONTRACT.md, section 3) and how several names share a cell.
Must not know which program reads the table beyond what its dialect says.

- `tags` and `used_in` hold names joined by "; ". A name with a semicolon, a double quote or a line
  break stands in double quotes with its own doubled, so that a cell reads back as one row of a
  semicolon-separated table with blanks skipped after the separator.
- `segments` is the JSON list [[start,end],…] in code points, end excluded.
- `anchor_state` says in words, in the language of the export, that a quote has moved, is unsure or
  is gone in a newer version of its article. It is a last column of tables that have such a quote;
  all others have the columns of the contract and no more.
- `created` is UTC in ISO 8601 with Z; unknown values are empty cells.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from kdcurator.domain.article import Language
from kdcurator.domain.exporting import CsvDialect, ExportedQuote
from kdcurator.domain.quote import Segment
from kdcurator.exporting.json_document import utc_text
from kdcurator.exporting.wording import Words, words_in

_Column = Callable[[ExportedQuote, Words], str | int | None]
_COLUMNS: tuple[tuple[str, _Column], ...] = (
    ("id", lambda row, _: row.quote.id),
    ("quote", lambda row, _: row.quote.text),
    ("speaker", lambda row, _: row.quote.speaker),
    ("role", lambda row, _: row.quote.role),
    ("organisation", lambda row, _: row.quote.organisation),
    ("municipality", lambda row, _: row.quote.municipality),
    ("said_to", lambda row, _: row.quote.said_to),
    ("tags", lambda row, _: names_in_one_cell(row.quote.tags)),
    ("status", lambda row, _: row.quote.status.value),
    ("used_in", lambda row, _: names_in_one_cell(row.quote.used_in)),
    ("note", lambda row, _: row.quote.note),
    ("article", lambda row, _: row.article.metadata.title),
    ("byline", lambda row, _: row.article.metadata.byline),
    ("publication", lambda row, _: row.article.metadata.publication),
    ("date", lambda row, _: _iso_date(row.article.metadata.published_on)),
    ("url", lambda row, _: row.article.metadata.url),
    ("start", lambda row, _: row.quote.segments[0].span.start),
    ("end", lambda row, _: row.quote.segments[-1].span.end),
    ("segments", lambda row, _: _offsets(row.quote.segments)),
    ("created", lambda row, _: utc_text(row.quote.created_at)),
)
_DOUBT: tuple[str, _Column] = (
    "anchor_state",
    lambda row, words: words.marks.get(row.quote.anchor_state),
)

HEADER = tuple(name for name, _ in _COLUMNS)
"""The names of the columns, the same in both languages."""

_COMMANDS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (CWE-1236)."""


@dataclass(frozen=True, slots=True)
class _Dialect:
    """How a table is spelled for one kind of reader."""

    delimiter: str
    byte_order_mark: bool
    is_guarded: bool
    """Whether cells that a spreadsheet would run are kept from it by an apostrophe."""


_DIALECTS = {
    CsvDialect.EXCEL_DA: _Dialect(";", byte_order_mark=True, is_guarded=True),
    CsvDialect.EXCEL_EN: _Dialect(",", byte_order_mark=True, is_guarded=True),
    CsvDialect.PLAIN: _Dialect(",", byte_order_mark=False, is_guarded=False),
}


def write_csv(
    target: BinaryIO,
    quotes: Iterable[ExportedQuote],
    dialect: CsvDialect = CsvDialect.EXCEL_DA,
    language: Language = Language.DANISH,
) -> None:
    """Write one row a quote, in the order given, below a row of column names."""
    spelling, words = _DIALECTS[dialect], words_in(language)
    encoding = "utf-8-sig" if spelling.byte_order_mark else "utf-8"
    text = io.TextIOWrapper(target, encoding=encoding, newline="", write_through=True)
    writer = csv.writer(text, delimiter=spelling.delimiter, lineterminator="\r\n")
    rows = list(quotes)
    is_doubted = any(row.quote.anchor_state in words.marks for row in rows)
    columns = (*_COLUMNS, _DOUBT) if is_doubted else _COLUMNS
    writer.writerow([name for name, _ in columns])
    for row in rows:
        cells = (column(row, words) for _, column in columns)
        writer.writerow([_guarded(cell) if spelling.is_guarded else cell for cell in cells])
    text.detach()  # the stream is the caller's to close


def names_in_one_cell(names: Iterable[str]) -> str | None:
    """Join names by "; " so that they can be told apart again; None when there is none."""
    return "; ".join(_name(name) for name in names) or None


def _name(name: str) -> str:
    """Quote a name that would otherwise not read back as one."""
    if not set(name) & set(';"\r\n') and name == name.strip():
        return name
    return '"{}"'.format(name.replace('"', '""'))


def _guarded(cell: str | int | None) -> str | int | None:
    """Keep a spreadsheet from taking a text for a formula."""
    if isinstance(cell, str) and cell.startswith(_COMMANDS):
        return f"'{cell}"
    return cell


def _iso_date(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _offsets(segments: Iterable[Segment]) -> str:
    spans = [[segment.span.start, segment.span.end] for segment in segments]
    return json.dumps(spans, separators=(",", ":"))
