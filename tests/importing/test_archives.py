import io
import time
import warnings
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.errors import (
    DamagedFile,
    EncryptedFile,
    Refused,
    UnpacksTooBig,
    UnsupportedFile,
)
from kdcurator.importing.archives import Archive, packed, parse_xml
from kdcurator.importing.limits import MEGABYTE, MOST_MEMBERS

XXE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
LAUGHS = b"".join(
    [
        b'<!DOCTYPE a [<!ENTITY l0 "ha">',
        *(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10)),
        b"]><a>&l9;</a>",
    ]
)


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", method) as archive:
        warnings.simplefilter("ignore", UserWarning)  # of two members with one name
        for name, content in members:
            archive.writestr(name, content)
    return target.getvalue()


def with_flag(data: bytes) -> bytes:
    """Mark the only member as encrypted, in its own header and in the directory."""
    marked = bytearray(data)
    marked[6] |= 1
    marked[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(marked)


def test_members_are_read_in_their_order_and_by_name() -> None:
    archive = Archive(zipped(("b.txt", b"B"), ("folder/", b""), ("a/æ.txt", b"A")))
    assert [(each.name, each.size) for each in archive.members] == [("b.txt", 1), ("a/æ.txt", 1)]
    assert [archive.read(each) for each in archive.members] == [b"B", b"A"]
    assert "a/æ.txt" in archive
    assert archive.read("a/æ.txt") == b"A"


@pytest.mark.parametrize(
    "name", ["../../ude", "/etc/passwd", "C:\\a", "a\\..\\b", "CON", "a" * 999]
)
def test_a_name_is_only_a_name(name: str) -> None:
    (member,) = Archive(zipped((name, b"inde"))).members
    assert Archive(zipped((name, b"inde"))).read(member) == b"inde"


def test_two_members_of_one_name_are_two() -> None:
    archive = Archive(zipped(("a", b"1"), ("a", b"2")))
    assert [archive.read(each) for each in archive.members] == [b"1", b"2"]
    assert archive.read("a") == b"2"


def test_a_member_that_is_not_there_is_damage() -> None:
    with pytest.raises(DamagedFile):
        Archive(zipped(("a", b"1"))).read("b")


def many_members() -> bytes:
    return zipped(*((str(number), b"") for number in range(MOST_MEMBERS + 1)))


def much_in_all() -> bytes:
    part = bytes(23 * MEGABYTE)
    return zipped(*((str(number), part) for number in range(9)))


def a_member_that_is_nothing_but_blanks() -> bytes:
    return zipped(("a", b" " * (2 * MEGABYTE)))


@pytest.mark.parametrize("make", [many_members, much_in_all, a_member_that_is_nothing_but_blanks])
def test_what_no_document_is_stays_packed(make: Callable[[], bytes]) -> None:
    data = make()
    begun = time.perf_counter()
    with pytest.raises(UnpacksTooBig):
        Archive(data).read("a")
    assert time.perf_counter() - begun < 5


def test_a_directory_of_a_million_members_is_not_even_listed() -> None:
    with pytest.raises(UnpacksTooBig):
        Archive(b"PK\x03\x04" + b"PK\x01\x02" * 1_000_000)


def test_a_member_that_lies_about_its_size_is_damage() -> None:
    data = bytearray(zipped(("a", b"x" * 5000)))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(DamagedFile):
        Archive(bytes(data)).read("a")


def test_what_was_unpacked_counts_whatever_the_directory_says() -> None:
    archive = Archive(zipped(("a", bytes(60 * MEGABYTE)), method=zipfile.ZIP_STORED))
    for _ in range(3):
        archive.read("a")
    with pytest.raises(UnpacksTooBig):
        archive.read("a")


def test_an_encrypted_member_is_told() -> None:
    archive = Archive(with_flag(zipped(("a", b"hemmeligt"))))
    assert archive.members[0].is_encrypted
    with pytest.raises(EncryptedFile):
        archive.read("a")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_know_no_bounds_are_refused(method: int) -> None:
    with pytest.raises(UnsupportedFile):
        Archive(zipped(("a", b"x" * 100), method=method)).read("a")


@given(at=st.integers(0, 300), value=st.integers(0, 255), cut=st.integers(0, 100))
def test_damage_is_refused_or_harmless(at: int, value: int, cut: int) -> None:
    data = bytearray(zipped(("a.txt", b"Rubrik " * 9), ("b.txt", b"Byline " * 9)))
    data[at % len(data)] = value
    try:
        archive = Archive(bytes(data[: len(data) - cut]))
        read = [archive.read(each) for each in archive.members]
    except Refused:
        return
    assert {len(each) for each in read} <= {63}


def test_what_is_packed_anew_holds_the_same() -> None:
    archive = Archive(packed([("a/b.xml", b"<a/>"), ("c", b"")]).getvalue())
    assert [(each.name, archive.read(each)) for each in archive.members] == [
        ("a/b.xml", b"<a/>"),
        ("c", b""),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_xml_is_read_in_every_encoding_that_it_names(encoding: str) -> None:
    words = f'<?xml version="1.0" encoding="{encoding}"?><a>så\xa0er\xad der &lt;</a>'
    assert parse_xml(words.encode(encoding)).text == "så\xa0er\xad der <"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("declared", [XXE, LAUGHS, b"<!DOCTYPE a><a/>"])
def test_xml_that_declares_a_type_is_refused(declared: bytes, encoding: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(DamagedFile):
        parse_xml(declared.decode().replace('<?xml version="1.0"?>', "").encode(encoding))
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize("data", [b"", b"<a>", b"ord", b"\x00", b"<a>\xff</a>", b"<a>" * 9999])
def test_what_is_no_xml_is_damage(data: bytes) -> None:
    with pytest.raises(DamagedFile):
        parse_xml(data)


def test_a_member_without_a_name_is_a_member() -> None:
    data = zipped(("~", b"ord")).replace(b"~", b"\0")
    assert [member.name for member in Archive(data).members] == [""]
