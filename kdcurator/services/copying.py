"""Copying quotes in the house's form, with who says it and to whom.

Owns what is looked up and refused before words leave by the clipboard: each is proved to stand in
its article, none is off the record, nobody is named who must not be. Must not know the clipboard
or how a form is written.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from kdcurator.domain.article import Article, ArticleId, Language
from kdcurator.domain.copying import Copied, QuoteForm
from kdcurator.domain.errors import OffTheRecord, QuoteNotVerbatim, UnknownQuote
from kdcurator.domain.exporting import ExportedQuote
from kdcurator.domain.quote import Agreement, Quote, QuoteFilter, QuoteId, Segment, Span, joined
from kdcurator.domain.target import Kept, Selected, Suggested, Target, Targets
from kdcurator.exporting.house_style import Saying, set_in_house_style
from kdcurator.exporting.layout import source_of
from kdcurator.exporting.wording import words_in
from kdcurator.services.discretion import agreement_on, known_names, that_may_leave
from kdcurator.services.quotes import cut_segments
from kdcurator.store import articles, people, quotes, suggestions
from kdcurator.store.articles import ArticleText
from kdcurator.store.library import Library
from kdcurator.text.similarity import shared, traces

_SOME: Final = 0.2
"""With so much of a quote's words, or of the words in hand, it is that quote that is copied."""

_UNSAVED = QuoteId(0)


class CopyService:
    """Makes copies of quotes."""

    def __init__(self, library: Library, language: Language) -> None:
        """Copy from `library`; the words around the quotes are in `language`."""
        self._library = library
        self._words = words_in(language)

    def copy(self, targets: Targets, form: QuoteForm, *, with_source: bool = False) -> Copied:
        """Return targets as they are pasted, in the order given; what is unsaved stays so.

        A medium that was only guessed is not said to be where somebody spoke.

        Raises:
            OffTheRecord: one of them must not be quoted; nothing is copied.
            QuoteNotVerbatim: a quote and its article differ.
            UnknownArticle, UnknownQuote, UnknownSuggestion, BadSpan: there is no such thing.
        """
        found = [self._find(target) for target in targets]
        if not all(exported.quote.agreement.may_leave for exported in found):
            raise OffTheRecord
        leaving = that_may_leave(found, self._names)
        sayings = [self._saying(exported, with_source=with_source) for exported in leaving]
        return set_in_house_style(sayings, form, self._words)

    def _saying(self, exported: ExportedQuote, *, with_source: bool) -> Saying:
        quote = exported.quote
        return Saying(
            quote.text,
            quote.speaker if quote.agreement.may_be_named else self._words.an_unnamed_speaker,
            _medium(quote, exported.article),
            source_of(exported, self._words) if with_source else None,
        )

    def _names(self, quote: Quote) -> Iterable[str]:
        with self._library.read() as connection:
            return known_names(people.list_people(connection))(quote)

    def _find(self, target: Target) -> ExportedQuote:
        """Return what a target says and where, proved to stand there."""
        match target:
            case Kept(quote_id):
                return self._saved(quote_id)
            case Suggested(suggestion_id):
                with self._library.read() as connection:
                    article_id, found = suggestions.read_one(connection, suggestion_id)
                return self._unsaved(article_id, found.segments, found.speaker)
            case Selected(article_id, places):
                return self._unsaved(article_id, [Span(*place) for place in places])

    def _saved(self, quote_id: QuoteId) -> ExportedQuote:
        with self._library.read() as connection:
            found = quotes.list_quotes(connection, QuoteFilter(ids=frozenset({quote_id})))
        if not found:
            raise UnknownQuote(id=quote_id)
        text, article = self._article(found[0].article_id)
        if not _stands_in(text, found[0]):
            raise QuoteNotVerbatim(id=quote_id)
        return ExportedQuote(found[0], article)

    def _unsaved(
        self, article_id: ArticleId, spans: Sequence[Span], speaker: str | None = None
    ) -> ExportedQuote:
        """Return a stretch of an article as the quote it would be; agreements on it hold for it."""
        text, article = self._article(article_id)
        segments = cut_segments(text, [(span.start, span.end) for span in spans])
        with self._library.read() as connection:
            saved = quotes.list_quotes(connection, QuoteFilter(article_id=article_id))
        quote = Quote(
            _UNSAVED,
            article_id,
            text.version_id,
            article.metadata.title,
            segments,
            article.created_at,
            speaker=speaker,
            said_to=article.metadata.publication,
            agreement=_agreement(text, segments, saved),
        )
        return ExportedQuote(quote, article)

    def _article(self, article_id: ArticleId) -> tuple[ArticleText, Article]:
        with self._library.read() as connection:
            text = articles.read_text(connection, article_id)
            (article,) = articles.list_articles(connection, [article_id])
        return text, article


def _medium(quote: Quote, article: Article) -> str | None:
    """Return to whom it was said; without a medium of its own a quote names its article's."""
    is_guess = "publication" in article.metadata.guessed
    return None if is_guess and quote.said_to == article.metadata.publication else quote.said_to


def _agreement(text: ArticleText, segments: Sequence[Segment], saved: Sequence[Quote]) -> Agreement:
    """Return what was agreed on words, those of quotes in an older version of the text included."""
    standing = [quote for quote in saved if quote.stands_in(text.version_id)]
    left = [quote for quote in saved if not quote.stands_in(text.version_id)]
    words = joined(segments)
    sought = traces(words)
    older = [q for q in left if words in q.text or shared(sought, traces(q.text)) >= _SOME]
    return agreement_on([segment.span for segment in segments], standing, older)


def _stands_in(text: ArticleText, quote: Quote) -> bool:
    """Tell whether a quote's words stand where it says; those of an older text are `check`'s."""
    return not quote.stands_in(text.version_id) or all(
        segment.holds_in(text.text) for segment in quote.segments
    )
