"""How a page of help is set: headings, examples, keys.

Owns the way from Markdown to a document in the window's colours and letters. Examples look as in
the article: what is emphasised in one has a suggestion's dots. Must not know what a page says.
"""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from kdcurator.gui.fonts import MEDIUM, REGULAR, SEMIBOLD, scaled, text_font, ui_font
from kdcurator.gui.theme import Theme

_HEADINGS: Final = {1: (20, 0, 8), 2: (15, 22, 4)}
"""By level: the letters' size, the room above and below; pixels at 100 %."""
_TEXT: Final = 14
_LINE: Final = 140
"""Percent of a line's height."""
_INDENT: Final = 18
_RIGHT: Final = 16
"""Pixels between the text and its scroll bar."""
_BESIDE: Final = "\u00a0\u00a0"
"""Room for a cap on either side of its key; no line breaks there."""

Span = tuple[int, int]


class PageSetter:
    """Sets one page; `caps` are then the places of its keys, `dotted` those of suggestions."""

    def __init__(self, theme: Theme, key: Callable[[str], str]) -> None:
        """Set in the colours of `theme`; `key` tells the user's key for a default one."""
        self._theme = theme
        self._key = key
        self.caps: list[Span] = []
        self.dotted: list[Span] = []

    def set(self, markdown: str, document: QTextDocument) -> None:
        """Fill a document with a page."""
        read = QTextDocument()
        read.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectCommonMark)
        document.clear()
        document.setDocumentMargin(0)
        cursor = QTextCursor(document)
        for number, block in enumerate(_blocks(read)):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(_room(block))
            for text, written in _runs(block):
                self._write(cursor, block, text, written)

    def _write(
        self, cursor: QTextCursor, block: QTextBlock, text: str, written: QTextCharFormat
    ) -> None:
        level = block.blockFormat().headingLevel()
        if level:
            cursor.insertText(text, self._letters(ui_font(_HEADINGS[level][0], SEMIBOLD)))
        elif _is_example(block):
            self._write_example(cursor, text, is_suggested=written.fontItalic())
        elif written.fontFixedPitch():
            start = cursor.position()
            letters = self._letters(ui_font(12, MEDIUM))
            cursor.insertText(f"{_BESIDE}{self._key(text)}{_BESIDE}", letters)
            self.caps.append((start + len(_BESIDE), cursor.position() - len(_BESIDE)))
        else:
            weight = SEMIBOLD if written.fontWeight() > QFont.Weight.Medium else REGULAR
            letters = self._letters(ui_font(_TEXT, weight))
            letters.setFontItalic(written.fontItalic())
            cursor.insertText(text, letters)

    def _letters(self, font: QFont) -> QTextCharFormat:
        letters = QTextCharFormat()
        letters.setFont(font)
        letters.setForeground(self._theme.text)
        return letters

    def _write_example(self, cursor: QTextCursor, text: str, *, is_suggested: bool) -> None:
        letters = self._letters(text_font(16))
        start = cursor.position()
        if not is_suggested:
            letters.setForeground(self._theme.muted)
        cursor.insertText(text, letters)
        if is_suggested:
            self.dotted.append((start, cursor.position()))


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _runs(block: QTextBlock) -> Iterator[tuple[str, QTextCharFormat]]:
    """Yield the stretches of a block that are written alike."""
    run = block.begin()
    while not run.atEnd():
        yield run.fragment().text(), run.fragment().charFormat()
        run += 1


def _is_example(block: QTextBlock) -> bool:
    return bool(block.blockFormat().property(int(QTextFormat.Property.BlockQuoteLevel)))


def _room(block: QTextBlock) -> QTextBlockFormat:
    """Return the room around a block."""
    room = QTextBlockFormat()
    level = block.blockFormat().headingLevel()
    above, below = _HEADINGS[level][1:] if level else (4, 4)
    room.setHeadingLevel(level)
    room.setTopMargin(scaled(above))
    room.setBottomMargin(scaled(below))
    room.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    room.setRightMargin(scaled(_RIGHT))
    if _is_example(block) or block.textList() is not None:
        room.setLeftMargin(scaled(_INDENT))
    return room
