"""One whole file of every format that is read, and of some that are refused, for faults to damage.

Owns them alone: what a file is called and its bytes. All texts are our own; office files are the
ones that the readers are tried on, or are put together here.
"""

import io
import sqlite3
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.importing import outlook_made, pages_made, test_mail_rtf, test_tnef

_KEPT = Path(__file__).parent.parent / "importing" / "files"

_TEXT = (
    "Havby siger nej\n\nAf Per Dal\n\nFjordposten, 12. marts 2024\n\n"
    "- Vi køber ikke mere brød i år, siger borgmester Karen Holm.\n\n"
    "»Det er for dyrt,« siger formand Bo Lund. Åse på Ærø er enig.\n\n"
)
_CUES = "".join(
    f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\nKaren Holm: Nej tak.\n\n"
    for number in range(1, 9)
)
_MAIL = (
    "From: =?utf-8?q?B=C3=B8?= <bo@havby.example>\nSubject: Brød\n"
    "Date: Mon, 2 Nov 2026 09:00:00 +0100\nMIME-Version: 1.0\n"
    "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n"
    "Content-Transfer-Encoding: 8bit\n\n{text}\n--x\nContent-Type: text/html; charset=utf-8\n\n"
    "<p>{text}</p>\n--x\nContent-Disposition: attachment; filename=a.bin\n"
    "Content-Transfer-Encoding: base64\n\nAAECAwQ=\n--x--\n"
)
_SAVED_PAGE = (
    "From: <Saved>\nSubject: Brød\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; type="text/html"; boundary="x"\n\n--x\n'
    "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n"
    "Content-Location: https://avisen.example/a\n\n{page}\n--x--\n"
)
_PDF = (
    b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    b"/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    b"trailer<</Root 1 0 R/Size 6>>\n%%%%EOF\n"
)
_SHOWN = b"BT /F1 12 Tf 72 720 Td (Havby siger nej) Tj 0 -14 Td (Nej tak, siger Bo Lund.) Tj ET"


def originals(folder: Path) -> list[tuple[str, bytes]]:
    """Return names and bytes, always in one order; `folder` is for what is made on the disk."""
    return [
        *_texts(),
        *_mails(),
        *_kept(),
        *_packed(folder),
        ("a.pdf", _PDF % (len(_SHOWN), _SHOWN)),
    ]


def _texts() -> Iterator[tuple[str, bytes]]:
    page = pages_made.newspaper(_TEXT.strip().split("\n\n"))
    yield "a.txt", (_TEXT * 3).encode()
    turns = enumerate(_TEXT.strip().split("\n\n"))
    yield "tider.txt", "\n".join(f"[00:00:0{n}] Bo Lund: {words}" for n, words in turns).encode()
    yield "gammel.txt", _TEXT.encode("cp1252")
    yield "bred.txt", _TEXT.encode("utf-16")
    yield "a.md", f"# Brød\n\n{_TEXT}* et\n* to\n".encode()
    yield "a.html", page.encode()
    yield "a.mht", _SAVED_PAGE.format(page=page).encode()
    yield "a.srt", _CUES.encode()
    yield "a.vtt", f"WEBVTT\n\n{_CUES.replace(',', '.')}".encode()
    foot = "© Alt materiale i Fjordarkivet er omfattet af lov om ophavsret.\nId: e123456{}\n\n"
    yield "bundt.txt", "".join(_TEXT + foot.format(number) for number in range(3)).encode()


def _mails() -> Iterator[tuple[str, bytes]]:
    yield "a.eml", _MAIL.format(text=_TEXT).encode()
    properties = {
        (0x001A, outlook_made.STRING): "IPM.Note",
        (0x0037, outlook_made.STRING): "Brød",
        (0x0039, outlook_made.TIME): datetime(2026, 11, 2, 9, 0, tzinfo=UTC),
        (0x1000, outlook_made.STRING): _TEXT,
    }
    yield "a.msg", outlook_made.message(properties)
    packed = {(0x1009, outlook_made.BINARY): test_mail_rtf.packed(test_mail_rtf.PAGE.encode())}
    yield "rtf.msg", outlook_made.message(packed, outlook_made.attached_mail(properties))
    yield "winmail.eml", test_tnef.mail("\n")
    mails = [f"From - Mon Nov  2 09:00:00 2026\n{_MAIL.format(text=_TEXT)}\n"] * 3
    yield "post.mbox", "".join(mails).encode()


def _kept() -> Iterator[tuple[str, bytes]]:
    for path in sorted(_KEPT.iterdir()):
        yield path.name, path.read_bytes()


def _packed(folder: Path) -> Iterator[tuple[str, bytes]]:
    inner = _zipped({"a.txt": _TEXT.encode(), "b/å.md": b"# B\n\nTekst.\n"})
    office = (_KEPT / "havn.docx").read_bytes()
    yield "a.zip", _zipped({"a.txt": _TEXT.encode(), "i.zip": inner, "../c.docx": office})
    yield "a.qdpx", _zipped({"project.qde": b"<Project/>", "sources/a.txt": _TEXT.encode()})
    path = folder / "taguette.sqlite3"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE documents (id INTEGER PRIMARY KEY, contents TEXT)")
    connection.execute("INSERT INTO documents (contents) VALUES (?)", (_TEXT,))
    connection.commit()
    connection.close()
    yield path.name, path.read_bytes()


def _zipped(members: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
