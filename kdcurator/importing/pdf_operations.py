"""What the pages of a PDF are told to draw: numbers, names, strings and operators, one by one.

Owns a quick way to read the plain notation in which nearly every program writes them. The parser of
pdfminer, which takes half of the time of a long document, reads whatever else there is: from the
first thing on that is not plain, it has the rest. Must not know what the operators do.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import KWD, LIT, PSKeyword, PSLiteral

_PLAIN: Final = re.compile(
    rb"""
    (?: [ \t\n\r\f] | %[^\r\n]*[\r\n] )*+
    (?:
        (?P<int> [-+]?[0-9]{1,40}+ (?![0-9.]) )
      | (?P<float> [-+]?(?: [0-9]{1,40}+\.[0-9]{0,40}+ | \.[0-9]{1,40}+ ) (?![0-9]) )
      | <(?P<hex> (?:[0-9A-Fa-f]{2})*+ )>
      | \((?P<string> (?:
            [^()\\] | \\(?> [0-3][0-7]{0,2} | [4-7][0-7]?(?![0-7]) | [nrtbf()\\] )
        )*+ )\)
      | /(?P<name> [A-Za-z0-9_.+*:,@-]*+ ) (?=[ \t\n\r\f/\[\]()<>])
      | (?P<word> (?: [A-Za-z][A-Za-z0-9*'"]*+ | ['"] ) ) (?=[ \t\n\r\f/\[\]()<>])
      | (?P<open> \[ | << )
      | (?P<close> \] | >> )
    )""",
    re.VERBOSE,
)
_BLANK: Final = b" \t\n\r\f"
_ESCAPED: Final = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_ESCAPES: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_INLINE_PICTURE: Final = KWD(b"BI")
_VALUES: Final = {b"true": True, b"false": False}


class _NotPlain(Exception):
    """Something is written in a way that the other parser knows better."""


def operations(streams: Sequence[PDFStream]) -> Iterator[Any]:
    """Yield operands and operators as pdfminer's parser does, of streams that are one text."""
    data = b"".join(stream.get_data() + b"\n" for stream in streams)
    at = 0
    try:
        for thing, end in _plain(data):
            yield thing
            at = end
    except _NotPlain:
        yield from _others(data[at:])


def _others(data: bytes) -> Iterator[Any]:
    parser = PDFContentParser([PDFStream({}, data)])
    while True:
        try:
            _, thing = parser.nextobject()
        except PSEOF:
            return
        yield thing


def _plain(data: bytes) -> Iterator[tuple[Any, int]]:
    """Yield each thing that stands by itself, with the end of it; raises `_NotPlain`."""
    opened: list[tuple[bytes, list[Any]]] = []
    end = 0
    for match in iter(_PLAIN.scanner(data).match, None):  # type: ignore[attr-defined] # not in typeshed
        end = match.end()
        kind = match.lastgroup
        if kind == "open":
            opened.append((match[kind], []))
            continue
        thing = _closed(opened, match[kind]) if kind == "close" else _READ[kind](match[kind])
        if opened:
            opened[-1][1].append(thing)
        elif thing is _INLINE_PICTURE:
            raise _NotPlain
        else:
            yield thing, end
    if opened or data[end:].strip(_BLANK):
        raise _NotPlain


def _closed(opened: list[tuple[bytes, list[Any]]], sign: bytes) -> Any:
    """Return what ends here: a list or a dictionary."""
    if not opened or (opened[-1][0] == b"[") != (sign == b"]"):
        raise _NotPlain
    _, things = opened.pop()
    if sign == b"]":
        return things
    names, values = things[::2], things[1::2]
    if len(names) != len(values) or not all(isinstance(name, PSLiteral) for name in names):
        raise _NotPlain
    return {name.name: value for name, value in zip(names, values, strict=True)}


def _string(raw: bytes) -> bytes:
    return _ESCAPED.sub(_unescaped, raw) if b"\\" in raw else raw


def _unescaped(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    return bytes((int(sign, 8),)) if sign[:1].isdigit() else _ESCAPES.get(sign, sign)


def _word(raw: bytes) -> bool | PSKeyword:
    return _VALUES[raw] if raw in _VALUES else KWD(raw)


_READ: Final[Mapping[str | None, Callable[[bytes], Any]]] = {
    "int": int,
    "float": float,
    "hex": lambda raw: bytes.fromhex(raw.decode("ascii")),
    "string": _string,
    "name": lambda raw: LIT(raw.decode("ascii")),
    "word": _word,
}
