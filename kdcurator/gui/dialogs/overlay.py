"""A panel over the window that takes all keys until it is left with Esc.

Owns the shade, the panel's place and shape, and that the focus returns to where it was. Must not
know what the panel holds.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QGraphicsDropShadowEffect, QVBoxLayout, QWidget

from kdcurator.gui.fonts import scaled
from kdcurator.gui.theme import Theme

_RADIUS: Final = 10.0


class Overlay(QWidget):
    """Covers its parent while it is open."""

    closed = Signal()

    def __init__(self, parent: QWidget, theme: Theme, *, width: int, is_shaded: bool) -> None:
        """Lie over `parent` with a panel of `width` pixels (at 100 %)."""
        super().__init__(parent)
        self.theme = theme
        self._width = width
        self._is_shaded = is_shaded
        self._came_from: QWidget | None = None
        self.panel = Panel(self, theme)
        self.hide()
        parent.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Tell whether it lies over the window."""
        return not self.isHidden()

    def open(self, field: QWidget) -> None:
        """Show the panel and give `field` the keys."""
        if not self.is_open:
            self._came_from = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        field.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Close the panel; the focus goes back to where it was."""
        if not self.is_open:
            return
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.panel.theme = theme
        for widget in self.findChildren(QWidget):
            take = getattr(widget, "set_theme", None)
            if take is not None:
                take(theme)
        self.update()

    def top(self) -> int:
        """Return how far from the top the panel lies, in pixels."""
        return max(scaled(12), self.height() // 8)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Cover the parent when it changes size; keep all keys from the window's shortcuts."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.ShortcutOverride and self.is_open:
            event.accept()
            return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return watched is not self.parent() and self.key(event)
        return False

    def event(self, event: QEvent) -> bool:
        """Keep all keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def key(self, event: QKeyEvent) -> bool:
        """Act on a key; tell whether that was it."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Act on a key that nothing inside took; none reaches the window below."""
        self.key(event)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Close at a click beside the panel."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Shade what lies below."""
        if self._is_shaded:
            shade = QColor(0, 0, 0, 110 if self.theme.is_dark else 48)
            QPainter(self).fillRect(self.rect(), shade)

    def _place(self) -> None:
        below = self.parent()
        if not isinstance(below, QWidget):
            return
        self.setGeometry(QRect(QPoint(0, 0), below.size()))
        width = min(scaled(self._width), self.width() - scaled(24))
        top = self.top()
        height = min(self.panel.heightForWidth(width), self.height() - top - scaled(24))
        if self.panel.heightForWidth(width) < 0:
            height = min(self.panel.sizeHint().height(), self.height() - top - scaled(24))
        self.panel.setGeometry((self.width() - width) // 2, top, width, height)


class Panel(QWidget):
    """The panel itself: rounded, with a shadow; what it holds stands in `column`."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(scaled(28))
        shadow.setOffset(0, scaled(6))
        shadow.setColor(theme.shadow)
        self.setGraphicsEffect(shadow)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the click, so that the overlay does not close."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw ground and border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.border, 1))
        painter.setBrush(self.theme.overlay)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
