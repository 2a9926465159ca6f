"""The left pane: search on top, below it the articles or what was found.

Owns which of the two lists is seen. Must not know what is done with a row.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from kdcurator.gui.fonts import scaled
from kdcurator.gui.panes.article_list import ArticleList
from kdcurator.gui.panes.pane import Pane
from kdcurator.gui.panes.search import SearchBar
from kdcurator.gui.theme import Theme


class LibraryPane(Pane):
    """Search bar and article list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with the articles."""
        super().__init__(theme, edge=Qt.Edge.RightEdge, parent=parent)
        self.search_bar = SearchBar(theme, self)
        self.article_list = ArticleList(theme, self)
        self.column.addWidget(self.search_bar)
        self.column.addWidget(self.article_list, 1)
        self.search_bar.showing_hits.connect(self._show_hits)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width that headlines look well in."""
        return QSize(scaled(301), scaled(600))

    def _show_hits(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        self.article_list.setHidden(shown)
        self.column.setStretch(0, int(shown))
        self.column.setStretch(1, int(not shown))
