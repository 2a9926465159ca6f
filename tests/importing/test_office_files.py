"""The same article as LibreOffice 7.4 writes it in each format.

`files/havn.fodt` was written by hand, about a place that does not exist; the others were made from
it by `soffice --headless --convert-to docx havn.fodt`, and `odt`, `rtf`, `epub` likewise.
"""

from pathlib import Path

import pytest

from kdcurator.domain.article import ReadFile, ReadingNote
from kdcurator.importing.registry import Registry

FILES = Path(__file__).parent / "files"

HARBOUR = """Havnen i Mosevig lukker

Af Rikke Lund Eskesen

Den gamle havn har ligget stille siden 1987.

– Vi har ikke råd til at holde den åben, siger havnefoged Birger Holt Madsen.

12\xa0kroner, bløde\xadbindestreger, ikke\u2011brydende,\ttabulator
og linjeskift,  to blanke.

- Første punkt
- Andet punkt

År\tSkibe
2024\t31

Før rammen.

Tekst i en ramme.

»Det er trist,« siger naboen Grethe Dahl. “😊” """
NOTE = "Kilde: Mosevig Havnelaug."


def read(name: str) -> ReadFile:
    return Registry().read_bytes((FILES / name).read_bytes(), name)


@pytest.mark.parametrize(
    ("name", "before_note"),
    [("havn.docx", "\t"), ("havn.rtf", "\t"), ("havn.odt", ""), ("havn.fodt", "")],
)
def test_an_article_says_the_same_in_every_format(name: str, before_note: str) -> None:
    file = read(name)
    assert file.text == f"{HARBOUR}\n\n{before_note}{NOTE}"
    assert file.notes == {ReadingNote.TRACKED_CHANGES, ReadingNote.COMMENTS}
    assert (file.metadata.title, file.metadata.byline) == (
        "Havnen i Mosevig lukker",
        "Rikke Lund Eskesen",
    )
    assert file.metadata.guessed == {"title", "byline"}


def test_a_book_says_what_libreoffice_wrote_into_it() -> None:
    """It writes deletions and tabs as text, and forgets that lists are lists."""
    file = read("havn.epub")
    expected = (
        HARBOUR.replace("siden 1987", "sidenSLETTET ORD 1987")
        .replace("\ttabulator", "\xa0" * 15 + " tabulator")
        .replace("- Første punkt\n- Andet", "Første punkt\n\nAndet")
        .replace("Før rammen.\n\nTekst i en ramme.", "Tekst i en ramme.\n\nFør rammen.")
    )
    assert file.text.replace("linjeskift, \xa0to", "linjeskift,  to") == (
        f"{expected.rstrip(' ')}\n\n1{NOTE}"
    )
    assert (file.metadata.title, file.metadata.guessed) == ("Havnen i Mosevig lukker", frozenset())


@pytest.mark.parametrize("name", ["havn.docx", "havn.rtf", "havn.odt", "havn.fodt", "havn.epub"])
def test_no_format_needs_the_right_ending_but_the_one_without_signs(name: str) -> None:
    other = name if name.endswith(".fodt") else "havn.txt"
    assert Registry().read_bytes((FILES / name).read_bytes(), other) == read(name)
