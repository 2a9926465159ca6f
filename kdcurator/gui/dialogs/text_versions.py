"""The versions of a text: a list by day, and beside it the words of the one in hand.

Owns the choice, and that what another version had and the text of now has not is seen at once. Must
not know how a version comes back.
"""

from collections.abc import Hashable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from kdcurator.gui.dialogs.list_page import ListPage
from kdcurator.gui.dialogs.moment_rows import MomentModel
from kdcurator.gui.fonts import scaled, text_font
from kdcurator.gui.models.wording import DOT, counted, number
from kdcurator.gui.theme import Theme
from kdcurator.services.editing import TextVersion

_PIXELS: Final = 15
_MARGIN: Final = 18


class VersionModel(MomentModel[TextVersion]):
    """The versions of one text."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._now: frozenset[str] = frozenset()

    def show_versions(self, versions: Sequence[TextVersion]) -> None:
        """List versions, one of which is the text of now."""
        current = next((version.text for version in versions if version.is_current), "")
        self._now = frozenset(current.split("\n"))
        self.set_values(versions)

    def key(self, value: TextVersion) -> Hashable:
        """Tell versions apart."""
        return value.id

    def made_at(self, value: TextVersion) -> datetime:
        """Return when a version was saved."""
        return value.created_at

    def below(self, value: TextVersion) -> str:
        """Return how long a text is, and how much of it is another one now."""
        length = self.tr("{n} characters").replace("{n}", number(len(value.text)))
        return DOT.join((length, self._difference(value)))

    def gone(self, value: TextVersion) -> list[int]:
        """Return which lines of a version, from 0, the text of now has not."""
        lines = enumerate(value.text.split("\n"))
        return [at for at, line in lines if line.strip() and line not in self._now]

    def _difference(self, value: TextVersion) -> str:
        if value.is_current:
            return self.tr("as it is now")
        gone = len(self.gone(value))
        one = self.tr("1 paragraph is another now")
        many = self.tr("{n} paragraphs are others now")
        return counted(gone, one, many) if gone else self.tr("all of it is there now")


class VersionsPage(ListPage):
    """Asks which version comes back."""

    chosen = Signal(object)
    """`TextVersion`: it is to be the newest again."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without versions."""
        super().__init__(parent, theme, "textVersions", self.tr("Versions of the text"))
        self.rows = VersionModel(self)
        self.list.setObjectName("versionList")
        self.words = QPlainTextEdit(self.panel)
        self.words.setObjectName("versionText")
        self.words.setAccessibleName(self.tr("The version's text"))
        self.words.setReadOnly(True)
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self._take = self.furnish(
            self.rows, self.tr("Versions"), self.words, self.tr("bring this version back")
        )
        self.list.selectionModel().currentChanged.connect(self._show)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and fonts at the scale of now."""
        super().set_theme(theme)
        ground, letters = theme.overlay.name(), theme.text.name()
        self.words.setStyleSheet(f"border: none; background: {ground}; color: {letters};")
        self.words.setFont(text_font(_PIXELS))
        self.words.document().setDocumentMargin(scaled(_MARGIN))

    def ask(self, versions: Sequence[TextVersion], now: datetime) -> None:
        """Open with the newest version but one in hand; there are at least two."""
        self.rows.now = now
        self.rows.show_versions(versions)
        one, many = self.tr("1 version"), self.tr("{n} versions")
        self.count.setText(counted(len(versions), one, many))
        self.open(self.list)
        self.fit()
        self.list.setCurrentIndex(self.rows.index(1))

    def take(self) -> None:
        """Tell which version is to be the newest again; the one of now is it already."""
        version = self.rows.value_at(self.list.currentIndex().row())
        if version is not None and not version.is_current:
            self.leave()
            self.chosen.emit(version)

    def _show(self, index: QModelIndex) -> None:
        version = self.rows.value_at(index.row())
        if version is not None:
            self._take.setEnabled(not version.is_current)
            self.words.setPlainText(version.text)
            self._mark(self.rows.gone(version))

    def _mark(self, lines: Sequence[int]) -> None:
        """Mark lines, and bring the first of them into sight."""
        look = QTextCharFormat()
        look.setBackground(self.theme.found)
        marks = []
        for line in lines:
            mark = QTextEdit.ExtraSelection()
            mark.format = look
            mark.cursor = self._cursor_at(line)
            to_its_end = QTextCursor.MoveOperation.EndOfBlock
            mark.cursor.movePosition(to_its_end, QTextCursor.MoveMode.KeepAnchor)
            marks.append(mark)
        self.words.setExtraSelections(marks)
        if lines:
            self.words.setTextCursor(self._cursor_at(lines[0]))
            self.words.centerCursor()

    def _cursor_at(self, line: int) -> QTextCursor:
        return QTextCursor(self.words.document().findBlockByNumber(line))
