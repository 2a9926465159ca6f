"""The window's one notice board: what was changed, and what the user is told.

Owns the signals that panes, reader and foot line listen to. Must not know who listens.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Level(StrEnum):
    """How a message is meant."""

    DONE = "done"
    HINT = "hint"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the user, in the window's language."""

    text: str
    level: Level = Level.DONE
    undo_key: bool = False
    """Whether the way back (Ctrl+Z) stands beside it."""


class Bus(QObject):
    """Passes on what happened."""

    changed = Signal(object, object)
    """(Change, initiator): the library was changed; `initiator` is a QObject or None."""

    damaged = Signal(object)
    """The `LibraryDamaged` that was met: the library cannot be worked in as it is."""

    message = Signal(object)
    """A `Message`."""

    def tell(self, text: str, level: Level = Level.DONE, *, undo_key: bool = False) -> None:
        """Say a sentence to the user."""
        self.message.emit(Message(text, level, undo_key))
