"""The reader of plain text, in whatever encoding it comes.

Owns the line between text and data, and the limits of a text. Must not know other formats but to
refuse them.
"""

import re

from kdcurator.domain.article import ReadFile
from kdcurator.domain.errors import BinaryFile, EmptyFile, NoText
from kdcurator.importing import formats
from kdcurator.importing.encoding import decode
from kdcurator.importing.limits import LARGEST_TEXT, too_big
from kdcurator.text.canonical import canonical

_SINGLE_BYTE = frozenset({"cp1252", "mac_roman", "cp850"})

_VISIBLE = re.compile("[^\\s\u00ad\u200b-\u200f\u2060\ufeff\ufffd]")


class PlainTextReader:
    """Reads files that are nothing but text; a `domain.ports.FileReader`."""

    def __init__(
        self, media_type: str = "text/plain", suffixes: tuple[str, ...] = (".txt", ".text")
    ) -> None:
        """Answer for one kind of plain text."""
        self.media_type = media_type
        self.suffixes = suffixes

    def read(self, data: bytes, name: str) -> ReadFile:  # noqa: ARG002 - the port's signature
        """Return a text file's canonical text; raises `Refused` when it is no text or too much."""
        if not data:
            raise EmptyFile
        if found := formats.by_content(data):
            raise found.refusal()
        decoded = decode(data)
        result = canonical(decoded.text)
        replaced = decoded.replaced + result.replaced
        if is_data(decoded.encoding, len(result.text), replaced):
            raise BinaryFile
        refuse_nothing_or_too_much(result.text)
        return ReadFile(result.text, self.media_type, decoded.encoding, replaced)


def read_words(words: str, media_type: str = "text/plain") -> ReadFile:
    """Return words as the text they are, whatever else they look like.

    Other readers end with this, and so does what comes from no file: who pastes the source of a web
    page means the source. Raises `Refused` when there is no text or too much.
    """
    result = canonical(words)
    refuse_nothing_or_too_much(result.text)
    return ReadFile(result.text, media_type, replaced=result.replaced)


def is_data(encoding: str, length: int, replaced: int) -> bool:
    """Tell whether bytes that were decoded as text are none, by the characters it cannot keep.

    A text may hold a few stray control characters. Compressed data has one in nine bytes and fits
    no Unicode encoding, so single-byte encodings, which take any byte, are held to one in twenty;
    elsewhere a third is too many.
    """
    if encoding in _SINGLE_BYTE:
        return replaced > 2 + length // 20
    return 3 * replaced > length


def refuse_nothing_or_too_much(text: str) -> None:
    """Raise what stands against a text that is text."""
    if not _VISIBLE.search(text):
        raise NoText
    if len(text) > LARGEST_TEXT or len(text.encode()) > LARGEST_TEXT:
        raise too_big()
