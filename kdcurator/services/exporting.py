"""Handing quotes over: chosen, proved verbatim, written whole or not at all.

Owns which quotes an export holds, the proof before it and that agreements with sources are kept.
Must not know formats.
"""

from pathlib import Path

from kdcurator.domain.article import Language
from kdcurator.domain.errors import QT_TRANSLATE_NOOP, LibraryDamaged, QuoteNotVerbatim
from kdcurator.domain.exporting import CsvDialect, Exported, ExportedQuote, Grouping
from kdcurator.domain.quote import Quote, QuoteFilter
from kdcurator.exporting.files import forget_unfinished
from kdcurator.exporting.registry import Handover, export
from kdcurator.services.discretion import known_names, that_may_leave
from kdcurator.store import articles, people, proof, quotes
from kdcurator.store.library import Library

_NO_ARTICLE = QT_TRANSLATE_NOOP("errors", "a quote has lost its article")


class ExportService:
    """Writes quotes to files."""

    def __init__(self, library: Library, language: Language) -> None:
        """Export from `library`; the words around the quotes are in `language`."""
        self._library = library
        self._language = language

    def export(
        self,
        target: Path,
        wanted: QuoteFilter,
        *,
        grouping: Grouping = Grouping.TAG,
        dialect: CsvDialect = CsvDialect.EXCEL_DA,
    ) -> Exported:
        """Write the wanted quotes to `target`, in the format that its ending says.

        Those off the record are left out, and nobody is named who must not be.

        Raises:
            UnknownFormat: the ending says none.
            QuoteNotVerbatim: a quote and its article differ; nothing is written.
            CannotWrite, DiskFull: the file cannot be written; one that was there is untouched.
        """
        found = self.gather(wanted)
        with self._library.read() as connection:
            rows = that_may_leave(found, known_names(people.list_people(connection)))
        handover = Handover(
            rows, self._library.now().astimezone().date(), grouping, self._language, dialect
        )
        chosen = export(target, handover)
        return Exported(target, chosen.name, len(rows), len(found) - len(rows))

    def writer_ended(self, target: Path, process: int) -> None:
        """Tidy up after a process that was writing to `target` and may have been killed."""
        forget_unfinished(target, process)

    def gather(self, wanted: QuoteFilter) -> list[ExportedQuote]:
        """Return the wanted quotes with their articles, each proved to stand there verbatim.

        Raises:
            LibraryDamaged: the article of one is gone.
            QuoteNotVerbatim: one and its article differ.
        """
        with self._library.read() as connection:
            found = quotes.list_quotes(connection, wanted)
            _prove(found, set(proof.misplaced_quotes(connection)))
            article_ids = sorted({quote.article_id for quote in found})
            known = {a.id: a for a in articles.list_articles(connection, article_ids)}
        if len(known) < len(article_ids):
            raise LibraryDamaged(path=self._library.database, reason=_NO_ARTICLE)
        return [ExportedQuote(quote, known[quote.article_id]) for quote in found]


def _prove(found: list[Quote], misplaced: set[int]) -> None:
    for quote in found:
        if quote.id in misplaced:
            raise QuoteNotVerbatim(id=quote.id)
