"""What a half-typed or mistyped query may become, and what its hits are counted by."""

from collections.abc import Callable

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteRequest
from kdcurator.domain.searching import Completion, Facet, HitKind

BOTH = (HitKind.ARTICLE, HitKind.QUOTE)
TEXT = """Borgerne får nye digitale løsninger

- Digitaliseringen er til for borgerne, siger kommunaldirektør Mette Krag.

Strategien for digitalisering blev vedtaget, og digitaliseringsstrategien gælder fra maj.
"""


@pytest.fixture(params=[False, True], ids=["not indexed", "indexed"])
def library(
    curator: Curator, bring_in: Callable[..., ArticleId], request: pytest.FixtureRequest
) -> Curator:
    article = bring_in(TEXT)
    start = TEXT.index("Digitaliseringen")
    wish = QuoteRequest(article, [(start, start + 37)], tags=["Digital", "Borgere"])
    curator.quotes.save_quotes([wish])
    if request.param:
        curator.searching.catch_up()
    return curator


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("digitali", ["digitalisering", "digitaliseringsstrategien"]),
        ("borgern", ["borgerne"]),
        ("BORGERN", ["borgerne"]),
        ("losn", ["løsninger"]),
        ("mette kra", ["Krag"]),
        ("b", []),
        ("borgerne ", []),
        ("", []),
        ("xyzzy", []),
    ],
)
def test_words_that_go_on_as_typed(library: Curator, query: str, words: list[str]) -> None:
    assert {found.word for found in library.searching.complete(query)} >= set(words)
    assert bool(library.searching.complete(query)) == bool(words)


def test_words_are_counted_by_what_they_find(library: Curator) -> None:
    assert library.searching.complete("borg")[0] == Completion("borgerne", 2)
    for found in library.searching.complete("di"):
        assert library.searching.search(found.word, BOTH).total == found.count


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("digtalisering", "digitalisering"),
        ("borgrene mette", "borgerne mette"),
        ("digitalsreing", "digitalisering"),
        ("xyzzyqwerty", None),
        ("borgerne", None),
        ("tag:digtal", None),
        ("tag:", None),
        ("maj", None),
        ("mja", None),
        ("digtalisering2", None),
    ],
)
def test_a_slip_is_understood(library: Curator, query: str, meant: str | None) -> None:
    answer = library.searching.search(query, BOTH)
    assert (answer.query, answer.corrected) == (query, meant)
    assert bool(answer.total) == (meant is not None or query in {"borgerne", "maj"})


def test_hits_are_counted_by_tag_and_speaker(library: Curator) -> None:
    counts = {
        (found.facet, found.name): found.count for found in library.searching.facets("borger", BOTH)
    }
    assert counts[Facet.TAG, "Digital"] == counts[Facet.TAG, "Borgere"] == 2
    assert counts[Facet.STATUS, "new"] == 1


def test_each_count_is_what_its_query_finds(library: Curator) -> None:
    for found in library.searching.facets("borger", BOTH):
        assert library.searching.search(found.query, BOTH).total == found.count


@pytest.mark.parametrize(
    ("query", "begun"),
    [
        ("digita", "digita*"),
        ("mette digita", "mette digita*"),
        ("borgerne", None),
        ("digita ", None),
        ("xyzzy", None),
    ],
)
def test_what_is_still_typed_may_be_the_beginning_of_a_word(
    library: Curator, query: str, begun: str | None
) -> None:
    answer = library.searching.search(query, BOTH, is_begun=True)
    assert answer.begun == begun
    assert answer.asked == (begun or answer.corrected or query)
    if begun:
        assert answer.total == library.searching.search(begun, BOTH).total > 0


def test_reading_ahead_ends_and_changes_no_answer(library: Curator) -> None:
    before = library.searching.facets("borger", BOTH)
    steps = 0
    while library.searching.warm():
        steps += 1
        assert steps < 200
    assert library.searching.facets("borger", BOTH) == before
    assert [found.word for found in library.searching.complete("borgern")] == ["borgerne"]
    assert not library.searching.warm()


@pytest.mark.parametrize(
    "query",
    [
        "løsninger OR mette",
        "strategi ELLER mette krag",
        "(løsninger OR mette)",
        'mette OR "nye digitale',
        "løsninger OR (mette",
        'borger tag:"digi',
        "borger)",
    ],
)
def test_count_of_an_odd_query_is_what_its_query_finds(library: Curator, query: str) -> None:
    answer = library.searching.search(query, BOTH)
    there = {(hit.kind, hit.id) for hit in answer.hits}
    for found in library.searching.facets(answer.asked, BOTH):
        hits = library.searching.search(found.query, BOTH).hits
        assert {(hit.kind, hit.id) for hit in hits} <= there
        assert len(hits) == found.count


def test_what_is_misread_is_told_with_the_hits(library: Curator) -> None:
    answer = library.searching.search('borgerne "nye', BOTH)
    assert [(one.why, one.part) for one in answer.misread] == [("open_phrase", '"nye')]
    assert answer.total == 1
