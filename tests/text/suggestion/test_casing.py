"""Lines in capitals as they would be written in a sentence."""

import pytest

from kdcurator.text.suggestion.casing import sentence_case
from kdcurator.text.suggestion.language import LanguageData


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JEG TRÆKKER MIG IKKE", "Jeg trækker mig ikke"),
        ("»DET ER FOR DYRT«, SIGER HAN.", "»Det er for dyrt«, siger han."),
        ("BRANDMAND: JEG SÅ TRAPPEN", "Brandmand: Jeg så trappen"),
        ("I GÅR SAGDE METTE HOLGERSEN NEJ", "I går sagde Mette Holgersen nej"),
        ("DSB OG EU", "DSB OG EU"),
        ("En linje som ALLE ANDRE", "En linje som ALLE ANDRE"),
    ],
)
def test_lines_in_capitals(text: str, expected: str, language: LanguageData) -> None:
    assert sentence_case(text, language) == expected


def test_names_of_the_other_lines_keep_their_capitals(language: LanguageData) -> None:
    text = "SÅDAN BLEV DSB OG TJÆREBY VENNER\nI går holdt DSB i Tjæreby."
    assert sentence_case(text, language).startswith("Sådan blev DSB og Tjæreby venner\n")


def test_length_never_changes(language: LanguageData) -> None:
    text = "İSTANBUL STRASSE ŒUVRE İİİ İİİİ İİİİ"
    assert len(sentence_case(text, language)) == len(text)
