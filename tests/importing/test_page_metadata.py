import json
from datetime import date

import pytest

from kdcurator.domain.article import Language, Metadata
from kdcurator.importing.page_metadata import page_metadata, page_titles
from kdcurator.importing.pages import parse_page

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Borgmester: »Nu m&aring; staten handle«",
    "author": [{"@type": "Person", "name": "Åse Ø. Ørsted"}, {"@type": "Person", "name": "Bo Ek"}],
    "datePublished": "2026-11-02T06:30:00+01:00",
    "publisher": {"@type": "Organization", "name": "Havby Avis"},
    "inLanguage": "da-DK",
    "mainEntityOfPage": {"@id": "https://avisen.example/a?utm_source=x&id=7"},
}


def known(*head: str, before: str = "") -> Metadata:
    return page_metadata(parse_page(f"{before}<html><head>{''.join(head)}</head><p>x</p></html>"))


def linked_data(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Thing", "ReportageNewsArticle"]},
    ],
)
def test_linked_data_tells_what_an_article_is(data: object) -> None:
    found = known(
        "<script>var x = 1</script>", linked_data({"@type": "WebSite"}), linked_data(data)
    )
    assert found == Metadata(
        title="Borgmester: »Nu må staten handle«",
        byline="Åse Ø. Ørsted, Bo Ek",
        publication="Havby Avis",
        published_on=date(2026, 11, 2),
        url="https://avisen.example/a?id=7",
        language=Language.DANISH,
    )


def test_meta_elements_tell_it_where_there_is_no_linked_data() -> None:
    found = known(
        meta("og:title", "Nu må staten handle | Havby Avis"),
        meta("og:site_name", "Havby Avis"),
        meta("article:published_time", "2026-11-02"),
        '<meta name="author" content="Af Åse Ørsted">',
        '<link rel="canonical" href="https://avisen.example/a">',
    )
    assert found == Metadata(
        title="Nu må staten handle",
        byline="Åse Ørsted",
        publication="Havby Avis",
        published_on=date(2026, 11, 2),
        url="https://avisen.example/a",
    )


@pytest.mark.parametrize(
    "author", ["Havby Avis", {"name": "havby avis"}, "https://x.example/bo", None, 7]
)
def test_a_medium_or_an_address_is_nobody_s_name(author: object) -> None:
    assert known(linked_data({**ARTICLE, "author": author})).byline is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-02T23:30:00Z", date(2026, 11, 3)),
        ("2026-07-01T22:30:00+00:00", date(2026, 7, 2)),
        ("2026-11-02T23:30:00+01:00", date(2026, 11, 2)),
        ("2026-11-02T23:30", date(2026, 11, 2)),
        ("2026-11-02 kl. 9", date(2026, 11, 2)),
        ("9999-12-31T23:59:00Z", date(9999, 12, 31)),
        ("2026-13-02", None),
        ("02.11.2026", None),
        ("i går", None),
    ],
)
def test_the_day_is_the_one_that_readers_in_denmark_had(written: str, day: date | None) -> None:
    assert known(linked_data({**ARTICLE, "datePublished": written})).published_on == day


@pytest.mark.parametrize("name", ["dr.dk", "www.dr.dk", "DR"])
def test_a_medium_has_its_name_and_not_its_domain(name: str) -> None:
    assert known(meta("og:site_name", name)).publication == "DR"


def test_a_medium_that_is_only_known_by_its_address_is_a_guess() -> None:
    found = known('<link rel="canonical" href="https://www.dr.dk/nyheder/a">')
    assert (found.publication, found.guessed) == ("DR", frozenset({"publication"}))


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "/nyt/a", "file:///etc/passwd", "https://u:p@a.example/", "http://x y"],
)
def test_what_is_no_address_of_the_web_is_none(address: str) -> None:
    assert known(f'<link rel="canonical" href="{address}">').url is None


def test_a_browser_notes_where_a_page_was_saved_from() -> None:
    comment = "<!-- saved from url=(0031)https://avisen.example/nyt/sagen -->"
    assert known(before=f"<!doctype html>\n{comment}\n").url == "https://avisen.example/nyt/sagen"


@pytest.mark.parametrize(
    "source",
    [
        "",
        "{",
        "null",
        "7",
        '{"@type": {}}',
        "[" * 100_000,
        '{"@graph": {"@graph": []}}',
        '{"@type": "Article", "headline": [], "author": [[]], "publisher": [7], "inLanguage": {}}',
    ],
)
def test_linked_data_that_is_none_tells_nothing(source: str) -> None:
    assert known(f'<script type="application/ld+json">{source}</script>') == Metadata()


def test_titles_are_named_with_and_without_what_stands_beside_them() -> None:
    tree = parse_page("<title>Nu må staten handle - Havby Avis</title><p>x</p>")
    assert page_titles(tree, Metadata()) == [
        "Nu må staten handle - Havby Avis",
        "Nu må staten handle",
    ]
