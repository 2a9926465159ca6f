"""The reader: an article's text with its quotes and suggestions, and what the keys act on.

Owns what is shown as marked and in hand, and tells when that changes. Must not know what a key
does with it. Offsets are code points.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kdcurator.domain.open_article import OpenArticle
from kdcurator.domain.quote import Quote, QuoteId, Span
from kdcurator.domain.suggestion import OpenSuggestion, SuggestionId
from kdcurator.domain.tag import Tag
from kdcurator.domain.target import Kept, Selected, Suggested, Target
from kdcurator.gui.reader.boundaries import Places, moved, moved_by_sentence, next_sentence
from kdcurator.gui.reader.drawing import Scene, draw
from kdcurator.gui.reader.finding import Finder
from kdcurator.gui.reader.hand import Hand
from kdcurator.gui.reader.labels import Note
from kdcurator.gui.reader.marks import Owner, keyed
from kdcurator.gui.reader.page import Page
from kdcurator.gui.theme import Theme
from kdcurator.text.sentences import sentences

NOTE_SECONDS: Final = 3


class Reader(Page):
    """Shows an article and holds what the keys act on."""

    target_changed = Signal()
    caret_moved = Signal()
    found_changed = Signal()
    """Whether N and P go through the words that a search found."""

    def __init__(
        self,
        theme: Theme,
        abbreviations: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing yet; a stop after one of `abbreviations` ends no sentence."""
        super().__init__(theme, parent)
        self.setObjectName("reader")
        self.setAccessibleName(QCoreApplication.translate("Reader", "Article"))
        self._abbreviations = abbreviations
        self._tags: dict[str, Tag] = {}
        self._hand = Hand()
        self._finder = Finder()
        self._is_at_found = False
        self._note: Note | None = None
        self._sentences: list[Span] | None = None
        self._told: Target | None = None
        self._note_timer = QTimer(self, singleShot=True, interval=NOTE_SECONDS * 1000)
        self._note_timer.timeout.connect(self._drop_note)
        self.cursorPositionChanged.connect(self._follow_caret)
        self.selectionChanged.connect(self._tell_target)

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Say which colours and keys the tags have; call before or after `show_article`."""
        before, self._tags = self._tags, keyed(tags)
        if _looks(before) == _looks(self._tags):
            return  # only counts differ
        if (opened := self._hand.opened) is not None:
            self._hand.open(opened, self._tags, self.place())
            self.viewport().update()

    def show_article(self, opened: OpenArticle, *, keep_place: bool = False) -> None:
        """Show an article; without `keep_place` from the top, its first open suggestion in hand.

        With it, the article that was shown stays where it is and only its marks change: what was
        just saved from a selection or a suggestion is then in hand.
        """
        before = self._hand.opened
        stays = keep_place and before is not None and before.article.id == opened.article.id
        place, selection = self.place(), self.selected()
        is_same = stays and before is not None and _reads_the_same(before, opened)
        if not stays:
            self._hand = Hand()
        if not is_same:
            self.clear_found()
            self._sentences = None
            self._show_text(opened.text, opened.parts)
        self._hand.open(opened, self._tags, place if selection is None else selection.end)
        if not stays:
            self._begin()
        else:
            self._go_on(place, selection, is_same=is_same)
        self.viewport().update()
        self._tell_target()

    def clear_article(self) -> None:
        """Show no article."""
        self._hand = Hand()
        self.clear_found()
        self._sentences = None
        self._show_text("", ())
        self._refresh()

    def current(self) -> OpenArticle | None:
        """Return the article that is shown."""
        return self._hand.opened

    def target(self) -> Target | None:
        """Return what the keys act on: selection, suggestion in hand, saved quote at the caret."""
        return self._hand.target(self.selected(), self.place())

    def put_in_hand(self, suggestion_id: SuggestionId | None) -> None:
        """Put an open suggestion in hand and in sight; None lets go of what is held."""
        self._take(None if suggestion_id is None else Suggested(suggestion_id))

    def put_quote_in_hand(self, quote_id: QuoteId) -> None:
        """Put a saved quote in hand and in sight."""
        self._take(Kept(quote_id))

    def in_hand(self) -> OpenSuggestion | None:
        """Return the suggestion in hand, if one is."""
        return self._hand.suggestion()

    def quote_in_hand(self) -> Quote | None:
        """Return the saved quote in hand: the one just saved, else the innermost at the caret."""
        return self._hand.quote(self.place())

    def next_suggestion(self) -> bool:
        """Put the next suggestion in hand, dropping any selection; False past the last."""
        return self._step(1)

    def previous_suggestion(self) -> bool:
        """Put the suggestion before in hand, dropping any selection; False before the first."""
        return self._step(-1)

    def next_overlapping(self) -> bool:
        """Put the next of the marks in hand that overlap here; False where none is."""
        mark = self._hand.next_overlapping(self.place())
        if mark is None:
            return False
        if mark.touches(self.place()):
            self._hand.choose(mark.owner)
            self._refresh()
        else:
            self._take(mark.owner)
        return True

    def select_sentence(self) -> None:
        """Select the sentence at the caret, or the next one when a sentence is selected."""
        self._select_if(next_sentence(self._all_sentences(), self.selected(), self.place()))

    def select(self, places: Places) -> None:
        """Select from the first of some places to the last."""
        self._select(Span(places[0][0], places[-1][1]))

    def moved(self, *, of_end: bool, by: int, by_sentence: bool = False) -> Places | None:
        """Return where what is in hand would stand with an end moved; None where it cannot be."""
        target = self.target()
        mark = self._hand.marks.of(None if isinstance(target, Selected) else target)
        places = target.places if isinstance(target, Selected) else mark and mark.places
        if not places:
            return None
        if by_sentence:
            return moved_by_sentence(self._all_sentences(), places, of_end=of_end, by=by)
        return moved(self._display.source, places, of_end=of_end, by=by)

    def to_split(self) -> tuple[Target | None, int]:
        """Return what a split parts, and where: at the caret, or an end of the selection."""
        caret, selection = self.place(), self.selected()
        ends = () if selection is None else (selection.end, selection.start)
        return self._hand.to_split([caret, *ends]) or (self.target(), caret)

    def go_to(self, start: int, end: int, words: Sequence[str] = ()) -> None:
        """Bring a stretch into sight, put the caret at its start and mark the words looked for."""
        self._finder.look_for_each(self._display.source, words)
        self._finder.stand_at(start)
        self._put_caret(start)
        self.show_span(start, end)
        self._stand_at_found()
        self.viewport().update()

    def find(  # type: ignore[override]  # Qt's own tells a position, which nobody outside wants
        self, words: str, *, backwards: bool = False
    ) -> int:
        """Go to the next place where words stand, round the end; returns how many there are."""
        hit = self._finder.find(self._display.source, words, self.place(), backwards=backwards)
        if hit is not None:
            self._put_caret(hit.start)
            self.show_span(hit.start, hit.end)
        self._stand_at_found()
        self.viewport().update()
        return len(self._finder.hits)

    def step_found(self, *, backwards: bool = False, wraps: bool = True) -> bool:
        """Go to the next of the marked words; False where none is, also past the last."""
        hit = self._finder.step(self.place(), backwards=backwards, wraps=wraps)
        if hit is None:
            return False
        self._put_caret(hit.start)
        self.show_span(hit.start, hit.end)
        self._stand_at_found()
        self.viewport().update()
        return True

    def is_at_found(self) -> bool:
        """Tell whether the caret stands where a search or a step through its words has put it.

        It does until it goes elsewhere, a suggestion comes into hand or the marks are taken off.
        """
        return self._is_at_found

    def _stand_at_found(self) -> None:
        self._set_at_found(self._finder.is_of_search)

    def _set_at_found(self, is_at_found: bool) -> None:  # noqa: FBT001 - the value itself
        if self._is_at_found is not is_at_found:
            self._is_at_found = is_at_found
            self.found_changed.emit()

    def found(self) -> tuple[int, int]:
        """Return which hit the caret stands at, from 1 on (0: at none), and how many there are."""
        return self._finder.number(), len(self._finder.hits)

    def clear_found(self) -> None:
        """Take the marks off found words."""
        self._finder.clear()
        self._set_at_found(False)  # noqa: FBT003
        self.viewport().update()

    def show_note(self, quote_id: QuoteId | None, text: str, key: str) -> None:
        """Say beside a quote, for three seconds, what was done to it and which key undoes it."""
        self._note = Note(None if quote_id is None else Kept(quote_id), text, key)
        self._note_timer.start()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the column at its width, and in sight what the keys act on."""
        before = event.oldSize()  # none before the text was laid out for the first time
        was_in_sight = QRect(QPoint(), before).intersects(self.cursorRect())
        super().resizeEvent(event)
        if (was_in_sight or not before.isValid()) and self.selected() is None:
            place = self.place()
            mark = self._hand.mark(place)
            self.show_span(mark.start if mark else place, mark.end if mark else place)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw highlights and margin, then the text over them."""
        painter = QPainter(self.viewport())
        try:
            draw(self, painter, self._scene())
        finally:
            painter.end()
        super().paintEvent(event)

    def _scene(self) -> Scene:
        return Scene(
            self._theme,
            self._display,
            self.column(),
            self._hand.marks,
            self._held(),
            self.selected(),
            self._finder,
            self._marked_note(),
        )

    def _marked_note(self) -> Note | None:
        """Return the note; one on a quote that is gone belongs to no place in the text."""
        note = self._note
        if note is None or self._hand.marks.of(note.owner) is not None:
            return note
        return Note(None, note.text, note.key)

    def _held(self) -> Owner | None:
        if self.selected() is not None:
            return None
        mark = self._hand.mark(self.place())
        return None if mark is None else mark.owner

    def _begin(self) -> None:
        self.verticalScrollBar().setValue(0)
        first = self._hand.step(1, 0)
        if first is None:
            self._put_caret(0)
        self._take(None if first is None else first.owner)

    def _go_on(self, place: int, selection: Span | None, *, is_same: bool) -> None:
        """Stand where the caret stood; what was selected and is saved now is no selection more."""
        if selection is not None and self._hand.just_saved(selection):
            self._put_caret(selection.start)
        elif not is_same:
            self._put_caret(place)

    def _take(self, owner: Owner | None) -> None:
        self._set_at_found(False)  # noqa: FBT003
        self._hand.choose(owner)
        mark = self._hand.marks.of(owner)
        if mark is not None:
            self._put_caret(mark.start)
            self.show_span(mark.start, mark.end)
        self._refresh()

    def _step(self, by: int) -> bool:
        mark = self._hand.step(by, self.place())
        self.clear_selection()
        if mark is None:
            return False
        self._take(mark.owner)
        return True

    def _select_if(self, span: Span | None) -> None:
        if span is not None:
            self._select(span)

    def _all_sentences(self) -> list[Span]:
        if self._sentences is None:
            self._sentences = sentences(self._display.source, self._abbreviations)
        return self._sentences

    def _follow_caret(self) -> None:
        self._set_at_found(False)  # noqa: FBT003
        if not self.textCursor().hasSelection():
            self._hand.follow(self.place())
        self._refresh()
        self.caret_moved.emit()

    def _refresh(self) -> None:
        self.viewport().update()
        self._tell_target()

    def _tell_target(self) -> None:
        target = self.target()
        if target != self._told:
            self._told = target
            self.target_changed.emit()

    def _drop_note(self) -> None:
        self._note = None
        self.viewport().update()


def _looks(tags: Mapping[str, Tag]) -> list[tuple[str, int, int | None]]:
    return [(tag.name, tag.colour, tag.key) for tag in tags.values()]


def _reads_the_same(before: OpenArticle, after: OpenArticle) -> bool:
    return before.text == after.text and before.parts == after.parts
