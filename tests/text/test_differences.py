"""What differs between two wordings of one passage."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.text.differences import differences

WORDS = st.lists(st.sampled_from(["vi", "ikke", "noget", "kommunen", "😀", "ø\u00adre", ".", "\n"]))
TEXTS = WORDS.map(" ".join) | st.text(max_size=40)


def told(old: str, new: str) -> tuple[list[str], list[str]]:
    gone, come = differences(old, new)
    return [span.cut(old) for span in gone], [span.cut(new) for span in come]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Vi køber ikke noget", "Vi køber aldrig noget", (["ikke"], ["aldrig"])),
        ("Vi køber noget", "Vi køber slet ikke noget", ([], ["slet ikke"])),
        ("kommunen sagde nej", "kommunerne sagde nej", (["n"], ["rne"])),
        ("Vi har besluttet det", "Vi har besluttede det", (["t"], ["de"])),
        ("det er nødvendigt", "det er\u00a0nød\u00advendigt", ([], [])),
        ("Det er 😀 godt", "Det er 😃 godt", (["😀"], ["😃"])),
        ("", "", ([], [])),
    ],
)
def test_what_differs_is_marked_and_nothing_else(
    old: str, new: str, expected: tuple[list[str], list[str]]
) -> None:
    assert told(old, new) == expected


def test_single_word_that_two_sentences_share_is_marked_with_them() -> None:
    old = "Hvis vi ikke kan pege på en konkret opgave, er det et ønske"
    new = "Er det da ikke en temmelig dyr måde at begynde på"
    assert told(old, new) == ([old], [new])


@given(TEXTS, TEXTS)
def test_marks_are_in_order_and_a_text_differs_in_nothing_from_itself(old: str, new: str) -> None:
    assert differences(old, old) == ((), ())
    for text, marks in zip((old, new), differences(old, new), strict=True):
        assert all(mark.cut(text).strip() for mark in marks)
        assert all(one.end < other.start for one, other in pairwise(marks))
