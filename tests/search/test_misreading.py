"""What of a query is not read as it was written is told, and a query can be closed and added to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.misreading import Misreading
from kdcurator.search.language import parse, read

Why = Misreading


@pytest.mark.parametrize(
    ("query", "why", "part"),
    [
        ('"', Why.OPEN_PHRASE, '"'),
        ('a "b c', Why.OPEN_PHRASE, '"b c'),
        ("»a", Why.OPEN_PHRASE, "»a"),
        ('tag:"led', Why.OPEN_PHRASE, '"led'),
        ("a) b", Why.STRAY_BRACKET, ")"),
        ("a (b", Why.STRAY_BRACKET, "("),
        ("tag:", Why.EMPTY_FIELD, "tag:"),
        ("Kommune: Aarhus", Why.EMPTY_FIELD, "Kommune:"),
        ('tag:""', Why.EMPTY_FIELD, "tag:"),
        ("person:Holm", Why.UNKNOWN_FIELD, "person:"),
        ("-person:Holm a", Why.UNKNOWN_FIELD, "person:"),
        ("dato:2021-13-40", Why.NO_DATE, "2021-13-40"),
        ('a dato:"i går"', Why.NO_DATE, "i går"),
        ("dato:(2021 OR snart)", Why.NO_DATE, "snart"),
        ("*direktør", Why.STRAY_STAR, "*direktør"),
        ("kommu*direktør", Why.STRAY_STAR, "kommu*direktør"),
        ("a OR", Why.IDLE_OPERATOR, ""),
        ("a IKKE", Why.IDLE_OPERATOR, ""),
        ("a (b AND)", Why.IDLE_OPERATOR, ""),
        ("-a -b", Why.ONLY_ABSENCE, ""),
        ("ligner:12 a", Why.LIKE_WHAT, "ligner:"),
        ("a~ b~ c~ d~ e~ f~", Why.TOO_MANY_COSTLY, "5"),
        ("a " * 21, Why.TOO_LONG, "20"),
        ("a" * 2_001, Why.TOO_LONG, "20"),
    ],
)
def test_what_is_misread_is_told(query: str, why: Misreading, part: str) -> None:
    (found,) = read(query).misread
    assert (found.why, found.part) == (why, part)
    assert "{" not in found.message


@pytest.mark.parametrize(
    "query",
    [
        *("", "a b", '"a b"', "»a« “b” „c“", "a OR (b c)", "a OG b ELLER c IKKE d", "-a b"),
        *("tag:a", 'kilde:"A B"', "tag:(a OR b)", "dato:2017..", "dato:(2021 OR 2020)", "a* b~"),
        *("kl.12:30", "https://a.dk/b", "Ole: sagde", "12:30", "it-systemer", "a - b", "tag:a*"),
    ],
)
def test_what_is_read_as_written_is_not_told(query: str) -> None:
    assert read(query).misread == ()
    assert read(query).whole == query


@pytest.mark.parametrize(
    ("query", "is_either"),
    [("a OR b", True), ("a b ELLER c", True), ("(a OR b) c", False), ("a", False), ("", False)],
)
def test_either_is_told(query: str, is_either: bool) -> None:
    assert read(query).is_either is is_either


_PIECES = ["a", "ø", " ", "(", ")", '"', "»", "«", "„", "”", "-", "*", "~", ":", "tag:", "dato:",
           "title:", "2021", "AND", " OR ", " NOT ", "\n"]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_closed_query_asks_the_same(query: str) -> None:
    reading = read(query)
    assert reading.asked == parse(query)
    if not any(one.why is Why.TOO_LONG for one in reading.misread):
        assert parse(reading.whole) == reading.asked
        assert not {one.why for one in read(reading.whole).misread} & {
            *(Why.OPEN_PHRASE, Why.STRAY_BRACKET),
        }
