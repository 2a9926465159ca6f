"""What a screen reader is told without asking: which quote came in hand.

Owns the words and that nothing is said twice. Must not know what the keys do; the foot line says
its own sentences.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from kdcurator.gui.later import Later
from kdcurator.gui.panes.tag_panel import TagPanel


class Aloud(QObject):
    """Says who says what is in hand, and its words, when another comes in hand."""

    def __init__(self, panel: TagPanel, later: Later, parent: QObject) -> None:
        """Speak of what `panel` shows, after the paint."""
        super().__init__(parent)
        self._panel = panel
        self._later = later
        self._said = ""
        panel.in_hand_changed.connect(self._say_later)

    def words(self) -> str:
        """Return what is in hand as it is spoken."""
        speaker, about = self._panel.in_hand()
        card = self._panel.card
        why = "" if card.reason.isHidden() else card.reason.text()
        return ". ".join(part for part in (about, speaker, card.words.text(), why) if part)

    def _say_later(self) -> None:
        self._later.run("aloud", self._say)

    def _say(self) -> None:
        words = self.words()
        if words != self._said:
            self._said = words
            event = QAccessibleAnnouncementEvent(self._panel, words)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)
