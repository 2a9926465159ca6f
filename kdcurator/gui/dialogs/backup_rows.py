"""The rows of the list of backups: when each was made, and below it what it holds.

Owns their words. Must not know where backups lie, nor how rows are drawn.
"""

from collections.abc import Hashable
from datetime import datetime

from kdcurator.domain.backup import KeptBackup
from kdcurator.gui.dialogs.moment_rows import MomentModel
from kdcurator.gui.models.backups import holding


class BackupModel(MomentModel[KeptBackup]):
    """The backups."""

    def key(self, value: KeptBackup) -> Hashable:
        """Tell backups apart."""
        return value.path

    def made_at(self, value: KeptBackup) -> datetime:
        """Return when a backup was made."""
        return value.made_at

    def below(self, value: KeptBackup) -> str:
        """Return what a backup holds."""
        return holding(value)
