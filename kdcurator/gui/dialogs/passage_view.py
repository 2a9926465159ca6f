"""A stretch of an article as one version has it, with a quote and what differs in it marked.

Owns how that is set: the quote on a ground of its own, what is only here struck out (in the older
version) or underlined (in the newer one). Must not know why it is shown.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from kdcurator.domain.comparison import Passage
from kdcurator.gui.fonts import SEMIBOLD, scaled, text_font
from kdcurator.gui.theme import Theme

_PIXELS: Final = 15
_LINE: Final = 125
"""Percent of a line's height."""
_SIDE: Final = 20


class PassageView(QTextEdit):
    """Shows a passage; it is scrolled to the quote."""

    def __init__(self, theme: Theme, *, is_old: bool, parent: QWidget | None = None) -> None:
        """Begin empty; `is_old` says that what differs is gone by now."""
        super().__init__(parent)
        self._is_old = is_old
        self._passage: Passage | None = None
        self._at = self._until = 0
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(1)  # in a low window the keys go first
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and letters at the scale of now."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.overlay)
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        self.setPalette(palette)
        self.document().setDocumentMargin(scaled(_SIDE))
        self.show_passage(self._passage)

    def show_passage(self, passage: Passage | None) -> None:
        """Show a passage from the quote on; None shows nothing."""
        self._passage = passage
        self.clear()
        self._at = self._until = 0
        if passage is None:
            return
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setBlockFormat(_lines())
        self._write(cursor, passage)
        cursor.endEditBlock()
        self._bring()
        QTimer.singleShot(0, self, self._bring)  # once it has its size

    def words(self) -> str:
        """Return the quote as it stands here; empty where it stands nowhere."""
        passage = self._passage
        spans = passage.spans if passage else ()
        return " ".join(span.cut(passage.text) for span in spans) if passage else ""

    def marked(self) -> list[str]:
        """Return what is marked as different."""
        passage = self._passage
        return [mark.cut(passage.text) for mark in passage.marks] if passage else []

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the quote in sight."""
        super().resizeEvent(event)
        self._bring()

    def _write(self, cursor: QTextCursor, passage: Passage) -> None:
        """Write the text in runs that look alike: what stands around, the quote, what differs."""
        has_quote = bool(passage.spans)
        for start, end, is_quote, is_mark in _runs(passage):
            if has_quote and start == passage.spans[0].start:
                self._at = cursor.position()
            cursor.insertText(
                passage.text[start:end], self._look(is_quote=is_quote, is_mark=is_mark)
            )
            if is_quote:
                self._until = cursor.position()
        if not has_quote:
            before = passage.text[: passage.near]
            self._at = self._until = len(before.encode("utf-16-le")) // 2

    def _look(self, *, is_quote: bool, is_mark: bool) -> QTextCharFormat:
        theme = self._theme
        has_quote = self._passage is not None and bool(self._passage.spans)
        look = QTextCharFormat()
        look.setFont(text_font(_PIXELS, SEMIBOLD if is_mark else text_font(_PIXELS).weight()))
        look.setForeground(theme.text if is_quote or not has_quote else theme.muted)
        if is_quote:
            look.setBackground(theme.selection)
        if is_mark and self._is_old:
            look.setForeground(theme.warning)
            look.setFontStrikeOut(True)
        elif is_mark:
            look.setForeground(theme.accent)
            look.setFontUnderline(True)
        return look

    def _bring(self) -> None:
        """Bring the quote into sight: its first line about a third down, or all of it."""
        cursor = self.textCursor()
        cursor.setPosition(min(self._at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(max(0, top - self.viewport().height() // 4))


def _lines() -> QTextBlockFormat:
    lines = QTextBlockFormat()
    lines.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return lines


def _runs(passage: Passage) -> Iterator[tuple[int, int, bool, bool]]:
    """Yield (start, end, whether it is of the quote, whether it differs) from start to end."""
    spans = [*passage.spans, *passage.marks]
    cuts = sorted({0, len(passage.text), *(at for s in spans for at in (s.start, s.end))})
    begin = {mark.start for mark in passage.marks}  # of two whole texts there are many
    ends = {mark.end for mark in passage.marks}
    is_mark = False
    for start, end in pairwise(cuts):
        is_quote = any(span.start <= start < span.end for span in passage.spans)
        is_mark = start in begin or (is_mark and start not in ends)
        yield start, end, is_quote, is_mark
