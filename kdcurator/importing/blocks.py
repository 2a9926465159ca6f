"""The text of a document that is more than text: its paragraphs, lists and tables as lines.

Owns how they stand: paragraphs divided by a blank line, items of a list one below the other behind
a hyphen, the cells of a row divided by tabs. No character of a block is altered; those with nothing
but blanks are left out. Must not know formats.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import chain


class BlockKind(Enum):
    """What a block is, as far as the lines around it depend on it."""

    PARAGRAPH = auto()
    ITEM = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, item of a list or row of a table."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH


_BLANKS = re.compile("[ \t\r\n\f]+")


@dataclass(slots=True)
class Words:
    """The characters of a block as they are gathered from markup.

    There any run of white space is one blank, and none at the start of a block; no-break spaces
    are characters like others.
    """

    pieces: list[str] = field(default_factory=list)
    is_after_blank: bool = True
    """A blank counts only where none came before it."""

    def add_data(self, data: str | None) -> None:
        """Add characters between markup."""
        words = _BLANKS.sub(" ", data or "")
        if self.is_after_blank:
            words = words.removeprefix(" ")
        if words:
            self.pieces.append(words)
            self.is_after_blank = words.endswith(" ")

    def add(self, characters: str) -> None:
        """Add characters that markup stands for; a blank after them counts."""
        self.pieces.append(characters)
        self.is_after_blank = False

    def __str__(self) -> str:
        return "".join(self.pieces)


def row(cells: Sequence[Sequence[Block]]) -> list[Block]:
    """Return the row of a table as one block, or as its cells' own where they are no short entries.

    Whole articles stand in tables that are there for their looks: their paragraphs stay apart.
    """
    filled = [[block for block in cell if block.text.strip()] for cell in cells]
    if len(filled) > 1 and all(map(_is_entry, filled)):
        return [Block("\t".join("".join(each.text for each in cell) for cell in filled), _ROW)]
    return list(chain.from_iterable(filled))


def joined(blocks: Iterable[Block]) -> str:
    """Return the text of blocks in their order."""
    pieces: list[str] = []
    before = BlockKind.PARAGRAPH
    for block in blocks:
        if not block.text.strip():
            continue
        if pieces:
            is_next_line = block.kind is before is not BlockKind.PARAGRAPH
            pieces.append("\n" if is_next_line else "\n\n")
        pieces.append(f"- {block.text}" if block.kind is BlockKind.ITEM else block.text)
        before = block.kind
    return "".join(pieces)


_ROW = BlockKind.ROW


def _is_entry(cell: Sequence[Block]) -> bool:
    """Tell whether a cell holds a line or nothing."""
    return not cell or (
        len(cell) == 1 and cell[0].kind is BlockKind.PARAGRAPH and "\n" not in cell[0].text
    )
