"""The foot of the window: the keys of this moment, the last message, progress, that all is saved.

Owns what gives way to what when there is little room: keys at the right first, then all keys to a
message. Must not know what a key does.
"""

from collections.abc import Sequence
from datetime import time
from typing import Final

from PySide6.QtCore import QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from kdcurator.gui.bus import Level, Message
from kdcurator.gui.fonts import MEDIUM, scaled, ui_font
from kdcurator.gui.models.wording import number
from kdcurator.gui.panes.labels import ElidedLabel, KeyHint, PlainLabel
from kdcurator.gui.panes.pane import Pane
from kdcurator.gui.theme import Theme

_STAYS: Final = 10_000
"""Milliseconds that a message stays when it warns of nothing."""


class StatusLine(Pane):
    """The foot of the window."""

    cancel_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(theme, edge=Qt.Edge.TopEdge, parent=parent)
        self.setObjectName("statusLine")
        self.setAccessibleName(self.tr("Status line"))
        self._keys = _Keys(theme, self)
        self._message = _MessageLine(theme, self)
        self._progress = _Progress(theme, self)
        self._saved = ElidedLabel(theme, role="muted", pixels=12, parent=self)
        self._fading = QTimer(self, singleShot=True, interval=_STAYS)
        self._fading.timeout.connect(self.clear_message)
        self._progress.cancel.clicked.connect(self.cancel_requested)
        self._row = QHBoxLayout()
        self._row.addWidget(self._keys, 1)
        self._row.addWidget(self._message)
        self._row.addWidget(self._progress)
        self._row.addWidget(self._saved)
        self.column.addLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.clear_message()
        self._progress.hide()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and fonts at the scale of now."""
        super().set_theme(theme)
        self._row.setContentsMargins(scaled(20), scaled(6), scaled(20), scaled(6))
        self._row.setSpacing(scaled(20))
        self.setMinimumHeight(scaled(37))

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show the keys of this moment, most useful first: (key, what it does)."""
        self._keys.show_keys(keys)

    def keys_shown(self) -> list[tuple[str, str]]:
        """Return the keys that there is room for."""
        return self._keys.shown()

    def show_message(self, message: Message) -> None:
        """Tell the user something; a screen reader says it at once."""
        self._message.show_message(message)
        self._make_room()
        self._fading.stop()
        if message.level is not Level.WARNING:
            self._fading.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message.text))

    def message(self) -> str:
        """Return the message that is shown; empty when none is."""
        return "" if self._message.isHidden() else self._message.text()

    def clear_message(self) -> None:
        """Take the message away and bring the keys back."""
        self._fading.stop()
        self._message.hide()
        self._keys.show()

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show how far something is; `total` 0 means nobody knows. `done` == `total` ends it."""
        is_over = total > 0 and done >= total
        self._progress.setVisible(not is_over)
        if not is_over:
            self._progress.show_progress(done, total, text)
        self._make_room()

    def end_progress(self) -> None:
        """Take the progress away: it is over, failed or cancelled."""
        self._progress.hide()
        self._make_room()

    def show_saved(self, saved_at: time | None) -> None:
        """Say that all is saved, and when last; None says that nothing was to save yet."""
        if saved_at is None:
            self.show_note(self.tr("All is saved"))
            return
        clock = QTime(saved_at.hour, saved_at.minute).toString(self.tr("H:mm"))
        self.show_note(self.tr("All is saved {time}").replace("{time}", clock))

    def show_note(self, words: str) -> None:
        """Show other words in the place of "All is saved", such as that the library is empty."""
        self._saved.setText(words)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let keys give way to a message where there is little room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Hide the keys when the message would have to break lines beside them."""
        if self._message.isHidden():
            return
        beside = self._saved.sizeHint().width() + self._keys.first_width()
        if not self._progress.isHidden():
            beside += self._progress.sizeHint().width() + self._row.spacing()
        room = self.width() - beside
        fits = self._message.natural_width() + scaled(100) < room
        self._keys.setVisible(fits)
        self._row.setStretchFactor(self._message, 0 if fits else 1)
        self._message.set_wraps(not fits)


class _Keys(QWidget):
    """Keys side by side; those that do not fit are left out whole."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hints: list[KeyHint] = []
        self._keys: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Keys of this moment"))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._build()

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        if list(keys) != self._keys:
            self._keys = list(keys)
            self._build()

    def shown(self) -> list[tuple[str, str]]:
        return [
            key for key, hint in zip(self._keys, self._hints, strict=True) if not hint.isHidden()
        ]

    def first_width(self) -> int:
        return sum(hint.sizeHint().width() + scaled(24) for hint in self._hints[:3])

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(100), scaled(24))

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._place()

    def _build(self) -> None:
        for hint in self._hints:
            hint.hide()
            hint.deleteLater()
        self._hints = [KeyHint(key, words, self._theme, parent=self) for key, words in self._keys]
        self._place()

    def _place(self) -> None:
        left = 0
        has_room = True
        for hint in self._hints:
            size = hint.sizeHint()
            has_room = has_room and left + size.width() <= self.width()
            hint.setVisible(has_room)
            hint.setGeometry(
                left, (self.height() - size.height()) // 2, size.width(), size.height()
            )
            left += size.width() + scaled(24)


class _MessageLine(QWidget):
    """A sentence, and the key that takes back what it tells."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = PlainLabel(theme, pixels=12, weight=MEDIUM, parent=self)
        self._undo = KeyHint("Ctrl+Z", self.tr("undoes"), theme, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)

    def show_message(self, message: Message) -> None:
        role = "warning" if message.level is Level.WARNING else "text"
        self._words.set_role(role, self._theme)
        self._words.setText(message.text)
        self.setAccessibleName(message.text)
        self._undo.setVisible(message.undo_key)
        self.show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def text(self) -> str:
        return self._words.text()

    def natural_width(self) -> int:
        undo = 0 if self._undo.isHidden() else self._undo.sizeHint().width()
        return self._words.fontMetrics().horizontalAdvance(self.text()) + undo

    def set_wraps(self, wraps: bool) -> None:  # noqa: FBT001 - as QLabel's own
        self._words.setWordWrap(wraps)


class _Progress(QWidget):
    """How far something is, and a way to stop it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(theme, role="muted", pixels=12, parent=self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        for widget in (self._words, self._bar, self.cancel):
            row.addWidget(widget)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._words.set_theme(theme)
        self._words.setMaximumWidth(scaled(420))
        self._bar.setFixedSize(scaled(120), scaled(5))
        self.cancel.setStyleSheet(
            f"QPushButton {{ background: {theme.key_cap.name()}; color: {theme.text.name()};"
            f" border: 1px solid {theme.border.name()}; border-radius: 5px; padding: 2px 10px; }}"
            f"QPushButton:focus, QPushButton:hover {{ border-color: {theme.accent.name()}; }}"
        )
        self.cancel.setFont(ui_font(12))
        self._bar.setStyleSheet(
            f"QProgressBar {{ background: {theme.line.name()}; border: none; border-radius: 2px; }}"
            f"QProgressBar::chunk {{ background: {theme.accent.name()}; border-radius: 2px; }}"
        )

    def show_progress(self, done: int, total: int, text: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        so_far = self.tr("{done} of {total}") if total else "{done}" if done else ""
        words = so_far.replace("{done}", number(done)).replace("{total}", number(total))
        self._words.setText(" · ".join(filter(None, (text, words))))
