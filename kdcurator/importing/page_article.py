"""Which blocks of a page are the article.

Owns the choice: trafilatura tells which nodes of text belong to it, and the text itself is taken
from the page, since trafilatura alters no-break spaces and blanks. What it leaves out of an article
although it stands there like the rest is taken in again, and so are headline and lede above it.
Must not know how text is made of blocks.
"""

import logging
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kdcurator.importing.pages import Block, Chunk, squashed
from kdcurator.text.canonical import canonical

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_SIGNS = [chr(code) for code in range(0x2800, 0x2900)]
"""Braille: printable, no letter, and never met on a page. Two of them number a node of text."""
_NUMBER = re.compile("[\u2800-\u28ff]{2}")
_BRAILLE = re.compile("[\u2800-\u28ff]")

_MOST_NODES = 10_000
_LONGEST = 1_000_000
"""More nodes or characters of text have no article told from the rest: that takes over 2 s."""

_HARDLY_ANY = 0.1
"""An article with less than this share of a page's running text has not been found."""

_MOSTLY = 0.5
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BESIDE = ("nav", "aside", "footer", "form", "menu", "ul", "ol", "figure")
"""What stands between headline and article and is neither."""
_SHARING = re.compile(
    r"\W*(?:del\b|share\b|facebook|linkedin|twitter|mail\b|print|kopi[eé]r|gem\b|lyt\b|annonce"
    r"|log ind)",
    re.IGNORECASE,
)
_LONGEST_LABEL = 40


def article_blocks(
    tree: "HtmlElement", blocks: Sequence[Block], titles: Iterable[str]
) -> list[Block]:
    """Return the blocks of a page's article, the headline first; empty when none can be told.

    `titles` are what the page says that its headline is. The tree is spoilt afterwards.
    """
    nodes = [node for block in blocks for node in block.nodes]
    if len(nodes) > _MOST_NODES or sum(len(node.text) for node in nodes) > _LONGEST:
        return []
    numbers = _kept(tree, nodes)
    kept = {id(nodes[number]) for number in numbers if number < len(nodes)}
    chosen = [_weight(block.nodes, kept) >= _MOSTLY for block in blocks]
    _leave_out_links_above(blocks, chosen)
    if not any(chosen) or _is_hardly_any(blocks, chosen):
        return []
    _take_in_siblings(blocks, chosen)
    _take_in_head(blocks, chosen, {squashed(title) for title in titles} - {""})
    return [block for block, is_chosen in zip(blocks, chosen, strict=True) if is_chosen]


def _kept(tree: "HtmlElement", nodes: Sequence[Chunk]) -> set[int]:
    """Return the numbers of the nodes of text that trafilatura takes for the article."""
    from trafilatura import bare_extraction

    for number, node in enumerate(nodes):
        _number(node, number)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it tells pages it discards
    try:
        found = bare_extraction(tree, include_comments=False)
    except Exception:  # noqa: BLE001 - hostile pages make it raise anything: then all is shown
        return set()
    body: _Element | None = getattr(found, "body", None)
    if body is None:
        return set()
    text = "".join(body.itertext(with_tail=True))
    return {_number_of(sign) for sign in _NUMBER.findall(text)}


def _number(node: Chunk, number: int) -> None:
    """Put a node's number before its text in the tree."""
    high, low = divmod(number, 256)
    text = canonical(_BRAILLE.sub("x", node.text)).text  # the tree takes no control characters
    words = text.lstrip(" \t\n")
    lead = text[: len(text) - len(words)]
    marked = _SIGNS[high] + _SIGNS[low] + words
    if node.is_tail:
        node.element.tail = lead + marked
    else:
        node.element.text = lead + marked


def _number_of(sign: str) -> int:
    return (ord(sign[0]) - 0x2800) * 256 + ord(sign[1]) - 0x2800


def _weight(nodes: Sequence[Chunk], kept: set[int]) -> float:
    """Return which share of a block's characters was kept."""
    taken = sum(len(node.text.strip()) for node in nodes if id(node) in kept)
    return taken / max(1, sum(len(node.text.strip()) for node in nodes))


def _is_hardly_any(blocks: Sequence[Block], chosen: Sequence[bool]) -> bool:
    """Tell whether what was chosen is too little of the running text to be the page's article."""
    running = sum(len(block.text) for block in blocks if block.link_share < _MOSTLY)
    taken = sum(len(block.text) for block, is_in in zip(blocks, chosen, strict=True) if is_in)
    return taken < _HARDLY_ANY * running


def _leave_out_links_above(blocks: Sequence[Block], chosen: list[bool]) -> None:
    """Leave out links that were chosen before any running text: old pages have menus there."""
    for at, block in enumerate(blocks):
        if chosen[at] and block.link_share < _MOSTLY:
            return
        chosen[at] = False


def _take_in_siblings(blocks: Sequence[Block], chosen: list[bool]) -> None:
    """Choose what stands like a chosen block: same parent, same element, same class, no link."""
    places = {_place(block) for block, is_in in zip(blocks, chosen, strict=True) if is_in}
    first, last = chosen.index(True), len(chosen) - chosen[::-1].index(True)
    for at, block in enumerate(blocks):
        in_reach = first <= at < last or block.element.tag == "p"
        if in_reach and _place(block) in places and block.link_share < _MOSTLY:
            chosen[at] = True


def _place(block: Block) -> "tuple[_Element | None, object, str | None]":
    """Return where a block stands; its parent itself, for the id of one let go is another's."""
    element = block.element
    return element.getparent(), element.tag, element.get("class")


def _take_in_head(blocks: Sequence[Block], chosen: list[bool], titles: set[str]) -> None:
    """Choose the headline above the article, and what stands between the two."""
    first = chosen.index(True)
    headline = _headline(blocks, first, titles)
    if headline is None:
        return
    chosen[headline] = True
    for at in range(headline + 1, first):
        chosen[at] = _may_stand_in_head(blocks[at])


def _headline(blocks: Sequence[Block], first: int, titles: set[str]) -> int | None:
    """Return the number of the headline's block at or before the first chosen one."""
    before = [at for at in range(first, -1, -1) if _tag_above(blocks[at]) is not None]
    named = [at for at in before if squashed(blocks[at].text) in titles]
    tops = [at for at in before if _tag_above(blocks[at]) == "h1"]
    return next(iter((*named, *tops)), None)


def _tag_above(block: Block) -> str | None:
    """Return the heading that a block is, or stands in."""
    if block.element.tag in _HEADINGS:
        return str(block.element.tag)
    heading = next(block.element.iterancestors(*_HEADINGS), None)
    return None if heading is None else str(heading.tag)


def _may_stand_in_head(block: Block) -> bool:
    """Tell lede, byline and date from what else stands below a headline."""
    text = block.text
    is_sharing = len(text) < _LONGEST_LABEL and bool(_SHARING.match(text))
    if is_sharing or next(block.element.iterancestors(*_BESIDE), None) is not None:
        return False
    return block.element.tag not in _BESIDE and (
        block.link_share < _MOSTLY or text.startswith(("Af ", "By "))
    )
