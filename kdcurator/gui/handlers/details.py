"""What is said of a quote: who, a note, the role, to whom, what was agreed, why it is suggested.

Owns the way from the panel's fields to the library. Must not know how a field looks.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kdcurator.domain.errors import FOR_NOW
from kdcurator.domain.person import name_key
from kdcurator.domain.quote import Agreement
from kdcurator.domain.target import Kept, Target
from kdcurator.gui.desk import Desk
from kdcurator.gui.handlers.taking import Taking
from kdcurator.gui.models.reasons import reason
from kdcurator.services.taking import Taken, TakingService


class Details(QObject):
    """Keeps what is written in the tag panel; what it speaks of is saved first, in one undo."""

    def __init__(self, desk: Desk, taking: Taking) -> None:
        """Act on the desk through `taking`."""
        super().__init__(desk)
        self._desk = desk
        self._taking = taking

    def speaker(self) -> None:
        """Let the user write who speaks."""
        if self._can_edit():
            self._desk.later.hurry("target")
            self._desk.panes.tags.suggest_speakers(self._names())
            self._desk.panes.tags.edit_speaker()

    def note(self) -> None:
        """Let the user write a note."""
        if self._can_edit():
            self._desk.later.hurry("target")
            self._desk.panes.tags.edit_note()

    def why(self) -> None:
        """Tell why the suggestion in hand was made, beside its words and in the status line."""
        found = self._desk.panes.reader.in_hand()
        if found is None:
            self._desk.hint(self.tr("No suggestion is in hand. N takes the next one."))
            return
        self._desk.later.hurry("target")
        self._desk.panes.tags.show_reason()
        self._desk.bus.tell(reason(found.quote.reason))

    def set_speaker(self, name: str) -> None:
        """Keep who speaks; empty is nobody known."""
        self._keep(lambda targets: self._service.set_speaker(targets, name.strip() or None))

    def set_note(self, note: str) -> None:
        """Keep a note; empty takes it off."""
        self._keep(lambda targets: self._service.set_note(targets, note.strip() or None))

    def set_said_to(self, medium: str) -> None:
        """Keep to which medium it was said."""
        self._keep(lambda targets: self._service.set_said_to(targets, medium.strip() or None))

    def set_agreement(self, agreement: object) -> None:
        """Keep what was agreed."""
        if isinstance(agreement, Agreement):
            self._keep(lambda targets: self._service.set_agreement(targets, agreement))

    def set_role(self, role: str, organisation: str) -> None:
        """Keep role and organisation of the speaker, as this article prints them."""
        match self._desk.shown():
            case [Kept(quote_id)]:
                self._settle(
                    [Kept(quote_id)],
                    lambda: self._service.set_role(quote_id, role, organisation),
                )

    def _names(self) -> dict[str, list[str]]:
        """Return whom the article presents, then everybody known, each with other name forms."""
        opened = self._desk.current()
        known = self._desk.runner.run(self._desk.curator.people.known_names) or {}
        bearer = {name_key(form): name for name, forms in known.items() for form in forms}
        here = [bearer.get(name_key(p.name), p.name) for p in opened.people] if opened else []
        return {
            name: [form for form in known.get(name, ()) if name_key(form) != name_key(name)]
            for name in (*here, *known)
        }

    @property
    def _service(self) -> TakingService:
        return self._desk.curator.taking

    def _can_edit(self) -> bool:
        """Tell whether there is one thing to write about, or chosen quotes beside it."""
        if self._desk.chosen_articles():
            self._desk.hint(self.tr("Open an article first: speaker and note belong to a quote."))
            return False
        return self._taking.has(self._desk.targets())

    def _keep(self, act: Callable[[list[Target]], Taken]) -> None:
        """Keep what was written: on the quotes chosen with Space, else on what is shown."""
        targets = self._desk.chosen() or self._desk.shown()
        if targets:
            self._settle(targets, lambda: act(targets))

    def _settle(self, targets: list[Target], act: Callable[[], Taken]) -> None:
        """Keep what was written, or leave it where it was written until it can be kept."""
        self._taking.settle(targets, act)
        if isinstance(self._desk.runner.refusal, FOR_NOW):
            self._desk.panes.tags.leave_unsaved()
