import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF

from kdcurator.importing.pdf_operations import operations

PLAIN = [
    b"BT /F1 12.5 Tf 1 0 0 -1 -.5 +4. Tm\n",
    b"(H\xe6vn \\(i\\) \\345r \\\\ \\n) Tj ",
    b"[<0102>-3<04>2(a)] TJ T*",
    b" /P <</MCID 0 /A [1 (x) null]>> BDC % comment (\n EMC ",
    b"true false (x)' 1 2 (y)\" ",
]
ODD = [
    b"BI /W 1 /H 1 /BPC 8 /CS /G ID x(\nEI\n",
    b"(in (another) one) Tj ",
    b"<4 1> Tj <414> Tj ",
    b"/A#42 gs --5 1.2.3 5-3 12ab ",
    b"] >> } {1 2} ",
    b"(\\\n\\z) Tj \x00 \x0b 1\x002 ",
    b"9" * 50 + b" Td ",
    b"[(open ",
    b"<< /A 1 ",
    b"<</A>> ",
    b"(\\400) ",
]


def as_pdfminer_reads(data: bytes) -> list[Any]:
    found: list[Any] = []
    parser = PDFContentParser([stream(data)])
    while True:
        try:
            found.append(parser.nextobject()[1])
        except PSEOF:
            return found


def stream(data: bytes) -> PDFStream:
    return PDFStream({}, data)


def shown(things: list[Any]) -> list[str]:
    """Return things as words: streams of pictures differ by where they lie in memory."""
    return [f"{thing.attrs} {thing.get_data()!r}" if isinstance(thing, PDFStream) else repr(thing)
            for thing in things]  # fmt: skip


def outcome(read: Any) -> list[str] | str:
    try:
        return shown(list(read()))
    except Exception as error:  # noqa: BLE001 - whichever it is, both are to raise it
        return type(error).__name__


@given(st.lists(st.sampled_from(PLAIN + ODD) | st.binary(max_size=3), max_size=8).map(b"".join))
def test_whatever_a_page_says_is_read_as_pdfminer_reads_it(data: bytes) -> None:
    ours = outcome(lambda: operations([stream(data)]))
    assert ours == outcome(lambda: as_pdfminer_reads(data + b"\n"))


def test_several_streams_are_one_text() -> None:
    parts = [b"[(a)", b"-3] TJ 1", b"2 Td"]
    assert shown(list(operations(list(map(stream, parts))))) == shown(
        as_pdfminer_reads(b"\n".join(parts) + b"\n")
    )


@pytest.mark.parametrize(
    "piece", [b"(\\000", b"\\1", b"[", b"<<", b"/a", b"<41", b"% ", b"1", b" "]
)
def test_what_never_ends_is_read_in_seconds(piece: bytes) -> None:
    started = time.process_time()
    outcome(lambda: operations([stream(piece * 20_000)]))
    assert time.process_time() - started < 5
