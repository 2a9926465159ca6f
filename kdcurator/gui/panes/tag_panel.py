"""The right pane: the quote in hand, the nine keyed tags, what its speaker has also said.

Owns how the three stand together. Must not know services: it shows values and tells what was done.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from kdcurator.domain.person import Presentation, name_key
from kdcurator.domain.quote import Quote, QuoteId
from kdcurator.domain.suggestion import OpenSuggestion
from kdcurator.domain.tag import Tag, TagId
from kdcurator.gui.fonts import SEMIBOLD, scaled
from kdcurator.gui.models.quotes import QuoteModel
from kdcurator.gui.models.tags import TagModel
from kdcurator.gui.models.wording import quotes_saved
from kdcurator.gui.panes.in_place import INDENT
from kdcurator.gui.panes.labels import ElidedLabel, KeyButton, PlainLabel
from kdcurator.gui.panes.pane import Pane
from kdcurator.gui.panes.plain_list import PlainList
from kdcurator.gui.panes.quote_card import QuoteCard
from kdcurator.gui.panes.quote_row import QuoteRow
from kdcurator.gui.panes.rows import Hairline
from kdcurator.gui.panes.tag_row import TagDelegate
from kdcurator.gui.theme import Theme


class TagPanel(Pane):
    """Quote in hand, tags, and *Har også sagt*."""

    tag_pressed = Signal(object)
    """`TagId`: a tag was clicked, or Enter or Space pressed on it."""
    speaker_edited = Signal(str)
    note_edited = Signal(str)
    role_edited = Signal(str, str)
    """Role and organisation."""
    said_to_edited = Signal(str)
    agreement_chosen = Signal(object)
    """`Agreement`."""
    quote_opened = Signal(object)
    """`QuoteId`."""
    in_hand_changed = Signal()
    """`in_hand` answers otherwise from now on."""
    edit_begun = Signal()
    """A field is about to get the caret."""
    edit_finished = Signal()
    """Enter or Esc in a field: the keyboard may go back to the reader."""
    action_asked = Signal(str)
    """A key cap was clicked: "dismiss", "remove", "find_tag", "next_suggestion" or
    "sentence"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with nothing in hand and nine free digits."""
        super().__init__(theme, edge=Qt.Edge.LeftEdge, parent=parent)
        self.setObjectName("tagPanel")
        self.setAccessibleName(self.tr("Quote and tags"))
        self.card = QuoteCard(theme, self)
        self.tag_model = TagModel(self)
        self._quotes = QuoteModel(self)
        self._tag_row = TagDelegate(theme, self)
        self._quote_row = QuoteRow(theme, self)
        self._make_lists()
        self._make_words(theme)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.set_also_said([], 0)

    # What is shown

    def show_quote(self, quote: Quote | None, medium: str | None = None) -> None:
        """Show a saved quote, or that nothing is in hand; `medium` is the article's own."""
        if quote is None:
            self.show_nothing()
        else:
            self.card.show_quote(quote, medium)
            self._show_ticks(quote.tags)

    def show_suggestion(
        self,
        found: OpenSuggestion,
        number: int,
        total: int,
        presentation: Presentation | None,
        *,
        text: str = "",
        medium: str | None = None,
    ) -> None:
        """Show suggestion `number` of `total`; `text` is its words, cut from the article."""
        self.card.show_suggestion(text, found, (number, total), presentation, medium)
        self._show_ticks(())

    def show_selection(self, text: str) -> None:
        """Show selected words."""
        self.card.show_selection(text)
        self._show_ticks(())

    def show_nothing(self, *, is_bare: bool = False) -> None:
        """Show that nothing is in hand; `is_bare`: the article has nothing to put there."""
        self.card.show_nothing(is_bare=is_bare)
        self.set_also_said((), 0)
        self._show_ticks(())

    def _show_ticks(self, names: Sequence[str]) -> None:
        self.tag_model.tick(names)
        self._fit_tags()
        self.in_hand_changed.emit()

    def in_hand(self) -> tuple[str, str]:
        """Return who says what is in hand, and what it is, in words."""
        return self.card.in_hand()

    def show_reason(self) -> None:
        """Show why what is in hand was suggested, for as long as it is in hand."""
        self.card.show_reason()

    def suggest_speakers(self, names: Mapping[str, Sequence[str]]) -> None:
        """Offer names, each with its other forms, while the speaker is edited."""
        self.card.fields.suggest_speakers(names)

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Show the tags of the library."""
        self.tag_model.set_tags(tags)
        self._quote_row.colours = {name_key(tag.name): tag.colour for tag in tags}
        self._fit_tags()
        self.quote_list.viewport().update()

    def adjust_count(self, tag_id: TagId, by: int) -> None:
        """Count more or fewer quotes under a tag."""
        self.tag_model.adjust_count(tag_id, by)

    def set_also_said(self, quotes: Sequence[Quote], total: int) -> None:
        """Show other quotes by the speaker in hand; `total` counts those not shown too."""
        self._quotes.set_values(quotes)
        self.also_count.setText(quotes_saved(total) if total else "")
        is_known = self.card.has_any and bool(self.card.fields.speaker.text())
        self.nothing_said.setVisible(not quotes and is_known)

    def chosen_quotes(self) -> list[QuoteId]:
        """Return the quotes of *Har også sagt* chosen with Space."""
        return [quote.id for quote in self._quotes.chosen()]

    def clear_chosen(self) -> bool:
        """Choose none; tell whether any was."""
        return self._quotes.clear_chosen()

    def set_keys(self, names: Mapping[str, str]) -> None:
        """Show which keys lead to "note", "speaker" and the actions of `action_asked`."""
        self.card.set_keys(names)
        if "find_tag" in names:
            self.find_key.set_hint(names["find_tag"], self.tr("find tag"))

    def edit_speaker(self) -> None:
        """Put the caret into the speaker's field."""
        self.edit_begun.emit()
        self.card.edit_speaker()
        self._scroll.ensureWidgetVisible(self.card.fields.speaker)

    def edit_note(self) -> None:
        """Put the caret into the note's field."""
        self.edit_begun.emit()
        self.card.edit_note()
        self._scroll.ensureWidgetVisible(self.card.fields.note)

    # How it is made

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and fonts at the scale of now."""
        super().set_theme(theme)
        self._tag_row.set_theme(theme)
        self._quote_row.set_theme(theme)
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, theme.pane)
        for widget in (self.tag_list, self.quote_list, self._scroll.viewport(), self._inside):
            widget.setPalette(palette)
        self._settle_lengths()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width that eight lines of a quote look well in."""
        return QSize(scaled(301), scaled(700))

    def _make_lists(self) -> None:
        self.tag_list = PressedList(self)
        self.tag_list.setObjectName("tagList")
        self.tag_list.setAccessibleName(self.tr("Tags"))
        self.tag_list.setItemDelegate(self._tag_row)
        self.tag_list.setModel(self.tag_model)
        self.tag_list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.quote_list = _ShortList(self)
        self.quote_list.setObjectName("quoteList")
        self.quote_list.setAccessibleName(self.tr("Has also said"))
        self.quote_list.setUniformItemSizes(True)
        self.quote_list.setItemDelegate(self._quote_row)
        self.quote_list.setModel(self._quotes)

    def _make_words(self, theme: Theme) -> None:
        self.tags_heading = self._heading(theme, self.tr("Tags"))
        self.find_key = KeyButton("T", self.tr("find tag"), theme, role="muted", parent=self)
        self.also_heading = self._heading(theme, self.tr("Has also said"))
        self.also_count = ElidedLabel(theme, role="muted", pixels=12, parent=self)
        self.nothing_said = PlainLabel(theme, role="faint", pixels=12, wraps=True, parent=self)
        self.nothing_said.setText(self.tr("No other saved quotes by this speaker yet."))

    def _heading(self, theme: Theme, words: str) -> ElidedLabel:
        label = ElidedLabel(theme, role="muted", pixels=12, weight=SEMIBOLD, parent=self)
        label.setText(words)
        return label

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._stack = QVBoxLayout(self._inside)
        self._tags_head, self._also_head = QHBoxLayout(), QHBoxLayout()
        self._tags_head.addWidget(self.tags_heading, 1)
        self._tags_head.addWidget(self.find_key)
        self._also_head.addWidget(self.also_heading, 1)
        self._also_head.addWidget(self.also_count)
        self._card_frame, self._none_frame = QHBoxLayout(), QHBoxLayout()
        self._card_frame.addWidget(self.card)
        self._none_frame.addWidget(self.nothing_said)
        self._rules = [Hairline(self.theme, self), Hairline(self.theme, self)]
        self._stack.addLayout(self._card_frame)
        self._stack.addWidget(self._rules[0])
        self._stack.addLayout(self._tags_head)
        self._stack.addWidget(self.tag_list)
        self._stack.addWidget(self._rules[1])
        self._stack.addLayout(self._also_head)
        self._stack.addLayout(self._none_frame)
        self._stack.addWidget(self.quote_list, 1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self._scroll)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.hide()

    def _settle_lengths(self) -> None:
        side, list_side = scaled(_SIDE), scaled(_SIDE - 8)
        self._stack.setContentsMargins(0, scaled(14), 0, 0)
        self._stack.setSpacing(0)
        self._card_frame.setContentsMargins(side - INDENT, 0, side - INDENT, scaled(22))
        self._tags_head.setContentsMargins(side, scaled(12), side, scaled(5))
        self._also_head.setContentsMargins(side, scaled(14), side, scaled(2))
        self._none_frame.setContentsMargins(side, scaled(4), side, 0)
        for rule in self._rules:
            rule.set_indents(side, side)
        for view in (self.tag_list, self.quote_list):
            view.setViewportMargins(list_side, 0, list_side, 0)
        self.quote_list.setMinimumHeight(scaled(140))
        self.setMinimumWidth(scaled(200))
        self._fit_tags()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the scroll bar in the right margin, where it takes room from nothing."""
        super().resizeEvent(event)
        width = self._bar.sizeHint().width()
        self._bar.setGeometry(self.width() - width, 2, width, self.height() - 2)

    def _follow_range(self, low: int, high: int) -> None:
        self._bar.setRange(low, high)
        self._bar.setPageStep(self._scroll.verticalScrollBar().pageStep())
        self._bar.setVisible(high > low)
        self._bar.raise_()

    def _fit_tags(self) -> None:
        """Make the list of tags as high as its rows, and some air below."""
        rows = self.tag_model.rowCount()
        self.tag_list.setFixedHeight(rows * self.tag_list.sizeHintForRow(0) + scaled(14))

    def _connect(self) -> None:
        hidden = self._scroll.verticalScrollBar()
        hidden.rangeChanged.connect(self._follow_range)
        hidden.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(hidden.setValue)
        self.tag_list.pressed_row.connect(self.press_tag)
        self.quote_list.row_opened.connect(self._open_quote)
        self.find_key.clicked.connect(lambda: self.action_asked.emit("find_tag"))
        for name in (
            "speaker_edited",
            "note_edited",
            "role_edited",
            "said_to_edited",
            "agreement_chosen",
            "edit_finished",
        ):
            getattr(self.card.fields, name).connect(getattr(self, name))
        self.card.action_asked.connect(self.action_asked)

    def leave_unsaved(self) -> None:
        """Leave what was written a moment ago in its field: it could not be saved."""
        self.card.fields.leave_unsaved()

    def press_tag(self, row: int) -> None:
        """Tell that the tag of a row was pressed; a free digit tells nothing."""
        value = self.tag_model.value_at(row)
        if value is not None and value.tag is not None:
            self.tag_pressed.emit(value.tag.id)

    def _open_quote(self, row: int) -> None:
        quote = self._quotes.value_at(row)
        if quote is not None:
            self.quote_opened.emit(quote.id)


class _ShortList(PlainList):
    """A list that takes what is left, and asks for no more than its minimum."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.minimumSize()


class PressedList(PlainList):
    """A list whose rows are pressed like buttons: by click, Enter or Space."""

    pressed_row = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a model."""
        super().__init__(parent)
        self.clicked.connect(lambda index: self.pressed_row.emit(index.row()))
        self.row_opened.connect(self._press_by_key)
        self.doubleClicked.disconnect()

    def choose_row(self, row: int) -> None:
        """Press it."""
        self.pressed_row.emit(row)

    def _press_by_key(self, row: int) -> None:
        self.pressed_row.emit(row)


_SIDE: Final = 21
"""Pixels left and right of what the panel says, at 100 %."""
