"""Every example in the help on searching is read as written and finds what the page says."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId, Metadata
from kdcurator.domain.quote import QuoteRequest
from kdcurator.domain.searching import HitKind
from kdcurator.search.language import read
from kdcurator.services.arrivals import TextToRead
from kdcurator.settings import Settings, resources

TEXTS = (
    """Nye systemer i Lyngsø

Borgmesteren og andre borgmestre i landet vil have nye systemer til digitalisering.

- Vi vil have færre systemer, siger kommunaldirektør Per Dal.
""",
    """Vej og bro

Vejen over en bro åbner til maj, siger byens borgmester.

- Vi har ventet længe, siger Anna Krog.
""",
    """Endnu en vej

En direktør står her. Systemer er nye for ham.

- Færre systemer, det er hvad vi vil have, siger Bo Ege.
""",
)
KNOWN = (
    Metadata(publication="Fjordposten", municipality="Lyngsø", published_on=date(2021, 3, 5)),
    Metadata(publication="Havnen", municipality="Havby", published_on=date(2019, 6, 1)),
    Metadata(publication="Havnen", municipality="Havby", published_on=date(2020, 1, 1)),
)
SAID: tuple[tuple[str, str, list[str]], ...] = (
    ("Vi vil have færre systemer", "Per Dal", ["ledelse", "digital ledelse"]),
    ("Vi har ventet længe", "Anna Krog", []),
    ("Færre systemer, det er hvad vi vil have", "Bo Ege", []),
)
FOUND = {
    "borgmesteren": "A1 A2",
    "direktør": "A1 A3",
    '"direktør"': "A3",
    "kommunaldirektor": "A1",
    "borgmsteren": "A1 A2",
    "digital*": "A1",
    "borgmsteren~": "A1 A2",
    "nye systemer": "A1 A3",
    "nye {and} systemer": "A1 A3",
    "vej {or} systemer": "A1 A2 A3 Q1 Q3",
    "systemer -vej": "A1 Q1 Q3",
    "systemer {not} vej": "A1 Q1 Q3",
    '"nye systemer"': "A1",
    "{open}nye systemer{close}": "A1",
    "(vej {or} systemer) -bro": "A1 A3 Q1 Q3",
    "tag:ledelse": "A1 Q1",
    'tag:"digital ledelse"': "A1 Q1",
    "{speaker}:Dal": "A1 Q1",
    '{speaker}:"Per Dal"': "A1 Q1",
    "{source}:Fjordposten": "A1 Q1",
    "{title}:systemer": "A1 Q1",
    "{municipality}:Lyngsø": "A1 Q1",
    "{date}:2021": "A1 Q1",
    "{date}:2021-03": "A1 Q1",
    "{date}:5.3.2021": "A1 Q1",
    "{date}:2019..2021": "A1 A2 A3 Q1 Q2 Q3",
    "{date}:2020..": "A1 A3 Q1 Q3",
    "status:{new}": "Q1 Q2 Q3",
    "{speaker}:(Dal {or} Krog) systemer": "A1 Q1",
    "{like}:1": "Q3",
}
"""What each example finds; articles and quotes by their numbers."""
WORDS = {
    "da": {
        "and": "OG",
        "or": "ELLER",
        "not": "IKKE",
        "open": "»",
        "close": "«",
        "speaker": "kilde",
        "source": "medie",
        "title": "rubrik",
        "municipality": "kommune",
        "date": "dato",
        "new": '"ikke sendt"',
        "like": "ligner",
    },
    "en": {
        "and": "AND",
        "or": "OR",
        "not": "NOT",
        "open": "“",
        "close": "”",
        "speaker": "speaker",
        "source": "source",
        "title": "title",
        "municipality": "municipality",
        "date": "date",
        "new": "new",
        "like": "like",
    },
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Curator]:
    """Return a library that has what the examples speak of, and what they leave out."""
    folder = tmp_path_factory.mktemp("help")
    settings = Settings(
        library=folder / "library",
        cache=folder / "cache",
        backups=folder / "backups",
        logs=folder / "logs",
        config=folder / "config",
        wait=0.1,
    )
    with bootstrap.build(settings) as curator:
        for number, (text, known) in enumerate(zip(TEXTS, KNOWN, strict=True), start=1):
            curator.articles.import_text(TextToRead(text, known))
            said, speaker, tags = SAID[number - 1]
            place = (text.index(said), text.index(said) + len(said))
            wish = QuoteRequest(ArticleId(number), [place], speaker=speaker, tags=tags)
            curator.quotes.save_quotes([wish])
        curator.searching.catch_up()
        yield curator


def examples(language: str) -> list[str]:
    """Return what stands in bold on the page."""
    page = Path(resources() / "help" / f"searching.{language}.md").read_text(encoding="utf-8")
    return [found.replace("\\", "") for found in re.findall(r"\*\*((?:\\.|[^*])+)\*\*", page)]


def found(curator: Curator, query: str) -> str:
    hits = curator.searching.search(query, tuple(HitKind)).hits
    return " ".join(sorted(f"{hit.kind[0].upper()}{hit.id}" for hit in hits))


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_example_finds_what_the_page_says(library: Curator, language: str) -> None:
    expected = {query.format_map(WORDS[language]): hits for query, hits in FOUND.items()}
    assert examples(language) == list(expected)
    assert {query: found(library, query) for query in expected} == expected
    odd = {query: read(query).misread for query in expected if not query.startswith(("l", "like"))}
    assert not any(odd.values()), odd


def test_slip_is_said_to_be_one_and_inflections_are_found_alike(library: Curator) -> None:
    answer = library.searching.search("borgmsteren", tuple(HitKind))
    assert answer.corrected in {"borgmesteren", "borgmestre", "borgmester"}
    assert found(library, "borgmester") == found(library, "borgmestrene") == "A1 A2"


def test_exact_words_come_before_longer_ones(library: Curator) -> None:
    hits = library.searching.search("direktør", (HitKind.ARTICLE,)).hits
    assert [hit.id for hit in hits] == [3, 1]
