"""The window's panes, arranged: articles, text and tags side by side over the foot line.

Owns where each pane stands, which page is seen, and which keys stand written on the panes. Must
not know the library, so that it can be painted before one is open.
"""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kdcurator.gui.dialogs.find_bar import FindBar
from kdcurator.gui.keymap import Keymap
from kdcurator.gui.pane_row import PaneRow
from kdcurator.gui.panes.library_pane import LibraryPane
from kdcurator.gui.panes.pane import Pane
from kdcurator.gui.panes.status_line import StatusLine
from kdcurator.gui.panes.story_line import StoryLine
from kdcurator.gui.panes.tag_panel import TagPanel
from kdcurator.gui.panes.welcome import Welcome
from kdcurator.gui.reader.view import Reader
from kdcurator.gui.theme import Theme
from kdcurator.settings import resources
from kdcurator.text.sentences import read_abbreviations

_READER = 1
"""Which of the panes side by side holds the reader."""


class Frame(QWidget):
    """Everything of the window that is there before the library is."""

    def __init__(self, theme: Theme, keymap: Keymap, parent: QWidget) -> None:
        """Begin with empty panes."""
        super().__init__(parent)
        self.library_pane = LibraryPane(theme)
        self.articles = self.library_pane.article_list
        self.search = self.library_pane.search_bar
        self.story = StoryLine(theme)
        self.reader = Reader(theme, read_abbreviations(resources() / "danish/abbreviations.txt"))
        self.find_bar = FindBar(theme, self._find)
        self.tags = TagPanel(theme)
        self.foot = StatusLine(theme)
        self.row = self._make_row(theme)
        ways = {name: keymap.label(name) for name in ("import_files", "paste")}
        self.welcome = Welcome(theme, ways | {"samples": "⏎"})
        self._pages = QStackedWidget(self)
        self._lay_out()
        self._label_keys(keymap)

    def _make_row(self, theme: Theme) -> PaneRow:
        middle = Pane(theme, ground="page")
        for part in (self.story, self.reader, self.find_bar):
            middle.column.addWidget(part, int(part is self.reader))
        panes = [
            (self.library_pane, self._list_in_sight),
            (middle, lambda: self.reader),
            (self.tags, lambda: self.tags.tag_list),
        ]
        return PaneRow(panes, self)

    def _lay_out(self) -> None:
        self._pages.addWidget(self.row)
        self._pages.addWidget(self.welcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.foot)

    def _label_keys(self, keymap: Keymap) -> None:
        self.search.set_key(keymap.labels("search")[-1])
        self.story.set_key(keymap.label("story"))
        keys = {name: keymap.label(name) for name in ("note", "speaker", "dismiss", "remove")}
        self.tags.set_keys(keys | {"find_tag": keymap.label("pick_tag")})

    def show_page(self, *, is_empty: bool) -> bool:
        """Show the panes, or the welcome while there is no article; tell whether that is new."""
        page = self.welcome if is_empty else self.row
        is_new = self._pages.currentWidget() is not page
        self._pages.setCurrentWidget(page)
        return is_new

    def bring_reader(self) -> None:
        """Give the focus to the text."""
        self.row.bring(_READER)

    def _list_in_sight(self) -> QWidget:
        hits = self.search.hit_list
        return self.articles if hits.isHidden() else hits

    def _find(self, words: str, backwards: bool) -> int:  # noqa: FBT001 - the find bar's own way
        if not words:
            self.reader.clear_found()
            return 0
        return self.reader.find(words, backwards=backwards)
