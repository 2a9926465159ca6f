"""Finding: over the whole library as one types, and inside the open article.

Owns what a hit leads to. Must not know how a search works or how hits look.
"""

from PySide6.QtCore import QObject

from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteId
from kdcurator.domain.searching import Hit, HitKind
from kdcurator.gui.desk import Desk, quote_in
from kdcurator.gui.dialogs.find_bar import FindBar
from kdcurator.gui.models.hits import words_asked_for

_HITS = 50


class Searching(QObject):
    """Searches and goes where something was found."""

    def __init__(self, desk: Desk, find_bar: FindBar) -> None:
        """Search the desk's library; `find_bar` is for the open article."""
        super().__init__(desk)
        self._desk = desk
        self._find_bar = find_bar
        self._asked = ""

    def search(self) -> None:
        """Put the caret into the search field."""
        self._desk.panes.search.focus_field()

    def ask(self, query: str) -> None:
        """Show what is found for a query."""
        self._asked = query
        if query:
            self._desk.later.run("search", self._answer, after=0)

    def _answer(self) -> None:
        query = self._asked
        kinds = [HitKind.ARTICLE, HitKind.QUOTE]
        found = self._desk.run(lambda: self._desk.curator.searching.search(query, kinds, _HITS))
        if found is not None and query == self._asked:
            self._desk.panes.search.show_answer(found)

    def open_hit(self, hit: Hit) -> None:
        """Go to the place that was found; Alt+Left leads back."""
        if not self._desk.jump(ArticleId(hit.article_id)):
            return
        if hit.kind is HitKind.QUOTE:
            self._go_to_quote(QuoteId(hit.id))
        else:
            self._go_to_words(words_asked_for(self._asked))
        self._desk.panes.reader.setFocus()

    def open_quote(self, quote_id: QuoteId) -> None:
        """Go to a saved quote, wherever it stands."""
        for quote in self._desk.curator.quotes.with_ids([quote_id]):
            if self._desk.jump(quote.article_id):
                self._go_to_quote(quote.id)
                self._desk.panes.reader.setFocus()

    def find(self) -> None:
        """Find words in the open article."""
        if self._desk.current() is not None:
            self._find_bar.ask()

    def _go_to_quote(self, quote_id: QuoteId) -> None:
        opened = self._desk.current()
        quote = quote_in(opened, quote_id) if opened else None
        if quote is not None and quote.segments:
            first, last = quote.segments[0].span, quote.segments[-1].span
            self._desk.panes.reader.go_to(first.start, last.end, words_asked_for(self._asked))

    def _go_to_words(self, words: list[str]) -> None:
        """Go to the first of the words, by their stems' beginnings when they are inflected."""
        opened = self._desk.current()
        if opened is None or not words:
            return
        text = opened.text.casefold()
        for word in words:
            for length in range(len(word), max(2, len(word) - 4), -1):
                start = text.find(word[:length])
                if start >= 0 and len(text) == len(opened.text):
                    self._desk.panes.reader.go_to(start, start + length, words)
                    return
