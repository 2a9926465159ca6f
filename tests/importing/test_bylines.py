import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.importing.bylines import authors, is_byline


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Af Karen Holm", "Karen Holm"),
        ("AF KAREN HOLM", "KAREN HOLM"),
        ("Af: Karen Holm", "Karen Holm"),
        ("By Karen Holm", "Karen Holm"),
        ("Skrevet af Karen Holm", "Karen Holm"),
        ("Tekst: Karen Holm", "Karen Holm"),
        ("Tekst og foto: Karen Holm", "Karen Holm"),
        ("Tekst: Karen Holm Foto: Bo Lund", "Karen Holm"),
        ("Foto: Bo Lund. Tekst: Karen Holm", "Karen Holm"),
        ("Af Karen Holm, foto: Bo Lund", "Karen Holm"),
        ("Af Karen Holm (tekst) og Bo Lund (foto)", "Karen Holm"),
        ("Af Karen Holm, Kommunikationskonsulent, kho@eksempel.dk", "Karen Holm"),
        ("Af Karen Holm kho@eksempel.dk", "Karen Holm"),
        ("Af journalist Karen Holm", "Karen Holm"),
        ("Af Journalist Karen Holm, Søndervang Avis", "Karen Holm"),
        ("Af Karen Holm/Ritzau", "Karen Holm"),
        ("Af Karen Holm | 2. november 2026", "Karen Holm"),
        ("Af Karen Holm 2. november 2026", "Karen Holm"),
        ("Af Karen Holm – Søndervang", "Karen Holm"),
        ("Af Anne-Mette Ø. von der Holm", "Anne-Mette Ø. von der Holm"),
        ("Af Jean-Luc O’Neill", "Jean-Luc O’Neill"),
        ("Af Karen Holm og Bo Lund", "Karen Holm, Bo Lund"),
        ("Af Karen Holm, Bo Lund og Eva Sø, journalister", "Karen Holm, Bo Lund, Eva Sø"),
        ("Karen Holm, journalist", "Karen Holm"),
        ("Af Karen", "Karen"),
        ("*Af Karen Holm*", "Karen Holm"),
        ("Fra: Karen Holm <kho@eksempel.dk>", "Karen Holm"),
    ],
)
def test_the_name_comes_out_of_a_byline(line: str, name: str) -> None:
    assert authors([line]) == name


@pytest.mark.parametrize(
    "line", ["", "Af redaktionen", "Af /ritzau/", "Ritzau", "Foto: Bo Lund", "Af", "Søndervang"]
)
def test_a_byline_may_name_nobody(line: str) -> None:
    assert authors([line]) is None


def test_lines_of_a_byline_are_read_together_and_nobody_twice() -> None:
    lines = ["Tekst: Karen Holm", "Foto: Bo Lund", "Af Karen Holm", "By Eva Sø"]
    assert authors(lines) == "Karen Holm, Eva Sø"


@pytest.mark.parametrize(
    "line",
    [
        "Af Karen Holm",
        "**Af Karen Holm**",
        "Af journalist Karen Holm, Søndervang Avis",
        "Tekst: Karen Holm Foto: Bo Lund",
        "Af Karen Holm kho@eksempel.dk",
        "Karen Holm, journalist",
    ],
)
def test_a_line_built_like_a_byline_is_known(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Af Karen Holms fem heste er to syge",
        "Af alle byer er Søndervang den mindste",
        "Karen Holm, konsulent i Søndervang",
        "Af Karen Holm, der er født i byen.",
        "Foto: Bo Lund",
        "Karen Holm",
        "A" * 100_000,
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert not is_byline(line)


@given(st.text())
def test_no_byline_is_too_odd(line: str) -> None:
    name = authors([f"Af {line}"])
    assert name is None or name.strip() == name


@pytest.mark.parametrize("piece", ["a@", "foto", "Af ", "tekst", " og ", "Aa "])
def test_a_hostile_byline_takes_no_time(piece: str) -> None:
    start = time.process_time()
    authors([piece * 100_000])
    assert time.process_time() - start < 1
