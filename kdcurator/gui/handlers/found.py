"""Going through the words that a search or the find bar has marked in the open article.

Owns what is said at each of them. Must not know keys, nor how words are found.
"""

from PySide6.QtCore import QObject

from kdcurator.gui.desk import Desk


class FoundWords(QObject):
    """Steps through the marked words."""

    def __init__(self, desk: Desk) -> None:
        """Step in the desk's reader."""
        super().__init__(desk)
        self._desk = desk

    def step(self, *, backwards: bool) -> None:
        """Go to the next of them, round the end of the text."""
        if self._desk.panes.reader.step_found(backwards=backwards):
            self._tell()
        else:
            self._desk.bus.tell(self.tr("Nothing is marked: search, or find in the article."))

    def go_on(self, *, backwards: bool) -> bool:
        """Go on from a word that a search has led to; False elsewhere, and past the last.

        So the keys of suggestions go through what was found as long as nothing else is done, and
        then through suggestions as ever.
        """
        reader = self._desk.panes.reader
        is_at_found = reader.is_at_found() and reader.hasFocus()
        if not is_at_found or not reader.step_found(backwards=backwards, wraps=False):
            return False
        self._tell()
        return True

    def _tell(self) -> None:
        number, count = self._desk.panes.reader.found()
        words = self.tr("{n} of {all}")
        self._desk.bus.tell(words.replace("{n}", str(number)).replace("{all}", str(count)))
