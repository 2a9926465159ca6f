"""Details corrected: of many articles as one change, and what stays as it is."""

from collections.abc import Callable
from datetime import date

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId, Metadata
from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.correcting import ACCEPT_GUESSES, Corrections, common
from kdcurator.domain.errors import UnknownArticle
from kdcurator.domain.searching import HitKind
from kdcurator.services.correcting import TOGETHER

BringIn = Callable[..., ArticleId]

MEDIUM = Corrections({"publication": "Komponent"})
GUESSED = Metadata(
    title="Rubrik", publication="Nu", guessed=frozenset({"title", "publication", "municipality"})
)


def known(curator: Curator) -> list[Metadata]:
    return [article.metadata for article in curator.articles.list_articles()]


@pytest.fixture
def many(curator: Curator, bring_in: BringIn) -> list[ArticleId]:
    """Return more articles than are corrected between two paints."""
    count = 2 * TOGETHER + 1
    ids = [bring_in(f"Rubrik {n}\n\nTekst {n}.\n", f"{n}.txt") for n in range(count)]
    for article_id in ids:
        curator.articles.edit_details(article_id, GUESSED)
    return ids


def test_many_articles_are_corrected_in_parts_and_undone_in_one_step(
    curator: Curator, many: list[ArticleId]
) -> None:
    work, turns = curator.correcting.begin(many, MEDIUM), 1
    while work.go_on():
        turns += 1
    assert (turns, work.done) == (3, len(many))
    assert work.change.articles == frozenset(many)
    assert {each.publication for each in known(curator)} == {"Komponent"}
    undone = curator.history.undo()
    assert undone is not None
    assert undone.articles == frozenset(many)
    assert known(curator) == [GUESSED] * len(many)
    curator.history.redo()
    assert {each.publication for each in known(curator)} == {"Komponent"}


def test_what_is_written_is_no_guess_and_the_rest_stays(
    curator: Curator, many: list[ArticleId]
) -> None:
    said = Corrections({"publication": "Komponent", "municipality": None}, frozenset({"title"}))
    change = curator.correcting.correct(many[:1], said)
    after, *others = known(curator)
    assert change.kind is ChangeKind.EDIT_ARTICLE
    assert (after.publication, after.municipality, after.title) == ("Komponent", None, "Rubrik")
    assert after.guessed == frozenset()
    assert others == [GUESSED] * (len(many) - 1)


def test_guesses_are_accepted_as_they_are(curator: Curator, many: list[ArticleId]) -> None:
    change = curator.correcting.correct(many, ACCEPT_GUESSES)
    assert change.kind is ChangeKind.ACCEPT_GUESSES
    assert {(each.publication, each.guessed) for each in known(curator)} == {("Nu", frozenset())}


def test_what_was_so_already_is_no_change(curator: Curator, bring_in: BringIn) -> None:
    article = bring_in()
    curator.correcting.correct([article], MEDIUM)
    assert curator.correcting.correct([article], MEDIUM).id is None


def test_an_unknown_article_leaves_all_as_they_were(curator: Curator, bring_in: BringIn) -> None:
    article = bring_in()
    before = known(curator)
    for unknown in (999, 0, 2**70):
        with pytest.raises(UnknownArticle):
            curator.correcting.correct([article, ArticleId(unknown)], MEDIUM)
    assert known(curator) == before


def test_search_knows_at_once(curator: Curator, many: list[ArticleId]) -> None:
    curator.searching.catch_up()
    said = Corrections({"publication": "Komponent", "published_on": date(2018, 10, 24)})
    curator.correcting.correct(many, said)
    found = curator.searching.search("medie:komponent dato:2018", [HitKind.ARTICLE], 100)
    assert {hit.article_id for hit in found.hits} == set(many)


def test_articles_have_in_common_what_all_of_them_have() -> None:
    other = Metadata(title="Andet", publication="Nu")
    found = common([GUESSED, other])
    assert (found["publication"].value, found["publication"].guesses) == ("Nu", 1)
    assert (found["title"].value, found["title"].differs) == (None, True)
    assert (found["byline"].value, found["byline"].differs) == (None, False)
