"""Backups in the window: made by themselves, told when they fail, brought back.

Owns what is asked and said of backups. Must not know how one is made, compared or brought back.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from kdcurator.bootstrap import list_backups
from kdcurator.domain.backup import Differences, KeptBackup
from kdcurator.domain.errors import CuratorError, LibraryDamaged, NotBackedUp
from kdcurator.gui.backing_up import BackingUp
from kdcurator.gui.beside import Beside
from kdcurator.gui.bus import Level
from kdcurator.gui.comparing import ComparingBackups
from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.bringing_back import BringingBackPage
from kdcurator.gui.models.backups import moment
from kdcurator.gui.models.wording import DOT, articles_in_all, quotes_in_all
from kdcurator.gui.translation import sentence_for

_BACKUP = "backup"
"""What runs, as the foot line tells it apart."""


class Backups(QObject):
    """Keeps backups, and brings one back."""

    def __init__(self, desk: Desk, page: BringingBackPage) -> None:
        """Act on the desk; `page` asks which backup comes back."""
        super().__init__(desk)
        self._desk = desk
        self._page = page
        self.backing_up = BackingUp(desk.curator, self)
        self.backing_up.made.connect(self._tell_made)
        self.backing_up.failed.connect(self._tell_none_made)
        desk.bus.changed.connect(lambda *_: self.backing_up.note_change())
        self.comparing = ComparingBackups(desk.curator, self)
        self.comparing.compared.connect(self._show_differences)
        self.comparing.failed.connect(self._show_trouble)
        self._beside = Beside(self)
        page.in_hand.connect(lambda backup: self.comparing.ask(backup.path))
        page.chosen.connect(self._bring_back)
        page.closed.connect(self.comparing.close)

    @property
    def is_busy(self) -> bool:
        """Tell whether anything is done with a backup."""
        is_asked = self.comparing.is_busy or self._beside.is_running
        return self.backing_up.is_running or is_asked

    def close(self) -> None:
        """End what runs; a backup that is coming back is waited for."""
        self.backing_up.close()
        self.comparing.close()
        self._beside.close()

    def back_up(self) -> None:
        """Make a backup now, with all files as they came."""
        if self.backing_up.back_up():
            self._desk.running.tell(_BACKUP, self.tr("A backup is being made"), self._stop)
        else:
            self._desk.hint(self.tr("A backup is being made already."))

    def _stop(self) -> None:
        self.backing_up.stop()
        self._desk.running.end(_BACKUP)

    def _tell_made(self, articles: int, quotes: int) -> None:
        self._desk.running.end(_BACKUP)
        words = self.tr("Backup made and checked: {what}")
        what = DOT.join((articles_in_all(articles), quotes_in_all(quotes)))
        self._desk.bus.tell(words.replace("{what}", what))

    def bring_back(self) -> None:
        """Ask which backup comes back, unless something else is being written."""
        if self._desk.is_read_only:
            self._desk.hint(self.tr("Read only – the library is open in another window"))
        elif self._desk.running.is_anything or self.is_busy:
            self._desk.hint(self.tr("Something is under way; wait for it or cancel it first."))
        else:
            self._beside.start(self._list, self._ask, self._tell)

    def _list(self) -> Sequence[KeptBackup]:
        """Return the backups, also of a library that cannot say its name any more."""
        curator = self._desk.curator
        try:
            return curator.backups.list_backups()
        except CuratorError:
            return list_backups(curator.settings)

    def _ask(self, backups: Sequence[KeptBackup]) -> None:
        if backups:
            self._page.ask(backups, self._desk.curator.library.now())
        else:
            words = self.tr("There is no backup yet. The first is made when something changed.")
            self._desk.hint(words)

    # Compared

    def _show_differences(self, backup: Path, found: Differences) -> None:
        if self._is_in_hand(backup):
            self._page.show_differences(found)

    def _show_trouble(self, backup: Path, error: CuratorError) -> None:
        """Say what prevents a comparison; a damaged library is what backups are there for."""
        if self._is_in_hand(backup):
            is_for_that = isinstance(error, LibraryDamaged)
            self._page.show_trouble(sentence_for(error), can_come_back=is_for_that)

    def _is_in_hand(self, backup: Path) -> bool:
        in_hand = self._page.backup_in_hand()
        return self._page.is_open and in_hand is not None and in_hand.path == backup

    # Brought back

    def _bring_back(self, backup: KeptBackup) -> None:
        """Bring a backup back beside the window, which shows and changes nothing meanwhile."""
        self._page.show_work(self.tr("What is here now is being backed up, then it is replaced …"))
        self._desk.settle()
        self.comparing.close()
        restore = partial(self._desk.curator.backups.restore, backup.path)
        self._beside.start(restore, partial(self._tell_back, backup), self._tell_not_back)

    def _tell_back(self, backup: KeptBackup, _made: object) -> None:
        self._page.end_work()
        self.backing_up.note_change()
        self._desk.show_anew()
        words = self.tr(
            "The library is as it was {moment}. What was here is the newest backup and can be "
            "brought back in the same way."
        )
        when = moment(backup.made_at, self._desk.curator.library.now())
        self._desk.bus.tell(words.replace("{moment}", when))

    def _tell_not_back(self, error: CuratorError) -> None:
        self._page.show_trouble(sentence_for(error), can_come_back=False)
        self._desk.catch_up_soon()

    def _tell(self, error: CuratorError) -> None:
        self._desk.bus.tell(sentence_for(error), Level.WARNING)

    def _tell_none_made(self, error: CuratorError) -> None:
        """Say it, of those that nobody asked for once an hour; work goes on."""
        self._desk.running.end(_BACKUP)
        self._tell(NotBackedUp.because(error))
