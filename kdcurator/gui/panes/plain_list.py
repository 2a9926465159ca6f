"""A list that leaves the letters to the window: Enter opens, Space chooses, nothing else is eaten.

Owns the keys inside lists (CONTRACT.md, section 4). Must not know what the rows are.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
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


class PlainList(QListView):
    """Shows a `ValueModel`; arrows move, other keys go up to the window."""

    row_opened = Signal(int)
    """Enter or a double click on a row."""

    chosen_changed = Signal()
    """Space: a row more, or one less, is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a model."""
        super().__init__(parent)
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
        key = Qt.Key(event.key())
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


_PLAIN = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})
_SAME_SIZE = frozenset({VALUE, int(Qt.ItemDataRole.CheckStateRole)})
