"""The text of mails that Outlook keeps as RTF alone, packed in a way of its own.

Owns the unpacking (MS-OXRTFCP) and the web page that such RTF may stand for (MS-OXRTFEX). Must not
know messages, nor what becomes of a page.
"""

import codecs
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kdcurator.domain.errors import DamagedFile
from kdcurator.importing.limits import LARGEST_TEXT, too_big

_PACKED, _PLAIN = b"LZFu", b"MELA"
_WINDOW = 4_096
_KNOWN = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
    b"{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""What every packed text may refer to, as if it stood before it."""

_FROM_PAGE = re.compile(rb"\\fromhtml1?(?![0-9a-z])")
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<symbol>.)|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
_SKIPPED = frozenset({"fonttbl", "colortbl", "stylesheet", "info", "pict"})
_CHARACTERS = {
    "par": "\n",
    "line": "\n",
    "tab": "\t",
    "bullet": "•",
    "endash": "–",
    "emdash": "—",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
_SYMBOLS = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "{": "{", "}": "}", "\\": "\\"}


def unpacked(data: bytes) -> bytes:
    """Return RTF that was packed; raises `DamagedFile` and `TooBig`."""
    if len(data) < 16:
        raise DamagedFile
    _size, raw_size, kind = struct.unpack("<II4s", data[:12])
    if raw_size > LARGEST_TEXT:
        raise too_big()
    if kind == _PLAIN:
        return data[16 : 16 + raw_size]
    if kind != _PACKED:
        raise DamagedFile
    return _expanded(data[16:], raw_size)


def page_of(rtf: bytes) -> str | None:
    """Return the web page that RTF stands for; None where it stands for none."""
    if not _FROM_PAGE.search(rtf[:2_000]):
        return None
    source = rtf.decode("latin-1")
    page = re.search(r"\\ansicpg(\d{3,5})", source[:500])
    return "".join(_Page(source, _encoding(page[1] if page else "1252")).pieces())


def _expanded(packed: bytes, raw_size: int) -> bytes:
    """Follow the references of a packed text to what stands before them."""
    before = bytearray(_KNOWN)
    limit = len(_KNOWN) + raw_size
    at = 0
    while at < len(packed) and len(before) < limit:
        flags = packed[at]
        at += 1
        for bit in range(8):
            if at >= len(packed) or len(before) >= limit:
                break
            if not flags >> bit & 1:
                before.append(packed[at])
                at += 1
                continue
            if at + 1 >= len(packed):
                raise DamagedFile
            offset, length = packed[at] << 4 | packed[at + 1] >> 4, (packed[at + 1] & 15) + 2
            at += 2
            back = (len(before) - offset) % _WINDOW
            if not back:  # a reference to where it stands itself is the end
                return bytes(before[len(_KNOWN) :])
            if back > len(before):
                raise DamagedFile
            for _ in range(length):
                before.append(before[-back])
    return bytes(before[len(_KNOWN) : limit])


def _encoding(number: str) -> str:
    try:
        return codecs.lookup({"65001": "utf-8"}.get(number, f"cp{number}")).name
    except LookupError:
        return "cp1252"


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group."""

    is_skipped: bool = False
    is_of_rtf: bool = False
    """Whether it is there only for programs that show no page."""
    is_tag: bool = False
    stand_ins: int = 1
    """Characters behind one in Unicode that stand for it in old programs."""


@dataclass(slots=True)
class _Page:
    """The page in one source."""

    source: str
    encoding: str
    state: _State = field(default_factory=_State)
    outer: list[_State] = field(default_factory=list)
    passed_over: int = 0

    def pieces(self) -> Iterator[str]:
        """Yield the page from its beginning to its end."""
        waiting = bytearray()
        for token in _TOKEN.finditer(self.source):
            if token["byte"] and not self.passed_over:
                if self._shows():
                    waiting.append(int(token["byte"], 16))
                continue
            words = self._read(token)
            if waiting and (words or token["brace"]):
                yield waiting.decode(self.encoding, "replace")
                waiting.clear()
            yield words
        yield waiting.decode(self.encoding, "replace")

    def _shows(self) -> bool:
        return not (self.state.is_skipped or (self.state.is_of_rtf and not self.state.is_tag))

    def _read(self, token: re.Match[str]) -> str:
        """Return what a token shows."""
        if token["brace"] == "{":
            self.outer.append(self.state)
            self.state = replace(self.state, is_tag=False)
        elif token["brace"]:
            self.state = self.outer.pop() if self.outer else self.state
        elif token["word"]:
            return self._word(token["word"], token["number"])
        elif token["symbol"] == "*":
            self.state = replace(self.state, is_skipped=True)
        elif self.passed_over and (token["byte"] or token["symbol"]):
            self.passed_over -= 1
        elif token["symbol"]:
            return _SYMBOLS.get(token["symbol"], "") if self._shows() else ""
        elif token["text"]:
            cut = min(self.passed_over, len(token["text"]))
            self.passed_over -= cut
            return self._decoded(token["text"][cut:]) if self._shows() else ""
        return ""

    def _decoded(self, words: str) -> str:
        """Return characters that a program wrote as bytes of the file's own encoding."""
        if words.isascii():
            return words
        return words.encode("latin-1").decode(self.encoding, "replace")

    def _word(self, word: str, number: str | None) -> str:
        if word == "htmltag":
            self.state = replace(self.state, is_skipped=False, is_tag=True)
        elif word in _SKIPPED:
            self.state = replace(self.state, is_skipped=True)
        elif word == "htmlrtf":
            self.state = replace(self.state, is_of_rtf=number != "0")
        elif word == "uc":
            self.state = replace(self.state, stand_ins=int(number or 1))
        elif word == "u" and number is not None:
            self.passed_over = self.state.stand_ins
            return chr(int(number) % 0x10000) if self._shows() else ""
        elif self._shows():
            return _CHARACTERS.get(word, "")
        return ""
