"""The window itself: palette, keys, help, size of letters, colours, language, closing.

Owns what these actions change. Must not know how anything is drawn.
"""

from typing import Final, Protocol

from PySide6.QtCore import QObject

from kdcurator.gui.desk import Desk
from kdcurator.gui.dialogs.help_page import HelpPage
from kdcurator.gui.dialogs.keys_overlay import KeysOverlay
from kdcurator.gui.dialogs.palette import Palette
from kdcurator.gui.fonts import font_scale

_SIZES: Final = (80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""Percent at which everything can be written."""


class Window(Protocol):
    """What these actions ask of the window."""

    def set_theme(self, name: str) -> None:
        """Take `light` or `dark` colours."""

    def set_scale(self, scale: float) -> None:
        """Write everything larger or smaller; 2.0 is 200 %."""

    def theme_name(self) -> str:
        """Return which colours are shown."""

    def close(self) -> bool:
        """Close."""


class Look(QObject):
    """Changes how the window looks."""

    def __init__(
        self,
        desk: Desk,
        window: Window,
        palette: Palette,
        keys: KeysOverlay,
        help_page: HelpPage,
    ) -> None:
        """Act on `window`."""
        super().__init__(desk)
        self._desk = desk
        self._window = window
        self._palette = palette
        self._keys = keys
        self._help = help_page

    def palette(self) -> None:
        """Offer every command by name."""
        self._palette.ask()

    def keys(self) -> None:
        """Show the keys of this moment."""
        self._keys.ask()

    def help_quotes(self) -> None:
        """Tell what is suggested, and why."""
        self._help.ask("quotes")

    def help_searching(self) -> None:
        """Tell what a search finds, and how to ask."""
        self._help.ask("searching")

    def help_importing(self) -> None:
        """Tell what can be imported, and how."""
        self._help.ask("importing")

    def help_keeping(self) -> None:
        """Tell where the work lies, and how to get it back."""
        curator = self._desk.curator
        self._help.ask(
            "keeping",
            library=str(curator.library.folder),
            backups=str(curator.backups.folder),
        )

    def larger(self) -> None:
        """Write the article in larger letters."""
        self._zoom(1)

    def smaller(self) -> None:
        """Write the article in smaller letters."""
        self._zoom(-1)

    def larger_all(self) -> None:
        """Write everything in larger letters."""
        self._write_all_at(next((s for s in _SIZES if s > _size_now()), _SIZES[-1]))

    def smaller_all(self) -> None:
        """Write everything in smaller letters."""
        self._write_all_at(next((s for s in reversed(_SIZES) if s < _size_now()), _SIZES[0]))

    def switch_theme(self) -> None:
        """Change between light and dark."""
        name = "light" if self._window.theme_name() == "dark" else "dark"
        self._window.set_theme(name)
        self._desk.prefer(theme=name)

    def switch_language(self) -> None:
        """Change between Danish and English; at the next start, since words stand everywhere."""
        language = self._desk.curator.settings.language
        other = "en" if (self._desk.preferences.language or language) == "da" else "da"
        self._desk.prefer(language=other)
        in_danish = "Vinduet er på dansk, næste gang det åbnes."
        in_english = "The window will be in English the next time it opens."
        self._desk.bus.tell(in_danish if other == "da" else in_english)

    def close(self) -> None:
        """Close the window; everything is saved already."""
        self._window.close()

    def _write_all_at(self, percent: int) -> None:
        self._window.set_scale(percent / 100)
        self._desk.prefer(text_size=percent)
        self._desk.bus.tell(self.tr("Everything is written at {n} %.").format(n=percent))

    def _zoom(self, by: int) -> None:
        reader = self._desk.panes.reader
        reader.zoom_by(by)
        self._desk.prefer(zoom=reader.zoom_steps())
        self._desk.bus.tell(self.tr("Letters at {n} %.").format(n=round(100 * reader.zoom())))


def _size_now() -> int:
    return round(100 * font_scale())
