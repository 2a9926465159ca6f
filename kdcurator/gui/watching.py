"""Looking into a folder now and then, beside the window.

Owns when it is looked into: when the system tells of it, and every few seconds, since a network
drive tells nothing; and the thread that looks, which a drive that hangs may hold for minutes. Must
not know what becomes of what is found.
"""

import contextlib
import threading
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

from kdcurator.services.watching import SETTLED, Listing, list_folder

EVERY: Final = 5_000
"""Milliseconds between two looks while nothing goes on."""

SOON: Final = 150
"""Milliseconds between a word of the system and the look: words come in crowds."""

_AGAIN: Final = int(1000 * SETTLED) + 50
"""Milliseconds after which what was just seen is looked at again."""


class Watching(QObject):
    """Looks into one folder, while there is one."""

    seen = Signal(object)
    """The `Listing` of the folder."""

    gone = Signal()
    """The folder could not be looked into; told once until it can be again."""

    _looked = Signal(object)

    def __init__(self, parent: QObject) -> None:
        """Look into nothing."""
        super().__init__(parent)
        self._folder: Path | None = None
        self._is_looking = self._is_gone = False
        self._system = QFileSystemWatcher(self)
        self._system.directoryChanged.connect(lambda _: self.look_in(SOON))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._looked.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def folder(self) -> Path | None:
        """What is looked into."""
        return self._folder

    def start(self, folder: Path) -> None:
        """Look into `folder` from now on."""
        self.stop()
        self._folder, self._is_gone, self._is_looking = folder, False, False
        self.look_in(0)

    def stop(self) -> None:
        """Look into nothing; a look that goes on comes to nothing."""
        self._folder = None
        self._timer.stop()
        if self._system.directories():
            self._system.removePaths(self._system.directories())

    def look_again(self) -> None:
        """Look as soon as what was just seen may have settled."""
        self.look_in(_AGAIN)

    def look_in(self, milliseconds: int) -> None:
        """Look then, or earlier if that was meant already."""
        left = self._timer.remainingTime()
        if self._folder is not None and not 0 <= left <= milliseconds:
            self._timer.start(milliseconds)

    def _look(self) -> None:
        if self._folder is None or self._is_looking:
            return
        self._is_looking = True
        look = threading.Thread(
            target=self._list, args=(self._folder,), name="watching", daemon=True
        )
        look.start()

    def _list(self, folder: Path) -> None:
        """Look into a folder; in a thread that nobody waits for, not even the program's end."""
        found: Listing | None = None
        with contextlib.suppress(OSError):
            found = list_folder(folder)
        with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
            self._looked.emit((folder, found))

    def _take(self, looked: tuple[Path, Listing | None]) -> None:
        folder, found = looked
        if folder != self._folder:
            return  # it hung while another was chosen
        self._is_looking = False
        self.look_in(EVERY)
        if found is None:
            if not self._is_gone:
                self.gone.emit()
            self._is_gone = True
            return
        self._is_gone = False
        if str(folder) not in self._system.directories():
            self._system.addPath(str(folder))
        self.seen.emit(found)
