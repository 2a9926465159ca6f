"""Dashed lines that list, and the dash below them that speaks."""

import pytest

from kdcurator.text.suggestion.reader import TextReader

OPENING = """Havnen i Nordby får ny kaj til næste år

Byrådet har sagt ja til planen, som skal give plads til både lystsejlere og fiskere i havnen.

"""
REMARK = "- Det er den største dag i havnens historie, siger havnefoged Karl Beck."
SAID = ["Det er den største dag i havnens historie"]


def _quoted(reader: TextReader, words: str) -> list[str]:
    text = OPENING + words
    return [s.cut(text) for quote in reader.read(text).quotes for s in quote.segments]


@pytest.mark.parametrize(
    "points",
    [
        "Fakta om kajen:\n- 200 meter lang\n- 12 bådpladser\n- to kraner\n\n",
        "Fakta om kajen:\n- 200 meter lang\n- 12 bådpladser\n- to kraner\n",
        "Det er planen:\n- Den bliver 200 meter lang.\n- Den får to kraner.\n\n",
        "Planen:\n- 200 meter kaj\n- 12 bådpladser\n- to kraner\n\n",
    ],
)
def test_a_remark_below_a_list_is_a_quote(reader: TextReader, points: str) -> None:
    assert _quoted(reader, points + REMARK) == SAID


@pytest.mark.parametrize(
    "points",
    [
        "Fakta om kajen:\n- 200 meter lang\n- 12 bådpladser\n- to kraner",
        "Fakta:\n\n- Den er 200 meter lang.\n\n- Den får to kraner.\n\n- Den koster en del.",
        "Kaj til alle\n- 200 meter lang\n- 12 bådpladser\n- to kraner",
    ],
)
def test_the_points_themselves_are_none(reader: TextReader, points: str) -> None:
    assert _quoted(reader, points) == []
    assert _quoted(reader, f"{points}\n\nKarl Beck er havnefoged i Nordby på sjette år.") == []
