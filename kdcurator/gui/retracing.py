"""Undo and redo in the window: a large change goes a part at a time, between two paints.

Owns when the next part is due and when there is no more. Must not know what a change means, nor
what is said of it.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kdcurator.domain.changes import Change
from kdcurator.gui.runner import Runner

if TYPE_CHECKING:
    from kdcurator.services.history import Part

Step = Callable[[str | None], "Part"]
"""Does a part of what a key asked for, given what is left of it."""


class Retracing(QObject):
    """Takes one user action back, or does it again."""

    def __init__(self, runner: Runner, parent: QObject) -> None:
        """Take steps through `runner`, which tells when one is refused."""
        super().__init__(parent)
        self._runner = runner
        self._so_far: Change | None = None
        self._rest: str | None = None
        self._step: Step | None = None
        self._told: Callable[[Change | None], None] = lambda _change: None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go)

    @property
    def is_running(self) -> bool:
        """Tell whether parts are left to do."""
        return self._step is not None

    def start(self, step: Step, told: Callable[[Change | None], None]) -> None:
        """Do the first part now and the others soon; at the end `told` hears what changed.

        It hears None when there was nothing to do, and nothing at all when that was refused. While
        one way is gone, no other is begun.
        """
        if self._step is None:
            self._step, self._told, self._so_far, self._rest = step, told, None, None
            self._go()

    def stop(self) -> None:
        """Leave the rest: the next undo (or redo) goes on there."""
        if self._step is not None:
            self._end()

    def close(self) -> None:
        """Leave the rest without a word, because the window closes."""
        self._next.stop()
        self._step = None

    def _go(self) -> None:
        step, rest = self._step, self._rest
        if step is None:
            return
        part = self._runner.run(lambda: step(rest))
        if part is None:
            self._end(is_refused=True)
            return
        if part.done is not None:
            self._so_far = _together(self._so_far, part.done)
        self._rest = part.rest
        if part.rest is None:
            self._end()
        else:
            self._next.start()

    def _end(self, *, is_refused: bool = False) -> None:
        change, told = self._so_far, self._told
        self._next.stop()
        self._step = self._so_far = self._rest = None
        if change is not None or not is_refused:
            told(change)


def _together(so_far: Change | None, part: Change) -> Change:
    """Return parts as one change; of several the history alone has the steps: they pile up."""
    return part if so_far is None else replace(so_far.followed_by(part), inverse=())
