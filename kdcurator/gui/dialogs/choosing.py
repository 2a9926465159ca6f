"""A field and a list below it: letters narrow the list, arrows move in it, Enter chooses.

Owns what palette, tag picker and story switch have in common. Must not know what is chosen.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kdcurator.gui.dialogs.overlay import Overlay
from kdcurator.gui.fonts import SEMIBOLD, scaled, ui_font
from kdcurator.gui.models.values import VALUE, ValueModel
from kdcurator.gui.panes.labels import KeyHint, PlainLabel
from kdcurator.gui.panes.plain_list import PlainList
from kdcurator.gui.panes.rows import paint_in_hand, paint_tag_square
from kdcurator.gui.theme import Theme
from kdcurator.gui.widgets.key_cap import key_cap_font, key_cap_size, paint_key_cap

_MOST_ROWS: Final = 9
_SIDE: Final = 21
"""Pixels left and right of all that is written, at 100 %."""
_AIR: Final = 6
"""Pixels above and below the list, at 100 %."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    id: Hashable
    text: str
    letters: frozenset[int] = frozenset()
    """Which letters of the text matched what was typed."""
    aside: str = ""
    """Said after the text, fainter."""
    right: str = ""
    key: str = ""
    colour: int | None = None
    """A tag's number among the colours."""
    sign: str = ""
    """Stands in the place of a colour: `+` for what would be new."""
    is_apart: bool = False
    """Whether a line stands above it."""
    is_faint: bool = False


class RowModel(ValueModel[Row]):
    """The rows."""

    def key(self, value: Row) -> Hashable:
        """Tell rows apart."""
        return value.id

    def words(self, value: Row) -> str:
        """Return the row's text."""
        return value.text

    def aloud(self, value: Row) -> str:
        """Return everything that stands in the row."""
        return ", ".join(filter(None, (value.text, value.aside, value.right, value.key)))


