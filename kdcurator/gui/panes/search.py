"""Search over the whole library: the field, and what was found in the place of the article list.

Owns when a query is asked (a moment after the last letter) and what Enter and arrows do in the
field. Must not know how a search works.
"""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMargins, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kdcurator.domain.searching import Answer, Completion, FacetCount
from kdcurator.gui.fonts import SEMIBOLD, scaled, ui_font
from kdcurator.gui.models.hits import HitModel, is_about_a_quote, misread_as, words_asked_for
from kdcurator.gui.models.offers import facet_rows, toggled
from kdcurator.gui.models.wording import counted
from kdcurator.gui.panes.completions import CompletionList
from kdcurator.gui.panes.fields import SingleLine
from kdcurator.gui.panes.hit_row import HitRow
from kdcurator.gui.panes.labels import ElidedLabel, PlainLabel
from kdcurator.gui.panes.narrowing import NarrowingPane
from kdcurator.gui.panes.plain_list import PlainList
from kdcurator.gui.theme import Theme
from kdcurator.gui.widgets.key_cap import KeyCap

_PAUSE: Final = 15
"""Milliseconds after the last letter until a query is asked: keys that come at once are one."""

_REST: Final = 600
"""Milliseconds after an answer until it is said that a query is not read as it was written: what
is half written often is not, and wants no hint."""

_LAST_WORD: Final = re.compile(r"\w+\Z")


