"""The reader of Word documents: docx, docm and dotx.

Owns which parts of the archive are read and what each piece of the document becomes in the text:
insertions are in it, deletions and hidden text are not, footnotes and endnotes stand at its end.
Must not know how Word writes its parts (`word_xml`, `word_unseen`, mammoth) nor how archives are
proved (`archives`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kdcurator.domain.article import ReadFile, ReadingNote
from kdcurator.domain.errors import DamagedFile
from kdcurator.importing.archives import Archive, packed
from kdcurator.importing.blocks import Block, BlockKind, joined, row
from kdcurator.importing.limits import too_big
from kdcurator.importing.properties import guesses
from kdcurator.importing.text_reader import read_words
from kdcurator.importing.word_unseen import hidden_styles, leave_out_unseen
from kdcurator.importing.word_xml import BODIES, has_changes, local_name, make_plain

if TYPE_CHECKING:
    from lxml import etree

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

MOST_ELEMENTS = 200_000
"""Elements of XML that are read: mammoth takes some 30 µs for each. A novel has 20,000."""

_READ_BY_MAMMOTH = BODIES | {"Relationships", "Types", "styles", "numbering"}
"""Local names of the roots of those parts without which it reads nothing, or reads it wrongly."""

_CORE = "docProps/core.xml"


class DocxReader:
    """Reads Word documents; a `domain.ports.FileReader`."""

    media_type = MEDIA_TYPE
    suffixes: tuple[str, ...] = (".docx", ".docm", ".dotx", ".dotm")

    def read(self, data: bytes, name: str) -> ReadFile:  # noqa: ARG002 - the port's signature
        """Return the final text of a document, every change accepted; raises `Refused`."""
        parts = _xml_parts(Archive(data))
        bodies = [root for root in parts.values() if local_name(root) in BODIES]
        notes = set(_notes(parts, bodies))
        unseen = hidden_styles(next((r for r in parts.values() if local_name(r) == "styles"), None))
        for root in bodies:
            if leave_out_unseen(root, unseen):
                notes.add(ReadingNote.HIDDEN_TEXT)
        for root in parts.values():
            make_plain(root)
        if sum(1 for root in bodies for _ in root.iter()) > MOST_ELEMENTS:
            raise too_big()
        file = read_words(_text_of(parts), self.media_type)
        return replace(file, notes=frozenset(notes), metadata=guesses(parts.get(_CORE)))


def _xml_parts(archive: Archive) -> dict[str, "etree._Element"]:
    """Return the roots of all parts that are XML, each proved."""
    return {
        member.name: archive.read_xml(member)
        for member in archive.members
        if member.name.endswith((".xml", ".rels"))
    }


def _notes(
    parts: Mapping[str, "etree._Element"], bodies: Iterable["etree._Element"]
) -> Iterator[ReadingNote]:
    """Yield what the text does not show."""
    if any(map(has_changes, bodies)):
        yield ReadingNote.TRACKED_CHANGES
    comments = (root for root in parts.values() if local_name(root) == "comments")
    if any(len(root) for root in comments):
        yield ReadingNote.COMMENTS


def _text_of(parts: Mapping[str, "etree._Element"]) -> str:
    """Return the text that mammoth finds in the parts of a document; raises `DamagedFile`."""
    import mammoth.docx
    from lxml import etree

    plain = packed(
        (name, etree.tostring(root, encoding="utf-8"))
        for name, root in parts.items()
        if local_name(root) in _READ_BY_MAMMOTH
    )
    try:
        return joined(_blocks(mammoth.docx.read(plain).value))
    except Exception as error:
        # Mammoth proves nothing: a reference to what is not there is a KeyError, an
        # AttributeError, a TypeError … and each of them is damage.
        raise DamagedFile from error


def _blocks(document: Any) -> Iterator[Block]:
    """Yield the blocks of a document, those of its notes last, in the order of their references."""
    yield from _blocks_of(document.children)
    for reference in _references(document):
        yield from _blocks_of(document.notes.resolve(reference).body)


def _blocks_of(elements: Iterable[Any]) -> Iterator[Block]:
    """Yield the blocks of elements that are paragraphs and tables."""
    for element in elements:
        match type(element).__name__:
            case "Paragraph":
                yield _paragraph(element)
            case "Table":
                for each in element.children:
                    cells = getattr(each, "children", ())
                    yield from row([list(_blocks_of(getattr(c, "children", ()))) for c in cells])
            case _:
                yield Block("".join(_words(element)))


def _paragraph(paragraph: Any) -> Block:
    """Return a paragraph, an item of a list where it is numbered and no heading."""
    style = (paragraph.style_name or "").casefold()
    is_item = paragraph.numbering is not None and not style.startswith(("heading", "title"))
    kind = BlockKind.ITEM if is_item else BlockKind.PARAGRAPH
    return Block("".join(_words(paragraph)), kind)


def _words(element: Any) -> Iterator[str]:
    """Yield the characters of what stands in a paragraph."""
    match type(element).__name__:
        case "Text":
            yield element.value
        case "Tab":
            yield "\t"
        case "Break":
            yield "\n"
        case "Checkbox":
            yield "☒" if element.checked else "☐"
        case _:
            for child in getattr(element, "children", ()):
                yield from _words(child)


def _references(element: Any) -> Iterator[Any]:
    """Yield the references to notes, in their order."""
    if type(element).__name__ == "NoteReference":
        yield element
    for child in getattr(element, "children", ()):
        yield from _references(child)
