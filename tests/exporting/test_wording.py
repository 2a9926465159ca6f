"""The words of a document in each language."""

from datetime import date

import pytest

from kdcurator.domain.article import Language
from kdcurator.domain.exporting import Grouping
from kdcurator.domain.quote import AnchorState
from kdcurator.exporting.wording import DANISH, ENGLISH, Words, words_in


@pytest.mark.parametrize(
    ("words", "day", "none"),
    [(DANISH, "24. okt. 2018", "uden dato"), (ENGLISH, "24 Oct 2018", "no date")],
)
def test_dates_are_printed_as_the_language_does(words: Words, day: str, none: str) -> None:
    assert words.day(date(2018, 10, 24)) == day
    assert words.day(None) == none


@pytest.mark.parametrize("words", [DANISH, ENGLISH])
def test_every_month_and_grouping_has_its_word(words: Words) -> None:
    assert len({words.day(date(2020, month, 1)) for month in range(1, 13)}) == 12
    assert set(words.grouped_by) == set(Grouping)
    assert set(words.marks) == set(words.remarks) == set(AnchorState) - {AnchorState.EXACT}


def test_numbers_and_plurals() -> None:
    assert ENGLISH.count(1, 1) == "1 quote from 1 article"
    assert ENGLISH.count(12_345, 2) == "12,345 quotes from 2 articles"
    assert DANISH.count(2, 1_000) == "2 citater fra 1.000 artikler"


def test_a_language_without_words_of_its_own_gets_danish() -> None:
    assert words_in(Language.ENGLISH) is ENGLISH
    assert words_in(Language.NORWEGIAN) is DANISH