class RowPainter(QStyledItemDelegate):
    """Draws a row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Draw in the colours of `theme`."""
        super().__init__(parent)
        self.theme = theme

    def sizeHint(  # noqa: N802 - Qt's name
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """Return a row's room."""
        row = index.data(VALUE)
        apart = scaled(11) if isinstance(row, Row) and row.is_apart else 0
        return QSize(option.rect.width(), scaled(39) + apart)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw ground, colour, text and what stands at the right."""
        row = index.data(VALUE)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(option.rect)
        if row.is_apart:
            left, width = box.x() + scaled(_SIDE), box.width() - 2 * scaled(_SIDE)
            painter.fillRect(left, box.y() + scaled(5), width, 1, self.theme.line)
            box.setTop(box.top() + scaled(11))
        if option.state & QStyle.StateFlag.State_Selected:
            paint_in_hand(painter, box.adjusted(scaled(6), 0, -scaled(6), 0), self.theme)
        left = self._paint_sign(painter, row, box)
        right = self._paint_right(painter, row, box)
        self._paint_text(painter, row, QRect(left, box.y(), right - left, box.height()))
        painter.restore()

    def _paint_sign(self, painter: QPainter, row: Row, box: QRect) -> int:
        left = box.x() + scaled(_SIDE)
        if row.colour is not None:
            paint_tag_square(painter, left, box.center().y(), self.theme, row.colour)
        elif row.sign:
            painter.setPen(self.theme.muted)
            painter.setFont(ui_font(14))
            painter.drawText(QRect(left, box.y(), scaled(20), box.height()), _MIDDLE, row.sign)
        has_sign = row.colour is not None or row.sign
        return left + (scaled(21) if has_sign else 0)

    def _paint_right(self, painter: QPainter, row: Row, box: QRect) -> int:
        right = box.right() + 1 - scaled(_SIDE)
        if row.key:
            font = key_cap_font()
            size = key_cap_size(row.key, font)
            right -= size.width()
            top = box.center().y() - size.height() // 2
            paint_key_cap(painter, QPoint(right, top), row.key, self.theme, font)
            right -= scaled(14)
        if row.right:
            font = ui_font(12)
            width = QFontMetrics(font).horizontalAdvance(row.right)
            right -= width
            painter.setFont(font)
            painter.setPen(self.theme.muted)
            painter.drawText(QRect(right, box.y(), width, box.height()), _MIDDLE, row.right)
            right -= scaled(14)
        return right

    def _paint_text(self, painter: QPainter, row: Row, room: QRect) -> None:
        plain, strong = ui_font(14), ui_font(14, SEMIBOLD)
        left = room.x()
        text = QFontMetrics(plain).elidedText(
            row.text, Qt.TextElideMode.ElideRight, room.width() - scaled(4)
        )
        for piece, matched in _runs(text, row.letters):
            font = strong if matched else plain
            colour = self.theme.faint if row.is_faint else self.theme.text
            left = _write(
                painter, piece, room, left, font, self.theme.accent if matched else colour
            )
        if row.aside:
            _write(painter, row.aside, room, left + scaled(12), ui_font(12), self.theme.muted)


_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def _write(
    painter: QPainter, text: str, room: QRect, left: int, font: QFont, colour: QColor
) -> int:
    """Write at `left`; return where the next word begins."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QRect(left, room.y(), room.right() - left, room.height()), _MIDDLE, text)
    return left + QFontMetrics(font).horizontalAdvance(text)


def _runs(text: str, letters: frozenset[int]) -> list[tuple[str, bool]]:
    """Cut a text where matched and other letters meet."""
    runs: list[tuple[str, bool]] = []
    for place, letter in enumerate(text):
        matched = place in letters
        if runs and runs[-1][1] is matched:
            runs[-1] = (runs[-1][0] + letter, matched)
        else:
            runs.append((letter, matched))
    return runs


class Chooser(Overlay):
    """Field, list and foot."""

    def __init__(
        self, parent: QWidget, theme: Theme, name: str, *, width: int, is_shaded: bool
    ) -> None:
        """Bear `name` as objectName, and the field `name` + "Field"."""
        super().__init__(parent, theme, width=width, is_shaded=is_shaded)
        self.setObjectName(name)
        self.field = QLineEdit(self.panel)
        self.field.setObjectName(f"{name}Field")
        self.field.setFrame(False)
        self.label = PlainLabel(theme, role="muted", pixels=12, parent=self.panel)
        self.rows = RowModel(self)
        self.list = PlainList(self.panel)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._painter = RowPainter(theme, self.list)
        self.list.setItemDelegate(self._painter)
        self.list.setModel(self.rows)
        self._head, self._middle, self.foot = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self.count = PlainLabel(theme, role="muted", pixels=12, parent=self.panel)
        self._lay_out()
        self.field.installEventFilter(self)
        self.field.textChanged.connect(lambda _text: self._narrow())
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and fonts at the scale of now."""
        super().set_theme(theme)
        self._painter.theme = theme
        self._settle_lengths()
        self.field.setFont(ui_font(15))
        self.field.setStyleSheet(
            f"QLineEdit, QLineEdit:focus {{ background: transparent; border: none; "
            f"padding: {scaled(14)}px 0; color: {theme.text.name()}; }}"
        )
        palette = self.list.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.overlay)
        self.list.setPalette(palette)
        for line in self.findChildren(QFrame, "hairline"):
            line.setStyleSheet(f"background: {theme.line.name()}; border: none;")

    def begin(self, field_name: str, placeholder: str) -> None:
        """Open with an empty field."""
        self.field.setAccessibleName(field_name)
        self.setAccessibleName(field_name)
        self.field.setPlaceholderText(placeholder)
        self.field.clear()
        self._narrow()
        self.open(self.field)

    def renew(self) -> None:
        """Show the rows anew for what is typed."""
        self._narrow()

    def find_rows(self, query: str) -> Sequence[Row]:
        """Return the rows for what was typed."""
        raise NotImplementedError

    def choose(self, row: Row) -> None:
        """Act on the row that was chosen; the panel is closed by then."""
        raise NotImplementedError

    def count_words(self, _shown: int) -> str:
        """Return what stands at the right of the foot."""
        return ""

    def key(self, event: QKeyEvent) -> bool:
        """Move with arrows, choose with Enter."""
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Tab:
                self._move(1)
            case Qt.Key.Key_Up | Qt.Key.Key_Backtab:
                self._move(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(self.list.currentIndex().row())
            case _:
                return super().key(event)
        return True

    def hint(self, key: str, words: str) -> None:
        """Put a key and what it does into the foot."""
        self.foot.insertWidget(
            self.foot.count() - 2, KeyHint(key, words, self.theme, parent=self.panel)
        )

    def _lay_out(self) -> None:
        self._head.addWidget(self.field, 1)
        self._head.addWidget(self.label)
        self.foot.addStretch(1)
        self.foot.addWidget(self.count)
        self._middle.addWidget(self.list)
        column = self.panel.column
        column.addLayout(self._head)
        column.addWidget(_hairline(self.panel))
        column.addLayout(self._middle)
        column.addWidget(_hairline(self.panel))
        column.addLayout(self.foot)

    def _settle_lengths(self) -> None:
        side = scaled(_SIDE)
        self._head.setContentsMargins(side, 0, side, 0)
        self._middle.setContentsMargins(0, scaled(_AIR), 0, scaled(_AIR))
        self.foot.setContentsMargins(side, scaled(9), side, scaled(9))
        self.foot.setSpacing(scaled(18))

    def _narrow(self) -> None:
        rows = self.find_rows(self.field.text())
        self.rows.set_values(rows)
        if rows:
            self.list.setCurrentIndex(self.rows.index(0))
        self.count.setText(self.count_words(len(rows)))
        self._place()
        self._fit_list()
        self._place()

    def _fit_list(self) -> None:
        """Be as high as the rows, where there is room: field and foot stay in sight."""
        count = min(self.rows.rowCount(), _MOST_ROWS)
        wanted = sum(self.list.sizeHintForRow(row) for row in range(count))
        column = self.panel.column
        self.list.setFixedHeight(0)
        column.activate()
        room = self.height() - self.top() - scaled(24) - column.sizeHint().height()
        self.list.setFixedHeight(max(min(max(wanted, scaled(39)), room), scaled(39)))
        column.activate()

    def _move(self, by: int) -> None:
        count = self.rows.rowCount()
        if count:
            row = (self.list.currentIndex().row() + by) % count
            self.list.setCurrentIndex(self.rows.index(row))

    def _choose(self, number: int) -> None:
        row = self.rows.value_at(number)
        if row is not None:
            self.leave()
            self.choose(row)


def _hairline(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line
