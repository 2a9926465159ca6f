"""One text that was written here, read for quotes in a process of its own.

Owns the process from its start to its end. Must not know what becomes of what was read.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kdcurator.domain.errors import CuratorError, ReaderStopped
from kdcurator.gui.worker_process import WorkerProcess
from kdcurator.services.arrivals import (
    Arrival,
    TextToRead,
    Turned,
    arrival_from_json,
    error_from_json,
    patience_for,
    to_read_as_json,
    turned_from_json,
)


class ReadingText(QObject):
    """Has one text read."""

    read = Signal(object)
    """The `Arrival`; the process is gone by then."""

    failed = Signal(object)
    """The `CuratorError` that prevented it."""

    def __init__(self, text: str, originals: Path | None, parent: QObject) -> None:
        """Read `text`; its bytes are kept in `originals`, with None nowhere."""
        super().__init__(parent)
        folder = None if originals is None else str(originals)
        self._process = WorkerProcess({"verb": "open", "originals": folder}, self)
        self.number = self._process.number
        """How the system knows the process."""
        self._is_over = False
        self._process.answered.connect(self._take)
        self._process.ended.connect(self._take)
        self._watch = QTimer(self, singleShot=True)
        self._watch.timeout.connect(lambda: self._end(ReaderStopped()))
        self._watch.start(int(1000 * patience_for(None)))
        self._process.send({"verb": "read", "items": [to_read_as_json(TextToRead(text))]})

    def stop(self) -> None:
        """End it without an answer."""
        self._is_over = True
        self._watch.stop()
        self._process.kill()
        self.deleteLater()

    def _take(self) -> None:
        while not self._is_over:
            answer = self._process.take()
            match answer:
                case None:
                    if not self._process.is_running():
                        self._end(ReaderStopped())
                    return
                case {"arrival": found}:
                    self._end(arrival_from_json(found))
                case {"turned": found}:
                    self._end(turned_from_json(found))
                case {"error": found}:
                    self._end(error_from_json(found))

    def _end(self, found: Arrival | Turned | CuratorError) -> None:
        self.stop()
        if isinstance(found, Arrival):
            self.read.emit(found)
        else:
            self.failed.emit(found.error if isinstance(found, Turned) else found)
