"""Projects of other programs, written by hand after their schemas."""

import io
import sqlite3
import zipfile
from pathlib import Path

NAMESPACE = "urn:QDA-XML:project:1.0"
RAW = "Per Dal svarer 😀.\r\n\r\nVi køber ikke noget.\r\nDet er dyrt.\r\n"


def guid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def coding(number: int, *codes: int) -> str:
    return "".join(
        f'<Coding guid="{guid(number + at)}"><CodeRef targetGUID="{guid(code)}"/></Coding>'
        for at, code in enumerate(codes)
    )


def selection(number: int, start: int, end: int, *codes: int, note: int | None = None) -> str:
    ref = "" if note is None else f'<NoteRef targetGUID="{guid(note)}"/>'
    return (
        f'<PlainTextSelection guid="{guid(number)}" startPosition="{start}" endPosition="{end}">'
        f"{coding(number + 500, *codes)}{ref}</PlainTextSelection>"
    )


CODES = (
    f'<CodeBook><Codes><Code guid="{guid(1)}" name="Økonomi" isCodable="true" color="#d03040">'
    f"<Description>Alt om penge</Description>"
    f'<Code guid="{guid(2)}" name="indkøb" isCodable="true"/></Code>'
    f'<Code guid="{guid(3)}" name="kompetencer" isCodable="true"/></Codes></CodeBook>'
)


def project_xml(selections: str) -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><Project xmlns="{NAMESPACE}" name="Prøve">{CODES}'
        f'<Sources><TextSource guid="{guid(10)}" name="Interview" '
        f'plainTextPath="internal://{guid(10)}.txt">{selections}{coding(700, 1)}</TextSource>'
        f'<TextSource guid="{guid(11)}" name="Kort"><Description>Om den korte</Description>'
        f"<PlainTextContent>En kort tekst.</PlainTextContent></TextSource>"
        f'<TextSource guid="{guid(13)}" name="Væk" plainTextPath="../../hemmelig.txt"/>'
        f'<PictureSource guid="{guid(12)}" name="Billede" path="internal://b.png"/></Sources>'
        f'<Notes><Note guid="{guid(20)}" name="Memo"><PlainTextContent>Ring igen.'
        f'</PlainTextContent></Note><Note guid="{guid(21)}" name="Løs"><PlainTextContent>En løs '
        f"tanke.</PlainTextContent></Note></Notes></Project>"
    )


def qdpx(xml: str, raw: str = RAW) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", xml)
        archive.writestr(f"Sources/{guid(10)}.txt", raw.encode())
    return target.getvalue()


def project() -> bytes:
    start = RAW.index("Vi køber")
    return qdpx(
        project_xml(
            selection(30, start, start + 20, 1, 2, note=20)
            + selection(31, start, start + 20, 3)
            + selection(32, 5000, 5005, 3)
        )
    )


def taguette(folder: Path, *extra: str) -> bytes:
    """Write a project as Taguette 1.5 exports it, the columns that are not read left out."""
    path = folder / "project.sqlite3"
    path.unlink(missing_ok=True)
    contents = "<h1>Rubrik på ærø</h1>\n<p>Per <b>Dal</b>: Vi købte intet.</p>"
    plain = "Rubrik på ærø\nPer Dal: Vi købte intet."
    start = len(plain[: plain.index("Vi")].encode())
    end = len(plain.encode())
    connection = sqlite3.connect(path)
    connection.executescript(
        "CREATE TABLE documents(id INTEGER PRIMARY KEY, name, description, contents);"
        "CREATE TABLE highlights(id INTEGER PRIMARY KEY, document_id, start_offset, end_offset,"
        " snippet);"
        "CREATE TABLE tags(id INTEGER PRIMARY KEY, path, description);"
        "CREATE TABLE highlight_tags(highlight_id, tag_id);"
    )
    connection.execute("INSERT INTO documents VALUES (1, 'Et dokument', 'Et memo', ?)", (contents,))
    connection.execute(
        "INSERT INTO highlights VALUES (1, 1, ?, ?, 'Vi købte intet.')", (start, end)
    )
    connection.execute("INSERT INTO highlights VALUES (2, 1, 0, 6, 'noget andet')")
    connection.execute("INSERT INTO tags VALUES (1, 'indkøb', 'Køb'), (2, 'indkøb.it', '')")
    connection.execute("INSERT INTO highlight_tags VALUES (1, 1), (1, 2)")
    for statement in extra:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path.read_bytes()


def codebook(*names: str) -> bytes:
    """Return a codebook with these codes, or with those of the project."""
    codes = "".join(f'<Code guid="{guid(at)}" name="{name}"/>' for at, name in enumerate(names, 1))
    inside = f"<CodeBook><Codes>{codes}</Codes></CodeBook>" if names else CODES
    opened = inside.replace("<CodeBook>", '<CodeBook xmlns="urn:QDA-XML:codebook:1.0">')
    return f'<?xml version="1.0" encoding="utf-8"?>\n{opened}'.encode()
