"""Files in files: found in order, named harmlessly, bounded, and nothing of them on the disk."""

import io
import stat
import warnings
import zipfile
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.errors import (
    DamagedFile,
    EmptyFile,
    NestedTooDeep,
    Refused,
    UnpacksTooBig,
)
from kdcurator.importing import holding
from kdcurator.importing.holding import files_in, harmless, holds_files
from tests.importing.test_archives import with_flag, zipped


def named(data: bytes) -> list[str]:
    return ["/".join(held.place) for held in files_in(data)]


def codes(data: bytes) -> list[str]:
    return [
        held.content.code if isinstance(held.content, Refused) else "" for held in files_in(data)
    ]


def test_only_an_archive_of_files_holds_files() -> None:
    assert holds_files(zipped(("a.txt", b"A")))
    assert holds_files(zipped())
    assert not holds_files(zipped(("word/document.xml", b"<a/>")))
    assert not holds_files(b"PK er initialer.")


def test_files_come_by_name_with_folders_as_on_a_disk() -> None:
    data = zipped(("b/10.txt", b"1"), ("b/2.txt", b"2"), ("a.txt", b"3"), ("tom/", b""))
    assert named(data) == ["a.txt", "b/2.txt", "b/10.txt"]
    assert [held.content for held in files_in(data)] == [b"3", b"2", b"1"]


def test_what_systems_leave_in_archives_is_passed_over() -> None:
    data = zipped(("__MACOSX/._a.txt", b"x"), (".DS_Store", b"x"), ("a.txt", b"A"))
    assert named(data) == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", ("etc", "passwd")),
        ("/etc/passwd", ("etc", "passwd")),
        ("C:\\Windows\\a.txt", ("C_", "Windows", "a.txt")),
        ("\\\\server\\share\\a.txt", ("server", "share", "a.txt")),
        ("a/\x00\n.txt", ("a", "__.txt")),
        ("..", ("_",)),
        ("", ("_",)),
        ("a" * 300 + ".docx", ("a" * 180 + "…" + "a" * 14 + ".docx",)),
    ],
)
def test_a_name_leads_nowhere(name: str, shown: tuple[str, ...]) -> None:
    assert harmless(name) == shown


@given(st.text(st.characters(), max_size=60))
def test_no_name_at_all_leads_out_of_the_file_that_holds_it(name: str) -> None:
    for root in (Path("/u/x.zip"), PureWindowsPath("D:\\u\\x.zip")):
        place = root.joinpath(*harmless(name))
        assert place.is_relative_to(root)
        assert ".." not in place.parts


def test_names_that_differ_in_case_alone_or_not_at_all_are_files_of_their_own() -> None:
    data = zipped(("A.txt", b"1"), ("a.txt", b"2"), ("a.txt", b"3"), ("CON", b"4"))
    assert sorted(bytes(held.content) for held in files_in(data)) == [b"1", b"2", b"3", b"4"]  # type: ignore[arg-type]


def test_names_of_danish_windows_are_read_as_written() -> None:
    data = zipped(("bl?b?r.txt", b"A")).replace(b"bl?b?r", b"bl\x86b\x91r")
    assert named(data) == ["blåbær.txt"]
    assert named(zipped(("søø.txt", b"A"))) == ["søø.txt"]


def test_a_link_is_refused_and_not_followed() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert codes(target.getvalue()) == ["unreadable"]


def test_an_archive_in_an_archive_is_opened_and_one_in_that_is_not() -> None:
    inner = zipped(("inderst.txt", b"A"))
    middle = zipped(("inder.zip", inner), ("b.txt", b"B"))
    assert named(zipped(("m.zip", inner), ("n.txt", b"C"))) == ["m.zip/inderst.txt", "n.txt"]
    held = list(files_in(zipped(("m.zip", middle))))
    assert [item.place for item in held] == [("m.zip", "b.txt"), ("m.zip", "inder.zip")]
    assert isinstance(held[1].content, NestedTooDeep)


def test_one_bad_file_is_refused_in_its_place() -> None:
    bad = with_flag(zipped(("hemmelig.txt", b"x" * 50)))
    outer = zipped(("a.txt", b"A"), ("b.zip", bad), ("c.zip", b"PK\x03\x04 cut"), ("d.txt", b"D"))
    assert codes(outer) == ["", "encrypted", "damaged", ""]


def test_nothing_in_it_is_an_empty_file() -> None:
    with pytest.raises(EmptyFile):
        list(files_in(zipped()))
    with pytest.raises(DamagedFile):
        list(files_in(b"PK\x03\x04 cut short"))


def test_archives_in_archives_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holding, "MOST_MEMBERS", 5)
    inner = zipped(("a.txt", b"A"), ("b.txt", b"B"))
    with warnings.catch_warnings(), pytest.raises(UnpacksTooBig):
        list(files_in(zipped(("1.zip", inner), ("2.zip", inner))))
