from collections.abc import Callable

import pytest

from kdcurator.domain.article import PartKind
from kdcurator.domain.suggestion import Reading
from kdcurator.importing.margins import margins
from kdcurator.importing.titles import Title, title

Make = Callable[..., Reading]


def title_of(make_reading: Make, text: str, *parts: tuple[PartKind, str]) -> Title:
    reading = make_reading(text, *parts)
    return title(text, reading, margins(text, reading))


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("Bro til\nintet ", "Bro til intet"),
        ("# Bro til intet", "Bro til intet"),
        ("C# er et sprog", "C# er et sprog"),
        ("Valget 3. november 2026", "Valget 3. november 2026"),
        ("Bro " * 500, None),
    ],
)
def test_the_title_that_was_found_comes_on_one_line(
    make_reading: Make, part: str, words: str | None
) -> None:
    assert title_of(make_reading, part, (PartKind.TITLE, part)) == Title(words)


@pytest.mark.parametrize(
    "first",
    [
        "2. november 2026",
        "PRESSEMEDDELELSE",
        "https://bynyt.dk/a",
        "Søndervang Avis | 2. november 2026 | Side 5",
        "Publiceret 2. nov. 2026",
    ],
)
def test_what_merely_stands_first_is_no_title_and_the_next_heading_a_guess(
    make_reading: Make, first: str
) -> None:
    text = f"{first}\n\nBro til intet\n"
    parts = ((PartKind.TITLE, first), (PartKind.HEADING, "Bro til intet"))
    assert title_of(make_reading, text, *parts) == Title("Bro til intet", is_guess=True)


def test_a_title_that_a_line_states_counts_first(make_reading: Make) -> None:
    text = "Noter\nRubrik: Bro til intet\n"
    assert title_of(make_reading, text, (PartKind.TITLE, "Noter")).words == "Bro til intet"


def test_the_title_of_a_mail_is_its_subject(make_reading: Make) -> None:
    text = "Fra: Bo Lund\nTil: Eva Sø\nEmne: SV: VS: Broen\n\nKære Eva"
    assert title_of(make_reading, text, (PartKind.TITLE, "Fra: Bo Lund")) == Title("Broen")
    assert title_of(make_reading, "Emne: Broen").words is None
