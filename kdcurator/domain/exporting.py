"""What an export is made of.

Owns the choices of an export, the one row that every format starts from, and what comes of it.
Must not know formats.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kdcurator.domain.article import Article
from kdcurator.domain.quote import Quote, QuoteFilter


class Grouping(StrEnum):
    """What the headings of an exported document are."""

    TAG = "tag"
    SPEAKER = "speaker"
    ARTICLE = "article"


class CsvDialect(StrEnum):
    """For which program a table is written (CONTRACT.md, section 3)."""

    EXCEL_DA = "excel-da"
    EXCEL_EN = "excel-en"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be exported, where to and how."""

    path: Path
    wanted: QuoteFilter
    grouping: Grouping
    dialect: CsvDialect


@dataclass(frozen=True, slots=True)
class ExportedQuote:
    """A quote and the article it stands in, ready to be handed over."""

    quote: Quote
    article: Article


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written."""

    path: Path
    format: str
    quotes: int
    left_out: int = 0
    """Quotes that were wanted and are off the record."""
