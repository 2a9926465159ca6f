"""The readers of OpenDocument texts: odt and ott, and fodt, which is the same in one XML file.

Owns which elements of a text are read, where they stand, and how the standard has white space read
(OpenDocument 1.3, part 3, section 6.1.2). Insertions are in the text, deletions are not, footnotes
and endnotes stand at its end. Must not know how archives are proved.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from kdcurator.domain.article import ReadFile, ReadingNote
from kdcurator.domain.errors import DamagedFile, EncryptedFile
from kdcurator.importing.archives import Archive, parse_xml
from kdcurator.importing.blocks import Block, BlockKind, Words, joined, row
from kdcurator.importing.limits import LARGEST_TEXT, too_big
from kdcurator.importing.properties import guesses
from kdcurator.importing.text_reader import read_words

if TYPE_CHECKING:
    from lxml import etree

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE = f"{{{_OASIS}office:1.0}}"
_TEXT = f"{{{_OASIS}text:1.0}}"
_TABLE = f"{{{_OASIS}table:1.0}}"
_DRAW = f"{{{_OASIS}drawing:1.0}}"

MOST_ELEMENTS = 1_000_000
"""Elements that are read, at 1 µs each. A novel has 20,000."""

_MANIFEST = "META-INF/manifest.xml"

_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_ITEM = f"{_TEXT}list-item"
_NOTE = f"{_TEXT}note"
_ROW = f"{_TABLE}table-row"
_CELL = f"{_TABLE}table-cell"
_NOT_READ = frozenset(
    {
        f"{_OFFICE}annotation",
        f"{_OFFICE}binary-data",
        f"{_OFFICE}event-listeners",
        f"{_OFFICE}forms",
        f"{_OFFICE}script",
        f"{_TABLE}covered-table-cell",
        f"{_TEXT}ruby-text",
        f"{_TEXT}script",
        f"{_TEXT}tracked-changes",
        *(f"{_TEXT}{kind}-source" for kind in ("alphabetical-index", "bibliography", "user-index")),
        *(f"{_TEXT}{kind}-index-source" for kind in ("illustration", "table", "object")),
        f"{_TEXT}table-of-content-source",
        f"{{{_OASIS}svg-compatible:1.0}}title",
        f"{{{_OASIS}svg-compatible:1.0}}desc",
    }
)
_CHARACTERS = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}


class OdtReader:
    """Reads OpenDocument texts that are archives; a `domain.ports.FileReader`."""

    media_type = "application/vnd.oasis.opendocument.text"
    suffixes: tuple[str, ...] = (".odt", ".ott")

    def read(self, data: bytes, name: str) -> ReadFile:  # noqa: ARG002 - the port's signature
        """Return the final text of a document, every change accepted; raises `Refused`."""
        archive = Archive(data)
        # The manifest is searched and not parsed: OpenOffice 2 declared a type in it.
        if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
            raise EncryptedFile
        content = archive.read_xml("content.xml")
        meta = archive.read_xml("meta.xml") if "meta.xml" in archive else None
        return _read(content, meta, self.media_type)


class FodtReader:
    """Reads OpenDocument texts that are one XML file; a `domain.ports.FileReader`."""

    media_type = "application/vnd.oasis.opendocument.text-flat-xml"
    suffixes: tuple[str, ...] = (".fodt",)

    def read(self, data: bytes, name: str) -> ReadFile:  # noqa: ARG002 - the port's signature
        """Return the final text of a document, every change accepted; raises `Refused`."""
        root = parse_xml(data)
        return _read(root, root.find(f"{_OFFICE}meta"), self.media_type)


def _read(root: "etree._Element", meta: "etree._Element | None", media_type: str) -> ReadFile:
    """Return what a document holds."""
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise DamagedFile
    _refuse_too_much(body)
    reading = _Reading()
    text = joined(list(chain(reading.blocks(body), reading.notes)))
    file = read_words(text, media_type)
    return replace(file, metadata=guesses(meta), notes=frozenset(_notes(body)))


def _refuse_too_much(body: "etree._Element") -> None:
    """Raise `TooBig` for elements, or blanks written as a number, that no text comes to."""
    elements = sum(1 for _ in body.iter())
    blanks = sum(map(_how_many, body.iter(f"{_TEXT}s")))
    if elements > MOST_ELEMENTS or blanks > LARGEST_TEXT:
        raise too_big()


def _how_many(blanks: "etree._Element") -> int:
    """Return for how many blanks an element stands."""
    count = blanks.get(f"{_TEXT}c", "1")
    return int(count) if count.isdecimal() and len(count) < 10 else 1


def _notes(body: "etree._Element") -> Iterator[ReadingNote]:
    """Yield what the text does not show."""
    if body.find(f".//{_TEXT}changed-region") is not None:
        yield ReadingNote.TRACKED_CHANGES
    if body.find(f".//{_OFFICE}annotation") is not None:
        yield ReadingNote.COMMENTS


class _Reading:
    """One walk through a document; notes are gathered on the way."""

    def __init__(self) -> None:
        self.notes: list[Block] = []

    def blocks(
        self, parent: "etree._Element", kind: BlockKind = BlockKind.PARAGRAPH
    ) -> Iterator[Block]:
        """Yield the blocks of an element; `kind` is what its first paragraph is."""
        for child in parent:
            if child.tag in _PARAGRAPHS:
                is_heading = child.tag == f"{_TEXT}h"
                yield from self._paragraph(child, BlockKind.PARAGRAPH if is_heading else kind)
                kind = BlockKind.PARAGRAPH
            elif child.tag == _ROW:
                cells = child.iterchildren(_CELL)
                yield from row([list(self.blocks(cell)) for cell in cells])
            elif _is_read(child):
                inside = BlockKind.ITEM if child.tag == _ITEM else BlockKind.PARAGRAPH
                yield from self.blocks(child, inside)

    def _paragraph(self, paragraph: "etree._Element", kind: BlockKind) -> Iterator[Block]:
        """Yield a paragraph and what stands in the frames that hang on it."""
        words = Words()
        frames = self._gather(paragraph, words)
        yield Block(str(words), kind)
        for frame in frames:
            yield from self.blocks(frame)

    def _gather(self, element: "etree._Element", words: Words) -> list["etree._Element"]:
        """Gather the characters within an element; return the frames that hang on it."""
        frames: list[etree._Element] = []
        words.add_data(element.text)
        for child in element:
            frames += self._gather_one(child, words)
            words.add_data(child.tail)
        return frames

    def _gather_one(self, child: "etree._Element", words: Words) -> list["etree._Element"]:
        """Gather the characters of one element in a paragraph; return frames as `_gather` does."""
        if child.tag in _CHARACTERS:
            words.add(_CHARACTERS[child.tag] * _how_many(child))
        elif child.tag == _NOTE:
            self.notes.extend(self._of_note(child))
        elif _is_read(child):
            if child.tag.startswith(_DRAW):
                return [child]
            return self._gather(child, words)
        return []

    def _of_note(self, note: "etree._Element") -> Iterable[Block]:
        """Return the blocks of a footnote or an endnote."""
        body = note.find(f"{_TEXT}note-body")
        return [] if body is None else list(self.blocks(body))


def _is_read(element: "etree._Element") -> bool:
    """Tell whether an element's text is one of the document; comments and the like have no name."""
    return isinstance(element.tag, str) and element.tag not in _NOT_READ
