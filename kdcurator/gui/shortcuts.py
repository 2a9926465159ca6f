"""How keys reach actions, and what a text field keeps for itself.

Owns the QActions made of the table, and the two rules of CONTRACT.md, section 4, that Qt does not
know: `/`, `?` and `+` are matched by the character typed, and in a field every editing key is the
field's. Must not know what an action does.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from kdcurator.gui.actions import ACTIONS, Action, Scope
from kdcurator.gui.keymap import Keymap

Trigger = Callable[[Action], None]

_CONTEXTS: Final = {
    Scope.READER: Qt.ShortcutContext.WidgetShortcut,
    Scope.PANES: Qt.ShortcutContext.WidgetWithChildrenShortcut,
    Scope.WINDOW: Qt.ShortcutContext.WindowShortcut,
}
_COMMAND: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ARROWS: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_EDITING: Final = frozenset(
    {Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_X, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_A}
)
_DELETING: Final = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


def is_text_field(widget: QObject | None) -> bool:
    """Tell whether somebody may write in a widget."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    return False


def is_fields_own(event: QKeyEvent) -> bool:
    """Tell whether a key is the field's that has the focus."""
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    if key in _ARROWS or key in _DELETING:
        return True
    if modifiers & _COMMAND:
        with_shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        edits = key == Qt.Key.Key_Z if with_shift else key in _EDITING  # Ctrl+Shift+C is ours
        return bool(modifiers & Qt.KeyboardModifier.ControlModifier) and edits
    return bool(event.text()) and event.text().isprintable()


def make_actions(
    scopes: dict[Scope, QWidget], keymap: Keymap, trigger: Trigger
) -> dict[str, QAction]:
    """Return a QAction for each entry of the table, alive on the widget of its scope."""
    made = {}
    for action in ACTIONS:
        qaction = QAction(action.name, scopes[action.scope])
        qaction.setShortcuts(keymap.sequences(action.id))
        qaction.setShortcutContext(_CONTEXTS[action.scope])
        qaction.setAutoRepeat(action.repeats)
        qaction.triggered.connect(lambda _checked=False, a=action: trigger(a))
        scopes[action.scope].addAction(qaction)
        made[action.id] = qaction
    return made


class FocusKeys(QObject):
    """Watches the keys of whichever widget has the focus, and of no other."""

    def __init__(
        self, panes: Sequence[QWidget], keymap: Keymap, trigger: Trigger, parent: QObject
    ) -> None:
        """Call `trigger` for a character typed in `panes` that is an action's."""
        super().__init__(parent)
        self._panes = panes
        self._keymap = keymap
        self._trigger = trigger
        self._actions = {action.id: action for action in ACTIONS}
        self._watched: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    def _watch(self, old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and old is self._watched:
            old.removeEventFilter(self)
        inside = now is not None and any(pane.isAncestorOf(now) for pane in self._panes)
        self._watched = now if inside else None
        if now is not None and inside:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Give fields their keys and characters their actions."""
        if not isinstance(event, QKeyEvent):
            return False
        if is_text_field(watched):
            return self._in_field(watched, event)
        return event.type() == QEvent.Type.KeyPress and self._typed(event)

    def _in_field(self, field: QObject, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            is_own = is_fields_own(event)
            if is_own:
                event.accept()
            return is_own
        redo = Qt.Key(event.key()) == Qt.Key.Key_Y and event.modifiers() == _CONTROL
        if event.type() == QEvent.Type.KeyPress and redo:  # Linux' fields know Ctrl+Shift+Z alone
            if isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit):
                field.redo()
            return True
        return False

    def _typed(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _COMMAND or event.isAutoRepeat() or not event.text():
            return False
        name = self._keymap.action_for(event.text())
        if name is None:
            return False
        self._trigger(self._actions[name])
        return True


_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
