"""Fields of a panel that look like text while they rest, and like fields while they are edited.

Owns both looks and the step between them. Must not know what is edited.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSizePolicy, QWidget

from kdcurator.gui.fonts import REGULAR, UI_SIZE, scaled, ui_font
from kdcurator.gui.models.wording import as_tooltip
from kdcurator.gui.panes.fields import MOMENTS, SingleLine, Written, keeps
from kdcurator.gui.panes.wrapping import Wrapping
from kdcurator.gui.theme import Theme

INDENT: Final = 5
"""Pixels of frame and padding left of a field's letters, at any scale."""

_REST: Final = 17.5
"""Pixels from line to line while a text rests, at 100 %."""


class InPlace(SingleLine):
    """A field of one line in a panel: text while it rests, a field while it is edited."""

    def __init__(
        self,
        theme: Theme,
        *,
        role: str = "muted",
        pixels: float = UI_SIZE,
        weight: int = REGULAR,
        parent: QWidget | None = None,
    ) -> None:
        """Write in the colour that `theme` has under the name `role`."""
        super().__init__(parent)
        self._role, self._pixels, self._weight = role, pixels, weight
        self.textChanged.connect(self._tell_whole)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and the font at the scale of now."""
        self.setFont(ui_font(self._pixels, self._weight))
        self.setStyleSheet(in_place_style("QLineEdit", theme, self._role))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a few letters."""
        return QSize(scaled(60), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Have the tooltip tell what does not fit."""
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        room = self.width() - 2 * INDENT
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= room
        self.setToolTip("" if fits else as_tooltip(self.text()))


class InPlaceText(QPlainTextEdit):
    """A field of some lines in a panel; as high as its text."""

    edited = Signal(str)
    """The text was changed and counts."""

    done = Signal()
    """Enter or Esc: whoever writes here is finished."""

    def __init__(
        self,
        theme: Theme,
        *,
        role: str = "muted",
        pixels: float = 12,
        most_lines: int = 6,
        parent: QWidget | None = None,
    ) -> None:
        """Write in the colour that `theme` has under the name `role`."""
        super().__init__(parent)
        self._role, self._pixels, self._most = role, pixels, most_lines
        self.written = Written()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and the font at the scale of now."""
        self.setFont(ui_font(self._pixels))
        self._wrapping = Wrapping(ui_font(self._pixels))
        self._colour = getattr(theme, self._role)
        self.setStyleSheet(in_place_style("QPlainTextEdit", theme, self._role))
        self._fit()

    def text(self) -> str:
        """Return the text without blanks around it."""
        return self.toPlainText().strip()

    def show_text(self, text: str, *, keep_edit: bool = False) -> None:
        """Show what is known; no edit. With `keep_edit` what is being written stays."""
        is_written = self.hasFocus() or self.written.is_unsaved
        is_edited = is_written and self.text() != self.written.before
        self.written.before = text.strip()
        if self.text() != self.written.before and not (keep_edit and is_edited):
            self.setPlainText(self.written.before)
            self.written.is_unsaved = False

    def show_unsaved(self, text: str) -> None:
        """Show what was written and could not be saved."""
        self.setPlainText(text)
        self.written.is_unsaved = True

    def event(self, event: QEvent) -> bool:
        """Keep the keys of writing from the window's shortcuts."""
        return (not self.isReadOnly() and keeps(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the text with Enter (Shift+Enter breaks the line), the old one back with Esc."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not shifted:
            self._take()
            if not self.written.is_unsaved:
                self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self.written.before)
            self.written.is_unsaved = False
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the text, unless a popup of the field's own has the focus for a moment."""
        super().focusOutEvent(event)
        if event.reason() not in MOMENTS and not self.isReadOnly():
            self._take()
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Become a field."""
        super().focusInEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the height of the text."""
        super().resizeEvent(event)
        self._fit()

    def _take(self) -> None:
        self.written.take(self.text(), self.edited.emit)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw a field while it is edited, else a well set text."""
        if self.hasFocus() or not self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.setFont(self._wrapping.font)
        painter.setPen(self._colour)
        step = scaled(_REST)
        ascent = (step + self._wrapping.metrics.capHeight()) / 2
        for number, line in enumerate(self._resting_lines()):
            painter.drawText(QPointF(2, number * step + ascent), line)

    def _resting_lines(self) -> list[str]:
        width = max(self.viewport().width() - 4, 1)
        lines: list[str] = []
        for paragraph in self.text().splitlines():
            lines += self._wrapping.lines(paragraph, width, self._most, evenly=True) or ("",)
        if len(lines) > self._most:
            rest = " ".join(lines[self._most - 1 :])
            lines[self._most - 1 :] = self._wrapping.lines(rest, width, 1)
        return lines

    def _fit(self, _size: object = None) -> None:
        """Be as high as the text, within reason."""
        if not self.hasFocus() and self.text():
            self.setFixedHeight(len(self._resting_lines()) * scaled(_REST) + 2)
            return
        lines = max(1, round(self.document().size().height()))
        as_needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(as_needed if lines > self._most else never)
        height = min(lines, self._most) * self.fontMetrics().lineSpacing() + 6
        self.setFixedHeight(max(height, scaled(_REST) + 2))


class Choice(QComboBox):
    """A choice that looks like text, with an arrow, until it has the focus."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin without choices."""
        super().__init__(parent)
        self._role = "muted"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(1)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and the font at the scale of now."""
        self._theme = theme
        self.setFont(ui_font(12))
        self.setFixedHeight(scaled(_REST) + 4)

    def set_role(self, role: str) -> None:
        """Write in the colour that the theme has under this name."""
        self._role = role
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose with arrows, open with Space; letters choose nothing, they are the window's."""
        if event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Choose nothing by accident while the panel scrolls."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw words, arrow and, with the focus, a frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(self._theme.accent if self.hasFocus() else self._theme.border, 1))
            painter.drawRoundedRect(frame, 4, 4)
        painter.setPen(getattr(self._theme, self._role))
        metrics = self.fontMetrics()
        room = self.width() - 2 * INDENT - scaled(14)
        words = metrics.elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        middle = self.height() / 2
        painter.drawText(QPointF(INDENT, middle + metrics.capHeight() / 2), words)
        self._paint_arrow(painter, INDENT + metrics.horizontalAdvance(words) + scaled(9), middle)

    def _paint_arrow(self, painter: QPainter, centre: float, middle: float) -> None:
        half = scaled(3)
        painter.setPen(QPen(self._theme.muted, 1.4))
        points = [(-half, -half / 2), (0, half / 2), (half, -half / 2)]
        painter.drawPolyline([QPointF(centre + x, middle + y) for x, y in points])


def in_place_style(widget: str, theme: Theme, role: str) -> str:
    """Return the style sheet of a field that looks like text until it has the focus."""
    colour = getattr(theme, role).name()
    return f"""
{widget} {{ background: transparent; color: {colour}; border: 1px solid transparent;
  border-radius: 4px; padding: 0 2px; placeholder-text-color: {theme.faint.name()};
  selection-background-color: {theme.selection.name()}; selection-color: {theme.text.name()}; }}
{widget}:hover:!read-only {{ border: 1px solid {theme.border.name()}; }}
{widget}:focus:!read-only {{ background: {theme.page.name()}; color: {theme.text.name()};
  border: 1px solid {theme.accent.name()}; padding: 0 2px; }}
"""
