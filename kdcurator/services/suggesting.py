"""Suggestions: what the program finds in a text, saved or dismissed in one go.

Owns when stored suggestions are made anew and which of them a user's "accept" saves. Must not know
how quotes are found.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.errors import LibraryInUse
from kdcurator.domain.ports import QuoteFinder
from kdcurator.domain.quote import Origin, QuoteId, QuoteRequest
from kdcurator.domain.suggestion import Reading, SuggestedQuote, SuggestionState
from kdcurator.services.quotes import save_quote
from kdcurator.services.renewing import renewed
from kdcurator.store import articles, quotes, suggestions
from kdcurator.store.articles import ArticleText
from kdcurator.store.library import Library
from kdcurator.store.suggestions import spans_as_json
from kdcurator.text.suggestion import RULES_VERSION

READ_AT_ONCE: Final = 40_000
"""Code points that are read in 40 ms: so long a text may be read while somebody waits for it."""

_TOGETHER: Final = 50
"""Articles in one transaction, so that nobody who saves a quote meanwhile waits for long."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article of the library and what its reading found."""

    article: ArticleText
    reading: Reading
    saved: tuple[QuoteId, ...] = ()


class SuggestionService:
    """Finds quotes in texts and settles what was found."""

    def __init__(self, library: Library, find_quotes: QuoteFinder) -> None:
        """Work on `library` with the rules of `find_quotes`."""
        self._library = library
        self._find = find_quotes

    def suggest(self, article_ids: Sequence[ArticleId] | None) -> list[ReadArticle]:
        """Find quotes in articles, all of them for None; raises `UnknownArticle`.

        Stored suggestions that older rules made, or that a long text never got, are made anew;
        what was saved or dismissed stays so.
        """
        found = [self._read(article_id) for article_id in self._chosen(article_ids)]
        old = [item for item in found if self._is_old(item)]
        if old:
            self._renew(old)
        return found

    def renew_when_old(self, article_id: ArticleId) -> bool:
        """Bring an article's open suggestions up to today's rules; tell whether that was needed.

        For whoever is about to show the article, so nothing that takes long: a text without
        suggestions, or a long one, waits for `suggest`. Raises `UnknownArticle`.
        """
        with self._library.read() as connection:
            version = articles.version_of(connection, article_id)
            made_by = suggestions.rules_version(connection, version.id)
        if made_by is None or made_by >= RULES_VERSION or version.length > READ_AT_ONCE:
            return False
        self._renew([self._read(article_id)])
        return True

    def accept(
        self,
        article_ids: Sequence[ArticleId] | None,
        *,
        tags: Sequence[str] = (),
        min_confidence: float = 0.0,
    ) -> list[ReadArticle]:
        """Save every open suggestion at or above a confidence; those saved already, once more.

        To save a quote once more adds the tags that are new to it, and nothing else.
        """
        found, batch = self.suggest(article_ids), uuid.uuid4().hex
        return [self._accept(item, tags, min_confidence, batch) for item in found]

    def dismiss(self, article_ids: Sequence[ArticleId] | None) -> list[ReadArticle]:
        """Dismiss every open suggestion of these articles."""
        found = self.suggest(article_ids)
        with self._library.change(ChangeKind.DISMISS_SUGGESTIONS) as work:
            for item in found:
                for still_open in suggestions.list_open(work.connection, item.article.version_id):
                    suggestions.settle(work, still_open.id, SuggestionState.DISMISSED)
        return found

    def _chosen(self, article_ids: Sequence[ArticleId] | None) -> Sequence[ArticleId]:
        if article_ids is not None:
            return article_ids
        with self._library.read() as connection:
            return [article.id for article in articles.list_articles(connection)]

    def _read(self, article_id: ArticleId) -> ReadArticle:
        with self._library.read() as connection:
            article = articles.read_text(connection, article_id)
        return ReadArticle(article, self._find(article.text))

    def _is_old(self, item: ReadArticle) -> bool:
        """Tell whether the stored suggestions are not those of today's rules."""
        with self._library.read() as connection:
            made_by = suggestions.rules_version(connection, item.article.version_id)
        if made_by is None:
            return bool(item.reading.quotes)
        return made_by < RULES_VERSION

    def _renew(self, items: Sequence[ReadArticle]) -> None:
        """Bring stored suggestions up to what was found; no change of a user's, so no undo."""
        try:
            for start in range(0, len(items), _TOGETHER):
                with self._library.write() as connection:
                    for item in items[start : start + _TOGETHER]:
                        version = item.article.version_id
                        stored = suggestions.list_all(connection, version)
                        saved = quotes.places_in(connection, version)
                        plan = renewed(item.reading.quotes, stored, saved)
                        suggestions.renew(connection, version, plan, RULES_VERSION)
        except LibraryInUse:
            return  # reading works always; the process that writes will do it, or the next one

    def _accept(
        self, item: ReadArticle, tags: Sequence[str], min_confidence: float, batch: str
    ) -> ReadArticle:
        version = item.article.version_id
        with self._library.change(ChangeKind.SAVE_QUOTES, batch) as work:
            still_open = [each.quote for each in suggestions.list_open(work.connection, version)]
            places = set(map(spans_as_json, quotes.places_in(work.connection, version)))
            again = [q for q in item.reading.quotes if spans_as_json(q.segments) in places]
            saved = tuple(
                save_quote(work, _request(item, quote, tags), item.article)
                for quote in _in_order(again + still_open)
                if quote.confidence >= min_confidence
            )
        return replace(item, saved=saved)


def _in_order(found: Sequence[SuggestedQuote]) -> list[SuggestedQuote]:
    """Return quotes as the text goes, each place once."""
    return sorted({q.segments: q for q in found}.values(), key=lambda quote: quote.segments)


def _request(item: ReadArticle, quote: SuggestedQuote, tags: Sequence[str]) -> QuoteRequest:
    return QuoteRequest(
        item.article.article_id,
        [(span.start, span.end) for span in quote.segments],
        speaker=quote.speaker,
        tags=tags,
        style=quote.style,
        cue=quote.cue,
        origin=Origin.SUGGESTED,
    )
