"""One tag in the panel: its key, its colour, its name, a tick, how many quotes.

Owns the drawing. Must not know which keys do what.
"""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kdcurator.domain.tag import Tag
from kdcurator.gui.fonts import SEMIBOLD, scaled, ui_font
from kdcurator.gui.models.tags import TagRow
from kdcurator.gui.models.values import VALUE
from kdcurator.gui.models.wording import number, translate
from kdcurator.gui.panes.rows import Index, RowDelegate, paint_tag_square, paint_tick
from kdcurator.gui.panes.wrapping import Wrapping
from kdcurator.gui.widgets.key_cap import key_cap_font, key_cap_size, paint_key_cap

_HEIGHT: Final = 28  # pixels at 100 %
_TICK: Final = 30  # pixels from the right, at 100 %


class TagDelegate(RowDelegate):
    """Draws tags one below the other, their counts at the right."""

    square, name, indent = 31, 50, 8
    """Pixels from the left at 100 %: colour and name from the key, the key from the edge."""

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
        content = rect.adjusted(scaled(self.indent), 0, -scaled(self.indent), 0)
        self._paint_key(painter, content, row)
        if row.tag is None:
            box = content.adjusted(scaled(self.name), 0, 0, 0)
            self.write(painter, self._plain, box, translate("wording", "free"), self.theme.faint)
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
        left = content.left() + scaled(self.square)
        paint_tag_square(painter, left, middle, self.theme, row.tag.colour)
        room = self.paint_end(painter, content, row.tag, is_ticked=is_ticked)
        name = content.adjusted(scaled(self.name), 0, -room - scaled(4), 0)
        wrapping = self._strong if is_ticked else self._plain
        self.write(painter, wrapping, name, row.tag.name, self.theme.text)

    def paint_end(self, painter: QPainter, content: QRect, tag: Tag, *, is_ticked: bool) -> int:
        """Draw what stands right of the name; returns the room it took."""
        count = number(tag.quotes) if tag.quotes else ""
        self.write_right(painter, self._count, content, count, self.theme.muted)
        if is_ticked:
            self._paint_tick(painter, content, scaled(_TICK))
        return max(scaled(_TICK + 8), round(self._count.metrics.horizontalAdvance(count)))

    def _paint_tick(self, painter: QPainter, content: QRect, from_right: int) -> None:
        middle = content.top() + content.height() / 2
        paint_tick(painter, QPointF(content.right() - from_right, middle), self.theme.text)


class TagCell(TagDelegate):
    """Draws tags side by side, close and without counts."""

    square, name, indent = 27, 42, 3
    width = 0
    """Pixels of a cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of a cell."""
        return QSize(self.width, super().sizeHint(option, index).height())

    def paint_end(self, painter: QPainter, content: QRect, _tag: Tag, *, is_ticked: bool) -> int:
        """Draw a tick; returns the room it took."""
        if not is_ticked:
            return 0
        self._paint_tick(painter, content, scaled(12))
        return scaled(18)
