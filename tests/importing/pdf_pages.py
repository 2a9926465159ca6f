"""PDFs drawn by the tests: words in Helvetica at given places, so that every order can be tried.

Owns the bytes of a small valid PDF and the setting of text in columns. Must not know the reader.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sin
from typing import Final

from pdfminer.fontmetrics import FONT_METRICS

WIDTH, HEIGHT = 595, 842  # A4 in points
_ADVANCES: Final = FONT_METRICS["Helvetica"][1]

Page = Sequence["Line"]


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line; `x` and `y` of their beginning on the base line, from below at left."""

    x: float
    y: float
    words: str
    size: float = 9
    between: float = 0
    """Points added to each blank."""
    angle: float = 0
    """Degrees against the clock by which the line is turned about its beginning."""


def width_of(words: str, size: float = 9) -> float:
    """Return how wide words are in Helvetica."""
    return sum(_ADVANCES.get(letter, 500) for letter in words) * size / 1000


def set_paragraphs(
    paragraphs: Iterable[str], x: float, top: float, width: float, size: float = 9, gap: float = 5
) -> list[Line]:
    """Set paragraphs ragged below each other; a newline in one begins a new line."""
    lines: list[Line] = []
    y = top
    for paragraph in paragraphs:
        for words in _wrapped(paragraph, width, size):
            lines.append(Line(x, y, words, size))
            y -= size * 1.2
        y -= gap
    return lines


def justified(lines: Iterable[Line], width: float) -> list[Line]:
    """Stretch lines that are nearly full to a width."""
    result = []
    for line in lines:
        room, blanks = width - width_of(line.words, line.size), line.words.count(" ")
        is_full = blanks and room < width / 4
        result.append(replace(line, between=room / blanks) if is_full else line)
    return result


def in_columns(lines: Sequence[Line], xs: Sequence[float], top: float, each: int) -> list[Line]:
    """Pour the lines of one column into several of `each` lines, without gaps of their own."""
    return [
        replace(line, x=xs[at // each], y=top - at % each * line.size * 1.2)
        for at, line in enumerate(lines)
    ]


def row_by_row(lines: Iterable[Line]) -> list[Line]:
    """Return lines as some programs draw them: what stands on one height together."""
    return sorted(lines, key=lambda line: (-line.y, line.x))


def _wrapped(paragraph: str, width: float, size: float) -> Iterator[str]:
    for part in paragraph.split("\n"):
        words = ""
        for word in part.split(" "):
            longer = f"{words} {word}" if words else word
            if words and width_of(longer, size) > width:
                yield words
                longer = word
            words = longer
        yield words


def pdf(
    pages: Sequence[Page],
    info: Mapping[str, str] | None = None,
    *,
    packed: bool = True,
    rotate: int = 0,
) -> bytes:
    """Return a PDF of pages; `info` are the entries of its document information.

    Viewers turn each page by `rotate` degrees with the clock.
    """
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    entries = " ".join(f"/{key} {_literal(value)}" for key, value in (info or {}).items())
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {entries} >>".encode("latin-1"),
    ]
    for number, page in enumerate(pages):
        objects += [_page(6 + 2 * number, rotate), _stream(_drawn(page), packed=packed)]
    return assembled(objects)


def assembled(objects: Sequence[bytes], trailer: str = "/Info 4 0 R") -> bytes:
    """Return a PDF of objects, numbered from 1; the first is the catalogue."""
    data, offsets = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += "".join(f"{offset:010} 00000 n \n" for offset in offsets).encode()
    size = len(objects) + 1
    data += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n".encode()
    return bytes(data + b"%%EOF\n")


def _page(contents: int, rotate: int) -> bytes:
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate} "
        f"/Resources << /Font << /F1 3 0 R >> >> /Contents {contents} 0 R >>"
    ).encode()


def _stream(content: bytes, *, packed: bool) -> bytes:
    data = zlib.compress(content) if packed else content
    way = "/Filter /FlateDecode " if packed else ""
    return f"<< {way}/Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _drawn(page: Page) -> bytes:
    return b"\n".join(
        f"BT /F1 {line.size:g} Tf {line.between:.3f} Tw "
        f"{_turning(line.angle)} {line.x:.2f} {line.y:.2f} Tm ".encode()
        + _literal(line.words).encode("latin-1")
        + b" Tj ET"
        for line in page
    )


def _turning(angle: float) -> str:
    cosine, sine = cos(radians(angle)), sin(radians(angle))
    return f"{cosine:.4f} {sine:.4f} {-sine:.4f} {cosine:.4f}"


def _literal(words: str) -> str:
    """Return a string of the PDF; document information beyond cp1252 is UTF-16."""
    try:
        raw = words.encode("cp1252")
    except UnicodeEncodeError:
        raw = b"\xfe\xff" + words.encode("utf-16-be")
    escaped = raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return f"({escaped.decode('latin-1')})"
