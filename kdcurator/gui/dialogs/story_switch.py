"""The current story: another one, none, or a new one by its name.

Owns the list of stories to choose from. Must not know what a switch changes.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kdcurator.domain.person import name_key
from kdcurator.domain.story import Story
from kdcurator.gui.dialogs.choosing import Chooser, Row
from kdcurator.gui.dialogs.matching import best
from kdcurator.gui.models.wording import quotes_in_all
from kdcurator.gui.theme import Theme


class StorySwitch(Chooser):
    """Asks for a story."""

    chosen = Signal(object)
    """`StoryId`, or None for no story."""

    named = Signal(str)
    """The name of a new story."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without stories."""
        super().__init__(parent, theme, "storySwitch", width=460, is_shaded=True)
        self._stories: list[Story] = []
        self.label.setText(self.tr("Stories"))
        self.hint("⏎", self.tr("switch"))
        self.hint("Esc", self.tr("close"))

    def ask(self, stories: Sequence[Story]) -> None:
        """Open; stories that were laid away are left out."""
        self._stories = [story for story in reversed(stories) if not story.is_archived]
        self.begin(self.tr("Current story"), self.tr("Name of a story"))

    def find_rows(self, query: str) -> Sequence[Row]:
        """Return the stories that match, then none or the new one."""
        rows = [
            Row(
                story.id,
                story.name,
                how.letters,
                aside=self.tr("current") if story.is_current else "",
                sign="✓" if story.is_current else " ",
                right=quotes_in_all(story.quotes),
            )
            for story, how in best(query, self._stories, lambda story: story.name)
        ]
        name = " ".join(query.split())
        if not name and any(story.is_current for story in self._stories):
            rows.append(Row(None, self.tr("No story"), sign="–", is_apart=True))
        elif name and name_key(name) not in {name_key(story.name) for story in self._stories}:
            text = self.tr("New story “{name}”").format(name=name)
            rows.append(Row(("new", name), text, sign="+", is_apart=bool(rows)))
        return rows

    def choose(self, row: Row) -> None:
        """Tell the story, or the name of the new one."""
        if isinstance(row.id, tuple):
            self.named.emit(row.id[1])
        else:
            self.chosen.emit(row.id)
