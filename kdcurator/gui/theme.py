"""The colours of the window, light and dark, and how they reach Qt.

Owns every colour that is seen. Must not know what is drawn with them. Colours were measured on the
drawings that fix the look: all text stands at 5.0 : 1 or more, all marks at 3.0 : 1 or more.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kdcurator.gui.fonts import (
    MEDIUM,
    REGULAR,
    font_scale,
    load_fonts,
    scaled,
    set_font_scale,
    text_font,
    ui_font,
)

__all__ = [
    "TAG_COLOURS",
    "Theme",
    "apply_theme",
    "dark",
    "font_scale",
    "is_dashed",
    "light",
    "load_fonts",
    "scaled",
    "tag_colour",
    "text_font",
    "theme_named",
    "theme_of",
    "ui_font",
]

TAG_COLOURS: Final = 8
"""So many tags have a colour of their own; from the ninth on they repeat with dashes."""

_THEME: Final = "theme"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours; lengths and fonts are the same in both."""

    name: str
    page: QColor
    """Behind the article, and inside fields."""
    pane: QColor
    """Behind lists, panels and the status line."""
    text: QColor
    muted: QColor
    """Second lines: media, roles, counts."""
    faint: QColor
    """Text outside the article, placeholders; still readable."""
    line: QColor
    """Hairlines between panes and groups."""
    border: QColor
    """Around fields, chips and key caps."""
    accent: QColor
    """Focus, what is in hand, links."""
    on_accent: QColor
    selection: QColor
    """Behind a chosen row."""
    selected_text: QColor
    """Over selected letters; lets tints shine through."""
    found: QColor
    """Behind found words."""
    key_cap: QColor
    key_cap_text: QColor
    mark: QColor
    """Dots of a suggestion not in hand, scroll bars, icons."""
    warning: QColor
    overlay: QColor
    """Behind pickers that lie over the window."""
    shadow: QColor
    tag_colours: tuple[QColor, ...]
    tint_alpha: int
    """Of 255: how strongly a saved quote is tinted by its first tag."""
    held_tint_alpha: int
    """The same for the quote in hand."""
    small_weight: int
    """Of the controls' font in the reader: small light letters on dark look thinner."""

    @property
    def is_dark(self) -> bool:
        """Tell whether light letters stand on a dark page."""
        return self.name == "dark"

    def tint(self, colour: QColor, *, is_held: bool = False) -> QColor:
        """Return a tag's colour as it lies behind text, stronger for the quote in hand."""
        tint = QColor(colour)
        tint.setAlpha(self.held_tint_alpha if is_held else self.tint_alpha)
        return tint


def light() -> Theme:
    """Return the light theme."""
    return Theme(
        name="light",
        page=QColor("#FFFEFC"),
        pane=QColor("#F4F2EE"),
        text=QColor("#23211E"),
        muted=QColor("#5F5A52"),
        faint=QColor("#6D675E"),
        line=QColor("#E3DFD7"),
        border=QColor("#C9C3B7"),
        accent=QColor("#2F5FB3"),
        on_accent=QColor("#FFFFFF"),
        selection=QColor("#E3E8F2"),
        selected_text=QColor(47, 95, 179, 70),
        found=QColor(255, 208, 70, 130),
        key_cap=QColor("#FFFFFF"),
        key_cap_text=QColor("#5F5A52"),
        mark=QColor("#8F897E"),
        warning=QColor("#A23B12"),
        overlay=QColor("#FFFEFC"),
        shadow=QColor(35, 33, 30, 60),
        tag_colours=_colours("#064B7A #1D9B8A #69300A #9072F4 #D82F47 #968A08 #D95AC3 #352D29"),
        tint_alpha=28,
        held_tint_alpha=42,
        small_weight=REGULAR,
    )


def dark() -> Theme:
    """Return the dark theme."""
    return Theme(
        name="dark",
        page=QColor("#201F1C"),
        pane=QColor("#191816"),
        text=QColor("#E6E2DA"),
        muted=QColor("#ABA69C"),
        faint=QColor("#9F9A90"),
        line=QColor("#322F2B"),
        border=QColor("#48443E"),
        accent=QColor("#8DB0F5"),
        on_accent=QColor("#191816"),
        selection=QColor("#2A3244"),
        selected_text=QColor(141, 176, 245, 70),
        found=QColor(230, 180, 60, 70),
        key_cap=QColor("#2B2926"),
        key_cap_text=QColor("#ABA69C"),
        mark=QColor("#857F75"),
        warning=QColor("#F2A57A"),
        overlay=QColor("#201F1C"),
        shadow=QColor(0, 0, 0, 140),
        tag_colours=_colours("#B0D9FF #67FDDC #F9BE5A #6C8CEE #EA7051 #E4E4A7 #D46BB9 #9F9691"),
        tint_alpha=38,
        held_tint_alpha=50,
        small_weight=MEDIUM,
    )


