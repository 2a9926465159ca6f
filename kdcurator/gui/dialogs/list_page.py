"""A page with a list by moments at the left, and beside it what the row in hand is.

Owns its parts, their room, and that the keys stay in the list. Must not know what is listed.
"""

from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QFrame, QHBoxLayout, QWidget

from kdcurator.gui.dialogs.moment_rows import MomentModel, MomentPainter
from kdcurator.gui.dialogs.overlay import Overlay
from kdcurator.gui.fonts import SEMIBOLD, scaled
from kdcurator.gui.panes.labels import KeyButton, KeyHint, PlainLabel
from kdcurator.gui.panes.plain_list import PlainList
from kdcurator.gui.theme import Theme

_WIDTH: Final = 920
_LIST: Final = 330
"""Pixels of the panel and of the list in it, at 100 %."""
_HIGH: Final = 440
_LOW: Final = 120
"""Pixels that list and what is beside it are high at most and at least, at 100 %."""
_SIDE: Final = 21

_SCROLLS: Final = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ListPage(Overlay):
    """Asks for one of the things in a list."""

    def __init__(self, parent: QWidget, theme: Theme, name: str, title: str) -> None:
        """Lie over `parent`; `name` is the object's name."""
        super().__init__(parent, theme, width=_WIDTH, is_shaded=True)
        self.setObjectName(name)
        self._title = PlainLabel(theme, pixels=15, weight=SEMIBOLD, parent=self.panel)
        self._title.setText(title)
        self.setAccessibleName(title)
        self.count = PlainLabel(theme, role="muted", pixels=12, parent=self.panel)
        self.list = PlainList(self.panel)
        self._painter = MomentPainter(theme, self.list)
        self.list.setItemDelegate(self._painter)
        self._aside: QAbstractScrollArea | None = None
        self._head, self._beside, self._foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()

    def furnish(
        self, rows: MomentModel[Any], name: str, aside: QAbstractScrollArea, take: str
    ) -> KeyButton:
        """List `rows` under an accessible name beside `aside`; return what `take`s with Enter."""
        self.list.setAccessibleName(name)
        model: QAbstractItemModel = rows
        self.list.setModel(model)
        self._aside = aside
        button = KeyButton("⏎", take, self.theme, parent=self.panel)
        self._lay_out(aside, button)
        self.list.installEventFilter(self)
        self.list.doubleClicked.connect(lambda _index: self.take())
        button.clicked.connect(self.take)
        self.set_theme(self.theme)
        return button

    def take(self) -> None:
        """Take what is in hand."""
        raise NotImplementedError

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
        self.fit()

    def key(self, event: QKeyEvent) -> bool:
        """Take with Enter, scroll what is beside the list with the page keys."""
        if event.key() in _ENTER:
            self.take()
        elif event.key() in _SCROLLS and (bar := self._bar()) is not None and bar.maximum() > 0:
            bar.triggerAction(_SCROLLS[Qt.Key(event.key())])
        else:
            return super().key(event)
        return True

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: N802, FBT001 - Qt's name
        """Keep the keys in the list: the window below is out of reach."""
        return True

    def fit(self) -> None:
        """Be as high as the window has room for, and share its width out."""
        self._place()
        width = min(scaled(_WIDTH), self.width() - scaled(24))
        self.list.setFixedWidth(min(scaled(_LIST), round(0.46 * width)))
        around = self._head.sizeHint().height() + self._foot.sizeHint().height() + scaled(12) + 4
        room = self.height() - self.top() - scaled(24) - around
        high = max(min(scaled(_HIGH), room), scaled(_LOW))
        self.list.setFixedHeight(high)
        if self._aside is not None:
            self._aside.setFixedHeight(high)
        self.panel.column.activate()
        self._place()

    def _bar(self) -> QAbstractSlider | None:
        return None if self._aside is None else self._aside.verticalScrollBar()

    def _lay_out(self, aside: QWidget, take: KeyButton) -> None:
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.count)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.list)
        self._beside.addWidget(_hairline(self.panel, is_upright=True))
        self._beside.addWidget(aside, 1)
        leave = KeyButton("Esc", self.tr("close"), self.theme, role="muted", parent=self.panel)
        leave.clicked.connect(self.leave)
        self._foot.addWidget(KeyHint("↑↓", self.tr("choose"), self.theme, parent=self.panel))
        self._foot.addWidget(take)
        self._foot.addWidget(leave)
        self._foot.addStretch(1)
        column = self.panel.column
        column.addLayout(self._head)
        column.addWidget(_hairline(self.panel))
        column.addLayout(self._beside)
        column.addWidget(_hairline(self.panel))
        column.addLayout(self._foot)


def _hairline(parent: QWidget, *, is_upright: bool = False) -> QFrame:
    line = QFrame(parent)
    line.setObjectName("hairline")
    if is_upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
