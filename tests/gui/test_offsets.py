"""Code points and UTF-16 positions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.gui.offsets import Offsets

texts = st.text(st.sampled_from("aæ😀👩🏽\u0301\u00a0\u2028\n⁠𝄞 "), max_size=60)


@given(texts)
def test_every_offset_comes_back(text: str) -> None:
    offsets = Offsets(text)
    for place in range(len(text) + 1):
        assert offsets.to_text(offsets.to_qt(place)) == place


@given(texts)
def test_positions_count_utf_16_units(text: str) -> None:
    offsets = Offsets(text)
    for place in range(len(text) + 1):
        assert offsets.to_qt(place) == len(text[:place].encode("utf-16-le")) // 2


@given(texts, st.integers(-5, 140))
def test_positions_beyond_the_text_are_kept_within_it(text: str, position: int) -> None:
    assert 0 <= Offsets(text).to_text(position) <= len(text)
    assert 0 <= Offsets(text).to_qt(position) <= Offsets(text).qt_length


@pytest.mark.parametrize(("position", "place"), [(0, 0), (1, 1), (2, 1), (3, 2)])
def test_position_inside_a_pair_is_that_of_its_character(position: int, place: int) -> None:
    assert Offsets("a😀b").to_text(position) == place
