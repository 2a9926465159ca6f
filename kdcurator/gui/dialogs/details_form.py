"""What the forms about articles' details have in common: fields, and ticks where they are guesses.

Owns the names of the details, how each is asked for, and the key that accepts all guesses. Must not
know whether one article is asked about or many.
"""

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from kdcurator.domain.article import Language, TextType
from kdcurator.gui.dialogs.form import Form
from kdcurator.gui.dialogs.text_kinds import languages, text_types
from kdcurator.gui.dialogs.values import NoDay, Tick, choice, clean, line, read_day
from kdcurator.gui.fonts import ui_font
from kdcurator.gui.keymap import key_label
from kdcurator.gui.theme import Theme

DAY: Final = "published_on"
_ACCEPT: Final = "Ctrl+G"


class DetailsForm(Form):
    """Asks for title, byline, medium, date and the like."""

    def __init__(
        self, parent: QWidget, theme: Theme, name: str, title: str, details: Iterable[str]
    ) -> None:
        """Ask for these details, by the names of `Metadata`."""
        super().__init__(parent, theme, name, title)
        self.lines: dict[str, QLineEdit] = {}
        self.choices: dict[str, QComboBox] = {}
        self.guesses: dict[str, QCheckBox] = {}
        self.names = self._names()
        for detail in details:
            self._add(detail)
        self.lines[DAY].setPlaceholderText(self.tr("no date"))
        self.offer("⏎", self.tr("save"))
        self.offer_also(key_label(_ACCEPT), self.tr("accept the guesses"), self.accept_guesses)

    def accept_guesses(self) -> None:
        """Take the ticks off everything that is guessed; Enter then keeps that."""
        for guess in self.guesses.values():
            guess.setChecked(False)

    def key(self, event: QKeyEvent) -> bool:
        """Accept all guesses with Ctrl+G."""
        with_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_G and with_control:
            self.accept_guesses()
            return True
        return super().key(event)

    def complain_of_day(self) -> None:
        """Say that what is written is no day."""
        self.complain(
            self.tr("This is no day. Write it like 24.10.2018 or leave the field empty."),
            self.lines[DAY],
        )

    def written(self) -> dict[str, Any]:
        """Return what the fields show, a day as it is written."""
        found: dict[str, Any] = {name: clean(field.text()) for name, field in self.lines.items()}
        return {**found, **{name: field.currentData() for name, field in self.choices.items()}}

    def _add(self, name: str) -> None:
        label, field = self.names[name], self._field(name)
        field.setObjectName(name)
        guess = Tick(self.tr("guessed"))
        guess.setFont(ui_font(12))
        guess.setAccessibleName(self.tr("{field} is guessed").format(field=label))
        guess.setToolTip(self.tr("Take the tick off when it is right"))
        self.guesses[name] = guess
        self.add(label, field, guess)

    def _field(self, name: str) -> QWidget:
        if name == "text_type":
            self.choices[name] = choice(text_types())
        elif name == "language":
            self.choices[name] = choice(languages())
        else:
            self.lines[name] = line()
        return self.choices.get(name) or self.lines[name]

    def _names(self) -> dict[str, str]:
        return {
            "title": self.tr("Title"),
            "subtitle": self.tr("Subtitle"),
            "kicker": self.tr("Kicker"),
            "lede": self.tr("Lede"),
            "byline": self.tr("Byline"),
            "publication": self.tr("Medium"),
            "published_on": self.tr("Printed on"),
            "url": self.tr("Link"),
            "municipality": self.tr("Municipality"),
            "text_type": self.tr("Text type"),
            "language": self.tr("Language"),
        }


def values_of(changed: dict[str, Any]) -> dict[str, Any]:
    """Return what was written as the values of `Metadata`; raises `NoDay`.

    Qt gives plain strings back of what is chosen.
    """
    known = dict(changed)
    if DAY in known:
        known[DAY] = read_day(known[DAY] or "")
    if "text_type" in known:
        known["text_type"] = TextType(known["text_type"])
    if "language" in known:
        known["language"] = Language(known["language"]) if known["language"] else None
    return known


__all__ = ["DAY", "DetailsForm", "NoDay", "values_of"]
