"""Web pages as the lines of text that a browser shows.

Owns how markup becomes text: what is a paragraph, a line break or a point of a list, what is not
shown at all, and which white space is merely how the page was written down. Every other character
stays as it is. Must not know which part of a page is the article.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kdcurator.domain.errors import DamagedFile, NoText
from kdcurator.importing.wordlists import words
from kdcurator.text.canonical import canonical

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_BLOCKS = words(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol p pre search section summary table tbody tfoot thead tr ul"
)
_HIDDEN = words(
    "audio button canvas datalist embed head iframe input map math meter noframes noscript object "
    "option picture progress script select style svg template textarea title video"
)
"""Elements whose text no reader of the page reads as such."""
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOR_SCREEN_READERS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|u-hidden)(?:\s|$)", re.IGNORECASE
)

_SOURCE_BREAK = re.compile(r"[ ]*[\t\n\r\f][ \t\n\r\f]*")
"""White space that shows how the page was written down. Blanks alone stay as many as they are."""
_AROUND_BREAK = re.compile(r"(?<! ) *([\n\t]) *")
_MANY_BREAKS = re.compile(r"\n{3,}")
_SHOWN = re.compile("[^\\s\u200b-\u200f\u2060\ufeff]")
_POINT = re.compile(r"[-–—•*·]\s")


@dataclass(frozen=True, slots=True)
class Chunk:
    """One node of text, with its place in the tree: the text of an element or what follows it."""

    element: "_Element"
    is_tail: bool
    text: str
    in_link: bool


@dataclass
class Block:
    """A stretch of text that stands by itself: a paragraph, a heading, a point of a list."""

    element: "_Element"
    """The innermost element that it is all of, or part of."""
    is_point: bool = False
    is_verbatim: bool = False
    """Its white space counts."""
    chunks: list[Chunk | str] = field(default_factory=list)
    """Nodes of text, and between them breaks and tabs that elements stand for."""

    @cached_property
    def nodes(self) -> list[Chunk]:
        """Return its nodes of text that show something."""
        return [c for c in self.chunks if isinstance(c, Chunk) and _SHOWN.search(c.text)]

    @cached_property
    def text(self) -> str:
        """Return its text; empty when it shows nothing."""
        pieces = [chunk if isinstance(chunk, str) else chunk.text for chunk in self.chunks]
        text = "".join(pieces) if self.is_verbatim else _flowing(self.chunks)
        return text if _SHOWN.search(text) else ""

    @property
    def link_share(self) -> float:
        """Return how much of it is link, from 0 to 1."""
        linked = sum(len(chunk.text.strip()) for chunk in self.nodes if chunk.in_link)
        return linked / max(1, sum(len(chunk.text.strip()) for chunk in self.nodes))


def parse_page(markup: str) -> "HtmlElement":
    """Return the tree of a page; raises `NoText`, and `DamagedFile` when part would be lost.

    The parser of pages knows neither entities of a file's own nor other files.
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    source = canonical(markup.replace("\f", " ")).text.encode()
    try:
        tree = html.document_fromstring(source, parser=parser)
    except etree.ParserError as error:
        raise NoText from error
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise DamagedFile  # nested deeper than any page: the parser leaves out what lies below
    return tree


def blocks_of(tree: "HtmlElement") -> list[Block]:
    """Return the blocks of a page that show something, in order."""
    walk = _Walk()
    for happens, element in _events(tree):
        walk.meet(happens, element)
    walk.end_block()
    return [block for block in walk.blocks if block.text]


def joined(blocks: Sequence[Block]) -> str:
    """Return the text of blocks: a blank line between two, points of a list line by line."""
    pieces: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None:
            is_listed = before.is_point and block.is_point and _same_list(before, block)
            pieces.append("\n" if is_listed else "\n\n")
        needs_sign = block.is_point and not _POINT.match(block.text)
        pieces.append(f"- {block.text}" if needs_sign else block.text)
        before = block
    return "".join(pieces)


