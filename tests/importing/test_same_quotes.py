"""The articles of `seeds/` say the same, quote for quote, whatever they are written in.

The documents are made by python-docx and odfdo, and RTF by hand, as the formats have it.
"""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kdcurator import settings
from kdcurator.importing.registry import Registry
from kdcurator.text.suggestion.language import load_language
from kdcurator.text.suggestion.reader import TextReader

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def reader() -> TextReader:
    return TextReader(load_language(settings.resources() / "danish"))


def as_docx(text: str) -> bytes:
    from docx import Document

    document = Document()
    for paragraph in text.split("\n\n"):
        document.add_paragraph(paragraph)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def as_odt(text: str) -> bytes:
    from odfdo import Document, Paragraph

    document = Document("text")
    document.body.clear()
    for paragraph in text.split("\n\n"):
        document.body.append(Paragraph(paragraph))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def as_rtf(text: str) -> bytes:
    escaped = text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
    body = escaped.replace("\n\n", "\\par ").replace("\n", "\\line ")
    coded = "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in body)
    return rf"{{\rtf1\ansi\ansicpg1252\uc1 {coded}\par}}".encode("ascii")


@pytest.mark.parametrize("write", [as_docx, as_odt, as_rtf])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: str(seed.stem))
def test_an_article_has_the_same_quotes_in_every_format(
    seed: Path, write: Callable[[str], bytes], reader: TextReader
) -> None:
    text = Registry().read_bytes(seed.read_bytes(), seed.name).text.strip("\n")
    file = Registry().read_bytes(write(text), "artikel")
    assert file.text == text
    expected, found = reader.read(text), reader.read(file.text)
    assert found.quotes == expected.quotes
    assert found.people == expected.people
