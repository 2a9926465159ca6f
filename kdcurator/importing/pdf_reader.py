"""The reader of PDF.

Owns what pdfminer is asked, how much of it, and what its many errors mean to the user: the file is
protected, damaged, scanned, or its letters cannot be told. Must not know in which order words are
read (`page_layout`).

Letters are those that the file names: ligatures, hyphens at line ends and soft hyphens stay.
"""

import io
import logging
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from kdcurator.domain.article import ReadFile
from kdcurator.domain.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    Refused,
    ScannedFile,
    TooManyPages,
    UnpacksTooBig,
    UntoldLetters,
)
from kdcurator.importing.formats import PDF
from kdcurator.importing.limits import LARGEST_TEXT, MOST_PAGES, too_big
from kdcurator.importing.page_layout import text_of
from kdcurator.importing.page_letters import words_of
from kdcurator.importing.page_turning import sheets
from kdcurator.importing.page_words import Page
from kdcurator.importing.pdf_information import told_by
from kdcurator.importing.text_reader import read_words
from kdcurator.text.canonical import REPLACEMENT

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage

_MOST_UNTOLD: Final = 0.3
"""Share of letters that the file does not name beyond which the rest is no text."""

_PACKED_NOTHING: Final = 20
"""Bytes that no words at all may take when packed."""

_END = b"%%EOF"
_END_WITHIN: Final = 2_048


class PdfReader:
    """Reads PDF; a `domain.ports.FileReader`."""

    media_type = PDF.media_type
    suffixes = PDF.suffixes

    def read(self, data: bytes, name: str) -> ReadFile:  # noqa: ARG002 - the port's signature
        """Return a PDF's text in reading order and what its properties say; raises `Refused`."""
        if not data:
            raise EmptyFile
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it warns of what is told here
        try:
            return _read(data)
        except Refused:
            raise
        except MemoryError as error:
            raise UnpacksTooBig from error
        except Exception as error:  # over a damaged file pdfminer raises anything
            raise _meant_by(error) from error


def _meant_by(error: Exception) -> Refused:
    """Return what an error of the library's means."""
    from pdfminer.pdfdocument import PDFEncryptionError

    return EncryptedFile() if isinstance(error, PDFEncryptionError) else DamagedFile()


def _read(data: bytes) -> ReadFile:
    from kdcurator.importing.pdf_drawing import drawn, letters_of, shows_picture

    document = _document(data)
    pages: list[Page] = []
    letters, has_pictures = 0, False
    for layout in drawn(_whole(_pages(document))):
        for some, height in sheets(letters_of(layout), layout.width, layout.height):
            words = tuple(words_of(some))
            letters += sum(len(one.text) for one in words)
            if letters > LARGEST_TEXT:
                raise too_big()
            pages.append(Page(words, height))
        has_pictures = has_pictures or shows_picture(layout)
    text = text_of(pages)
    if has_pictures and not text.strip():
        raise ScannedFile
    untold = text.count(REPLACEMENT)
    if untold > _MOST_UNTOLD * len(text):
        raise UntoldLetters
    result = read_words(text, PDF.media_type)
    return ReadFile(
        result.text,
        PDF.media_type,
        replaced=result.replaced + untold,
        metadata=told_by(document.info),
    )


def _document(data: bytes) -> "PDFDocument":
    """Open a document; raises `DamagedFile` for one that is cut short.

    Files whose table of contents is wrong but whose end is there are read as every viewer does.
    """
    from pdfminer.pdfdocument import PDFDocument, PDFXRefFallback
    from pdfminer.pdfparser import PDFParser

    document = PDFDocument(PDFParser(io.BytesIO(data)))
    is_guessed = any(isinstance(xref, PDFXRefFallback) for xref in document.xrefs)
    if is_guessed and _END not in data[-_END_WITHIN:]:
        raise DamagedFile
    return document


def _pages(document: "PDFDocument") -> "list[PDFPage]":
    """Return the pages; raises `TooManyPages`, or `DamagedFile` when there are none."""
    from pdfminer.pdfpage import PDFPage

    pages: list[PDFPage] = []
    for page in PDFPage.create_pages(document):
        if len(pages) == MOST_PAGES:
            raise TooManyPages(limit=MOST_PAGES)
        pages.append(page)
    if not pages:
        raise DamagedFile
    return pages


def _whole(pages: "Iterable[PDFPage]") -> "Iterator[PDFPage]":
    """Yield pages, each proved as it is taken."""
    for page in pages:
        _require_whole(page)
        yield page


def _require_whole(page: "PDFPage") -> None:
    """Raise `DamagedFile` where what is drawn on a page cannot be unpacked.

    pdfminer would go on as if the page were empty, and a page of many be lost without a word.
    """
    from pdfminer.pdftypes import stream_value

    for content in page.contents:
        stream = stream_value(content)
        packed = stream.get_rawdata() or b""
        if len(packed) > _PACKED_NOTHING and not stream.get_data():
            raise DamagedFile
