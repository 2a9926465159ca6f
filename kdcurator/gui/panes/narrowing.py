"""What hits can be narrowed to, below them: tags, speakers, media and the like with their counts.

Owns the rows and how much room they take. Must not know how a query reads with one.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from kdcurator.domain.searching import Facet
from kdcurator.domain.tag import Tag
from kdcurator.gui.fonts import SEMIBOLD, scaled, ui_font
from kdcurator.gui.models.offers import FacetModel, FacetRow, facet_name
from kdcurator.gui.models.values import VALUE
from kdcurator.gui.models.wording import number
from kdcurator.gui.panes.labels import ElidedLabel
from kdcurator.gui.panes.plain_list import PlainList
from kdcurator.gui.panes.rows import Hairline, Index, RowDelegate, paint_tag_square, paint_tick
from kdcurator.gui.panes.wrapping import Wrapping
from kdcurator.gui.theme import Theme
from kdcurator.gui.widgets.key_cap import KeyCap

_HEIGHT: Final = 25  # pixels at 100 %
_LEFT: Final = 26
_RIGHT: Final = 18
_MOST_OF_PANE: Final = 0.36
"""Share of the pane's height; the hits have the rest."""


class _Row(RowDelegate):
    """Draws a facet's name at its first row, a name and its count; a tick where it is on."""

    colours: Mapping[str, int] = MappingProxyType({})
    """The colours of tags by their names, case folded."""

    def take_fonts(self) -> None:
        """Make the fonts anew, at the scale of now."""
        self._small = Wrapping(ui_font(12))
        self._plain = Wrapping(ui_font())
        self._strong = Wrapping(ui_font(weight=SEMIBOLD))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of a row."""
        return QSize(scaled(120), scaled(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row: FacetRow = index.data(VALUE)
        painter.save()
        if not option.state & QStyle.StateFlag.State_HasFocus:
            option.state &= ~QStyle.StateFlag.State_Selected
        ground = option.rect.adjusted(scaled(8), 0, -scaled(8), 0)
        self.paint_ground(painter, ground, option, chosen=False)
        box = option.rect.adjusted(scaled(_LEFT), 0, -scaled(_RIGHT), 0)
        label = min(self._label_width(index), box.width() * 2 // 5)
        if row.is_first:
            place = QRect(box.left(), box.top(), label, box.height())
            self.write(painter, self._small, place, facet_name(row.facet), self.theme.muted)
        box.setLeft(box.left() + label + scaled(12))
        self._paint_name(painter, row, box)
        painter.restore()

    def _paint_name(self, painter: QPainter, row: FacetRow, box: QRect) -> None:
        count = number(row.count)
        self.write_right(painter, self._small, box, count, self.theme.muted)
        room = round(self._small.metrics.horizontalAdvance(count)) + scaled(8)
        box = box.adjusted(0, 0, -room, 0)
        if row.is_on:
            middle = QPointF(box.right() - scaled(6), box.top() + box.height() / 2)
            paint_tick(painter, middle, self.theme.accent)
            box.adjust(0, 0, -scaled(18), 0)
        if row.facet is Facet.TAG and row.name.casefold() in self.colours:
            middle_of_row = box.top() + box.height() // 2
            colour = self.colours[row.name.casefold()]
            side = paint_tag_square(painter, box.left(), middle_of_row, self.theme, colour)
            box.setLeft(box.left() + side + scaled(8))
        wrapping = self._strong if row.is_on else self._plain
        self.write(painter, wrapping, box, row.name, self.theme.text)

    def _label_width(self, index: Index) -> int:
        """Return the width of the widest facet's name that is shown."""
        model = index.model()
        values = model.values() if isinstance(model, FacetModel) else ()
        names = {facet_name(row.facet) for row in values}
        widths = map(self._small.metrics.horizontalAdvance, names)
        return round(max(widths, default=0)) + 1


class _FacetList(PlainList):
    """A click is enough, and a double click is two."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.doubleClicked.disconnect()
        self.clicked.connect(lambda index: self.row_opened.emit(index.row()))


class NarrowingPane(QWidget):
    """Heading with its key, and the rows."""

    toggled = Signal(str)
    """What is to be added to the query, or taken off it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self.heading = ElidedLabel(theme, role="muted", pixels=12, weight=SEMIBOLD, parent=self)
        self.heading.setText(self.tr("Narrow down"))
        self.cap = KeyCap("", theme, self)
        self._line = Hairline(theme, self)
        self._facets = FacetModel(self)
        self._row = _Row(theme, self)
        self.facet_list = _FacetList(self)
        self.facet_list.setObjectName("facetList")
        self.facet_list.setAccessibleName(self.tr("Narrow down"))
        self.facet_list.setUniformItemSizes(True)
        self.facet_list.setItemDelegate(self._row)
        self.facet_list.setModel(self._facets)
        self.facet_list.row_opened.connect(self._toggle)
        self._top = QHBoxLayout()
        self._top.addWidget(self.heading, 1)
        self._top.addWidget(self.cap)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._line)
        self._column.addLayout(self._top)
        self._column.addWidget(self.facet_list)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and fonts at the scale of now."""
        palette = self.facet_list.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.pane)
        self.facet_list.setPalette(palette)
        for widget in (self.heading, self.cap, self._line, self._row):
            widget.set_theme(theme)
        self._top.setContentsMargins(scaled(_LEFT), scaled(8), scaled(_RIGHT), scaled(4))
        self._column.setContentsMargins(0, 0, 0, scaled(8))
        self.facet_list.scheduleDelayedItemsLayout()

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Say which colours the tags have."""
        self._row.colours = {tag.name.casefold(): tag.colour for tag in tags}
        self.facet_list.viewport().update()

    def show_rows(self, rows: Sequence[FacetRow]) -> None:
        """Show what hits can be narrowed to; the row in hand stays so while it is there."""
        in_hand = self._facets.value_at(self.facet_list.currentIndex().row())
        self._facets.set_values(rows)
        row = -1 if in_hand is None else self._facets.row_of(in_hand.wish)
        if row < 0 and self.facet_list.hasFocus():
            row = 0
        self.facet_list.setCurrentIndex(self._facets.index(row))
        self.setVisible(bool(rows))

    def rows(self) -> Sequence[FacetRow]:
        """Return what is shown."""
        return self._facets.values()

    def fit(self, room: int) -> None:
        """Take what the rows need of a pane `room` pixels high, and leave the most to the hits."""
        rows = max(2, int(room * _MOST_OF_PANE) // scaled(_HEIGHT))
        self.facet_list.setFixedHeight(min(rows, self._facets.rowCount()) * scaled(_HEIGHT))

    def _toggle(self, row: int) -> None:
        value = self._facets.value_at(row)
        if value is not None:
            self.toggled.emit(value.wish)
