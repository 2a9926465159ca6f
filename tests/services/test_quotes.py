"""Saving quotes: verbatim, once, with what they already had."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import BadSpan, CuratorError, OverlappingSegments
from kdcurator.domain.quote import Origin, QuoteFilter, QuoteRequest, Style

NASTY = "Rubrik\n\n😀 å a\u030a \u00a0»Vi\u00ad er klar\u2028nu« – siger\tPer. 👩‍👧 Slut.\n"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=st.lists(st.tuples(st.integers(-2, 70), st.integers(-2, 70)), max_size=3))
def test_saved_quote_equals_its_article_or_is_refused(
    curator: Curator, bring_in: Callable[..., ArticleId], places: list[tuple[int, int]]
) -> None:
    known = curator.articles.list_articles()
    article = known[0].id if known else bring_in(NASTY)
    before = len(curator.quotes.list_quotes(QuoteFilter()))
    try:
        saved = curator.quotes.save_quotes([QuoteRequest(article, places)])
    except CuratorError as error:
        assert isinstance(error, BadSpan | OverlappingSegments)  # noqa: PT017 - either is right
        assert len(curator.quotes.list_quotes(QuoteFilter())) == before
        return
    (quote,) = curator.quotes.list_quotes(QuoteFilter(ids=frozenset(saved.ids)))
    assert [segment.exact for segment in quote.segments] == [NASTY[a:b] for a, b in places]
    assert quote.text == " ".join(NASTY[a:b] for a, b in places)


def test_one_bad_quote_of_several_saves_none(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    article = bring_in()
    wishes = [QuoteRequest(article, [(0, 5)], tags=["ny"]), QuoteRequest(article, [(0, 10**6)])]
    with pytest.raises(BadSpan):
        curator.quotes.save_quotes(wishes)
    assert curator.quotes.list_quotes(QuoteFilter()) == []
    assert "ny" not in {tag.name for tag in curator.tags.list_tags()}


def test_place_of_a_suggestion_takes_over_its_style_and_settles_it(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    article = bring_in()
    (found,) = curator.suggestions.suggest([article])
    first = found.reading.quotes[0]
    places = [(span.start, span.end) for span in first.segments]
    before = curator.articles.list_articles()[0].suggestions
    curator.quotes.save_quotes([QuoteRequest(article, places, speaker=first.speaker)])
    (quote,) = curator.quotes.list_quotes(QuoteFilter())
    assert (quote.style, quote.cue, quote.origin) == (first.style, first.cue, Origin.MANUAL)
    assert curator.articles.list_articles()[0].suggestions == before - 1
    curator.history.undo()
    assert curator.articles.list_articles()[0].suggestions == before


def test_speaker_is_one_person_whatever_the_case(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    article = bring_in()
    for number, name in enumerate(["Per Dal", "PER  DAL", "per dal\u0000"]):
        request = QuoteRequest(article, [(number, number + 4)], speaker=name)
        curator.quotes.save_quotes([request])
    names = [person.name for person in curator.people.list_people()]
    assert names == ["Per Dal", "per dal\ufffd"]


def test_role_is_the_one_that_this_article_printed(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    bring_in()
    curator.suggestions.accept(None)
    quotes = curator.quotes.list_quotes(QuoteFilter(speaker="Per Dal"))
    assert {(quote.role, quote.organisation, quote.style) for quote in quotes} >= {
        ("kommunaldirektør", "Lyngsø Kommune", Style.DASH)
    } or {quote.role for quote in quotes} == {"kommunaldirektør"}


def test_quote_said_to_nobody_in_particular_was_said_to_the_publication(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    article = bring_in("Rubrik\n\n- Vi er klar, siger Per Dal til os.\n\nFoto: Søvang Avis")
    curator.quotes.save_quotes([QuoteRequest(article, [(10, 20)])])
    (quote,) = curator.quotes.list_quotes(QuoteFilter())
    assert quote.said_to == curator.articles.list_articles()[0].metadata.publication
