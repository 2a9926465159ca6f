"""Where quotes stand in newer versions, found in another process before these are kept.

Owns the process, and that what it cannot find is only not known yet: keeping finds it then. Must
not know how a place is found.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kdcurator.gui.worker_process import WorkerProcess
from kdcurator.services.arrivals import Arrival, arrival_as_json
from kdcurator.services.errands import settings_as_json
from kdcurator.settings import Settings


class Foreseeing(QObject):
    """Foresees a few arrivals at a time."""

    foreseen = Signal(object)
    """The list of `Arrival`, in their order."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        """Look into the library that `settings` name."""
        super().__init__(parent)
        self._settings = settings
        self._process: WorkerProcess | None = None
        self._waiting: deque[Arrival] = deque()
        self._done: list[Arrival] = []

    @property
    def is_running(self) -> bool:
        """Tell whether arrivals are being foreseen."""
        return bool(self._waiting or self._done)

    def begin(self) -> None:
        """Start the process ahead, so that nothing waits for it later."""
        self._begun()

    def start(self, arrivals: Sequence[Arrival]) -> None:
        """Foresee these; nothing else may be under way."""
        self._waiting.extend(arrivals)
        items = [arrival_as_json(item) for item in arrivals]
        self._begun().send({"verb": "foresee", "arrivals": items})

    def close(self) -> None:
        """End the process; nobody hears of what is under way."""
        self._waiting.clear()
        self._done.clear()
        self._forget_process()

    def _forget_process(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.deleteLater()

    def _begun(self) -> WorkerProcess:
        """Return the process, begun now if there is none any more."""
        if self._process is not None and not self._process.is_running():
            self._forget_process()
        if self._process is None:
            opening = {"verb": "library", "settings": settings_as_json(self._settings)}
            self._process = WorkerProcess(opening, self)
            self._process.answered.connect(self._take)
            self._process.ended.connect(self._take)
        return self._process

    def _take(self) -> None:
        from kdcurator.services.refinding import foreseen_from_json  # half of a start's time

        while self._process is not None and (answer := self._process.take()) is not None:
            match answer:
                case {"foreseen": found}:
                    for places in found:
                        item = self._waiting.popleft()
                        self._done.append(replace(item, foreseen=foreseen_from_json(places)))
                case {"done": _}:
                    self._end()
        if self._process is not None and not self._process.is_running():
            self._end()

    def _end(self) -> None:
        """Tell what was foreseen; the rest as it came, when the process ended before."""
        arrivals = [*self._done, *self._waiting]
        if self._waiting:
            self.close()
        self._done, self._waiting = [], deque()
        if arrivals:
            self.foreseen.emit(arrivals)
