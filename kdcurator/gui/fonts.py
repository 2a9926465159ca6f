"""The two typefaces of the window: Inter for the controls, Source Serif 4 for the article.

Owns loading them, their weights, and the one scale by which all text grows. Must not know colours.
Both are variable fonts: Qt reaches their weights by `setVariableAxis` alone, `setWeight` gives the
regular one.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

UI_FAMILY: Final = "Inter"
TEXT_FAMILY: Final = "Source Serif 4"
UI_SIZE: Final = 13
"""Pixels of an ordinary control."""

REGULAR: Final = 400
MEDIUM: Final = 500
SEMIBOLD: Final = 600
BOLD: Final = 700

_PACKAGES: Final = ("fontpkg_inter", "fontpkg_source_serif_4")
_SMALLEST_CUT, _LARGEST_CUT = 8.0, 60.0
"""Points: the ends of Source Serif's axis of optical sizes, which Qt does not follow by itself."""

_SCALE: Final = "fontScale"

SMALLEST_SCALE, LARGEST_SCALE = 0.8, 3.0
_USUAL: Final = (11, 14)
"""Pixels of the platforms' own fonts where nobody asked for larger or smaller letters."""


def load_fonts() -> None:
    """Make both typefaces known to the application; twice does no harm.

    A package that is missing is passed over: the platform's own fonts stand in.
    """
    known = set(QFontDatabase.families())
    if {UI_FAMILY, TEXT_FAMILY} <= known:
        return
    for package in _PACKAGES:
        spec = find_spec(package)
        if spec is not None and spec.origin is not None:
            for path in sorted((Path(spec.origin).parent / "files").glob("*.ttf")):
                QFontDatabase.addApplicationFont(str(path))


@cache
def font_scale() -> float:
    """Return by how much all text is larger than drawn; 1.0 is as drawn, 2.0 is 200 %.

    Remembered, for one paint asks some hundred times.
    """
    application = QCoreApplication.instance()
    scale = None if application is None else application.property(_SCALE)
    return scale if isinstance(scale, float) else 1.0


def set_font_scale(scale: float) -> None:
    """Say how large all text is from now on; fonts asked for before keep their size."""
    application = QCoreApplication.instance()
    if application is not None:
        application.setProperty(_SCALE, float(scale))
    font_scale.cache_clear()


def system_scale() -> float:
    """Return by how much larger than usual the system is asked to write; 1.0 is as usual."""
    pixels = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    least, most = _USUAL
    usual = min(max(pixels, least), most)
    return min(max(pixels / usual, SMALLEST_SCALE), LARGEST_SCALE)


def scaled(pixels: float) -> int:
    """Return a length that grows with the text, in whole pixels."""
    return round(pixels * font_scale())


def ui_font(pixels: float = UI_SIZE, weight: int = REGULAR) -> QFont:
    """Return the controls' font; `pixels` as drawn at 100 %."""
    return _font(UI_FAMILY, pixels, weight, QFont.StyleHint.SansSerif)


def text_font(pixels: float, weight: int = REGULAR) -> QFont:
    """Return the article's font; `pixels` as drawn at 100 %."""
    font = _font(TEXT_FAMILY, pixels, weight, QFont.StyleHint.Serif)
    points = font.pixelSize() * 0.75  # a pixel is three quarters of a point
    cut = min(max(points, _SMALLEST_CUT), _LARGEST_CUT)
    font.setVariableAxis(QFont.Tag("opsz"), cut)
    return font


def _font(family: str, pixels: float, weight: int, hint: QFont.StyleHint) -> QFont:
    """Return a font that is the caller's own: Qt shares what the copy and the kept one have."""
    return QFont(_kept_font(family, max(1, scaled(pixels)), weight, hint))


@cache
def _kept_font(family: str, pixels: int, weight: int, hint: QFont.StyleHint) -> QFont:
    font = QFont(family)
    font.setStyleHint(hint)
    font.setPixelSize(pixels)
    font.setVariableAxis(QFont.Tag("wght"), weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
