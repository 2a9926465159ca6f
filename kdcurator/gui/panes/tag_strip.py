"""The tags below the article, where letters are so large that only one pane has room.

Owns how speaker and tags stand in a low, wide strip. Shows what the tag panel shows, and tells
nothing of its own: a tag that is pressed here is pressed there.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QSizePolicy, QWidget

from kdcurator.gui.fonts import SEMIBOLD, scaled, ui_font
from kdcurator.gui.panes.labels import ElidedLabel
from kdcurator.gui.panes.pane import Pane
from kdcurator.gui.panes.tag_panel import PressedList, TagPanel
from kdcurator.gui.panes.tag_row import TagCell
from kdcurator.gui.theme import Theme

_COLUMNS: Final = 5
_NARROWEST: Final = 110
_WIDEST: Final = 240
"""Pixels of a column at 100 %; where five have less than their names need, there are fewer."""

_TICK: Final = 22

_SIDE: Final = 23


class TagStrip(Pane):
    """Speaker and tags of what is in hand, in two or three lines."""

    def __init__(self, theme: Theme, panel: TagPanel, parent: QWidget | None = None) -> None:
        """Show what `panel` shows."""
        super().__init__(theme, edge=Qt.Edge.TopEdge, parent=parent)
        self.setObjectName("tagStrip")
        self._panel = panel
        self._speaker = ElidedLabel(theme, weight=SEMIBOLD, parent=self)
        self._about = ElidedLabel(theme, role="muted", pixels=12, parent=self)
        self._tags = PressedList(self)
        self._cell = TagCell(theme, self)
        self._make_list()
        self._head = QHBoxLayout()
        self._head.addWidget(self._speaker)
        self._head.addWidget(self._about, 1)
        self.column.addLayout(self._head)
        self.column.addWidget(self._tags)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        panel.in_hand_changed.connect(self._show_in_hand)
        panel.tag_model.modelReset.connect(self._fit)
        self._tags.pressed_row.connect(panel.press_tag)
        self.set_theme(theme)
        self._show_in_hand()

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and fonts at the scale of now."""
        super().set_theme(theme)
        self._cell.set_theme(theme)
        palette = self._tags.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.pane)
        self._tags.setPalette(palette)
        side = scaled(_SIDE)
        self._head.setContentsMargins(side, scaled(8), side, scaled(4))
        self._head.setSpacing(scaled(6))
        self._tags.setViewportMargins(side - scaled(3), 0, side - scaled(3), 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give each column its share of the width."""
        super().resizeEvent(event)
        self._fit()

    def _make_list(self) -> None:
        self._tags.setObjectName("tagStripList")
        self._tags.setAccessibleName(self.tr("Tags"))
        self._tags.setItemDelegate(self._cell)
        self._tags.setModel(self._panel.tag_model)
        self._tags.setFlow(QListView.Flow.LeftToRight)
        self._tags.setWrapping(True)
        self._tags.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _show_in_hand(self) -> None:
        speaker, about = self._panel.in_hand()
        self._speaker.setText(speaker)
        self._speaker.setVisible(bool(speaker))
        self._about.setText(f"·  {about}" if speaker and about else about)

    def _widest(self) -> int:
        """Return the width in which the longest name is whole, unless it is out of all measure."""
        metrics = QFontMetrics(ui_font(weight=SEMIBOLD))  # a ticked tag's
        model = self._panel.tag_model
        names = [str(model.index(row).data()) for row in range(model.rowCount())]
        longest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        wanted = longest + scaled(self._cell.name + 2 * self._cell.indent + _TICK)
        return min(max(wanted, scaled(_NARROWEST)), scaled(_WIDEST))

    def _fit(self) -> None:
        """Be as high as the rows that the tags need."""
        margins = self._tags.viewportMargins()
        room = max(self.width() - margins.left() - margins.right(), scaled(_NARROWEST))
        columns = max(1, min(_COLUMNS, room // self._widest()))
        height = self._tags.sizeHintForRow(0)
        self._cell.width = room // columns - 1  # a pixel of air, else Qt breaks the line early
        self._tags.setGridSize(QSize(self._cell.width, height))
        rows = -(-self._panel.tag_model.rowCount() // columns)
        self._tags.setFixedHeight(rows * height + scaled(6))
