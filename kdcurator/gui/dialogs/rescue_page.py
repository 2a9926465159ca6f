"""What is shown instead of a library that is damaged: what is wrong, and which backup is at hand.

Owns these words and when Enter is of use. Must not know how a backup is
found or brought back.
"""

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kdcurator.domain.backup import KeptBackup
from kdcurator.gui.dialogs.overlay import Overlay
from kdcurator.gui.fonts import SEMIBOLD, scaled
from kdcurator.gui.models.backups import capital, holding, moment
from kdcurator.gui.panes.labels import KeyButton, PlainLabel
from kdcurator.gui.theme import Theme

_WIDTH: Final = 620
_SIDE: Final = 28
_SCROLLS: Final = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RescuePage(Overlay):
    """Offers the newest whole backup in a damaged library's place."""

    accepted = Signal()
    """The backup that was offered is to come back."""

    given_up = Signal()
    """It was left: nothing comes back now."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without an offer."""
        super().__init__(parent, theme, width=_WIDTH, is_shaded=True)
        self.setObjectName("rescuePage")
        self.can_try = False
        """Whether Enter is of use."""
        self._is_busy = False
        self._words = _Words(self.panel)
        self._title = PlainLabel(theme, pixels=20, weight=SEMIBOLD, wraps=True, is_serif=True)
        self._title.setText(self.tr("The library is damaged"))
        self.setAccessibleName(self._title.text())
        self._trouble = PlainLabel(theme, wraps=True)
        self._about = PlainLabel(theme, role="muted", pixels=12, wraps=True)
        self._moment = PlainLabel(theme, pixels=16, weight=SEMIBOLD, wraps=True)
        self._holding = PlainLabel(theme, role="muted", pixels=12, wraps=True)
        self._promise = PlainLabel(theme, wraps=True)
        self._take = KeyButton("⏎", self.tr("bring back"), theme, parent=self.panel)
        self._leave = KeyButton("Esc", self.tr("close"), theme, role="muted", parent=self.panel)
        self._take.clicked.connect(self._accept)
        self._leave.clicked.connect(self.leave)
        self._lay_out()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and fonts at the scale of now."""
        super().set_theme(theme)
        side = scaled(_SIDE)
        self.panel.column.setContentsMargins(side, scaled(24), side, scaled(16))
        self.panel.column.setSpacing(scaled(16))
        self._words.column.setSpacing(scaled(16))
        self._offer.setSpacing(scaled(4))
        self._foot.setSpacing(scaled(18))
        self._fit()

    def show_damage(self, path: Path, reason: str) -> None:
        """Open with what is wrong; a backup is being looked for."""
        self.can_try = self._is_busy = False
        words = self.tr(
            "{path} cannot be read as it is ({reason}). Nothing was changed in it, and nothing is "
            "deleted."
        )
        shown = words.replace("{path}", _breakable(path)).replace("{reason}", reason)
        self._trouble.setText(shown)
        self._show(self.tr("Looking for the newest backup that is whole …"))
        self.open(self)
        self._say(f"{self._title.text()}. {shown}")

    def offer(self, backup: KeptBackup, now: datetime) -> None:
        """Offer a backup that was found to be whole."""
        self.can_try = True
        self._take.set_hint("⏎", self.tr("bring back"))
        promise = self.tr(
            "The damaged file is kept beside the library. What is newer in it is taken over where "
            "it can be proved to be whole."
        )
        when = capital(moment(backup.made_at, now))
        self._show(self.tr("The newest backup that is whole"), when, holding(backup), promise)
        self._say(f"{self._about.text()}: {when}, {holding(backup)}")

    def offer_nothing(self, backups: Path) -> None:
        """Say that there is no backup, and what else can be done."""
        words = self.tr(
            "No whole backup of it was found in {path}. If one lies elsewhere, this brings it "
            "back: kdcurator restore FILE"
        )
        promise = self.tr(
            "What can still be read of it may be whole: then work can go on with that. The damaged "
            "file is kept."
        )
        self.can_try = True
        self._take.set_hint("⏎", self.tr("try"))
        self._show(words.replace("{path}", _breakable(backups)), promise=promise)
        self._say(self._about.text())

    def show_work(self) -> None:
        """Say that the backup is coming back; keys wait for that."""
        self._is_busy = True
        self._show(self.tr("The library is being brought back …"))

    def show_trouble(self, sentence: str) -> None:
        """Say what prevented it."""
        self.can_try = self._is_busy = False
        self._show(sentence)
        self._say(sentence)

    def end_work(self) -> None:
        """Close: there is a whole library again."""
        self._is_busy = False
        super().leave()

    def leave(self) -> None:
        """Give up, unless a backup is just coming back."""
        if self.is_open and not self._is_busy:
            super().leave()
            self.given_up.emit()

    def key(self, event: QKeyEvent) -> bool:
        """Bring back with Enter, scroll with the arrows where there is little room."""
        if event.key() in _ENTER:
            self._accept()
            return True
        if event.key() in _SCROLLS:
            self._words.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
            return True
        return super().key(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: N802, FBT001 - Qt's name
        """Keep the keys: the window below is out of reach."""
        return True

    def words(self) -> list[str]:
        """Return what is told, from top to bottom."""
        labels = (self._trouble, self._about, self._moment, self._holding, self._promise)
        return [label.text().replace(_MAY_BREAK, "") for label in labels if label.text()]

    def mousePressEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Stay at a click beside the panel: there is nothing else to be seen."""

    def _accept(self) -> None:
        if self.can_try and not self._is_busy:
            self.accepted.emit()

    def _show(self, about: str, when: str = "", holds: str = "", promise: str = "") -> None:
        texts = (about, when, holds, promise)
        labels = (self._about, self._moment, self._holding, self._promise)
        for label, text in zip(labels, texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self._take.setVisible(bool(promise))
        self._leave.setVisible(not self._is_busy)
        self._fit()

    def _lay_out(self) -> None:
        self._offer, self._foot = QVBoxLayout(), QHBoxLayout()
        for label in (self._about, self._moment, self._holding):
            self._offer.addWidget(label)
        self._foot.addWidget(self._take)
        self._foot.addWidget(self._leave)
        self._foot.addStretch(1)
        column = self._words.column
        column.addWidget(self._title)
        column.addWidget(self._trouble)
        column.addLayout(self._offer)
        column.addWidget(self._promise)
        self.panel.column.addWidget(self._words)
        self.panel.column.addLayout(self._foot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep the words as high as the window allows."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Show all words where there is room, else scroll them."""
        self._place()
        margins = self.panel.column.contentsMargins()
        around = margins.top() + margins.bottom() + self.panel.column.spacing()
        room = self.height() - self.top() - scaled(24) - around - self._foot.sizeHint().height()
        width = self.panel.width() - margins.left() - margins.right()
        self._words.fit(width, max(room, scaled(60)))
        self.panel.column.activate()
        self._place()

    def _say(self, words: str) -> None:
        """Have a screen reader say it at once."""
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


class _Words(QScrollArea):
    """Holds the words; scrolls where there is little room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = QWidget()
        self.column = QVBoxLayout(self._page)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (self._page, self.viewport()):
            widget.setAutoFillBackground(False)

    def fit(self, width: int, room: int) -> None:
        """Be as high as the words in `width` pixels, but not higher than `room`."""
        self.column.invalidate()
        needed = self.column.totalHeightForWidth(width)
        if needed > room:
            needed = self.column.totalHeightForWidth(width - scaled(16))  # beside the scroll bar
        self._page.setMinimumHeight(needed)
        self.setFixedHeight(min(needed, room))


_MAY_BREAK: Final = "\u200b"


def _breakable(path: Path) -> str:
    """Return a path that may be broken between its folders."""
    return str(path).replace("/", f"/{_MAY_BREAK}").replace("\\", f"\\{_MAY_BREAK}")
