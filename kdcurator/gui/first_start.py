"""One window for each library: a second start knocks at the first and goes away.

Owns the door (a local socket) and its name, and that of starts at the same moment one is the first.
Must not know the window.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER: Final = 500
"""Milliseconds in which a window that is open answers a second start."""

_TURN: Final = 2_000
"""Milliseconds for which a start waits for another one that is just knocking."""


class FirstStart(QObject):
    """Tells the first start on a library from later ones, which knock and go away."""

    raised = Signal()
    """Another start knocked."""

    def __init__(self, name: str) -> None:
        """Knock at the door of this name; become the door when nobody opens."""
        super().__init__()
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._answer)
        with _one_at_a_time(name):
            self.is_first = not _is_answered(name)
            if self.is_first:
                self._open_door(name)

    def _open_door(self, name: str) -> None:
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(name)  # what a killed window left
        self._server.listen(name)

    def _answer(self) -> None:
        knock = self._server.nextPendingConnection()
        if knock is not None:
            knock.disconnectFromServer()
            knock.deleteLater()
        self.raised.emit()


@contextmanager
def _one_at_a_time(name: str) -> Iterator[None]:
    """Let one start after the other knock: two that nobody answers would both be the first.

    The system frees the lock of a start that was killed; where it cannot be had at all, the knock
    alone decides.
    """
    turn = QLockFile(QDir(QDir.tempPath()).filePath(f"{name}.lock"))
    turn.tryLock(_TURN)
    yield
    turn.unlock()


def _is_answered(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    answered = socket.waitForConnected(_ANSWER)
    socket.abort()
    return answered


def door_of(library: Path) -> str:
    """Return the name of a library's door."""
    path = str(library).encode("utf-8", "surrogateescape")
    return f"kdcurator-{hashlib.sha256(path).hexdigest()[:16]}"
