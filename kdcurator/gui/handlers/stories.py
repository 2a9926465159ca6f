"""Stories: which one is current, and which quotes were used.

Owns the way from these keys to the library. Must not know how a story looks.
"""

from PySide6.QtCore import QObject

from kdcurator.domain.story import StoryId
from kdcurator.domain.target import Kept
from kdcurator.gui import messages
from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.story_switch import StorySwitch
from kdcurator.gui.handlers.taking import Taking


class Stories(QObject):
    """Switches the current story and marks quotes as used in it."""

    def __init__(self, desk: Desk, taking: Taking, chooser: StorySwitch) -> None:
        """Act on the desk; `chooser` asks for a story."""
        super().__init__(desk)
        self._desk = desk
        self._taking = taking
        self._chooser = chooser
        chooser.chosen.connect(self._switch_to)
        chooser.named.connect(self._make)

    def switch(self) -> None:
        """Ask for the current story."""
        self._chooser.ask(self._desk.curator.stories.list_stories())

    def used(self) -> None:
        """Mark the quotes in hand as used in the current story, saved first where they are not."""
        targets = self._desk.targets()
        if not self._taking.has(targets):
            return
        story = self._desk.curator.stories.current()
        if story is None:
            self._desk.hint(self.tr("No story is current. H chooses one or makes a new one."))
            return
        ids = [target.id for target in targets if isinstance(target, Kept)]
        if len(ids) < len(targets):
            taken = self._taking.settle(targets, lambda: self._desk.curator.taking.save(targets))
            ids = list(taken.ids) if taken else []
        if ids:
            change = self._desk.run(lambda: self._desk.curator.stories.mark_used(story.name, ids))
            if change is not None and change.id is not None:
                self._desk.bus.tell(messages.done(change), undo_key=True)

    def _switch_to(self, story_id: StoryId | None) -> None:
        self._desk.run(lambda: self._desk.curator.stories.switch_to(story_id))
        self._desk.show_story()

    def _make(self, name: str) -> None:
        change = self._desk.run(lambda: self._desk.curator.stories.add_story(name))
        if change is not None:
            self._desk.show_story()
            self._desk.bus.tell(messages.done(change), undo_key=True)
