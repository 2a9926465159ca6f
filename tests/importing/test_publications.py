import time
from collections.abc import Callable

import pytest

from kdcurator.domain.article import PartKind
from kdcurator.domain.person import Presentation
from kdcurator.domain.quote import Style
from kdcurator.domain.suggestion import Reading
from kdcurator.importing.margins import margins
from kdcurator.importing.publications import publication

PARAGRAPH = "Kommunen har brugt to år på at flytte biblioteket, og nu er det endelig åbent. " * 3
KAREN = Presentation("Karen Holm", municipality="Søndervang")
INTERVIEW = (Style.QA_ANSWER, Style.QA_ANSWER)

Guess = Callable[..., str | None]


@pytest.fixture
def guess(make_reading: Callable[..., Reading]) -> Guess:
    """Return a function that guesses the publication of an article with this head and foot."""

    def of(
        head: str = "",
        foot: str = "",
        *parts: tuple[PartKind, str],
        styles: tuple[Style, ...] = (),
        url: str | None = None,
    ) -> str | None:
        text = f"Rubrik\n{head}\n{PARAGRAPH}\n{foot}"
        body = (PartKind.BODY, PARAGRAPH)
        reading = make_reading(text, body, *parts, people=(KAREN,), styles=styles)
        return publication(text, reading, margins(text, reading), url)

    return of


@pytest.mark.parametrize(
    ("head", "foot", "name"),
    [
        ("Kilde: Søndervang Avis", "", "Søndervang Avis"),
        ("Medie: Søndervang Avis, 2. november 2026", "", "Søndervang Avis"),
        ("Bragt i Søndervang Avis", "", "Søndervang Avis"),
        ("Søndervang Avis | 2. november 2026 | Side 5", "", "Søndervang Avis"),
        ("Kilde: https://www.politiken.dk/x", "", "Politiken"),
        ("", "Medie: Søndervang Avis", "Søndervang Avis"),
        ("", "Kilde: Ritzau", "Ritzau"),
        ("", "Skriv til redaktionen@bynyt.example", "bynyt.example"),
        ("", "/ritzau/", "Ritzau"),
        ("", "/ritzau/Reuters/", "Ritzau"),
        ("", "Mere om sagen følger. /ritzau/", "Ritzau"),
        ("", "Få nyhederne fra ByNyt i din mailboks", "ByNyt"),
        ("", "Læs mere på altinget.dk", "Altinget"),
        ("", "Interviewet er først bragt i Søndervang Avis.", "Søndervang Avis"),
        ("", "ByNyt har derfor spurgt direktør Karen Holm om flytningen.", "ByNyt"),
        ("", "Derfor har ByNyt talt med Karen Holm.", "ByNyt"),
        ("", "Politiken har mødt Karen Holm til en snak.", "Politiken"),
    ],
)
def test_a_text_names_its_publication(guess: Guess, head: str, foot: str, name: str) -> None:
    assert guess(head, foot) == name


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("", ""),
        ("", "Kilde: Danmarks Statistik"),
        ("", "Udgivet i 2019"),
        ("", "Læs mere på borger.dk\nHent skemaet på borger.dk"),
        ("", "Læs mere om byer på f.eks. Fyn\nHun så på bl.a. Mors"),
        ("", "Der kommer flere nyheder fra Søndervang i morgen."),
        ("", "Regeringen har spurgt Karen Holm."),
        ("", "KL har spurgt Karen Holm."),
        ("", "Bo Lund har talt med Karen Holm."),
        ("", "Karen Holm har talt med Karen Holm."),
        ("", "Søndervang Kommune har spurgt Karen Holm."),
        ("", "Hun har spurgt Karen Holm."),
        ("", "ByNyt har spurgt borgerne."),
    ],
)
def test_signs_that_many_texts_bear_by_chance_name_nothing(
    guess: Guess, head: str, foot: str
) -> None:
    assert guess(head, foot) is None


def test_in_an_interview_the_one_who_asked_need_not_name_whom(guess: Guess) -> None:
    asked = "Derfor har ByNyt spurgt en række ledere."
    assert guess("", asked, styles=INTERVIEW) == "ByNyt"
    assert guess("", asked, styles=(Style.DASH,)) is None


@pytest.mark.parametrize(
    ("byline", "credit", "name"),
    [
        ("Af Eva Sø, konsulent, es@bynyt.dk", "Foto: ByNyt", "ByNyt"),
        ("Af Eva Sø, es@bynyt.dk", "", "bynyt.dk"),
        ("Af Eva Sø, es@jv.dk", "Foto: ByNyt", "JydskeVestkysten"),
        ("Af Eva Sø, es@gmail.com", "Foto: ByNyt", None),
        ("Af Eva Sø", "Foto: Colourbox", None),
        ("Af Ritzau", "Foto: Bo Lund", "Ritzau"),
        ("Af Eva Sø, Kærbæk Avis", "", "Kærbæk Avis"),
        ("Af Eva Sø, journalist, Fjordposten", "", "Fjordposten"),
        ("Af Eva Sø, Søndervang Kommune", "", None),
    ],
)
def test_the_authors_address_names_the_house(
    guess: Guess, byline: str, credit: str, name: str | None
) -> None:
    assert guess(f"{byline}\n{credit}", "", (PartKind.BYLINE, byline)) == name


def test_the_articles_own_address_counts_most(guess: Guess) -> None:
    foot = "Få nyhederne fra ByNyt i din mailboks"
    assert guess("", foot, url="https://www.dr.dk/nyheder/1") == "DR"


@pytest.mark.parametrize("piece", ["A", "har A", "Aa ", "a.", "på a.", "/a", "@a.", "Kilde: A"])
def test_a_hostile_text_takes_no_time(guess: Guess, piece: str) -> None:
    start = time.process_time()
    guess(piece * 100_000, piece * 100_000)
    assert time.process_time() - start < 1
