"""Comparing backups with what is here now: in another process, the newest choice first.

Owns which backup is compared next, and what was compared already. Must not know how a difference
is found, nor how it looks.
"""

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from kdcurator.bootstrap import Curator
from kdcurator.domain.backup import Differences
from kdcurator.domain.errors import BackupStopped, CuratorError
from kdcurator.gui.worker_process import WorkerProcess
from kdcurator.services.arrivals import error_from_json
from kdcurator.services.errands import differences_from_json, settings_as_json

_RESTS: Final = 60
"""Milliseconds that a choice must stand: rows that are only passed by are not compared."""


class Comparing(QObject):
    """Tells what would be another if a backup came back."""

    compared = Signal(object, object)
    """(path of the backup, `Differences`) of the one that was asked for last."""

    failed = Signal(object, object)
    """(path of the backup, `CuratorError`) that prevents a comparison."""

    def __init__(self, curator: Curator, parent: QObject) -> None:
        """Compare with the library of `curator`."""
        super().__init__(parent)
        self._curator = curator
        self._process: WorkerProcess | None = None
        self._wanted: Path | None = None
        self._asked: Path | None = None
        self._known: dict[Path, Differences] = {}
        self._rest = QTimer(self, singleShot=True, interval=_RESTS)
        self._rest.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Tell whether a choice waits for its comparison."""
        return self._wanted is not None

    @property
    def process_number(self) -> int | None:
        """How the system knows the process; None while there is none."""
        return None if self._process is None else self._process.number

    def ask(self, backup: Path) -> None:
        """Compare a backup; one that still waits is dropped for this one."""
        self._wanted = backup
        self._rest.start(0 if backup in self._known else _RESTS)

    def close(self) -> None:
        """End the process; the library may be another the next time."""
        self._rest.stop()
        self._wanted = None
        self._known.clear()
        self._end_process()

    def _go_on(self) -> None:
        """Compare what is wanted, unless something is being compared: it ends soon."""
        wanted = self._wanted
        if wanted is not None and wanted in self._known:
            self._wanted = None
            self.compared.emit(wanted, self._known[wanted])
        elif wanted is not None and self._asked is None:
            self._asked = wanted
            self._begun().send({"verb": "compare", "backup": str(wanted)})

    def _begun(self) -> WorkerProcess:
        """Return the process that compares, begun now if there is none."""
        if self._process is None:
            settings = settings_as_json(self._curator.settings)
            self._process = WorkerProcess({"verb": "library", "settings": settings}, self)
            self._process.answered.connect(self._take)
            self._process.ended.connect(self._take)
        return self._process

    def _end_process(self) -> None:
        process, self._process, self._asked = self._process, None, None
        if process is not None:
            process.kill()
            self._curator.backups.worker_ended(process.number)
            process.deleteLater()

    def _take(self) -> None:
        while self._process is not None and (answer := self._process.take()) is not None:
            self._hear(answer)
        if self._process is not None and not self._process.is_running():
            self._fail(BackupStopped())

    def _hear(self, answer: dict[str, Any]) -> None:
        match answer:
            case {"compared": found} if self._asked is not None:
                self._known[self._asked] = differences_from_json(found)
            case {"done": _}:
                self._asked = None
                self._go_on()
            case {"error": found}:
                self._fail(error_from_json(found))

    def _fail(self, error: CuratorError) -> None:
        """Tell why the newest choice cannot be compared; an older one is of no interest."""
        asked = self._asked
        self._end_process()
        if asked is not None and asked == self._wanted:
            self._wanted = None
            self.failed.emit(asked, error)
        else:
            self._go_on()
