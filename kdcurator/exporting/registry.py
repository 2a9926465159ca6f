"""Which formats there are, chosen by the ending of a file's name.

Owns the table of formats and what each needs to know. Must not know how any of them is written.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kdcurator.domain.article import Language
from kdcurator.domain.errors import UnknownFormat
from kdcurator.domain.exporting import CsvDialect, ExportedQuote, Grouping
from kdcurator.exporting.files import replace_file
from kdcurator.exporting.json_document import write_json
from kdcurator.exporting.layout import place
from kdcurator.exporting.table import write_csv


@dataclass(frozen=True, slots=True)
class Handover:
    """Quotes to be handed over, and how; each format reads what concerns it."""

    quotes: Sequence[ExportedQuote]
    made_on: date
    """Today where the user is; a document prints it."""
    grouping: Grouping = Grouping.TAG
    language: Language = Language.DANISH
    dialect: CsvDialect = CsvDialect.EXCEL_DA


@dataclass(frozen=True, slots=True)
class Format:
    """A format that quotes are exported in."""

    name: str
    """As the command line prints it: the ending without its dot."""
    write: Callable[[BinaryIO, Handover], None]

    @property
    def ending(self) -> str:
        """The ending of file names."""
        return f".{self.name}"


def format_of(target: Path) -> Format:
    """Return the format that a file's name ends in; raises UnknownFormat."""
    ending = target.suffix.casefold()
    for known in FORMATS:
        if known.ending == ending:
            return known
    known_endings = ", ".join(known.ending for known in FORMATS)
    raise UnknownFormat(ending=target.suffix or target.name, known=known_endings)


def export(target: Path, handover: Handover) -> Format:
    """Write quotes to a file whole or not at all, in the format that its name ends in.

    Raises UnknownFormat, CannotWrite, DiskFull and UnwritableCharacter.
    """
    chosen = format_of(target)
    replace_file(target, lambda stream: chosen.write(stream, handover))
    return chosen


def _docx(target: BinaryIO, handover: Handover) -> None:
    """Write a Word document; python-docx is imported when the first one is."""
    from kdcurator.exporting.docx import write_docx

    write_docx(
        target,
        handover.quotes,
        handover.grouping,
        handover.language,
        made_on=handover.made_on,
    )


def _csv(target: BinaryIO, handover: Handover) -> None:
    write_csv(target, sorted(handover.quotes, key=place), handover.dialect, handover.language)


def _json(target: BinaryIO, handover: Handover) -> None:
    write_json(target, sorted(handover.quotes, key=place))


FORMATS = (Format("docx", _docx), Format("csv", _csv), Format("json", _json))
"""In the order in which a user is told of them."""
