"""The window's way in: the application, one for each library, and the window on it.

Owns how the window starts, how a second start raises the first, and what becomes of a fault. Must
not know what the window shows.
"""

import atexit
import hashlib
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from kdcurator import bootstrap, crash
from kdcurator.domain.errors import CuratorError
from kdcurator.gui import translation
from kdcurator.gui.bus import Level
from kdcurator.gui.keymap import BadKeymap, Keymap, load_keymap
from kdcurator.gui.main_window import MainWindow
from kdcurator.gui.theme import apply_theme, theme_named
from kdcurator.preferences import load_preferences
from kdcurator.settings import Settings, from_environment

_WAIT: Final = 0.2
"""Seconds for which the window waits for a library that another process writes to."""

_ANSWER: Final = 500
"""Milliseconds in which a window that is open answers a second start."""


def open_window(library: Path, *, language: str = "da", theme: str | None = "light") -> MainWindow:
    """Return a shown window on a library, on the QApplication that stands.

    `language` is `da` or `en`; `theme` is `light` or `dark`, None follows the system. Raises what
    `bootstrap.build` raises.
    """
    settings = from_environment(bootstrap.platform_folders())
    return _open(replace(settings, library=library, language=language), theme)


def _open(settings: Settings, theme: str | None) -> MainWindow:
    application = _application()
    translation.install(application, settings.language)
    chosen = theme_named(theme)
    apply_theme(application, chosen)
    preferences = load_preferences(settings.config)
    keymap, trouble = _keymap(settings.config)
    curator = bootstrap.build(replace(settings, wait=_WAIT, program="kdcurator (window)"))
    window = MainWindow(curator, chosen, keymap, preferences)
    window.start()
    if trouble is not None:
        window.desk.bus.tell(translation.sentence_for(trouble), Level.WARNING)
    window.show()
    atexit.unregister(_let_go_of_the_clipboard)
    atexit.register(_let_go_of_the_clipboard)
    return window


def _let_go_of_the_clipboard() -> None:
    """Empty a clipboard that nobody else can read, while Python still runs.

    Without a screen Qt keeps what was copied in a static object that dies after Python has gone;
    PySide's part of it then faults. Real clipboards are left alone: the text is the user's.
    """
    if QGuiApplication.instance() is not None and QGuiApplication.platformName() == "offscreen":
        QGuiApplication.clipboard().clear()


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise AssertionError("a QApplication stands before a window is opened")
    return application


def _keymap(folder: Path) -> tuple[Keymap, CuratorError | None]:
    try:
        return load_keymap(folder), None
    except BadKeymap as error:
        return load_keymap(), error


def main(settings: Settings) -> int:
    """Run the window until it is closed; return the exit code.

    A window that is open on the same library already is raised instead.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("kdcurator")
    application.setDesktopFileName("kdcurator")
    preferences = load_preferences(settings.config)
    settings = replace(settings, language=preferences.language or settings.language)
    first = FirstStart(_server_name(settings.library))
    if not first.is_first:
        return 0
    sys.excepthook = _fault_hook(settings.logs)
    window = _open(settings, preferences.theme)
    first.raised.connect(lambda: _raise(window))
    return application.exec()


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


def _server_name(library: Path) -> str:
    path = str(library).encode("utf-8", "surrogateescape")
    return f"kdcurator-{hashlib.sha256(path).hexdigest()[:16]}"


def _raise(window: MainWindow) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _fault_hook(
    logs: Path,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return what is done with a fault that nobody caught: a log, and a sentence in the window."""

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log = crash.write_log(error, logs)
        words = QCoreApplication.translate(
            "app", "kdcurator met a fault of its own; what is saved is safe. See {log}"
        )
        for window in _application().topLevelWidgets():
            if isinstance(window, MainWindow):
                window.desk.bus.tell(words.format(log=log), Level.WARNING)

    return note