def squashed(text: str) -> str:
    """Return a text's letters and digits alone, for comparing what stands in two places."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _events(tree: "HtmlElement") -> Iterator[tuple[str, "_Element"]]:
    from lxml import etree

    yield from etree.iterwalk(tree, events=("start", "end", "comment"))


def _flowing(chunks: Sequence[Chunk | str]) -> str:
    """Return text as it flows on the page: breaks of the source are blanks, none at line ends."""
    pieces: list[str] = []
    end = " "
    for chunk in chunks:
        piece = chunk if isinstance(chunk, str) else _SOURCE_BREAK.sub(" ", chunk.text)
        piece = piece.lstrip(" ") if end in " \n\t" else piece
        end = piece[-1:] or end
        pieces.append(piece)
    text = _AROUND_BREAK.sub(r"\1", "".join(pieces)).strip(" \n\t")
    return _MANY_BREAKS.sub("\n\n", text)


def _same_list(one: Block, other: Block) -> bool:
    """Tell whether two points follow each other, a list within a list counted."""
    lists = [next(b.element.iterancestors("ul", "ol", "menu", "dir"), None) for b in (one, other)]
    inner, outer = lists if lists[0] is not None else lists[::-1]
    if inner is None or outer is None:
        return False
    return inner is outer or outer in inner.iterancestors() or inner in outer.iterancestors()


class _Walk:
    """Goes through a page and gathers its blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._open: list[_Element] = []
        self._links = 0
        self._verbatim = 0
        self._hidden: _Element | None = None
        self._block: Block | None = None
        self._is_point = False

    def meet(self, happens: str, element: "_Element") -> None:
        """Take one step: an element begins, or ends with what follows it, or a comment passes."""
        if happens == "start":
            self._begin(element)
            return
        if happens == "end":
            self._end(element)
        if self._hidden is None and element.tail:
            self._add(element, element.tail, is_tail=True)

    def end_block(self) -> None:
        """End the block that is being gathered."""
        if self._block is not None:
            self.blocks.append(self._block)
        self._block = None

    def _begin(self, element: "_Element") -> None:
        if self._hidden is not None:
            return
        if _is_hidden(element):
            self._hidden = element
            return
        if element.tag in _BLOCKS:
            self.end_block()
            self._open.append(element)
            self._is_point = self._is_point or element.tag == "li"
        self._links += element.tag == "a"
        self._verbatim += element.tag == "pre"
        if element.tag == "br":
            self._break("\n")
        elif element.tag in {"td", "th"}:
            self._break("\t")
        if element.text:
            self._add(element, element.text, is_tail=False)

    def _end(self, element: "_Element") -> None:
        if self._hidden is not None:
            if self._hidden is element:
                self._hidden = None
            return
        self._links -= element.tag == "a"
        self._verbatim -= element.tag == "pre"
        if element.tag in _BLOCKS:
            self.end_block()
            self._open.pop()
            self._is_point = False

    def _break(self, sign: str) -> None:
        """Note a break or the edge of a cell where a block has begun."""
        if self._block is not None:
            self._block.chunks.append(sign)

    def _add(self, element: "_Element", text: str, *, is_tail: bool) -> None:
        """Add a node of text; white space alone begins no block."""
        if self._block is None:
            if not text.strip(" \t\n\r\f"):
                return
            inside = self._open[-1] if self._open else element
            self._block = Block(inside, self._is_point, self._verbatim > 0)
            self._is_point = False
        self._block.chunks.append(Chunk(element, is_tail, text, self._links > 0))


def _is_hidden(element: "_Element") -> bool:
    """Tell whether a browser shows nothing of an element, or only a screen reader says it."""
    if element.tag in _HIDDEN or "hidden" in element.attrib:
        return True
    style, names = element.get("style", ""), element.get("class", "")
    return bool(_HIDDEN_STYLE.search(style) or _FOR_SCREEN_READERS.search(names))
