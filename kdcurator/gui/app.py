"""The window's way in: the application, and the window on a library.

Owns in which order the window starts (painted first, put to work after) and what becomes of a
fault. Must not know what the window shows.
"""

import atexit
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kdcurator import bootstrap
from kdcurator.domain.errors import CuratorError, LibraryDamaged, NotALibrary
from kdcurator.gui import translation
from kdcurator.gui.bus import Level, Message
from kdcurator.gui.fonts import LARGEST_SCALE, SMALLEST_SCALE, system_scale
from kdcurator.gui.keymap import BadKeymap, Keymap, load_keymap
from kdcurator.gui.main_window import MainWindow
from kdcurator.gui.models.backups import rescued
from kdcurator.gui.theme import apply_theme, theme_named
from kdcurator.preferences import Preferences, load_preferences
from kdcurator.settings import Settings, from_environment

if TYPE_CHECKING:
    from kdcurator.services.rescuing import Rescue

_WAIT: Final = 0.2
"""Seconds for which the window waits for a library that another process writes to."""


def open_window(
    library: Path,
    *,
    language: str = "da",
    theme: str | None = "light",
    scale: float | None = None,
) -> MainWindow:
    """Return a shown window on a library, on the QApplication that stands.

    `language` is `da` or `en`; `theme` is `light` or `dark`, None follows the system; `scale` 2.0
    writes everything at 200 %, None as it was chosen in the window, else as the system has it.
    The window is painted with its list first and opens the library then; it is idle when both are
    done. A library that is new or out of the ordinary is opened before, which raises what
    `bootstrap.build` raises; one that is damaged is told in the window, with a backup at hand.
    """
    settings = from_environment(bootstrap.platform_folders())
    return _open(replace(settings, library=library, language=language), theme, scale)


def _open(settings: Settings, theme: str | None, scale: float | None = None) -> MainWindow:
    application = _application()
    translation.install(application, settings.language)
    chosen = theme_named(theme)
    preferences = load_preferences(settings.config)
    apply_theme(application, chosen, scale=scale or _scale(preferences))
    keymap, trouble = _keymap(settings.config)
    window = MainWindow(chosen, keymap, preferences)
    if theme is None:
        window.follow_system()
    articles = bootstrap.glance(settings)
    if articles:
        is_known = preferences.last_library == str(settings.library)
        window.show_articles(articles, preferences.last_article if is_known else None)
        window.when_painted(lambda: _set_to_work_or_say_why_not(window, settings))
    else:
        _set_to_work_or_rescue(window, settings)
    if trouble is not None:
        window.tell(Message(translation.sentence_for(trouble), Level.WARNING))
    window.show()
    atexit.unregister(_let_go_of_the_clipboard)
    atexit.register(_let_go_of_the_clipboard)
    return window


def _scale(preferences: Preferences) -> float:
    """Return how large everything is written: as chosen, within reason, else as the system's."""
    if preferences.text_size is None:
        return system_scale()
    return min(max(preferences.text_size / 100, SMALLEST_SCALE), LARGEST_SCALE)


def _set_to_work(window: MainWindow, settings: Settings) -> None:
    """Open the library; all that this takes is imported here, after the first paint."""
    from kdcurator.gui.workings import Workings

    curator = bootstrap.build(_for_the_window(settings))
    try:
        _look_into(curator, is_glanced=window.frame.articles.model().rowCount() > 0)
    except CuratorError:
        curator.library.close()
        raise
    window.set_to_work(Workings(window, curator))


def _look_into(curator: bootstrap.Curator, *, is_glanced: bool) -> None:
    """Read what the window shows at first, before there is a window that cannot be without it."""
    if not is_glanced:
        curator.articles.list_articles()
    curator.tags.list_tags()
    curator.stories.current()


def _set_to_work_or_rescue(window: MainWindow, settings: Settings) -> None:
    """Open the library, or show the way back to one that is damaged."""
    try:
        _set_to_work(window, settings)
    except (LibraryDamaged, NotALibrary) as error:
        _rescue(window, settings, error)


def _set_to_work_or_say_why_not(window: MainWindow, settings: Settings) -> None:
    try:
        _set_to_work_or_rescue(window, settings)
    except CuratorError as error:
        window.tell(Message(translation.sentence_for(error), Level.WARNING))


def _rescue(window: MainWindow, settings: Settings, error: CuratorError) -> None:
    """Offer a backup in the place of a library that does not open; without one, close."""
    from kdcurator.gui.rescuing import rescuing_in

    def go_on(rescue: "Rescue") -> None:
        window.end_rescue()
        window.frame.setFocus()  # from where the text takes it, as at any start
        _set_to_work_or_say_why_not(window, settings)
        if window.is_at_work:
            window.tell(Message(rescued(rescue, bootstrap.now())))

    window.rescuing = rescuing_in(window, _for_the_window(settings), go_on)
    window.rescuing.given_up.connect(window.close)
    window.tell(Message(translation.sentence_for(error), Level.WARNING))
    window.rescuing.begin(error)


def _for_the_window(settings: Settings) -> Settings:
    return replace(settings, wait=_WAIT, program="kdcurator (window)")


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
    from kdcurator.gui.first_start import FirstStart, door_of

    application = QApplication(sys.argv[:1])
    application.setApplicationName("kdcurator")
    application.setDesktopFileName("kdcurator")
    preferences = load_preferences(settings.config)
    settings = replace(settings, language=language_for(settings, preferences.language))
    first = FirstStart(door_of(settings.library))
    if not first.is_first:
        return 0
    sys.excepthook = fault_hook(settings.logs)
    window = _open(settings, preferences.theme)
    first.raised.connect(lambda: _raise(window))
    return application.exec()


def language_for(settings: Settings, chosen: str | None) -> str:
    """Return the language that the environment asks for, else the one chosen in the window."""
    return settings.language if os.environ.get("KDCURATOR_LANG") else chosen or settings.language


def _raise(window: MainWindow) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def fault_hook(
    logs: Path,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return what is done with a fault that nobody caught: a log, and a sentence in the window."""

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        words = _words_for(error, logs)
        for window in _application().topLevelWidgets():
            if isinstance(window, MainWindow):
                window.tell(Message(words, Level.WARNING))

    return note


def _words_for(error: BaseException, logs: Path) -> str:
    """Say what the user can act on; of a fault of ours, where its log lies."""
    if isinstance(error, CuratorError):
        return translation.sentence_for(error)
    from kdcurator import crash

    words = QCoreApplication.translate(
        "app", "kdcurator met a fault of its own; what is saved is safe. See {log}"
    )
    return words.format(log=crash.write_log(error, logs))
