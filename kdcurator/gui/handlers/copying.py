"""Copying quotes in the house's form.

Owns the way to the clipboard. Must not know how a form is written or what may not leave.
"""

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from kdcurator.gui.desk import Desk
from kdcurator.gui.handlers.taking import Taking

_SHOWN = 90
"""Letters of a copied quote that the message repeats."""


class Copying(QObject):
    """Puts quotes on the clipboard."""

    def __init__(self, desk: Desk, taking: Taking) -> None:
        """Copy what is in hand on the desk."""
        super().__init__(desk)
        self._desk = desk
        self._taking = taking

    def copy(self) -> None:
        """Copy the quote in house style."""
        self._copy(with_source=False)

    def copy_with_source(self) -> None:
        """Copy the quote with source line and link."""
        self._copy(with_source=True)

    def _copy(self, *, with_source: bool) -> None:
        targets = self._desk.targets()
        if not self._taking.has(targets):
            return
        form = self._desk.preferences.quote_form
        copying = self._desk.curator.copying
        copied = self._desk.run(lambda: copying.copy(targets, form, with_source=with_source))
        if copied is None:
            return
        data = QMimeData()
        data.setText(copied.plain)
        data.setHtml(copied.rich)
        QGuiApplication.clipboard().setMimeData(data)
        line = " ".join(copied.plain.split())
        short = line if len(line) <= _SHOWN else line[: _SHOWN // 2] + " … " + line[-_SHOWN // 2 :]
        sentence = self.tr("Copied as {quote} U: mark as used.").format(quote=short)
        many = self.tr("{n} quotes copied.").format(n=copied.quotes)
        self._desk.bus.tell(sentence if copied.quotes == 1 else many)
