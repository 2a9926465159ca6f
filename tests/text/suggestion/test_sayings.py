"""Who speaks where the subject is only what is said."""

import pytest

from kdcurator.text.suggestion.reader import TextReader


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (  # told of since
            "Bo Lund rejste sig.\n\n- Vi lukker, lød det.",
            ["Bo Lund"],
        ),
        (  # the last one
            "- Vi lukker, sagde Bo Lund.\n\n- Det er endeligt, lød det.",
            ["Bo Lund", "Bo Lund"],
        ),
        (  # who sent a document
            "Bo Lund fik et brev.\n\n- Vi lukker, står der i brevet fra Morsø Kommune.",
            ["Morsø Kommune"],
        ),
    ],
)
def test_speaker(text: str, speakers: list[str | None], reader: TextReader) -> None:
    assert [quote.speaker for quote in reader.read(text).quotes] == speakers
