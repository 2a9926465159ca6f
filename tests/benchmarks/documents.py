"""What is imported for measuring: made here of the paragraphs of our own, each time the same.

Owns folders of many texts, a report of many pages as PDF, and a Word document of many megabytes.
Must not know how they are read.
"""

import random
import textwrap
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from kdcurator.settings import seeds
from tests.importing.pdf_pages import Line, justified, pdf, set_paragraphs

_SEED: Final = 20261124
_LEFT, _TOP, _WIDTH, _LINES = 70, 770, 455, 52
_SIZE: Final = 11.0

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS: Final = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_RUN: Final = 40
"""Characters of one run: Word begins another at each correction and each word that it marks."""


def paragraphs() -> list[str]:
    """Return the paragraphs of our own articles."""
    texts = [path.read_text("utf-8") for path in sorted(seeds().glob("*.txt"))]
    return [words for text in texts for words in text.split("\n\n") if words.strip()]


def write_texts(folder: Path, count: int, most: int | None = None) -> int:
    """Write so many different articles of 14 paragraphs, or of `most`; return their words."""
    folder.mkdir()
    luck, ours, words = random.Random(_SEED), paragraphs(), 0
    for number in range(count):
        text = "\n\n".join([f"Rubrik nummer {number}", *luck.sample(ours, most or 14)])
        words += len(text.split())
        (folder / f"{number:05d}.txt").write_text(text, encoding="utf-8")
    return words


def report(pages: int) -> bytes:
    """Return a PDF of so many full pages of justified text, each with its number at the foot."""
    luck, ours = random.Random(_SEED), paragraphs()
    flow = _set(luck, ours)
    return pdf([_page(flow, number) for number in range(1, pages + 1)])


def _set(luck: random.Random, ours: Sequence[str]) -> Iterator[Line | None]:
    """Yield lines of paragraphs without end; None stands for the room between two."""
    while True:
        words = luck.choice(ours)
        yield from justified(set_paragraphs([words], _LEFT, _TOP, _WIDTH, _SIZE), _WIDTH)
        yield None


def _page(flow: Iterator[Line | None], number: int) -> list[Line]:
    """Fill one page from the flow."""
    lines, leading = [Line(290, 40, str(number), _SIZE)], _SIZE * 1.25
    for row in range(_LINES):
        line = next(flow)
        if line is not None:
            y = _TOP - row * leading
            lines.append(Line(_LEFT, y, _printable(line.words), _SIZE, line.between))
    return lines


def _printable(words: str) -> str:
    return words.encode("cp1252", "replace").decode("cp1252")


def word_document(words: int, size: int) -> bytes:
    """Return a Word document of so many words in short runs, and a picture up to `size` bytes."""
    luck, ours = random.Random(_SEED), paragraphs()
    body: list[str] = []
    while words > 0:
        body.append(luck.choice(ours))
        words -= len(body[-1].split())
    text = "".join(map(_word_paragraph, body))
    main = f'<w:document xmlns:w="{_WORD}"><w:body>{text}</w:body></w:document>'
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": main}
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.writestr("word/media/image1.png", luck.randbytes(size - made.tell()))
    return made.getvalue()


def _word_paragraph(words: str) -> str:
    """Write a paragraph as Word does, each run with its font and size."""
    runs = "".join(
        '<w:r><w:rPr><w:rFonts w:ascii="Calibri"/><w:sz w:val="22"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(piece)} </w:t></w:r>'
        for piece in textwrap.wrap(words, _RUN)
    )
    return f"<w:p>{runs}</w:p>"
