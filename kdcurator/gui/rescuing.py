"""Rescue in the window: a damaged library is told, and the newest whole backup offered.

Owns the way from the damage to a library that can be worked in again; all that takes a while is
done beside the window. Must not know how a backup is found or brought back, nor how a page looks.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kdcurator import bootstrap
from kdcurator.domain.errors import CuratorError
from kdcurator.gui.beside import Beside
from kdcurator.gui.dialogs.rescue_page import RescuePage
from kdcurator.gui.translation import reason_of, sentence_for
from kdcurator.settings import Settings

if TYPE_CHECKING:
    from kdcurator.domain.backup import KeptBackup
    from kdcurator.gui.main_window import MainWindow
    from kdcurator.services.rescuing import Rescue


class Rescuing(QObject):
    """Brings a damaged library back."""

    given_up = Signal()
    """The user left the page: the library stays as it is."""

    def __init__(
        self, settings: Settings, page: RescuePage, back: Callable[["Rescue"], object]
    ) -> None:
        """Ask on `page`; `back` is called when there is a whole library again."""
        super().__init__(page)
        self._settings = settings
        self._page = page
        self._back = back
        self._beside = Beside(self)
        page.accepted.connect(self._rescue)
        page.given_up.connect(self.given_up)

    @property
    def is_running(self) -> bool:
        """Tell whether a backup is being looked for or brought back."""
        return self._beside.is_running

    def begin(self, error: CuratorError) -> None:
        """Tell what is wrong, and look for a backup."""
        if self._page.is_open or self._beside.is_running:
            return
        path = error.details.get("path", self._settings.library)
        self._page.show_damage(Path(str(path)), reason_of(error))
        look = self._settings
        self._beside.start(lambda: bootstrap.find_good_backup(look), self._offer, self._tell)

    def close(self) -> None:
        """Wait for what is being done."""
        self._beside.close()

    def remove(self) -> None:
        """Go, and the page with it."""
        self.close()
        self._page.deleteLater()

    def _offer(self, backup: "KeptBackup | None") -> None:
        if backup is None:
            self._page.offer_nothing(self._settings.backups)
        else:
            self._page.offer(backup, bootstrap.now())

    def _rescue(self) -> None:
        self._page.show_work()
        settings = self._settings
        self._beside.start(lambda: bootstrap.rescue(settings), self._end, self._tell)

    def _end(self, rescue: "Rescue") -> None:
        self._page.end_work()
        self._back(rescue)

    def _tell(self, error: CuratorError) -> None:
        self._page.show_trouble(sentence_for(error))


def rescuing_in(
    window: "MainWindow", settings: Settings, back: Callable[["Rescue"], object]
) -> Rescuing:
    """Return what brings back the library of `settings`, with a page of its own over `window`."""
    return Rescuing(settings, RescuePage(window, window.theme), back)
