"""The .msg files here are built by tests.importing.outlook_made: no program at hand writes them."""

import random
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest

from kdcurator.domain.article import Metadata, ReadFile, ReadingNote, TextType
from kdcurator.domain.errors import (
    DamagedFile,
    EncryptedFile,
    NoText,
    OnlyAttachments,
    Refused,
    UnsupportedFile,
)
from kdcurator.importing.attachments import attached_files
from kdcurator.importing.outlook_reader import MsgReader
from kdcurator.importing.registry import Registry
from tests.importing.outlook_made import (
    BINARY,
    INTEGER,
    STRING,
    STRING8,
    TIME,
    attached_mail,
    attachment,
    compound_file,
    message,
)

CLASS, SUBJECT, BODY, HTML, SENT = 0x001A, 0x0037, 0x1000, 0x1013, 0x0039
SENDER_NAME, SENDER_ADDRESS, HEADERS, CODEPAGE = 0x0C1A, 0x5D01, 0x007D, 0x3FDE
WORDS = "Kære Åse\r\n\r\n– Vi når det\xa0ikke, og det ved I\u00adgodt.\r\n\r\nHilsen Bø"
READ = WORDS.replace("\r\n", "\n")

BASE: dict[tuple[int, int], object] = {
    (CLASS, STRING): "IPM.Note",
    (SUBJECT, STRING): "SV: Åbent møde på Ærø",
    (SENDER_NAME, STRING): "Bø Ærlig",
    (SENDER_ADDRESS, STRING): "bo@havby.example",
    (SENT, TIME): datetime(2026, 11, 2, 23, 30, tzinfo=UTC),
}
PLAIN = {**BASE, (BODY, STRING): WORDS}


def read(data: bytes) -> ReadFile:
    return Registry().read_bytes(data, "a.msg")


def test_a_mail_of_outlook_says_what_was_written_and_who_wrote_when() -> None:
    file = read(message(PLAIN))
    assert file.text == READ
    assert file.media_type == "application/vnd.ms-outlook"
    assert file.metadata == Metadata(
        title="Åbent møde på Ærø",
        byline="Bø Ærlig",
        published_on=date(2026, 11, 3),
        text_type=TextType.MAIL,
    )
    assert not file.notes


def test_a_mail_is_known_by_its_content_under_any_name() -> None:
    assert Registry().read_bytes(message(PLAIN), "a.doc").text == READ


def test_a_long_mail_is_read_whole() -> None:
    words = "Vi når det ikke.\n" * 5_000
    assert read(message({**BASE, (BODY, STRING): words})).text == words


@pytest.mark.parametrize("codepage", [1252, 28591, 65001, 20127])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_a_body_in_bytes_is_decoded_whatever_its_code_page_claims(
    codepage: int, encoding: str
) -> None:
    body = {(CODEPAGE, INTEGER): codepage, (BODY, STRING8): WORDS.encode(encoding)}
    assert read(message({**BASE, **body})).text == READ


@pytest.mark.parametrize("plain", [None, " \r\n"])
def test_html_is_shown_where_there_is_no_plain_text(plain: str | None) -> None:
    page = "<p>Kære Åse<p>– Vi når det&nbsp;ikke.<p>Bø".encode("cp1252")
    body: dict[tuple[int, int], object] = {(HTML, BINARY): page, (CODEPAGE, INTEGER): 1252}
    if plain is not None:
        body[BODY, STRING] = plain
    assert read(message({**BASE, **body})).text == "Kære Åse\n\n– Vi når det\xa0ikke.\n\nBø"


def test_headers_tell_sender_and_day_better() -> None:
    headers = "From: Lis Ek <lis@havby.example>\r\nDate: Mon, 2 Nov 2026 08:00:00 +0100\r\n\r\n"
    known = read(message({**PLAIN, (HEADERS, STRING): headers})).metadata
    assert (known.byline, known.published_on) == ("Lis Ek", date(2026, 11, 2))


