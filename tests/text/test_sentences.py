"""Sentences and words of Danish texts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.settings import resources
from kdcurator.text.sentences import (
    read_abbreviations,
    sentence_at,
    sentences,
    word_ends,
    word_starts,
    words,
)


@pytest.fixture(scope="module")
def abbreviations() -> frozenset[str]:
    return read_abbreviations(resources() / "danish" / "abbreviations.txt")


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi ses d. 1. november kl. 10.30 hos Bo.",
        "Det koster ca. 3.000 kr. om året.",
        "Det gælder bl.a. Aarhus og f.eks. Odense.",
        "Ifølge dr. H.C. Lund, Ph.d., er det nr. 5.",
        "Jf. § 3, stk. 2 i loven.",
        "»Hvorfor?« spørger han.",
        "Nej! siger hun.",
        "Det er … svært.",
        "Den 1. Maj er fri.",
        "Årsmødet er den 1. – 2. november 2021.",
        "1. Vi skal spare.",
        "Det siger P. Jensen.",
        "Det er ca. 2\u00a0000 stk.",
        "En linje\nder går videre her.",
    ],
)
def test_one_sentence_stays_one(sentence: str, abbreviations: frozenset[str]) -> None:
    assert [span.cut(sentence) for span in sentences(sentence, abbreviations)] == [sentence]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ja. Nej.", ["Ja.", "Nej."]),
        ("»Ja.« Så gik han.", ["»Ja.«", "Så gik han."]),
        ("Hvad? Intet! Slut…", ["Hvad?", "Intet!", "Slut…"]),
        ("Rubrik uden punktum\n\nBrødtekst.", ["Rubrik uden punktum", "Brødtekst."]),
        ("Rubrik\nNy linje.", ["Rubrik", "Ny linje."]),
        ("– Vi skal spare, siger hun. Så sagt.", ["Vi skal spare, siger hun.", "Så sagt."]),
        ("Te, kaffe m.m. Derefter gik vi.", ["Te, kaffe m.m.", "Derefter gik vi."]),
        ("Det var i 2020. 3 mand kom.", ["Det var i 2020.", "3 mand kom."]),
        ("Det var i 2020. Bo kom.", ["Det var i 2020.", "Bo kom."]),
        ("Læs mere\nhttps://example.org", ["Læs mere", "https://example.org"]),
        ("Første\u2028Anden", ["Første", "Anden"]),
        ("Så \U0001f600. Ny.", ["Så \U0001f600.", "Ny."]),
    ],
)
def test_sentences_end_where_a_reader_stops(
    text: str, wanted: list[str], abbreviations: frozenset[str]
) -> None:
    assert [span.cut(text) for span in sentences(text, abbreviations)] == wanted


danish = st.text(
    st.sampled_from("aÅ1.?!…»«–- \n\u00a0\u2028\u0301\U0001f600") | st.characters(codec="utf-8"),
    max_size=120,
)


@given(danish)
def test_sentences_are_in_order_and_hold_all_letters(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    held = {place for span in found for place in range(span.start, span.end)}
    assert all(place in held for place, letter in enumerate(text) if letter.isalnum())


@given(danish)
def test_no_sentence_opens_or_closes_with_white_space(text: str) -> None:
    for span in sentences(text):
        assert span.cut(text) == span.cut(text).strip()


@given(danish, st.integers(0, 120))
def test_sentence_at_a_caret_is_the_last_that_opens_before_it(text: str, caret: int) -> None:
    found = sentences(text)
    index = sentence_at(found, caret)
    assert (index is None) == (not found)
    if index is not None and index + 1 < len(found):
        assert found[index + 1].start > caret


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("kl. 10.30 i Aarhus-området", ["kl", "10.30", "i", "Aarhus-området"]),
        ("Cafe\u0301 KL's 2.000", ["Cafe\u0301", "KL's", "2.000"]),
    ],
)
def test_words_hold_what_belongs_together(text: str, wanted: list[str]) -> None:
    assert [span.cut(text) for span in words(text)] == wanted


@given(danish, st.integers(0, 120), st.integers(-3, 3).filter(bool))
def test_steps_go_the_way_they_are_told(text: str, offset: int, by: int) -> None:
    for step in (word_starts, word_ends):
        place = step(text, min(offset, len(text)), by)
        if place is not None:
            assert (place - min(offset, len(text))) * by > 0


def test_end_moves_over_word_and_marks() -> None:
    text = "Vi skal spare. Nu."
    assert [word_ends(text, 7, by) for by in (1, 2, 3, -1)] == [13, 14, 17, 2]
    assert word_starts(text, 3, -1) == 0
    assert word_starts(text, 0, -1) is None
