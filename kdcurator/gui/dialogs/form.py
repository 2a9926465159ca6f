"""A form over the window: fields with their names at the left, what Enter does at the foot.

Owns rows, the way between them by Tab, the sentence for what is amiss, Enter and Esc. Must not know
what is asked.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QWidget,
)

from kdcurator.gui.dialogs.overlay import Overlay
from kdcurator.gui.fonts import SEMIBOLD, scaled, ui_font
from kdcurator.gui.panes.labels import KeyButton, PlainLabel
from kdcurator.gui.theme import Theme

_LABELS: Final = 116
"""Pixels of the column of names at 100 %."""

ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Form(Overlay):
    """Asks for some values at once. Enter takes them (Ctrl+Enter while a text is written)."""

    def __init__(
        self, parent: QWidget, theme: Theme, name: str, title: str, *, width: int = 560
    ) -> None:
        """Lie over `parent`; `name` is the object's name."""
        super().__init__(parent, theme, width=width, is_shaded=True)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.title = PlainLabel(theme, pixels=16, weight=SEMIBOLD, parent=self.panel)
        self.title.setText(title)
        self.trouble = PlainLabel(theme, role="warning", pixels=12, wraps=True, parent=self.panel)
        self.trouble.hide()
        self.fields: list[QWidget] = []
        self.offers: list[KeyButton] = []
        """What can be clicked at the foot, but for the way out."""
        self.way_out: KeyButton | None = None
        self._labels: list[PlainLabel] = []
        self._rows = QWidget()
        self.area = _Rows(self._rows)
        self._grid = QGridLayout(self._rows)
        self._foot = QHBoxLayout()
        self._lay_out()

    def add(self, label: str, field: QWidget, beside: QWidget | None = None) -> PlainLabel:
        """Add a row; return its label, so that more can be said there later."""
        row = self._grid.rowCount()
        words = PlainLabel(self.theme, role="muted", pixels=12, wraps=True, parent=self._rows)
        words.setText(label)
        words.setBuddy(field)
        words.setFixedWidth(scaled(_LABELS))
        self._labels.append(words)
        field.setAccessibleName(label)
        top = Qt.AlignmentFlag.AlignTop
        is_tall = isinstance(field, QAbstractScrollArea)
        self._grid.addWidget(words, row, 0, top if is_tall else Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(field, row, 1, 1, 1 if beside else 2)
        self.fields.append(field)
        if beside is not None:
            self._grid.addWidget(beside, row, 2)
            self.fields.append(beside)
        if is_tall:
            field.installEventFilter(self)
        return words

    def add_wide(self, widget: QWidget) -> None:
        """Add a row over the whole width: words, or a field that has a name of its own."""
        row = self._grid.rowCount()
        self._grid.addWidget(widget, row, 0, 1, 3)
        if isinstance(widget, QAbstractScrollArea):
            self._grid.setRowStretch(row, 1)
            self.fields.append(widget)
            widget.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and fonts at the scale of now."""
        super().set_theme(theme)
        for words in self._labels:
            words.setFixedWidth(scaled(_LABELS))
        for field in self.fields:
            field.setFont(ui_font())
        self._settle_lengths()
        self._place()

    def offer(self, key: str, words: str) -> KeyButton:
        """Say at the foot what Enter does, and let it be clicked; return what says it."""
        take = KeyButton(key, words, self.theme, parent=self.panel)
        take.clicked.connect(self.submit)
        self._foot.insertWidget(0, take)
        self.offers.append(take)
        out = KeyButton("Esc", self.tr("close"), self.theme, role="muted", parent=self.panel)
        out.clicked.connect(self.leave)
        self._foot.insertWidget(1, out)
        self.way_out = out
        return take

    def offer_also(self, key: str, words: str, act: Callable[[], object]) -> None:
        """Say at the foot, after `offer`, what another key does, and let it be clicked."""
        take = KeyButton(key, words, self.theme, parent=self.panel)
        take.clicked.connect(act)
        self._foot.insertWidget(len(self.offers), take)
        self.offers.append(take)

    def offer_more(self, key: str, words: str, act: Callable[[], object]) -> KeyButton:
        """Say at the foot what another key does, and let it be clicked."""
        button = KeyButton(key, words, self.theme, role="muted", parent=self.panel)
        button.clicked.connect(act)
        self._foot.addWidget(button)
        return button

    def begin(self, field: QWidget) -> None:
        """Open with the keys in `field`."""
        self.trouble.hide()
        self._rows.adjustSize()
        self.open(field)
        self.area.fit()

    def submit(self) -> None:
        """Take the values, or say what is amiss."""
        raise NotImplementedError

    def complain(self, sentence: str, field: QWidget) -> None:
        """Say what is amiss, and let it be mended."""
        self.trouble.setText(sentence)
        self.trouble.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place()

    def key(self, event: QKeyEvent) -> bool:
        """Take the values with Enter, leave with Esc."""
        if event.key() in ENTER:
            self.submit()
            return True
        return super().key(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let a text have every key but Ctrl+Enter and Esc."""
        if watched in self.fields:
            if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
                return False
            with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            is_mine = event.key() == Qt.Key.Key_Escape or (event.key() in ENTER and with_control)
            return is_mine and self.key(event)
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001 - Qt's name
        """Go round the fields that are shown; the window below is out of reach."""
        shown = [field for field in self.fields if field.isVisible() and field.isEnabled()]
        if not shown:
            return True
        now = QApplication.focusWidget()
        here = shown.index(now) if now in shown else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        shown[(here + (1 if forward else -1)) % len(shown)].setFocus(reason)
        return True

    def _lay_out(self) -> None:
        self._grid.setColumnStretch(1, 1)
        self._foot.addStretch(1)
        self._settle_lengths()
        column = self.panel.column
        column.addWidget(self.title)
        column.addWidget(self.area, 1)
        column.addWidget(self.trouble)
        column.addLayout(self._foot)

    def _settle_lengths(self) -> None:
        self._grid.setContentsMargins(0, 0, scaled(2), 0)
        self._grid.setHorizontalSpacing(scaled(12))
        self._grid.setVerticalSpacing(scaled(9))
        self._foot.setSpacing(scaled(18))
        self.panel.column.setContentsMargins(scaled(24), scaled(20), scaled(22), scaled(16))
        self.panel.column.setSpacing(scaled(14))


class _Rows(QScrollArea):
    """Shows the rows whole where there is room, else scrolls them."""

    def __init__(self, rows: QWidget) -> None:
        super().__init__()
        self._rows = rows
        self.setWidget(rows)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        rows.setAutoFillBackground(False)

    def fit(self) -> None:
        """Lay the rows out in the room that there is: they were measured without one."""
        layout = self._rows.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._rows.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return super().minimumSizeHint().boundedTo(self._rows.sizeHint())
