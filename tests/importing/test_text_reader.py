import random

import pytest

from kdcurator.domain.errors import BinaryFile, EmptyFile, NoText, Refused, TooBig, UnsupportedFile
from kdcurator.importing.limits import LARGEST_TEXT
from kdcurator.importing.text_reader import PlainTextReader

ARTICLE = "Rubrik på én linje\r\n\r\n– Det går godt, siger hun.\xa0\r\n" * 5


def read(data: bytes) -> str:
    return PlainTextReader().read(data, "a.txt").text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1252", "mac_roman"])
def test_text_comes_canonical_from_every_encoding(encoding: str) -> None:
    result = PlainTextReader().read(ARTICLE.encode(encoding), "a.txt")
    assert result.text == ARTICLE.replace("\r\n", "\n")
    assert (result.media_type, result.replaced) == ("text/plain", 0)
    assert result.encoding in {encoding, "utf-8", "utf-16-le"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1252"])
def test_stray_control_characters_are_replaced_and_counted(encoding: str) -> None:
    dirty = ARTICLE.replace("godt", "go\x00dt\x07")
    result = PlainTextReader().read(dirty.encode(encoding), "a.txt")
    assert result.text == ARTICLE.replace("\r\n", "\n").replace("godt", "go\ufffddt\ufffd")
    assert result.replaced == 10


def test_damage_to_the_encoding_is_counted_with_what_cannot_be_kept() -> None:
    result = PlainTextReader().read("Så \x00 på gåden".encode() + b"\xc3", "a.txt")
    assert (result.text, result.replaced) == ("Så \ufffd på gåden\ufffd", 2)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\x7fELF\x02\x01\x01",
        b"\x1f\x8b\x08\x00",
        b"GIF89a\x01\x00",
        b"\x00\x00\x00\x20ftypisom",
        b"RIFF\x24\x00\x00\x00WAVEfmt ",
        b"SQLite format 3\x00",
        b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" * 9,
        bytes(1000),
        bytes(range(32)) * 40,
        b"\x01\x00\x02\x00\x03\x00" * 200,
        random.Random(1).randbytes(5000),
    ],
)
def test_data_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryFile):
        read(data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"%PDF-1.7\n%\xe2", "PDF"), (b"{\\rtf1\\ansi Hej}", "RTF"), (b"PK\x03\x04abc", "ZIP")],
)
def test_a_document_that_calls_itself_text_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(UnsupportedFile, match=kind):
        read(data)


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", EmptyFile),
        (b" \r\n\t \xc2\xa0", NoText),
        (b"\xef\xbb\xbf", NoText),
        (b"\xff\xfe", NoText),
        (b"\xef\xbb\xbf\xe2\x80\x8b\n", NoText),
    ],
)
def test_files_that_say_nothing_are_refused(data: bytes, refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        read(data)


@pytest.mark.parametrize("text", ["RIFF-festivalen", "MM om søndagen", "BMW", "PK", "-", "GIF"])
def test_short_texts_that_open_like_data_are_read(text: str) -> None:
    assert read(text.encode()) == text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_twenty_megabytes_of_text_are_read_and_one_character_more_is_not(encoding: str) -> None:
    text = "ø så\n" * (LARGEST_TEXT // 7)
    text += "x" * (LARGEST_TEXT - len(text.encode()))
    assert read(text.encode(encoding)) == text
    with pytest.raises(TooBig):
        read(f"{text}x".encode(encoding))
