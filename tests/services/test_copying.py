"""Quotes that leave by the clipboard: as the house prints them, and only those that may."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.copying import QuoteForm
from kdcurator.domain.errors import BadSpan, OffTheRecord, UnknownQuote
from kdcurator.domain.quote import Agreement, QuoteId
from kdcurator.domain.target import Kept, Selected, Suggested

BringIn = Callable[..., ArticleId]


@pytest.fixture
def article(curator: Curator, bring_in: BringIn) -> ArticleId:
    article_id = bring_in()
    known = curator.articles.list_articles()[0].metadata
    printed = replace(known, publication="Nu", guessed=frozenset(), url="https://nu.example/1")
    curator.articles.edit_details(article_id, printed)
    return article_id


@pytest.fixture
def suggested(curator: Curator, article: ArticleId) -> Suggested:
    return Suggested(curator.reading.open_article(article).suggestions[0].id)


@pytest.fixture
def kept(curator: Curator, suggested: Suggested) -> Kept:
    return Kept(curator.taking.save([suggested]).ids[0])


def test_a_saved_quote_is_copied_with_who_says_it_and_to_whom(curator: Curator, kept: Kept) -> None:
    copied = curator.copying.copy([kept], QuoteForm.DASH)
    assert copied.plain.startswith("– Vi ")
    assert copied.plain.endswith(f", {copied.attribution}.")
    assert copied.attribution == "siger Per Dal til Nu"


def test_a_suggestion_is_copied_as_the_saved_quote_is_and_stays_open(
    curator: Curator, suggested: Suggested, article: ArticleId
) -> None:
    before = curator.copying.copy([suggested], QuoteForm.CURLY, with_source=True)
    assert curator.reading.open_article(article).quotes == ()
    (quote_id,) = curator.taking.save([suggested]).ids
    assert curator.copying.copy([Kept(quote_id)], QuoteForm.CURLY, with_source=True) == before
    assert "https://nu.example/1" in before.plain


def test_a_selection_is_copied_without_a_speaker(curator: Curator, article: ArticleId) -> None:
    text = curator.reading.open_article(article).text
    place = (text.index("Det har"), text.index("i kommunen"))
    copied = curator.copying.copy([Selected(article, (place,))], QuoteForm.GUILLEMETS)
    assert copied.plain == "»Det har kostet kræfter«"


def test_a_guessed_medium_is_not_said_to_be_where_somebody_spoke(
    curator: Curator, kept: Kept, article: ArticleId
) -> None:
    known = curator.articles.list_articles()[0].metadata
    curator.articles.edit_details(article, replace(known, guessed=frozenset({"publication"})))
    assert curator.copying.copy([kept], QuoteForm.DASH).attribution == "siger Per Dal"


def test_another_medium_goes_before_the_article_s(curator: Curator, kept: Kept) -> None:
    curator.taking.set_said_to([kept], "Radio Øst")
    assert curator.copying.copy([kept], QuoteForm.DASH).attribution == "siger Per Dal til Radio Øst"


def test_off_the_record_is_refused_among_others_too(
    curator: Curator, kept: Kept, article: ArticleId
) -> None:
    others = [Kept(quote_id) for quote_id in curator.taking.save_strong(article).ids]
    curator.taking.set_agreement([kept], Agreement.OFF_RECORD)
    with pytest.raises(OffTheRecord):
        curator.copying.copy([*others, kept], QuoteForm.DASH)


def test_words_off_the_record_are_refused_however_they_are_marked(
    curator: Curator, kept: Kept, article: ArticleId
) -> None:
    (quote,) = curator.reading.open_article(article).quotes
    curator.taking.set_agreement([kept], Agreement.OFF_RECORD)
    start = quote.segments[0].span.start
    with pytest.raises(OffTheRecord):
        curator.copying.copy([Selected(article, ((start + 1, start + 2),))], QuoteForm.DASH)


@pytest.mark.parametrize("agreement", [Agreement.UNNAMED, Agreement.BACKGROUND])
def test_who_must_not_be_named_is_not(curator: Curator, kept: Kept, agreement: Agreement) -> None:
    curator.taking.set_agreement([kept], agreement)
    copied = curator.copying.copy([kept], QuoteForm.DASH, with_source=True)
    assert copied.attribution == "siger en unavngiven kilde til Nu"
    assert "Dal" not in copied.plain + copied.rich


def test_what_is_not_there_is_said(curator: Curator, article: ArticleId) -> None:
    with pytest.raises(UnknownQuote):
        curator.copying.copy([Kept(QuoteId(99))], QuoteForm.DASH)
    with pytest.raises(BadSpan):
        curator.copying.copy([Selected(article, ((5, 10**9),))], QuoteForm.DASH)
