"""One request to a process of its own, and its one answer.

Owns the process from its start to its end. Must not know what is asked.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from kdcurator.domain.errors import BackupStopped
from kdcurator.gui.worker_process import WorkerProcess
from kdcurator.services.arrivals import error_from_json
from kdcurator.services.errands import settings_as_json
from kdcurator.settings import Settings


class Errand(QObject):
    """Has one thing done that only reads a library."""

    answered = Signal(object)
    """The answer, a `dict`; the process is gone by then."""

    failed = Signal(object)
    """The `CuratorError` that prevented it."""

    def __init__(self, settings: Settings, request: Mapping[str, Any], parent: QObject) -> None:
        """Ask for something in the library of `settings`."""
        super().__init__(parent)
        self._process = WorkerProcess(
            {"verb": "library", "settings": settings_as_json(settings)}, self
        )
        self.number = self._process.number
        """How the system knows the process."""
        self._is_over = False
        self._process.answered.connect(self._take)
        self._process.ended.connect(self._take)
        self._process.send(request)

    def stop(self) -> None:
        """End it without an answer."""
        self._is_over = True
        self._process.kill()
        self.deleteLater()

    def _take(self) -> None:
        if self._is_over:
            return
        answer = self._process.take()
        if answer is None and self._process.is_running():
            return
        self.stop()
        if answer is None:
            self.failed.emit(BackupStopped())
        elif "error" in answer:
            self.failed.emit(error_from_json(answer["error"]))
        else:
            self.answered.emit(answer)
