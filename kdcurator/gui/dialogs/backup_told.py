"""What is told of one backup: when it was made, what it holds, what would be another.

Owns how that is set out. Must not know how it is found.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kdcurator.domain.backup import Differences
from kdcurator.gui.fonts import MEDIUM, SEMIBOLD, scaled
from kdcurator.gui.models.backups import Difference, differences, more, sample
from kdcurator.gui.panes.labels import PlainLabel, QuoteText
from kdcurator.gui.theme import Theme

_SAMPLES: Final = 3
"""So many quotes are named as samples of a difference."""
_SIDE: Final = 22


class Told(QScrollArea):
    """Tells of the backup in hand; scrolls where there is little room."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setObjectName("backupTold")
        self._theme = theme
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._moment = PlainLabel(theme, pixels=16, weight=SEMIBOLD, wraps=True)
        self._holding = PlainLabel(theme, role="muted", pixels=12, wraps=True)
        self._safety = PlainLabel(theme, role="muted", pixels=12, wraps=True)
        self._safety.setText(
            self.tr("What is here now is backed up first, and can be brought back in the same way.")
        )
        self._parts: list[QWidget] = []
        self._lay_out()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and lengths at the scale of now."""
        self._theme = theme
        side = scaled(_SIDE)
        self._column.setContentsMargins(side, scaled(10), side, scaled(10))
        self._column.setSpacing(scaled(6))
        self._fit()

    def begin(self, moment: str, holding: str) -> None:
        """Tell of another backup; what would be another is being found out."""
        self._moment.setText(moment)
        self._holding.setText(holding)
        self.show_words(self.tr("Being compared with what is here now …"), is_aloud=False)

    def show_words(self, words: str, *, is_warning: bool = False, is_aloud: bool = True) -> None:
        """Tell one sentence in the place of the differences."""
        self._clear()
        label = self._label("warning" if is_warning else "muted")
        label.setText(words)
        self._add(label)
        self._fit()
        if is_aloud:
            self._say(words)

    def show_differences(self, found: Differences) -> None:
        """Tell what would be another."""
        self._clear()
        told = differences(found)
        totals = {found.gone: found.quotes.gone, found.back: found.quotes.back}
        for difference in told:
            self._add_difference(difference, totals.get(difference.samples, 0))
        self._fit()
        self._say(" ".join(difference.words for difference in told))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give words the room that they need at the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words, which wrap: a scroll area does not ask for that."""
        self._column.activate()
        self._page.setMinimumHeight(self._column.totalHeightForWidth(self.viewport().width()))

    def words(self) -> list[str]:
        """Return what is told, a sentence or a quote each."""
        told = (part.text() for part in self._parts if isinstance(part, PlainLabel | QuoteText))
        return [words for words in told if words]

    def _add_difference(self, difference: Difference, total: int) -> None:
        label = self._label("warning" if difference.is_loss else "text", MEDIUM)
        label.setText(difference.words)
        self._add(label, above=12)
        shown = difference.samples[:_SAMPLES]
        for words in shown:
            quote = QuoteText(self._theme, most_lines=2)
            quote.set_text(sample(words))
            self._add(quote)
        if shown and (left := more(len(shown), total)):
            label = self._label("muted")
            label.setText(left)
            self._add(label)

    def _label(self, role: str, weight: int | None = None) -> PlainLabel:
        if weight is None:
            return PlainLabel(self._theme, role=role, wraps=True)
        return PlainLabel(self._theme, role=role, weight=weight, wraps=True)

    def _add(self, widget: QWidget, above: int = 0) -> None:
        if above and len(self._parts):
            self._space(above)
        self._differences.addWidget(widget)
        self._parts.append(widget)

    def _space(self, pixels: int) -> None:
        gap = QWidget()
        gap.setFixedHeight(scaled(pixels))
        self._differences.addWidget(gap)
        self._parts.append(gap)

    def _clear(self) -> None:
        parts, self._parts = self._parts, []
        for part in parts:
            self._differences.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        self._differences = QVBoxLayout()
        self._column.addWidget(self._moment)
        self._column.addWidget(self._holding)
        self._column.addSpacing(scaled(12))
        self._column.addLayout(self._differences)
        self._column.addStretch(1)
        self._column.addWidget(self._safety)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (self._page, self.viewport()):
            widget.setAutoFillBackground(False)

    def _say(self, words: str) -> None:
        """Have a screen reader say it: the keys stay in the list."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
