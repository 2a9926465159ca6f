"""Stories: which one is current, and which quotes were used.

Owns the way from these keys to the library. Must not know how a story looks.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kdcurator.domain.story import StoryId
from kdcurator.domain.target import Kept
from kdcurator.gui import messages
from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.story_switch import StorySwitch
from kdcurator.gui.handlers.taking import Taking

if TYPE_CHECKING:
    from kdcurator.domain.changes import Change
    from kdcurator.domain.quote import QuoteId
    from kdcurator.domain.story import Story
    from kdcurator.domain.target import Target


class Stories(QObject):
    """Switches the current story, puts quotes into it and marks them as used."""

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
        story = self._current()
        ids = self._saved(targets) if story is not None else []
        if story is not None and ids:
            self._do(lambda: self._desk.curator.stories.mark_used(story.name, ids))

    def put(self) -> None:
        """Put the quotes in hand, or all that are chosen, into the current story."""
        targets = self._desk.targets()
        if not self._taking.has(targets):
            return
        story = self._current()
        ids = self._saved(targets) if story is not None else []
        if story is not None and ids:
            self._do(lambda: self._desk.curator.stories.put(story.name, ids))

    def _current(self) -> "Story | None":
        story = self._desk.curator.stories.current()
        if story is None:
            self._desk.hint(self.tr("No story is current. H chooses one or makes a new one."))
        return story

    def _saved(self, targets: "Sequence[Target]") -> "list[QuoteId]":
        """Return the quotes of targets, saved first where they are not."""
        ids = [target.id for target in targets if isinstance(target, Kept)]
        if len(ids) < len(targets):
            taken = self._taking.settle(targets, lambda: self._desk.curator.taking.save(targets))
            ids = list(taken.ids) if taken else []
        return ids

    def _do(self, act: "Callable[[], Change]") -> None:
        change = self._desk.run(act)
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
