"""How the parts of an article are set: sizes, weights, greys and gaps.

Owns the typography of the page as one table. Must not know what is marked in the text.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)

from kdcurator.domain.article import Part, PartKind
from kdcurator.gui.fonts import REGULAR, SEMIBOLD, font_scale, text_font, ui_font
from kdcurator.gui.reader.display import Display
from kdcurator.gui.theme import Theme

TEXT_SIZE: Final = 18
LINE: Final = 28
"""Pixels from baseline to baseline at that size: 124 % of Source Serif Pro's own height."""

_GAP: Final = 12  # a blank line between paragraphs
_FURTHER_GAP: Final = 4  # each blank line after the first
_CLOSE_GAP: Final = 8  # between paragraphs that only a newline divides
_PARAGRAPH: Final = 90  # characters: longer lines are paragraphs, shorter ones may be wrapped


@dataclass(frozen=True, slots=True)
class Setting:
    """How one kind of part is set; lengths in pixels at 100 %."""

    pixels: float
    line: float
    weight: int = REGULAR
    is_serif: bool = True
    colour: str = "text"
    above: float = 0
    below: float = 0
    is_inline: bool = False
    """Stands inside a paragraph, whose lines keep their height."""


_BODY: Final = Setting(TEXT_SIZE, LINE)
_FAINT: Final = Setting(12, 19, is_serif=False, colour="faint")

SETTINGS: Final[Mapping[PartKind, Setting]] = MappingProxyType(
    {
        PartKind.KICKER: Setting(12, 20, SEMIBOLD, is_serif=False, colour="muted"),
        PartKind.TITLE: Setting(31, 38, SEMIBOLD, below=4),
        PartKind.SUBTITLE: Setting(20, 31, colour="muted"),
        PartKind.LEDE: Setting(20, 31),
        PartKind.BYLINE: Setting(13, 19, is_serif=False, colour="muted", below=4),
        PartKind.DATELINE: Setting(TEXT_SIZE, LINE, SEMIBOLD, is_inline=True),
        PartKind.SECTION: Setting(12.5, 19, SEMIBOLD, is_serif=False, colour="muted", above=4),
        PartKind.LABEL: Setting(TEXT_SIZE, LINE, SEMIBOLD, is_inline=True),
        PartKind.HEADING: Setting(19, LINE, SEMIBOLD, above=11),
        PartKind.CAPTION: Setting(12.5, 19, is_serif=False, colour="faint"),
        PartKind.CREDIT: _FAINT,
        PartKind.LINK: _FAINT,
        PartKind.ADVERT: _FAINT,
        PartKind.QUESTION: Setting(TEXT_SIZE, LINE, SEMIBOLD, above=4),
    }
)
"""Body text is set as the document itself is."""


class Typesetter:
    """Sets one document in one theme at one zoom."""

    def __init__(self, theme: Theme, zoom: float) -> None:
        """Prepare; `zoom` is the reader's own, beside the scale of all text."""
        self._theme = theme
        self._zoom = zoom

    def set_text(
        self,
        document: QTextDocument,
        display: Display,
        parts: Sequence[Part],
        frame: QTextFrameFormat,
    ) -> None:
        """Fill a document with a text in a frame, its parts set apart, in one edit.

        Each edit lays the whole text out: 25 ms for 100,000 characters. So does moving the caret
        from the end, where it goes when a text comes in at its place: a caret at the start stays.
        """
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        document.setDefaultFont(body_font(self._zoom))
        document.rootFrame().setFrameFormat(frame)
        _replace_all(cursor, display.text)
        _select_all(cursor)
        cursor.setBlockFormat(self._block_format(_BODY))
        self._set_gaps(document, cursor)
        for part in parts:
            if part.kind in SETTINGS:
                place = display.to_qt(part.start), display.to_qt(part.end)
                self._set_part(cursor, SETTINGS[part.kind], *place)
        cursor.endEditBlock()

    def _set_part(self, cursor: QTextCursor, setting: Setting, start: int, end: int) -> None:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(self._char_format(setting))
        if not setting.is_inline:
            cursor.setBlockFormat(self._block_format(setting))

    def _set_gaps(self, document: QTextDocument, cursor: QTextCursor) -> None:
        gap, further_gap = self._gap(_GAP), self._gap(_FURTHER_GAP)
        close = self._block_format(_BODY)
        close.setBottomMargin(self._length(_CLOSE_GAP))
        before_is_blank = True
        for block in _blocks(document):
            is_blank = block.length() == 1
            if is_blank:
                cursor.setPosition(block.position())
                cursor.setBlockFormat(further_gap if before_is_blank else gap)
            elif block.length() > _PARAGRAPH and block.next().length() > 1:
                cursor.setPosition(block.position())
                cursor.setBlockFormat(close)
            before_is_blank = is_blank

    def _gap(self, pixels: float) -> QTextBlockFormat:
        gap = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        gap.setLineHeight(self._length(pixels), fixed)
        return gap

    def _block_format(self, setting: Setting) -> QTextBlockFormat:
        """Return lines of the setting's height, whatever the font's own is."""
        metrics = QFontMetricsF(self._font(setting))
        natural = math.ceil(metrics.ascent() + metrics.descent() + metrics.leading())
        block = QTextBlockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        block.setLineHeight(100 * self._length(setting.line) / natural, proportional)
        block.setTopMargin(self._length(setting.above))
        block.setBottomMargin(self._length(setting.below))
        return block

    def _char_format(self, setting: Setting) -> QTextCharFormat:
        characters = QTextCharFormat()
        characters.setFont(self._font(setting))
        characters.setForeground(self._colour(setting))
        return characters

    def _colour(self, setting: Setting) -> QColor:
        theme = self._theme
        colours = {"text": theme.text, "muted": theme.muted, "faint": theme.faint}
        return colours[setting.colour]

    def _font(self, setting: Setting) -> QFont:
        pixels = setting.pixels * self._zoom
        if setting.is_serif:
            return text_font(pixels, setting.weight)
        return ui_font(pixels, max(setting.weight, self._theme.small_weight))

    def _length(self, pixels: float) -> float:
        return pixels * self._zoom * font_scale()


def body_font(zoom: float) -> QFont:
    """Return the font of ordinary text."""
    return text_font(TEXT_SIZE * zoom)


def _replace_all(cursor: QTextCursor, text: str) -> None:
    """Put a text in the place of all; what stood first goes last, and holds a caret before it."""
    end = cursor.document().characterCount() - 1
    first = min(1, end)
    cursor.setPosition(first)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text, QTextCharFormat())
    cursor.setPosition(0)
    cursor.setPosition(first, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def _select_all(cursor: QTextCursor) -> None:
    """Select the whole document; `select` would lay it out first."""
    cursor.setPosition(0)
    cursor.setPosition(cursor.document().characterCount() - 1, QTextCursor.MoveMode.KeepAnchor)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
