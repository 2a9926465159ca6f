"""Quotation marks and what they pair with."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.quote import Span, Style
from kdcurator.text.suggestion.marks import Marked, marked_in


def _marked(text: str) -> list[Marked]:
    return marked_in(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("»Ja tak«", ["Ja tak"]),
        ("«Ja tak»", ["Ja tak"]),
        ("»Ja tak»", ["Ja tak"]),
        ("„Ja tak“", ["Ja tak"]),
        ("”Ja tak”", ["Ja tak"]),
        ("“Ja tak”", ["Ja tak"]),
        ('"Ja tak"', ["Ja tak"]),
        ("’Ja tak’", ["Ja tak"]),
        ("»Hun sagde ”nu” højt«", ["Hun sagde ”nu” højt"]),
        ("»A« og »B«", ["A", "B"]),
        ("Lars’ bil og ’90erne", []),
        ('Han er 1,80" høj', []),
    ],
)
def test_what_stands_in_marks(text: str, inner: list[str]) -> None:
    assert [marked.inner.cut(text) for marked in _marked(text) if marked.is_opened] == inner


def test_lost_closing_mark_ends_at_the_next_opening_one() -> None:
    first, second = _marked("»Ja, siger han. »Nej«, siger hun.")
    assert not first.is_closed
    assert second.is_closed


def test_lost_opening_mark_is_taken_from_the_start() -> None:
    (marked,) = _marked("Vi går nu«, siger han.")
    assert not marked.is_opened
    assert marked.inner == Span(0, 9)


def test_carried_mark_counts_as_open() -> None:
    text = "Det var alt«, siger hun."
    (marked,) = marked_in(text, Span(0, len(text)), "»")
    assert marked.inner.cut(text) == "Det var alt"


@pytest.mark.parametrize(
    ("text", "style"), [("»Ja«", Style.GUILLEMETS), ("”Ja”", Style.DOUBLE_QUOTES)]
)
def test_style_is_the_opening_mark(text: str, style: Style) -> None:
    assert _marked(text)[0].style is style


@given(st.text(alphabet="»«„“”\"'’ a.,\n", max_size=40).filter(str.strip))
def test_stretches_run_forwards(text: str) -> None:
    found = _marked(text)
    assert all(a.close <= b.open + 1 for a, b in pairwise(found))
