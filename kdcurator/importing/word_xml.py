"""The parts of a Word document, made plain enough to be read fast and whole.

Owns what mammoth passes over though it is text (simple fields, text boxes without a fall-back,
carriage returns, formulas) and what it reads slowly though it is none (formatting, proofing marks),
and whether there are changes that nobody has accepted. Must not know what becomes of the parts.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kdcurator.text.canonical import canonical

if TYPE_CHECKING:
    from lxml import etree

BODIES = frozenset({"document", "footnotes", "endnotes"})
"""Local names of the roots of those parts that hold text."""

_CHANGES = ("ins", "del", "moveFrom", "moveTo")
_NO_TEXT = (
    *("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "sectPr", "tblPr"),
    *(
        "tblGrid",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "drawing",
        "object",
        "rt",
    ),
)
_READ_AS = {
    **dict.fromkeys(("fldSimple", "hyperlink", "dir", "bdo", "ruby", "rubyBase"), "smartTag"),
    "cr": "br",
    "ptab": "tab",
}
"""Elements that mammoth does not know, or looks up in other parts, by such as are read alike."""

_READ_OF = {
    "styles": ("style", frozenset({"name", "pPr"})),
    "numbering": ("lvl", frozenset({"numFmt", "pStyle"})),
}
"""What is read of the parts that say how paragraphs look: of which of their elements, and what."""

_KEPT_OF_PARAGRAPHS = frozenset({"pStyle", "numPr", "rPr"})


def local_name(element: "etree._Element") -> str:
    """Return an element's name without its namespace; nothing for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def has_changes(root: "etree._Element") -> bool:
    """Tell whether something was inserted, deleted or moved and nobody has accepted it."""
    return any(root.find(f".//{{*}}{name}") is not None for name in _CHANGES)


def make_plain(root: "etree._Element") -> None:
    """Change a part so that all of its text is read and nothing else takes time."""
    space = root.tag.rpartition("}")[0] + "}"
    if local_name(root) in BODIES:
        _make_body_plain(root, space)
    elif local_name(root) in _READ_OF:
        name, kept = _READ_OF[local_name(root)]
        for element in root.iter(space + name):
            _keep_only(element, kept)
        for element in list(root.iter(f"{space}latentStyles", f"{space}docDefaults")):
            _drop(element)
        _drop_formatting(root, space)


def _make_body_plain(root: "etree._Element", space: str) -> None:
    """Change a part that holds text."""
    from lxml import etree

    for holder in list(root.iter("{*}AlternateContent", f"{space}drawing", f"{space}pict")):
        _keep_text_boxes(holder, space)
    for choice in list(root.iter("{*}AlternateContent")):
        _keep_one_form(choice)
    for symbol in list(root.iter(f"{space}sym")):
        _name_character(symbol, space)
    for formula in list(root.iter("{*}oMathPara", "{*}oMath")):
        _write_out(formula, space)
    etree.strip_elements(root, *(space + name for name in _NO_TEXT), with_tail=False)
    for name, known in _READ_AS.items():
        for element in root.iter(space + name):
            element.tag = space + known
    _drop_formatting(root, space)
    _join_runs(root, space)


def _keep_text_boxes(holder: "etree._Element", space: str) -> None:
    """Put the text boxes of a drawing in the place where mammoth looks for them.

    A drawing comes in a new form and in one for old programs, which mammoth reads: the new one
    counts where it has boxes.
    """
    parent = holder.getparent()
    if parent is None or next(holder.iterancestors(f"{space}pict"), None) is not None:
        return
    boxes = list(_outermost_boxes(holder, space))
    if not boxes:
        if local_name(holder) == "pict":
            parent.remove(holder)  # its words, if any, are those of a picture
        return
    picture = holder.makeelement(f"{space}pict")
    parent.replace(holder, picture)
    picture.extend(boxes)


def _outermost_boxes(holder: "etree._Element", space: str) -> Iterator["etree._Element"]:
    """Yield the contents of text boxes, of the new form or else of the old one."""
    name = f"{space}txbxContent"
    for form in (holder.find("{*}Choice"), holder.find("{*}Fallback"), holder):
        boxes = [] if form is None else list(form.iter(name))
        if boxes:
            inside = {inner for box in boxes for inner in box.iterdescendants(name)}
            yield from (box for box in boxes if box not in inside)
            return


def _keep_one_form(holder: "etree._Element") -> None:
    """Put the form for old programs in the place of a choice, or else the first that there is."""
    parent = holder.getparent()
    forms = (holder.find("{*}Fallback"), holder.find("{*}Choice"))
    form = next((each for each in forms if each is not None and len(each)), None)
    if parent is None:
        return
    at = parent.index(holder)
    parent[at : at + 1] = [] if form is None else list(form)


def _name_character(symbol: "etree._Element", space: str) -> None:
    """Put the character that a symbol stands for in its place; U+FFFD for what nobody knows."""
    from mammoth.docx.dingbats import dingbats

    parent = symbol.getparent()
    font, code = symbol.get(f"{space}font"), symbol.get(f"{space}char") or ""
    if parent is None or not re.fullmatch("[0-9a-fA-F]{1,6}", code):
        return
    number = int(code, 16)
    known = dingbats.get((font, number)) or dingbats.get((font, number & 0xFF))
    is_private = 0xE000 <= number < 0xF900
    words = symbol.makeelement(f"{space}t")
    words.text = canonical(chr(known or (0xFFFD if is_private else min(number, 0x10FFFF)))).text
    parent.replace(symbol, words)


def _write_out(formula: "etree._Element", space: str) -> None:
    """Put a run of text in the place of a formula."""
    parent = formula.getparent()
    if parent is None:
        return
    run = formula.makeelement(f"{space}r")
    words = formula.makeelement(f"{space}t")
    words.text = "".join(part.text or "" for part in formula.iter("{*}t"))
    run.append(words)
    parent.replace(formula, run)


def _drop_formatting(root: "etree._Element", space: str) -> None:
    """Take out the properties that say how something looks, and the numbers of editing sessions."""
    for properties in list(root.iter(f"{space}rPr")):
        parent = properties.getparent()
        if parent is not None and parent.tag == f"{space}r":
            parent.remove(properties)
        else:
            _keep_only(properties, frozenset({"del"}))  # of a paragraph's end, which joins two
    for properties in root.iter(f"{space}pPr"):
        _keep_only(properties, _KEPT_OF_PARAGRAPHS)
    for paragraph in root.iter(f"{space}p", f"{space}r"):
        paragraph.attrib.clear()


def _join_runs(root: "etree._Element", space: str) -> None:
    """Make one run of those that only differed in their looks, and one text of theirs."""
    for name in (f"{space}r", f"{space}t"):
        for element in list(root.iter(name)):
            before = element.getprevious()
            if before is not None and before.tag == name:
                before.text = (before.text or "") + (element.text or "")
                before.extend(element)
                _drop(element)


def _drop(element: "etree._Element") -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _keep_only(parent: "etree._Element", names: frozenset[str]) -> None:
    for child in list(parent):
        if local_name(child) not in names:
            parent.remove(child)
