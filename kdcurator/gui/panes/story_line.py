"""The line over the article: the current story, its deadline, how much is in it.

Owns these words. Must not know where stories are kept.
"""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kdcurator.domain.story import Story
from kdcurator.gui.fonts import SEMIBOLD, scaled
from kdcurator.gui.models.wording import DOT, one_line, quotes_in_all, weekday_and_day
from kdcurator.gui.panes.labels import ElidedLabel, KeyButton
from kdcurator.gui.panes.pane import Pane
from kdcurator.gui.theme import Theme


class StoryLine(Pane):
    """Shows the current story."""

    switch_asked = Signal()
    """The key cap was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin without a story."""
        super().__init__(theme, ground="page", parent=parent)
        self.setObjectName("storyLine")
        self._has_story = False
        self._word = ElidedLabel(theme, role="muted", parent=self)
        self._word.setText(self.tr("Story:"))
        self._none = ElidedLabel(theme, role="muted", parent=self)
        self._none.setText(self.tr("No story chosen"))
        self._name = ElidedLabel(theme, weight=SEMIBOLD, parent=self)
        self._about = ElidedLabel(theme, role="muted", parent=self)
        self._key = KeyButton("H", "", theme, parent=self)
        self._key.clicked.connect(self.switch_asked)
        self._row = QHBoxLayout()
        for widget in (self._word, self._none, self._name, self._about):
            self._row.addWidget(widget)
        self._row.addSpacing(scaled(8))
        self._row.addWidget(self._key)
        self._row.addStretch(1)
        self.column.addLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)
        self.show_story(None)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and fonts at the scale of now."""
        super().set_theme(theme)
        self._row.setContentsMargins(scaled(36), 0, scaled(20), 0)
        self._row.setSpacing(scaled(5))
        self.setFixedHeight(scaled(45))

    def set_key(self, key: str) -> None:
        """Show which key switches the story."""
        self._key.set_hint(key, "")
        self._key.setAccessibleName(self.tr("Switch the story"))

    def show_story(self, story: Story | None, today: date | None = None) -> None:
        """Show a story; a deadline before `today` (by default: of this computer) is passed."""
        self._none.setVisible(story is None)
        self._name.setVisible(story is not None)
        self._name.setText(one_line(story.name) if story else "")
        self._about.setText(DOT.lstrip() + self._details(story, today) if story else "")
        self.set_key(self._key.accessibleDescription())
        self._has_story = story is not None
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the story's name readable: first the details give way, then the word before it."""
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._key.sizeHint().width()
        room -= min(self._name.sizeHint().width(), scaled(120)) + 4 * self._row.spacing()
        for label in (self._word, self._about):
            room -= label.sizeHint().width()
            label.setMinimumWidth(label.sizeHint().width())
            label.setVisible(self._has_story and room > 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground, and the hairline over the article."""
        super().paintEvent(event)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self.theme.line)

    def _details(self, story: Story, today: date | None) -> str:
        parts = []
        if story.deadline is not None:
            now = today or date.today()
            passed = self.tr("deadline passed {day}")
            ahead = self.tr("deadline {day}")
            words = passed if story.deadline < now else ahead
            parts.append(words.replace("{day}", weekday_and_day(story.deadline)))
        parts.append(quotes_in_all(story.quotes))
        return DOT.join(parts)
