"""The panes side by side, or one at a time where there is room for one alone.

Owns which panes are seen, their widths, and the way from one to the next. Must not know what they
hold.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from kdcurator.gui.fonts import scaled

_NARROW: Final = 860
"""Pixels (at 100 %) below which one pane is shown at a time, as large letters need."""

_SIDE: Final = 301


class PaneRow(QSplitter):
    """Three panes; the middle one takes what room is left."""

    settled = Signal()
    """It was looked anew whether there is room for all."""

    def __init__(
        self, panes: Sequence[tuple[QWidget, Callable[[], QWidget]]], parent: QWidget
    ) -> None:
        """Show panes; with each comes what tells which of its widgets gets the focus."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._panes = list(panes)
        self._is_narrow = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setStyleSheet("QSplitter::handle { background: transparent; }")
        for number, (pane, _focus) in enumerate(self._panes):
            self.addWidget(pane)
            self.setStretchFactor(number, int(number == 1))
        self.setSizes([scaled(_SIDE), 10_000, scaled(_SIDE)])

    def furnish(self, number: int, pane: QWidget) -> None:
        """Put a pane in the place of the blank one that stood there."""
        blank, focus = self._panes[number]
        sizes = self.sizes()
        is_hidden = blank.isHidden()
        blank.setParent(None)
        blank.deleteLater()
        self.insertWidget(number, pane)  # `replaceWidget` leaves it out of the way of Tab
        pane.setHidden(is_hidden)
        self._panes[number] = (pane, focus)
        self.setStretchFactor(number, int(number == 1))
        self.setSizes(sizes)

    def step(self, by: int) -> None:
        """Give the focus to the next pane, or to the one before."""
        here = self._with_focus()
        start = here if here is not None else (-1 if by > 0 else 0)
        self.bring((start + by) % len(self._panes))

    @property
    def is_narrow(self) -> bool:
        """Tell whether one pane is shown at a time."""
        return self._is_narrow

    def show_pane(self, number: int) -> None:
        """Have a pane in sight; the focus stays where it is."""
        if self._is_narrow:
            self._show_alone(number)

    def bring(self, number: int) -> None:
        """Show a pane and give it the focus."""
        self.show_pane(number)
        self._panes[number][1]().setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show all panes where there is room, else one."""
        super().resizeEvent(event)
        self.settle()

    def settle(self) -> None:
        """Show all panes where there is room for the letters of now, else one."""
        is_narrow = self.width() < scaled(_NARROW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            if is_narrow:
                here = self._with_focus()
                self._show_alone(1 if here is None else here)
            else:
                for pane, _focus in self._panes:
                    pane.show()
                self.setSizes([scaled(_SIDE), 10_000, scaled(_SIDE)])
        self.settled.emit()

    def _show_alone(self, number: int) -> None:
        for place, (pane, _focus) in enumerate(self._panes):
            pane.setVisible(place == number)
        self.refresh()  # at once: whoever goes to a place in the pane wants its room

    def _with_focus(self) -> int | None:
        now = QApplication.focusWidget()
        if now is None:
            return None
        for number, (pane, _focus) in enumerate(self._panes):
            if pane is now or pane.isAncestorOf(now):
                return number
        return None
