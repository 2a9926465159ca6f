"""The page of backups: a list by day, and beside it what would be another if one came back.

Owns the choice, and that nothing can be brought back before it was seen what that means. Must not
know how backups are compared or brought back.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractSlider, QFrame, QHBoxLayout, QWidget

from kdcurator.domain.backup import Differences, KeptBackup
from kdcurator.gui.dialogs.backup_rows import BackupModel, BackupPainter
from kdcurator.gui.dialogs.backup_told import Told
from kdcurator.gui.dialogs.overlay import Overlay
from kdcurator.gui.fonts import SEMIBOLD, scaled
from kdcurator.gui.models.backups import holding
from kdcurator.gui.models.wording import counted
from kdcurator.gui.panes.labels import KeyButton, KeyHint, PlainLabel
from kdcurator.gui.panes.plain_list import PlainList
from kdcurator.gui.theme import Theme

_WIDTH: Final = 920
_LIST: Final = 330
"""Pixels of the panel and of the list in it, at 100 %."""
_HIGH: Final = 440
_LOW: Final = 120
"""Pixels that list and differences are high at most and at least, at 100 %."""
_SIDE: Final = 21

_SCROLLS: Final = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class BringingBackPage(Overlay):
    """Asks which backup comes back."""

    in_hand = Signal(object)
    """`KeptBackup`: what it would change is to be shown."""

    chosen = Signal(object)
    """`KeptBackup`: it is to come back."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without backups."""
        super().__init__(parent, theme, width=_WIDTH, is_shaded=True)
        self.setObjectName("bringingBack")
        self._is_ready = False
        self._is_busy = False
        self._title = PlainLabel(theme, pixels=15, weight=SEMIBOLD, parent=self.panel)
        self._title.setText(self.tr("Bring back from a backup"))
        self.setAccessibleName(self._title.text())
        self._count = PlainLabel(theme, role="muted", pixels=12, parent=self.panel)
        self.rows = BackupModel(self)
        self.list = PlainList(self.panel)
        self.list.setObjectName("backupList")
        self.list.setAccessibleName(self.tr("Backups"))
        self._painter = BackupPainter(theme, self.list)
        self.list.setItemDelegate(self._painter)
        self.list.setModel(self.rows)
        self.told = Told(theme, self.panel)
        self._take = KeyButton("⏎", self.tr("bring back"), theme, parent=self.panel)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and fonts at the scale of now."""
        super().set_theme(theme)
        self._painter.theme = theme
        palette = self.list.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.overlay)
        self.list.setPalette(palette)
        for line in self.findChildren(QFrame, "hairline"):
            line.setStyleSheet(f"background: {theme.line.name()}; border: none;")
        side = scaled(_SIDE)
        self._head.setContentsMargins(side, scaled(14), side, scaled(14))
        self._foot.setContentsMargins(side, scaled(9), side, scaled(9))
        self._foot.setSpacing(scaled(18))
        self._beside.setContentsMargins(0, scaled(6), 0, scaled(6))
        self._fit()

    def ask(self, backups: Sequence[KeptBackup], now: datetime) -> None:
        """Open with the newest backup in hand; there is at least one."""
        self._is_busy = False
        self.rows.now = now
        self.rows.set_values(backups)
        one, many = self.tr("1 backup"), self.tr("{n} backups")
        self._count.setText(counted(len(backups), one, many))
        self.open(self.list)
        self._fit()
        self.list.setCurrentIndex(self.rows.index(0))

    def show_differences(self, found: Differences) -> None:
        """Show what would be another if the backup in hand came back."""
        self._let_choose(is_ready=True)
        self.told.show_differences(found)

    def show_trouble(self, sentence: str, *, can_come_back: bool) -> None:
        """Say why the backup in hand cannot be compared, and let it come back or not."""
        self._is_busy = False
        self._let_choose(is_ready=can_come_back)
        self.told.show_words(sentence, is_warning=True)

    def show_work(self, sentence: str) -> None:
        """Say that the backup in hand is coming back; keys wait for that."""
        self._is_busy = True
        self._let_choose(is_ready=False)
        self.told.show_words(sentence)

    def end_work(self) -> None:
        """Close, whatever was being done."""
        self._is_busy = False
        self.leave()

    def leave(self) -> None:
        """Close, unless a backup is just coming back."""
        if not self._is_busy:
            super().leave()

    def key(self, event: QKeyEvent) -> bool:
        """Bring back with Enter, scroll the differences with the page keys."""
        if self._is_busy:
            return True
        if event.key() in _ENTER:
            self._choose()
        elif event.key() in _SCROLLS and self.told.can_scroll():
            self.told.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
        else:
            return super().key(event)
        return True

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: N802, FBT001 - Qt's name
        """Keep the keys in the list: the window below is out of reach."""
        return True

    def backup_in_hand(self) -> KeptBackup | None:
        """Return the backup that Enter brings back."""
        return self.rows.value_at(self.list.currentIndex().row())

    def _connect(self) -> None:
        self.list.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._show)
        self.list.doubleClicked.connect(lambda _index: self._choose())
        self._take.clicked.connect(self._choose)

    def _show(self, index: QModelIndex) -> None:
        backup = self.rows.value_at(index.row())
        if backup is not None:
            self._let_choose(is_ready=False)
            self.told.begin(self.rows.words(backup), holding(backup))
            self.in_hand.emit(backup)

    def _let_choose(self, *, is_ready: bool) -> None:
        self._is_ready = is_ready
        self._take.setEnabled(is_ready)

    def _choose(self) -> None:
        backup = self.backup_in_hand()
        if backup is not None and self._is_ready and not self._is_busy:
            self.chosen.emit(backup)

    def _lay_out(self) -> None:
        self._head, self._beside, self._foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._count)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.list)
        self._beside.addWidget(_hairline(self.panel, is_upright=True))
        self._beside.addWidget(self.told, 1)
        leave = KeyButton("Esc", self.tr("close"), self.theme, role="muted", parent=self.panel)
        leave.clicked.connect(self.leave)
        self._foot.addWidget(KeyHint("↑↓", self.tr("choose"), self.theme, parent=self.panel))
        self._foot.addWidget(self._take)
        self._foot.addWidget(leave)
        self._foot.addStretch(1)
        column = self.panel.column
        column.addLayout(self._head)
        column.addWidget(_hairline(self.panel))
        column.addLayout(self._beside)
        column.addWidget(_hairline(self.panel))
        column.addLayout(self._foot)

    def _fit(self) -> None:
        """Be as high as the window has room for, and share its width out."""
        self._place()
        width = min(scaled(_WIDTH), self.width() - scaled(24))
        self.list.setFixedWidth(min(scaled(_LIST), round(0.46 * width)))
        around = self._head.sizeHint().height() + self._foot.sizeHint().height() + scaled(12) + 4
        room = self.height() - self.top() - scaled(24) - around
        high = max(min(scaled(_HIGH), room), scaled(_LOW))
        self.list.setFixedHeight(high)
        self.told.setFixedHeight(high)
        self.panel.column.activate()
        self._place()


def _hairline(parent: QWidget, *, is_upright: bool = False) -> QFrame:
    line = QFrame(parent)
    line.setObjectName("hairline")
    if is_upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
