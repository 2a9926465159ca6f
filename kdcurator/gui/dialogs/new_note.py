"""A new note or interview, written here.

Owns the form and that neither Esc nor a power cut loses a draft: it tells of every one. Must not
know what becomes of the text, nor where drafts are kept.
"""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kdcurator.domain.article import Metadata, TextType
from kdcurator.domain.draft import Draft, DraftKey
from kdcurator.gui.dialogs.form import Form
from kdcurator.gui.dialogs.text_kinds import text_types
from kdcurator.gui.dialogs.values import NoDay, choice, choose, clean, line, read_day, suggest
from kdcurator.gui.dialogs.writing import Writing
from kdcurator.gui.fonts import scaled
from kdcurator.gui.theme import Theme


class NewNote(Form):
    """Asks for a text and what its writer knows of it."""

    chosen = Signal(object, object)
    """(`Draft`, `Metadata`): the text, and what is said of it."""

    drafted = Signal(object)
    """The `Draft` that would be lost now."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without a draft."""
        super().__init__(parent, theme, "newNote", self.tr("New note or interview"), width=680)
        self._title, self._day = line(), line()
        self._kind = choice(text_types())
        self._medium = line()
        self._key = _new_key()
        self._text = Writing()
        self._text.setObjectName("newNoteText")
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
        self._text.textChanged.connect(self._tell_draft)
        for field in (self._title, self._medium, self._day):
            field.textEdited.connect(self._tell_draft)
        self._kind.activated.connect(self._tell_draft)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and fonts at the scale of now."""
        super().set_theme(theme)
        self._text.take_scale()
        self._text.setMinimumHeight(scaled(240))

    def ask(self, publications: Sequence[str] = ()) -> None:
        """Open with the draft, if there is one; media are completed from `publications`."""
        suggest(self._medium, publications)
        self.begin(self._title)

    def show_draft(self, draft: Draft) -> None:
        """Put in what was written and not saved."""
        self._key = draft.key
        self._title.setText(draft.title)
        self._medium.setText(draft.medium)
        self._day.setText(draft.day)
        choose(self._kind, draft.text_type)
        self._text.set_text(draft.text)

    def draft(self) -> Draft:
        """Return what is written."""
        return Draft(
            self._key,
            self._text.text(),
            self._title.text(),
            self._medium.text(),
            self._day.text(),
            TextType(self._kind.currentData()),
        )

    def submit(self) -> None:
        """Tell the text; nothing written is no text."""
        draft = self.draft()
        if not draft.text.strip():
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
            text_type=draft.text_type,
        )
        self.show_draft(Draft(_new_key(), ""))
        self.leave()
        self.chosen.emit(draft, said)

    def _tell_draft(self) -> None:
        self.drafted.emit(self.draft())


def _new_key() -> DraftKey:
    return DraftKey(f"note-{uuid.uuid4().hex}")
