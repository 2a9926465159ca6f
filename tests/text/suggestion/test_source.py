"""Words and sentence ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.text.suggestion.language import LanguageData
from kdcurator.text.suggestion.source import Source, wording_of


def _source(text: str, language: LanguageData) -> Source:
    return Source.of(text, wording_of(text), language)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anne-Lise Bach-Nielsen", ["Anne-Lise", "Bach-Nielsen"]),
        ("KL’s f.eks. 18.000", ["KL’s", "f.eks", "18.000"]),
        ("it- og", ["it", "og"]),
        ("cafe\u0301en", ["cafe\u0301en"]),
        ("»Ja«,", ["Ja"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert wording_of(text).texts == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Det er slut. Vi går hjem.", 2),
        ("Det sker kl. 10 ca. Og så hjem.", 1),
        ("Det er bl.a. Karen Holt.", 1),
        ("P. Jensen og H.C. Poulsen kom.", 1),
        ("Den 1. maj er fri. Fint.", 2),
        ("Hvad? Nej!", 2),
        ("»Nej.« Hun smiler.", 2),
        ("Han tøver … måske.", 1),
        ("Det var i 2021. Så kom hun.", 2),
    ],
)
def test_sentences(text: str, count: int, language: LanguageData) -> None:
    assert len(_source(text, language).sentences(0, len(text))) == count


@given(st.text(max_size=60))
def test_words_stand_where_they_say(text: str) -> None:
    assert all(text[word.start : word.end] == word.text for word in wording_of(text).words())
