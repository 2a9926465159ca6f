"""The words that a query may go on with, below the search field.

Owns which of them is in hand, while the focus stays in the field. Must not know where they come
from nor how a query reads with one.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from kdcurator.domain.searching import Completion
from kdcurator.gui.fonts import SEMIBOLD, scaled, ui_font
from kdcurator.gui.models.offers import CompletionModel
from kdcurator.gui.models.values import VALUE
from kdcurator.gui.models.wording import number
from kdcurator.gui.panes.plain_list import PlainList
from kdcurator.gui.panes.rows import Index, RowDelegate, baseline
from kdcurator.gui.panes.wrapping import Wrapping
from kdcurator.gui.theme import Theme

_HEIGHT: Final = 27  # pixels at 100 %
_ABOVE: Final = 7
_SIDE: Final = 26  # as far from the edges as the words of the hits


class _CompletionRow(RowDelegate):
    """Draws a word, what was typed of it marked, and how much it finds."""

    typed = ""

    def take_fonts(self) -> None:
        """Make the fonts anew, at the scale of now."""
        self._plain = Wrapping(ui_font())
        self._strong = Wrapping(ui_font(weight=SEMIBOLD))
        self._count = Wrapping(ui_font(12))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of a row."""
        return QSize(scaled(120), scaled(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        found: Completion = index.data(VALUE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # the field's arrows chose it
            option.state |= QStyle.StateFlag.State_HasFocus
        ground = option.rect.adjusted(scaled(8), 0, -scaled(8), 0)
        self.paint_ground(painter, ground, option, chosen=False)
        box = option.rect.adjusted(scaled(_SIDE), 0, -scaled(18), 0)
        count = number(found.count)
        self.write_right(painter, self._count, box, count, self.theme.muted)
        room = round(self._count.metrics.horizontalAdvance(count)) + scaled(8)
        box.adjust(0, 0, -room, 0)
        word = self._plain.elided(found.word, box.width())
        known = self.typed if word.casefold().startswith(self.typed.casefold()) else ""
        head, tail = word[: len(known)], word[len(known) :]
        self.write(painter, self._strong, box, head, self.theme.accent)
        painter.setFont(self._plain.font)
        painter.setPen(self.theme.text)
        left = box.left() + self._strong.metrics.horizontalAdvance(head)
        painter.drawText(QPointF(left, baseline(self._plain, box)), tail)
        painter.restore()


class CompletionList(PlainList):
    """Offers words; the field's keys choose among them."""

    taken = Signal(str)
    """A word was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with nothing to offer."""
        super().__init__(parent)
        self.setObjectName("completionList")
        self.setAccessibleName(self.tr("Words to go on with"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words = CompletionModel(self)
        self._row = _CompletionRow(theme, self)
        self._is_passed = False
        self.setItemDelegate(self._row)
        self.setModel(self._words)
        self.clicked.connect(lambda index: self.taken.emit(index.data(VALUE).word))
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and fonts at the scale of now."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.pane)
        self.setPalette(palette)
        self._row.set_theme(theme)
        self._fit()

    def offer(self, typed: str, words: Sequence[Completion]) -> None:
        """Offer words that begin as typed; the one typed already is no offer."""
        others = [found for found in words if found.word.casefold() != typed.casefold()]
        self._row.typed = typed
        if others != list(self._words.values()):
            self._words.set_values(others)
        self.let_go()
        self._is_passed = False
        self._fit()
        self.setVisible(bool(others))

    def withdraw(self) -> None:
        """Offer nothing."""
        self.offer("", ())

    def words(self) -> list[str]:
        """Return what is offered."""
        return [found.word for found in self._words.values()]

    def let_go(self) -> None:
        """Have no word in hand."""
        self.clearSelection()
        self.setCurrentIndex(self._words.index(-1))

    def in_hand(self) -> str | None:
        """Return the word that Enter takes."""
        value = self._words.value_at(self.currentIndex().row())
        return None if self.isHidden() or value is None else value.word

    def first(self) -> str | None:
        """Return the word that Tab takes: the one in hand, else the commonest."""
        value = self._words.value_at(0)
        return self.in_hand() or (None if self.isHidden() or value is None else value.word)

    def step(self, by: int, *, from_top: bool) -> bool:
        """Move by a row; False where that leads to the hits below, or already has.

        `from_top` tells that the hit in hand is the first, from which a step up leads back here.
        """
        if self.isHidden() or (self._is_passed and not (by < 0 and from_top)):
            return False
        count = self._words.rowCount()
        row = count - 1 if self._is_passed else self.currentIndex().row() + by
        self._is_passed = row >= count
        if 0 <= row < count:
            self.setCurrentIndex(self._words.index(row))
        else:
            self.let_go()
        return not self._is_passed

    def _fit(self) -> None:
        self.setViewportMargins(0, scaled(_ABOVE), 0, 0)
        self.setFixedHeight(self._words.rowCount() * scaled(_HEIGHT) + scaled(_ABOVE))
        self.scheduleDelayedItemsLayout()
