"""The readers of web pages: HTML, and whole pages saved in one file (MHTML).

Owns the order of things: encoding, tree, article or else all that the page shows, and what the page
says of itself. Must not know how an article is told from its page.
"""

import re
from dataclasses import dataclass, replace

from kdcurator.domain.article import Metadata, ReadFile, ReadingNote
from kdcurator.domain.errors import BinaryFile, EmptyFile, NoText
from kdcurator.importing.encoding import REPLACEMENT, Decoded, decode_declared
from kdcurator.importing.formats import HTML, MHTML
from kdcurator.importing.mime import header, own_bytes, parse_mime
from kdcurator.importing.page_article import article_blocks
from kdcurator.importing.page_metadata import page_metadata, page_titles, web_address
from kdcurator.importing.pages import blocks_of, joined, parse_page
from kdcurator.importing.text_reader import is_data, read_words
from kdcurator.text.canonical import canonical

_DECLARED = re.compile(
    rb"<\?xml[^>]{1,100}\bencoding\s*=\s*[\"']?(?P<xml>[\w.:-]{2,40})"
    rb"|<meta\s[^>]{0,500}?charset\s*=\s*[\"']?\s*(?P<meta>[\w.:-]{2,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 8_192
"""Bytes in which a page may declare its encoding; browsers give it 1,024."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's text, and what it says of itself."""

    text: str
    metadata: Metadata
    is_whole: bool
    """Everything that it shows, not its article alone, and more than that."""


class HtmlReader:
    """Reads web pages; a `domain.ports.FileReader`."""

    media_type = HTML.media_type
    suffixes = HTML.suffixes

    def read(self, data: bytes, name: str) -> ReadFile:  # noqa: ARG002 - the port's signature
        """Return the article of a page, or all of the page where none can be told.

        Raises `Refused`.
        """
        return _file(_decoded(data), HTML.media_type, is_whole=False)

    def read_whole(self, data: bytes, name: str) -> ReadFile:  # noqa: ARG002 - as `read`
        """Return all text that a page shows; raises `Refused`."""
        return _file(_decoded(data), HTML.media_type, is_whole=True)


class MhtmlReader:
    """Reads pages that a browser saved in one file with their pictures."""

    media_type = MHTML.media_type
    suffixes = MHTML.suffixes

    def read(self, data: bytes, name: str) -> ReadFile:  # noqa: ARG002 - the port's signature
        """Return the article of the page that is saved here; raises `Refused`."""
        return _read_saved(data, is_whole=False)

    def read_whole(self, data: bytes, name: str) -> ReadFile:  # noqa: ARG002 - as `read`
        """Return all text that the page shows; raises `Refused`."""
        return _read_saved(data, is_whole=True)


def read_page(markup: str, address: str | None = None, *, is_whole: bool = False) -> Page:
    """Return a page's article with its headline first, or all text that it shows.

    `address` is where it comes from, when that is known. Raises `NoText` and `DamagedFile`.
    """
    tree = parse_page(markup)
    metadata = page_metadata(tree, address)
    blocks = blocks_of(tree)
    everything = joined(blocks)
    if not is_whole:
        chosen = article_blocks(tree, blocks, page_titles(tree, metadata))
        if chosen:
            return Page(joined(chosen), metadata, is_whole=False)
    return Page(everything, metadata, is_whole=True)


def decode_page(data: bytes, declared: str | None = None) -> Decoded:
    """Return the markup of a page, by what it says of its encoding or else `declared`."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN].replace(b"\x00", b""))
    inside = (found["xml"] or found["meta"]).decode("ascii") if found else None
    return decode_declared(data, declared or inside)


def _decoded(data: bytes) -> Decoded:
    if not data:
        raise EmptyFile
    return decode_page(data)


def _read_saved(data: bytes, *, is_whole: bool) -> ReadFile:
    """Read the first page of a file of parts; the others are its frames."""
    if not data:
        raise EmptyFile
    message = parse_mime(data)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            decoded = decode_page(own_bytes(part), part.get_content_charset())
            places = (
                header(message, "snapshot-content-location"),
                header(part, "content-location"),
            )
            address = next(filter(None, map(web_address, places)), None)
            return _file(decoded, MHTML.media_type, address, is_whole=is_whole)
    raise NoText


def _file(
    markup: Decoded, media_type: str, address: str | None = None, *, is_whole: bool
) -> ReadFile:
    """Return a page as a file; raises `BinaryFile` where the markup is none."""
    replaced = markup.replaced + canonical(markup.text).replaced
    if is_data(markup.encoding, len(markup.text), replaced):
        raise BinaryFile
    page = read_page(markup.text, address, is_whole=is_whole)
    file = read_words(page.text, media_type)
    return replace(
        file,
        encoding=markup.encoding,
        replaced=file.replaced + min(replaced, page.text.count(REPLACEMENT)),
        metadata=page.metadata,
        notes=frozenset({ReadingNote.WHOLE_PAGE}) if page.is_whole else frozenset(),
    )
