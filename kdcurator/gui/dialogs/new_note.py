"""A new note or interview, written here.

Owns the form and that a draft is never lost by Esc. Must not know what becomes of the text.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kdcurator.domain.article import Metadata, TextType
from kdcurator.gui.dialogs.form import Form
from kdcurator.gui.dialogs.text_kinds import text_types
from kdcurator.gui.dialogs.values import NoDay, choice, choose, clean, line, read_day, suggest
from kdcurator.gui.fonts import scaled, text_font
from kdcurator.gui.models.wording import day
from kdcurator.gui.theme import Theme


class NewNote(Form):
    """Asks for a text and what its writer knows of it."""

    chosen = Signal(str, object)
    """(text, `Metadata`)"""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without a draft."""
        super().__init__(parent, theme, "newNote", self.tr("New note or interview"), width=680)
        self._title, self._day = line(), line()
        self._kind = choice(text_types())
        self._medium = line()
        self._text = QPlainTextEdit()
        self._text.setObjectName("newNoteText")
        self._text.setFont(text_font(17))
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(scaled(240))
        self._text.setPlaceholderText(
            self.tr("– What was said, says Name Surname.\n\nQuotes are found as in an article.")
        )
        self._day.setPlaceholderText(self.tr("no date"))
        self.add(self.tr("Title"), self._title)
        self.add(self.tr("Text type"), self._kind)
        self.add(self.tr("Said to"), self._medium)
        self.add(self.tr("Date"), self._day)
        self.add(self.tr("Text"), self._text)
        self.offer("Ctrl+⏎", self.tr("save"))
        choose(self._kind, TextType.INTERVIEW)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and fonts at the scale of now."""
        super().set_theme(theme)
        self._text.setFont(text_font(17))
        self._text.setMinimumHeight(scaled(240))

    def ask(self, publications: Sequence[str] = ()) -> None:
        """Open with the draft, if there is one; media are completed from `publications`."""
        suggest(self._medium, publications)
        self.begin(self._title)

    def give_back(self, text: str, said: Metadata, publications: Sequence[str] = ()) -> None:
        """Open with a text that could not be saved."""
        self._text.setPlainText(text)
        self._title.setText(said.title or "")
        self._medium.setText(said.publication or "")
        self._day.setText(day(said.published_on) if said.published_on else "")
        choose(self._kind, said.text_type)
        self.ask(publications)

    def submit(self) -> None:
        """Tell the text; nothing written is no text."""
        text = self._text.toPlainText()
        if not text.strip():
            self.complain(self.tr("There is no text yet."), self._text)
            return
        try:
            printed_on = read_day(self._day.text())
        except NoDay:
            sentence = self.tr("This is no day. Write it like 24.10.2018 or leave the field empty.")
            self.complain(sentence, self._day)
            return
        said = Metadata(
            title=clean(self._title.text()),
            publication=clean(self._medium.text()),
            published_on=printed_on,
            text_type=TextType(self._kind.currentData()),
        )
        self.leave()
        self._forget()
        self.chosen.emit(text, said)

    def _forget(self) -> None:
        for field in (self._title, self._day, self._medium, self._text):
            field.clear()
