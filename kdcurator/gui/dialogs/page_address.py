"""Which page of the web to import.

Owns the form, and that it says before anything is fetched what the page's site sees. Must not know
how a page is fetched.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kdcurator.domain.errors import NotFetched
from kdcurator.gui.dialogs.form import Form
from kdcurator.gui.dialogs.values import line
from kdcurator.gui.panes.labels import PlainLabel
from kdcurator.gui.theme import Theme
from kdcurator.gui.translation import sentence_for
from kdcurator.services.pages import page_at


class PageAddress(Form):
    """Asks for the address of a page."""

    chosen = Signal(object)
    """`WebPage`"""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without an address."""
        super().__init__(parent, theme, "pageAddress", self.tr("Import a web page"), width=640)
        self._address = line(placeholder="https://")
        self._address.setObjectName("pageAddressField")
        self.add(self.tr("Address"), self._address)
        said = PlainLabel(theme, role="muted", pixels=12, wraps=True, parent=self.panel)
        said.setText(
            self.tr(
                "The page is fetched over the net when you press Enter: its site sees this"
                " computer's address. Pictures, scripts and links are left alone."
            )
        )
        self.panel.column.insertWidget(2, said)
        self.offer("⏎", self.tr("fetch and import"))

    def ask(self, address: str = "") -> None:
        """Open with an address that is at hand, chosen so that another can be written over it."""
        self._address.setText(address)
        self._address.selectAll()
        self.begin(self._address)

    def submit(self) -> None:
        """Tell the page, or say why there can be none at this address."""
        if not self._address.text().strip():
            self.complain(self.tr("There is no address yet."), self._address)
            return
        try:
            page = page_at(self._address.text())
        except NotFetched as error:
            self.complain(sentence_for(error), self._address)
            return
        self.leave()
        self.chosen.emit(page)
