"""Rows that are told apart by when they were made: the moment, and below it what there is.

Owns how such rows are drawn, and where one day ends. Must not know what was made.
"""

from datetime import datetime
from typing import Final, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kdcurator.gui.fonts import MEDIUM, scaled, ui_font
from kdcurator.gui.models.backups import capital, moment
from kdcurator.gui.models.values import VALUE, ValueModel
from kdcurator.gui.panes.rows import paint_in_hand
from kdcurator.gui.theme import Theme

_SIDE: Final = 21
_ABOVE: Final = 9
_BETWEEN: Final = 4
"""Pixels above and below a row's words, and between its lines, at 100 %."""
_APART: Final = 11
"""Pixels between two days."""

Value = TypeVar("Value")


class MomentModel(ValueModel[Value]):
    """Things that were made, each at its moment."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self.now = datetime.now().astimezone()
        """Today, as rows name days by it."""

    def made_at(self, value: Value) -> datetime:
        """Return when something was made."""
        raise NotImplementedError

    def below(self, value: Value) -> str:
        """Return the row's second line."""
        raise NotImplementedError

    def words(self, value: Value) -> str:
        """Return when something was made, in words."""
        return capital(moment(self.made_at(value), self.now))

    def aloud(self, value: Value) -> str:
        """Return everything that stands in the row."""
        return f"{self.words(value)}, {self.below(value)}"

    def is_apart(self, row: int) -> bool:
        """Tell whether a row is of another day than the one above it."""
        if row == 0:
            return False
        made = [self.made_at(self.values()[at]) for at in (row, row - 1)]
        here, above = (each.astimezone().date() for each in made)
        return here != above


class MomentPainter(QStyledItemDelegate):
    """Draws a row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Draw in the colours of `theme`."""
        super().__init__(parent)
        self.theme = theme

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room of two lines."""
        lines = sum(QFontMetrics(font).height() for font in (_strong(), _plain()))
        height = lines + scaled(_BETWEEN) + 2 * scaled(_ABOVE)
        return QSize(option.rect.width(), height + _apart(index))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw ground, moment and second line."""
        value, model = index.data(VALUE), index.model()
        if value is None or not isinstance(model, MomentModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(option.rect)
        if apart := _apart(index):
            left, width = box.x() + scaled(_SIDE), box.width() - 2 * scaled(_SIDE)
            painter.fillRect(left, box.y() + apart // 2, width, 1, self.theme.line)
            box.setTop(box.top() + apart)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_in_hand(painter, box.adjusted(scaled(6), 0, -scaled(6), 0), self.theme)
        self._paint_words(painter, model.words(value), model.below(value), box)
        painter.restore()

    def _paint_words(self, painter: QPainter, when: str, what: str, box: QRect) -> None:
        room = box.adjusted(scaled(_SIDE), scaled(_ABOVE), -scaled(_SIDE), 0)
        painter.setPen(self.theme.text)
        middle = Qt.TextElideMode.ElideMiddle  # the hour tells backups of one day apart
        room.setTop(_write(painter, when, room, _strong(), middle) + scaled(_BETWEEN))
        painter.setPen(self.theme.muted)
        _write(painter, what, room, _plain())


def _strong() -> QFont:
    return ui_font(14, MEDIUM)


def _plain() -> QFont:
    return ui_font(12)


def _apart(index: QModelIndex | QPersistentModelIndex) -> int:
    model = index.model()
    is_apart = isinstance(model, MomentModel) and model.is_apart(index.row())
    return scaled(_APART) if is_apart else 0


def _write(
    painter: QPainter,
    text: str,
    room: QRect,
    font: QFont,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """Write one line at the top of `room`; return where it ends."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    words = metrics.elidedText(text, cut, room.width())
    painter.drawText(room.x(), room.y() + metrics.ascent(), words)
    return room.y() + metrics.height()
