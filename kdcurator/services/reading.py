"""An article as it lies open: text, parts, open suggestions and saved quotes, in one look.

Owns what the reader shows. Must not know how it is shown.
"""

from dataclasses import dataclass

from kdcurator.domain.article import Article, ArticleId, Part
from kdcurator.domain.person import Presentation
from kdcurator.domain.quote import Quote, QuoteFilter
from kdcurator.domain.suggestion import OpenSuggestion
from kdcurator.store import articles, people, quotes, suggestions
from kdcurator.store.library import Library


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """Everything that the reader shows of an article at one moment."""

    article: Article
    text: str
    parts: tuple[Part, ...]
    suggestions: tuple[OpenSuggestion, ...]
    quotes: tuple[Quote, ...]
    people: tuple[Presentation, ...]
    """Who appears in it, as it prints them."""


class ReadingService:
    """Opens articles."""

    def __init__(self, library: Library) -> None:
        """Read from `library`."""
        self._library = library

    def open_article(self, article_id: ArticleId) -> OpenArticle:
        """Return an article with all that is marked in it; raises `UnknownArticle`."""
        with self._library.read() as connection:
            text = articles.read_text(connection, article_id)
            (article,) = articles.list_articles(connection, [article_id])
            return OpenArticle(
                article,
                text.text,
                tuple(articles.read_parts(connection, text.version_id)),
                tuple(suggestions.list_open(connection, text.version_id)),
                tuple(quotes.list_quotes(connection, QuoteFilter(article_id=article_id))),
                tuple(people.appearing_in(connection, article_id)),
            )

    def mark_read(self, article_id: ArticleId) -> None:
        """Take the unread mark off; no change, so nothing to undo."""
        with self._library.write() as connection:
            articles.mark_read(connection, article_id, self._library.now())
