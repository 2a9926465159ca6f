"""A list that leaves the letters to the window: Enter opens, Space chooses, nothing else is eaten.

Owns the keys inside lists (CONTRACT.md, section 4) and how several rows are chosen: one by one with
Space, from here to there with Shift and the arrows, all with Ctrl+A; Ctrl and the arrows go by.
Must not know what the rows are.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from kdcurator.gui.models.values import VALUE, ValueModel

_MOVING = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
    }
)
_ON_A_ROW = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_STEPS: Final = {
    Qt.Key.Key_Up: QAbstractItemView.CursorAction.MoveUp,
    Qt.Key.Key_Down: QAbstractItemView.CursorAction.MoveDown,
    Qt.Key.Key_Home: QAbstractItemView.CursorAction.MoveHome,
    Qt.Key.Key_End: QAbstractItemView.CursorAction.MoveEnd,
    Qt.Key.Key_PageUp: QAbstractItemView.CursorAction.MovePageUp,
    Qt.Key.Key_PageDown: QAbstractItemView.CursorAction.MovePageDown,
}
_HELD: Final = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta})
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Where choosing from here to there begins."""

    row: int
    besides: frozenset[Hashable]
    """What was chosen before."""


class PlainList(QListView):
    """Shows a `ValueModel`; arrows move, other keys go up to the window."""

    row_opened = Signal(int)
    """Enter or a double click on a row."""

    chosen_changed = Signal()
    """Others are chosen than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a model."""
        super().__init__(parent)
        self._anchor: _Anchor | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Do nothing: letters are the window's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open with Enter, choose with Space, move with arrows; leave the rest."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~_KEYPAD
        if key in _STEPS and modifiers in {_SHIFT, _CONTROL}:
            self._step_by(key, event.modifiers(), extends=modifiers == _SHIFT)
            return
        if key not in _HELD:
            self._anchor = None
        if key == Qt.Key.Key_A and modifiers == _CONTROL:
            self.choose_all()
            return
        if key in _ON_A_ROW:
            self._have_a_row()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.row_opened.emit(self.currentIndex().row())
        elif key == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.choose_row(self.currentIndex().row())
        elif key in _MOVING and event.modifiers() in _PLAIN:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose with Ctrl or Shift held down; else take the row in hand."""
        row, modifiers = self.indexAt(event.position().toPoint()).row(), event.modifiers()
        if row >= 0 and modifiers == _SHIFT:
            self._extend_to(row)
        elif row >= 0 and modifiers == _CONTROL:
            self._anchor = None
            self.go_by(row)
            self.choose_row(row)
        else:
            self._anchor = None
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Leave what Ctrl or Shift chose: Qt would take the row in hand now."""
        if event.modifiers() not in {_SHIFT, _CONTROL}:
            super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Stand on a row when the keys come by a key, so that everybody sees where."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._have_a_row()

    def _have_a_row(self) -> None:
        """Stand on the first row when on none."""
        model = self.model()
        if model is not None and model.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(model.index(0, 0))

    def choose_row(self, row: int) -> None:
        """Choose a row, or no longer."""
        model = self.model()
        if isinstance(model, ValueModel):
            model.toggle_chosen(row)
            self.chosen_changed.emit()

    def choose_all(self) -> None:
        """Choose every row that is shown."""
        model = self.model()
        if isinstance(model, ValueModel) and model.rowCount():
            self._have_a_row()
            model.choose_between(0, model.rowCount() - 1)
            self.chosen_changed.emit()

    def go_by(self, row: int) -> None:
        """Stand on a row without acting on it, as somebody does who only chooses."""
        model = self.model()
        if model is not None:
            self.setCurrentIndex(model.index(row, 0))

    def _step_by(self, key: Qt.Key, modifiers: Qt.KeyboardModifier, *, extends: bool) -> None:
        """Go to another row with an arrow, choosing all on the way or none."""
        self._have_a_row()
        found = self.moveCursor(_STEPS[key], modifiers)
        row = found.row() if found.isValid() else self.currentIndex().row()
        if extends:
            self._extend_to(row)
        else:
            self._anchor = None
            self.go_by(row)

    def _extend_to(self, row: int) -> None:
        """Choose from where one stood to a row, besides what was chosen before."""
        model = self.model()
        if not isinstance(model, ValueModel) or row < 0:
            return
        if self._anchor is None:
            here = max(self.currentIndex().row(), 0)
            self._anchor = _Anchor(here, model.chosen_keys())
        self.go_by(row)
        model.choose_between(self._anchor.row, row, self._anchor.besides)
        self.chosen_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give rows the room that their texts need at the new width.

        QListView asks again only where rows wrap around; ours grow with their texts, unless all
        are alike.
        """
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and not self.uniformItemSizes():
            self.scheduleDelayedItemsLayout()

    def dataChanged(  # noqa: N802 - Qt's name
        self,
        top_left: QModelIndex | QPersistentModelIndex,
        bottom_right: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Paint rows anew; lay all rows out again only when a row may need other room.

        QListView lays all of them out at every change, which takes 300 ms for 20,000 rows.
        """
        if roles and set(roles) <= _SAME_SIZE:
            QAbstractItemView.dataChanged(self, top_left, bottom_right, roles)
        else:
            super().dataChanged(top_left, bottom_right, roles)


_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
_PLAIN = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})
_SAME_SIZE = frozenset({VALUE, int(Qt.ItemDataRole.CheckStateRole)})
