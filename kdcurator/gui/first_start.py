"""One window for each library: a second start knocks at the first and goes away.

Owns the door (a local socket) and its name. Must not know the window.
"""

import hashlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER: Final = 500
"""Milliseconds in which a window that is open answers a second start."""


class FirstStart(QObject):
    """Tells the first start on a library from later ones, which knock and go away."""

    raised = Signal()
    """Another start knocked."""

    def __init__(self, name: str) -> None:
        """Knock at the door of this name; become the door when nobody opens."""
        super().__init__()
        self.is_first = not _is_answered(name)
        self._server = QLocalServer(self)
        if self.is_first:
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            QLocalServer.removeServer(name)  # what a killed window left
            self._server.listen(name)
            self._server.newConnection.connect(self._answer)

    def _answer(self) -> None:
        knock = self._server.nextPendingConnection()
        if knock is not None:
            knock.disconnectFromServer()
            knock.deleteLater()
        self.raised.emit()


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
