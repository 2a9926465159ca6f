"""Mailboxes: the standard library writes them, as other programs do."""

import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

from kdcurator.domain.errors import MailStore
from kdcurator.importing import formats
from kdcurator.importing.holding import files_in, holds_files
from kdcurator.importing.mailboxes import is_mailbox, mails_in
from kdcurator.importing.registry import Registry

HEAD = "From - Mon Nov  2 09:00:00 2026\r\n"


def mail(number: int, body: str, **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = f"Sag {number} på Ærø"
    made["From"] = "Bø Ærlig <bo@havby.example>"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(body, cte="8bit")
    return made


def boxed(tmp_path: Path, *mails: EmailMessage) -> bytes:
    box = mailbox.mbox(tmp_path / "a.mbox")
    for each in mails:
        box.add(each)
    box.close()
    return (tmp_path / "a.mbox").read_bytes()


def test_each_mail_is_a_file_of_its_own_called_by_its_subject(tmp_path: Path) -> None:
    data = boxed(tmp_path, mail(1, "Kære Åse\n"), mail(2, "Kære Bo\n"))
    assert holds_files(data)
    held = list(files_in(data))
    assert [each.place for each in held] == [
        ("0001 Sag 1 på Ærø.eml",),
        ("0002 Sag 2 på Ærø.eml",),
    ]
    texts = [Registry().read_bytes(bytes(e.content), e.place[-1]).text for e in held]  # type: ignore[arg-type]  # none is refused
    assert texts == ["Kære Åse\n", "Kære Bo\n"]


def test_a_line_that_opens_like_a_mail_is_one_no_more(tmp_path: Path) -> None:
    body = "Hej\n\nFrom Havby kl. 9:00 kom der bud.\n\nFrom: Bo\n"
    data = boxed(tmp_path, mail(1, body))
    [(_, found)] = mails_in(data)
    assert Registry().read_bytes(found, "a.eml").text == body
    [(_, quoted)] = mails_in(data.replace(b">From Havby", b">>From Havby"))
    assert b"\n>From Havby" in quoted


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_mails_of_any_system_are_parted(newline: str) -> None:
    one = f"{HEAD}Subject: a\r\n\r\nFrom her til 9:00\r\nhvor?\r\n\r\n".replace("\r\n", newline)
    found = list(mails_in((one * 3).encode()))
    assert [subject for subject, _ in found] == ["a"] * 3
    assert {body.endswith(f"hvor?{newline}".encode()) for _, body in found} == {True}


def test_what_was_deleted_is_not_read() -> None:
    mails = [f"{HEAD}Subject: {n}\nX-Mozilla-Status: {n}\n\nx\n\n" for n in ("0001", "0009")]
    assert [subject for subject, _ in mails_in("".join(mails).encode())] == ["0001"]


@pytest.mark.parametrize(
    "text",
    [
        "From Havby with love\nTak: for sidst\n",
        "From Havby kl. 9:00\n\nKom vi hjem.\n",
        "Fra: Bo\nEmne: Hej\n",
        "",
    ],
)
def test_a_text_is_no_mailbox(text: str) -> None:
    assert not is_mailbox(text.encode())


def test_the_store_of_a_whole_program_is_refused_with_what_to_do() -> None:
    for data, name in ((b"!BDN" + bytes(600), "a.dat"), (b"abc", "a.pst")):
        with pytest.raises(MailStore, match="drag them to a folder"):
            Registry().read_bytes(data, name)


def test_a_name_alone_makes_no_mailbox() -> None:
    assert formats.by_name("a.mbox") is formats.MBOX
    assert not holds_files(b"Bare en tekst")
