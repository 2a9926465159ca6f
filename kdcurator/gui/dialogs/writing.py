"""A field for a whole text, which comes back character by character as it was put in.

Owns the way from Qt's document to the text: Qt's own way makes a blank of a no-break space and a
newline of every kind of line break, so whoever wrote nothing would have written another text. Must
not know what the text is.
"""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from kdcurator.gui.fonts import scaled, text_font
from kdcurator.gui.offsets import Offsets
from kdcurator.text.anchoring import common_end, common_start

_PIXELS: Final = 17
_WIDTH: Final = 300
"""Pixels at 100 % that it needs at least; it takes what it gets."""
_PARAGRAPH: Final = "\u2029"
"""What Qt has between two lines, whatever stood there."""
_LINE: Final = "\u2028"
"""What Shift+Enter writes; a text can have it of its own."""
_LONGEST_WRAPPED: Final = 10_000
"""Characters without a blank: Qt takes seconds to break a longer word into lines."""


class Writing(QPlainTextEdit):
    """Plain text that is written; Tab goes to the next field."""

    def __init__(self, *, height: int = 240) -> None:
        """Begin without a text; `height` is the pixels that it likes to have, at 100 %."""
        super().__init__()
        self._height = height
        self._given = self._shown = ""
        self.setTabChangesFocus(True)
        self.setFont(text_font(_PIXELS))

    def take_scale(self) -> None:
        """Write in letters of the scale of now."""
        self.setFont(text_font(_PIXELS))
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that it likes; it does with less."""
        return QSize(scaled(_WIDTH), scaled(self._height))

    def set_text(self, text: str) -> None:
        """Show another text; what was written before cannot be brought back by Ctrl+Z."""
        longest = max(map(len, text.split()), default=0)
        is_wrapped = longest <= _LONGEST_WRAPPED
        mode = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(mode.WidgetWidth if is_wrapped else mode.NoWrap)
        self.setPlainText(text)
        self._given, self._shown = text, self.document().toRawText()

    def replace_text(self, text: str) -> None:
        """Put another text in the place of what is written; Ctrl+Z brings that back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._given, self._shown = text, self.document().toRawText()

    def text(self) -> str:
        """Return what is written; what was not touched is exactly as it was given."""
        now = self.document().toRawText()
        if now == self._shown:
            return self._given
        if len(self._given) != len(self._shown):
            return self._as_written(now)
        head = common_start(self._shown, now)
        tail = min(min(len(now), len(self._shown)) - head, common_end(self._shown, now))
        middle = self._as_written(now[head : len(now) - tail])
        return self._given[:head] + middle + self._given[len(self._given) - tail :]

    def set_place(self, place: int) -> None:
        """Put the caret at a code point of the text that was given, in the middle of the field."""
        cursor = self.textCursor()
        cursor.setPosition(Offsets(self._given).to_qt(place))
        self.setTextCursor(cursor)
        self.centerCursor()

    def _as_written(self, raw: str) -> str:
        """Return what Qt holds with line breaks as texts have them."""
        words = raw.replace(_PARAGRAPH, "\n")
        return words if _LINE in self._given else words.replace(_LINE, "\n")
