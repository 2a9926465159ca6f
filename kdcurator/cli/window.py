"""The way from the command line to the window.

Owns when there is a screen, and that Qt is loaded only when the window is opened. Must not know
what the window shows.
"""

import os
import sys
from collections.abc import Mapping

from kdcurator.settings import Settings

_SCREENLESS = frozenset({"offscreen", "minimal", "minimalegl", "vnc"})


def has_screen(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Tell whether a window could be seen."""
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if chosen in _SCREENLESS:
        return False
    if platform in {"win32", "darwin"}:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def show_window(settings: Settings) -> int:
    """Run the window until it is closed; return the exit code."""
    from kdcurator.gui.app import main

    return main(settings)
