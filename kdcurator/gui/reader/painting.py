"""The drawing of highlights behind an article's letters.

Owns tints, lines in lanes, dots and found words on the lines that are in sight. Must not know what
is in hand or how the caret moves. All lengths are pixels of the viewport.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLine
from PySide6.QtWidgets import QTextEdit

from kdcurator.domain.quote import Span
from kdcurator.domain.tag import Tag
from kdcurator.gui.reader.display import Display
from kdcurator.gui.reader.marks import Mark, Marks, Owner
from kdcurator.gui.reader.typesetting import TEXT_SIZE
from kdcurator.gui.theme import Theme, is_dashed, tag_colour

LANES: Final = 3
"""Lines under the text; the margin alone tells of what is beyond, but what is in hand is drawn."""

# Lengths at 100 %, each a whole number of pixels at any size of text:
_LINE: Final = 2  # thickness
_LANE: Final = 4  # from one line to the next
_DOT: Final = 2
_CLOSE, _WIDE = 5, 9  # from dot to dot: sure suggestions, weak ones
_DASH, _DASH_GAP = 6, 3
_STEP: Final = 4  # of a line that goes up and down
_ASCENT, _DESCENT = 0.91, 0.5  # of the font's: how far a tint reaches
_LINE_BELOW: Final = 0.83  # of the font's descent: where the first line runs


@dataclass(frozen=True, slots=True)
class VisibleLine:
    """A line of text in sight; `start` and `end` are document positions."""

    start: int
    end: int
    origin: QPointF
    line: QTextLine
    block: int
    unit: int
    """How many pixels one of the drawing is."""

    def x(self, position: int) -> float:
        """Return where a position of this line stands; a blank at its end takes no room."""
        inside = min(max(position, self.start), self.end) - self.block
        place = self.line.cursorToX(inside)
        across = place[0] if isinstance(place, tuple) else place
        edge = self.line.x() + self.line.naturalTextWidth()
        return self.origin.x() + (min(across, edge) if isinstance(across, float) else edge)

    @property
    def baseline(self) -> float:
        """Where the letters stand."""
        return self.origin.y() + self.line.y() + self.line.ascent()

    @property
    def top(self) -> int:
        """Where a tint begins."""
        return round(self.baseline - _ASCENT * self.line.ascent())

    @property
    def bottom(self) -> int:
        """Where a tint ends."""
        return round(self.baseline + _DESCENT * self.line.descent())

    def lane(self, number: int) -> int:
        """Return the top of a line under the text, the first being 0."""
        below = _LINE_BELOW * self.line.descent()
        return round(self.baseline + below) + number * _LANE * self.unit


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a mark is seen, from the first of its visible lines to the last."""

    top: int
    bottom: int


def visible_lines(view: QTextEdit) -> list[VisibleLine]:
    """Return the lines in sight from above."""
    return list(_lines(view))


def _lines(view: QTextEdit) -> Iterator[VisibleLine]:
    layout = view.document().documentLayout()
    scrolled = QPointF(-view.horizontalScrollBar().value(), -view.verticalScrollBar().value())
    height = view.viewport().height()
    unit = unit_of(view)
    block = view.cursorForPosition(view.viewport().rect().topLeft()).block()
    while block.isValid():
        corner = layout.blockBoundingRect(block).topLeft() + scrolled
        if corner.y() > height:
            return
        lines = block.layout()
        corner.setX(lines.position().x() + scrolled.x())
        corner.setY(lines.position().y() + scrolled.y())
        position = block.position()
        for number in range(lines.lineCount() if block.length() > 1 else 0):
            line = lines.lineAt(number)
            start = position + line.textStart()
            yield VisibleLine(start, start + line.textLength(), corner, line, position, unit)
        block = block.next()


def unit_of(view: QTextEdit) -> int:
    """Return how many whole pixels a pixel of the drawing is at this size of text."""
    return max(1, round(view.document().defaultFont().pixelSize() / TEXT_SIZE))


def extent_of(lines: Sequence[VisibleLine], start: int, end: int) -> Extent | None:
    """Return how far a stretch of the document is seen; None where it is out of sight."""
    within = [line for line in lines if line.start < end and line.end > start]
    if not within:
        return None
    return Extent(within[0].top, within[-1].lane(0) + _LINE * within[-1].unit)


