"""One tag in the panel: its key, its colour, its name, a tick, how many quotes.

Owns the drawing. Must not know which keys do what.
"""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kdcurator.gui.fonts import SEMIBOLD, scaled, ui_font
from kdcurator.gui.models.tags import TagRow
from kdcurator.gui.models.values import VALUE
from kdcurator.gui.models.wording import number, translated
from kdcurator.gui.panes.rows import Index, RowDelegate, paint_tag_square, paint_tick
from kdcurator.gui.panes.wrapping import Wrapping
from kdcurator.gui.widgets.key_cap import key_cap_font, key_cap_size, paint_key_cap

_HEIGHT: Final = 28  # pixels at 100 %
_SQUARE, _NAME, _TICK = 31, 50, 30  # pixels from the left, from the left, from the right


class TagDelegate(RowDelegate):
    """Draws tags."""

    def take_fonts(self) -> None:
        """Make the fonts anew, at the scale of now."""
        self._plain = Wrapping(ui_font())
        self._strong = Wrapping(ui_font(weight=SEMIBOLD))
        self._count = Wrapping(ui_font(12))
        self._key = key_cap_font()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of a row."""
        return QSize(scaled(120), scaled(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row; in hand by keyboard it has a ground."""
        row: TagRow = index.data(VALUE)
        rect = option.rect
        painter.save()
        if not option.state & QStyle.StateFlag.State_HasFocus:
            option.state &= ~QStyle.StateFlag.State_Selected
        self.paint_ground(painter, rect, option, chosen=False)
        content = rect.adjusted(scaled(8), 0, -scaled(8), 0)
        self._paint_key(painter, content, row)
        if row.tag is None:
            box = content.adjusted(scaled(_NAME), 0, 0, 0)
            self.write(painter, self._plain, box, translated("free"), self.theme.faint)
        else:
            is_ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            self._paint_tag(painter, content, row, is_ticked=is_ticked)
        painter.restore()

    def _paint_key(self, painter: QPainter, content: QRect, row: TagRow) -> None:
        if row.key is None:
            return
        size = key_cap_size(str(row.key), self._key)
        top = content.top() + (content.height() - size.height()) // 2
        paint_key_cap(painter, QPoint(content.left(), top), str(row.key), self.theme, self._key)

    def _paint_tag(
        self, painter: QPainter, content: QRect, row: TagRow, *, is_ticked: bool
    ) -> None:
        if row.tag is None:
            return
        middle = content.top() + content.height() // 2
        left = content.left() + scaled(_SQUARE)
        paint_tag_square(painter, left, middle, self.theme, row.tag.colour)
        count = number(row.tag.quotes) if row.tag.quotes else ""
        room = max(scaled(_TICK + 8), round(self._count.metrics.horizontalAdvance(count)))
        name = content.adjusted(scaled(_NAME), 0, -room - scaled(6), 0)
        wrapping = self._strong if is_ticked else self._plain
        self.write(painter, wrapping, name, row.tag.name, self.theme.text)
        self.write_right(painter, self._count, content, count, self.theme.muted)
        if is_ticked:
            tick = QPointF(content.right() - scaled(_TICK), content.top() + content.height() / 2)
            paint_tick(painter, tick, self.theme.text)
