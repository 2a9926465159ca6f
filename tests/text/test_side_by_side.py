"""What differs between two whole texts."""

from hypothesis import given
from hypothesis import strategies as st

from kdcurator.text.side_by_side import whole_differences

FIRST = """Kommunen vælger

Per Dal

Lyngsø har 41.000 indbyggere og tre havne. Det ved alle.

- Vi spørger borgerne, siger Per Dal.
"""


def marked(one: str, other: str) -> tuple[list[str], list[str]]:
    left, right = whole_differences(one, other)
    return [span.cut(one) for span in left], [span.cut(other) for span in right]


def test_equal_texts_differ_in_nothing() -> None:
    assert marked(FIRST, FIRST) == ([], [])
    assert marked(FIRST, FIRST.replace("borgerne", "bor\u00adgerne").replace("\n\n", "\n")) == (
        [],
        [],
    )


def test_words_that_are_others_are_marked_in_their_paragraph() -> None:
    other = FIRST.replace("41.000", "40.000").replace("tre havne", "to havne")
    left, right = marked(FIRST, other)
    assert " ".join(left).split()[-1] == "tre"
    assert " ".join(right).split()[-1] == "to"
    assert not any("indbyggere" in words for words in left + right)


def test_what_stands_for_nothing_differs_as_a_whole() -> None:
    other = "Derfor spørger de\n\n" + FIRST.partition("\n")[2] + "\nByrådet mødes i maj.\n"
    assert marked(FIRST, other) == (
        ["Kommunen vælger"],
        ["Derfor spørger de", "Byrådet mødes i maj."],
    )


def test_texts_with_nothing_in_common_are_marked_throughout() -> None:
    assert marked("En to tre.", "Fire fem seks.") == (["En to tre."], ["Fire fem seks."])
    assert marked("", "Fire.") == ([], ["Fire."])


@given(st.text("ab \n😀\u00ad", max_size=60), st.text("ab \n😀\u00ad", max_size=60))
def test_marks_stand_inside_their_text_in_order(one: str, other: str) -> None:
    for text, marks in zip((one, other), whole_differences(one, other), strict=True):
        ends = [at for mark in marks for at in (mark.start, mark.end)]
        assert ends == sorted(ends)
        assert all(mark.cut(text).strip() for mark in marks)
