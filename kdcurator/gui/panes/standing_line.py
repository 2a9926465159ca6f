"""The line over an article of which quotes moved: how many, and the key that leads to them.

Owns these words, and those shown while the user chooses where a quote stands. Must not know which
quotes these are.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kdcurator.gui.fonts import SEMIBOLD, scaled
from kdcurator.gui.panes.labels import ElidedLabel, KeyButton
from kdcurator.gui.panes.pane import Pane
from kdcurator.gui.theme import Theme


class StandingLine(Pane):
    """Hidden while every quote of the article stands in its place."""

    asked = Signal()
    """The key that leads to the quotes was clicked."""

    placed = Signal()
    """The key was clicked that has a quote stand at what is in hand."""

    left = Signal()
    """The key was clicked that gives up choosing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
        super().__init__(theme, ground="pane", edge=Qt.Edge.TopEdge, parent=parent)
        self.setObjectName("standingLine")
        self._lead = ElidedLabel(theme, weight=SEMIBOLD, pixels=12, parent=self)
        self._words = ElidedLabel(theme, role="muted", pixels=12, parent=self)
        self._show = KeyButton("V", self.tr("decide"), theme, parent=self)
        self._place = KeyButton("⏎", self.tr("stands here"), theme, parent=self)
        self._leave = KeyButton("Esc", self.tr("give up"), theme, role="muted", parent=self)
        for key, signal in (
            (self._show, self.asked),
            (self._place, self.placed),
            (self._leave, self.left),
        ):
            key.clicked.connect(signal)
        self._row = QHBoxLayout()
        self._row.addWidget(self._lead)
        self._row.addWidget(self._words, 1)
        for key in (self._show, self._place, self._leave):
            self._row.addWidget(key)
        self.column.addLayout(self._row)
        self.set_theme(theme)
        self.show_count("")

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and lengths at the scale of now."""
        super().set_theme(theme)
        self._row.setContentsMargins(scaled(36), scaled(7), scaled(20), scaled(7))
        self._row.setSpacing(scaled(12))

    def set_key(self, key: str) -> None:
        """Show which key leads to the quotes."""
        self._show.set_hint(key, self.tr("decide"))

    def show_count(self, words: str) -> None:
        """Say how many quotes there are to decide on; hide when there are none."""
        self._say("", words, is_choosing=False)
        self.setVisible(bool(words))

    def show_choice(self, quote: str) -> None:
        """Say that the user chooses where a quote stands, and what its words were."""
        self._say(self.tr("Mark where this stands now:"), quote, is_choosing=True)
        self.show()

    def words(self) -> str:
        """Return what is said; empty while nothing is."""
        said = f"{self._lead.text()} {self._words.text()}".strip()
        return "" if self.isHidden() else said

    def _say(self, lead: str, words: str, *, is_choosing: bool) -> None:
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self._words.setText(words)
        self._show.setVisible(not is_choosing)
        self._place.setVisible(is_choosing)
        self._leave.setVisible(is_choosing)
