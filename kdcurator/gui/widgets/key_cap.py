"""The one drawing of a key, used wherever a key works.

Owns its shape. Must not know what the key does.
"""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kdcurator.gui.fonts import MEDIUM, scaled, ui_font
from kdcurator.gui.theme import Theme

_HEIGHT = 1.82  # of the font's size
_PADDING = 6  # pixels at 100 %
_RADIUS = 4


def key_cap_font() -> QFont:
    """Return the font of a key cap 20 pixels high, as panels have it."""
    return ui_font(11, MEDIUM)


def small_key_cap_font() -> QFont:
    """Return the font of a key cap 18 pixels high, as rows of a margin have it."""
    return ui_font(10, MEDIUM)


def key_cap_size(text: str, font: QFont) -> QSize:
    """Return how much room a key takes, in pixels; at least a square."""
    height = round(font.pixelSize() * _HEIGHT)
    width = QFontMetricsF(font).horizontalAdvance(text) + 2 * scaled(_PADDING)
    return QSize(max(height, round(width)), height)


def paint_key_cap(
    painter: QPainter, rect_origin: QPoint, text: str, theme: Theme, font: QFont
) -> QRect:
    """Draw a key with its top left corner at `rect_origin`; returns the room it took."""
    rect = QRect(rect_origin, key_cap_size(text, font))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.border, 1))
    painter.setBrush(theme.key_cap)
    radius = scaled(_RADIUS)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(theme.key_cap_text)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    left = rect.x() + (rect.width() - metrics.horizontalAdvance(text)) / 2
    baseline = rect.y() + (rect.height() + metrics.capHeight()) / 2
    painter.drawText(QPointF(left, baseline), text)
    painter.restore()
    return rect


class KeyCap(QWidget):
    """A key as a widget: its text is also what a screen reader says."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        """Show `text` as a key in the colours of `theme`."""
        super().__init__(parent)
        self._text = text
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """Return the key's name."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another key."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that the drawing takes."""
        return key_cap_size(self._text, key_cap_font())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: a key is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the key."""
        painter = QPainter(self)
        paint_key_cap(painter, QPoint(0, 0), self._text, self._theme, key_cap_font())
