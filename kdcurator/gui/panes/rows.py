"""What all hand-painted rows share: ground, bar, tick, squares of tags.

Owns these drawings. Must not know what a row says.
"""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kdcurator.gui.fonts import scaled
from kdcurator.gui.panes.wrapping import Wrapping
from kdcurator.gui.theme import Theme, is_dashed, tag_colour

Index = QModelIndex | QPersistentModelIndex

_RADIUS: Final = 6.0


class RowDelegate(QStyledItemDelegate):
    """Draws rows by hand; text is drawn as it stands and never taken for markup."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Draw in the colours of `theme`, in fonts at the scale of now."""
        super().__init__(parent)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and fonts at the scale of now."""
        self.theme = theme
        self.take_fonts()

    def take_fonts(self) -> None:
        """Make the fonts anew, at the scale of now."""

    def paint_ground(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, *, chosen: bool
    ) -> None:
        """Draw what lies behind a row: in hand, chosen, under the pointer."""
        has_keyboard = bool(option.state & QStyle.StateFlag.State_HasFocus)
        in_hand = has_keyboard or bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (in_hand or chosen or hovered):
            return
        colour = QColor(self.theme.selection)
        if not in_hand:
            colour.setAlpha(150 if chosen else 90)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(rect), _RADIUS, _RADIUS)
        if in_hand:
            self._paint_bar(painter, rect, has_keyboard=has_keyboard)

    def _paint_bar(self, painter: QPainter, rect: QRect, *, has_keyboard: bool) -> None:
        """Draw the bar at the left of the row in hand: grey while the keys go elsewhere."""
        painter.setBrush(self.theme.accent if has_keyboard else self.theme.muted)
        bar = QRectF(rect.left(), rect.top() + _RADIUS, 3, rect.height() - 2 * _RADIUS)
        painter.drawRoundedRect(bar, 1.5, 1.5)

    def write(
        self, painter: QPainter, wrapping: Wrapping, box: QRect, text: str, colour: QColor
    ) -> None:
        """Write one line, centred by the height of its capitals, cut to its box."""
        painter.setFont(wrapping.font)
        painter.setPen(colour)
        line = wrapping.elided(text, box.width())
        painter.drawText(QPointF(box.left(), baseline(wrapping, box)), line)

    def write_right(
        self, painter: QPainter, wrapping: Wrapping, box: QRect, text: str, colour: QColor
    ) -> None:
        """Write one line that ends at the right of its box."""
        painter.setFont(wrapping.font)
        painter.setPen(colour)
        left = box.right() + 1 - wrapping.metrics.horizontalAdvance(text)
        painter.drawText(QPointF(left, baseline(wrapping, box)), text)


def baseline(wrapping: Wrapping, box: QRect) -> float:
    """Return where a line stands that is centred in a box by the height of its capitals."""
    return box.top() + (box.height() + wrapping.metrics.capHeight()) / 2


def paint_tick(painter: QPainter, centre: QPointF, colour: QColor) -> None:
    """Draw a tick around `centre`."""
    size = float(scaled(4))
    path = QPainterPath(centre + QPointF(-size, 0))
    path.lineTo(centre + QPointF(-size / 4, size * 0.75))
    path.lineTo(centre + QPointF(size, -size * 0.75))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour, scaled(16) / 8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPath(path)
    painter.restore()


def paint_in_hand(painter: QPainter, box: QRect, theme: Theme) -> None:
    """Draw ground and bar of the row that Enter takes."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.selection)
    painter.drawRoundedRect(box, 5, 5)
    painter.setBrush(theme.accent)
    bar = QRect(box.x(), box.y() + scaled(6), scaled(3), box.height() - scaled(12))
    painter.drawRoundedRect(bar, 1, 1)


def paint_tag_square(painter: QPainter, left: int, middle: int, theme: Theme, colour: int) -> int:
    """Draw a tag's colour, hollow from the ninth tag on; returns its width in pixels."""
    side = scaled(10)
    square = QRectF(left, middle - side / 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shade = tag_colour(theme, colour)
    if is_dashed(colour):
        painter.setPen(QPen(shade, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), 1, 1)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(square, 2, 2)
    painter.restore()
    return side


class Hairline(QWidget):
    """A line between two groups of a pane."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Draw in the colour of `theme`."""
        super().__init__(parent)
        self._theme = theme
        self._indents = (0, 0)
        self.setFixedHeight(1)

    def set_indents(self, left: int, right: int) -> None:
        """Leave so many pixels free at the ends."""
        self._indents = (left, right)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the line."""
        left, right = self._indents
        line = self.rect().adjusted(left, 0, -right, 0)
        QPainter(self).fillRect(line, self._theme.line)
