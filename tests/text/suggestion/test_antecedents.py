"""Whom pronouns stand for."""

import pytest

from kdcurator.text.suggestion.reader import TextReader


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (  # the subject of the sentence before, not the last one named
            "Rektor Vibeke Toft ringede til Pernille Holt om sagen.\n\n- Det er trist, siger hun.",
            ["Vibeke Toft"],
        ),
        (  # the gender of the name
            "Vibeke Toft ringede til Jens Holt om sagen.\n\n- Det er trist, siger han.",
            ["Jens Holt"],
        ),
        (  # the only one of the sentence before, though only as an owner
            "Vibeke Toft ringede til Eva Holt. På Evas bord lå en sæbe.\n\n- Ja, siger hun.",
            ["Eva Holt"],
        ),
        (  # nobody told of fits: a stranger
            "Jens Holt ringede om sagen.\n\n- Det er trist, siger hun.",
            [None],
        ),
    ],
)
def test_speaker(text: str, speakers: list[str | None], reader: TextReader) -> None:
    assert [quote.speaker for quote in reader.read(text).quotes] == speakers
