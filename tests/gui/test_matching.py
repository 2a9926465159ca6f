"""Typed letters find names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.gui.dialogs.matching import best, match

NAMES = ["Økonomi", "Kompetencer", "Teknologi", "Digital ledelse"]


def found(query: str) -> list[str]:
    return [name for name, _how in best(query, NAMES, str)]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("ko", ["Kompetencer", "Økonomi", "Teknologi"]),
        ("led", ["Digital ledelse"]),
        ("kompetancer", ["Kompetencer"]),
        ("klima", []),
        ("", NAMES),
    ],
)
def test_best_matches_come_first(query: str, names: list[str]) -> None:
    assert found(query) == names


def test_matched_letters_are_told() -> None:
    how = match("kno", "Teknologi")
    assert how is not None
    assert sorted(how.letters) == [2, 3, 4]


@given(st.text(max_size=12), st.text(max_size=30))
def test_matched_letters_stand_in_the_name(query: str, name: str) -> None:
    how = match(query, name)
    assert how is None or all(0 <= place < len(name.casefold()) for place in how.letters)
