"""English articles are found by English inflections, and Danish words are not hurt by them."""

from collections.abc import Callable

import pytest

from kdcurator.domain.searching import HitKind, Pending, Searchable
from kdcurator.search.index import WhooshIndex
from kdcurator.search.snippets import find_words, wanted_by

Make = Callable[..., Searchable]
Find = Callable[..., list[tuple[HitKind, int]]]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("councils", "The council met."),
        ("council", "Both councils met."),
        ("library", "Public libraries are closed."),
        ("libraries", "The library is closed."),
        ("voting", "She voted twice."),
        ('"city council"', "Several cities' councils met, as city councils do."),
        ("rubrik:cities", "The city sleeps"),
        ("closing -mayors", "The city is closed."),
        ("kommunes", "The Kommune says no."),
        ("kommune", "The word kommunerne is Danish."),
    ],
)
def test_english_inflections_are_found(find: Find, article: Make, query: str, text: str) -> None:
    rows = [article(1, text, title=text, language="en"), article(2, "Ingen.", language="en")]
    assert find(query, *rows) == [(HitKind.ARTICLE, 1)]


@pytest.mark.parametrize("query", ["closing -councils", '"libraries city"', "librarian"])
def test_other_english_words_are_not_found(find: Find, article: Make, query: str) -> None:
    text = "The city council closed a library."
    assert not find(query, article(1, text, language="en"))


@pytest.mark.parametrize("language", ["", "da", "nb", "sv"])
@pytest.mark.parametrize(
    ("query", "text"),
    [("politiker", "Det er politik."), ("university", "univers"), ("libraries", "library")],
)
def test_english_stems_count_in_english_texts_alone(
    find: Find, article: Make, language: str, query: str, text: str
) -> None:
    assert not find(query, article(1, text, language=language))


@pytest.mark.parametrize("language", ["", "da", "nb", "sv", "en"])
def test_danish_words_are_found_in_every_text(find: Find, quote: Make, language: str) -> None:
    row = quote(1, "Kommunaldirektøren og byernes borgere", language=language)
    assert all(find(query, row) for query in ("borgerne", "by", "kommunaldirektor", "direktør"))


@pytest.mark.parametrize(
    ("language", "marked"), [("en", ["Libraries", "library"]), ("da", ["library"])]
)
def test_english_forms_are_marked_in_english_texts(language: str, marked: list[str]) -> None:
    text = "Libraries, a library, lib."
    wanted = wanted_by("library", language)
    found = [text[start:end] for start, end in find_words(text, wanted)]
    assert found == marked


def test_an_index_on_disk_answers_as_one_in_memory(
    index: WhooshIndex, article: Make, row: Callable[[int], Pending]
) -> None:
    index.rebuild([article(1, "The council met.", language="en"), article(2, "Byen")], row(1))
    total, hits = index.search("councils", [HitKind.ARTICLE], [], [], 9)
    assert (total, [hit.id for hit in hits]) == (1, [1])
    index.update([article(2, "Two councils", language="en")], [], row(2))
    assert index.last_seq == 2
    assert index.search("council", [HitKind.ARTICLE], [], [], 9)[0] == 2
