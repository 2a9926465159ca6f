"""How much two places share, against the plain way of counting it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.quote import Span
from kdcurator.text.overlap import Ground, Place, length, united


@st.composite
def places(draw: st.DrawFn) -> Place:
    """Draw spans in order that do not meet, across several steps of the ground."""
    edges = sorted(draw(st.sets(st.integers(0, 1600), min_size=2, max_size=8)))
    return tuple(Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False))


def points(place: Place) -> set[int]:
    return {point for span in place for point in range(span.start, span.end)}


@given(st.lists(places(), max_size=6), places())
def test_shares_are_those_of_the_sets_of_code_points(known: list[Place], place: Place) -> None:
    ground, mine = Ground(known), points(place)
    common = {number: len(points(other) & mine) for number, other in enumerate(known)}
    assert ground.shared(place) == {number: n for number, n in common.items() if n}
    same = {
        number
        for number, other in enumerate(known)
        if 2 * common[number] >= len(points(other) | mine)
    }
    assert ground.likeness(place).keys() == same
    assert length(place) == len(mine)


@given(st.lists(places(), max_size=6), places())
def test_united_places_cover_what_any_of_them_covers(known: list[Place], place: Place) -> None:
    spans = united(known)
    assert points(spans) == set().union(*map(points, known))
    assert all(a.end < b.start for a, b in pairwise(spans))
    shared = len(points(spans) & points(place))
    covered = Ground([[span] for span in spans]).covers_most_of(place)
    assert covered == (2 * shared >= len(points(place)))


@pytest.mark.parametrize(
    ("other", "is_same"), [((0, 100), True), ((0, 50), True), ((0, 49), False), ((51, 149), False)]
)
def test_half_of_the_words_of_both_is_the_same(other: tuple[int, int], is_same: bool) -> None:
    assert bool(Ground([[Span(0, 100)]]).likeness([Span(*other)])) is is_same
