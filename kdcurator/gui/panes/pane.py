"""A pane: a stretch of the window with its own ground, a hairline, and a line that shows focus.

Owns how a pane looks from outside. Must not know what is in it.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kdcurator.gui.theme import Theme

_FOCUS_LINE: Final = 2  # pixels


class _FocusLine(QWidget):
    """Lies on top of a pane, so that nothing in the pane paints over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = QColor()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        QPainter(self).fillRect(self.rect(), self.colour)


class Pane(QWidget):
    """A column of widgets; the line at its top is there while one of them has the focus."""

    def __init__(
        self,
        theme: Theme,
        *,
        ground: str = "pane",
        edge: Qt.Edge | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Stand on the theme's colour named `ground`, with a hairline at `edge`."""
        super().__init__(parent)
        self.theme = theme
        self._ground = ground
        self._edge = edge
        self._focus_line = _FocusLine(self)
        self.column = QVBoxLayout(self)
        left = 1 if edge == Qt.Edge.LeftEdge else 0
        right = 1 if edge == Qt.Edge.RightEdge else 0
        self.column.setContentsMargins(left, 0, right, 0)
        self.column.setSpacing(0)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self._focus_line.colour = theme.accent

    def set_theme(self, theme: Theme) -> None:
        """Change colours of the pane and of everything in it that has some."""
        self.theme = theme
        self._focus_line.colour = theme.accent
        for widget in self.findChildren(QWidget):
            take = getattr(widget, "set_theme", None)
            if take is not None and not isinstance(widget, Pane):
                take(theme)
        self.update()

    def shows_focus(self) -> bool:
        """Tell whether the line at the top is there."""
        return not self._focus_line.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the line over the whole width."""
        super().resizeEvent(event)
        self._focus_line.setGeometry(0, 0, self.width(), _FOCUS_LINE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw ground and hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), getattr(self.theme, self._ground))
        if self._edge == Qt.Edge.LeftEdge:
            painter.fillRect(0, 0, 1, self.height(), self.theme.line)
        elif self._edge == Qt.Edge.RightEdge:
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self.theme.line)
        elif self._edge == Qt.Edge.TopEdge:
            painter.fillRect(0, 0, self.width(), 1, self.theme.line)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and (now is self or self.isAncestorOf(now))
        self._focus_line.setVisible(inside)
        if inside:
            self._focus_line.raise_()
