"""Where ends go: by words and sentences, over the segments of one quote."""

import pytest

from kdcurator.gui.reader.boundaries import moved, moved_by_sentence
from kdcurator.text.sentences import sentences

TEXT = "Det går. Vi ser, siger Bo Lund. Og så er det jul. Vi ses."
FIRST, LAST = (9, 15), (32, 49)


def words(places: tuple[tuple[int, int], ...] | None) -> list[str] | None:
    return None if places is None else [TEXT[start:end] for start, end in places]


@pytest.mark.parametrize(
    ("of_end", "by", "wanted"),
    [
        (True, 1, ["Vi ser", "Og så er det jul. Vi ses."]),
        (True, -1, ["Vi ser"]),
        (False, 1, ["Og så er det jul."]),
        (False, -1, ["Det går. Vi ser", "Og så er det jul."]),
    ],
)
def test_ends_move_by_a_sentence(of_end: bool, by: int, wanted: list[str]) -> None:
    places = moved_by_sentence(sentences(TEXT), (FIRST, LAST), of_end=of_end, by=by)
    assert words(places) == wanted


@pytest.mark.parametrize("of_end", [True, False])
def test_what_has_one_sentence_is_not_shortened_to_nothing(of_end: bool) -> None:
    by = -1 if of_end else 1
    assert moved_by_sentence(sentences(TEXT), ((50, 57),), of_end=of_end, by=by) is None


def test_text_has_ends() -> None:
    assert moved_by_sentence(sentences(TEXT), ((50, 57),), of_end=True, by=1) is None
    assert moved_by_sentence(sentences(TEXT), ((0, 8),), of_end=False, by=-1) is None


def test_segment_that_an_end_has_passed_is_left_out() -> None:
    assert words(moved(TEXT, (FIRST, (32, 34)), of_end=True, by=-1)) == ["Vi ser"]
    assert words(moved(TEXT, ((12, 15), LAST), of_end=False, by=2)) == ["Og så er det jul."]
