"""Whom the words of a subject or a label mean."""

import pytest

from kdcurator.text.suggestion.reader import TextReader


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (  # a body by a common noun
            "Morsø Kommune beklager.\n\n- Vi retter fejlen, skriver kommunen.",
            ["Morsø Kommune"],
        ),
        (  # førstnævnte and sidstnævnte
            "Bo Lund og Eva Krag kom.\n\n- Ja, sagde førstnævnte.\n\n- Nej, sagde sidstnævnte.",
            ["Bo Lund", "Eva Krag"],
        ),
        (  # de stands for the body told of last
            "Morsø Kommune beklager.\n\n- Vi retter fejlen, skriver de.",
            ["Morsø Kommune"],
        ),
        (  # the initials of a label
            (
                "Dommer Bo Lund mødte Eva Krag.\n\nBL: Hvem var der?\n\nEK: Kun jeg.\n\n"
                "BL: Sikkert?\n\nEK: Ja."
            ),
            ["Eva Krag", "Eva Krag"],
        ),
    ],
)
def test_speaker(text: str, speakers: list[str | None], reader: TextReader) -> None:
    assert [quote.speaker for quote in reader.read(text).quotes] == speakers
