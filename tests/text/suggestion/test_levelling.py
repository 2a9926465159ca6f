"""A text without what its setting put there, and the way back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.levelling import levelled

JOINING = frozenset({"og"})
ATOMS = st.sampled_from(
    [
        *("a", "b ", "  ", "-\n", "--", "''", "``", ",,", ">>", "<<", "\u00ad", "\u200b", "og"),
        *("e\u0301", "\n\n", "Æ", "»\u00a0", "\u00a0«", " -- ", "\ufeff", "👩\u200d🚒", "\u0301"),
    ]
)
TEXTS = st.lists(ATOMS, max_size=40).map("".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hver-\nken", "hverken"),
        ("teknik-\nog miljø", "teknik- og miljø"),
        ("Anne-\nMette", "Anne-Mette"),
        ("minis\u00adteren", "ministeren"),
        ("Signe  Vadgaard", "Signe Vadgaard"),
        ("''Ja'', ``nej''", '"Ja", "nej"'),
        (">>Ja<<, ,,nej''", '»Ja«, „nej"'),
        ("-- Ja -- tak", "— Ja — tak"),
        ("Andre\u0301", "André"),
        ("»\u00a0Ja\u00a0«", "»Ja«"),
        ("\u200b»Ja\ufeff«", "»Ja«"),
        ("Læs mere >>", "Læs mere >>"),
        ("på vej - hjem\n-\nNej", "på vej - hjem\n-\nNej"),
    ],
)
def test_what_says_nothing_is_levelled(text: str, expected: str) -> None:
    assert levelled(text, JOINING).text == expected


def test_clean_text_is_the_same_object() -> None:
    text = "– Vi går nu, siger hun.\n»Ja«, siger han."
    assert levelled(text, JOINING).text is text


def test_text_of_invisible_characters_alone_stays() -> None:
    assert levelled("\u00ad\u200b", JOINING).text == "\u00ad\u200b"


def test_way_back_leaves_invisible_characters_at_the_ends_outside() -> None:
    text = "»\u200bNatte\u00adsøvn\u200b«"
    level = levelled(text, JOINING)
    start = level.text.index("N")
    back = level.back(Span(start, start + len("Nattesøvn")))
    assert back.cut(text) == "Natte\u00adsøvn"


@given(TEXTS)
def test_every_stretch_has_a_way_back_that_keeps_order(text: str) -> None:
    level = levelled(text, JOINING)
    spans = [level.back(Span(at, at + 1)) for at in range(len(level.text))]
    assert all(span.end <= len(text) for span in spans)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))
