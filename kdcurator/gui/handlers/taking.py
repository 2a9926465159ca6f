"""Taking what is in hand or chosen: saved, dismissed, removed, and what follows each.

Owns what happens after every taking: the note beside the text, the quote that `+` adds to, the next
suggestion when the user wants it by itself. Must not know keys or tags.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import Change
from kdcurator.domain.suggestion import OpenSuggestion
from kdcurator.domain.target import Kept, Selected, Suggested, Target
from kdcurator.gui import messages
from kdcurator.gui.desk import Desk, quote_in
from kdcurator.gui.handlers.moving import Moving
from kdcurator.services.taking import Taken


class Taking(QObject):
    """Acts on selection, suggestion, saved quote, and on rows chosen in lists."""

    def __init__(self, desk: Desk, moving: Moving) -> None:
        """Act on the desk; `moving` goes on to the next suggestion."""
        super().__init__(desk)
        self._desk = desk
        self._moving = moving

    def save(self) -> None:
        """Save what is in hand without a tag; or tell that it is the place asked for."""
        if self._desk.placing is not None:
            self._desk.placing(self._desk.target())
            return
        targets = self._desk.targets()
        if targets and all(isinstance(target, Kept) for target in targets):
            self._desk.hint(self.tr("The quote is saved already."))
        elif self.has(targets):
            self.settle(targets, lambda: self._desk.curator.taking.save(targets))

    def save_strong(self) -> None:
        """Save all strong suggestions of the articles chosen in their list, else the open one."""
        ids = self._articles()
        taken = self._desk.run(lambda: self._desk.curator.taking.save_strong(*ids))
        if taken is not None and taken.ids:
            self._say(taken.change, taken)
        elif taken is not None:
            one = self.tr("No strong suggestions are left in this article.")
            many = self.tr("No strong suggestions are left in the chosen articles.")
            self._desk.hint(many if len(ids) > 1 else one)

    def dismiss(self) -> None:
        """Dismiss the suggestion in hand."""
        found = self._desk.panes.reader.in_hand()
        if found is None:
            self._desk.hint(self.tr("No suggestion is in hand. N takes the next one."))
            return
        change = self._desk.run(lambda: self._desk.curator.taking.dismiss([found.id]))
        if change is not None:
            self._say(change)
            self._go_on(found)

    def remove(self) -> None:
        """Remove the saved quotes in hand, or the articles chosen in their list."""
        if self._desk.chosen_articles():
            self.remove_articles()
            return
        ids = [target.id for target in self._desk.targets() if isinstance(target, Kept)]
        if not ids:
            self._desk.hint(self.tr("No saved quote is in hand."))
            return
        change = self._desk.run(lambda: self._desk.curator.taking.remove(ids))
        if change is not None:
            self._say(change)

    def remove_articles(self) -> None:
        """Delete the articles chosen in their list, else the open one, with their quotes."""
        ids = self._articles()
        if not ids:
            self._desk.hint(self.tr("No article is open."))
            return
        change = self._desk.run(lambda: self._desk.curator.articles.remove(ids))
        if change is not None:
            self._say(change)

    def switch_go_on(self) -> None:
        """Switch whether the next suggestion comes in hand by itself."""
        is_on = not self._desk.preferences.go_on_after_tagging
        self._desk.prefer(go_on_after_tagging=is_on)
        on = self.tr("After a tag the next suggestion now comes in hand by itself.")
        off = self.tr("After a tag the quote now stays in hand; N goes on.")
        self._desk.bus.tell(on if is_on else off)

    def has(self, targets: Sequence[Target]) -> bool:
        """Tell whether there is anything to act on; says so when there is not."""
        if targets:
            return True
        if self._desk.chosen_articles():
            sentence = self.tr("The chosen articles have no saved quotes. {key} saves strong ones.")
            self._desk.hint(sentence.format(key=self._desk.keymap.label("save_strong")))
        else:
            self._desk.hint(self.tr("Nothing is in hand. N takes a suggestion, S a sentence."))
        return False

    def settle(self, targets: Sequence[Target], act: Callable[[], Taken]) -> Taken | None:
        """Act on targets, say so, and go on when the user wants that."""
        was_in_hand = self._desk.panes.reader.in_hand()
        taken = self._desk.run(act)
        if taken is None:
            return None
        if taken.ids:
            self._desk.last_saved = taken.ids[-1]
        if any(isinstance(target, Selected) for target in targets):
            self._let_go_of_selection(taken)
        self._say(taken.change, taken)
        if was_in_hand is not None and any(isinstance(target, Suggested) for target in targets):
            self._go_on(was_in_hand)
        return taken

    def _articles(self) -> list[ArticleId]:
        """Return the articles chosen in their list, else the open one."""
        opened = self._desk.current()
        return self._desk.chosen_articles() or ([opened.article.id] if opened else [])

    def _let_go_of_selection(self, taken: Taken) -> None:
        """Leave the caret inside the quote just saved, so that the same key takes its tag off."""
        reader, opened = self._desk.panes.reader, self._desk.current()
        reader.clear_selection()
        quote = quote_in(opened, taken.ids[-1]) if opened else None
        if quote is not None and reader.target() != Kept(quote.id):
            reader.set_place(quote.segments[0].span.start)

    def _say(self, change: Change, taken: Taken | None = None) -> None:
        if change.id is None:
            return
        self._desk.bus.tell(messages.done(change, self._speaker_of(taken)), undo_key=True)
        if taken is not None and taken.ids:
            key = self._desk.keymap.label("undo")
            self._desk.panes.reader.show_note(taken.ids[-1], messages.note(change), key)

    def _speaker_of(self, taken: Taken | None) -> str | None:
        opened = self._desk.current()
        quote = quote_in(opened, taken.ids[-1]) if opened and taken and taken.ids else None
        return quote.speaker if quote else None

    def _go_on(self, was_in_hand: OpenSuggestion) -> None:
        opened = self._desk.current()
        if opened is None:
            return
        if self._desk.preferences.go_on_after_tagging:
            self._moving.go_on_from(was_in_hand)
        elif not opened.suggestions:
            self._moving.tell_all_done()
