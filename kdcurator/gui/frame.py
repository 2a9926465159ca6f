"""The window's panes, arranged: articles, text and tags side by side over the foot line.

Owns where each pane stands, which page is seen, and which keys stand written on the panes. The list
of articles and the foot line are there from the first paint; the rest is furnished when there is a
library to show. Must not know that library.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kdcurator.gui.fonts import scaled
from kdcurator.gui.keymap import Keymap
from kdcurator.gui.pane_row import PaneRow
from kdcurator.gui.panes.library_pane import LibraryPane
from kdcurator.gui.panes.pane import Pane
from kdcurator.gui.panes.status_line import StatusLine
from kdcurator.gui.theme import Theme

if TYPE_CHECKING:
    from kdcurator.gui.dialogs.find_bar import FindBar
    from kdcurator.gui.panes.standing_line import StandingLine
    from kdcurator.gui.panes.story_line import StoryLine
    from kdcurator.gui.panes.tag_panel import TagPanel
    from kdcurator.gui.panes.tag_strip import TagStrip
    from kdcurator.gui.panes.welcome import Welcome
    from kdcurator.gui.reader.view import Reader

_LEFT, _MIDDLE, _RIGHT = 0, 1, 2
"""Which of the panes side by side holds articles, which text, and which tags."""

_LOW: Final = 360
"""Pixels (at 100 %) below which the text needs the room that tags under it would take."""


class Frame(QWidget):
    """Everything in the window but what lies over it."""

    reader: "Reader"
    story: "StoryLine"
    standing: "StandingLine"
    find_bar: "FindBar"
    tags: "TagPanel"
    welcome: "Welcome"
    strip: "TagStrip"

    def __init__(self, theme: Theme, keymap: Keymap, parent: QWidget) -> None:
        """Begin with the list of articles and two blank panes."""
        super().__init__(parent)
        self._keymap = keymap
        self.library_pane = LibraryPane(theme)
        self.articles = self.library_pane.article_list
        self.search = self.library_pane.search_bar
        self.search.set_key(keymap.labels("search")[-1], keymap.label("narrow"))
        self.foot = StatusLine(theme)
        self._middle = Pane(theme, ground="page")
        blank = Pane(theme, edge=Qt.Edge.LeftEdge)
        blank.setMinimumWidth(self.library_pane.sizeHint().width())
        panes = [
            (self.library_pane, self._list_in_sight),
            (self._middle, lambda: self.reader),
            (blank, lambda: self.tags.tag_list),
        ]
        self.row = PaneRow(panes, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.foot)

    def furnish(self, theme: Theme) -> None:
        """Put in what texts are read and tagged with: it takes longer than all that is seen first.

        Hence the imports in it.
        """
        from kdcurator.gui.panes.tag_panel import TagPanel
        from kdcurator.gui.panes.welcome import Welcome

        self._furnish_middle(theme)  # first: Tab goes from pane to pane in this order
        self.tags = TagPanel(theme)
        self.row.furnish(_RIGHT, self.tags)
        ways = {name: self._keymap.label(name) for name in ("import_files", "paste")}
        self.welcome = Welcome(theme, ways | {"samples": "⏎"})
        self._pages.addWidget(self.welcome)
        self._make_strip(theme)
        self._label_keys()

    def _make_strip(self, theme: Theme) -> None:
        """Put the tags under the text, for when their own pane has no room."""
        from kdcurator.gui.panes.tag_strip import TagStrip

        self.strip = TagStrip(theme, self.tags)
        self._middle.column.addWidget(self.strip)
        self.tags.edit_begun.connect(lambda: self.row.show_pane(_RIGHT))
        self.search.field_wanted.connect(lambda: self.row.show_pane(_LEFT))
        self.row.settled.connect(self._settle_strip)
        self._settle_strip()

    def settle(self) -> None:
        """Show as many panes as have room, after letters have changed their size."""
        self.row.settle()

    def _settle_strip(self) -> None:
        is_low = self.row.height() < scaled(_LOW)
        self.strip.setVisible(self.row.is_narrow and not is_low)

    def _furnish_middle(self, theme: Theme) -> None:
        from kdcurator.gui.dialogs.find_bar import FindBar
        from kdcurator.gui.panes.standing_line import StandingLine
        from kdcurator.gui.panes.story_line import StoryLine
        from kdcurator.gui.reader.view import Reader
        from kdcurator.settings import resources
        from kdcurator.text.sentences import read_abbreviations

        abbreviations = read_abbreviations(resources() / "danish" / "abbreviations.txt")
        self.story = StoryLine(theme)
        self.standing = StandingLine(theme)
        self.reader = Reader(theme, abbreviations)
        self.find_bar = FindBar(theme, self._find)
        for part in (self.story, self.standing, self.reader, self.find_bar):
            self._middle.column.addWidget(part, int(part is self.reader))

    def _label_keys(self) -> None:
        label = self._keymap.label
        self.story.set_key(label("story"))
        self.standing.set_key(label("decide"))
        keys = {name: label(name) for name in ("note", "speaker", "dismiss", "remove")}
        self.tags.set_keys(keys | {"find_tag": label("pick_tag")})

    def show_page(self, *, is_empty: bool) -> bool:
        """Show the panes, or the welcome while there is no article; tell whether that is new."""
        page = self.welcome if is_empty else self.row
        is_new = self._pages.currentWidget() is not page
        self._pages.setCurrentWidget(page)
        return is_new

    def bring_reader(self) -> None:
        """Give the focus to the text."""
        self.row.bring(_MIDDLE)

    def _list_in_sight(self) -> QWidget:
        hits = self.search.hit_list
        return self.articles if hits.isHidden() else hits

    def _find(self, words: str, backwards: bool) -> int:  # noqa: FBT001 - the find bar's own way
        if not words:
            self.reader.clear_found()
            return 0
        return self.reader.find(words, backwards=backwards)
