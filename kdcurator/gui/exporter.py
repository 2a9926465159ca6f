"""Exporting in the window: in another process, so that the longest export holds no key up.

Owns one export at a time and its end. Must not know formats, nor how progress or a result looks.
"""

from typing import Any

from PySide6.QtCore import QObject, Signal

from kdcurator.bootstrap import Curator
from kdcurator.domain.errors import CuratorError, ExportStopped
from kdcurator.domain.exporting import ExportWish
from kdcurator.gui.worker_process import WorkerProcess
from kdcurator.services.arrivals import error_from_json
from kdcurator.services.errands import exported_from_json, settings_as_json, wish_as_json


class Exporter(QObject):
    """Writes quotes to files."""

    exported = Signal(object)
    """`Exported`: the file is written and on disk."""

    failed = Signal(object)
    """The `CuratorError` for which there is no file, or the old one."""

    ended = Signal()
    """It is over, whichever way."""

    def __init__(self, curator: Curator, parent: QObject | None = None) -> None:
        """Export from the library of `curator`."""
        super().__init__(parent)
        self._curator = curator
        self._process: WorkerProcess | None = None
        self._wish: ExportWish | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether an export goes on."""
        return self._process is not None

    @property
    def process_number(self) -> int | None:
        """How the system knows the process; None while there is none."""
        return None if self._process is None else self._process.number

    def start(self, wish: ExportWish) -> bool:
        """Export; False while another export goes on, which is not disturbed."""
        if self._process is not None:
            return False
        self._wish = wish
        opening = {"verb": "library", "settings": settings_as_json(self._curator.settings)}
        self._process = WorkerProcess(opening, self)
        self._process.answered.connect(self._take)
        self._process.ended.connect(self._take)
        self._process.send({"verb": "export", "wish": wish_as_json(wish)})
        return True

    def cancel(self) -> None:
        """Stop; a file that was there before stays as it was, and nothing is left beside it."""
        wish, number = self._wish, self.process_number
        if wish is not None and number is not None:
            self._end_process()
            self._curator.exporting.writer_ended(wish.path, number)
            self.ended.emit()

    def _end_process(self) -> None:
        process, self._process, self._wish = self._process, None, None
        if process is not None:
            process.kill()
            process.deleteLater()

    def _take(self) -> None:
        while self._process is not None and (answer := self._process.take()) is not None:
            self._hear(answer)
        if self._process is not None and not self._process.is_running():
            self._fail(ExportStopped())

    def _hear(self, answer: dict[str, Any]) -> None:
        match answer:
            case {"exported": found}:
                self._end_process()
                self.ended.emit()
                self.exported.emit(exported_from_json(found))
            case {"error": found}:
                self._fail(error_from_json(found))

    def _fail(self, error: CuratorError) -> None:
        self.cancel()
        self.failed.emit(error)
