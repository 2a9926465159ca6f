"""Finding: over the whole library as one types, and inside the open article.

Owns what a hit leads to. Must not know how a search works or how hits look.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import CuratorError
from kdcurator.domain.open_article import OpenArticle
from kdcurator.domain.quote import QuoteId
from kdcurator.domain.searching import Answer, Hit, HitKind, Question
from kdcurator.domain.target import Kept
from kdcurator.gui.bus import Level
from kdcurator.gui.desk import Desk, quote_in
from kdcurator.gui.dialogs.find_bar import FindBar
from kdcurator.gui.handlers.found import FoundWords
from kdcurator.gui.models.hits import asks_for_more_like, is_about_a_quote
from kdcurator.gui.translation import sentence_for

if TYPE_CHECKING:
    from kdcurator.services.whereabouts import Whereabouts

_HITS = 50

_PATIENCE = 1_000
"""Milliseconds after which a search that still goes on is told."""


class Searching(QObject):
    """Searches and goes where something was found."""

    def __init__(self, desk: Desk, find_bar: FindBar, found: FoundWords) -> None:
        """Search the desk's library; `find_bar` is for the open article."""
        super().__init__(desk)
        self._desk = desk
        self._find_bar = find_bar
        self._found = found
        self._asked = self._sought = ""
        self._is_partial = False
        desk.finder.answered.connect(self._show_answer)
        desk.finder.completed.connect(desk.panes.search.show_completions)
        desk.finder.counted.connect(desk.panes.search.show_counts)
        desk.finder.failed.connect(self._tell_failed)
        desk.finder.stopped.connect(self._stop_waiting)
        desk.indexer.rested.connect(self._ask_again)
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._waiting.timeout.connect(self._tell_waiting)

    def search(self) -> None:
        """Put the caret into the search field."""
        self._desk.panes.search.focus_field()

    def alike(self) -> None:
        """Show the quotes of other articles that are like the one in hand."""
        kept = [target for target in self._desk.targets()[:1] if isinstance(target, Kept)]
        if kept:
            self._desk.panes.search.ask_for(asks_for_more_like(kept[0].id))
        else:
            self._desk.hint(self.tr("No saved quote is in hand: Enter saves this one first."))

    def narrow(self) -> None:
        """Give the keys to what the hits can be narrowed to."""
        self._desk.panes.search.focus_facets()

    def next_found(self) -> None:
        """Go to the next of the words that are marked."""
        self._found.step(backwards=False)

    def previous_found(self) -> None:
        """Go to the one before."""
        self._found.step(backwards=True)

    def filter_list(self) -> None:
        """Let the user say which articles the list shows."""
        self._desk.panes.articles.edit_filter()

    def ask(self, query: str) -> None:
        """Show what is found for a query."""
        self._asked = self._sought = "" if is_about_a_quote(query) else query
        self._desk.indexer.disturb()
        if query:
            self._waiting.start()
            self._desk.finder.ask(Question(query, limit=_HITS, is_begun=True))

    def _tell_waiting(self) -> None:
        """Say that a search takes long."""
        finder = self._desk.finder
        self._desk.running.tell("search", self.tr("Searching"), finder.stop)

    def _stop_waiting(self) -> None:
        self._waiting.stop()
        self._desk.running.end("search")

    def _show_answer(self, answer: Answer) -> None:
        self._stop_waiting()
        if answer.query == self._asked:
            self._sought = answer.asked
            self._is_partial = answer.is_partial
        self._desk.panes.search.show_answer(answer)

    def _ask_again(self) -> None:
        """Show all that is found, where the answer on the screen lacked the index."""
        query = self._desk.panes.search.query()
        if self._is_partial and query:
            self._is_partial = False
            self.ask(query)

    def rebuild_index(self) -> None:
        """Make the search index anew."""
        self._desk.indexer.make_anew()

    def cancel_index(self) -> None:
        """Stop making the search index."""
        if self._desk.indexer.is_making:
            self._desk.stop_indexing()
        else:
            self._desk.hint(self.tr("Search is not being made ready."))

    def _tell_failed(self, error: CuratorError) -> None:
        self._desk.bus.tell(sentence_for(error), Level.WARNING)

    def open_hit(self, hit: Hit) -> None:
        """Go to the place that was found; Alt+Left leads back."""
        if not self._desk.jump(ArticleId(hit.article_id)):
            return
        self._desk.text_wanted.emit()
        if hit.kind is HitKind.QUOTE:
            self._go_to_quote(QuoteId(hit.id), self._sought)
        else:
            self._go_to_words()

    def open_quote(self, quote_id: QuoteId) -> None:
        """Go to a saved quote, wherever it stands."""
        for quote in self._desk.curator.quotes.with_ids([quote_id]):
            if self._desk.jump(quote.article_id):
                self._desk.text_wanted.emit()
                self._go_to_quote(quote.id)

    def find(self) -> None:
        """Find words in the open article."""
        if self._desk.current() is not None:
            self._find_bar.ask()

    def _go_to_quote(self, quote_id: QuoteId, sought: str = "") -> None:
        opened = self._desk.current()
        quote = quote_in(opened, quote_id) if opened else None
        if opened is not None and quote is not None and quote.stands_in(opened.article.version_id):
            first, last = quote.segments[0].span, quote.segments[-1].span
            words = _whereabouts(sought, opened).forms if sought else ()
            self._desk.panes.reader.go_to(first.start, last.end, words)

    def _go_to_words(self) -> None:
        """Go to the passage that the hit showed."""
        opened = self._desk.current()
        if opened is None:
            return
        found = _whereabouts(self._sought, opened)
        if found.first is None:
            self._desk.panes.reader.clear_found()
        else:
            self._desk.panes.reader.go_to(found.first.start, found.first.end, found.forms)


def _whereabouts(query: str, opened: OpenArticle) -> "Whereabouts":
    """Find where to go; what that takes is imported at the first jump, not at the start."""
    from kdcurator.services.whereabouts import whereabouts

    language = opened.article.metadata.language
    return whereabouts(query, opened.text, language or "")
