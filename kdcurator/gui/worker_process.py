"""The child process that works for the window, and the lines between the two.

Owns starting it, talking to it and ending it. Must not know what is asked or what becomes of it:
the verbs are those of `kdcurator.worker`.
"""

import json
from collections import deque
from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QByteArray, QObject, QProcess, Signal

from kdcurator.services.worker_command import worker_command, worker_folder

_GRACE: Final = 2_000
"""Milliseconds that a killed process is waited for; it took 9 where it was measured."""


class WorkerProcess(QObject):
    """Runs `kdcurator --worker`; its answers wait in a line until they are taken."""

    answered = Signal()
    """There is at least one answer to take."""

    ended = Signal()
    """The process is gone, wanted or not; every answer it gave can still be taken."""

    def __init__(self, opening: Mapping[str, Any], parent: QObject | None = None) -> None:
        """Start the process; `opening` is the first thing that it is told."""
        super().__init__(parent)
        self._answers: deque[bytes] = deque()
        self._rest = b""
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._receive)
        self._process.finished.connect(self._receive_last)
        self._process.errorOccurred.connect(self._tell_failed_start)
        program, *arguments = worker_command()
        self._process.setWorkingDirectory(str(worker_folder()))
        self._process.start(program, arguments)
        self.number = self._process.processId()
        """How the system knows it: 0 when it did not start."""
        self.send(opening)

    def send(self, request: Mapping[str, Any]) -> None:
        """Ask for something; of a process that is gone, nothing."""
        if self.is_running():
            line = json.dumps(dict(request)).encode("ascii") + b"\n"
            self._process.write(QByteArray(line))

    def take(self) -> dict[str, Any] | None:
        """Return the oldest answer not taken yet; None when there is none."""
        if not self._answers:
            return None
        found: dict[str, Any] = json.loads(self._answers.popleft())
        return found

    def has_answers(self) -> bool:
        """Tell whether there is an answer to take."""
        return bool(self._answers)

    def has_paused(self) -> bool:
        """Tell whether its last answer is that it is done with what it was asked."""
        return bool(self._answers) and self._answers[-1].startswith(b'{"done"')

    def is_running(self) -> bool:
        """Tell whether more answers may come."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def kill(self) -> None:
        """End the process now, without a signal; answers not taken yet are dropped."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's name for it
        if self.is_running():
            self._process.kill()
            self._process.waitForFinished(_GRACE)
        self._answers.clear()

    def _receive(self) -> None:
        *lines, self._rest = (self._rest + self._process.readAllStandardOutput().data()).split(
            b"\n"
        )
        self._answers.extend(lines)
        if lines:
            self.answered.emit()

    def _receive_last(self) -> None:
        self._receive()
        self.ended.emit()

    def _tell_failed_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # no `finished` follows this one
            self.ended.emit()
