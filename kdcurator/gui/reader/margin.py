"""The drawing of the margin: bars, labels, the chip of what is in hand, and what was just done.

Owns how labels look. Must not know where highlights are or what a key does. Lengths are pixels of
the viewport.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from kdcurator.domain.tag import Tag
from kdcurator.gui.fonts import scaled, ui_font
from kdcurator.gui.models.wording import sign
from kdcurator.gui.reader.labels import (
    CAP,
    CHIP,
    CHIPS,
    LABELS,
    LINE,
    NAME,
    ROW,
    WIDTH,
    Label,
    Note,
    Placed,
    note_font,
    stack,
    suggestion,
    surname,
    undoes,
    unknown,
    untagged,
    weak,
    weak_in_chip,
)
from kdcurator.gui.reader.marks import Mark
from kdcurator.gui.reader.painting import LANES, Extent
from kdcurator.gui.theme import Theme, tag_colour
from kdcurator.gui.widgets.key_cap import (
    key_cap_font,
    key_cap_size,
    paint_key_cap,
    small_key_cap_font,
)

BARS: Final = 11  # from the column to the first bar

_BAR, _BAR_STEP = 3, 6
_ARROW: Final = 5  # from its back to its tip
_FIRST_LINE: Final = 12  # from the top of a tint to the middle of its line


class MarginPainter:
    """Draws bars and labels at the right of the column, and the bar at its left."""

    def __init__(self, painter: QPainter, theme: Theme, right: int) -> None:
        """Draw with `painter`; `right` is where the column ends."""
        self._painter = painter
        self._theme = theme
        self._right = right
        self._name_font = note_font()
        self._row_font = ui_font(12, theme.small_weight)
        self._small_font = ui_font(11, theme.small_weight)

    def draw_bars(self, mark: Mark, extent: Extent) -> None:
        """Draw one bar for each tag of a saved quote."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        for lane, tag in zip(mark.lanes, mark.tags or (None,), strict=True):
            if lane < LANES:
                colour = self._theme.mark if tag is None else tag_colour(self._theme, tag.colour)
                self._draw_bar(self._right + scaled(BARS + lane * _BAR_STEP), extent, colour)

    def draw_held(self, extent: Extent, left: int) -> None:
        """Draw the bar that shows what the keys act on, and an arrow: bars of tags have none."""
        self._draw_bar(left, extent, self._theme.accent)
        side, middle = scaled(_ARROW), extent.top + scaled(_FIRST_LINE)
        tip = left + scaled(_BAR) + side
        arrow = [QPointF(tip - side, middle - side), QPointF(tip - side, middle + side)]
        self._painter.drawPolygon([*arrow, QPointF(tip, middle)])

    def draw(self, labels: Sequence[Label]) -> list[Placed]:
        """Draw labels; returns where each stands."""
        placed = stack(labels)
        for item in placed:
            mark = item.label.mark
            if mark is not None and mark.is_saved:
                self._draw_saved(item, mark)
            elif mark is not None:
                self._draw_suggestion(item, mark)
            if item.label.note is not None:
                left = self._right + scaled(LABELS)
                self._draw_note(item.label.note, left, item.note_top)
        return placed

    def _draw_bar(self, left: int, extent: Extent, colour: QColor) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        rect = QRect(left, extent.top, scaled(_BAR), extent.bottom - extent.top)
        self._painter.drawRoundedRect(rect, scaled(_BAR) / 2, scaled(_BAR) / 2)

    def _draw_suggestion(self, item: Placed, mark: Mark) -> None:
        indent = scaled(LABELS if item.label.is_beside_bars else CHIPS)
        left, width = self._right + indent, scaled(WIDTH) - indent
        if item.label.is_held:
            self._draw_chip(item, mark, left, width)
            return
        middle = item.top + scaled(NAME / 2)
        self._write(left, middle, surname(mark.speaker), self._row_font, self._theme.muted, width)
        if not mark.is_strong:
            below = middle + scaled(LINE)
            self._write(left, below, weak(), self._row_font, self._theme.muted, width)

    def _draw_chip(self, item: Placed, mark: Mark, left: int, width: int) -> None:
        painter, theme = self._painter, self._theme
        painter.setPen(QPen(theme.border, 1))
        painter.setBrush(theme.page)
        frame = QRectF(left, item.top, width, scaled(CHIP)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, scaled(6), scaled(6))
        inside = left + scaled(10)
        room = width - 2 * scaled(10)
        name = mark.speaker or unknown()
        if QFontMetricsF(self._name_font).horizontalAdvance(name) > room:
            name = surname(mark.speaker)
        self._write(inside, item.top + scaled(16), name, self._name_font, theme.text, room)
        word = suggestion() if mark.is_strong else weak_in_chip()
        wanted = QFontMetricsF(self._row_font).horizontalAdvance(word)
        top, right = item.top + scaled(29), left + width - scaled(8)
        right = self._draw_keys(right, top, right - inside - wanted)
        middle = top + key_cap_size("1", key_cap_font()).height() // 2
        self._write(inside, middle, word, self._row_font, theme.muted, right - inside)

    def _draw_keys(self, right: int, top: int, room: float) -> int:
        """Draw the keys that save, as many as have room; returns where they begin."""
        font, gap = key_cap_font(), scaled(3)
        keys = ("⏎", "1–9")
        taken = sum(key_cap_size(key, font).width() + gap for key in keys)
        for key in keys if taken <= room else keys[1:]:
            right -= key_cap_size(key, font).width()
            paint_key_cap(self._painter, QPoint(right, top), key, self._theme, font)
            right -= gap
        return right

    def _draw_saved(self, item: Placed, mark: Mark) -> None:
        left = self._right + scaled(LABELS)
        width = scaled(WIDTH - LABELS)
        middle = item.top + scaled(NAME / 2)
        if item.is_compact:
            width = self._draw_caps(mark, left + width, item.top) - left
        name = surname(mark.speaker)
        if mark.doubt is not None and item.is_compact:
            name = f"? {name}"
        self._write(left, middle, name, self._name_font, self._theme.text, width)
        if item.is_compact:
            return
        top = middle + scaled(14)
        if mark.doubt is not None:
            words, colour = sign(mark.doubt), self._theme.warning
            self._write(left, top + scaled(CAP / 2), words, self._name_font, colour, width)
            top += scaled(ROW)
        self._draw_tags(mark, left, top)

    def _draw_tags(self, mark: Mark, left: int, top: int) -> None:
        width = scaled(WIDTH - LABELS)
        muted = self._theme.muted
        middle = scaled(CAP / 2)
        if not mark.names:
            self._write(left, top + middle, untagged(), self._row_font, muted, width)
        for number, (tag, name) in enumerate(zip(mark.tags, mark.names, strict=True)):
            row = top + number * scaled(ROW)
            taken = self._draw_sign(tag, left, row) + scaled(5)
            font = self._font_for(name, width - taken)
            self._write(left + taken, row + middle, name, font, muted, width - taken)

    def _font_for(self, name: str, room: int) -> QFont:
        """Return a font in which a long name is whole: a little smaller, where that is enough."""
        fits = QFontMetricsF(self._row_font).horizontalAdvance(name) <= room
        return self._row_font if fits else self._small_font

    def _draw_caps(self, mark: Mark, right: int, top: int) -> int:
        """Draw the keys of all tags in the name's row; returns where they begin."""
        for tag in reversed(mark.tags):
            width = key_cap_size(_key(tag), small_key_cap_font()).width()
            right -= width if tag is not None and tag.key is not None else scaled(8)
            self._draw_sign(tag, right, top + scaled((NAME - CAP) / 2))
            right -= scaled(3)
        return right

    def _draw_sign(self, tag: Tag | None, left: int, top: int) -> int:
        """Draw a tag's key, or its colour when it has none; returns the width."""
        if tag is not None and tag.key is not None:
            return self._cap(left, top, _key(tag)).width()
        side = scaled(8)
        colour = self._theme.mark if tag is None else tag_colour(self._theme, tag.colour)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        square = QRect(left, top + (scaled(CAP) - side) // 2, side, side)
        self._painter.drawRoundedRect(square, 2, 2)
        return side

    def _draw_note(self, note: Note, left: int, top: int) -> None:
        line = top + scaled(6)
        width = scaled(WIDTH - LABELS)
        self._painter.fillRect(left, line, width, 1, self._theme.line)
        middle = line + scaled(14 - LINE)
        for words in note.lines():
            middle += scaled(LINE)
            self._write(left, middle, words, self._name_font, self._theme.text, width)
        cap = self._cap(left, middle + scaled(14), note.key)
        after = cap.right() + scaled(7)
        across = cap.center().y() + 1
        room = width - (after - left)
        self._write(after, across, undoes(), self._row_font, self._theme.muted, room)

    def _cap(self, left: int, top: int, key: str) -> QRect:
        return paint_key_cap(
            self._painter, QPoint(left, top), key, self._theme, small_key_cap_font()
        )

    def _write(
        self, left: int, middle: int, text: str, font: QFont, colour: QColor, width: int
    ) -> None:
        metrics = QFontMetricsF(font)
        self._painter.setFont(font)
        self._painter.setPen(colour)
        baseline = QPointF(left, round(middle + metrics.capHeight() / 2))
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
        self._painter.drawText(baseline, words)


def _key(tag: Tag | None) -> str:
    return "" if tag is None or tag.key is None else str(tag.key)
