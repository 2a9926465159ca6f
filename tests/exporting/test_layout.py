"""What stands in a document and in what order."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.exporting import ExportedQuote, Grouping
from kdcurator.domain.person import PersonId
from kdcurator.exporting.layout import (
    Group,
    count_of,
    danish_order,
    grouped,
    name_line,
    source_of,
)
from kdcurator.exporting.wording import DANISH, ENGLISH

MakeQuote = Callable[..., ExportedQuote]


def outline(groups: list[Group]) -> list[tuple[str, list[int]]]:
    return [(group.heading, [e.quote.id for e in group.quotes]) for group in groups]


def test_a_quote_stands_under_each_of_its_tags_and_the_untagged_last(make: MakeQuote) -> None:
    quotes = [
        make(id=1, tags=()),
        make(id=2, tags=("Ærlighed", "barrierer")),
        make(id=3, start=5, tags=("barrierer",)),
    ]
    assert outline(grouped(quotes, Grouping.TAG, DANISH)) == [
        ("barrierer", [2, 3]),
        ("Ærlighed", [2]),
        ("Uden tag", [1]),
    ]


def test_a_tag_named_untagged_is_not_the_group_of_the_untagged(make: MakeQuote) -> None:
    quotes = [make(id=1), make(id=2, tags=("Uden tag",))]
    assert outline(grouped(quotes, Grouping.TAG, DANISH)) == [("Uden tag", [2]), ("Uden tag", [1])]


def test_tags_that_differ_in_case_are_one_group_and_hold_a_quote_once(make: MakeQuote) -> None:
    quotes = [make(id=1, tags=("Data", "data")), make(id=2, start=3, tags=("data",))]
    assert outline(grouped(quotes, Grouping.TAG, DANISH)) == [("data", [1, 2])]


def test_speakers_follow_the_alphabet_and_the_unknown_stands_last(make: MakeQuote) -> None:
    names = ("Øjvind Å", None, "Bo Å", "Aage Ø", "")
    quotes = [make(id=n, speaker=name) for n, name in enumerate(names)]
    assert outline(grouped(quotes, Grouping.SPEAKER, DANISH)) == [
        ("Bo Å", [2]),
        ("Øjvind Å", [0]),
        ("Aage Ø", [3]),
        ("Ukendt kilde", [1, 4]),
    ]


def test_two_people_of_one_name_are_two_groups(make: MakeQuote) -> None:
    quotes = [make(id=n, speaker="Jens Hansen", speaker_id=PersonId(n)) for n in (2, 1)]
    assert outline(grouped(quotes, Grouping.SPEAKER, DANISH)) == [
        ("Jens Hansen", [1]),
        ("Jens Hansen", [2]),
    ]


def test_articles_follow_the_order_of_import_and_quotes_the_text(make: MakeQuote) -> None:
    quotes = [
        make(id=1, article=10, metadata={"title": "A"}),
        make(id=2, article=9, start=50, metadata={"title": "Z"}),
        make(id=3, article=9, start=7, metadata={"title": "Z"}),
        make(id=4, article=11),
    ]
    assert outline(grouped(quotes, Grouping.ARTICLE, DANISH)) == [
        ("Z", [3, 2]),
        ("A", [1]),
        ("uden rubrik", [4]),
    ]


@given(st.permutations(range(8)))
def test_the_order_given_does_not_matter(order: list[int]) -> None:
    names = ["Ærø", "Øm", "Aabenraa", "Ål", "Zoo", "älg", "über", "Ada"]
    expected = ["Ada", "über", "Zoo", "älg", "Ærø", "Øm", "Aabenraa", "Ål"]
    assert sorted((names[i] for i in order), key=danish_order) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a\N{COMBINING RING ABOVE}", "åb"),
        ("zz", "æ"),
        ("øre", "Århus"),
        ("Aarhus", "Århus"),
        ("idé", "idéer"),
        ("data", "Data b"),
        ("æble", "Αθήνα"),
    ],
)
def test_danish_order(first: str, second: str) -> None:
    assert danish_order(first) < danish_order(second)


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, ("Ukendt kilde", "")),
        ({"role": "sygeplejerske"}, ("Ukendt kilde", "sygeplejerske")),
        (
            {"speaker": "Bo", "role": "it-chef", "organisation": "KL"},
            ("Bo", "it-chef, KL"),
        ),
        ({"speaker": "Bo", "role": "it-chef i KL", "organisation": "KL"}, ("Bo", "it-chef i KL")),
        ({"speaker": "Bo", "role": "it-chef", "municipality": "Havby"}, ("Bo", "it-chef, Havby")),
        ({"speaker": "Bo", "organisation": "KL", "municipality": "Havby"}, ("Bo", "KL")),
    ],
)
def test_name_line(make: MakeQuote, fields: dict[str, str], line: tuple[str, str]) -> None:
    assert name_line(make(**fields).quote, DANISH) == line


def test_a_source_line_says_what_is_unknown_and_where_else_it_was_said(make: MakeQuote) -> None:
    bare = source_of(make(), ENGLISH)
    assert (bare.medium, bare.title, bare.day, bare.tags) == (None, "no title", "no date", None)
    own = make(metadata={"publication": "Nu"}, said_to="Nu")
    other = make(metadata={"publication": "Nu"}, said_to="Radio Øst", tags=("a", "b"))
    assert source_of(own, DANISH).said_to is None
    assert source_of(other, DANISH).said_to == "sagt til Radio Øst"
    assert source_of(other, DANISH).tags == "Tags: a, b"


@pytest.mark.parametrize(
    ("ids", "line"),
    [
        ([], "Ingen citater"),
        ([1], "1 citat fra 1 artikel"),
        ([1, 2, 2], "2 citater fra 1 artikel"),
        (range(1234), "1.234 citater fra 1 artikel"),
    ],
)
def test_quotes_are_counted_once(make: MakeQuote, ids: list[int], line: str) -> None:
    assert count_of([make(id=n) for n in ids], DANISH) == line
