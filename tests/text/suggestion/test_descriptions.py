"""Whom noun phrases stand for."""

import pytest

from kdcurator.text.suggestion.reader import TextReader


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (  # an age told before
            "Karsten Boe, 43, faldt i åen.\n\n- Jeg så intet, siger den 43-årige.",
            ["Karsten Boe"],
        ),
        (  # a noun that may be used of anybody
            "Karsten Boe har 200 køer i Thy.\n\n- Jeg sover ikke, siger landmanden.",
            ["Karsten Boe"],
        ),
        (  # an office that nobody is said to bear
            "Karsten Boe faldt i åen ved Thisted.\n\n- Vi hentede ham, siger vagtchefen.",
            [None],
        ),
        (  # a wider word for a title
            "Det mener professor Anne Krag.\n\n- Vi målte to gange, siger forskeren.",
            ["Anne Krag"],
        ),
        (  # somebody unnamed
            (
                "En 41-årig mand er tiltalt. Anklager Bo Lund kræver fængsel.\n\n"
                "- Jeg var hjemme, sagde den 41-årige."
            ),
            [None],
        ),
        (  # the other one of a couple
            "Ella og Børge Tarp sælger huset. Hendes mand smiler.\n\n- Det er tid, siger han.",
            ["Børge Tarp"],
        ),
        (  # the stranger told of before by the same noun
            "En diplomat kom. Rektor Bo Lund talte.\n\n- Vi rejser, siger diplomaten.",
            [None],
        ),
    ],
)
def test_speaker(text: str, speakers: list[str | None], reader: TextReader) -> None:
    assert [quote.speaker for quote in reader.read(text).quotes] == speakers


def test_doubt_makes_a_suggestion_weaker(reader: TextReader) -> None:
    text = "{} mødte Pernille Holt.\n\n- Det er trist, siger hun."
    clear = reader.read(text.format("Jens Toft")).quotes[0].confidence
    landman = "Karsten Boe har 200 køer.\n\n- Jeg sover ikke, siger landmanden."
    assert reader.read(landman).quotes[0].confidence < 0.9 < clear
