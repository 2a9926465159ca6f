"""What an export is made of.

Owns the choices of an export and the one row that every format starts from. Must not know formats.
"""

from dataclasses import dataclass
from enum import StrEnum

from kdcurator.domain.article import Article
from kdcurator.domain.quote import Quote


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
class ExportedQuote:
    """A quote and the article it stands in, ready to be handed over."""

    quote: Quote
    article: Article
