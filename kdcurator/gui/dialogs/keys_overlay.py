"""The keys of this moment, and all others.

Owns their order and grouping. Must not know what a key does.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QWidget,
)

from kdcurator.gui.actions import ACTIONS, QT_TRANSLATE_NOOP, TAGS, Action, Family
from kdcurator.gui.dialogs.overlay import Overlay
from kdcurator.gui.fonts import SEMIBOLD, scaled
from kdcurator.gui.keymap import Keymap
from kdcurator.gui.panes.labels import KeyButton, PlainLabel
from kdcurator.gui.theme import Theme
from kdcurator.gui.widgets.key_cap import KeyCap

_HEADINGS: Final = {
    Family.TAKING: QT_TRANSLATE_NOOP("KeysOverlay", "Take and tag"),
    Family.MOVING: QT_TRANSLATE_NOOP("KeysOverlay", "Move"),
    Family.FINDING: QT_TRANSLATE_NOOP("KeysOverlay", "Find"),
    Family.LIBRARY: QT_TRANSLATE_NOOP("KeysOverlay", "Library"),
    Family.WINDOW: QT_TRANSLATE_NOOP("KeysOverlay", "Window"),
}
_COLUMNS: Final = ((Family.TAKING,), (Family.MOVING,),
                   (Family.FINDING, Family.LIBRARY, Family.WINDOW))  # fmt: skip
_NARROWEST: Final = 300
"""Pixels of a column at 100 %; where three have less, there are fewer."""
_WIDEST: Final = 1180

_SCROLLS: Final = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class KeysOverlay(Overlay):
    """Lists the keys; what can be done now stands out, the rest is faint."""

    def __init__(
        self, parent: QWidget, theme: Theme, keymap: Keymap, can_do: Callable[[Action], bool]
    ) -> None:
        """List the keys of `keymap`; `can_do` tells which make sense now."""
        super().__init__(parent, theme, width=_WIDEST, is_shaded=True)
        self.setObjectName("keysOverlay")
        self.setAccessibleName(self.tr("Keys"))
        self._keymap = keymap
        self._can_do = can_do
        self._scroll = QScrollArea(self.panel)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._leave = KeyButton("Esc", self.tr("close"), theme, role="muted", parent=self.panel)
        self._leave.take_focus()  # a scroll area has no role that a screen reader could name
        self._leave.installEventFilter(self)
        self._leave.clicked.connect(self.leave)
        self.panel.column.setContentsMargins(scaled(10), scaled(10), scaled(10), scaled(10))
        self.panel.column.addWidget(self._scroll)
        foot = QHBoxLayout()
        foot.setContentsMargins(scaled(9), scaled(4), scaled(9), 0)
        foot.addWidget(self._leave)
        foot.addStretch(1)
        self.panel.column.addLayout(foot)

    def ask(self) -> None:
        """Open with the keys of now."""
        page = self._page()
        self._scroll.setWidget(page)
        page.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setFixedHeight(min(self._height_of(page), self._room()))
        self.open(self._leave)

    def top(self) -> int:
        """Lie near the top: the list is long."""
        return max(scaled(12), self.height() // 20)

    def key(self, event: QKeyEvent) -> bool:
        """Close with F1 as well; scroll with the arrows."""
        if event.key() == Qt.Key.Key_F1 or event.text() == "?":
            self.leave()
            return True
        if event.key() in _SCROLLS:
            self._scroll.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
            return True
        return super().key(event)

    def _height_of(self, page: QWidget) -> int:
        """Return how high the page is when its words wrap in the panel's width."""
        below = self.parent()
        width = below.width() if isinstance(below, QWidget) else self.width()
        margins = self.panel.column.contentsMargins()
        room = min(scaled(_WIDEST), width - scaled(24)) - margins.left() - margins.right()
        return page.heightForWidth(room) if page.hasHeightForWidth() else page.sizeHint().height()

    def _room(self) -> int:
        below = self.parent()
        height = below.height() if isinstance(below, QWidget) else self.height()
        foot = self._leave.sizeHint().height() + scaled(4)
        return max(scaled(120), height - 2 * max(scaled(12), height // 20) - scaled(24) - foot)

    def _page(self) -> QWidget:
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(scaled(16), scaled(10), scaled(16), scaled(10))
        columns.setSpacing(scaled(36))
        for families in self._columns():
            grid = QGridLayout()
            grid.setHorizontalSpacing(scaled(12))
            grid.setVerticalSpacing(scaled(6))
            grid.setColumnStretch(1, 1)
            for family in families:
                self._add_keys(grid, family)
            grid.setRowStretch(grid.rowCount(), 1)
            columns.addLayout(grid, 1)
        return page

    def _columns(self) -> Sequence[Sequence[Family]]:
        """Return which headings stand below each other: three columns where they have room."""
        below = self.parent()
        width = below.width() if isinstance(below, QWidget) else self.width()
        room = min(width, scaled(_WIDEST)) // scaled(_NARROWEST)
        if room >= len(_COLUMNS):
            return _COLUMNS
        if room == 2:
            return _COLUMNS[0], (*_COLUMNS[1], *_COLUMNS[2])
        return (tuple(family for families in _COLUMNS for family in families),)

    def _add_keys(self, grid: QGridLayout, family: Family) -> None:
        heading = PlainLabel(self.theme, role="muted", pixels=12, weight=SEMIBOLD)
        heading.setText(self.tr(_HEADINGS[family]))
        heading.setContentsMargins(0, scaled(14) if grid.count() else 0, 0, scaled(3))
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for labels, words, can_do in self._lines(family):
            caps = QHBoxLayout()
            caps.setSpacing(scaled(4))
            for label in labels:
                caps.addWidget(KeyCap(label, self.theme))
            caps.addStretch(1)
            text = PlainLabel(self.theme, role="text" if can_do else "faint", wraps=True)
            text.setText(words)
            row = grid.rowCount()
            grid.addLayout(caps, row, 0)
            grid.addWidget(text, row, 1)

    def _lines(self, family: Family) -> list[tuple[list[str], str, bool]]:
        lines: list[tuple[list[str], str, bool]] = []
        if family is Family.TAKING:
            digits = [self._keymap.label(TAGS[0].id), "–", self._keymap.label(TAGS[-1].id)]
            lines.append((["".join(digits)], self.tr("Put on or take off a tag"),
                          self._can_do(TAGS[0])))  # fmt: skip
        for action in ACTIONS:
            labels = self._keymap.labels(action.id)
            if action.family is family and action not in TAGS and labels:
                lines.append((labels, action.name, self._can_do(action)))
        return lines
