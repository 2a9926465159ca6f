"""Which evidence leads to whom."""

import pytest

from kdcurator.text.suggestion.reader import TextReader


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (  # a sentence that takes the quote up
            "»Vi lukker fabrikken i morgen.«\n\nDet siger direktør Bo Lund.",
            ["Bo Lund"],
        ),
        (  # a sentence of the same paragraph that takes it up
            "Fabrikken er fra 1911. »Vi lukker fabrikken i morgen.« Det siger direktør Bo Lund.",
            ["Bo Lund"],
        ),
        (  # the clause goes before what is told
            "Eva Krag kom.\n\n- Vi lukker, siger Bo Lund.",
            ["Bo Lund"],
        ),
    ],
)
def test_speaker(text: str, speakers: list[str | None], reader: TextReader) -> None:
    assert [quote.speaker for quote in reader.read(text).quotes] == speakers
