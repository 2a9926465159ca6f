"""What stands in a Word document and is not shown: deletions, hidden text, the codes of fields.

Owns what is taken out of the parts that hold text before they are read, and the joining of
paragraphs whose end is gone. Must not know how what is left is read.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_GONE = ("del", "moveFrom")
_CHARACTERS = ("t", "tab", "br", "cr", "sym", "noBreakHyphen", "softHyphen", "ptab")
_OFF = frozenset({"0", "false", "off"})


def hidden_styles(styles: "etree._Element | None") -> frozenset[str]:
    """Return the ids of the styles whose text is hidden, by themselves or as others are."""
    if styles is None:
        return frozenset()
    space = _space_of(styles)
    shown: dict[str, bool | None] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{space}style"):
        name = style.get(f"{space}styleId") or ""
        shown[name] = _is_hidden(style.find(f"{space}rPr"), space)
        based[name] = _value(style.find(f"{space}basedOn"), space)
    return frozenset(name for name in shown if _inherits(name, shown, based))


def leave_out_unseen(root: "etree._Element", styles: frozenset[str]) -> bool:
    """Take out what is not shown; tell whether there was hidden text.

    `styles` are those whose text is hidden.
    """
    from lxml import etree

    space = _space_of(root)
    ends = [each for each in root.iter(f"{space}p") if _end_is_gone(each, space)]
    for row in list(root.iter(f"{space}tr")):
        if row.find(f"{space}trPr/{space}del") is not None:
            _drop(row)
    etree.strip_elements(root, *(space + name for name in _GONE), with_tail=False)
    _leave_out_codes(root, space)
    has_hidden = _leave_out_hidden(root, space, styles)
    for paragraph in reversed(ends):
        _join_with_next(paragraph, space)
    return has_hidden


def _space_of(root: "etree._Element") -> str:
    return str(root.tag).rpartition("}")[0] + "}"


def _value(element: "etree._Element | None", space: str) -> str:
    return "" if element is None else element.get(f"{space}val") or ""


def _is_hidden(properties: "etree._Element | None", space: str) -> bool | None:
    """Tell whether properties hide their text; None where they leave that to others."""
    found = None if properties is None else properties.find(f"{space}vanish")
    return None if found is None else _value(found, space).casefold() not in _OFF


def _inherits(name: str, shown: dict[str, bool | None], based: dict[str, str]) -> bool:
    """Follow a style to the one that says whether its text is hidden; circles end."""
    seen: set[str] = set()
    while name not in seen and shown.get(name) is None:
        seen.add(name)
        name = based.get(name, "")
    return bool(shown.get(name))


def _end_is_gone(paragraph: "etree._Element", space: str) -> bool:
    """Tell whether a paragraph's end was deleted, moved away or hidden, so that it goes on."""
    properties = paragraph.find(f"{space}pPr/{space}rPr")
    if properties is None:
        return False
    is_gone = any(properties.find(space + name) is not None for name in _GONE)
    return is_gone or bool(_is_hidden(properties, space))


def _leave_out_codes(root: "etree._Element", space: str) -> None:
    """Take out what stands in the codes of fields: results of fields within, for one.

    Where not every field ends nobody knows what is code, and all stays.
    """
    codes: list[bool] = []  # of each field that is open, whether its code goes on
    depth = 0
    found: list[etree._Element] = []
    for element in root.iter(*(space + name for name in ("fldChar", *_CHARACTERS))):
        if element.tag != f"{space}fldChar":
            if depth:
                found.append(element)
            continue
        match element.get(f"{space}fldCharType"):
            case "begin":
                codes.append(True)
                depth += 1
            case "separate" if codes:
                depth -= codes[-1]
                codes[-1] = False
            case "end" if codes:
                depth -= codes.pop()
    if not codes:
        _drop_all(found)


def _leave_out_hidden(root: "etree._Element", space: str, styles: frozenset[str]) -> bool:
    """Take hidden runs out; tell whether there was text in them."""
    hidden = [run for run in root.iter(f"{space}r") if _is_hidden_run(run, space, styles)]
    has_words = any((words.text or "").strip() for run in hidden for words in run.iter(f"{space}t"))
    _drop_all(hidden)
    return has_words


def _is_hidden_run(run: "etree._Element", space: str, styles: frozenset[str]) -> bool:
    """Tell whether a run is hidden by what stands at it, its style or its paragraph's."""
    properties = run.find(f"{space}rPr")
    said = _is_hidden(properties, space)
    if said is not None or not styles:
        return bool(said)
    style = None if properties is None else properties.find(f"{space}rStyle")
    if style is not None and _value(style, space) in styles:
        return True
    paragraph = next(run.iterancestors(f"{space}p"), None)
    own = None if paragraph is None else paragraph.find(f"{space}pPr/{space}pStyle")
    return own is not None and _value(own, space) in styles


def _join_with_next(paragraph: "etree._Element", space: str) -> None:
    """Put what a paragraph holds before what the next one does, which looks as that one."""
    beside = paragraph.getnext()
    while beside is not None and beside.tag not in {space + n for n in ("p", "tbl", "sdt")}:
        beside = beside.getnext()
    if beside is None or beside.tag != f"{space}p":
        return
    at = 1 if len(beside) and beside[0].tag == f"{space}pPr" else 0
    beside[at:at] = [child for child in paragraph if child.tag != f"{space}pPr"]
    _drop(paragraph)


def _drop_all(elements: Iterable["etree._Element"]) -> None:
    for element in elements:
        _drop(element)


def _drop(element: "etree._Element") -> None:
    """Take an element out; no text stands behind one in these parts."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