def theme_named(name: str | None) -> Theme:
    """Return a theme by name; None follows the system."""
    if name is None:
        scheme = QGuiApplication.styleHints().colorScheme()
        return dark() if scheme is Qt.ColorScheme.Dark else light()
    return dark() if name == "dark" else light()


def tag_colour(theme: Theme, index: int) -> QColor:
    """Return the colour of a tag by its number in the library, from 0 on."""
    return theme.tag_colours[index % len(theme.tag_colours)]


def is_dashed(index: int) -> bool:
    """Tell whether a tag shares its colour with an earlier one, and so has a dashed line."""
    return index >= TAG_COLOURS


def apply_theme(app: QApplication, theme: Theme, *, scale: float = 1.0) -> None:
    """Give the application its style, palette, fonts and style sheet; `scale` 2.0 is 200 %."""
    load_fonts()
    set_font_scale(scale)
    app.setProperty(_THEME, theme.name)
    app.setStyle("Fusion")
    app.setPalette(_palette(theme))
    app.setFont(ui_font())
    app.setStyleSheet(_style_sheet(theme))


def theme_of(app: QApplication) -> Theme:
    """Return the theme that was applied last, the light one before that."""
    name = app.property(_THEME)
    return theme_named(name if isinstance(name, str) else "light")


def _colours(names: str) -> tuple[QColor, ...]:
    return tuple(QColor(name) for name in names.split())


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, theme.pane),
        (QPalette.ColorRole.WindowText, theme.text),
        (QPalette.ColorRole.Base, theme.page),
        (QPalette.ColorRole.AlternateBase, theme.pane),
        (QPalette.ColorRole.Text, theme.text),
        (QPalette.ColorRole.Button, theme.pane),
        (QPalette.ColorRole.ButtonText, theme.text),
        (QPalette.ColorRole.BrightText, theme.on_accent),
        (QPalette.ColorRole.Light, theme.line),
        (QPalette.ColorRole.Midlight, theme.line),
        (QPalette.ColorRole.Mid, theme.border),
        (QPalette.ColorRole.Dark, theme.border),
        (QPalette.ColorRole.Shadow, theme.mark),
        (QPalette.ColorRole.Highlight, theme.selection),
        (QPalette.ColorRole.HighlightedText, theme.text),
        (QPalette.ColorRole.Accent, theme.accent),
        (QPalette.ColorRole.Link, theme.accent),
        (QPalette.ColorRole.LinkVisited, theme.accent),
        (QPalette.ColorRole.ToolTipBase, theme.overlay),
        (QPalette.ColorRole.ToolTipText, theme.text),
        (QPalette.ColorRole.PlaceholderText, theme.faint),
    ):
        palette.setColor(role, colour)
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.faint)
    return palette


_STYLE: Final = """
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 0; border: none; }}
QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: 0; border: none; }}
QScrollBar::handle {{ background: {mark}; border-radius: 2px; margin: {bar_side}px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QLineEdit, QPlainTextEdit {{
  background: {page}; color: {text}; border: 1px solid {border}; border-radius: {round}px;
  padding: {above}px {beside}px; selection-background-color: {selection}; selection-color: {text};
}}
QLineEdit:focus, QPlainTextEdit:focus {{
  border: 2px solid {accent}; padding: {above_in_focus}px {beside_in_focus}px;
}}
#offers {{ background: {overlay}; border: 1px solid {border}; outline: none; }}
#offers::item {{ color: {text}; padding: {above}px {beside}px; }}
#offers::item:selected {{ background: {selection}; color: {text}; }}
QToolTip {{ background: {overlay}; color: {text}; border: 1px solid {border}; padding: 4px 6px; }}
"""


def _style_sheet(theme: Theme) -> str:
    return _STYLE.format(
        mark=theme.mark.name(),
        muted=theme.muted.name(),
        page=theme.page.name(),
        text=theme.text.name(),
        border=theme.border.name(),
        selection=theme.selection.name(),
        accent=theme.accent.name(),
        overlay=theme.overlay.name(),
        bar=scaled(12),
        bar_side=scaled(4),
        round=scaled(5),
        above=scaled(4),
        beside=scaled(8),
        above_in_focus=scaled(4) - 1,
        beside_in_focus=scaled(8) - 1,
    )
