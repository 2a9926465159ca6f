"""Reasons: written as an English phrase, and read again part by part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.reason import Because, Ground, parts_of, phrase

NAMES = st.sampled_from(["Karen Holm", "et vidne", "siger", "J. P. Dal-Bo 😀", "forskeren"])


@pytest.mark.parametrize("ground", Ground)
@given(name=NAMES)
def test_every_part_is_read_as_it_was_written(ground: Ground, name: str) -> None:
    part = Because(ground, name if "{words}" in ground.value else "")
    assert parts_of(phrase([Because(Ground.DASH), part])) == (Because(Ground.DASH), part)


def test_clause_is_what_no_other_ground_says() -> None:
    said = parts_of("dash turn; siger Karen Holm; a mark is missing")
    assert said == (
        Because(Ground.DASH),
        Because(Ground.SAID, "siger Karen Holm"),
        Because(Ground.TORN),
    )
    assert [part.ground.is_doubt for part in said] == [False, False, True]


@given(st.text())
def test_any_text_is_read_and_nothing_of_it_lost(text: str) -> None:
    assert phrase(parts_of(text)).replace("; ", "") == text.replace("; ", "")
