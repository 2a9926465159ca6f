"""What queries find, on rows that are searched in memory: the same way as an index on disk."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import Stemmer
from hypothesis import given, settings
from hypothesis import strategies as st

from kdcurator.domain.searching import HitKind, Searchable

Make = Callable[..., Searchable]
Find = Callable[..., list[tuple[HitKind, int]]]


@pytest.mark.parametrize(
    "query", ["borger", "borgerne", "BORGERNES", "digitalisering", "borger og"]
)
def test_inflections_are_found(find: Find, article: Make, query: str) -> None:
    assert find(query, article(1, "Digitaliseringen er til for borgerne og byen."))


@pytest.mark.parametrize("word", ["by", "it", "to", "og", "ikke", "ø"])
def test_short_and_common_words_are_found(find: Find, article: Make, word: str) -> None:
    rows = [article(1, f"Der er {word} her."), article(2, "Der er intet her.")]
    assert find(word, *rows) == [(HitKind.ARTICLE, 1)]


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ('"it og digitalisering"', True),
        ("»it og digitaliseringen«", True),
        ('"og it"', False),
        ('"digitalisering og it"', False),
        ('"vores it"', True),
        ("it-og", True),
        ('"it it"', False),
    ],
)
def test_phrases_need_the_words_in_order(
    find: Find, article: Make, query: str, is_found: bool
) -> None:
    assert (
        bool(find(query, article(1, "Vores it og\u00a0digitali\u00adsering, sagde hun")))
        is is_found
    )


@pytest.mark.parametrize("query", ["it-systemer", "it systemer", '"it-systemet"', '"it systemer"'])
@pytest.mark.parametrize("text", ["it-systemer", "it systemer", "IT-systemet", "it-\nsystemer"])
def test_a_hyphen_is_a_blank(find: Find, article: Make, query: str, text: str) -> None:
    rows = [article(1, f"De nye {text} virker."), article(2, "It er et system, systemer er it.")]
    expected = [1, 2] if query == "it systemer" else [1]
    assert sorted(number for _, number in find(query, *rows)) == expected


@pytest.mark.parametrize("division", ["-\n", "\u00ad\n", "\u00ad", "\u2010\n  "])
@pytest.mark.parametrize("query", ["kommunaldirektør", '"vores kommunaldirektør siger"'])
def test_a_divided_word_is_found_whole(
    find: Find, article: Make, query: str, division: str
) -> None:
    assert find(query, article(1, f"Vores kommunal{division}direktører siger"))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("by", "byerne"),
        ("byen", "byer"),
        ("barn", "børnene"),
        ("børn", "barnet"),
        ("god", "det gode"),
        ("godt", "god"),
        ("universitet", "universiteterne"),
        ("universitetet", "universitet"),
        ("mænd", "formand og mand"),
        ("virksomhed", "virksomhederne"),
        ("digital", "digitalt"),
        ("lille", "små"),
        ("boern", "barnet"),
        ('"små børn"', "det lille barn"),
        ("bør*", "børnene"),
    ],
)
def test_forms_that_no_rule_joins_are_found(
    find: Find, article: Make, query: str, text: str
) -> None:
    assert find(query, article(1, f"Det er {text}."), article(2, "Bydende, mandat.")) == [
        (HitKind.ARTICLE, 1)
    ]


@pytest.mark.parametrize(
    ("query", "text"),
    [("politik", "politikerne"), ("borg", "borgerne"), ("god", "gods"), ("leder", "ledelsen")],
)
def test_words_that_only_look_alike_are_apart(
    find: Find, article: Make, query: str, text: str
) -> None:
    assert not find(query, article(1, text))


@pytest.mark.parametrize(
    "query", ["borgerne*", "borgern*", "borg*", "kommunal*", "kommunaldirekto*"]
)
def test_prefixes_find_inflected_words(find: Find, article: Make, query: str) -> None:
    assert find(query, article(1, "Borgerne mødte kommunaldirektøren."))


@pytest.mark.parametrize("query", ["direktør*", "x*", "borgerx*"])
def test_prefixes_find_no_other_words(find: Find, article: Make, query: str) -> None:
    assert not find(query, article(1, "Borgerne mødte kommunaldirektøren."))


def test_a_prefix_with_many_completions_finds_them_all(find: Find, article: Make) -> None:
    rows = [article(number, f"bi{number}") for number in range(1, 101)]
    assert len(find("bi*", *rows)) == 100


@pytest.mark.parametrize(
    "query", ["ledlse~", "leddelse~", "ledeles~", "ledelse~", "kommunaldirektren~"]
)
def test_one_slip_is_forgiven(find: Find, article: Make, query: str) -> None:
    assert find(query, article(1, "Ledelsen og kommunaldirektøren."))


@pytest.mark.parametrize(
    "typed",
    ["kommunaldirektor", "kommunaldirektoer", "kommunaldirektoeren", "kommunaldirektorerne"],
)
def test_danish_letters_can_be_typed_without(find: Find, article: Make, typed: str) -> None:
    assert find(typed, article(1, "Kommunaldirektøren taler."))


def test_an_exact_spelling_comes_first(find: Find, article: Make) -> None:
    rows = [article(1, "mål mål mål", title="Mål"), article(2, "Vi skal male og mal er mal " * 9)]
    assert [number for _, number in find("mal", *rows)] == [2, 1]
    assert [number for _, number in find("mål", *rows)] == [1]


def test_what_is_denied_is_not_guessed_at(find: Find, article: Make) -> None:
    rows = [article(1, "et mål"), article(2, "et mal")]
    assert [number for _, number in find("et -mal", *rows)] == [1]


def test_a_phrase_can_be_typed_without_danish_letters(find: Find, article: Make) -> None:
    assert find('"pa vej hjem"', article(1, "Hun er på vej hjem."))


@pytest.fixture(scope="session")
def known(quote: Make) -> Searchable:
    return quote(
        7,
        "Vi skal videre",
        title="Rådhuset åbner",
        speaker="Åse Vang Terney",
        speaker_forms=("Terney", "Fru Vang"),
        tags=("Digital ledelse", "It, drift & co.", "Økonomi"),
        publication="Ålby Avis",
        municipalities=("Aarhus Kommune", "Ålby"),
        published_on=date(2021, 3, 5),
        status="sent",
    )


_FINDING = """
tag:"digital ledelse" | tag:»Digital Ledelse« | tag:"it, drift & co." | tag:dig* | tag:*
tag:okonomi | tag:oekonomi | tag:økonomi~ | tag:(x OR økonomi)
kilde:terney | speaker:TERNEY | kilde:"vang terney" | kilde:"Åse Vang Terney" | kilde:ase
kilde:ter* | kilde:"fru vang"
medie:"ålby avis" | source:ålby* | medie:"alby avis"
kommune:aarhus | kommune:"Aarhus Kommune" | kommune:Århus | municipality:"ålby kommune"
rubrik:rådhus | title:"rådhuset åbner" | title:åb*
dato:2021 | date:2021-03 | date:2021-03-05 | date:2017..2021 | date:2021.. | dato:..2021
status:sent | status:SENDT | videre tag:økonomi kilde:terney -status:new
"""

_FINDING_NOTHING = """
tag:digital | tag:ledelse | tag:it | tag:ledelse* | kilde:"terney fru" | kilde:åse-terney
kilde:ålby | medie:ålby | kommune:aalborg | rubrik:videre | dato:2020 | date:2021-04
dato:..2020 | dato:2022..
status:new | status:s | -tag:økonomi | tag:økonomi -videre | avis
"""


def _queries(lines: str) -> list[str]:
    return [query.strip() for line in lines.strip().splitlines() for query in line.split(" | ")]


@pytest.mark.parametrize("query", _queries(_FINDING))
def test_fields_find(find: Find, known: Searchable, query: str) -> None:
    assert find(query, known) == [(HitKind.QUOTE, 7)]


@pytest.mark.parametrize("query", _queries(_FINDING_NOTHING))
def test_fields_leave_out(find: Find, known: Searchable, query: str) -> None:
    assert find(query, known) == []


def test_a_bare_name_finds_what_its_owner_said(find: Find, known: Searchable) -> None:
    assert find("Terney videre", known)


def test_an_article_without_a_date_has_none(find: Find, article: Make) -> None:
    assert find("date:1900..2100", article(1, "x")) == []


@pytest.mark.parametrize("query", ["-a", "NOT a", "NOT (a OR b)", "-a -b", "", "OR", '"', "()"])
def test_mere_absence_finds_nothing(find: Find, article: Make, query: str) -> None:
    assert find(query, article(1, "c")) == []


def test_titles_rank_above_bodies(find: Find, article: Make) -> None:
    body, title = (
        article(1, "ledelse " * 3 + "er svært " * 9),
        article(2, "er svært " * 12, "Ledelse"),
    )
    assert [number for _, number in find("ledelse", body, title)] == [2, 1]


def test_quotes_rank_above_bodies(find: Find, article: Make, quote: Make) -> None:
    text = "Ledelse er svært, når ingen følger med."
    assert find("ledelse", article(1, text), quote(2, text))[0] == (HitKind.QUOTE, 2)


_WORDS = [
    "borger",
    "borgerne",
    "skib",
    "skibet",
    "it",
    "ikke",
    "ledelse",
    "ledelsens",
    "møde",
    "by",
]
_STEMMER = Stemmer.Stemmer("danish")
_texts = st.lists(st.sampled_from(_WORDS), max_size=8).map(" ".join)


def _stems(text: str) -> list[str]:
    words = re.findall(r"\w+", text.lower())
    return [str(stem) for stem in _STEMMER.stemWords(words)]


def _has(query: str) -> tuple[str, Callable[[list[str]], bool]]:
    """Return a word or phrase as a query, and whether stems hold it."""
    asked = _stems(query)
    said = f'"{query}"' if len(asked) > 1 else query

    def matches(stems: list[str]) -> bool:
        return any(stems[at : at + len(asked)] == asked for at in range(len(stems)))

    return said, matches


def _joined(operator: str, test: Callable[[Any], bool]) -> Callable[[Any], Any]:
    return lambda two: (
        f"({two[0][0]} {operator} {two[1][0]})",
        lambda stems: test([two[0][1](stems), two[1][1](stems)]),
    )


_leaves = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join).map(_has)
_trees = st.recursive(
    _leaves,
    lambda inner: (
        st.tuples(inner, inner).map(_joined("AND", all))
        | st.tuples(inner, inner).map(_joined("OR", any))
        | st.tuples(inner, inner).map(_joined("NOT", lambda two: two[0] and not two[1]))
    ),
    max_leaves=5,
)


@settings(max_examples=150, deadline=None)
@given(rows=st.lists(_texts, min_size=1, max_size=12), tree=_trees)
def test_results_equal_a_scan(find: Find, article: Make, rows: list[str], tree: Any) -> None:
    query, matches = tree
    expected = {number for number, text in enumerate(rows) if matches(_stems(text))}
    found = find(query, *(article(number, text) for number, text in enumerate(rows)))
    assert {number for _, number in found} == expected
