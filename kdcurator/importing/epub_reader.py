"""The reader of EPUB books.

Owns the way from a book's package to its pages in reading order, and what markup of a page is a
paragraph, an item or a row. Must not know how archives are proved.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from html.entities import html5
from typing import TYPE_CHECKING
from urllib.parse import unquote

from kdcurator.domain.article import Language, Metadata, ReadFile
from kdcurator.domain.errors import DamagedFile, EncryptedFile
from kdcurator.importing.archives import Archive
from kdcurator.importing.blocks import Block, BlockKind, Words, joined, row
from kdcurator.importing.limits import LARGEST_TEXT, too_big
from kdcurator.importing.text_reader import read_words
from kdcurator.importing.wordlists import words as listed
from kdcurator.text.canonical import one_line

if TYPE_CHECKING:
    from lxml import etree

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})

_NOT_READ = listed("audio head iframe math object rp rt script style svg template video")
_BLOCKS = listed(
    "address article aside blockquote body caption center dd details div dl dt figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody "
    "td tfoot th thead tr ul"
)
_KIND = "{http://www.idpf.org/2007/ops}type"
_ENTITY_DECLARED = re.compile(rb"<\x00?!\x00?E\x00?N\x00?T\x00?I\x00?T\x00?Y")
_LANGUAGES = {
    "da": Language.DANISH,
    "en": Language.ENGLISH,
    "nb": Language.NORWEGIAN,
    "nn": Language.NORWEGIAN,
    "no": Language.NORWEGIAN,
    "sv": Language.SWEDISH,
}


class EpubReader:
    """Reads EPUB books; a `domain.ports.FileReader`."""

    media_type = "application/epub+zip"
    suffixes: tuple[str, ...] = (".epub",)

    def read(self, data: bytes, name: str) -> ReadFile:  # noqa: ARG002 - the port's signature
        """Return the text of all pages in reading order; raises `Refused`."""
        archive = Archive(data)
        place = _place_of_package(archive)
        package = archive.read_xml(place, may_name_type=True)
        pages = list(_pages(package, posixpath.dirname(place)))
        if _encrypted(archive) & set(pages):
            raise EncryptedFile
        try:
            text = joined(_blocks(archive, pages))
        except RecursionError as error:
            raise DamagedFile from error
        return replace(read_words(text, self.media_type), metadata=_metadata(package))


def _place_of_package(archive: Archive) -> str:
    """Return the name of the member that describes the book; raises `DamagedFile`."""
    root = archive.read_xml(_CONTAINER).find(".//{*}rootfile")
    if root is None:
        raise DamagedFile
    return str(root.get("full-path", ""))


def _pages(package: "etree._Element", folder: str) -> Iterator[str]:
    """Yield the names of the members that are pages, in reading order."""
    places = {
        item.get("id"): item.get("href", "")
        for item in package.iterfind("{*}manifest/{*}item")
        if item.get("media-type") in _PAGES
    }
    for reference in package.iterfind("{*}spine/{*}itemref"):
        if reference.get("linear") != "no" and reference.get("idref") in places:
            place = unquote(places[reference.get("idref")])
            yield posixpath.normpath(posixpath.join(folder, place))


def _encrypted(archive: Archive) -> set[str]:
    """Return the names of the members that a shop has locked; fonts may be, and do not matter."""
    if _ENCRYPTION not in archive:
        return set()
    locked = archive.read_xml(_ENCRYPTION).iter("{*}CipherReference")
    return {unquote(reference.get("URI", "")) for reference in locked}


def _metadata(package: "etree._Element") -> Metadata:
    """Return what the package says of the book."""

    def said(name: str) -> list[str]:
        found = package.iterfind(f"{{*}}metadata//{{http://purl.org/dc/elements/1.1/}}{name}")
        return [words for each in found if (words := one_line("".join(each.itertext())))]

    language = next(iter(said("language")), "")
    return Metadata(
        title=next(iter(said("title")), None),
        byline=", ".join(dict.fromkeys(said("creator"))) or None,
        publication=next(iter(said("publisher")), None),
        published_on=next(filter(None, map(_day, said("date"))), None),
        language=_LANGUAGES.get(language[:2].casefold()),
    )


def _day(words: str) -> date | None:
    """Return the day that a date of the package says; a year alone is none."""
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        return None


def _blocks(archive: Archive, pages: list[str]) -> Iterator[Block]:
    """Yield the blocks of all pages; raises `TooBig` as soon as they are."""
    length = 0
    for page in pages:
        for block in _Page().blocks(_root(archive, page)):
            length += len(block.text)
            if length > LARGEST_TEXT:
                raise too_big()
            yield block


def _root(archive: Archive, page: str) -> "etree._Element":
    """Return a page, by the rules of XML or, where it breaks them, as browsers would take it."""
    from lxml import etree

    try:
        return archive.read_xml(page, may_name_type=True)
    except DamagedFile:
        data = archive.read(page)
        named = re.match(rb"\s*<\?xml[^>]{0,200}encoding=[\"']([\w.-]{1,40})", data)
        if _ENTITY_DECLARED.search(data):
            raise
    try:
        encoding = named[1].decode() if named else "utf-8"
        root = etree.fromstring(data, etree.HTMLParser(encoding=encoding, no_network=True))
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        raise DamagedFile from error
    if root is None:
        raise DamagedFile
    return root


@dataclass(slots=True)
class _Page:
    """One walk through a page."""

    words: Words = field(default_factory=Words)
    kind: BlockKind = BlockKind.PARAGRAPH

    def blocks(self, element: "etree._Element") -> Iterator[Block]:
        """Yield the blocks within an element, what stands before and after each included."""
        if _name(element) == "pre":
            self.words.add("".join(element.itertext()))
            return
        self.words.add_data(element.text)
        for child in element:
            yield from self._child(child)
            self.words.add_data(child.tail)

    def _child(self, child: "etree._Element") -> Iterator[Block]:
        name = _name(child)
        if name == "br":
            self._break_line()
        elif name == "&":
            self.words.add(html5.get(f"{child.name};", f"&{child.name};"))
        elif name in _BLOCKS:
            yield from self._finished()
            yield from self._block(child, name)
        elif name and name not in _NOT_READ and not _is_note_mark(child):
            yield from self.blocks(child)

    def _block(self, child: "etree._Element", name: str) -> Iterator[Block]:
        """Yield the blocks of an element that stands by itself."""
        if name == "tr":
            cells = [cell for cell in child if _name(cell) in {"td", "th"}]
            yield from row([list(_Page().whole(cell)) for cell in cells])
            return
        if name == "li":
            self.kind = BlockKind.ITEM
        yield from self.whole(child)
        self.kind = BlockKind.PARAGRAPH

    def whole(self, element: "etree._Element") -> Iterator[Block]:
        """Yield the blocks within an element and what is left after the last of them."""
        yield from self.blocks(element)
        yield from self._finished()

    def _break_line(self) -> None:
        """Begin a new line in the same block."""
        self._drop_blank()
        self.words.add("\n")
        self.words.is_after_blank = True

    def _drop_blank(self) -> None:
        """Take off a blank that ends a line, which no browser shows."""
        if self.words.pieces and self.words.is_after_blank:
            self.words.pieces[-1] = self.words.pieces[-1].removesuffix(" ")

    def _finished(self) -> Iterator[Block]:
        """Yield what was gathered as a block, and begin the next one."""
        self._drop_blank()
        text = str(self.words)
        self.words = Words()
        if text.strip():
            yield Block(text, self.kind)
            self.kind = BlockKind.PARAGRAPH


def _is_note_mark(element: "etree._Element") -> bool:
    """Tell whether an element is the raised number of a note, which is no part of a sentence."""
    kinds = f"{element.get(_KIND, '')} {element.get('role', '')}".split()
    return "noteref" in kinds or "doc-noteref" in kinds


def _name(element: "etree._Element") -> str:
    """Return the name of an element in small letters, `&` for an entity, nothing for others."""
    from lxml import etree

    if element.tag is etree.Entity:
        return "&"
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
