"""Text fields that look like text until they are edited.

Owns when an edit counts (Enter, or leaving the field), when not (Esc), and that every key of
writing stays in the field. Must not know what is edited.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_EDITING: Final = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Insert,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
    }
)
_WITH_CONTROL: Final = frozenset(
    {Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_X, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_A}
)


MOMENTS: Final = frozenset(
    {
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
    }
)
"""Why the focus goes for a moment only: popup, menu, another window."""


def belongs_to_field(event: QKeyEvent) -> bool:
    """Tell whether a key is a text field's own and no shortcut's (CONTRACT.md, section 4)."""
    if Qt.Key(event.key()) in _EDITING:
        return True
    if event.modifiers() & _CONTROL and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = Qt.Key(event.key())  # Ctrl+Shift+C is the window's
        return key == Qt.Key.Key_Z if with_shift else key in _WITH_CONTROL
    return bool(event.text()) and event.text().isprintable()


def keeps(event: QEvent) -> bool:
    """Accept a key that a shortcut of the window would take from a text field; tell whether so."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if belongs_to_field(event):
        event.accept()
        return True
    return False


class _Offers(QCompleter):
    """Names in a list below the field, each with its other forms; only the name is written."""

    def __init__(self, field: QLineEdit) -> None:
        """Offer nothing yet."""
        super().__init__(field)
        self._names: dict[str, str] = {}
        self._lines = QStringListModel(self)
        self.setModel(self._lines)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        lines = self.popup()
        if lines is not None:
            lines.setObjectName("offers")  # by which the theme knows it

    def offer(self, names: Mapping[str, Sequence[str]]) -> None:
        """Offer these names from now on."""
        lines = {"  ·  ".join([name, *forms]): name for name, forms in names.items()}
        if lines != self._names:
            self._names = lines
            self._lines.setStringList(list(lines))

    def pathFromIndex(  # noqa: N802 - Qt's name
        self, index: QModelIndex | QPersistentModelIndex
    ) -> str:
        """Return what is written when a line is chosen."""
        line = str(index.data(Qt.ItemDataRole.EditRole))
        return self._names.get(line, line)


class Written:
    """What a field held before somebody wrote in it, and whether that waits to be saved."""

    def __init__(self) -> None:
        """Begin with nothing written."""
        self.before = ""
        self.is_unsaved = False
        self._saved = ""
        self._is_telling = False

    def take(self, text: str, tell: Callable[[str], object]) -> None:
        """Tell a text that is another than before."""
        if text == self.before:
            return
        self._saved, self.before, self.is_unsaved = self.before, text, False
        self._is_telling = True
        tell(text)
        self._is_telling = False

    def leave_unsaved(self) -> None:
        """Hold what is being told for not saved: it is told again when it is taken again."""
        if self._is_telling:
            self.before, self.is_unsaved = self._saved, True


class SingleLine(QLineEdit):
    """A field of one line; `edited` tells a new text once, when it counts."""

    edited = Signal(str)
    """The text was changed and counts."""

    done = Signal()
    """Enter or Esc: whoever writes here is finished."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.written = Written()
        self._offers: _Offers | None = None

    def show_text(self, text: str, *, keep_edit: bool = False) -> None:
        """Show what is known; no edit. With `keep_edit` what is being written stays."""
        is_written = self.hasFocus() or self.written.is_unsaved
        is_edited = is_written and self.text() != self.written.before
        self.written.before = text
        if self.text() != text and not (keep_edit and is_edited):
            self.setText(text)
            self.setCursorPosition(0)
            self.written.is_unsaved = False

    def show_unsaved(self, text: str) -> None:
        """Show what was written and could not be saved."""
        self.setText(text)
        self.written.is_unsaved = True

    def suggest(self, names: Mapping[str, Sequence[str]]) -> None:
        """Offer names while somebody writes; each is found by its other forms too."""
        if self._offers is None:
            self._offers = _Offers(self)
            self.setCompleter(self._offers)
        self._offers.offer(names)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of writing from the window's shortcuts."""
        return (not self.isReadOnly() and keeps(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the text with Enter, the old one back with Esc."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            self._take()
            if not self.written.is_unsaved:
                self.done.emit()
            event.accept()
        elif key == Qt.Key.Key_Escape:
            self.setText(self.written.before)
            self.written.is_unsaved = False
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the text, unless a popup of the field's own has the focus for a moment."""
        super().focusOutEvent(event)
        if event.reason() not in MOMENTS and not self.isReadOnly():
            self._take()
            self.setCursorPosition(0)

    def _take(self) -> None:
        self.written.take(" ".join(self.text().split()), self.edited.emit)
