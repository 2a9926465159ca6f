"""The hands of the window's own tests, for whole journeys."""

from tests.gui.conftest import hands, library, open_on, pattern_library

__all__ = ["hands", "library", "open_on", "pattern_library"]
