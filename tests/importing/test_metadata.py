import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.article import Language, Metadata, Part, PartKind, TextType
from kdcurator.domain.person import Presentation
from kdcurator.domain.quote import Style
from kdcurator.domain.suggestion import Reading
from kdcurator.importing.metadata import describe

TODAY = date(2026, 11, 22)
PARAGRAPH = "Broen over sundet har kostet det dobbelte, og den er stadig ikke malet færdig. " * 2
PARTS = (
    (PartKind.KICKER, "BYUDVIKLING"),
    (PartKind.TITLE, "Bro til ingenting"),
    (PartKind.SUBTITLE, "Ti år og to borgmestre senere"),
    (PartKind.LEDE, "Søndervang har bygget en bro.\nIngen bruger den."),
    (PartKind.BYLINE, "Af Karen Holm, journalist, kh@bynyt.dk"),
    (PartKind.BODY, PARAGRAPH),
)
ARTICLE = "https://www.bynyt.dk/bro?id=7&utm_source=mail\n2. november 2026\n" + "\n\n".join(
    words for _, words in PARTS
)

Make = Callable[..., Reading]


def test_an_article_tells_all_about_itself(make_reading: Make) -> None:
    people = (Presentation("Bo Lund", municipality="Søndervang"), Presentation("Eva Sø"))
    reading = make_reading(ARTICLE, *PARTS, people=people, styles=(Style.QA_ANSWER,))
    guessed = {"publication", "published_on", "url", "municipality", "text_type"}
    assert describe(ARTICLE, reading, TODAY) == Metadata(
        title="Bro til ingenting",
        subtitle="Ti år og to borgmestre senere",
        kicker="BYUDVIKLING",
        lede="Søndervang har bygget en bro. Ingen bruger den.",
        byline="Karen Holm",
        publication="bynyt.dk",
        published_on=date(2026, 11, 2),
        url="https://www.bynyt.dk/bro?id=7",
        language=Language.DANISH,
        municipality="Søndervang",
        text_type=TextType.INTERVIEW,
        guessed=frozenset(guessed),
    )


def test_a_text_that_tells_nothing_is_described_by_nothing(make_reading: Make) -> None:
    reading = make_reading(PARAGRAPH, language=Language.SWEDISH)
    assert describe(PARAGRAPH, reading, TODAY) == Metadata(language=Language.SWEDISH)


@pytest.mark.parametrize(
    ("places", "municipality"),
    [([], None), ([None], None), (["A", None, "A"], "A"), (["A", "B"], None)],
)
def test_the_municipality_is_that_of_the_people_when_they_have_but_one(
    make_reading: Make, places: list[str | None], municipality: str | None
) -> None:
    people = tuple(Presentation(f"P{i}", municipality=at) for i, at in enumerate(places))
    assert describe("x", make_reading("x", people=people)).municipality == municipality


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("Link: https://bynyt.dk/a", "https://bynyt.dk/a"),
        ("www.bynyt.dk/a", "https://www.bynyt.dk/a"),
        ("<https://bynyt.dk/%C3%B8?fbclid=1#top>", "https://bynyt.dk/%C3%B8#top"),
        ("Se https://bynyt.dk/a for mere", None),
        ("https://bruger:kode@bynyt.dk/a", None),
        ("https://[bynyt", None),
        ("https://bynyt", None),
        ("ftp://bynyt.dk/a", None),
        ("javascript:alert(1)", None),
    ],
)
def test_an_address_alone_on_a_line_above_is_the_articles(
    make_reading: Make, head: str, url: str | None
) -> None:
    text = f"{head}\n{PARAGRAPH}\nLæs mere og tilmeld dig >\nhttps://andetsteds.dk/kursus"
    assert describe(text, make_reading(text, (PartKind.BODY, PARAGRAPH))).url == url


@pytest.mark.parametrize(
    ("foot", "url"),
    [
        ("Medie: By i Dag\nLink: https://www.byidag.dk/a", "https://www.byidag.dk/a"),
        ("Medie: By i Dag\nhttps://www.byidag.dk/kursus", None),
        ("Medie: By i Dag\nLink: https://andetsteds.dk/a", None),
        ("Link: https://www.byidag.dk/a", None),
    ],
)
def test_an_address_below_is_the_articles_when_it_leads_to_its_medium(
    make_reading: Make, foot: str, url: str | None
) -> None:
    text = f"Rubrik\n{PARAGRAPH}\n{foot}"
    assert describe(text, make_reading(text, (PartKind.BODY, PARAGRAPH))).url == url


@given(
    st.text(st.sampled_from("Af Ø.@\n:/1 –\xa0😀") | st.characters()),
    st.lists(st.tuples(st.sampled_from(PartKind), st.integers(0, 40), st.integers(0, 40))),
)
def test_no_text_is_too_odd(text: str, spans: list[tuple[PartKind, int, int]]) -> None:
    parts = tuple(
        Part(kind, start, start + length + 1)
        for kind, start, length in sorted(spans, key=lambda span: span[1])
    )
    assert isinstance(describe(text, Reading((), parts, (), Language.DANISH)), Metadata)


def taken(text: str) -> float:
    """Return the seconds that describing a text takes, the quicker of two tries."""
    kinds = (PartKind.TITLE, PartKind.BYLINE, PartKind.LEDE)
    parts = tuple(Part(kind, 0, len(text)) for kind in kinds)
    tries = []
    for _ in range(2):
        start = time.process_time()
        describe(text, Reading((), parts, (), Language.DANISH))
        tries.append(time.process_time() - start)
    return min(tries)


@pytest.mark.parametrize("piece", ["A\n", "x", " ", "Af Karen Holm\n", "\n", PARAGRAPH])
def test_time_does_not_outgrow_the_text(piece: str) -> None:
    short, long = (taken(piece * (length // len(piece))) for length in (2_500_000, 20_000_000))
    assert long < 25 * short + 0.1  # in step it would be 8 times, in squares 64 times
