"""The language of a text."""

import pytest

from kdcurator.domain.article import Language
from kdcurator.text.suggestion.reader import TextReader


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeg ved ikke, hvad der skal ske nu, siger hun.", Language.DANISH),
        (
            "Jeg vet ikke hva som skal skje nå, sier hun, og det er bare noe av det.",
            Language.NORWEGIAN,
        ),
        ("Jag vet inte vad som ska hända nu, säger hon, och det är inte lätt.", Language.SWEDISH),
        ("I do not know what will happen now, she said, and that is it.", Language.ENGLISH),
        ("", Language.DANISH),
        ("12 34 56", Language.DANISH),
    ],
)
def test_language(text: str, expected: Language, reader: TextReader) -> None:
    assert reader.read(text).language is expected
