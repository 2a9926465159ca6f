"""Tags: by digit, by name, the same again, the suggested one.

Owns what a digit acts on and which tags come again. Must not know keys, nor what follows a taking.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from kdcurator.domain.searching import TagAdvice
from kdcurator.domain.tag import TagId
from kdcurator.domain.target import Kept, Target
from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.tag_picker import TagPicker
from kdcurator.gui.handlers.advising import Advising
from kdcurator.gui.handlers.taking import Taking
from kdcurator.services.taking import Taken, TakingService


class Tagging(QObject):
    """Puts tags on what is in hand."""

    def __init__(self, desk: Desk, taking: Taking, picker: TagPicker, advising: Advising) -> None:
        """Act on the desk through `taking`; `picker` asks for a tag by name."""
        super().__init__(desk)
        self._desk = desk
        self._taking = taking
        self._picker = picker
        self._advising = advising
        self._last_tags: list[str] = []
        self._adds_one_more = False
        self._picked_for: list[Target] = []
        picker.picked.connect(self._put_picked)

    def digit(self, digit: int) -> None:
        """Put the tag of a digit on, or take it off when the quote has it already."""
        adds, targets = self._adds_one_more, self._tag_targets()
        tag = self._desk.tag_on(digit)
        if tag is None:
            sentence = self.tr("No tag is on key {digit}. T finds one or makes a new one.")
            self._desk.hint(sentence.format(digit=digit))
        elif adds:
            self._add(targets, [tag.name])
        else:
            self._toggle(targets, tag.id, tag.name)

    def press(self, tag_id: object) -> None:
        """Toggle a tag that was clicked."""
        for tag in self._desk.tags:
            if tag.id == tag_id:
                self._toggle(self._desk.targets(), tag.id, tag.name)

    def one_more(self) -> None:
        """Let the next digit put one more tag on the quote just saved."""
        if self._desk.last_saved is None:
            self._desk.hint(self.tr("No quote has been saved yet."))
            return
        self._adds_one_more = True
        self._desk.hint(self.tr("One more tag on the quote just saved: 1–9."))

    def same(self) -> None:
        """Put the tags of last time on."""
        if self._last_tags:
            self._add(self._desk.targets(), list(self._last_tags))
        else:
            self._desk.hint(self.tr("No tag has been put on yet."))

    def suggested(self) -> None:
        """Put on the tag that what was tagged before speaks for."""
        targets = self._desk.targets()
        if self._taking.has(targets):
            self._advising.ask(targets[0], lambda advice: self._put_first(targets, advice))

    def _put_first(self, targets: Sequence[Target], advice: Sequence[TagAdvice]) -> None:
        if advice:
            self._add(targets, [advice[0].name])
        else:
            self._desk.hint(self.tr("No tag is suggested: nothing like it has been tagged yet."))

    def pick(self) -> None:
        """Ask for a tag by name."""
        self._picked_for = self._tag_targets()
        if self._taking.has(self._picked_for):
            self._picker.ask(self._desk.tags, self._last_tags)
            self._advising.ask(self._picked_for[0], self._picker.put_first)

    def _put_picked(self, name: str) -> None:
        self._add(self._picked_for, [name])

    def _tag_targets(self) -> list[Target]:
        """Return what the next tag goes on: after `+` the quote just saved."""
        adds, self._adds_one_more = self._adds_one_more, False
        if adds and self._desk.last_saved is not None:
            return [Kept(self._desk.last_saved)]
        return self._desk.targets()

    @property
    def _service(self) -> TakingService:
        return self._desk.curator.taking

    def _add(self, targets: Sequence[Target], names: Sequence[str]) -> None:
        self._act(targets, names, lambda: self._service.add_tags(targets, names))

    def _toggle(self, targets: Sequence[Target], tag_id: TagId, name: str) -> None:
        self._act(targets, [name], lambda: self._service.toggle_tag(targets, tag_id))

    def _act(
        self, targets: Sequence[Target], names: Sequence[str], act: Callable[[], Taken]
    ) -> None:
        """Act, and remember which tags the quote was given for `.`."""
        if not self._taking.has(targets):
            return
        before = self._desk.last_saved
        taken = self._taking.settle(targets, act)
        if taken is None:
            return
        if not taken.is_on:
            self._last_tags = [name for name in self._last_tags if name not in names]
        elif before is not None and taken.ids == (before,):
            self._last_tags = list(dict.fromkeys([*self._last_tags, *names]))
        else:
            self._last_tags = list(names)
