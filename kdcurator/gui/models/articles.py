"""The articles of a library in order of import, with a filter over them.

Owns which articles are shown and what is left to do in all of them. Must not know services.
"""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from kdcurator.domain.article import Article, ArticleId
from kdcurator.gui.models.values import ValueModel
from kdcurator.gui.models.wording import article_aloud, article_title


class ArticleModel(ValueModel[Article]):
    """Shows those articles that hold every word of the filter."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without articles and without filter."""
        super().__init__(parent)
        self._all: dict[ArticleId, Article] = {}
        self._rows: dict[ArticleId, int] = {}
        self._held: dict[ArticleId, str] = {}
        self._filter = ""
        self._suggestions = 0

    def key(self, value: Article) -> ArticleId:
        """Return the article's id."""
        return value.id

    def words(self, value: Article) -> str:
        """Return the headline."""
        return article_title(value)

    def aloud(self, value: Article) -> str:
        """Return headline, medium, date and what is left to do."""
        return article_aloud(value)

    def tooltip(self, value: Article) -> str:
        """Return the whole headline: the row may have cut it."""
        return article_title(value)

    @property
    def total(self) -> int:
        """The number of articles, those that the filter hides counted."""
        return len(self._all)

    @property
    def suggestions(self) -> int:
        """The number of open suggestions in all articles."""
        return self._suggestions

    @property
    def filter(self) -> str:
        """The words that a shown article holds; empty shows all."""
        return self._filter

    def publications(self) -> list[str]:
        """Return the media of all articles, those that the filter hides too, each once."""
        found = {article.metadata.publication for article in self._all.values()}
        return sorted(name for name in found if name)

    def set_articles(self, articles: Iterable[Article]) -> None:
        """Show other articles, filtered as before."""
        self._all = {article.id: article for article in articles}
        self._held.clear()
        self._suggestions = sum(article.suggestions for article in self._all.values())
        self._sift()

    def set_filter(self, words: str) -> None:
        """Show the articles whose headline, medium or byline hold all of `words`."""
        if words != self._filter:
            self._filter = words
            self._sift()

    def update_article(self, article: Article) -> None:
        """Show an article's new state; an unknown one joins at the end."""
        before = self._all.get(article.id)
        self._all[article.id] = article
        self._held.pop(article.id, None)
        self._suggestions += article.suggestions - (before.suggestions if before else 0)
        row = self.row_of(article.id)
        if row >= 0:
            self.replace_at(row, article)
        elif before is None:
            self._sift()

    def add_articles(self, articles: Iterable[Article]) -> None:
        """Show new articles at the end; one that is known is left as it is."""
        new = [article for article in articles if article.id not in self._all]
        self._all.update((article.id, article) for article in new)
        self._suggestions += sum(article.suggestions for article in new)
        if self._filter:
            self._sift()
            return
        rows = enumerate(new, start=self.rowCount())
        self._rows.update((article.id, row) for row, article in rows)
        self.append_values(new)

    def row_of(self, key: object) -> int:
        """Return the row of an article; -1 when it is not shown."""
        return self._rows.get(key, -1)  # type: ignore[call-overload, no-any-return]  # any key may be asked for

    def _sift(self) -> None:
        wanted = self._filter.casefold().split()
        shown = [article for article in self._all.values() if self._holds(article, wanted)]
        self._rows = {article.id: row for row, article in enumerate(shown)}
        self.set_values(shown)

    def _holds(self, article: Article, wanted: list[str]) -> bool:
        if not wanted:
            return True
        held = self._held.get(article.id)
        if held is None:
            held = self._held[article.id] = _searched(article)
        return all(word in held for word in wanted)


def _searched(article: Article) -> str:
    """Return what the filter looks into, case folded."""
    about = article.metadata
    fields = (article_title(article), about.publication, about.byline, about.municipality)
    return "\n".join(field for field in fields if field).casefold()
