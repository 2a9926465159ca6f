from datetime import date

import pytest

from kdcurator.importing.pdf_reader import PdfReader
from tests.importing.pdf_pages import Line, pdf


def told(**entries: str) -> tuple[str | None, str | None, date | None]:
    found = PdfReader().read(pdf([[Line(60, 700, "Hej med dig")]], entries), "a.pdf").metadata
    known = {
        name for name in ("title", "byline", "published_on") if getattr(found, name) is not None
    }
    assert found.guessed == known
    return found.title, found.byline, found.published_on


def test_properties_that_look_like_what_they_are_called_are_guesses() -> None:
    properties = {"Title": "Ø: Vi fejrer systemet", "Author": "Birthe Vangsø"}
    expected = ("Ø: Vi fejrer systemet", "Birthe Vangsø", date(2023, 11, 7))
    assert told(**properties, CreationDate="D:20231107120000+01'00'") == expected


@pytest.mark.parametrize(
    "title",
    [
        "Microsoft Word - artikel.docx",
        "untitled",
        "Uden titel 1",
        "side_12",
        "Artikel til avisen.indd",
        "https://eksempel.dk/en rubrik",
        "12 34",
        "",
    ],
)
def test_names_of_files_and_programs_are_no_titles(title: str) -> None:
    assert told(Title=title)[0] is None


@pytest.mark.parametrize("author", ["Administrator", "hph", "Microsoft Office User", "Nørholt A/S"])
def test_accounts_and_firms_are_no_authors(author: str) -> None:
    assert told(Author=author)[1] is None


@pytest.mark.parametrize("day", ["D:20231399", "D:19000230", "D:29990101", "i går", ""])
def test_days_that_never_were_are_unknown(day: str) -> None:
    assert told(CreationDate=day)[2] is None
