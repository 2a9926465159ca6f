"""What can wait until the paint is done: one job at a time, each under a name.

Owns the order between a key's paint and everything that need not come before it. Must not know
any job.
"""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

AFTER_PAINT: Final = 25
"""Milliseconds: more than a frame, so that what a key changed is on the screen first."""

Job = Callable[[], object]


def _do(job: Job) -> None:
    job()


class Later(QObject):
    """Runs jobs when the event loop has time; a job of the same name takes the old one's place."""

    def __init__(self, parent: QObject | None = None, run: Callable[[Job], object] = _do) -> None:
        """Wait for jobs; `run` does one, and tells what it refuses."""
        super().__init__(parent)
        self._run = run
        self._waiting: dict[str, tuple[float, Job]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    @property
    def is_idle(self) -> bool:
        """Tell whether no job waits."""
        return not self._waiting

    def run(self, name: str, job: Job, *, after: int = AFTER_PAINT) -> None:
        """Run `job` in `after` milliseconds at the earliest."""
        self._waiting[name] = (time.monotonic() + after / 1000, job)
        self._arm()

    def hurry(self, name: str) -> None:
        """Run the job of this name now, if one waits."""
        _due, job = self._waiting.pop(name, (0.0, None))
        if job is not None:
            self._run(job)

    def forget(self) -> None:
        """Drop all jobs."""
        self._waiting.clear()
        self._timer.stop()

    def _arm(self) -> None:
        if self._waiting:
            due = min(due for due, _job in self._waiting.values())
            self._timer.start(max(0, round((due - time.monotonic()) * 1000)))

    def _next(self) -> None:
        if not self._waiting:
            return
        name = min(self._waiting, key=lambda name: self._waiting[name][0])
        _due, job = self._waiting.pop(name)
        try:
            self._run(job)
        finally:
            self._arm()
