"""Undo and redo of every change to the library, newest first, across restarts.

Owns the two use cases. Must not know what a change means.
"""

from kdcurator.domain.changes import Change
from kdcurator.store.library import Library


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
