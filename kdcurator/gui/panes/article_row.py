"""One article in the list: headline, medium and date, what is left to do.

Owns the drawing. Must not know the list's filter or keys.
"""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from kdcurator.domain.article import Article
from kdcurator.gui.fonts import MEDIUM, SEMIBOLD, scaled, ui_font
from kdcurator.gui.models.values import VALUE
from kdcurator.gui.models.wording import DOT, article_title, medium_and_date, work_left
from kdcurator.gui.panes.rows import Index, RowDelegate, paint_tick
from kdcurator.gui.panes.wrapping import Wrapping

MOST_LINES: Final = 3
"""Lines of a headline; a longer one ends in an ellipsis and is whole in the tooltip."""

_LEFT, _RIGHT, _LINE, _ABOVE, _BETWEEN, _BELOW = 26, 26, 19, 12, 3, 13  # pixels at 100 %


class ArticleRow(RowDelegate):
    """Draws articles; all rows alike when `uniform`, for lists too long to be measured."""

    uniform = False

    def take_fonts(self) -> None:
        """Make the fonts anew, at the scale of now."""
        self._read = Wrapping(ui_font(14, MEDIUM))
        self._unread = Wrapping(ui_font(14, SEMIBOLD))
        self._second = Wrapping(ui_font(12))
        self._work = Wrapping(ui_font(12, SEMIBOLD))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of a row: it depends on the headline alone."""
        lines = MOST_LINES - 1 if self.uniform else self._count_lines(option, index)
        height = scaled(_ABOVE) + (lines + 2) * scaled(_LINE) + scaled(_BETWEEN) + scaled(_BELOW)
        return QSize(scaled(120), height)

    def _count_lines(self, option: QStyleOptionViewItem, index: Index) -> int:
        article = index.data(VALUE)
        width = self._text_width(_width_of_list(option))
        return self._title(article).count(article_title(article), width, MOST_LINES)

    def _title(self, article: Article) -> Wrapping:
        return self._read if article.is_read else self._unread

    def _text_width(self, width: int) -> int:
        return max(width - scaled(_LEFT) - scaled(_RIGHT), scaled(60))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        article: Article = index.data(VALUE)
        chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.save()
        ground = option.rect.adjusted(scaled(8), 2, -scaled(8), -2)
        self.paint_ground(painter, ground, option, chosen=chosen)
        left, top = option.rect.left() + scaled(_LEFT), option.rect.top() + scaled(_ABOVE)
        box = QRect(left, top, self._text_width(option.rect.width()), scaled(_LINE))
        self._paint_mark(painter, QPoint(box.left(), box.center().y()), article, chosen=chosen)
        box = self._paint_title(painter, box, article)
        self.write(painter, self._second, box, medium_and_date(article.metadata), self.theme.muted)
        box.translate(0, scaled(_LINE))
        self._paint_work(painter, box, article)
        painter.restore()

    def _paint_mark(
        self, painter: QPainter, beside: QPoint, article: Article, *, chosen: bool
    ) -> None:
        """Draw a tick for a chosen row, a dot for an unread one."""
        centre = QPointF(beside.x() - scaled(10), beside.y() + 0.5)
        if chosen:  # clear of the bar of the row in hand
            paint_tick(painter, centre + QPointF(scaled(3), 0), self.theme.accent)
        elif not article.is_read:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.accent)
            painter.drawEllipse(centre, scaled(7) / 2, scaled(7) / 2)

    def _paint_title(self, painter: QPainter, box: QRect, article: Article) -> QRect:
        """Draw the headline and return the box of the line below."""
        wrapping = self._title(article)
        most = MOST_LINES - 1 if self.uniform else MOST_LINES
        for line in wrapping.lines(article_title(article), box.width(), most, evenly=True):
            self.write(painter, wrapping, box, line, self.theme.text)
            box.translate(0, scaled(_LINE))
        return box.translated(0, scaled(_BETWEEN))

    def _paint_work(self, painter: QPainter, box: QRect, article: Article) -> None:
        """Draw what is left to do, strong while there is something, and what was saved."""
        left_to_do, saved = work_left(article)
        wrapping = self._work if article.suggestions else self._second
        colour = self.theme.text if article.suggestions else self.theme.muted
        self.write(painter, wrapping, box, left_to_do, colour)
        if saved:
            beside = box.adjusted(round(wrapping.metrics.horizontalAdvance(left_to_do)), 0, 0, 0)
            if beside.width() > 0:
                self.write(painter, self._second, beside, DOT + saved, self.theme.muted)


def _width_of_list(option: QStyleOptionViewItem) -> int:
    """Return the room for a row; Qt gives an empty rectangle while it lays rows out."""
    widget = option.widget
    viewport = getattr(widget, "viewport", None)
    return viewport().width() if viewport is not None else option.rect.width()
