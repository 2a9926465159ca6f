"""Comparing what is chosen with what is here now: in another process, the newest choice first.

Owns what is compared next, and what was compared already: backups with the library, quotes with
the newest version of their article. Must not know how a difference is found, nor how it looks.
"""

from abc import abstractmethod
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from kdcurator.bootstrap import Curator
from kdcurator.domain.errors import BackupStopped, ComparisonStopped, CuratorError
from kdcurator.domain.quote import QuoteId
from kdcurator.gui.worker_process import WorkerProcess
from kdcurator.services.arrivals import error_from_json
from kdcurator.services.errands import (
    comparison_from_json,
    differences_from_json,
    settings_as_json,
)

_RESTS: Final = 60
"""Milliseconds that a choice must stand: rows that are only passed by are not compared."""


class Comparing(QObject):
    """Tells what differs between what is chosen and what is here now."""

    compared = Signal(object, object)
    """(what was chosen, what differs) of the one that was asked for last."""

    failed = Signal(object, object)
    """(what was chosen, `CuratorError`) that prevents a comparison."""

    def __init__(self, curator: Curator, parent: QObject) -> None:
        """Compare with the library of `curator`."""
        super().__init__(parent)
        self._curator = curator
        self._process: WorkerProcess | None = None
        self._wanted: Hashable | None = None
        self._asked: Hashable | None = None
        self._known: dict[Hashable, object] = {}
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

    def ask(self, choice: Hashable) -> None:
        """Compare a choice; one that still waits is dropped for this one."""
        self._wanted = choice
        self._rest.start(0 if choice in self._known else _RESTS)

    def forget(self) -> None:
        """Compare everything anew from now on: the library has changed."""
        self._known.clear()

    def close(self) -> None:
        """End the process; the library may be another the next time."""
        self._rest.stop()
        self._wanted = None
        self._known.clear()
        self._end_process()

    @abstractmethod
    def _request(self, choice: Any) -> Mapping[str, Any]:
        """Return what the process is asked for."""

    @abstractmethod
    def _read(self, answer: Mapping[str, Any]) -> object | None:
        """Return what differs, from an answer; None when it tells something else."""

    @abstractmethod
    def _stopped(self) -> CuratorError:
        """Return what is told when the process ends by itself."""

    def _go_on(self) -> None:
        """Compare what is wanted, unless something is being compared: it ends soon."""
        wanted = self._wanted
        if wanted is not None and wanted in self._known:
            self._wanted = None
            self.compared.emit(wanted, self._known[wanted])
        elif wanted is not None and self._asked is None:
            self._asked = wanted
            self._begun().send(self._request(wanted))

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
            self._ended(process.number)
            process.deleteLater()

    def _ended(self, number: int) -> None:
        """Tidy up after a process."""

    def _take(self) -> None:
        while self._process is not None and (answer := self._process.take()) is not None:
            self._hear(answer)
        if self._process is not None and not self._process.is_running():
            self._fail(self._stopped())

    def _hear(self, answer: dict[str, Any]) -> None:
        match answer:
            case {"done": _}:
                self._asked = None
                self._go_on()
            case {"error": found}:
                self._fail(error_from_json(found))
            case _ if self._asked is not None and (found := self._read(answer)) is not None:
                self._known[self._asked] = found

    def _fail(self, error: CuratorError) -> None:
        """Tell why the newest choice cannot be compared; an older one is of no interest."""
        asked = self._asked
        self._end_process()
        if asked is not None and asked == self._wanted:
            self._wanted = None
            self.failed.emit(asked, error)
        else:
            self._go_on()


class ComparingBackups(Comparing):
    """Tells what would be another if a backup came back."""

    def _request(self, choice: Path) -> Mapping[str, Any]:
        return {"verb": "compare", "backup": str(choice)}

    def _read(self, answer: Mapping[str, Any]) -> object | None:
        found = answer.get("compared")
        return None if found is None else differences_from_json(found)

    def _stopped(self) -> CuratorError:
        return BackupStopped()

    def _ended(self, number: int) -> None:
        self._curator.backups.worker_ended(number)


class ComparingVersions(Comparing):
    """Tells what became of a quote in the newest version of its article."""

    def _request(self, choice: QuoteId) -> Mapping[str, Any]:
        return {"verb": "compare_versions", "quote": choice}

    def _read(self, answer: Mapping[str, Any]) -> object | None:
        found = answer.get("side_by_side")
        return None if found is None else comparison_from_json(found)

    def _stopped(self) -> CuratorError:
        return ComparisonStopped()
