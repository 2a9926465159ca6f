"""Noun phrases that belong to a name beside them."""

import pytest

from kdcurator.text.suggestion.reader import TextReader


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (  # the name behind a comma
            "Chaufføren, polske Marek Zielinski, steg ud.\n\n- Jeg så intet, siger han.",
            ["Marek Zielinski"],
        ),
        (  # the noun behind the name
            "Marek Zielinski, chaufføren, steg ud.\n\n- Jeg så intet, siger han.",
            ["Marek Zielinski"],
        ),
        (  # the noun behind a copula
            "Marek Zielinski er chaufføren.\n\n- Jeg så intet, siger han.",
            ["Marek Zielinski"],
        ),
    ],
)
def test_speaker(text: str, speakers: list[str | None], reader: TextReader) -> None:
    assert [quote.speaker for quote in reader.read(text).quotes] == speakers