class HighlightPainter:
    """Draws the marks of one screen and remembers how far each was seen."""

    def __init__(self, painter: QPainter, theme: Theme, display: Display) -> None:
        """Draw with `painter`, behind the text."""
        self._painter = painter
        self._theme = theme
        self._display = display
        self._extents: dict[Owner, Extent] = {}
        self._in_sight: dict[Owner, Mark] = {}

    def draw(
        self, lines: Iterable[VisibleLine], marks: Marks, in_hand: Owner | None
    ) -> dict[Owner, Extent]:
        """Draw all marks on these lines; returns where each was seen."""
        for line in lines:
            self._draw_line(line, marks, in_hand)
        return self._extents

    def draw_found(
        self, lines: Iterable[VisibleLine], found: Sequence[Span], current: Span | None
    ) -> None:
        """Draw found words on these lines, the one at the caret with a frame."""
        to_qt = self._display.to_qt
        places = [(to_qt(hit.start), to_qt(hit.end), hit == current) for hit in found]
        for line in lines:
            for start, end, is_current in places:
                if start < line.end and end > line.start:
                    frame = QPen(self._theme.accent, 2) if is_current else None
                    self._fill(line, start, end, self._theme.found, frame)

    def _draw_line(self, line: VisibleLine, marks: Marks, in_hand: Owner | None) -> None:
        to_text, to_qt = self._display.to_text, self._display.to_qt
        tinted = line.start
        for piece in marks.between(to_text(line.start), to_text(line.end)):
            start = max(line.start, to_qt(piece.start))
            end = min(line.end, to_qt(piece.end))
            if start >= end:
                continue
            mark = piece.mark
            is_held = mark.owner == in_hand
            if mark.is_saved and end > tinted:
                first = _colour(self._theme, mark.tags[0] if mark.tags else None)
                tint = self._theme.tint(first, is_held=is_held)
                self._fill(line, max(start, tinted), end, tint)
                tinted = end
            self._draw_lanes(line, (start, end), mark, is_held=is_held)
            self._see(mark, line)

    def _see(self, mark: Mark, line: VisibleLine) -> None:
        last = line.lane(min(max(mark.lanes), LANES - 1)) + _LINE * line.unit
        seen = self._extents.get(mark.owner)
        self._extents[mark.owner] = Extent(line.top if seen is None else seen.top, last)

    def _fill(
        self, line: VisibleLine, start: int, end: int, colour: QColor, frame: QPen | None = None
    ) -> None:
        left, right = sorted((line.x(start), line.x(end)))
        rect = QRectF(QRect(round(left) - 1, line.top, round(right - left) + 2, 0))
        rect.setBottom(line.bottom)
        self._painter.setPen(frame or QPen(Qt.PenStyle.NoPen))
        self._painter.setBrush(colour)
        self._painter.drawRoundedRect(rect, 1, 1)

    def _draw_lanes(
        self, line: VisibleLine, place: tuple[int, int], mark: Mark, *, is_held: bool
    ) -> None:
        left, right = sorted((round(line.x(place[0])), round(line.x(place[1]))))
        if not mark.is_saved:
            lane = min(mark.lanes[0], LANES - 1) if is_held else mark.lanes[0]
            if lane < LANES:
                colour = self._theme.accent if is_held else self._theme.mark
                step = _CLOSE if is_held or mark.is_strong else _WIDE
                row = left, line.lane(lane) + line.unit, right
                self._dots(row, step * line.unit, _DOT * line.unit, colour)
            return
        for lane, tag in zip(mark.lanes, mark.tags or (None,), strict=True):
            if lane < LANES:
                stretch = left, line.lane(lane), right
                draw = self._line if mark.doubt is None else self._wave
                draw(stretch, tag, line.unit)

    def _wave(self, place: tuple[int, int, int], tag: Tag | None, unit: int) -> None:
        """Draw steps up and down from left to right: the quote may stand elsewhere."""
        left, top, right = place
        colour, step = _colour(self._theme, tag), _STEP * unit
        for number, start in enumerate(range(left, right, step)):
            width, low = min(step, right - start), (number % 2) * unit
            self._painter.fillRect(start, top - unit + 2 * low, width, _LINE * unit, colour)

    def _line(self, place: tuple[int, int, int], tag: Tag | None, unit: int) -> None:
        """Draw a line from left to right, dashed for a tag from the ninth on."""
        left, top, right = place
        colour = _colour(self._theme, tag)
        if tag is None or not is_dashed(tag.colour):
            self._painter.fillRect(left, top, right - left, _LINE * unit, colour)
            return
        for start in range(left, right, (_DASH + _DASH_GAP) * unit):
            width = min(_DASH * unit, right - start)
            self._painter.fillRect(start, top, width, _LINE * unit, colour)

    def _dots(self, place: tuple[int, int, int], step: int, side: int, colour: QColor) -> None:
        """Draw whole squares: smoothed dots fell to a contrast of 2.5 : 1."""
        left, top, right = place
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        dots = [QRect(x, top, side, side) for x in range(left, right - side + 1, step)]
        self._painter.drawRects(dots)


def _colour(theme: Theme, tag: Tag | None) -> QColor:
    """Return a tag's colour; grey for a quote without tags."""
    return theme.mark if tag is None else tag_colour(theme, tag.colour)
