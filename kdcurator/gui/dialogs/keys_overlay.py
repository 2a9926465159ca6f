"""The keys of this moment, and all others.

Owns their order and grouping. Must not know what a key does.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kdcurator.gui.actions import ACTIONS, QT_TRANSLATE_NOOP, TAGS, Action, Family
from kdcurator.gui.dialogs.overlay import Overlay
from kdcurator.gui.fonts import SEMIBOLD, scaled
from kdcurator.gui.keymap import Keymap
from kdcurator.gui.panes.labels import PlainLabel
from kdcurator.gui.theme import Theme
from kdcurator.gui.widgets.key_cap import KeyCap

_HEADINGS: Final = {
    Family.TAKING: QT_TRANSLATE_NOOP("KeysOverlay", "Take and tag"),
    Family.MOVING: QT_TRANSLATE_NOOP("KeysOverlay", "Move"),
    Family.FINDING: QT_TRANSLATE_NOOP("KeysOverlay", "Find"),
    Family.LIBRARY: QT_TRANSLATE_NOOP("KeysOverlay", "Library"),
    Family.WINDOW: QT_TRANSLATE_NOOP("KeysOverlay", "Window"),
}
_COLUMNS: Final = ((Family.TAKING,), (Family.MOVING, Family.FINDING),
                   (Family.LIBRARY, Family.WINDOW))  # fmt: skip


class KeysOverlay(Overlay):
    """Lists the keys; what can be done now stands out, the rest is faint."""

    def __init__(
        self, parent: QWidget, theme: Theme, keymap: Keymap, can_do: Callable[[Action], bool]
    ) -> None:
        """List the keys of `keymap`; `can_do` tells which make sense now."""
        super().__init__(parent, theme, width=1080, is_shaded=True)
        self.setObjectName("keysOverlay")
        self.setAccessibleName(self.tr("Keys"))
        self._keymap = keymap
        self._can_do = can_do
        self._scroll = QScrollArea(self.panel)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(self.tr("Keys"))
        self._scroll.installEventFilter(self)
        self.panel.column.setContentsMargins(scaled(10), scaled(10), scaled(10), scaled(10))
        self.panel.column.addWidget(self._scroll)

    def ask(self) -> None:
        """Open with the keys of now."""
        page = self._page()
        self._scroll.setWidget(page)
        page.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setMinimumHeight(min(page.sizeHint().height(), self._room()))
        self.open(self._scroll)

    def top(self) -> int:
        """Lie near the top: the list is long."""
        return max(scaled(12), self.height() // 20)

    def key(self, event: QKeyEvent) -> bool:
        """Close with F1 as well."""
        if event.key() == Qt.Key.Key_F1 or event.text() == "?":
            self.leave()
            return True
        return super().key(event)

    def _room(self) -> int:
        below = self.parent()
        height = below.height() if isinstance(below, QWidget) else self.height()
        return max(scaled(120), height - 2 * max(scaled(12), height // 20) - scaled(24))

    def _page(self) -> QWidget:
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(scaled(16), scaled(10), scaled(16), scaled(10))
        columns.setSpacing(scaled(36))
        for families in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(scaled(10))
            for family in families:
                heading = PlainLabel(self.theme, role="muted", pixels=12, weight=SEMIBOLD)
                heading.setText(self.tr(_HEADINGS[family]))
                column.addWidget(heading)
                column.addLayout(self._keys_of(family))
                column.addSpacing(scaled(10))
            column.addStretch(1)
            columns.addLayout(column, 1)
        return page

    def _keys_of(self, family: Family) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(12))
        grid.setVerticalSpacing(scaled(6))
        grid.setColumnStretch(1, 1)
        for row, (labels, words, can_do) in enumerate(self._lines(family)):
            caps = QHBoxLayout()
            caps.setSpacing(scaled(4))
            for label in labels:
                caps.addWidget(KeyCap(label, self.theme))
            caps.addStretch(1)
            text = PlainLabel(self.theme, role="text" if can_do else "faint", wraps=True)
            text.setText(words)
            grid.addLayout(caps, row, 0)
            grid.addWidget(text, row, 1)
        return grid

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
