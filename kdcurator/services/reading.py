"""Opening an article: text, parts, open suggestions and saved quotes, in one look.

Owns what is read together. Must not know how it is shown.
"""

from kdcurator.domain.article import ArticleId
from kdcurator.domain.open_article import OpenArticle
from kdcurator.domain.quote import QuoteFilter
from kdcurator.store import articles, people, quotes, suggestions
from kdcurator.store.library import Library


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
