import io
import random
import zipfile
from contextlib import suppress
from email.message import EmailMessage

import pytest

from kdcurator.domain.errors import (
    AttachedTooDeep,
    DamagedFile,
    OnlyAttachments,
    Refused,
    UnpacksTooBig,
)
from kdcurator.importing import attachments
from kdcurator.importing.attachments import attached_files
from kdcurator.importing.registry import Registry
from tests.importing.outlook_made import BINARY, STRING, attachment, message

BODY, LONG_NAME, SHORT_NAME, DATA = 0x1000, 0x3707, 0x3704, 0x3701


def mail(subject: str = "Sagen", body: str = "Se vedhæftet.\n") -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = "bo@havby.example"
    made.set_content(body)
    return made


def with_file(name: str, content: bytes = b"%PDF", **headers: str) -> EmailMessage:
    made = mail(**headers)
    made.add_attachment(content, "application", "octet-stream", filename=name)
    return made


def zipped(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return packed.getvalue()


def attached(data: bytes | EmailMessage, name: str = "a.eml") -> dict[str, bytes | Refused]:
    whole = data if isinstance(data, bytes) else data.as_bytes()
    return {"/".join(held.place): held.content for held in attached_files(whole, name, Registry())}


def test_what_is_attached_comes_in_its_order_byte_for_byte() -> None:
    made = with_file("Bilag æøå.pdf", bytes(range(256)))
    made.add_attachment("Åbent brev\n", filename="brev.txt")
    assert attached(made) == {
        "Bilag æøå.pdf": bytes(range(256)),
        "brev.txt": "Åbent brev\n".encode(),
    }


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\\\Windows\\\\win.ini", "win.ini"),
        ("..", "_"),
        ("a\x00b\n.pdf", "a\ufffdb .pdf"),
        ("=?utf-8?B?w4ZibGUucGRm?=", "Æble.pdf"),
    ],
)
def test_a_name_leads_nowhere(name: str, shown: str) -> None:
    head = "Subject: x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; "
    data = f'{head}filename="{name}"\r\n\r\n%PDF'.replace("\n.", "\r\n .").encode()
    assert list(attached(data)) == [shown]


def test_an_old_mail_names_its_files_in_its_own_code_page() -> None:
    head = 'Subject: x\r\nContent-Type: application/pdf; name="Bilag på Ærø.pdf"\r\n\r\n%PDF'
    assert list(attached(head.encode("cp1252"))) == ["Bilag på Ærø.pdf"]


def test_what_has_no_name_is_called_by_its_number() -> None:
    made = mail()
    made.add_attachment(b"x", "application", "pdf")
    made.add_attachment(b"x", "application", "pdf")
    assert list(attached(made)) == ["1.pdf", "2.pdf"]


def test_pictures_within_and_signatures_are_left_out() -> None:
    made = mail()
    made.set_content('<p>Hej</p><img src="cid:logo">', subtype="html")
    made.add_related(b"\x89PNG", "image", "png", cid="<logo>")
    made.add_attachment(b"x", "application", "pgp-signature")
    assert attached(made) == {}


def test_a_mail_within_comes_with_what_is_attached_to_it() -> None:
    made = mail()
    inner = with_file("budget.docx", b"PK", subject="Budgettet på Ærø")
    made.add_attachment(inner)
    found = attached(made)
    assert list(found) == ["Budgettet på Ærø.eml", "Budgettet på Ærø.eml/budget.docx"]
    read = Registry().read_bytes(inner.as_bytes(), "x.eml")
    content = found["Budgettet på Ærø.eml"]
    assert isinstance(content, bytes)
    assert Registry().read_bytes(content, "x.eml") == read


def test_a_mail_packed_as_no_mail_may_be_is_read_all_the_same() -> None:
    from base64 import encodebytes

    head = (
        b"Subject: x\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    inner = mail("Indre").as_bytes()
    assert list(attached(head + encodebytes(inner)).values()) == [inner]


def test_mails_within_mails_come_to_an_end() -> None:
    made = with_file("dyb.pdf")
    for number in range(9):
        outer = mail(f"m{number}")
        outer.add_attachment(made)
        made = outer
    found = list(attached(made).values())
    assert len(found) == 5
    assert isinstance(found[-1], AttachedTooDeep)


def test_an_attached_archive_is_told_by_what_is_in_it() -> None:
    inner = with_file("note.txt", b"Note").as_bytes()
    found = attached(with_file("alt.zip", zipped(a__txt=b"A", b__eml=inner)))
    assert found == {
        "alt.zip/a.txt": b"A",
        "alt.zip/b.eml": inner,
        "alt.zip/b.eml/note.txt": b"Note",
    }


def test_mails_in_an_archive_are_asked_and_other_files_are_not() -> None:
    data = zipped(a__eml=with_file("x.txt", b"X").as_bytes(), b__txt=b"B")
    assert attached(data, "arkiv.zip") == {"a.eml/x.txt": b"X"}
    assert attached(b"Bare en tekst", "a.txt") == {}


def test_a_damaged_archive_is_told_in_its_place() -> None:
    found = attached(with_file("alt.zip", zipped(a__txt=b"A")[:40]))
    assert isinstance(found["alt.zip"], DamagedFile)


def test_what_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "LARGEST_UNPACKED", 3)
    with pytest.raises(UnpacksTooBig):
        attached(with_file("a.pdf"))


def test_the_files_of_a_mail_of_outlook_are_there_too() -> None:
    long = attachment({(LONG_NAME, STRING): "Bilag på Ærø.txt", (DATA, BINARY): b"Et bilag"})
    short = attachment({(SHORT_NAME, STRING): "BILAG.PDF", (DATA, BINARY): b"%PDF"})
    nameless = attachment({(0x3703, STRING): ".doc", (DATA, BINARY): b"x"})
    data = message({(BODY, STRING): "Hej"}, long, short, nameless)
    assert attached(data, "a.msg") == {
        "Bilag på Ærø.txt": b"Et bilag",
        "BILAG.PDF": b"%PDF",
        "3.doc": b"x",
    }


@pytest.mark.parametrize("made", [with_file("a / b.pdf", body=" \n"), with_file("x.pdf", body="")])
def test_a_mail_that_only_brings_files_says_so(made: EmailMessage) -> None:
    with pytest.raises(OnlyAttachments, match="Import those"):
        Registry().read_bytes(made.as_bytes(), "a.eml")
    assert len(attached(made)) == 1


def test_a_damaged_mail_brings_what_it_can_or_nothing() -> None:
    luck = random.Random(6)
    made = with_file("alt.zip", zipped(a__txt=b"A"))
    made.add_attachment(with_file("b.pdf"))
    whole = made.as_bytes()
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(luck.randint(1, 12)):
            data[luck.randrange(len(data))] = luck.randrange(256)
        with suppress(Refused):
            attached(bytes(data))