@pytest.mark.parametrize(
    ("name", "inside", "is_told"),
    [
        ("bilag.pdf", None, True),
        ("bilag.pdf", "abc@x", True),
        ("foto.jpg", None, True),
        ("logo.PNG", "image001@x", False),
    ],
)
def test_attachments_are_told_and_pictures_within_are_not(
    name: str, inside: str | None, is_told: bool
) -> None:
    known: dict[tuple[int, int], object] = {
        (0x3707, STRING): name,
        (0x3701, BINARY): b"%PDF",
    }
    if inside:
        known[0x3712, STRING] = inside
    file = read(message(PLAIN, attachment(known)))
    assert (ReadingNote.ATTACHMENTS in file.notes) == is_told


@pytest.mark.parametrize(
    ("properties", "refusal"),
    [
        (BASE, NoText),
        ({**BASE, (BODY, STRING): "\r\n \xa0"}, NoText),
        ({**BASE, (CLASS, STRING): "IPM.Note.SMIME"}, EncryptedFile),
    ],
)
def test_a_mail_with_nothing_to_read_is_refused(
    properties: dict[tuple[int, int], object], refusal: type[Refused]
) -> None:
    with pytest.raises(refusal):
        read(message(properties))


def test_other_files_of_microsoft_s_are_no_mails() -> None:
    with pytest.raises(UnsupportedFile):
        read(compound_file({"WordDocument": b"x" * 100}))


@pytest.mark.parametrize("cut", [8, 100, 511, 512, 700, 1500])
def test_a_mail_cut_short_is_damaged(cut: int) -> None:
    with pytest.raises(DamagedFile):
        MsgReader().read(message(PLAIN)[:cut], "a.msg")


def test_a_damaged_mail_is_read_or_refused() -> None:
    luck, whole = random.Random(6), message(PLAIN, attachment({(0x3707, STRING): "bilag.pdf"}))
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(luck.randint(1, 12)):
            data[luck.randrange(len(data))] = luck.randrange(256)
        with suppress(Refused):
            MsgReader().read(bytes(data), "a.msg")


def test_a_mail_within_a_mail_is_read_with_what_is_attached_to_it() -> None:
    inner = {**PLAIN, (SUBJECT, STRING): "Den indre sag"}
    note = attachment({(0x3707, STRING): "note.txt", (0x3701, BINARY): "Æbler".encode()})
    whole = message(PLAIN, attached_mail(inner, note))
    found = {h.place: h.content for h in attached_files(whole, "a.msg", Registry())}
    assert list(found) == [("Den indre sag.eml",), ("Den indre sag.eml", "note.txt")]
    content = found["Den indre sag.eml",]
    assert isinstance(content, bytes)
    file = Registry().read_bytes(content, "a.eml")
    assert (file.text.rstrip("\n"), file.metadata.byline) == (READ, "Bø Ærlig")
    assert (file.metadata.title, file.metadata.published_on) == ("Den indre sag", date(2026, 11, 3))
    assert found["Den indre sag.eml", "note.txt"] == "Æbler".encode()


def test_a_mail_in_bytes_within_a_mail_is_decoded_by_its_own_code_page() -> None:
    inner = {**BASE, (CODEPAGE, INTEGER): 1252, (BODY, STRING8): "Kære Åse".encode("cp1252")}
    (held,) = attached_files(message(PLAIN, attached_mail(inner)), "a.msg", Registry())
    assert isinstance(held.content, bytes)
    assert Registry().read_bytes(held.content, "a.eml").text.rstrip("\n") == "Kære Åse"


def test_a_page_that_shows_nothing_leaves_what_is_attached() -> None:
    bilag = attachment({(0x3707, STRING): "bilag.pdf", (0x3701, BINARY): b"%PDF"})
    with pytest.raises(OnlyAttachments, match=r"bilag\.pdf"):
        read(message({**BASE, (HTML, BINARY): b"<p> </p>"}, bilag))
