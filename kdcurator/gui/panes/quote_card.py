"""The quote in hand: what it is, its words, what is known of it, and the keys that act on it.

Owns how a saved quote, a suggestion and nothing at all differ. Must not know who keeps an edit.
"""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kdcurator.domain.person import Presentation
from kdcurator.domain.quote import Quote
from kdcurator.domain.suggestion import OpenSuggestion, SuggestionId
from kdcurator.gui.fonts import SEMIBOLD, scaled
from kdcurator.gui.models.reasons import reason
from kdcurator.gui.models.wording import DOT, beginning, number, standing, used_in
from kdcurator.gui.panes.in_place import INDENT
from kdcurator.gui.panes.labels import ElidedLabel, Flow, KeyButton, PlainLabel, QuoteText
from kdcurator.gui.panes.quote_fields import QuoteFields, Said
from kdcurator.gui.theme import Theme

_KEYS: Final = {
    "note": "M",
    "speaker": "A",
    "dismiss": "X",
    "remove": "⌫",
    "next_suggestion": "N",
    "sentence": "S",
}
"""The keys as CONTRACT.md has them, until the window says which they are."""

_FOR_A_QUOTE: Final = frozenset({"note", "speaker", "remove"})
_FOR_A_SUGGESTION: Final = frozenset({"note", "speaker", "dismiss"})
_FOR_A_SELECTION: Final = frozenset({"note", "speaker"})
_FOR_NOTHING: Final = frozenset({"next_suggestion", "sentence"})


