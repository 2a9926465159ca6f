"""A list in columns, read line by line, of which every word can be seen.

Owns its look, and lines as high as their words need. Must not know what is listed.
"""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from kdcurator.gui.fonts import scaled, ui_font
from kdcurator.gui.theme import Theme

_LOWEST = 220
"""Pixels that the list is high at least, at 100 %."""


class Lines(QTreeWidget):
    """A list with the names of its columns above; one of the columns takes what room is left."""

    def __init__(self, name: str, columns: Sequence[tuple[str, int]], theme: Theme) -> None:
        """Name each column with its pixels at 100 %, 0 for the one that takes the rest."""
        super().__init__()
        self.setObjectName(name)
        self._widths = [width for _, width in columns]
        self._wide = self._widths.index(0)
        self.setRootIsDecorated(False)
        self.setHeaderLabels([words for words, _ in columns])
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(self._wide, QHeaderView.ResizeMode.Stretch)
        self.style_for(theme)

    def style_for(self, theme: Theme) -> None:
        """Take the colours of a theme, and lengths at the scale of now."""
        self.setFont(ui_font())
        self.setMinimumHeight(scaled(_LOWEST))
        for column, width in enumerate(self._widths):
            if width:
                self.header().resizeSection(column, scaled(width))
        room, beside = scaled(6), scaled(6)
        self.setStyleSheet(
            f"QTreeWidget {{ border: none; outline: none; background: {theme.overlay.name()}; }}"
            f"QTreeWidget::item {{ padding: {room}px {beside}px; color: {theme.text.name()};"
            f" border-bottom: 1px solid {theme.line.name()}; }}"
            f"QTreeWidget::item:selected {{ background: {theme.selection.name()}; }}"
            f"QHeaderView::section {{ border: none; background: {theme.overlay.name()};"
            f" color: {theme.muted.name()}; padding: 2px {beside}px {room}px {beside}px;"
            f" border-bottom: 1px solid {theme.border.name()}; }}"
        )

    def set_lines(self, lines: Iterable[Sequence[str]]) -> None:
        """List these, the first in hand."""
        self.clear()
        self.addTopLevelItems([QTreeWidgetItem(list(line)) for line in lines])
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def lines(self) -> list[tuple[str, ...]]:
        """Return what is listed."""
        columns = range(len(self._widths))
        return [tuple(item.text(column) for column in columns) for item in self._items()]

    def fit(self) -> None:
        """Make lines as high as their words need: Qt measures wrapped words in one line."""
        metrics, air = self.fontMetrics(), scaled(14)
        for item in self._items():
            high = 0
            for column in range(len(self._widths)):
                box = QRect(0, 0, self.columnWidth(column) - scaled(16), 10_000)
                words = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, item.text(column))
                high = max(high, words.height())
            item.setSizeHint(self._wide, QSize(0, high + air))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Have every word whole in the width of now."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave letters to the form: nobody types to find a line here."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        found = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        yield from (item for item in found if item is not None)
