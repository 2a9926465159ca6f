"""Files of Outlook's wrapping (winmail.dat), built here: no program at hand writes them."""

import random
import struct
from contextlib import suppress
from email.message import EmailMessage

import pytest

from kdcurator.domain.errors import DamagedFile, OnlyAttachments, Refused
from kdcurator.importing.attachments import attached_files
from kdcurator.importing.registry import Registry
from kdcurator.importing.tnef import unwrapped
from tests.importing.test_mail_rtf import PAGE, packed

SIGNATURE = struct.pack("<IH", 0x223E9F78, 1)


def attribute(name: int, value: bytes) -> bytes:
    return struct.pack("<BII", 2, name, len(value)) + value + struct.pack("<H", sum(value) % 65536)


def properties(*each: bytes) -> bytes:
    return struct.pack("<I", len(each)) + b"".join(each)


def variable(kind: int, name: int, value: bytes) -> bytes:
    head = struct.pack("<HHII", kind, name, 1, len(value))
    return head + value + b"\0" * (-len(value) % 4)


NAMED = struct.pack("<HH16sIII", 0x0003, 0x8001, b"g" * 16, 0, 7, 42)
NAMED_BY_WORD = struct.pack("<HH16sII4sI", 0x0003, 0x8002, b"g" * 16, 1, 4, b"a\0\0\0", 42)
WRAPPED = (
    SIGNATURE
    + attribute(
        0x00069003,
        properties(NAMED, NAMED_BY_WORD, variable(0x0102, 0x1009, packed(PAGE.encode()))),
    )
    + attribute(0x00069002, b"\1")
    + attribute(0x00018010, b"BILAG~1.TXT\0")
    + attribute(0x0006800F, b"Et bilag")
    + attribute(0x00069005, properties(variable(0x1F, 0x3707, "Æbler.txt\0".encode("utf-16-le"))))
    + attribute(0x00069002, b"\1")
    + attribute(0x00018010, "Båd.pdf\0".encode("cp1252"))
    + attribute(0x0006800F, b"%PDF")
)


def mail(body: str, wrapped: bytes = WRAPPED) -> bytes:
    made = EmailMessage()
    made["Subject"] = "Sagen"
    made.set_content(body)
    made.add_attachment(wrapped, "application", "ms-tnef", filename="winmail.dat")
    return made.as_bytes()


def test_files_and_rtf_are_found() -> None:
    found = unwrapped(WRAPPED)
    assert found.rtf == packed(PAGE.encode())
    assert [(each.name, each.content) for each in found.files] == [
        ("Æbler.txt", b"Et bilag"),
        ("Båd.pdf", b"%PDF"),
    ]


def test_a_mail_brings_the_files_that_were_wrapped() -> None:
    data = mail("Hej Åse\n")
    file = Registry().read_bytes(data, "a.eml")
    assert (file.text, file.attachments) == ("Hej Åse\n", ("Æbler.txt", "Båd.pdf"))
    found = {h.place: h.content for h in attached_files(data, "a.eml", Registry())}
    assert found == {("Æbler.txt",): b"Et bilag", ("Båd.pdf",): b"%PDF"}


def test_what_was_written_is_in_the_wrapping_where_it_is_nowhere_else() -> None:
    assert Registry().read_bytes(mail("\n"), "a.eml").text.startswith("Kære Åse\n\n–\xa0Vi når det")


def test_a_damaged_wrapping_is_a_file_like_others() -> None:
    with pytest.raises(DamagedFile):
        unwrapped(b"x")
    with pytest.raises(OnlyAttachments, match="winmail"):
        Registry().read_bytes(mail("\n", b"x"), "a.eml")


def test_damage_is_read_or_refused() -> None:
    luck = random.Random(6)
    for _ in range(300):
        data = bytearray(WRAPPED)
        for _ in range(luck.randint(1, 12)):
            data[luck.randrange(len(data))] = luck.randrange(256)
        with suppress(Refused):
            unwrapped(bytes(data))
        with suppress(Refused):
            Registry().read_bytes(mail("\n", bytes(data)), "a.eml")
