"""Runs use cases for the window: their changes are announced, their refusals are told.

Owns the one place where the window catches `CuratorError`. Must not know any use case.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from kdcurator.domain.changes import Change
from kdcurator.domain.errors import CuratorError, LibraryDamaged
from kdcurator.gui.bus import Bus, Level
from kdcurator.gui.translation import sentence_for

T = TypeVar("T")


class Runner:
    """Calls services on behalf of handlers."""

    def __init__(self, bus: Bus) -> None:
        """Announce changes and tell refusals on `bus`."""
        self._bus = bus
        self.refusal: CuratorError | None = None
        """Why the last use case was refused; None when it was not."""

    def run(self, use_case: Callable[[], T], initiator: QObject | None = None) -> T | None:
        """Return what `use_case` returns; None when it was refused, which is told on the bus.

        A result that is a `Change`, or carries one as `change`, is announced when it changed
        anything.
        """
        self.refusal = None
        try:
            result = use_case()
        except CuratorError as error:
            self.refusal = error
            self.refuse(error)
            return None
        change = _change_in(result)
        if change is not None and change.id is not None:
            self._bus.changed.emit(change, initiator)
        return result

    def refuse(self, error: CuratorError) -> None:
        """Tell why something was not done; a damaged library is told as what it is."""
        self._bus.tell(sentence_for(error), Level.WARNING)
        if isinstance(error, LibraryDamaged):
            self._bus.damaged.emit(error)


def _change_in(result: object) -> Change | None:
    if isinstance(result, Change):
        return result
    carried = getattr(result, "change", None)
    return carried if isinstance(carried, Change) else None
