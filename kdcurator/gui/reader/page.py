"""The page under the marks: a read-only text in a column, with caret, zoom and scrolling.

Owns the widget's document and the way between its positions and an article's offsets. Must not
know quotes. Offsets outside are code points.
"""

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from kdcurator.domain.article import Part
from kdcurator.domain.quote import Span
from kdcurator.gui.fonts import scaled
from kdcurator.gui.reader.boundaries import trimmed
from kdcurator.gui.reader.column import BOTTOM, TOP, Column, column_in
from kdcurator.gui.reader.display import Display
from kdcurator.gui.reader.typesetting import Typesetter, body_font
from kdcurator.gui.theme import Theme

_SMALLEST, _LARGEST = 0.6, 3.0
_ZOOM_STEP: Final = 1.1
_MOST_STEPS: Final = 20
"""More than lie between the smallest and the largest letters."""
_CONTEXT: Final = 48  # pixels above and below what is brought into sight


class Page(QTextEdit):
    """A text to read and to walk through by keys; nobody types in it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._zoom = 1.0
        self._display = Display()
        self._parts: Sequence[Part] = ()
        self._column = column_in(self.width(), self._zoom)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)  # files dropped here are the window's
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._colour()

    def set_theme(self, theme: Theme) -> None:
        """Change colours, the text staying where it is; also after a change of all text's size."""
        self._theme = theme
        self._colour()
        self._set_again()

    def zoom(self) -> float:
        """Return how large the text is, 1.0 being 18 pixels at 100 %."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Set the text's size; kept within what can be read."""
        self._zoom = min(max(zoom, _SMALLEST), _LARGEST)
        self._set_again()

    def zoom_by(self, steps: int) -> None:
        """Make the text larger, or smaller by negative steps."""
        within = min(max(steps, -_MOST_STEPS), _MOST_STEPS)
        self.set_zoom(self._zoom * _ZOOM_STEP**within)

    def zoom_steps(self) -> int:
        """Return by how many steps the text is larger than drawn: what is remembered of it."""
        return round(math.log(self._zoom, _ZOOM_STEP))

    def place(self) -> int:
        """Return where the caret stands."""
        return self._display.to_text(self.textCursor().position())

    def set_place(self, place: int) -> None:
        """Put the caret somewhere, nothing selected, and bring it into sight."""
        self._put_caret(place)
        self.show_span(place, place)

    def selected(self) -> Span | None:
        """Return what is selected, without the white space around it."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        to_text = self._display.to_text
        start, end = to_text(cursor.selectionStart()), to_text(cursor.selectionEnd())
        return trimmed(self._display.source, start, end)

    def clear_selection(self) -> None:
        """Drop the selection; the caret stays at its start."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            self._put_caret(self._display.to_text(cursor.selectionStart()))

    def show_span(self, start: int, end: int) -> None:
        """Scroll as little as brings a stretch into sight, with some text around it."""
        top = self.cursorRect(self._cursor_at(start)).top() - scaled(_CONTEXT)
        bottom = self.cursorRect(self._cursor_at(end)).bottom() + scaled(_CONTEXT)
        height = self.viewport().height()
        bar = self.verticalScrollBar()
        if bottom - top >= height or top < 0:
            bar.setValue(bar.value() + top)
        elif bottom > height:
            bar.setValue(bar.value() + min(bottom - height, top))

    def _show_text(self, text: str, parts: Sequence[Part]) -> None:
        self._display = Display(text)
        self._parts = parts
        self._typeset()

    def _put_caret(self, place: int) -> None:
        self.setTextCursor(self._cursor_at(place))

    def _select(self, span: Span) -> None:
        """Select a stretch, the caret at its end."""
        cursor = self._cursor_at(span.start)
        end = self._display.to_qt(span.end)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.show_span(span.start, span.end)

    def _cursor_at(self, place: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._display.to_qt(place))
        return cursor

    def _set_again(self) -> None:
        """Set the same text anew, the same line on top and the caret where it was."""
        cursor = self.textCursor()
        caret, anchor = cursor.position(), cursor.anchor()
        first = self.cursorForPosition(QPoint(0, 0))
        line, offset = first.position(), self.cursorRect(first).top()
        is_scrolled = self.verticalScrollBar().value() > 0
        self._typeset()
        cursor.setPosition(anchor)
        cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        first.setPosition(line)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(first).top() - offset if is_scrolled else 0)

    def _typeset(self) -> None:
        was_blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        if self.cursorWidth() != scaled(1):
            self.setCursorWidth(scaled(1))
        self.setTextCursor(QTextCursor(self.document()))  # the start: see `Typesetter.set_text`
        setter = Typesetter(self._theme, self._zoom)
        setter.set_text(self.document(), self._display, self._parts, self._frame())
        self.blockSignals(was_blocked)
        self._fit_column()

    def _fit_column(self) -> None:
        """Keep the column in the middle; every change of the frame lays the whole text out."""
        frame = self._frame()
        root = self.document().rootFrame()
        if root.frameFormat() != frame:
            root.setFrameFormat(frame)

    def _frame(self) -> QTextFrameFormat:
        width = self.viewport().width()
        self._column = column_in(width, self._zoom)
        frame = QTextFrameFormat()
        frame.setLeftMargin(self._column.left)
        frame.setRightMargin(max(0, width - self._column.right))
        frame.setTopMargin(scaled(TOP))
        frame.setBottomMargin(scaled(BOTTOM))
        return frame

    def _colour(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.page)
        palette.setColor(QPalette.ColorRole.Base, self._theme.page)
        palette.setColor(QPalette.ColorRole.Text, self._theme.text)
        palette.setColor(QPalette.ColorRole.Highlight, self._theme.selected_text)
        palette.setColor(QPalette.ColorRole.HighlightedText, self._theme.text)
        self.setPalette(palette)
        self.viewport().setPalette(palette)  # under a style sheet it keeps its first colours

    def column(self) -> Column:
        """Return where the text stands in the viewport."""
        return self._column

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the column at its width."""
        super().resizeEvent(event)
        self._fit_column()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the article's font: Qt gives the document every new font of the controls."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.document().setDefaultFont(body_font(self._zoom))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom with Ctrl held, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """Let the window's shortcuts win: a text that nobody types in needs none of them first."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.ignore()
            return False
        return super().event(event)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Give what is selected as the article has it; Qt would change no-break spaces."""
        data = QMimeData()
        span = self.selected()
        data.setText("" if span is None else span.cut(self._display.source))
        return data
