"""Opening an article: text, parts, open suggestions and saved quotes, in one look.

Owns what is read together, and how little of it is read again after a change. Must not know how it
is shown.
"""

from dataclasses import replace
from typing import Final

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import Change, ChangeKind
from kdcurator.domain.open_article import OpenArticle
from kdcurator.domain.quote import QuoteFilter
from kdcurator.store import articles, people, quotes, suggestions
from kdcurator.store.library import Library

_OF_MARKS: Final = frozenset({"quote", "segment", "quote_tag", "story_quote", "suggestion"})
"""Tables whose rows belong to one quote or one suggestion each."""

_FEW: Final = 200
"""Marks up to which reading them by name is faster than reading all."""


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

    def read_again(self, before: OpenArticle, change: Change) -> OpenArticle:
        """Return an open article as a change left it; raises `UnknownArticle`.

        Only the marks that the change touched are read, where it touched nothing else: at 200
        quotes that takes 2 ms instead of 20. An article that is open counts as read.
        """
        article_id = before.article.id
        if change.kind is ChangeKind.IMPORT_ARTICLES and article_id not in change.articles:
            return before
        touches_marks_alone = {step.table for step in change.inverse} <= _OF_MARKS
        is_small = 0 < len(change.inverse) <= _FEW  # none: large changes come without their steps
        if not (touches_marks_alone and is_small):
            return self.open_article(article_id)
        return self._with_marks(before, change)

    def _with_marks(self, before: OpenArticle, change: Change) -> OpenArticle:
        """Return an article with the quotes and suggestions that `change` touched as they are."""
        article = before.article
        touched = {step.id for step in change.inverse if step.table == "suggestion"}
        open_ones = [found for found in before.suggestions if found.id not in touched]
        saved = [quote for quote in before.quotes if quote.id not in change.quotes]
        with self._library.read() as connection:
            open_ones += suggestions.list_open(connection, article.version_id, touched)
            wanted = QuoteFilter(article_id=article.id, ids=change.quotes)
            saved += quotes.list_quotes(connection, wanted)
        counted = replace(article, quotes=len(saved), suggestions=len(open_ones), is_read=True)
        return replace(
            before,
            article=counted,
            suggestions=tuple(sorted(open_ones, key=lambda found: found.quote.segments[0])),
            quotes=tuple(sorted(saved, key=lambda quote: quote.id)),
        )

    def mark_read(self, article_id: ArticleId) -> None:
        """Take the unread mark off; no change, so nothing to undo."""
        with self._library.write() as connection:
            articles.mark_read(connection, article_id, self._library.now())
