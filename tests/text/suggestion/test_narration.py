"""Of whom the writer tells, in order, and what that tells of them."""

import pytest

from kdcurator.text.suggestion.reader import TextReader


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (  # what a pronoun is said to be
            "Anne Krag kom sent. Hun er lektor. Bo Lund gik.\n\n- Vi målte, siger lektoren.",
            ["Anne Krag"],
        ),
        (  # nobody is told of inside a quote
            "Anne Krag kom sent.\n\n- Bo Lund løj, siger hun.\n\n- Alle løj, siger hun.",
            ["Anne Krag", "Anne Krag"],
        ),
    ],
)
def test_speaker(text: str, speakers: list[str | None], reader: TextReader) -> None:
    assert [quote.speaker for quote in reader.read(text).quotes] == speakers
