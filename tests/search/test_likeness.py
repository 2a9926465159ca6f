"""Which tags are suggested for a quote, and which quotes are like it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kdcurator.domain.searching import Ground, HitKind, Pending, Saying, Searchable, Votes
from kdcurator.search.index import WhooshIndex
from tests.search.conftest import Make
from tests.search.tagging import its_article, measure, only_itself, tagged_quotes

NOBODY = Votes({}, 0)
NAMES = {"trafik": "Trafik", "ældre": "Ældre"}


@pytest.fixture
def known(quote: Make) -> list[Searchable]:
    return [
        quote(1, "Cykelstien slutter ved rundkørslen", tags=("Trafik",), speaker="Ib Juhl"),
        quote(2, "Plejehjemmet mangler hænder", tags=("Ældre",), speaker="Eva Bo"),
        quote(3, "Budgettet blev vedtaget efter to nætter"),
    ]


def best(index: WhooshIndex, saying: Saying, known: list[Searchable]) -> list[tuple[str, Ground]]:
    return [(one.name, one.ground) for one in index.advise(saying, NOBODY, NAMES, known, [])]


def test_words_of_tagged_quotes_speak_for_their_tags(
    index: WhooshIndex, known: list[Searchable]
) -> None:
    (found,) = index.advise(Saying("To nye cykelstier", 1), NOBODY, NAMES, known, [])
    assert (found.name, found.ground, found.word) == ("Trafik", Ground.WORDS, "cykelstier")


def test_speaker_speaks_for_the_tags_of_other_quotes(
    index: WhooshIndex, known: list[Searchable]
) -> None:
    assert best(index, Saying("Noget andet", 1, "EVA BO"), known) == [("Ældre", Ground.SPEAKER)]


def test_article_speaks_for_the_tags_of_its_quotes(index: WhooshIndex) -> None:
    found = index.advise(Saying("Noget", 1), Votes({"trafik": 2}, 2), NAMES, [], [])
    assert [(one.name, one.ground) for one in found] == [("Trafik", Ground.ARTICLE)]


def test_name_of_a_tag_in_the_words_speaks_for_it(index: WhooshIndex) -> None:
    found = index.advise(Saying("Den tunge trafik", 1), NOBODY, NAMES, [], [])
    assert [(one.name, one.ground, one.word) for one in found] == [
        ("Trafik", Ground.NAME, "trafik")
    ]


def test_nothing_is_suggested_where_nothing_speaks_for_it(
    index: WhooshIndex, known: list[Searchable]
) -> None:
    assert best(index, Saying("Helt andre ord", 1), known) == []


def test_quote_does_not_speak_for_its_own_tags(
    index: WhooshIndex, known: list[Searchable], row: Callable[[int], Pending]
) -> None:
    saying = Saying(known[0].text, 1, known[0].speaker, quote_id=1)
    assert best(index, saying, known) == []
    index.rebuild(known, row(1))
    assert best(index, saying, []) == []


def test_newer_tags_take_the_place_of_those_in_the_index(
    index: WhooshIndex, known: list[Searchable], row: Callable[[int], Pending], quote: Make
) -> None:
    index.rebuild(known, row(1))
    newer = quote(1, known[0].text, tags=("Ældre",))
    assert best(index, Saying("cykelstien", 1), [newer]) == [("Ældre", Ground.WORDS)]


def test_tags_that_there_are_no_more_are_not_suggested(
    index: WhooshIndex, known: list[Searchable]
) -> None:
    found = index.advise(Saying("cykelstien", 1), NOBODY, {}, known, [])
    assert found == []


def test_quotes_are_alike_that_share_rare_words(
    index: WhooshIndex, known: list[Searchable], quote: Make
) -> None:
    other = quote(4, "Ingen tør bruge cykelstier, der ender i en rundkørsel")
    found = index.alike(known[0].text, 1, [*known, other], [], 5)
    assert [(hit.kind, hit.id) for hit in found] == [(HitKind.QUOTE, 4)]


@pytest.mark.parametrize(("name", "least"), [("quotes", 0.9), ("set_aside", 0.9)])
def test_right_tag_is_among_three_in_the_sample_library(
    folder: Path, row: Callable[[int], Pending], name: str, least: float
) -> None:
    everything = [*tagged_quotes("quotes"), *tagged_quotes("set_aside")]
    index = WhooshIndex(folder)
    index.rebuild(everything, row(1))
    found = measure(index, tagged_quotes(name), everything, only_itself)
    assert found.three / found.quotes >= least


def test_right_tag_is_among_three_in_an_article_that_nobody_tagged(
    folder: Path, row: Callable[[int], Pending]
) -> None:
    everything = [*tagged_quotes("quotes"), *tagged_quotes("set_aside")]
    index = WhooshIndex(folder)
    index.rebuild(everything, row(1))
    found = measure(index, everything, everything, its_article)
    assert found.three / found.quotes >= 0.8
