"""Finding words in the open article: a line below the text.

Owns the field and how it goes from one hit to the next. Must not know how the text is searched.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kdcurator.gui.fonts import scaled
from kdcurator.gui.panes.fields import SingleLine
from kdcurator.gui.panes.labels import KeyHint, PlainLabel
from kdcurator.gui.panes.pane import Pane
from kdcurator.gui.theme import Theme

Find = Callable[[str, bool], int]
"""Goes to the next hit (or the one before) and returns how many there are."""


class FindBar(Pane):
    """Field, number of hits, keys."""

    left = Signal()
    """Esc: finding is over."""

    def __init__(self, theme: Theme, find: Find, parent: QWidget | None = None) -> None:
        """Search with `find`."""
        super().__init__(theme, ground="page", edge=Qt.Edge.TopEdge, parent=parent)
        self._find = find
        self.field = SingleLine(self)
        self.field.setObjectName("findField")
        self.field.setAccessibleName(self.tr("Find in the article"))
        self.field.setPlaceholderText(self.tr("Find in the article"))
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._typed)
        self.found = PlainLabel(theme, role="muted", pixels=12, parent=self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.found)
        for key, words in (("⏎", self.tr("next")), ("Esc", self.tr("close"))):
            self._row.addWidget(KeyHint(key, words, theme, parent=self))
        self.column.addLayout(self._row)
        self._row.setContentsMargins(scaled(36), scaled(7), scaled(20), scaled(7))
        self._row.setSpacing(scaled(14))
        self.hide()

    def ask(self) -> None:
        """Open, or choose the words that stand in the field."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """End finding."""
        self.hide()
        self._find("", False)  # noqa: FBT003 - a callable of two words
        self.left.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go on with Enter, back with Shift+Enter, close with Esc."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go(backwards=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return True
        return False

    def _typed(self, _text: str) -> None:
        self._go(backwards=False)

    def _go(self, *, backwards: bool) -> None:
        words = self.field.text()
        count = self._find(words, backwards)
        if not words.strip():
            self.found.setText("")
        elif count == 0:
            self.found.setText(self.tr("not found"))
        else:
            one, many = self.tr("1 result"), self.tr("{n} results")
            self.found.setText(one if count == 1 else many.format(n=count))
