"""RTF of mails: the first packed text is the example of MS-OXRTFCP, section 3; others are ours."""

import random
import struct
from contextlib import suppress

import pytest

from kdcurator.domain.errors import DamagedFile, Refused, TooBig
from kdcurator.importing.mail_rtf import page_of, unpacked
from kdcurator.importing.registry import Registry
from tests.importing.outlook_made import BINARY, STRING, message

EXAMPLE = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232"
    "0af32068656c0900206277 05b06c647d0a800fa0"
)
PAGE = (
    r"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}}{\colortbl;}\uc1\pard "
    r"{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 K\'e6re \'c5se{\*\htmltag72 </p>}"
    r"\htmlrtf \par}\htmlrtf0 "
    r"{\*\htmltag64 <p>}\u8211?{\*\htmltag84 &nbsp;}\htmlrtf \'a0\htmlrtf0 Vi n\'e5r det "
    r"{\*\htmltag84 &lt;}\htmlrtf <\htmlrtf0 ikke \{endnu\}.{\*\htmltag72 </p>}{\*\mhtmltag64 x}}"
)
PLAIN = r"{\rtf1\ansi\ansicpg1252 {\fonttbl{\f0 Arial;}}K\'e6re \'c5se\par \endash  Ja tak.\par}"


def packed(rtf: bytes) -> bytes:
    """Pack without a reference but the one that ends the text."""
    body, at = bytearray(), 207
    for start in range(0, len(rtf), 8):
        piece = rtf[start : start + 8]
        is_last = len(piece) < 8
        body.append(1 << len(piece) if is_last else 0)
        body += piece
        at += len(piece)
    if len(rtf) % 8 == 0:
        body.append(1)
    body += struct.pack(">H", (at % 4096) << 4)
    return struct.pack("<II4sI", len(body) + 12, len(rtf), b"LZFu", 0) + bytes(body)


def mail_of(rtf: str) -> bytes:
    return message({(0x0037, STRING): "Hej", (0x1009, BINARY): packed(rtf.encode())})


def test_packed_text_is_what_it_was() -> None:
    assert unpacked(EXAMPLE) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    for text in (b"", b"12345678", b"123", PAGE.encode() * 30):
        assert unpacked(packed(text)) == text
    assert unpacked(struct.pack("<II4sI", 15, 3, b"MELA", 0) + b"abcd") == b"abc"


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", DamagedFile),
        (b"\0" * 20, DamagedFile),
        (struct.pack("<II4sI", 15, 3, b"LZFu", 0) + b"\xff\x00", DamagedFile),
        (struct.pack("<II4sI", 15, 2**31, b"LZFu", 0) + b"x", TooBig),
    ],
)
def test_what_cannot_be_unpacked_is_refused(data: bytes, refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        unpacked(data)


def test_a_page_in_rtf_is_the_page() -> None:
    page = "<p>Kære Åse</p><p>–&nbsp;Vi når det &lt;ikke {endnu}.</p>"
    assert page_of(PAGE.encode()) == page
    assert page_of(PLAIN.encode()) is None


@pytest.mark.parametrize(
    ("rtf", "text"),
    [(PAGE, "Kære Åse\n\n–\xa0Vi når det <ikke {endnu}."), (PLAIN, "Kære Åse\n\n– Ja tak.")],
)
def test_a_mail_that_is_rtf_alone_is_read(rtf: str, text: str) -> None:
    file = Registry().read_bytes(mail_of(rtf), "a.msg")
    assert (file.text, file.metadata.title) == (text, "Hej")


def test_damaged_rtf_is_read_or_refused() -> None:
    luck, whole = random.Random(6), packed(PAGE.encode())
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(luck.randint(1, 12)):
            data[luck.randrange(len(data))] = luck.randrange(256)
        with suppress(Refused):
            page_of(unpacked(bytes(data)))
