"""Which kind of file it is, told by its first bytes or by its name.

Owns the table of formats that are no plain text: documents, which have or may get a reader of
their own, and data, which holds no text at all. Must not know how any of them is read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from kdcurator.domain.errors import (
    BinaryFile,
    EncryptedFile,
    MailStore,
    Refused,
    UnsupportedFile,
)
from kdcurator.importing.limits import LARGEST_FILE, LARGEST_PACKED
from kdcurator.importing.mailboxes import is_mailbox


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file; `kind` is a proper name, the same in every language."""

    kind: str
    media_type: str
    suffixes: tuple[str, ...] = ()
    is_document: bool = True
    is_encrypted: bool = False

    def refusal(self) -> Refused:
        """Return the error for a file of this kind that no reader reads."""
        if self.is_encrypted:
            return EncryptedFile()
        if self is STORE:
            return MailStore()
        return UnsupportedFile(kind=self.kind) if self.is_document else BinaryFile()


PDF = Format("PDF", "application/pdf", (".pdf",))
RTF = Format("RTF", "application/rtf", (".rtf",))
HTML = Format("HTML", "text/html", (".html", ".htm", ".xhtml", ".shtml"))
ZIP = Format("ZIP", "application/zip", (".zip",))
OLE = Format("Microsoft Office 97", "application/x-ole-storage")
OUTLOOK = Format("Outlook", "application/vnd.ms-outlook", (".msg",))
EML = Format("EML", "message/rfc822", (".eml", ".emlx"))
MBOX = Format("MBOX", "application/mbox", (".mbox", ".mbx"))
STORE = Format("Outlook", "application/vnd.ms-outlook-pst", (".pst", ".ost"))
MHTML = Format("MHTML", "multipart/related", (".mht", ".mhtml"))
SRT = Format("SRT", "application/x-subrip", (".srt",))
VTT = Format("VTT", "text/vtt", (".vtt",))
ENCRYPTED_OFFICE = Format(
    "Microsoft Office", "application/x-ole-storage-encrypted", is_encrypted=True
)
EPUB = Format("EPUB", "application/epub+zip", (".epub",))
OTHER_DATA = Format("data", "application/octet-stream", is_document=False)

_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."

_ZIPPED: Mapping[str, Format] = {
    "word/document": Format(  # Word on the web numbers it: document2.xml
        "Word", f"{_OFFICE}wordprocessingml.document", (".docx", ".docm", ".dotx", ".dotm")
    ),
    "xl/workbook.xml": Format("Excel", f"{_OFFICE}spreadsheetml.sheet", (".xlsx", ".xlsm")),
    "ppt/presentation.xml": Format(
        "PowerPoint", f"{_OFFICE}presentationml.presentation", (".pptx", ".ppsx")
    ),
    "project.qde": Format("REFI-QDA", "application/x-refi-qda", (".qdpx", ".qdc")),
    "META-INF/container.xml": EPUB,
    "Index/Document.iwa": Format("Pages", "application/vnd.apple.pages", (".pages",)),
}
"""Documents that are zip archives, by (the beginning of) the member that tells."""

_NAMED_ZIPPED: Mapping[str, Format] = {
    member.media_type: member
    for member in (
        Format("OpenDocument", f"{_OPEN_DOCUMENT}text", (".odt", ".ott")),
        Format("OpenDocument", f"{_OPEN_DOCUMENT}spreadsheet", (".ods",)),
        Format("OpenDocument", f"{_OPEN_DOCUMENT}presentation", (".odp",)),
        EPUB,
    )
}
"""Documents that are zip archives, by what their member `mimetype` says."""

_BY_NAME_ALONE = (
    MHTML,
    Format("Word 97", "application/msword", (".doc", ".dot")),
    Format("Excel 97", "application/vnd.ms-excel", (".xls",)),
    Format("PowerPoint 97", "application/vnd.ms-powerpoint", (".ppt",)),
    OUTLOOK,
    STORE,
    EML,
    MBOX,
    Format("OpenDocument", f"{_OPEN_DOCUMENT}text-flat-xml", (".fodt",)),
    Format("XML", "application/xml", (".xml", ".rss", ".atom", ".opml")),
    Format("JSON", "application/json", (".json", ".jsonl", ".jsonld")),
    Format("CSV", "text/csv", (".csv", ".tsv")),
    SRT,
    VTT,
    Format("TeX", "application/x-tex", (".tex",)),
    Format("CSS", "text/css", (".css",)),
    Format("JavaScript", "text/javascript", (".js", ".mjs")),  # of web pages saved whole
    Format("SVG", "image/svg+xml", (".svg",)),
)

_OLE_SIGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DATABASE_SIGN = b"SQLite format 3\x00"

