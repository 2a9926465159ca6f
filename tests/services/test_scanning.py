"""Searches while others make the index: the newest are found in SQLite, soon, and that is said."""

from collections.abc import Callable, Sequence

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId, Metadata
from kdcurator.domain.quote import QuoteRequest
from kdcurator.domain.searching import HitKind, Saying
from kdcurator.services import scanning, searching
from kdcurator.services.arrivals import TextToRead
from tests.services.conftest import ARTICLE

BOTH = (HitKind.ARTICLE, HitKind.QUOTE)

Find = Callable[..., Sequence[tuple[str, int]]]


@pytest.fixture
def scanned(curator: Curator, monkeypatch: pytest.MonkeyPatch) -> Curator:
    """Return a library that counts as large, whose index others make."""
    monkeypatch.setattr(searching, "_MUCH", 0)
    known = Metadata(title="Færre systemer", publication="Avisen", municipality="Aabenraa")
    curator.articles.import_text(TextToRead(ARTICLE, known))
    curator.articles.import_text(TextToRead("Skoledirektøren siger, at artikler er gode."))
    curator.quotes.save_quotes(
        [QuoteRequest(ArticleId(1), [(0, 31)], speaker="Karen Holm", tags=["Helt nyt"])]
    )
    curator.searching.leave_index()
    return curator


@pytest.fixture
def find(scanned: Curator) -> Find:
    def find(query: str, *, is_begun: bool = False) -> Sequence[tuple[str, int]]:
        answer = scanned.searching.search(query, BOTH, is_begun=is_begun)
        assert not answer.is_partial
        assert answer.total == len(answer.hits)
        return sorted((hit.kind.value, hit.id) for hit in answer.hits)

    return find


ALL, SECOND = [("article", 1), ("quote", 1)], [("article", 2)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("skoledirektoer", SECOND),
        ("SKOLEDIREKTØRER", SECOND),
        ("artikel", SECOND),
        ('tag:"helt nyt"', ALL),
        ("kilde:Holm", ALL),
        ("kommune:Åbenrå", ALL),
        ("medie:avisen", ALL),
        ("rubrik:systemer", ALL),
        ('"artikler er gode"', SECOND),
        ("artikler -gode", []),
        ("artikler ELLER kilde:holm", [("article", 1), ("article", 2), ("quote", 1)]),
        ("100%", []),
    ],
)
def test_what_an_index_would_find_is_found_without(
    find: Find, query: str, expected: list[object]
) -> None:
    assert find(query) == expected


def test_word_that_is_being_typed_counts_as_begun(find: Find) -> None:
    assert find("skoledir", is_begun=True) == SECOND


def test_no_index_is_made_and_nothing_is_guessed(scanned: Curator) -> None:
    service = scanned.searching
    service.search("artikler", BOTH)
    assert service.reached is None
    assert service.complete("artik") == []
    assert service.facets("artikler", BOTH) == []
    assert service.suggest_tags(Saying("Helt nyt", 1)) == []
    alike = service.search("ligner:1", BOTH)
    assert (alike.total, alike.is_partial) == (0, True)


def test_answer_says_that_there_may_be_more(scanned: Curator) -> None:
    answer = scanned.searching.search("siger", BOTH, limit=1)
    assert (len(answer.hits), answer.is_partial) == (1, True)


def test_scan_ends_when_it_takes_too_long(
    scanned: Curator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "ENOUGH", -1.0)
    answer = scanned.searching.search("siger", BOTH)
    assert (answer.is_partial, len(answer.hits)) == (True, 3), "what is begun is finished"


def test_many_changes_are_scanned_beside_the_index(
    curator: Curator, monkeypatch: pytest.MonkeyPatch
) -> None:
    curator.articles.import_text(TextToRead("Havnen bliver større."))
    curator.articles.import_text(TextToRead("Havnen bliver mindre."))
    curator.searching.catch_up()
    monkeypatch.setattr(searching, "_MUCH", 0)
    curator.searching.leave_index()
    curator.quotes.save_quotes([QuoteRequest(ArticleId(1), [(0, 6)])])
    answer = curator.searching.search("havnen", BOTH)
    assert not answer.is_partial
    assert sorted(hit.id for hit in answer.hits) == [1, 1, 2]
    assert curator.searching.lacking() == 2
