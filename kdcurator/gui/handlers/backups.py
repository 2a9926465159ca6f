"""Backups in the window: made by themselves, told when they fail.

Owns what is asked and said of backups. Must not know how one is made.
"""

from PySide6.QtCore import QObject

from kdcurator.domain.errors import CuratorError, NotBackedUp
from kdcurator.gui.backing_up import BackingUp
from kdcurator.gui.bus import Level
from kdcurator.gui.desk import Desk
from kdcurator.gui.translation import sentence_for


class Backups(QObject):
    """Keeps backups."""

    def __init__(self, desk: Desk) -> None:
        """Act on the desk."""
        super().__init__(desk)
        self._desk = desk
        self.backing_up = BackingUp(desk.curator, self)
        self.backing_up.failed.connect(self._tell_none_made)
        desk.bus.changed.connect(lambda *_: self.backing_up.note_change())

    @property
    def is_busy(self) -> bool:
        """Tell whether anything is done with a backup."""
        return self.backing_up.is_running

    def close(self) -> None:
        """End what runs."""
        self.backing_up.close()

    def _tell_none_made(self, error: CuratorError) -> None:
        """Say it once each hour; work goes on."""
        self._desk.bus.tell(sentence_for(NotBackedUp.because(error)), Level.WARNING)
