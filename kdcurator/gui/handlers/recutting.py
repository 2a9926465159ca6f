"""Boundaries: moved by words and sentences, a quote split in two, two joined.

Owns what comes in hand after each, and what is said. Must not know keys.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kdcurator.domain.quote import QuoteId
from kdcurator.domain.target import Kept, Selected
from kdcurator.gui import messages
from kdcurator.gui.desk import Desk
from kdcurator.gui.handlers.taking import Taking
from kdcurator.services.taking import Taken


class Recutting(QObject):
    """Cuts what is in hand anew; a suggestion becomes a saved quote with that."""

    def __init__(self, desk: Desk, taking: Taking) -> None:
        """Act on the desk; `taking` says when nothing is in hand."""
        super().__init__(desk)
        self._desk = desk
        self._taking = taking

    def split(self) -> None:
        """Part the quote at the caret; the second one comes in hand."""
        reader = self._desk.panes.reader
        target, at = reader.to_split()
        if target is None:
            self._taking.has([])
            return
        taken = self._cut(lambda: self._desk.curator.taking.split(target, at))
        if taken is not None:
            reader.clear_selection()
            reader.put_quote_in_hand(taken.ids[-1])
            self._note(taken)

    def join(self) -> None:
        """Make one quote of what is in hand and the next one in the text."""
        target = self._desk.target()
        if target is None:
            self._taking.has([])
            return
        taken = self._cut(lambda: self._desk.curator.taking.join(target))
        if taken is not None:
            self._desk.panes.reader.clear_selection()
            self._keep_in_hand(taken.ids[0])
            self._note(taken)

    def extend(self) -> None:
        """Extend what is in hand by a sentence; with nothing in hand select the one here."""
        if self._desk.target() is None:
            self._desk.panes.reader.select_sentence()
        else:
            self._move(of_end=True, by=1, by_sentence=True)

    def shorten(self) -> None:
        """Take the last sentence off what is in hand."""
        self._move(of_end=True, by=-1, by_sentence=True)

    def move_start_by_sentence(self, by: int) -> None:
        """Move the start of what is in hand by sentences."""
        self._move(of_end=False, by=by, by_sentence=True)

    def move_end(self, by: int) -> None:
        """Move the end of what is in hand by words."""
        self._move(of_end=True, by=by)

    def move_start(self, by: int) -> None:
        """Move the start of what is in hand by words."""
        self._move(of_end=False, by=by)

    def _move(self, *, of_end: bool, by: int, by_sentence: bool = False) -> None:
        reader, target = self._desk.panes.reader, self._desk.target()
        if target is None:
            self._taking.has([])
            return
        places = reader.moved(of_end=of_end, by=by, by_sentence=by_sentence)
        if places is None:
            self._desk.hint(self.tr("The boundary cannot be moved further."))
        elif isinstance(target, Selected):
            reader.select(places)
        else:
            taken = self._cut(lambda: self._desk.curator.taking.move(target, places))
            if taken is not None:
                self._keep_in_hand(taken.ids[0])

    def _cut(self, act: Callable[[], Taken]) -> Taken | None:
        """Cut, and say so; None when it was refused."""
        taken = self._desk.run(act)
        if taken is None or taken.change.id is None:
            return None
        self._desk.last_saved = taken.ids[-1]
        self._desk.bus.tell(messages.done(taken.change), undo_key=True)
        return taken

    def _keep_in_hand(self, quote_id: QuoteId) -> None:
        """Have a quote in hand still when its start went past the caret."""
        if self._desk.target() != Kept(quote_id):
            self._desk.panes.reader.put_quote_in_hand(quote_id)

    def _note(self, taken: Taken) -> None:
        """Say beside the text what was done."""
        undo = self._desk.keymap.label("undo")
        self._desk.panes.reader.show_note(taken.ids[-1], messages.note(taken.change), undo)
