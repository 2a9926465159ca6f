"""OpenDocument texts: flat ones written by hand, and the same packed as archives."""

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdcurator.domain.article import ReadFile, ReadingNote
from kdcurator.domain.errors import DamagedFile, EncryptedFile, NoText, Refused, TooBig
from kdcurator.importing.odf_reader import FodtReader, OdtReader

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
    )
)


RUBY = "<text:ruby-text>b</text:ruby-text>"


def flat(body: str, before: str = "") -> bytes:
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    return f"{before}<office:document {NAMES}>{inside}</office:document>".encode()


def zipped(**members: str | bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return target.getvalue()


def read(body: str) -> ReadFile:
    return FodtReader().read(flat(body), "a.fodt")


def text(*paragraphs: str) -> str:
    return read("".join(f"<text:p>{each}</text:p>" for each in paragraphs)).text


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("\n  så  er\t<text:span> der</text:span> \n", "så er der "),
        ('a<text:s/> b<text:s text:c="3"/>c', "a  b   c"),
        ("a <text:tab/>b<text:line-break/> c", "a \tb\n c"),
        ("bløde\xadbindestreger\xa0\u2011\u2028!", "bløde\xadbindestreger\xa0\u2011\u2028!"),
        ("a<text:soft-page-break/>b<!-- c -->d<?e f?>g", "abdg"),
        ("<text:a>link</text:a> <text:date>2. maj</text:date>", "link 2. maj"),
        (f"<text:ruby><text:ruby-base>a</text:ruby-base>{RUBY}</text:ruby>", "a"),
    ],
)
def test_characters_come_as_the_standard_has_them_read(inside: str, words: str) -> None:
    assert text(inside) == words


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1))
@settings(max_examples=100)
def test_no_character_is_altered(words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    expected = " ".join(each for each in f"a{words}b".split(" ") if each)
    assert text(f"a{escaped}b") == expected


def test_lists_headings_and_what_follows_in_an_item() -> None:
    item = "<text:list-item>{}</text:list-item>"
    inner = f"<text:list>{item.format('<text:p>to</text:p>')}</text:list>"
    items = item.format(f"<text:p>et</text:p>{inner}") + item.format(
        "<text:p>tre</text:p><text:p>mere</text:p>"
    )
    heading = f"<text:list>{item.format('<text:h>Rubrik</text:h>')}</text:list>"
    found = read(f"{heading}<text:section><text:list>{items}</text:list></text:section>").text
    assert found == "Rubrik\n\n- et\n- to\n- tre\n\nmere"


def test_tables_are_read_row_by_row() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    covered = "<table:covered-table-cell><text:p>x</text:p></table:covered-table-cell>"
    rows = "".join(
        f"<table:table-row>{cell.format(a)}{cell.format(b)}{covered}</table:table-row>"
        for a, b in (("År", "Skibe"), ("2024", "31"))
    )
    header = f"<table:table-header-rows>{rows}</table:table-header-rows>"
    assert read(f"<table:table>{header}{rows}</table:table>").text == (
        "År\tSkibe\n2024\t31\nÅr\tSkibe\n2024\t31"
    )


def test_notes_frames_and_comments_stand_where_they_belong() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>note</text:p></text:note-body></text:note>"
    )
    frame = "<draw:frame><draw:text-box><text:p>ramme</text:p></draw:text-box></draw:frame>"
    titled = frame.replace("<draw:text-box>", "<svg:title>x</svg:title><draw:text-box>")
    comment = "<office:annotation><text:p>pas på</text:p></office:annotation>"
    file = read(f"<text:p>a{note}b{titled}{comment}c</text:p><text:p>d</text:p>")
    assert (file.text, set(file.notes)) == ("abc\n\nramme\n\nd\n\nnote", {ReadingNote.COMMENTS})


def test_deletions_are_left_out_and_told() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>x</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    file = read(f"{changes}<text:p>a<text:change/>b</text:p>")
    assert (file.text, set(file.notes)) == ("ab", {ReadingNote.TRACKED_CHANGES})


def test_a_password_is_told() -> None:
    manifest = "<!DOCTYPE m><m><manifest:encryption-data/></m>"
    with pytest.raises(EncryptedFile):
        OdtReader().read(zipped(content_xml=b"\x00", **{"META-INF__manifest_xml": manifest}), "a")


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
XXE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
BOMBS: list[tuple[bytes, type[Refused]]] = [
    (flat("<text:p>&b;</text:p>", LAUGHS), DamagedFile),
    (flat("<text:p>&a;</text:p>", XXE), DamagedFile),
    (flat("<text:p/>" * 2_000_000), Refused),
    (flat(f"<text:p>{'a' * 60_000_000}</text:p>"), Refused),
    (flat('<text:p>a<text:s text:c="999999999"/>b</text:p>'), TooBig),
    (flat("<text:span>" * 300), DamagedFile),
    (flat("")[:-9], DamagedFile),
    (b"<a/>", DamagedFile),
    (b"", DamagedFile),
    (flat("<text:p> \n</text:p>"), NoText),
]


@pytest.mark.parametrize(("root", "refusal"), BOMBS)
def test_bombs_and_damage_are_refused_in_seconds(root: bytes, refusal: type[Refused]) -> None:
    begun = time.perf_counter()
    with pytest.raises(refusal):
        FodtReader().read(root, "a.fodt")
    with pytest.raises(Refused):
        OdtReader().read(zipped(content_xml=root), "a.odt")
    assert time.perf_counter() - begun < 10


def test_spans_as_deep_as_the_parser_takes_them_are_read() -> None:
    assert text("<text:span>" * 240 + "dybt" + "</text:span>" * 240) == "dybt"


@given(at=st.integers(0, 10**6), value=st.integers(0, 255))
@settings(max_examples=100)
def test_damage_is_refused_or_harmless(at: int, value: int) -> None:
    data = bytearray(zipped(content_xml=flat("<text:p>Rubrik</text:p><text:p>Byline</text:p>")))
    data[at % len(data)] = value
    try:
        assert OdtReader().read(bytes(data), "a.odt").text
    except Refused:
        return
