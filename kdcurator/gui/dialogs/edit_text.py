"""A text that was written here, open to be written on.

Owns the form, and that neither Esc nor a power cut loses what was written: it tells of every draft.
Must not know what becomes of the text, nor where drafts are kept.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kdcurator.domain.draft import Draft, key_of_text
from kdcurator.gui.dialogs.form import Form
from kdcurator.gui.dialogs.writing import Writing
from kdcurator.gui.models.wording import article_title
from kdcurator.gui.panes.labels import ElidedLabel, PlainLabel
from kdcurator.gui.theme import Theme
from kdcurator.services.editing import EditableText

_WIDTH, _HIGH = 820, 520
"""Pixels of the form, and that its text is high where there is room, at 100 %."""


class EditText(Form):
    """Asks for the words of a text; Ctrl+Enter saves them."""

    chosen = Signal(object)
    """The `Draft` that is to be the text's newest version: its words are other ones."""

    drafted = Signal(object)
    """The `Draft` that would be lost now; with the words that are saved, nothing would."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without a text."""
        super().__init__(parent, theme, "editText", self.tr("Edit the text"), width=_WIDTH)
        self._saved: EditableText | None = None
        self._based_on: str | None = None
        self._heading = ElidedLabel(theme, role="muted", pixels=12)
        self._notice = PlainLabel(theme, role="muted", pixels=12, wraps=True)
        self.field = Writing(height=_HIGH)
        self.field.setObjectName("editTextField")
        self.field.setAccessibleName(self.tr("Text"))
        self.field.textChanged.connect(self._tell_draft)
        self.add_wide(self._heading)
        self.panel.column.insertWidget(1, self._notice)  # the rows would give words of theirs room
        self.add_wide(self.field)
        self.offer("Ctrl+⏎", self.tr("save"))
        self._start = self.offer_more("⇧Esc", self.tr("as saved"), self.start_over)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours, and fonts at the scale of now."""
        super().set_theme(theme)
        self.field.take_scale()

    def ask(self, saved: EditableText, draft: Draft | None = None, *, place: int = 0) -> None:
        """Open with a text, or with what was written on it and not saved; the caret at `place`."""
        self._saved = None  # what is put in is no draft
        self._based_on = saved.text_sha256 if draft is None else draft.based_on
        self._heading.setText(article_title(saved.article))
        self._show_notice(saved, draft)
        self.field.set_text(saved.text if draft is None else draft.text)
        self._saved = saved
        self._start.setEnabled(draft is not None)
        self.begin(self.field)
        self.field.set_place(place)

    def draft(self) -> Draft | None:
        """Return what would be lost; None when the words are the saved ones."""
        saved, text = self._saved, self.field.text()
        if saved is None or text == saved.text:
            return None
        key, title = key_of_text(saved.article.id), article_title(saved.article)
        return Draft(key, text, title, article_id=saved.article.id, based_on=self._based_on)

    def start_over(self) -> None:
        """Show the saved text again; Ctrl+Z brings back what was written."""
        if self._saved is not None:
            self._notice.hide()
            self._based_on = self._saved.text_sha256
            self.field.replace_text(self._saved.text)

    def submit(self) -> None:
        """Tell the text if it is another one; nothing written is no text."""
        draft = self.draft()
        if not self.field.text().strip():
            sentence = self.tr("There is no text left. Delete the article if it is to go.")
            self.complain(sentence, self.field)
            return
        self._saved = None
        self.leave()
        if draft is not None:
            self.chosen.emit(draft)

    def key(self, event: QKeyEvent) -> bool:
        """Begin anew with Shift+Esc."""
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape and is_shifted:
            self.start_over()
            return True
        return super().key(event)

    def _show_notice(self, saved: EditableText, draft: Draft | None) -> None:
        """Say what is shown when it is not the saved text."""
        self._notice.setVisible(draft is not None)
        words = self.tr("This is what you wrote last; it is not saved yet.")
        if draft is not None and draft.based_on != saved.text_sha256:
            words += " " + self.tr("The saved text has become another since.")
        self._notice.setText(words)

    def _tell_draft(self) -> None:
        if self._saved is not None:
            self._start.setEnabled(True)
            self.drafted.emit(self.draft() or Draft(key_of_text(self._saved.article.id), ""))
