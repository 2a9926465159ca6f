import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.text.division import undivided


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("kommu-\ndirektør", "kommudirektør"),
        ("blå-\nøjet, sø-\næble", "blåøjet, søæble"),
        ("kommu- \n  direktør", "kommudirektør"),
        ("kommu\u2010\ndirektør", "kommudirektør"),
        ("kommu\u00ad\ndirektør", "kommudirektør"),
        ("Hav\u00ad\nBy", "HavBy"),
        ("en ogsaa-\nogeller", "en ogsaaogeller"),
        ("profit-\nten, a\u00ad\nben", "profitten, aben"),
    ],
)
def test_divided_words_are_whole(text: str, whole: str) -> None:
    assert undivided(text) == whole


@pytest.mark.parametrize(
    "text",
    [
        "EU-\nlandene",
        "Anne-\nMarie",
        "it-\nsystemer",
        "vores e-\nmail og tv-\navis",
        "for-\nog bagside",
        "ind-\neller udland",
        "1990-\nerne",
        "slut -\nsiger han",
        "ord\n- svar",
        "a-\n\nb",
        "EU-landene",
    ],
)
def test_hyphens_of_the_words_themselves_stay(text: str) -> None:
    assert undivided(text) == text


@given(st.text(alphabet="abÆø-\u00ad\n \u2010og"))
def test_nothing_but_the_division_goes(text: str) -> None:
    def letters(words: str) -> str:
        return "".join(letter for letter in words if letter.isalpha())

    assert letters(undivided(text)) == letters(text)
