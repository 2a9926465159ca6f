"""How words and counts beside hits are named, and how a query reads with one."""

import pytest

from kdcurator.domain.searching import Completion, Facet, FacetCount
from kdcurator.gui.models.offers import CompletionModel, FacetModel, facet_rows, toggled

pytestmark = pytest.mark.gui

COUNTS = (
    FacetCount(Facet.TAG, "Ledelse", 4, "tag:Ledelse", "borger tag:Ledelse"),
    FacetCount(Facet.TAG, "It", 1, "tag:It", "borger tag:It"),
    FacetCount(Facet.STATUS, "new", 3, "status:new", "borger status:new"),
)


def test_each_facet_is_named_once() -> None:
    rows = facet_rows("borger", COUNTS)
    assert [(row.name, row.is_first) for row in rows] == [
        ("Ledelse", True),
        ("It", False),
        ("not sent", True),
    ]


def test_what_the_query_has_is_on() -> None:
    rows = facet_rows("borger tag:Ledelse", COUNTS)
    assert [row.is_on for row in rows] == [True, False, False]


@pytest.mark.parametrize(
    ("query", "wish", "after"),
    [
        ("borger", "tag:It", "borger tag:It"),
        ("borger tag:It", "tag:It", "borger"),
        ("tag:It borger", "tag:It", "borger"),
        ('borger tag:"It og vi" nu', 'tag:"It og vi"', "borger nu"),
        ("borger tag:Italien", "tag:It", "borger tag:Italien tag:It"),
        ("by ELLER land", "tag:It", "(by ELLER land) tag:It"),
        ("(by OR land)", "tag:It", "(by OR land) tag:It"),
        ('by "og land', "tag:It", "by og land tag:It"),
        ("by (land OR", "tag:It", "by (land OR) tag:It"),
        ("(by OR land) tag:A", "tag:It", "(by OR land) tag:A tag:It"),
    ],
)
def test_wish_is_added_and_taken_off(query: str, wish: str, after: str) -> None:
    assert toggled(query, wish) == after


def test_rows_are_read_aloud() -> None:
    row = facet_rows("borger tag:Ledelse", COUNTS)[0]
    assert FacetModel().aloud(row) == "Tag: Ledelse, 4 results, chosen"
    assert CompletionModel().aloud(Completion("borgerne", 1)) == "borgerne, 1 result"
