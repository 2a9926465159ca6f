"""Who speaks where no word says so."""

import pytest

from kdcurator.text.suggestion.reader import TextReader


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (  # a question is answered by the other one
            (
                "Svend Munk og Poul Krag bøder garn.\n\n- Hvor er båden? spørger Svend Munk.\n\n"
                "- Den ligger i havnen."
            ),
            ["Svend Munk", "Poul Krag"],
        ),
        (  # told of just before
            "- Vi lukker, siger Bo Lund.\n\nEva Krag ryster på hovedet.\n\n- Det er for tidligt.",
            ["Bo Lund", "Eva Krag"],
        ),
        (  # told of right behind
            "»Vi lukker,« siger Bo Lund.\n\nEva Krag kom.\n\n»Det er slut.« Bo Lund nikker.",
            ["Bo Lund", "Bo Lund"],
        ),
        (  # the last one goes on
            "- Vi lukker, siger Bo Lund.\n\n- Det er endeligt.",
            ["Bo Lund", "Bo Lund"],
        ),
        (  # the text has only one who speaks next
            "- Vi lukker.\n\n- Det er endeligt, siger Bo Lund.",
            ["Bo Lund", "Bo Lund"],
        ),
    ],
)
def test_speaker(text: str, speakers: list[str | None], reader: TextReader) -> None:
    assert [quote.speaker for quote in reader.read(text).quotes] == speakers
