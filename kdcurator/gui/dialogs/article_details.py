"""What is known of an article beside its text, to be looked through and mended.

Owns the form and that a guess stays one until somebody mends or confirms it. Must not know how
details are kept.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kdcurator.domain.article import Article, ArticleId, Metadata
from kdcurator.gui.dialogs.details_form import DAY, DetailsForm, values_of
from kdcurator.gui.dialogs.values import NoDay, choose, suggest
from kdcurator.gui.models.wording import day
from kdcurator.gui.theme import Theme

_DETAILS: Final = (
    "title",
    "subtitle",
    "kicker",
    "lede",
    "byline",
    "publication",
    "published_on",
    "url",
    "municipality",
    "text_type",
    "language",
)


class ArticleDetails(DetailsForm):
    """Asks what is known of one article."""

    chosen = Signal(object, object)
    """(`ArticleId`, `Metadata`): changed, and to be kept."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Begin without an article."""
        title = self.tr("The article's details")
        super().__init__(parent, theme, "articleDetails", title, _DETAILS)
        self._article: Article | None = None
        self._shown: dict[str, Any] = {}

    def ask(self, article: Article, publications: Sequence[str] = ()) -> None:
        """Open with what is known of `article`; media are completed from `publications`."""
        self._article, known = article, article.metadata
        for name, field in self.lines.items():
            value = getattr(known, name)
            field.setText(day(value) if name == DAY and value else value or "")
            field.setCursorPosition(0)
        for name, field_of_choice in self.choices.items():
            choose(field_of_choice, getattr(known, name))
        suggest(self.lines["publication"], publications)
        for name, guess in self.guesses.items():
            guess.setVisible(name in known.guessed)
            guess.setChecked(name in known.guessed)
        self._shown = self.written()
        self.begin(self.lines["title"])
        self.lines["title"].selectAll()

    def submit(self) -> None:
        """Tell what was changed; a field that was mended is no guess any more."""
        if self._article is None:
            return
        try:
            known = self._metadata(self._article.metadata)
        except NoDay:
            self.complain_of_day()
            return
        self.leave()
        if known != self._article.metadata:
            self.chosen.emit(ArticleId(self._article.id), known)

    def _metadata(self, before: Metadata) -> Metadata:
        written = self.written()
        changed = {name: value for name, value in written.items() if value != self._shown[name]}
        still = {name for name, guess in self.guesses.items() if guess.isChecked()}
        settled = self.guesses.keys() - still
        guessed = before.guessed - settled - changed.keys()
        return replace(before, **values_of(changed), guessed=guessed)
