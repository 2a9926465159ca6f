"""What comparing ignores, and the way back to the offsets of the text itself."""

from hypothesis import given
from hypothesis import strategies as st

from kdcurator.text.folding import Folded

NASTY = st.text(st.sampled_from("aå😀e\u0301 \u00a0\u00ad\n\t\u2028."), max_size=60)


def test_soft_hyphens_blanks_and_line_breaks_make_no_difference() -> None:
    assert Folded("Kom\u00admunen\u00a0siger\n\nnej  til").text == "Kommunen siger nej til"


@given(NASTY)
def test_every_kept_character_comes_from_where_the_map_says(text: str) -> None:
    folded = Folded(text)
    for at, character in enumerate(folded.text):
        start, end = folded.original(at, at + 1)
        assert end == start + 1
        assert text[start] == character or (character == " " and text[start] not in "aåe")


@given(NASTY)
def test_a_place_comes_back_without_what_is_ignored_around_it(text: str) -> None:
    folded = Folded(text)
    for at, character in enumerate(text):
        if not character.isspace() and character != "\u00ad":
            found = folded.folded(at)
            assert folded.original(found, found + 1) == (at, at + 1)
