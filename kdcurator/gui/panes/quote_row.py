"""One saved quote in *Har også sagt*: two lines of it, its tags, whether it was used.

Owns the drawing. Must not know whose quote it is.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kdcurator.domain.person import name_key
from kdcurator.domain.quote import Quote
from kdcurator.gui.fonts import SEMIBOLD, scaled, text_font, ui_font
from kdcurator.gui.models.values import VALUE
from kdcurator.gui.models.wording import quote_beginning, sign, translate
from kdcurator.gui.panes.rows import Index, RowDelegate, paint_tag_square
from kdcurator.gui.panes.wrapping import Wrapping

_LINES: Final = 2
_LINE, _TAGS, _ABOVE, _BELOW = 20, 22, 2, 5  # pixels at 100 %


class QuoteRow(RowDelegate):
    """Draws quotes, all rows alike."""

    colours: Mapping[str, int] = {}
    """The colour number of each tag, by the key of its name."""

    def take_fonts(self) -> None:
        """Make the fonts anew, at the scale of now."""
        self._text = Wrapping(text_font(14))
        self._tag = Wrapping(ui_font(12))
        self._used = Wrapping(ui_font(11, SEMIBOLD))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of a row."""
        return QSize(scaled(120), scaled(_ABOVE + _LINES * _LINE + _TAGS + _BELOW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row; in hand by keyboard or chosen it has a ground."""
        quote: Quote = index.data(VALUE)
        painter.save()
        if not option.state & QStyle.StateFlag.State_HasFocus:
            option.state &= ~QStyle.StateFlag.State_Selected
        chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self.paint_ground(painter, option.rect.adjusted(0, 0, 0, -2), option, chosen=chosen)
        box = option.rect.adjusted(scaled(8), scaled(_ABOVE), -scaled(8), 0)
        box.setHeight(scaled(_LINE))
        for line in self._text.lines(quote_beginning(quote), box.width(), _LINES):
            self.write(painter, self._text, box, line, self.theme.text)
            box.translate(0, scaled(_LINE))
        tags = QRect(
            box.left(),
            option.rect.top() + scaled(_ABOVE + _LINES * _LINE),
            box.width(),
            scaled(_TAGS),
        )
        room = self._paint_badges(painter, tags, quote)
        self._paint_tags(painter, tags.adjusted(0, 0, -room, 0), quote)
        painter.restore()

    def _paint_badges(self, painter: QPainter, box: QRect, quote: Quote) -> int:
        """Draw at the right that a quote was used, and how it stands; returns the room it took."""
        taken = 0
        if quote.used_in:
            taken += self._paint_badge(painter, box, translate("wording", "Used"))
        if words := sign(quote.anchor_state):
            taken += self._paint_badge(painter, box.adjusted(0, 0, -taken, 0), words)
        return taken

    def _paint_badge(self, painter: QPainter, box: QRect, words: str) -> int:
        width = round(self._used.metrics.horizontalAdvance(words)) + scaled(14)
        badge = QRect(box.right() + 1 - width, box.top() + 1, width, box.height() - 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.border, 1))
        painter.setBrush(self.theme.page)
        painter.drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        inside = badge.adjusted(scaled(7), 0, 0, 0)
        self.write(painter, self._used, inside, words, self.theme.text)
        return width + scaled(8)

    def _paint_tags(self, painter: QPainter, box: QRect, quote: Quote) -> None:
        """Draw the tags that fit, and how many do not."""
        if not quote.tags:
            self.write(painter, self._tag, box, translate("wording", "no tag"), self.theme.faint)
            return
        left = box.left()
        for number, name in enumerate(quote.tags):
            start = left + scaled(15)
            width = round(self._tag.metrics.horizontalAdvance(name))
            if number and start + width > box.right():
                more = f"+{len(quote.tags) - number}"
                rest = QRect(left, box.top(), max(box.right() - left, 0), box.height())
                self.write(painter, self._tag, rest, more, self.theme.muted)
                return
            colour = self.colours.get(name_key(name), 0)
            paint_tag_square(painter, left, box.top() + box.height() // 2, self.theme, colour)
            room = QRect(start, box.top(), max(box.right() - start, 0), box.height())
            self.write(painter, self._tag, room, name, self.theme.muted)
            left = start + width + scaled(14)
