"""What is known of an article beside its text, to be looked through and mended.

Owns the form and that a guess stays one until somebody mends or confirms it. Must not know how
details are kept.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from kdcurator.domain.article import Article, ArticleId, Language, Metadata, TextType
from kdcurator.gui.dialogs.form import Form
from kdcurator.gui.dialogs.text_kinds import languages, text_types
from kdcurator.gui.dialogs.values import NoDay, Tick, choice, choose, clean, line, read_day, suggest
from kdcurator.gui.fonts import ui_font
from kdcurator.gui.models.wording import day
from kdcurator.gui.theme import Theme


class ArticleDetails(Form):
    """Asks for title, byline, medium, date and the like."""

    chosen = Signal(object, object)
    """(`ArticleId`, `Metadata`): changed, and to be kept."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without an article."""
        super().__init__(parent, theme, "articleDetails", self.tr("The article's details"))
        self._article: Article | None = None
        self._lines: dict[str, QLineEdit] = {}
        self._choices: dict[str, QComboBox] = {}
        self._guesses: dict[str, QCheckBox] = {}
        self._shown: dict[str, Any] = {}
        for name, label in (
            ("title", self.tr("Title")),
            ("subtitle", self.tr("Subtitle")),
            ("kicker", self.tr("Kicker")),
            ("byline", self.tr("Byline")),
            ("publication", self.tr("Medium")),
            ("published_on", self.tr("Printed on")),
            ("url", self.tr("Link")),
            ("municipality", self.tr("Municipality")),
        ):
            self._lines[name] = line()
            self._add(name, label, self._lines[name])
        self._lines["published_on"].setPlaceholderText(self.tr("no date"))
        self._choices = {"text_type": choice(text_types()), "language": choice(languages())}
        self._add("text_type", self.tr("Text type"), self._choices["text_type"])
        self._add("language", self.tr("Language"), self._choices["language"])
        self.offer("⏎", self.tr("save"))

    def ask(self, article: Article, publications: Sequence[str] = ()) -> None:
        """Open with what is known of `article`; media are completed from `publications`."""
        self._article, known = article, article.metadata
        for name, field in self._lines.items():
            value = getattr(known, name)
            field.setText(day(value) if name == "published_on" and value else value or "")
            field.setCursorPosition(0)
        for name, field_of_choice in self._choices.items():
            choose(field_of_choice, getattr(known, name))
        suggest(self._lines["publication"], publications)
        for name, guess in self._guesses.items():
            guess.setVisible(name in known.guessed)
            guess.setChecked(name in known.guessed)
        self._shown = self._written()
        self.begin(self._lines["title"])
        self._lines["title"].selectAll()

    def submit(self) -> None:
        """Tell what was changed; a field that was mended is no guess any more."""
        if self._article is None:
            return
        try:
            known = self._metadata(self._article.metadata)
        except NoDay:
            self.complain(
                self.tr("This is no day. Write it like 24.10.2018 or leave the field empty."),
                self._lines["published_on"],
            )
            return
        self.leave()
        if known != self._article.metadata:
            self.chosen.emit(ArticleId(self._article.id), known)

    def _metadata(self, before: Metadata) -> Metadata:
        written = self._written()
        changed = {name: value for name, value in written.items() if value != self._shown[name]}
        if "published_on" in changed:
            changed["published_on"] = read_day(changed["published_on"] or "")
        still = {name for name, guess in self._guesses.items() if guess.isChecked()}
        return replace(before, **changed, guessed=before.guessed & still - changed.keys())

    def _written(self) -> dict[str, Any]:
        lines = {name: clean(field.text()) for name, field in self._lines.items()}
        language = self._choices["language"].currentData()  # Qt gives plain strings back
        return {
            **lines,
            "text_type": TextType(self._choices["text_type"].currentData()),
            "language": Language(language) if language else None,
        }

    def _add(self, name: str, label: str, field: QWidget) -> None:
        guess = Tick(self.tr("guessed"))
        guess.setFont(ui_font(12))
        guess.setAccessibleName(self.tr("{field} is guessed").format(field=label))
        guess.setToolTip(self.tr("Take the tick off when it is right"))
        self._guesses[name] = guess
        self.add(label, field, guess)