class SearchField(SingleLine):
    """The field, with the key that leads to it at its right."""

    moved = Signal(int)
    """Up or down, by so many rows."""
    tabbed = Signal()
    """Tab, while words are offered to go on with."""
    word_taken = Signal()
    """Enter, while one of them is in hand."""
    word_left = Signal()
    """Esc, while one of them is in hand."""

    offers = False
    """Whether words are offered to go on with."""
    has_word = False
    """Whether one of them is in hand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setObjectName("searchField")
        self.cap = KeyCap("/", theme, self)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and the font at the scale of now."""
        self.setFont(ui_font())
        self.cap.set_theme(theme)
        self.setStyleSheet(f"QLineEdit {{ placeholder-text-color: {theme.faint.name()}; }}")
        self.setTextMargins(scaled(3), 0, self.cap.sizeHint().width() + scaled(6), 0)
        self.setFixedHeight(max(scaled(32), self.fontMetrics().height() + 14))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move in words and hits with up and down; Enter and Esc are a word's that is in hand."""
        key = Qt.Key(event.key())
        if (by := {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)) is not None:
            self.moved.emit(by)
        elif self.has_word and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.word_taken.emit()
        elif self.has_word and key == Qt.Key.Key_Escape:
            self.word_left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: N802, FBT001 - Qt's own
        """Take a word with Tab where words are offered, else go to the next widget."""
        if is_next and self.offers:
            self.tabbed.emit()
            return True
        return super().focusNextPrevChild(is_next)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the key at the right."""
        super().resizeEvent(event)
        size = self.cap.sizeHint()
        left = self.width() - size.width() - scaled(8)
        self.cap.setGeometry(
            left, (self.height() - size.height()) // 2, size.width(), size.height()
        )


class SearchBar(QWidget):
    """The field and, while there is a query, the hits."""

    query_changed = Signal(str)
    """What is asked for now; empty when nothing is."""

    hit_opened = Signal(object)
    """`Hit`: Enter or a double click."""

    showing_hits = Signal(bool)
    """Whether the hits are shown, and so the article list is not."""

    left = Signal()
    """Esc in the field: the search is over."""
    field_wanted = Signal()
    """The field is about to get the caret."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin without a query."""
        super().__init__(parent)
        self.search_field = SearchField(theme, self)
        self.search_field.setPlaceholderText(self.tr("Search the whole library"))
        self.search_field.setAccessibleName(self.tr("Search the whole library"))
        self.found = ElidedLabel(theme, role="muted", pixels=12, weight=SEMIBOLD, parent=self)
        self.advice = PlainLabel(theme, role="muted", pixels=12, wraps=True, parent=self)
        self._hits = HitModel(self)
        self._row = HitRow(theme, self)
        self.hit_list = PlainList(self)
        self.hit_list.setObjectName("hitList")
        self.hit_list.setAccessibleName(self.tr("Results"))
        self.hit_list.setItemDelegate(self._row)
        self.hit_list.setModel(self._hits)
        self.completions = CompletionList(theme, self)
        self.narrowing = NarrowingPane(theme, self)
        self._corrected: str | None = None
        self._hint = ""
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self._show_hits(shown=False)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and fonts at the scale of now."""
        palette = self.hit_list.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.pane)
        self.hit_list.setPalette(palette)
        self._row.set_theme(theme)
        texts = (self.search_field, self.found, self.advice)
        for widget in (*texts, self.completions, self.narrowing):
            widget.set_theme(theme)
        self._column.setContentsMargins(0, scaled(12), 0, 0)
        self._field_line.setContentsMargins(scaled(14), 0, scaled(14), 0)
        self._leave_room_for_words()
        self.hit_list.scheduleDelayedItemsLayout()

    def is_pending(self) -> bool:
        """Tell whether a query waits to be asked, or a hint about it to be given."""
        return self._pause.isActive() or self._rest.isActive()

    def query(self) -> str:
        """Return what is asked for."""
        return self.search_field.text().strip()

    def focus_field(self) -> None:
        """Put the caret into the field, what stands there selected."""
        self.field_wanted.emit()
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def ask_for(self, query: str) -> None:
        """Ask for something that nobody typed, and show it in the field."""
        self.focus_field()
        self.search_field.setText(query)
        self._ask()

    def focus_facets(self) -> None:
        """Give the keys to what the hits can be narrowed to; to the field while that is nothing."""
        self.field_wanted.emit()
        if self.narrowing.isHidden():
            self.focus_field()
        else:
            self.narrowing.facet_list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_key(self, key: str, narrow: str = "") -> None:
        """Show which keys lead to the field and to what the hits can be narrowed to."""
        self.search_field.cap.set_text(key)
        self.narrowing.cap.set_text(narrow)

    def show_answer(self, answer: Answer) -> None:
        """Show what was found; an answer to a query that is no longer asked is passed over."""
        if not self.query() or answer.query.strip() != self.query():
            return
        self._row.asked = tuple(words_asked_for(answer.asked))
        self._corrected = answer.corrected
        self._hits.set_values(answer.hits)
        if answer.hits:
            self.hit_list.setCurrentIndex(self._hits.index(0))
        self.found.setText(self._count(answer))
        self._advise(answer)
        self._show_hits(shown=True)

    def show_completions(self, query: str, words: Sequence[Completion]) -> None:
        """Offer words that the query may go on with, while somebody writes at its last word."""
        text = self.search_field.text()
        is_written = self.search_field.hasFocus() and not text[-1:].isspace()
        is_of_words = not is_about_a_quote(query) and not self.hit_list.isHidden()
        if query != self.query() or not is_written or not is_of_words:
            words = ()
        typed = _LAST_WORD.search(text)
        self.completions.offer(typed[0] if typed else "", words)
        self._tell_field()

    def show_counts(self, asked: str, counts: Sequence[FacetCount]) -> None:
        """Show what the hits can be narrowed to; `asked` is the query whose hits were counted."""
        if self.hit_list.isHidden():
            return
        if is_about_a_quote(asked):
            counts = ()
        self.narrowing.show_rows(facet_rows(self._corrected or self.query(), counts))
        self.narrowing.fit(self.height())

    def clear(self) -> None:
        """Ask for nothing and show the article list again."""
        self.search_field.clear()
        self._ask()

    def hide_offers(self) -> None:
        """Offer no words: something was opened, or the keys went elsewhere."""
        self.completions.withdraw()
        self._tell_field()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the hits the lines that the new width asks for."""
        super().resizeEvent(event)
        self._row.width = event.size().width()
        self.hit_list.scheduleDelayedItemsLayout()
        self.narrowing.fit(event.size().height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of the field; the hits take what the article list leaves."""
        return QSize(scaled(300), super().sizeHint().height())

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._field_line = QHBoxLayout()
        self._field_line.addWidget(self.search_field)
        self._words = QVBoxLayout()
        self._words.addWidget(self.found)
        self._words.addWidget(self.advice)
        self._column.addLayout(self._field_line)
        self._column.addWidget(self.completions)
        self._column.addLayout(self._words)
        self._column.addWidget(self.hit_list, 1)
        self._column.addWidget(self.narrowing)

    def _connect(self) -> None:
        self.search_field.textEdited.connect(lambda _text: self._pause.start())
        self.search_field.returnPressed.connect(self._open_in_hand)
        self.search_field.done.connect(self._on_done)
        self.search_field.moved.connect(self._move)
        self.search_field.tabbed.connect(self._take_word)
        self.search_field.word_taken.connect(self._take_word)
        self.search_field.word_left.connect(self.hide_offers)
        self.completions.taken.connect(self._go_on_with)
        self.narrowing.toggled.connect(self._narrow)
        self._pause.timeout.connect(self._ask)
        self._rest.timeout.connect(self._show_hint)
        self.hit_list.row_opened.connect(self._open)

    def _ask(self) -> None:
        self._pause.stop()
        self._rest.stop()
        self._corrected = None
        if not self.query():
            self._hits.set_values(())
            self._show_hits(shown=False)
        self.query_changed.emit(self.query())

    def _show_hits(self, *, shown: bool) -> None:
        changed = self.hit_list.isHidden() is shown
        self.found.setVisible(shown)
        self.advice.setVisible(shown and bool(self.advice.text()))
        self.hit_list.setVisible(shown)
        if not shown:
            self.hide_offers()
            self.narrowing.show_rows(())
        self._leave_room_for_words()
        if changed:
            self.showing_hits.emit(shown)

    def _leave_room_for_words(self) -> None:
        margins = QMargins(scaled(26), scaled(14), scaled(18), scaled(6))
        alone = QMargins(0, scaled(9), 0, 0)
        self._words.setSpacing(scaled(3))
        self._words.setContentsMargins(alone if self.hit_list.isHidden() else margins)

    def _on_done(self) -> None:
        """Leave with Esc, which has emptied the field; Enter has opened a hit."""
        if not self.query():
            self._ask()
            self.left.emit()

    def _open_in_hand(self) -> None:
        if self._pause.isActive():
            self._ask()
        self._open(max(self.hit_list.currentIndex().row(), 0))

    def _open(self, row: int) -> None:
        hit = self._hits.value_at(row)
        if hit is not None:
            self.hide_offers()
            self.hit_opened.emit(hit)

    def _move(self, by: int) -> None:
        row = self.hit_list.currentIndex().row()
        is_words = self.completions.step(by, from_top=row <= 0)
        self._tell_field()
        if is_words:
            return
        row += by
        if 0 <= row < self._hits.rowCount():
            self.hit_list.setCurrentIndex(self._hits.index(row))

    def _tell_field(self) -> None:
        """Have the field know which of its keys are a word's."""
        self.search_field.offers = self.completions.first() is not None
        self.search_field.has_word = self.completions.in_hand() is not None

    def _take_word(self) -> None:
        word = self.completions.first()
        if word is not None:
            self._go_on_with(word)

    def _go_on_with(self, word: str) -> None:
        """Write a word in the place of the one that was begun, and ask."""
        self.search_field.setText(_LAST_WORD.sub(lambda _: word, self.search_field.text()) + " ")
        self.hide_offers()
        self._ask()

    def _narrow(self, wish: str) -> None:
        self.search_field.setText(toggled(self._corrected or self.query(), wish))
        self._ask()

    def _count(self, answer: Answer) -> str:
        if is_about_a_quote(answer.query):
            none = self.tr("No quotes like it in other articles")
            one, many = self.tr("1 quote like it"), self.tr("{n} quotes like it")
            return counted(answer.total, one, many) if answer.total else none
        if not answer.total:
            return self.tr("Nothing found")
        if answer.is_partial:
            return counted(answer.total, self.tr("1 result so far"), self.tr("{n} results so far"))
        return counted(answer.total, self.tr("1 result"), self.tr("{n} results"))

    def _advise(self, answer: Answer) -> None:
        """Say what would help; a hint that stands already is kept up, a new one waits."""
        hinted, self._hint = self._hint, ""
        is_hinted = bool(hinted) and self.advice.text() == hinted
        self.advice.setText(self._advice(answer))
        if not (answer.corrected or answer.is_partial):
            self._hint = misread_as(answer.misread)
        if self._hint and is_hinted:
            self._show_hint()
        elif self._hint:
            self._rest.start()
        self.advice.setVisible(bool(self.advice.text()))

    def _show_hint(self) -> None:
        self.advice.setText(self._hint)
        self.advice.setVisible(not self.hit_list.isHidden())

    def _advice(self, answer: Answer) -> str:
        if answer.corrected:
            words = self.tr("Showing results for “{meant}”; nothing matches “{typed}”.")
            return words.replace("{meant}", answer.corrected).replace("{typed}", answer.query)
        if answer.is_partial:
            return self.tr("Search is not ready yet: the newest are shown, and there may be more.")
        if not answer.total and not is_about_a_quote(answer.query):
            return self.tr("Try fewer words, or the beginning of one with * behind it.")
        return ""