class QuoteCard(QWidget):
    """Shows a saved quote, a suggestion or nothing."""

    action_asked = Signal(str)
    """A key cap was clicked that is none of the card's own: see `TagPanel.action_asked`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with nothing in hand."""
        super().__init__(parent)
        self._has_any = False
        self._suggestion: SuggestionId | None = None
        self._wants_reason_of: SuggestionId | None = None
        self._names = dict(_KEYS)
        self.fields = QuoteFields(theme, self)
        self._make_words(theme)
        self._make_keys(theme)
        self._lay_out()
        self.set_theme(theme)
        self.show_nothing()

    @property
    def has_any(self) -> bool:
        """Whether a quote or a suggestion is in hand."""
        return self._has_any

    def show_quote(self, quote: Quote, medium: str | None = None) -> None:
        """Show a saved quote; `medium` is the article's own."""
        said = Said(
            key=("quote", quote.id),
            speaker=quote.speaker or "",
            role=quote.role or "",
            organisation=quote.organisation or "",
            said_to=quote.said_to or "",
            medium=medium or "",
            agreement=quote.agreement,
            used=used_in(quote.used_in),
            note=quote.note or "",
        )
        self._show(self.tr("Quote"), standing(quote.anchor_state), quote.text, said, _FOR_A_QUOTE)

    def show_suggestion(
        self,
        text: str,
        found: OpenSuggestion,
        place: tuple[int, int],
        presentation: Presentation | None,
        medium: str | None = None,
    ) -> None:
        """Show suggestion number `place[0]` of `place[1]`; `text` is its words."""
        said = Said(
            key=("suggestion", found.id),
            speaker=found.quote.speaker or "",
            role=(presentation.role if presentation else None) or "",
            organisation=(presentation.organisation if presentation else None) or "",
            medium=medium or "",
            has_editable_role=False,
        )
        heading = self.tr("Suggestion") if found.is_strong else self.tr("Weak suggestion")
        words = self.tr("{n} of {total}").replace("{n}", number(place[0]))
        words = words.replace("{total}", number(place[1]))
        self._show(heading, words, text, said, _FOR_A_SUGGESTION)
        self._show_reason(found)

    def show_reason(self) -> None:
        """Show why the suggestion in hand was made; a weak one shows it by itself."""
        self._wants_reason_of = self._suggestion
        self.reason.setVisible(self._suggestion is not None)

    def show_selection(self, text: str) -> None:
        """Show selected words, which a key makes a quote of."""
        said = Said(key=("selection", text), has_editable_role=False)
        self._show(self.tr("Selection"), "", text, said, _FOR_A_SELECTION)

    def show_nothing(self, *, is_bare: bool = False) -> None:
        """Show that nothing is in hand, and how to change that.

        `is_bare` says that the article has neither quotes nor suggestions.
        """
        found_none = self.tr("No quotes found.")
        self.advice.setText(found_none if is_bare else self.tr("Nothing in hand."))
        self._show(self.tr("Quote"), "", "", None, _FOR_NOTHING)

    def in_hand(self) -> tuple[str, str]:
        """Return who says what is in hand, and what it is, in words."""
        if not self._has_any:
            return "", self.advice.text()
        said_to = self.fields.medium()
        to = self.tr("to {medium}").replace("{medium}", said_to) if said_to else ""
        about = (self.heading.text(), self.standing.text(), to)
        speaker = self.fields.speaker.text() or self.fields.speaker.placeholderText()
        return speaker, DOT.join(part for part in about if part)

    def set_keys(self, names: Mapping[str, str]) -> None:
        """Show which keys lead to what; names that the card has no key for are passed over."""
        self._names.update(names)
        for action, key in self.keys.items():
            key.set_hint(self._names[action], key.text())
        self._key_row.arrange()

    def edit_speaker(self) -> None:
        """Put the caret into the speaker's field."""
        if self._has_any:
            self.fields.edit_speaker()

    def edit_note(self) -> None:
        """Put the caret into the note's field."""
        if self._has_any:
            self.fields.edit_note()

    def set_theme(self, theme: Theme) -> None:
        """Take colours, and fonts at the scale of now."""
        labels = (self.heading, self.standing, self.words, self.advice, self.reason)
        for widget in (*labels, self.fields):
            widget.set_theme(theme)
        for key in self.keys.values():
            key.set_theme(theme)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._head.setContentsMargins(INDENT, 0, INDENT, scaled(13))
        self._reason_frame.setContentsMargins(INDENT, scaled(6), INDENT, scaled(4))
        self._key_frame.setContentsMargins(INDENT, scaled(10), INDENT, 0)
        for row in self._text_frames:
            row.setContentsMargins(INDENT, 0, INDENT, scaled(4))
        self._key_row.arrange()

    def _show(
        self, heading: str, beside: str, text: str, said: Said | None, useful: frozenset[str]
    ) -> None:
        self._has_any = said is not None
        self._suggestion = None
        self.reason.hide()
        self.heading.setText(heading)
        self.standing.setText(beside)
        self.words.set_text(beginning(text) if len(text) > 2000 else text)
        self.fields.show_said(said or Said(None))
        for widget in (self.words, self.fields):
            widget.setVisible(self._has_any)
        self.advice.setVisible(not self._has_any)
        for action, key in self.keys.items():
            key.setVisible(action in useful)
        self._key_row.arrange()

    def _show_reason(self, found: OpenSuggestion) -> None:
        self._suggestion = found.id
        self.reason.setText(reason(found.quote.reason))
        self.reason.setVisible(not found.is_strong or self._wants_reason_of == found.id)

    def _make_words(self, theme: Theme) -> None:
        self.heading = ElidedLabel(theme, role="muted", pixels=12, weight=SEMIBOLD, parent=self)
        self.standing = ElidedLabel(theme, role="muted", pixels=12, parent=self)
        self.standing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.words = QuoteText(theme, parent=self)
        self.advice = PlainLabel(theme, role="muted", wraps=True, parent=self)
        self.advice.setText(self.tr("Nothing in hand."))
        self.reason = PlainLabel(theme, role="muted", pixels=12, wraps=True, parent=self)

    def _make_keys(self, theme: Theme) -> None:
        words = {
            "note": self.tr("note"),
            "speaker": self.tr("speaker"),
            "dismiss": self.tr("dismiss"),
            "remove": self.tr("remove"),
            "next_suggestion": self.tr("next suggestion"),
            "sentence": self.tr("sentence"),
        }
        self._key_row = Flow(self)
        self.keys: dict[str, KeyButton] = {}
        for action, name in words.items():
            key = KeyButton(self._names[action], name, theme, parent=self._key_row)
            key.clicked.connect(partial(self._on_key, action))
            self.keys[action] = key
            self._key_row.add(key)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._head, self._key_frame = QHBoxLayout(), QHBoxLayout()
        self._text_frames = (QHBoxLayout(), QHBoxLayout())
        self._reason_frame = QHBoxLayout()
        self._head.addWidget(self.heading)
        self._head.addWidget(self.standing, 1)
        self._column.addLayout(self._head)
        for frame, widget in zip(self._text_frames, (self.words, self.advice), strict=True):
            frame.addWidget(widget)
            self._column.addLayout(frame)
        self._column.addWidget(self.fields)
        self._reason_frame.addWidget(self.reason)
        self._column.addLayout(self._reason_frame)
        self._key_frame.addWidget(self._key_row)
        self._column.addLayout(self._key_frame)

    def _on_key(self, action: str) -> None:
        if action == "note":
            self.edit_note()
        elif action == "speaker":
            self.edit_speaker()
        else:
            self.action_asked.emit(action)