_DATA_SIGNATURES = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",  # JPEG
    b"GIF87a",
    b"GIF89a",
    b"II*\x00",  # TIFF
    b"MM\x00*",
    b"OggS",
    b"fLaC",
    b"ID3\x02",
    b"ID3\x03",
    b"ID3\x04",
    b"\x1aE\xdf\xa3",  # Matroska
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"\x00asm",
    b"\x1f\x8b",  # gzip
    b"BZh91AY&SY",
    b"\xfd7zXZ\x00",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"(\xb5/\xfd",  # zstd
    _DATABASE_SIGN,
    b"wOFF",
    b"wOF2",
)
"""Of pictures, sound, film, archives, programs, databases and fonts."""

_DOCUMENT_SIGNATURES = (
    (b"%PDF-", PDF),
    (b"{\\rtf", RTF),
    (b"!BDN", STORE),
    (_OLE_SIGN, OLE),
)

_OUTLOOK_SIGN = "__properties_version1.0".encode("utf-16-le")
"""Every mail of Outlook has a stream of this name; other files of its kind have none."""

_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
"""The stream in which Office keeps a document that has a password, whatever its format."""

_HTML_OPENING = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype html|<html)", re.IGNORECASE)
_WEB_SUBTITLES = re.compile(rb"(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)")

_ZIP_END = b"PK\x05\x06"
"""Opens the last part of an archive, which is the only one when nothing is in it."""

_PACKED = (b"PK\x03\x04", _ZIP_END, b"%PDF-", _OLE_SIGN, _DATABASE_SIGN)
"""How files begin of which pictures and other data may be the greater part."""


def largest_file(opening: bytes) -> int:
    """Return how many bytes a file may have that begins with these; the rest is never read.

    Mails and pages keep their pictures as text, which takes many times their size to parse: they
    get no more than a text does.
    """
    return LARGEST_PACKED if opening.startswith(_PACKED) else LARGEST_FILE


def by_content(data: bytes) -> Format | None:
    """Return the format that the first bytes show; None when they could be text."""
    if data.startswith((b"PK\x03\x04", _ZIP_END)):
        return _zipped(data)
    for signature, document in _DOCUMENT_SIGNATURES:
        if data.startswith(signature):
            return _ole(data) if document is OLE else document
    if _WEB_SUBTITLES.match(data):
        return VTT
    if is_mailbox(data):
        return MBOX
    is_boxed = data[4:8] == b"ftyp" or data[8:12] in {b"WEBP", b"WAVE", b"AVI "}
    return OTHER_DATA if is_boxed or data.startswith(_DATA_SIGNATURES) else None


def by_name(name: str) -> Format | None:
    """Return the format that a file's ending promises; None for text and unknown endings."""
    suffix = PurePath(name).suffix.casefold()
    known = (PDF, RTF, HTML, ZIP, *_ZIPPED.values(), *_NAMED_ZIPPED.values(), *_BY_NAME_ALONE)
    return next((each for each in known if suffix in each.suffixes), None)


def zipped_by_name(name: str) -> Format | None:
    """Return the document that is an archive and that a file's ending promises.

    An archive that says nothing of its kind may be one that is damaged or oddly packed.
    """
    suffix = PurePath(name).suffix.casefold()
    known = (*_ZIPPED.values(), *_NAMED_ZIPPED.values())
    return next((each for each in known if suffix in each.suffixes), None)


def looks_like_html(data: bytes) -> bool:
    """Tell whether a text opens as web pages do."""
    return bool(_HTML_OPENING.match(data[:500].removeprefix(b"\xef\xbb\xbf")))


def _ole(data: bytes) -> Format:
    """Tell what Office keeps in its old container, by the names of the streams."""
    if _OUTLOOK_SIGN in data:
        return OUTLOOK
    return ENCRYPTED_OFFICE if _ENCRYPTED_PACKAGE in data else OLE


def _zipped(data: bytes) -> Format:
    """Tell documents that are zip archives by the names of their members; unpacks nothing."""
    names = _zip_directory(data)
    for member, document in _ZIPPED.items():
        if member.encode() in names:
            return document
    # The standards of both want `mimetype` first and stored, so that it can be read like this.
    start = data[30:200].removeprefix(b"mimetype")
    named = (f for media_type, f in _NAMED_ZIPPED.items() if start.startswith(media_type.encode()))
    return max(named, key=lambda document: len(document.media_type), default=ZIP)


def _zip_directory(data: bytes) -> bytes:
    """Cut out the directory at an archive's end; empty when there is none where it should be.

    It is searched as it is: a hostile archive can name a million members, and a list of them
    would take longer than any reader is given.
    """
    end = data.rfind(_ZIP_END)
    size, offset = (int.from_bytes(data[end + at : end + at + 4], "little") for at in (12, 16))
    return data[offset : offset + size] if end >= 0 else b""
