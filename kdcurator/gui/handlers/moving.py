"""Moving about: articles, suggestions, sentences, panes, back and forward.

Owns where each step leads and what is said at the ends. Must not know keys.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kdcurator.domain.article import ArticleId
from kdcurator.domain.suggestion import OpenSuggestion
from kdcurator.gui.desk import Desk, Hand
from kdcurator.gui.handlers.found import FoundWords
from kdcurator.gui.jumps import Jumps, Place
from kdcurator.gui.pane_row import PaneRow


class Moving(QObject):
    """Goes from one thing to the next."""

    def __init__(
        self, desk: Desk, panes: PaneRow, home: Callable[[], None], found: FoundWords
    ) -> None:
        """Move over the desk; `panes` are those of F6, `home` leads one step out."""
        super().__init__(desk)
        self._desk = desk
        self._panes = panes
        self._home = home
        self._found = found

    # Articles and suggestions

    def next_article(self) -> None:
        """Open the next article in the list."""
        self._desk.panes.articles.next()

    def previous_article(self) -> None:
        """Open the previous article in the list."""
        self._desk.panes.articles.previous()

    def next_suggestion(self) -> None:
        """Take the next suggestion in hand, in the next article that has one past the last.

        From where a search has led, go through the words that it found first.
        """
        if self._found.go_on(backwards=False):
            return
        if not self._desk.panes.reader.next_suggestion():
            self._cross(self._desk.panes.articles.next_with_suggestions(wrap=True), Hand.FIRST)

    def previous_suggestion(self) -> None:
        """Take the previous suggestion in hand, in the article before that has one."""
        if self._found.go_on(backwards=True):
            return
        if not self._desk.panes.reader.previous_suggestion():
            found = self._desk.panes.articles.previous_with_suggestions(wrap=True)
            self._cross(found, Hand.LAST)

    def go_on_from(self, settled: OpenSuggestion) -> None:
        """Take the suggestion after one that was just settled."""
        opened = self._desk.current()
        place = settled.quote.segments[0]
        later = opened.suggestions if opened else ()
        after = next((s for s in later if s.quote.segments[0] > place), None)
        if after is None:
            self._cross(self._desk.panes.articles.next_with_suggestions(wrap=True), Hand.FIRST)
        else:
            self._desk.panes.reader.put_in_hand(after.id)

    def tell_all_done(self) -> None:
        """Say that the article has no open suggestion left, and where one is."""
        left = self._desk.articles_with_suggestions()
        done = self.tr("All suggestions are gone through.")
        if left:
            on = self.tr("N: next article with suggestions ({n} left)").format(n=left)
            self._desk.bus.tell(f"{done} {on}")
        else:
            none_left = self.tr("No article has any left.")
            self._desk.bus.tell(f"{done} {none_left}")

    def _cross(self, found: ArticleId | None, hand: Hand) -> None:
        opened = self._desk.current()
        if found is None:
            if opened is not None and opened.suggestions:
                edge = 0 if hand is Hand.FIRST else -1
                self._desk.panes.reader.put_in_hand(opened.suggestions[edge].id)
            else:
                self._desk.bus.tell(self.tr("No article has open suggestions."))
        else:
            self._desk.open(found, hand)

    # Sentences and overlaps

    def sentence(self) -> None:
        """Select the sentence at the caret, or the next one."""
        self._desk.panes.reader.select_sentence()

    def overlapping(self) -> None:
        """Take the next of the quotes that overlap here."""
        self._desk.panes.reader.next_overlapping()

    # Back and forward

    def back(self) -> None:
        """Return to where the last jump began."""
        self._return(self._desk.jumps, Jumps.back)

    def forward(self) -> None:
        """Undo going back."""
        self._return(self._desk.jumps, Jumps.forward)

    def _return(self, jumps: Jumps, step: Callable[[Jumps, Place | None], Place | None]) -> None:
        place = step(jumps, self._desk.here())
        if place is None:
            self._desk.hint(self.tr("There is no place to go to."))
        elif self._desk.go_back_to(place):
            self._desk.text_wanted.emit()

    # Panes

    def next_pane(self) -> None:
        """Move the focus to the next pane."""
        self._panes.step(1)

    def previous_pane(self) -> None:
        """Move the focus to the previous pane."""
        self._panes.step(-1)

    def step_out(self) -> None:
        """Go one step out, at last into the reader."""
        self._home()
