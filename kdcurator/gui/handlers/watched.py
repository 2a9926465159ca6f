"""A folder from which everything comes in by itself.

Owns what is asked and said of it, and that nothing is read while something else is written. Must
not know how it is looked into, nor how files are read.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from kdcurator.gui.bus import Level
from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.watched_folder import WatchedFolderForm
from kdcurator.gui.handlers.texts import Texts
from kdcurator.gui.watching import Watching
from kdcurator.services.watching import Listing, WatchedFolder, keep_done, read_done

if TYPE_CHECKING:
    from kdcurator.services.articles import ImportReport

_PATIENCE: Final = 60.0
"""Seconds after an import that failed, because the disk is full, say, until the next one."""


class Watched(QObject):
    """Brings in what is saved in one folder."""

    def __init__(
        self, desk: Desk, texts: Texts, form: WatchedFolderForm, is_free: Callable[[], bool]
    ) -> None:
        """Import through `texts`, when the library `is_free` for it; `form` asks which folder."""
        super().__init__(desk)
        self._desk = desk
        self._texts = texts
        self._form = form
        self._is_free = is_free
        self._state: WatchedFolder | None = None
        self._resting_until = 0.0
        self.watching = Watching(self)
        self.watching.seen.connect(self._take)
        self.watching.gone.connect(self._tell_gone)
        texts.watched_read.connect(self._note)
        form.chosen.connect(self._choose)

    def ask(self) -> None:
        """Ask which folder is watched."""
        preferences = self._desk.preferences
        self._form.ask(preferences.watched_folder, self._library, is_on=self._is_on())

    def start(self) -> None:
        """Go on with the folder that is watched for this library, if one is."""
        folder = self._desk.preferences.watched_folder
        if self._is_on() and folder is not None:
            self._begin(WatchedFolder(Path(folder), self._done(Path(folder))))

    def close(self) -> None:
        """Look no more."""
        self.watching.stop()
        self._state = None

    @property
    def _library(self) -> Path:
        return self._desk.curator.library.folder

    def _is_on(self) -> bool:
        preferences = self._desk.preferences
        return preferences.is_watching and preferences.watched_for == str(self._library)

    def _done(self, folder: Path) -> Listing:
        return read_done(self._desk.curator.settings.config, self._library, folder)

    def _choose(self, folder: Path | None, is_on: bool) -> None:  # noqa: FBT001 - a signal's
        """Watch another folder, or none; what lies in it already comes in too."""
        was_on, before = self._is_on(), self._desk.preferences.watched_folder
        name = None if folder is None else str(folder)
        self._desk.prefer(watched_folder=name, is_watching=is_on, watched_for=str(self._library))
        if folder is None or not is_on:
            self.close()
            if was_on:
                self._desk.bus.tell(self.tr("No folder is watched any more."))
        elif not was_on or before != name:
            self._begin(WatchedFolder(folder))
            words = self.tr("What is saved in {path} is imported from now on.")
            self._desk.bus.tell(words.replace("{path}", name or ""))

    def _begin(self, state: WatchedFolder) -> None:
        self._state, self._resting_until = state, 0.0
        self.watching.start(state.folder)

    # Read

    def _take(self, listing: Listing) -> None:
        """Have read what is ready, when nothing else is written; else look again soon."""
        state, now = self._state, time.monotonic()
        if state is None or self._texts.is_reading_watched:
            return
        ready = state.ready(listing, now)
        if ready and now >= self._resting_until and self._can_read():
            state.hand_over(ready)
            if not self._texts.import_watched(ready):
                state.take_back((), is_over=False)
                self._resting_until = now + _PATIENCE
        elif state.is_restless and now >= self._resting_until:
            self.watching.look_again()

    def _can_read(self) -> bool:
        is_idle = not (self._texts.importer.is_running() or self._desk.running.is_anything)
        return is_idle and not self._desk.is_read_only and self._is_free()

    def _note(self, report: "ImportReport") -> None:
        """Remember what was read, so that it is read again only when it is another."""
        state = self._state
        if state is None:
            return
        told = (report.imported, report.duplicates, report.rejected, report.updated)
        places = [*(item.path for items in told for item in items), *report.codebooks]
        met = [place for place in places if isinstance(place, Path)]
        has_failed = self._texts.importer.failure is not None
        state.take_back(met, is_over=not has_failed)
        if has_failed:
            self._resting_until = time.monotonic() + _PATIENCE
        config = self._desk.curator.settings.config
        self._desk.later.run("watched", lambda: keep_done(config, self._library, state))
        self.watching.look_again()

    # Told

    def _tell_gone(self) -> None:
        words = self.tr("The watched folder is not there now: {path}. It is looked for again.")
        folder = self.watching.folder
        self._desk.bus.tell(words.replace("{path}", str(folder)), Level.WARNING)
