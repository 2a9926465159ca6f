"""What the keys do: each action saves first what is not saved, in one undo."""

from collections.abc import Callable

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.errors import UnknownQuote, UnknownSuggestion
from kdcurator.domain.quote import Agreement, Origin, Quote, QuoteFilter, QuoteId
from kdcurator.domain.suggestion import SuggestionId
from kdcurator.domain.tag import TagId
from kdcurator.domain.target import Kept, Selected, Suggested


@pytest.fixture
def article(bring_in: Callable[..., ArticleId]) -> ArticleId:
    return bring_in()


def only(curator: Curator) -> Quote:
    (quote,) = curator.quotes.list_quotes(QuoteFilter())
    return quote


def test_digit_on_a_suggestion_saves_and_tags_in_one_undo(
    curator: Curator, article: ArticleId
) -> None:
    opened = curator.reading.open_article(article)
    first = opened.suggestions[0]
    taken = curator.taking.toggle_tag([Suggested(first.id)], TagId(3))
    assert taken.is_on
    quote = only(curator)
    assert (quote.speaker, quote.style, quote.origin) == (
        first.quote.speaker,
        first.quote.style,
        Origin.SUGGESTED,
    )
    assert len(quote.tags) == 1
    after = curator.reading.open_article(article)
    assert len(after.suggestions) == len(opened.suggestions) - 1
    curator.history.undo()
    assert curator.reading.open_article(article) == opened


def test_same_digit_again_takes_the_tag_off_and_keeps_the_quote(
    curator: Curator, article: ArticleId
) -> None:
    selected = Selected(article, ((0, 7),))
    quote_id = curator.taking.toggle_tag([selected], TagId(1)).ids[0]
    taken = curator.taking.toggle_tag([Kept(quote_id)], TagId(1))
    assert not taken.is_on
    assert taken.change.kind is ChangeKind.UNTAG_QUOTES
    assert only(curator).tags == ()


def test_digit_on_several_tags_those_that_lack_it(curator: Curator, article: ArticleId) -> None:
    first = curator.taking.toggle_tag([Selected(article, ((0, 7),))], TagId(1)).ids[0]
    second = curator.taking.save([Selected(article, ((9, 12),))]).ids[0]
    both = [Kept(first), Kept(second)]
    assert curator.taking.toggle_tag(both, TagId(1)).is_on
    assert all(quote.tags for quote in curator.quotes.list_quotes(QuoteFilter()))
    assert not curator.taking.toggle_tag(both, TagId(1)).is_on


def test_speaker_note_and_agreement_are_set_and_undone(
    curator: Curator, article: ArticleId
) -> None:
    target = [Selected(article, ((0, 7),))]
    quote_id = curator.taking.set_speaker(target, "Ida Bro").ids[0]
    kept = [Kept(quote_id)]
    curator.taking.set_note(kept, "sagt på gangen\x00")
    curator.taking.set_agreement(kept, Agreement.OFF_RECORD)
    curator.taking.set_said_to(kept, "Fjordposten")
    curator.taking.set_role(quote_id, "it-chef", "Lyngsø Kommune")
    quote = only(curator)
    assert (quote.speaker, quote.role, quote.organisation) == (
        "Ida Bro",
        "it-chef",
        "Lyngsø Kommune",
    )
    assert (quote.note, quote.agreement, quote.said_to) == (
        "sagt på gangen\ufffd",
        Agreement.OFF_RECORD,
        "Fjordposten",
    )
    for _ in range(5):
        curator.history.undo()
    assert curator.quotes.list_quotes(QuoteFilter()) == []
    assert curator.people.list_people() == []


def test_removed_quote_comes_back_whole(curator: Curator, article: ArticleId) -> None:
    taken = curator.taking.add_tags([Selected(article, ((0, 7),))], ["Ny", "Anden"])
    before = only(curator)
    curator.taking.remove(taken.ids)
    assert curator.quotes.list_quotes(QuoteFilter()) == []
    curator.history.undo()
    assert only(curator) == before


def test_all_strong_suggestions_are_one_undo(curator: Curator, article: ArticleId) -> None:
    opened = curator.reading.open_article(article)
    strong = [found for found in opened.suggestions if found.is_strong]
    assert len(curator.taking.save_strong(article).ids) == len(strong)
    curator.history.undo()
    assert curator.reading.open_article(article) == opened


def test_what_is_gone_is_said_so(curator: Curator, article: ArticleId) -> None:
    with pytest.raises(UnknownQuote):
        curator.taking.save([Kept(QuoteId(99))])
    with pytest.raises(UnknownSuggestion):
        curator.taking.save([Suggested(SuggestionId(99))])
    with pytest.raises(UnknownQuote):
        curator.taking.remove([QuoteId(99)])


def test_dismissed_suggestion_is_gone_until_undone(curator: Curator, article: ArticleId) -> None:
    opened = curator.reading.open_article(article)
    curator.taking.dismiss([opened.suggestions[0].id])
    assert curator.reading.open_article(article).suggestions == opened.suggestions[1:]
    curator.history.undo()
    assert curator.reading.open_article(article) == opened


def test_opened_article_is_no_longer_unread(curator: Curator, article: ArticleId) -> None:
    assert not curator.articles.list_articles()[0].is_read
    curator.reading.mark_read(article)
    assert curator.articles.list_articles()[0].is_read
    undone = curator.history.undo()
    assert undone is not None
    assert undone.kind is ChangeKind.IMPORT_ARTICLES


def test_rehearsal_leaves_no_trace(curator: Curator, article: ArticleId) -> None:
    opened = curator.reading.open_article(article)
    curator.taking.rehearse(Suggested(opened.suggestions[0].id))
    assert curator.reading.open_article(article) == opened
    assert curator.tags.list_tags()[0].quotes == 0
    undone = curator.history.undo()
    assert undone is not None
    assert undone.kind is ChangeKind.IMPORT_ARTICLES
