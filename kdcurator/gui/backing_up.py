"""Automatic backups of what is worked on in the window: every hour, and when it closes.

Owns when one is begun and that there are never two at once. Every hour another process makes it,
since a large library takes a while; the last one is made here, when the window is gone already.
Must not know how a backup is made, nor what is said when there is none.
"""

from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from kdcurator.bootstrap import Curator
from kdcurator.domain.errors import CuratorError
from kdcurator.gui.errand import Errand

EVERY: Final = 3_600_000
"""Milliseconds of work between two looks at whether a backup is due."""


class BackingUp(QObject):
    """Backs up the library of one window."""

    made = Signal(int, int)
    """(articles, quotes) in a backup that was asked for."""

    failed = Signal(object)
    """The `CuratorError` for which there is no backup."""

    def __init__(self, curator: Curator, parent: QObject) -> None:
        """Back up the library of `curator` once `start` was called."""
        super().__init__(parent)
        self._curator = curator
        self._errand: Errand | None = None
        self._has_changed = False
        self.timer = QTimer(self, interval=EVERY)
        self.timer.timeout.connect(self.back_up_quietly)

    @property
    def is_running(self) -> bool:
        """Tell whether a backup is being made."""
        return self._errand is not None

    @property
    def process_number(self) -> int | None:
        """How the system knows the process that makes it; None while there is none."""
        return None if self._errand is None else self._errand.number

    def start(self) -> None:
        """Look every hour from now on."""
        self.timer.start()

    def note_change(self) -> None:
        """Know that there is something to back up when the window closes."""
        self._has_changed = True

    def back_up_quietly(self) -> None:
        """Make a backup if something changed, by another process, unless one is being made.

        A window that may only read leaves it to whoever writes.
        """
        if self._errand is None and self._curator.library.lock.is_held:
            self._begin(is_asked_for=False).answered.connect(self._end)

    def back_up(self) -> bool:
        """Make a backup that holds everything, by another process; False while one is made."""
        if self._errand is not None:
            return False
        self._begin(is_asked_for=True).answered.connect(self._tell)
        return True

    def stop(self) -> None:
        """Make no backup after all; what is half done is thrown away."""
        errand, self._errand = self._errand, None
        if errand is not None:
            errand.stop()
            self._curator.backups.worker_ended(errand.number)

    def close(self) -> None:
        """Look no more; what another process has half done is thrown away."""
        self.timer.stop()
        self._has_changed = self._has_changed or self.is_running
        self.stop()

    def back_up_at_last(self) -> None:
        """Back up what was changed since the last backup, in this process.

        What prevents it (the folder is gone, the disk full) must not keep the window from closing:
        everything is in the library, and the next hour of work tries again.
        """
        if not self._has_changed:
            return
        self._has_changed = False
        try:
            with suppress(CuratorError):
                self._curator.backups.back_up_if_due()
        finally:
            self._curator.library.close()

    def _begin(self, *, is_asked_for: bool) -> Errand:
        request = {"verb": "back_up", "is_asked_for": is_asked_for}
        self._errand = Errand(self._curator.settings, request, self)
        self._errand.failed.connect(self._fail)
        return self._errand

    def _end(self, *_: object) -> None:
        self._errand = None

    def _tell(self, answer: dict[str, list[int]]) -> None:
        self._end()
        self.made.emit(*answer["backed_up"])

    def _fail(self, error: CuratorError) -> None:
        self._end()
        self.failed.emit(error)
