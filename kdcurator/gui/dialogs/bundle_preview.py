"""What a file of many articles holds, before it is divided.

Owns the list of the articles, and that they come in one by one or all as one text. Must not know
how a file is divided.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kdcurator.gui.dialogs.form import ENTER, Form
from kdcurator.gui.dialogs.lines import Lines
from kdcurator.gui.models.wording import day, number
from kdcurator.gui.theme import Theme
from kdcurator.services.arrivals import Bundle, BundleToRead


class BundlePreview(Form):
    """Shows the articles found in files, and asks what is to become of them."""

    chosen = Signal(object)
    """A list of `BundleToRead`."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin empty."""
        super().__init__(parent, theme, "bundlePreview", self.tr("Several articles"), width=760)
        columns = ((self.tr("Headline"), 0), (self.tr("Publication"), 190), (self.tr("Date"), 110))
        self._list = Lines("bundlePreviewList", columns, theme)
        self._bundles: list[Bundle] = []
        self.add(self.tr("Articles"), self._list).hide()
        self.offer("⏎", self.tr("import each by itself"))
        self.offer_also("Ctrl+⏎", self.tr("import as one text"), self.take_as_one)

    def ask(self, bundles: Sequence[Bundle]) -> None:
        """Open with what these files hold; nothing of them is imported when the form is left."""
        self._bundles = list(bundles)
        found = [article for bundle in bundles for article in bundle.articles]
        self.title.setText(self._titled(len(found)))
        self.setAccessibleName(self.title.text())
        self._list.set_lines(
            (
                article.title or "",
                article.publication or "",
                day(article.published_on) if article.published_on else "",
            )
            for article in found
        )
        self.begin(self._list)
        self.panel.column.activate()
        self._list.fit()

    def _titled(self, count: int) -> str:
        one = self.tr("{n} articles in {name}")
        many = self.tr("{n} articles in {m} files")
        name = self._bundles[0].path.name.encode("utf-8", "replace").decode()
        words = one if len(self._bundles) == 1 else many
        numbered = words.replace("{n}", number(count)).replace("{m}", number(len(self._bundles)))
        return numbered.replace("{name}", name)

    def submit(self) -> None:
        """Take each article by itself."""
        self._take(is_one=False)

    def take_as_one(self) -> None:
        """Take each file as one text."""
        self._take(is_one=True)

    def key(self, event: QKeyEvent) -> bool:
        """Take files as one text with Ctrl+Enter."""
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in ENTER and with_control:
            self.take_as_one()
            return True
        return super().key(event)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        self._list.style_for(theme)

    def lines(self) -> list[tuple[str, ...]]:
        """Return what is listed."""
        return self._list.lines()

    def _take(self, *, is_one: bool) -> None:
        self.leave()
        self.chosen.emit([BundleToRead(bundle.path, is_one) for bundle in self._bundles])
