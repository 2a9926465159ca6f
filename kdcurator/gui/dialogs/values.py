"""Fields of forms and what is written in them: days, choices, names.

Owns how a day is understood that somebody writes as it comes, and fields filled with choices. Must
not know any form.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QLocale, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit

from kdcurator.gui.fonts import scaled, ui_font
from kdcurator.gui.panes.rows import paint_tick

_FORMS = ("yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "d.M.yy", "d. MMM yyyy", "d. MMMM yyyy")
_LONG = ("d MMM yyyy", "d MMMM yyyy", "d. MMM. yyyy")


FAINT: Final = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a choice says that it is none, and is written as a placeholder is."""

_BOX = 15
"""Pixels of a box to tick, at 100 %."""


class Choice(QComboBox):
    """A field that offers values; it looks as the fields of text beside it do."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a field of one line."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + scaled(11))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Choose nothing by accident while the form scrolls."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw frame, words and arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, width = self.palette(), 2 if self.hasFocus() else 1
        frame = QPalette.ColorRole.Accent if self.hasFocus() else QPalette.ColorRole.Mid
        painter.setPen(QPen(colours.color(frame), width))
        painter.setBrush(colours.color(QPalette.ColorRole.Base))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 5, 5)
        room = self.rect().adjusted(scaled(10), 0, -scaled(26), 0)
        words = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(self.font())  # Qt gives a combo box's painter the application's
        is_faint = bool(self.currentData(FAINT))
        role = QPalette.ColorRole.PlaceholderText if is_faint else QPalette.ColorRole.Text
        painter.setPen(colours.color(role))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        self._paint_arrow(painter)

    def _paint_arrow(self, painter: QPainter) -> None:
        half, middle = scaled(4), self.height() / 2
        centre = self.width() - scaled(15)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.5))
        points = [(-half, -half / 2), (0, half / 2), (half, -half / 2)]
        painter.drawPolyline([QPointF(centre + x, middle + y) for x, y in points])


class Tick(QCheckBox):
    """A box to tick that grows with its words."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of box and words."""
        words = self.fontMetrics().size(0, self.text())
        return QSize(scaled(_BOX + 12) + words.width(), max(scaled(_BOX + 6), words.height() + 4))

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a click anywhere on it."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw box, tick and words."""
        painter, colours = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QPalette.ColorRole.Accent if self.hasFocus() else QPalette.ColorRole.Shadow
        painter.setPen(QPen(colours.color(frame), 2 if self.hasFocus() else 1))
        painter.setBrush(colours.color(QPalette.ColorRole.Base))
        side = scaled(_BOX)
        box = QRectF(1.5, (self.height() - side) / 2, side, side)
        painter.drawRoundedRect(box, scaled(3), scaled(3))
        if self.isChecked():
            paint_tick(painter, box.center(), colours.color(QPalette.ColorRole.Text))
        painter.setFont(self.font())
        painter.setPen(colours.color(QPalette.ColorRole.WindowText))
        room = self.rect().adjusted(scaled(_BOX + 9), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())


class NoDay(ValueError):
    """What is written is no day."""


def read_day(words: str) -> date | None:
    """Return the day that is written, None for nothing; raises `NoDay`.

    ISO, Danish and English forms are taken: 2018-10-24, 24.10.2018, 24/10-2018, 24. okt. 2018.
    """
    clean = " ".join(words.split()).replace("/", "-") if "/" in words else " ".join(words.split())
    if not clean:
        return None
    for locale in (QLocale(), QLocale("da"), QLocale("en")):
        for form in (*_FORMS, *_LONG):
            found = locale.toDate(clean, form, 2000)
            if found.isValid():
                return date(found.year(), found.month(), found.day())
    raise NoDay(words)


def line(words: str = "", *, placeholder: str = "", names: Iterable[str] = ()) -> QLineEdit:
    """Return a field of one line that completes `names`."""
    field = QLineEdit(words)
    field.setFont(ui_font())
    field.setPlaceholderText(placeholder)
    suggest(field, names)
    return field


def suggest(field: QLineEdit, names: Iterable[str]) -> None:
    """Complete these names while somebody writes."""
    known = sorted(set(names), key=str.casefold)
    completer = QCompleter(known, field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
    field.setCompleter(completer)


def choice(offers: Sequence[tuple[str, Any]] = ()) -> Choice:
    """Return a field that offers values by their names."""
    field = Choice()
    field.setFont(ui_font())
    fill(field, offers)
    return field


def fill(field: QComboBox, offers: Sequence[tuple[str, Any]]) -> None:
    """Offer other values."""
    field.clear()
    for words, value in offers:
        field.addItem(words, value)


def choose(field: QComboBox, value: object) -> None:
    """Show a value as chosen; the first where it is none of those offered."""
    values = [field.itemData(row) for row in range(field.count())]
    field.setCurrentIndex(values.index(value) if value in values else 0)


def clean(words: str) -> str | None:
    """Return what is written without blanks around it; None for nothing."""
    return " ".join(words.split()) or None
