import pytest

from kdcurator.gui.reader.finding import Finder


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("En kommunal-\ndirektør.", "kommunal-\ndirektør"),
        ("En Kommunal\u00ad\ndirektør.", "Kommunal\u00ad\ndirektør"),
        ("En kommunaldirektør.", "kommunaldirektør"),
    ],
)
def test_a_word_is_found_divided_or_not(text: str, found: str) -> None:
    hit = Finder().find(text, "kommunaldirektør", 0)
    assert hit is not None
    assert hit.cut(text) == found


def test_the_own_hyphen_of_a_word_is_no_division() -> None:
    assert Finder().find("EU-\nlandene", "EUlandene", 0) is None
