"""The page of backups: a list by day, and beside it what would be another if one came back.

Owns the choice, and that nothing can be brought back before it was seen what that means. Must not
know how backups are compared or brought back.
"""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kdcurator.domain.backup import Differences, KeptBackup
from kdcurator.gui.dialogs.backup_rows import BackupModel
from kdcurator.gui.dialogs.backup_told import Told
from kdcurator.gui.dialogs.list_page import ListPage
from kdcurator.gui.models.backups import holding
from kdcurator.gui.models.wording import counted
from kdcurator.gui.theme import Theme


class BringingBackPage(ListPage):
    """Asks which backup comes back."""

    in_hand = Signal(object)
    """`KeptBackup`: what it would change is to be shown."""

    chosen = Signal(object)
    """`KeptBackup`: it is to come back."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without backups."""
        super().__init__(parent, theme, "bringingBack", self.tr("Bring back from a backup"))
        self._is_ready = False
        self._is_busy = False
        self.rows = BackupModel(self)
        self.list.setObjectName("backupList")
        self.told = Told(theme, self.panel)
        self._take = self.furnish(self.rows, self.tr("Backups"), self.told, self.tr("bring back"))
        self.list.selectionModel().currentChanged.connect(self._show)

    def ask(self, backups: Sequence[KeptBackup], now: datetime) -> None:
        """Open with the newest backup in hand; there is at least one."""
        self._is_busy = False
        self.rows.now = now
        self.rows.set_values(backups)
        one, many = self.tr("1 backup"), self.tr("{n} backups")
        self.count.setText(counted(len(backups), one, many))
        self.open(self.list)
        self.fit()
        self.list.setCurrentIndex(self.rows.index(0))

    def show_differences(self, found: Differences) -> None:
        """Show what would be another if the backup in hand came back."""
        self._let_choose(is_ready=True)
        self.told.show_differences(found)

    def show_trouble(self, sentence: str, *, can_come_back: bool) -> None:
        """Say why the backup in hand cannot be compared, and let it come back or not."""
        self._is_busy = False
        self._let_choose(is_ready=can_come_back)
        self.told.show_words(sentence, is_warning=True)

    def show_work(self, sentence: str) -> None:
        """Say that the backup in hand is coming back; keys wait for that."""
        self._is_busy = True
        self._let_choose(is_ready=False)
        self.told.show_words(sentence)

    def end_work(self) -> None:
        """Close, whatever was being done."""
        self._is_busy = False
        self.leave()

    def leave(self) -> None:
        """Close, unless a backup is just coming back."""
        if not self._is_busy:
            super().leave()

    def key(self, event: QKeyEvent) -> bool:
        """Take no key while a backup is coming back."""
        return self._is_busy or super().key(event)

    def backup_in_hand(self) -> KeptBackup | None:
        """Return the backup that Enter brings back."""
        return self.rows.value_at(self.list.currentIndex().row())

    def _show(self, index: QModelIndex) -> None:
        backup = self.rows.value_at(index.row())
        if backup is not None:
            self._let_choose(is_ready=False)
            self.told.begin(self.rows.words(backup), holding(backup))
            self.in_hand.emit(backup)

    def _let_choose(self, *, is_ready: bool) -> None:
        self._is_ready = is_ready
        self._take.setEnabled(is_ready)

    def take(self) -> None:
        """Tell which backup is to come back, once it was seen what that means."""
        backup = self.backup_in_hand()
        if backup is not None and self._is_ready and not self._is_busy:
            self.chosen.emit(backup)
