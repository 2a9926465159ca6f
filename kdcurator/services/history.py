"""Undo and redo of every change to the library, newest first, across restarts.

Owns the two use cases, whole or a part at a time. Must not know what a change means.
"""

from dataclasses import dataclass

from kdcurator.domain.changes import Change
from kdcurator.store.library import Library


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an undo or redo."""

    done: Change | None
    """None when there was nothing to do."""
    rest: str | None
    """Names what is left of the same user action; None when that is nothing."""


class HistoryService:
    """Takes changes back and does them again."""

    def __init__(self, library: Library) -> None:
        """Work on `library`."""
        self._library = library

    def undo(self) -> Change | None:
        """Take back the newest change that stands; None when there is none."""
        return self._library.undo()

    def redo(self) -> Change | None:
        """Do again the change that was taken back last; None when there is none."""
        return self._library.redo()

    def undo_part(self, rest: str | None = None) -> Part:
        """Take back a part of the newest change, or of `rest` while that is still the newest.

        Each part is on disk by itself; where the parts end, the next undo goes on.
        """
        return Part(*self._library.step(is_undone=True, batch=rest))

    def redo_part(self, rest: str | None = None) -> Part:
        """Do a part of the change again that was taken back last, as `undo_part` does."""
        return Part(*self._library.step(is_undone=False, batch=rest))
