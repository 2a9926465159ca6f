"""Which dashes open speech."""

import pytest

from kdcurator.domain.quote import Span, Style
from kdcurator.text.suggestion.dashes import says_nothing, turns_in
from kdcurator.text.suggestion.language import LanguageData
from kdcurator.text.suggestion.source import Source, wording_of


def _source(text: str, language: LanguageData) -> Source:
    return Source.of(text, wording_of(text), language)


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("- Vi går nu.", ["Vi går nu."]),
        ("–\u00a0Vi går nu.", ["Vi går nu."]),
        ("—Vi går nu.", ["Vi går nu."]),
        ("-- Vi går nu.", ["Vi går nu."]),
        ("- Vi går, siger han. - Vi løber.", ["Vi går, siger han. ", "Vi løber."]),
        ("Han siger: - Vi går.", ["Vi går."]),
        ("Det er nok. – Ja, siger han.", ["Ja, siger han."]),
        ("Vi går – og løber – hele dagen.", []),
        ("Den 1. – 2. november", []),
        ("-5 grader", []),
        ("Kl. 10-17", []),
        ("- - -", []),
        ("Nordby - Vestermark 3-2", []),
    ],
)
def test_turns(text: str, speech: list[str], language: LanguageData) -> None:
    turns = turns_in(_source(text, language), Span(0, len(text)))
    assert [turn.speech.cut(text) for turn in turns] == speech


def test_en_dash_has_its_own_style(language: LanguageData) -> None:
    (turn,) = turns_in(_source("– Ja.", language), Span(0, 5))
    assert turn.style is Style.EN_DASH


@pytest.mark.parametrize(
    ("text", "nothing"),
    [("Bodil Krog, Nordby", True), ("vand og brød", True), ("Vi er her", False), ("Ja.", False)],
)
def test_signatures_and_items_say_nothing(text: str, nothing: bool, language: LanguageData) -> None:
    assert says_nothing(_source(text, language), Span(0, len(text))) is nothing
