"""What is known of a quote, each in its place: speaker, role, medium, agreement, use, note.

Owns the fields and when each is seen: empty ones only while somebody edits. What somebody writes is
never overwritten by the same quote shown again. Must not know who keeps an edit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kdcurator.domain.quote import Agreement
from kdcurator.gui.fonts import SEMIBOLD, scaled
from kdcurator.gui.models.wording import agreement
from kdcurator.gui.panes.in_place import INDENT, Choice, InPlace, InPlaceText
from kdcurator.gui.panes.labels import PlainLabel
from kdcurator.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Said:
    """What the fields show; texts are empty where nothing is known."""

    key: object
    """What it is about: shown again with the same key, it leaves alone what is being written."""
    speaker: str = ""
    role: str = ""
    organisation: str = ""
    said_to: str = ""
    medium: str = ""
    """The article's own, to which it was said unless `said_to` names another."""
    agreement: Agreement = Agreement.ON_RECORD
    used: str = ""
    note: str = ""
    has_editable_role: bool = True


class QuoteFields(QWidget):
    """Shows and edits what is known of the quote in hand."""

    speaker_edited = Signal(str)
    note_edited = Signal(str)
    role_edited = Signal(str, str)
    """Role and organisation."""
    said_to_edited = Signal(str)
    agreement_chosen = Signal(object)
    edit_finished = Signal()
    """Enter or Esc in a field: the keyboard may go back where it was."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with nothing known."""
        super().__init__(parent)
        self._said = Said(None)
        self._is_editing = False
        self._drafts: dict[tuple[object, int], str] = {}
        self._make_fields(theme)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def show_said(self, said: Said) -> None:
        """Show what is known of a quote."""
        is_same = said.key == self._said.key
        if not is_same:
            self._put_drafts_by()
        self._said = said
        for field, text in (
            (self.speaker, said.speaker),
            (self.role, said.role),
            (self.organisation, said.organisation),
            (self.said_to, said.said_to),
            (self.note, said.note),
        ):
            field.show_text(text, keep_edit=is_same)
        if not is_same:
            self._show_drafts()
        self.said_to.setPlaceholderText(said.medium or self.tr("the article's medium"))
        self.agreement.setCurrentIndex(list(Agreement).index(said.agreement))
        is_free = said.agreement is Agreement.ON_RECORD
        self.agreement.set_role("muted" if is_free else "warning")
        self.used.setText(said.used)
        self._settle()

    def leave_unsaved(self) -> None:
        """Leave what was written a moment ago in its field: it could not be saved."""
        for field in self._text_fields():
            field.written.leave_unsaved()

    def _put_drafts_by(self) -> None:
        """Remember what waits to be saved, with what it was written about."""
        for place, field in enumerate(self._text_fields()):
            if field.written.is_unsaved:
                self._drafts[self._said.key, place] = field.text()

    def _show_drafts(self) -> None:
        for place, field in enumerate(self._text_fields()):
            draft = self._drafts.pop((self._said.key, place), None)
            if draft is not None:
                field.show_unsaved(draft)

    def medium(self) -> str:
        """Return to which medium it was said; empty when nobody knows."""
        return self._said.said_to or self._said.medium

    def edit_speaker(self) -> None:
        """Put the caret into the speaker's field."""
        self._edit(self.speaker)

    def edit_note(self) -> None:
        """Put the caret into the note's field."""
        self._edit(self.note)

    def suggest_speakers(self, names: Mapping[str, Sequence[str]]) -> None:
        """Offer names while the speaker is edited; each is found by its other forms too."""
        self.speaker.suggest(names)

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and fonts at the scale of now."""
        for field in (*self._text_fields(), self.agreement, self._to, self.used):
            field.set_theme(theme)
        colour = theme.muted.name()  # the article's own medium is no empty field
        beside = f"QLineEdit {{ padding-left: 0; placeholder-text-color: {colour}; }}"
        self.said_to.setStyleSheet(self.said_to.styleSheet() + beside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._medium.setContentsMargins(INDENT, 0, 0, 0)
        self._medium.setSpacing(0)
        self._use.setContentsMargins(INDENT, scaled(2), INDENT, scaled(3))

    def _make_fields(self, theme: Theme) -> None:
        self.speaker = InPlace(theme, role="text", weight=SEMIBOLD, parent=self)
        self.role = InPlaceText(theme, parent=self)
        self.organisation = InPlaceText(theme, parent=self)
        self.said_to = InPlace(theme, pixels=12, parent=self)
        self.agreement = Choice(theme, self)
        self.note = InPlaceText(theme, role="text", most_lines=8, parent=self)
        self._to = PlainLabel(theme, role="muted", pixels=12, parent=self)
        self._to.setText(self.tr("to"))
        self.used = PlainLabel(theme, role="muted", pixels=12, wraps=True, parent=self)
        for choice in Agreement:
            self.agreement.addItem(agreement(choice), choice.value)
        self._name_fields()

    def _name_fields(self) -> None:
        for field, name, words in (
            (self.speaker, "speakerField", self.tr("Speaker")),
            (self.role, "roleField", self.tr("Role in the article")),
            (self.organisation, "organisationField", self.tr("Organisation")),
            (self.said_to, "saidToField", self.tr("Said to")),
            (self.agreement, "agreementBox", self.tr("Agreement")),
            (self.note, "noteField", self.tr("Note on the quote")),
        ):
            field.setObjectName(name)
            field.setAccessibleName(words)
            if isinstance(field, InPlace | InPlaceText):
                field.setPlaceholderText(words)
        self.speaker.setPlaceholderText(self.tr("Unknown speaker"))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._medium, self._use = QHBoxLayout(), QHBoxLayout()
        self._medium.addWidget(self._to)
        self._medium.addWidget(self.said_to, 1)
        self._use.addWidget(self.used)
        for field in (self.speaker, self.role, self.organisation):
            self._column.addWidget(field)
        self._column.addLayout(self._medium)
        self._column.addWidget(self.agreement)
        self._column.addLayout(self._use)
        self._column.addWidget(self.note)

    def _connect(self) -> None:
        self.speaker.edited.connect(self.speaker_edited)
        self.role.edited.connect(self._tell_role)
        self.organisation.edited.connect(self._tell_role)
        self.said_to.edited.connect(self.said_to_edited)
        self.note.edited.connect(self.note_edited)
        self.agreement.activated.connect(self._tell_agreement)
        for field in self._text_fields():
            field.done.connect(self.edit_finished)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _text_fields(self) -> tuple[InPlace | InPlaceText, ...]:
        return (self.speaker, self.role, self.organisation, self.said_to, self.note)

    def _settle(self) -> None:
        """Show the fields that say something; while one is edited, the empty ones too."""
        editing = self._is_editing
        for field in (self.role, self.organisation):
            field.setReadOnly(not self._said.has_editable_role)
            field.setVisible(bool(field.text()) or (editing and self._said.has_editable_role))
        has_medium = bool(self.said_to.text() or self._said.medium)
        for widget in (self._to, self.said_to):
            widget.setVisible(has_medium or editing)
        self.agreement.setVisible(self.agreement.currentIndex() > 0 or editing)
        self.used.setVisible(bool(self.used.text()))
        self.note.setVisible(bool(self.note.text()) or editing)

    def _edit(self, field: InPlace | InPlaceText) -> None:
        self._is_editing = True
        self._settle()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self.window():
            return  # a popup of our own, or another window for a moment
        inside = self.isAncestorOf(now)
        if inside != self._is_editing:
            self._is_editing = inside
            self._settle()

    def _tell_role(self) -> None:
        self.role_edited.emit(self.role.text(), self.organisation.text())

    def _tell_agreement(self, row: int) -> None:
        self.agreement_chosen.emit(Agreement(self.agreement.itemData(row)))
