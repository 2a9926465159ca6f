"""A jump leads to the word that was found, inflected or not."""

import pytest

from kdcurator.services.whereabouts import whereabouts

TEXT = "Det blev sent 😀. Siden sagde borgmester Anna Krog nej, og alle borgmestrene fulgte hende."


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("borgmestre", "borgmester"),
        ("»Anna Krogs«", "Anna"),
        ("kilde:krog sagde", "sagde"),
        ("fulgt*", "fulgte"),
    ],
)
def test_place_of_the_first_word_asked_for(query: str, found: str) -> None:
    place = whereabouts(query, TEXT).first
    assert place is not None
    assert place.cut(TEXT) == found


def test_every_form_is_marked_once() -> None:
    assert whereabouts("borgmesterens", TEXT * 3).forms == ("borgmester", "borgmestrene")


@pytest.mark.parametrize("query", ["", "tag:ledelse", "-nej", "minister"])
def test_nothing_asked_for_is_nowhere(query: str) -> None:
    nowhere = whereabouts(query, TEXT)
    assert (nowhere.first, nowhere.forms) == (None, ())
