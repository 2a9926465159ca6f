import io
import zipfile

import pytest

from kdcurator.domain.article import ReadFile
from kdcurator.domain.errors import (
    BinaryFile,
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    Refused,
    UnsupportedFile,
)
from kdcurator.importing.registry import Registry, all_readers
from kdcurator.importing.text_reader import PlainTextReader

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"


def zipped(**members: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return target.getvalue()


class FakePdfReader:
    media_type = "application/pdf"
    suffixes: tuple[str, ...] = (".pdf",)

    def read(self, data: bytes, name: str) -> ReadFile:
        return ReadFile(f"{name}: {len(data)}", self.media_type)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("a.TXT", "text/plain"),
        ("a.text", "text/plain"),
        ("noter", "text/plain"),
        ("0001.art", "text/plain"),
        ("artikel.001", "text/plain"),
        ("Interview med A. Holm", "text/plain"),
        ("a.md", "text/markdown"),
        ("a.Markdown", "text/markdown"),
    ],
)
def test_text_is_read_under_any_name(name: str, media_type: str) -> None:
    result = Registry().read_bytes("Så er der smørrebrød".encode("cp1252"), name)
    assert (result.text, result.media_type) == ("Så er der smørrebrød", media_type)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pdf", b"%PDF-1.4", "PDF"),
        ("a.txt", b"%PDF-1.4", "PDF"),
        ("a.pdf", b"garbage", "PDF"),
        ("a.docx", zipped(word__document_xml="<w/>"), "Word"),
        ("a.txt", zipped(word__document_xml="<w/>"), "Word"),
        ("a", zipped(mimetype="application/vnd.oasis.opendocument.text"), "OpenDocument"),
        ("a", zipped(mimetype="application/epub+zip"), "EPUB"),
        ("a.zip", zipped(a_txt="word/document.xml"), "ZIP"),
        ("a.rtf", b"{\\rtf1 Hej}", "RTF"),
        ("a.mbox", b"From a@b.dk", "MBOX"),
        ("a.json", b"{}", "JSON"),
        ("a.csv", b"a;b", "CSV"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
    ],
)
def test_documents_without_a_reader_are_named(name: str, data: bytes, kind: str) -> None:
    with pytest.raises(UnsupportedFile, match=rf"\({kind}|{kind}\)|{kind} 97"):
        Registry([PlainTextReader()]).read_bytes(data, name)


@pytest.mark.parametrize("name", ["a.png", "a.txt", "a.md", "a", "a.docx"])
def test_data_is_refused_under_any_name(name: str) -> None:
    with pytest.raises(BinaryFile):
        Registry().read_bytes(PNG, name)


@pytest.mark.parametrize("name", ["a.txt", "a.png", "a.docx", ""])
def test_an_empty_file_is_empty_whatever_its_name(name: str) -> None:
    with pytest.raises(EmptyFile):
        Registry().read_bytes(b"", name)


@pytest.mark.parametrize(("name", "data"), [("a.pdf", b"cut"), ("a.txt", b"%PDF-1.4")])
def test_a_reader_that_joins_reads_its_format_by_name_and_by_content(
    name: str, data: bytes
) -> None:
    registry = Registry([*all_readers(), FakePdfReader()])
    assert registry.read_bytes(data, name).text == f"{name}: {len(data)}"


def test_a_page_in_a_text_file_stays_the_text_it_is() -> None:
    assert Registry().read_bytes(b"<html>", "a.txt").text == "<html>"


@pytest.mark.parametrize("cut", [0, 10, 40, 200])
def test_a_damaged_archive_is_refused(cut: int) -> None:
    data = zipped(word__document_xml="<w/>" * 100)
    with pytest.raises(Refused):
        Registry().read_bytes(data[: len(data) - cut] + b"\xff" * cut, "a")


def test_an_office_file_with_a_password_is_told_from_one_of_old_office() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    with pytest.raises(EncryptedFile):
        Registry().read_bytes(data + "EncryptedPackage".encode("utf-16-le"), "a.docx")
    with pytest.raises(UnsupportedFile, match="Office 97"):
        Registry().read_bytes(data + "WordDocument".encode("utf-16-le"), "a.doc")


def test_an_archive_that_does_not_say_what_it_is_is_what_its_name_promises() -> None:
    with pytest.raises(DamagedFile):
        Registry().read_bytes(b"PK\x03\x04 cut short", "a.docx")
    with pytest.raises(UnsupportedFile, match="Excel"):
        Registry().read_bytes(b"PK\x03\x04 cut short", "a.xlsx")


def test_only_pages_have_a_whole_text() -> None:
    readers = Registry()
    assert [readers.is_page(kind) for kind in ("text/html", "multipart/related")] == [True, True]
    assert not any(map(readers.is_page, ("text/plain", "application/pdf", "x/y")))
    with pytest.raises(UnsupportedFile):
        readers.read_whole(b"Det er en tekst.", "a.txt")
