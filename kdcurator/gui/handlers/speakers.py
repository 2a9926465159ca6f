"""The list of speakers: two made one, one renamed, one parted again; and whom `A` offers.

Owns the way from these commands to the library. Must not know how a speaker is asked for.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kdcurator.domain.person import Person, name_key
from kdcurator.gui import messages
from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.people_keeping import PeopleKeeping, PersonVerb, other_forms

if TYPE_CHECKING:
    from kdcurator.domain.changes import Change


class Speakers(QObject):
    """Keeps the speakers in order; every change is one undo."""

    def __init__(self, desk: Desk, chooser: PeopleKeeping) -> None:
        """Act on the desk's library; `chooser` asks which speaker and what for."""
        super().__init__(desk)
        self._desk = desk
        self._chooser = chooser
        people = desk.curator.people
        chooser.merged.connect(lambda name, into: self._do(lambda: people.merge([name], into)))
        chooser.renamed.connect(lambda name, new: self._do(lambda: people.rename(name, new)))
        chooser.parted.connect(lambda name, form: self._do(lambda: people.part(name, form)))

    def merge(self) -> None:
        """Make one speaker of two."""
        people = self._known()
        if len(people) < 2:
            self._desk.hint(self.tr("There are no two speakers yet: save what they say first."))
        else:
            self._chooser.ask(PersonVerb.MERGE, people)

    def rename(self) -> None:
        """Give a speaker another name."""
        people = self._known()
        if not people:
            self._desk.hint(self.tr("There are no speakers yet: save what somebody says first."))
        else:
            self._chooser.ask(PersonVerb.RENAME, people)

    def part(self) -> None:
        """Make a name form a speaker of its own again."""
        people = [person for person in self._known() if other_forms(person)]
        if not people:
            self._desk.hint(self.tr("No speaker has more than one name form."))
        else:
            self._chooser.ask(PersonVerb.PART, people)

    def _known(self) -> list[Person]:
        """Return the speakers of the library, the one in hand first."""
        in_hand = name_key(self._desk.speaker() or "")
        people = self._desk.runner.run(self._desk.curator.people.list_people) or []
        return sorted(people, key=lambda p: in_hand not in map(name_key, p.name_forms))

    def _do(self, act: "Callable[[], Change]") -> None:
        change = self._desk.run(act)
        if change is not None and change.id is not None:
            self._desk.bus.tell(messages.done(change), undo_key=True)
