"""A button beside a field for a path, which has the system's own dialog fill it.

Owns how it looks. Must not know what is chosen.
"""

from PySide6.QtWidgets import QPushButton

from kdcurator.gui.fonts import scaled, ui_font
from kdcurator.gui.theme import Theme


class ChooseButton(QPushButton):
    """Looks as the fields beside it do."""

    def __init__(self, words: str, name: str, theme: Theme) -> None:
        """Show `words`; a screen reader says `name`."""
        super().__init__(words)
        self.setFont(ui_font())
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and lengths at the scale of now."""
        self.setStyleSheet(
            f"QPushButton {{ background: {theme.key_cap.name()}; color: {theme.text.name()};"
            f" border: 1px solid {theme.border.name()}; border-radius: {scaled(5)}px;"
            f" padding: {scaled(5)}px {scaled(12)}px; }}"
            f"QPushButton:focus {{ border: 2px solid {theme.accent.name()};"
            f" padding: {scaled(5) - 1}px {scaled(12) - 1}px; }}"
        )
