"""Lanes where quotes overlap, and the way to those of one screen."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.open_article import OpenArticle
from kdcurator.domain.quote import QuoteId
from kdcurator.domain.suggestion import SuggestionId
from kdcurator.domain.target import Kept, Suggested
from kdcurator.gui.reader.marks import Mark, Marks, marks_of

Opener = Callable[..., OpenArticle]
Places = dict[int, Sequence[tuple[int, int]]]

spans = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda it: (it[0], it[0] + it[1]))


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    found = draw(st.lists(st.tuples(spans, st.integers(0, 4)), max_size=12))
    return [
        Mark(Kept(QuoteId(number)), (span,), None, tags=(None,) * count)
        for number, (span, count) in enumerate(found)
    ]


@given(marks())
def test_no_two_overlapping_marks_share_a_lane(found: list[Mark]) -> None:
    placed = Marks(found).all
    for one in placed:
        for other in placed:
            if one is not other and one.start < other.end and other.start < one.end:
                assert not set(one.lanes) & set(other.lanes)


@given(marks())
def test_each_tag_has_a_lane(found: list[Mark]) -> None:
    for mark in Marks(found).all:
        assert len(mark.lanes) == len(set(mark.lanes)) == max(1, len(mark.tags))


@given(marks(), spans)
def test_marks_between_are_those_that_share_a_character(
    found: list[Mark], span: tuple[int, int]
) -> None:
    start, end = span
    wanted = {mark.owner for mark in found if mark.start < end and mark.end > start}
    assert {piece.mark.owner for piece in Marks(found).between(start, end)} == wanted


def test_innermost_mark_comes_first() -> None:
    outer = Mark(Kept(QuoteId(1)), ((0, 50),), None)
    inner = Mark(Suggested(SuggestionId(2)), ((10, 20),), None)
    assert [mark.owner for mark in Marks([outer, inner]).at(15)] == [inner.owner, outer.owner]


def test_mark_that_goes_on_comes_before_one_that_ends() -> None:
    ending = Mark(Kept(QuoteId(1)), ((5, 10),), None)
    going_on = Mark(Kept(QuoteId(2)), ((10, 90),), None)
    assert Marks([ending, going_on]).at(10)[0].owner == going_on.owner


def test_nothing_is_marked_in_an_empty_text() -> None:
    assert Marks().between(0, 10) == []
    assert Marks().of(None) is None


places = st.dictionaries(st.integers(1, 8), spans.map(lambda span: [span]), max_size=6)


@given(places, places, st.sets(st.integers(1, 8)))
def test_marks_used_again_are_the_marks_made_anew(
    open_text: Opener, found: Places, changed: Places, gone: set[int]
) -> None:
    text = "a" * 100
    first = open_text(text, quotes={key: (at, ["ny"]) for key, at in found.items()})
    again = open_text(text, quotes={key: (at, []) for key, at in changed.items()})
    kept = [quote for quote in first.quotes if quote.id not in gone | set(changed)]
    after = replace(again, quotes=(*kept, *again.quotes))
    assert marks_of(after, {}, marks_of(first, {})).all == marks_of(after, {}).all
