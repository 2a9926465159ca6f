"""Suggestions: what the program finds in a text, saved or dismissed in one go.

Owns when stored suggestions are made anew and which of them a user's "accept" saves. Must not know
how quotes are found.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.errors import LibraryInUse
from kdcurator.domain.ports import QuoteFinder
from kdcurator.domain.quote import Origin, QuoteId, QuoteRequest
from kdcurator.domain.suggestion import Reading, SuggestedQuote, SuggestionState
from kdcurator.services.quotes import save_quote
from kdcurator.store import articles, suggestions
from kdcurator.store.articles import ArticleText
from kdcurator.store.library import Library
from kdcurator.store.suggestions import spans_as_json
from kdcurator.text.suggestion import RULES_VERSION


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

    def accept(
        self,
        article_ids: Sequence[ArticleId] | None,
        *,
        tags: Sequence[str] = (),
        min_confidence: float = 0.0,
    ) -> list[ReadArticle]:
        """Save every suggestion at or above a confidence that was not dismissed; once."""
        found, batch = self.suggest(article_ids), uuid.uuid4().hex
        return [self._accept(item, tags, min_confidence, batch) for item in found]

    def dismiss(self, article_ids: Sequence[ArticleId] | None) -> list[ReadArticle]:
        """Dismiss every open suggestion of these articles."""
        found = self.suggest(article_ids)
        with self._library.change(ChangeKind.DISMISS_SUGGESTIONS) as work:
            for item in found:
                version = item.article.version_id
                known = suggestions.states(work.connection, version)
                still_open = [s for s, state in known.items() if state is SuggestionState.OPEN]
                suggestions.set_state(work, version, still_open, SuggestionState.DISMISSED)
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
        if not item.reading.quotes:
            return False
        with self._library.read() as connection:
            made_by = suggestions.rules_version(connection, item.article.version_id)
        return made_by is None or made_by < RULES_VERSION

    def _renew(self, items: Sequence[ReadArticle]) -> None:
        batch = uuid.uuid4().hex
        try:
            for item in items:
                with self._library.change(ChangeKind.FIND_SUGGESTIONS, batch) as work:
                    version = item.article.version_id
                    suggestions.delete_open(work, version)
                    settled = suggestions.states(work.connection, version)
                    new = [
                        q for q in item.reading.quotes if spans_as_json(q.segments) not in settled
                    ]
                    suggestions.add_suggestions(work, version, new, RULES_VERSION)
        except LibraryInUse:
            return  # reading works always; the process that writes will do it, or the next one

    def _accept(
        self, item: ReadArticle, tags: Sequence[str], min_confidence: float, batch: str
    ) -> ReadArticle:
        with self._library.change(ChangeKind.SAVE_QUOTES, batch) as work:
            known = suggestions.states(work.connection, item.article.version_id)
            saved = tuple(
                save_quote(work, _request(item, quote, tags), item.article)
                for quote in item.reading.quotes
                if quote.confidence >= min_confidence
                and known.get(spans_as_json(quote.segments)) is not SuggestionState.DISMISSED
            )
        return replace(item, saved=saved)


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
