"""One hit of a search: where it stands, the passage with the words asked for, who and which tags.

Below a quote stands what else its speaker said, and in which stories it is used.

Owns the drawing. Must not know how a search works.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from kdcurator.domain.searching import Hit, HitKind
from kdcurator.gui.fonts import SEMIBOLD, scaled, text_font, ui_font
from kdcurator.gui.models.hits import places_of_words, told_beside
from kdcurator.gui.models.values import VALUE
from kdcurator.gui.models.wording import DOT, one_line, translate
from kdcurator.gui.panes.rows import Index, RowDelegate, baseline
from kdcurator.gui.panes.wrapping import Wrapping

_WIDE: Final = 480
"""Pixels at 100 % from which two lines hold a passage that takes three in a narrow pane."""

_LEFT, _RIGHT, _LINE, _ABOVE, _BELOW = 26, 22, 19, 10, 12  # pixels at 100 %


class HitRow(RowDelegate):
    """Draws hits; a row is higher where something is told beside it."""

    asked: tuple[str, ...] = ()
    """The words asked for, case folded."""
    width = 0
    """Pixels that a row has."""

    def take_fonts(self) -> None:
        """Make the fonts anew, at the scale of now."""
        self._title = Wrapping(ui_font(12, SEMIBOLD))
        self._passage = Wrapping(text_font(14))
        self._second = Wrapping(ui_font(12))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of a row."""
        lines = self._lines() + 2 + len(self._told(index.data(VALUE)))
        return QSize(scaled(120), scaled(_ABOVE + lines * _LINE + _BELOW))

    def _lines(self) -> int:
        """Return how many lines a passage takes."""
        return 2 if self._is_wide() else 3

    def _is_wide(self) -> bool:
        return self.width >= scaled(_WIDE)

    def _told(self, hit: Hit) -> list[str]:
        """Return the lines of what is told beside a hit: one where there is room for all."""
        told = told_beside(hit.beside)
        lines = [DOT.join(told)] if told and self._is_wide() else told
        return [line[:1].upper() + line[1:] for line in lines]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        hit: Hit = index.data(VALUE)
        painter.save()
        ground = option.rect.adjusted(scaled(8), 2, -scaled(8), -2)
        chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self.paint_ground(painter, ground, option, chosen=chosen)
        left, top = option.rect.left() + scaled(_LEFT), option.rect.top() + scaled(_ABOVE)
        width = max(option.rect.width() - scaled(_LEFT + _RIGHT), scaled(60))
        box = QRect(left, top, width, scaled(_LINE))
        self.write(painter, self._title, box, one_line(hit.title), self.theme.text)
        box.translate(0, scaled(2))
        lines = self._passage.lines(one_line(hit.snippet), box.width(), self._lines())
        for line in lines:
            box.translate(0, scaled(_LINE))
            self._paint_passage(painter, box, line)
        box.translate(0, scaled(_LINE))
        kind = "" if hit.kind is HitKind.QUOTE else translate("wording", "article")
        about = DOT.join(part for part in (kind, hit.speaker, ", ".join(hit.tags)) if part)
        self.write(painter, self._second, box, about, self.theme.muted)
        for told in self._told(hit):
            box.translate(0, scaled(_LINE))
            self.write(painter, self._second, box, told, self.theme.muted)
        painter.restore()

    def _paint_passage(self, painter: QPainter, box: QRect, line: str) -> None:
        """Draw a line of the passage on grounds that mark the words asked for."""
        advance = self._passage.metrics.horizontalAdvance
        for start, end in places_of_words(line, self.asked):
            left = box.left() + advance(line[:start])
            width = round(advance(line[start:end])) + 2
            mark = QRect(round(left) - 1, box.top() + 1, width, box.height() - 1)
            painter.fillRect(mark, self.theme.found)
        painter.setFont(self._passage.font)
        painter.setPen(self.theme.text)
        painter.drawText(QPointF(box.left(), baseline(self._passage, box)), line)
