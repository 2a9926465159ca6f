"""Similar articles: which are pointed out, and that no quote goes when one of them does."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import QuotesDisagree, QuotesStandElsewhere
from kdcurator.domain.quote import AnchorState, Quote, QuoteFilter
from kdcurator.domain.target import Kept, Selected

BringIn = Callable[..., ArticleId]

ANSWERS = """– Vi har brugt tre år på at spørge borgerne, og nu ved vi, hvad de vil have. De vil \
have svar den samme dag, og de vil kunne ringe til et menneske, siger kommunaldirektør Per Dal.

– Det koster penge i begyndelsen, men det er billigere end at svare forkert to gange, siger Per Dal.
"""
FIRST = f"Lyngsø lytter til borgerne\n\n{ANSWERS}\nLyngsø Kommune har 40.000 indbyggere.\n"
SECOND = f"Per Dal: Borgerne vil have svar\n\nVi mødte Per Dal på rådhuset.\n\n{ANSWERS}"
OTHER = (
    "Ny vej åbner til maj\n\n"
    + "Vejen bliver to kilometer lang og får cykelsti i begge sider. " * 3
    + "Borgmesteren klipper snoren over, og der er pølser til alle, som kommer forbi.\n"
)
ASKED = "De vil have svar den samme dag"


@pytest.fixture
def two(bring_in: BringIn) -> tuple[ArticleId, ArticleId]:
    bring_in(OTHER, "other.txt")
    return bring_in(FIRST, "first.txt"), bring_in(SECOND, "second.txt")


Two = tuple[ArticleId, ArticleId]


def save(curator: Curator, article: ArticleId, words: str, tag: str = "ledelse") -> None:
    text = curator.reading.open_article(article).text
    place = (text.index(words), text.index(words) + len(words))
    curator.taking.add_tags([Selected(article, (place,))], [tag])


def saved(curator: Curator) -> list[Quote]:
    return curator.quotes.list_quotes(QuoteFilter())


def test_similar_articles_are_pointed_out_with_how_alike_they_are(
    curator: Curator, two: Two
) -> None:
    first, second = two
    (pair,) = curator.pairs.find_pairs()
    assert (pair.article_id, pair.other_id) == (second, first)
    assert 0.6 < pair.likeness <= 1


def test_a_pair_that_stays_is_not_asked_about_until_that_is_undone(
    curator: Curator, two: Two
) -> None:
    pairs = curator.pairs.find_pairs()
    curator.pairs.keep_both(*two)
    assert curator.pairs.find_pairs() == curator.pairs.still_asked(pairs) == []
    curator.history.undo()
    assert curator.pairs.find_pairs() == curator.pairs.still_asked(pairs) == pairs
    curator.history.redo()
    assert curator.pairs.find_pairs() == []


def test_quotes_of_the_article_that_goes_stand_in_the_other(curator: Curator, two: Two) -> None:
    first, second = two
    save(curator, first, ASKED)
    (before,) = saved(curator)
    change = curator.pairs.remove(first, second)
    (after,) = saved(curator)
    assert change.details["quotes"] == 1
    assert (after.id, after.article_id, after.text) == (before.id, second, ASKED)
    assert (after.tags, after.anchor_state) == (("ledelse",), AnchorState.EXACT)
    assert curator.reading.open_article(second).quotes == (after,)
    assert curator.upkeep.check().problems == ()
    curator.history.undo()
    assert saved(curator) == [before]
    assert curator.reading.open_article(first).quotes == (before,)
    assert curator.upkeep.check().problems == ()


def test_an_article_with_words_of_its_own_stays(curator: Curator, two: Two) -> None:
    first, second = two
    save(curator, first, ASKED)
    save(curator, first, "Lyngsø Kommune har 40.000 indbyggere")
    before = saved(curator)
    with pytest.raises(QuotesStandElsewhere, match="1 of its quotes"):
        curator.pairs.remove(first, second)
    assert saved(curator) == before


def test_a_quote_saved_in_both_becomes_one_with_all_that_is_said(
    curator: Curator, two: Two
) -> None:
    first, second = two
    for article, tag in zip(two, ("ledelse", "barrierer"), strict=True):
        save(curator, article, ASKED, tag)
    one, other = saved(curator)
    curator.taking.set_note([Kept(one.id)], "ring igen")
    curator.taking.set_speaker([Kept(one.id)], "Per Dal")
    curator.stories.add_story("Borgere")
    curator.stories.put("Borgere", [one.id])
    curator.pairs.remove(first, second)
    (after,) = saved(curator)
    assert (after.id, set(after.tags)) == (other.id, {"ledelse", "barrierer"})
    assert (after.note, after.speaker) == ("ring igen", "Per Dal")
    assert curator.quotes.list_quotes(QuoteFilter(story="Borgere")) == [after]
    curator.history.undo()
    assert [quote.article_id for quote in saved(curator)] == [first, second]


def test_two_speakers_of_the_same_words_are_settled_by_the_user(curator: Curator, two: Two) -> None:
    for article, name in zip(two, ("Per Dal", "Anna Krog"), strict=True):
        save(curator, article, ASKED)
        curator.taking.set_speaker([Kept(saved(curator)[-1].id)], name)
    before = saved(curator)
    with pytest.raises(QuotesDisagree):
        curator.pairs.remove(*two)
    assert saved(curator) == before


def test_what_was_said_to_a_medium_stays_so(curator: Curator, two: Two) -> None:
    first, second = two
    for article, medium in zip(two, ("Nu", "Komponent"), strict=True):
        known = curator.reading.open_article(article).article.metadata
        curator.articles.edit_details(article, replace(known, publication=medium))
    save(curator, first, ASKED)
    curator.pairs.remove(first, second)
    (after,) = saved(curator)
    assert after.said_to == "Nu"


def test_without_quotes_an_article_is_deleted_like_any_other(curator: Curator, two: Two) -> None:
    first, second = two
    change = curator.pairs.remove(first, second)
    assert "quotes" not in change.details
    assert curator.pairs.find_pairs() == []
    assert first not in {article.id for article in curator.articles.list_articles()}
