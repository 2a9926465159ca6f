"""Articles for the reader, made without a library."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest

from kdcurator.domain.article import Article, ArticleId, Metadata, Part, VersionId
from kdcurator.domain.open_article import OpenArticle
from kdcurator.domain.quote import Quote, QuoteId, Segment, Span, Style
from kdcurator.domain.suggestion import OpenSuggestion, SuggestedQuote, SuggestionId

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
Place = tuple[int, int]
Opener = Callable[..., OpenArticle]


def _quote(text: str, number: int, places: Sequence[Place], tags: Sequence[str]) -> Quote:
    segments = tuple(Segment.from_text(text, Span(*place)) for place in places)
    return Quote(
        QuoteId(number),
        ArticleId(1),
        VersionId(1),
        "Rubrik",
        segments,
        NOON,
        speaker="Bo Lund",
        tags=tuple(tags),
    )


def _suggestion(number: int, places: Sequence[Place], confidence: float) -> OpenSuggestion:
    spans = tuple(Span(*place) for place in places)
    found = SuggestedQuote(spans, "Bo Lund", Style.DASH, "siger", confidence, "")
    return OpenSuggestion(SuggestionId(number), found)


@pytest.fixture(scope="session")
def open_text() -> Opener:
    """Return a maker of open articles: quotes and suggestions by number."""

    def make(
        text: str,
        *,
        quotes: dict[int, tuple[Sequence[Place], Sequence[str]]] | None = None,
        suggestions: dict[int, Sequence[Place]] | None = None,
        parts: Sequence[Part] = (),
        article: int = 1,
        confidence: float = 1.0,
    ) -> OpenArticle:
        shown = Article(
            ArticleId(article), VersionId(1), Metadata("Rubrik"), "text/plain", None, "", NOON
        )
        kept = [_quote(text, key, *value) for key, value in (quotes or {}).items()]
        found = [_suggestion(key, value, confidence) for key, value in (suggestions or {}).items()]
        return OpenArticle(shown, text, tuple(parts), tuple(found), tuple(kept), ())

    return make
