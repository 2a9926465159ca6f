"""Quotes in a newer version of their article: shown one by one, decided on, placed anew.

Owns what these keys ask and say, and the way from the page into the text and back. Must not know
how a place is found, nor how two versions look.
"""

from collections.abc import Callable, Collection
from typing import Final

from PySide6.QtCore import QObject

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import Change
from kdcurator.domain.comparison import Comparison
from kdcurator.domain.errors import CuratorError
from kdcurator.domain.quote import Quote, QuoteId
from kdcurator.domain.target import Selected, Suggested, Target
from kdcurator.gui import messages
from kdcurator.gui.bus import Message
from kdcurator.gui.comparing import ComparingVersions
from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.deciding_page import DecidingPage
from kdcurator.gui.models.decisions import left
from kdcurator.gui.models.wording import article_title, beginning
from kdcurator.gui.panes.standing_line import StandingLine
from kdcurator.gui.translation import sentence_for

_LATER: Final = "standing"
"""The job that counts what there is to decide in the open article."""
_LEFT: Final = "left to decide"


class Deciding(QObject):
    """Asks about quotes whose place is not sure."""

    def __init__(
        self, desk: Desk, page: DecidingPage, line: StandingLine, retrace: Callable[[str], None]
    ) -> None:
        """Act on the desk; `retrace` does undo or redo by name."""
        super().__init__(desk)
        self._desk = desk
        self._page = page
        self._line = line
        self.comparing = ComparingVersions(desk.curator, self)
        self.comparing.compared.connect(self._show_comparison)
        self.comparing.failed.connect(self._show_trouble)
        self._scope: Collection[ArticleId] | None = None
        """The articles whose quotes are shown; None for all."""
        self._placed: Quote | None = None
        self._changed: frozenset[QuoteId] = frozenset()
        page.in_hand.connect(lambda quote: self.comparing.ask(quote.id))
        page.accepted.connect(self._accept)
        page.gone.connect(self._mark_gone)
        page.placing.connect(self._choose)
        page.retraced.connect(retrace)
        page.closed.connect(self._close_page)
        line.asked.connect(self.decide)
        line.placed.connect(lambda: self._place(desk.target()))
        line.left.connect(self.give_up)
        desk.bus.changed.connect(self._show_anew)
        desk.bus.message.connect(self._tell_on_page)
        desk.state_changed.connect(self._show_line)

    @property
    def is_busy(self) -> bool:
        """Tell whether a quote is being compared."""
        return self.comparing.is_busy

    @property
    def is_choosing(self) -> bool:
        """Tell whether the user chooses where a quote stands."""
        return self._placed is not None

    def close(self) -> None:
        """End what runs."""
        self.comparing.close()

    # Asked

    def decide(self) -> None:
        """Show the quotes of the open article; where none is left, those of all articles."""
        opened = self._desk.current()
        scope = None if opened is None else {opened.article.id}
        is_any = scope is not None and self._listed(scope)
        self._ask(scope if is_any else None)

    def decide_all(self) -> None:
        """Show the quotes of all articles."""
        self._ask(None)

    def decide_on(self, articles: Collection[ArticleId]) -> None:
        """Show the quotes of articles that came again."""
        self._ask(articles)

    def _ask(self, scope: Collection[ArticleId] | None, quote_id: QuoteId | None = None) -> None:
        if self._desk.is_read_only:
            self._desk.hint(self.tr("Read only – the library is open in another window"))
            return
        self._scope = scope
        found = self._listed(scope)
        rows = [row for row, quote in enumerate(found) if quote.id == quote_id]
        row = rows[0] if rows else min(self._page.row if quote_id else 0, max(0, len(found) - 1))
        titles = {a.id: article_title(a) for a in self._desk.curator.articles.list_articles()}
        self._page.ask(found, titles, self._desk.curator.library.now(), row)

    def _listed(self, scope: Collection[ArticleId] | None) -> list[Quote]:
        """Return the quotes of some articles, or all, whose place is not sure."""
        deciding = self._desk.curator.deciding
        only = next(iter(scope)) if scope is not None and len(scope) == 1 else None
        found = self._desk.runner.run(lambda: deciding.list_unsettled(only)) or []
        return [quote for quote in found if scope is None or quote.article_id in scope]

    # Shown

    def _show_comparison(self, quote_id: QuoteId, found: Comparison) -> None:
        if self._is_in_hand(quote_id):
            self._page.show_comparison(found)

    def _show_trouble(self, quote_id: QuoteId, error: CuratorError) -> None:
        if self._is_in_hand(quote_id):
            self._page.show_trouble(sentence_for(error))

    def _is_in_hand(self, quote_id: QuoteId) -> bool:
        quote = self._page.quote_in_hand()
        return self._page.is_open and quote is not None and quote.id == quote_id

    def _tell_on_page(self, message: Message) -> None:
        """Say on the page too what the foot line says: the page lies over it."""
        if self._page.is_open:
            self._page.tell(message.text)

    def _show_anew(self, change: Change, _initiator: object = None) -> None:
        """Show what is left after a change, once the text below is shown anew."""
        self.comparing.forget()
        if self._page.is_open:
            self._page.wait()
            self._changed |= change.quotes
            self._desk.later.run(_LEFT, self._show_left)

    def _show_left(self) -> None:
        """Show what is left; what came back by an undo is in hand again."""
        changed, self._changed = self._changed, frozenset()
        if not self._page.is_open:
            return
        before = {quote.id for quote in self._page.quotes()}
        self._page.set_quotes(self._listed(self._scope))
        for quote_id in [one for one in changed if one not in before][:1]:
            self._page.take(quote_id)

    def _close_page(self) -> None:
        self.comparing.close()

    def _show_line(self) -> None:
        """Say over the article how many of its quotes are not sure, when there is time."""
        self._desk.later.run(_LATER, self._count)

    def _count(self) -> None:
        if self._placed is not None:
            return
        opened = self._desk.current()
        quotes = opened.quotes if opened else ()
        version = opened.article.version_id if opened else None
        unsure = [q for q in quotes if q.is_to_decide or (version and not q.stands_in(version))]
        self._line.show_count(left(unsure))

    # Decided

    def _accept(self, found: Comparison) -> None:
        deciding = self._desk.curator.deciding
        self._tell(self._desk.run(lambda: deciding.accept(found.quote_id, found.places)))

    def _mark_gone(self, quote: Quote) -> None:
        deciding = self._desk.curator.deciding
        self._tell(self._desk.run(lambda: deciding.mark_gone(quote.id)))

    def _tell(self, change: Change | None) -> None:
        if change is not None and change.id is not None:
            self._desk.bus.tell(messages.done(change), undo_key=True)

    # Placed anew

    def _choose(self, quote: Quote, found: Comparison | None) -> None:
        """Let the user mark in the text where a quote stands; Enter takes what is in hand."""
        self._page.leave()
        self._placed = quote
        self._desk.placing = self._place
        if self._desk.jump(quote.article_id):
            self._desk.panes.reader.put_in_hand(None)
            if found is not None and found.places:
                self._desk.panes.reader.go_to(found.places[0].start, found.places[-1].end)
        self._line.show_choice(beginning(quote.text))

    def _place(self, target: Target | None) -> None:
        """Have the quote stand at what is in hand, and go on with the next one."""
        quote, deciding = self._placed, self._desk.curator.deciding
        if quote is None:
            return
        if not isinstance(target, Selected | Suggested):
            self._desk.hint(
                self.tr("Mark the words first: S takes a sentence, Shift with the arrows words.")
            )
            return
        change = self._desk.run(lambda: deciding.place(quote.id, target))
        if change is not None:
            self._desk.panes.reader.clear_selection()
            self._end_choice()
            self._ask(self._scope, quote.id)
            self._tell(change)

    def give_up(self) -> None:
        """Leave a quote as it is and go back to the page."""
        quote = self._placed
        self._end_choice()
        if quote is not None:
            self._ask(self._scope, quote.id)

    def _end_choice(self) -> None:
        self._placed = None
        self._desk.placing = None
        self._count()
