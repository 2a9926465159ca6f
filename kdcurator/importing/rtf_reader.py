"""The reader of RTF files.

Owns what the marks in a rewritten source become in the text, and the encoding of a file's bytes.
Insertions are in the text, deletions are not, footnotes stand at its end. Must not know the grammar
of RTF (`rtf_source`, striprtf).
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace

from kdcurator.domain.article import ReadFile, ReadingNote
from kdcurator.domain.errors import DamagedFile
from kdcurator.importing.blocks import Block, BlockKind, joined, row
from kdcurator.importing.limits import too_big
from kdcurator.importing.properties import guessed
from kdcurator.importing.rtf_source import (
    CELL_END,
    CELL_PARAGRAPH_END,
    LABEL_END,
    LABEL_START,
    PARAGRAPH_END,
    ROW_END,
    Rewritten,
    encoding_of,
    rewritten,
)
from kdcurator.importing.text_reader import read_words

LONGEST_SOURCE = 12_000_000
"""Characters of text and control words that are read: striprtf takes 0.5 µs for each."""

_ENDS = re.compile(f"([{PARAGRAPH_END}{CELL_PARAGRAPH_END}{CELL_END}{ROW_END}])")
_LABEL = re.compile(f"{LABEL_START}([^{LABEL_START}{LABEL_END}]*){LABEL_END}")


class RtfReader:
    """Reads RTF files; a `domain.ports.FileReader`."""

    media_type = "application/rtf"
    suffixes: tuple[str, ...] = (".rtf",)

    def read(self, data: bytes, name: str) -> ReadFile:  # noqa: ARG002 - the port's signature
        """Return the final text of a file, every change accepted; raises `Refused`."""
        encoding = _known(encoding_of(data[:500].decode("latin-1")))
        source = rewritten(_decoded(data, encoding))
        if len(source.source) > LONGEST_SOURCE:
            raise too_big()
        words = joined(_blocks(_characters(source.source, encoding)))
        file = read_words(words, self.media_type)
        title, author = (
            None if each is None else _characters(f"{{{each}}}", encoding)
            for each in (source.title, source.author)
        )
        return replace(
            file,
            replaced=file.replaced + words.count("\ufffd"),
            metadata=guessed(title, author),
            notes=frozenset(_notes(source)),
        )


def _known(encoding: str) -> str:
    """Return an encoding, or that of Windows where there is none of the name."""
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return "cp1252"


def _decoded(data: bytes, encoding: str) -> str:
    """Return the source of a file: ASCII by the rules, UTF-8 or its own encoding by practice."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode(encoding, "replace")


def _characters(source: str, encoding: str) -> str:
    """Return the characters that a source stands for; raises `DamagedFile`."""
    from striprtf.striprtf import rtf_to_text

    try:
        text: str = rtf_to_text(source, encoding, errors="replace")
    except (ValueError, TypeError, IndexError, LookupError, OverflowError) as error:
        raise DamagedFile from error
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _notes(source: Rewritten) -> Iterator[ReadingNote]:
    """Yield what the text does not show."""
    if source.has_changes:
        yield ReadingNote.TRACKED_CHANGES
    if source.has_comments:
        yield ReadingNote.COMMENTS


def _blocks(characters: str) -> Iterator[Block]:
    """Yield the blocks that marks divide; a row that nothing ends stands where it is."""
    cells: list[list[Block]] = [[]]
    pieces = _ENDS.split(characters)
    for text, end in zip(pieces[::2], [*pieces[1::2], PARAGRAPH_END], strict=True):
        if end == PARAGRAPH_END:
            yield from row(cells)
            yield _block(text)
        else:
            cells[-1].append(_block(text))
        if end == CELL_END:
            cells.append([])
        elif end == ROW_END:
            yield from row(cells[:-1])  # the last cell is what stands between the last two marks
            yield from cells[-1]
        if end in {PARAGRAPH_END, ROW_END}:
            cells = [[]]


def _block(text: str) -> Block:
    """Return a paragraph, an item of a list where a number or bullet was written out before it."""
    label = _LABEL.search(text)
    kind = BlockKind.ITEM if label and label[1].strip() else BlockKind.PARAGRAPH
    return Block(_LABEL.sub("", text), kind)
