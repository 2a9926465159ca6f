"""The source of an RTF file, written anew so that nothing but its text is left to interpret.

Owns which groups of RTF are text and which are pictures, styles and the like, where paragraphs,
cells and rows end, where notes and text boxes stand, and what was deleted. Marks stand for what
striprtf would leave out or write as characters; each is a noncharacter, which no text can hold.
Must not know encodings beyond the name of the file's own, nor what a character is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kdcurator.domain.errors import DamagedFile
from kdcurator.importing.limits import too_big
from kdcurator.importing.wordlists import words

MOST_TOKENS = 1_200_000
"""Control words, braces and stretches of text that are read; ten megabytes of text have as many."""

PARAGRAPH_END = "\ufdd0"
CELL_PARAGRAPH_END = "\ufdd1"
CELL_END = "\ufdd2"
ROW_END = "\ufdd3"
LABEL_START = "\ufdd4"
"""Before the number or bullet of an item, which a program has written out for others."""
LABEL_END = "\ufdd5"

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<symbol>.)|(?P<brace>[{}])|(?P<text>[^\\{}]+)",
    re.DOTALL,
)
_DESTINATION = re.compile(
    r"\{\s*(?:(?P<star>\\\*)\s*)?\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d+)? ?"
)
_BRACE = re.compile(r"\\bin(\d{1,9}) ?|\\.|[{}]", re.DOTALL)

_SKIPPED = words(
    "annotation atnid atnauthor atnref author bkmkstart bkmkend colortbl datafield fldinst "
    "filetbl footer footerf footerl footerr ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc header "
    "headerf headerl headerr info listoverridetable listtable nonesttables objclass objdata pict "
    "private revtbl rsidtbl rxe shprslt sp stylesheet tc txe userprops xe"
)
_UNWRAPPED = frozenset({"do", "nesttableprops", "shpinst", "ud"})
"""Groups that programs may pass over if they know no better, and that have text within."""

_BOXES = frozenset({"shptxt", "dptxbxtext"})
_LABELS = frozenset({"listtext", "pntext"})
_SETTINGS = frozenset({"f", "uc", "deff"})
"""What holds for the characters that follow, also where it stands in deleted ones."""

_AS_CHARACTERS = {
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "zwbo": "\u200b",
    "zwnbo": "\u2060",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
"""Words for characters that striprtf does not know."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The plain source of a text, its properties in RTF, and what it does not show."""

    source: str
    title: str | None
    author: str | None
    has_changes: bool
    has_comments: bool


def rewritten(source: str) -> Rewritten:
    """Return the source of an RTF file written anew.

    Raises `DamagedFile` when it is cut short, and `TooBig`.
    """
    writer = _Writer(source)
    writer.write()
    info = writer.info
    return Rewritten(
        writer.finished(),
        _property(info, "title"),
        _property(info, "author"),
        writer.has_changes,
        "\\annotation" in source,
    )


def encoding_of(source: str) -> str:
    """Return the encoding that the head of an RTF file names; Windows' own where it names none."""
    head = source[:500]
    if found := re.search(r"\\ansicpg(\d{1,5})", head):
        return {"0": "cp1252", "10000": "mac_roman"}.get(found[1], f"cp{found[1]}")
    found = re.search(r"\\(mac|pca|pc)\b", head)
    return {"mac": "mac_roman", "pca": "cp850", "pc": "cp437"}[found[1]] if found else "cp1252"


def character(code: str) -> str:
    """Return the source of one character, whatever is set around it."""
    return f"{{\\uc0\\u{ord(code)} }}"


@dataclass(slots=True)
class _Group:
    """An open group: what it is, and what held before it."""

    kind: str
    is_deleted: bool
    pieces: list[str]
    """Where what precedes and follows it is written."""


@dataclass(slots=True)
class _Writer:
    """One pass over a source."""

    source: str
    at: int = 0
    pieces: list[str] = field(default_factory=list)
    groups: list[_Group] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    body: list[str] = field(init=False)
    info: str = ""
    is_deleted: bool = False
    is_in_table: bool = False
    has_changes: bool = False

    def __post_init__(self) -> None:
        self.body = self.pieces

    def write(self) -> None:
        """Read the source to the end of its outermost group."""
        for _ in range(MOST_TOKENS):
            token = _TOKEN.match(self.source, self.at)
            if token is None:
                raise DamagedFile
            if token["brace"] == "{":
                self._open()
                continue
            self.at = token.end()
            if token["brace"]:
                self._close()
                if not self.groups:
                    return
            elif token["word"]:
                self._word(token["word"], token["number"])
            elif not self.is_deleted:
                self.pieces.append(token[0])
        raise too_big()

    def finished(self) -> str:
        """Return what was written, boxes and notes at its end."""
        mark = character(PARAGRAPH_END)
        ends = "".join(mark + each for each in (*self.boxes, *self.notes))
        body = "".join(self.pieces).removesuffix("}")
        return f"{body}{ends}}}"

    def _open(self) -> None:
        """Begin a group, or pass it over."""
        found = _DESTINATION.match(self.source, self.at)
        word = found["word"] if found else ""
        is_starred = bool(found and found["star"])
        if word == "fonttbl":
            self.pieces.append(_fonts(self._cut_out()))
        elif word == "info":
            self.info = self._cut_out()
        elif self._is_skipped(word, is_starred=is_starred):
            self._cut_out()
        else:
            self._enter(word, found.end() if found and self._is_special(word) else self.at + 1)

    def _is_skipped(self, word: str, *, is_starred: bool) -> bool:
        """Tell whether a group has no text of the document's."""
        if word == "footnote" or word in _BOXES:
            return self.is_deleted
        return word in _SKIPPED or (is_starred and word not in _UNWRAPPED and word not in _LABELS)

    @staticmethod
    def _is_special(word: str) -> bool:
        """Tell whether the word that opens a group is not written."""
        return word in _UNWRAPPED | _BOXES | _LABELS | {"footnote", "upr"}

    def _enter(self, word: str, at: int) -> None:
        """Begin a group that has text."""
        self.groups.append(_Group(word, self.is_deleted, self.pieces))
        self.at = at
        if word == "footnote" or word in _BOXES:
            self.pieces = []
        self.pieces.append("{")
        if word in _LABELS:
            self.pieces.append(character(LABEL_START))
        elif word == "upr" and self.source.startswith("{", self.at):
            self._cut_out()  # the same in characters that old programs know

    def _close(self) -> None:
        """End a group."""
        if not self.groups:
            raise DamagedFile
        group = self.groups.pop()
        if group.kind in _LABELS:
            self.pieces.append(character(LABEL_END))
        self.pieces.append("}")
        if self.pieces is not group.pieces:
            set_apart = self.notes if group.kind == "footnote" else self.boxes
            set_apart.append("".join(self.pieces))
            self.pieces = group.pieces
        self.is_deleted = group.is_deleted

    def _word(self, word: str, number: str | None) -> None:
        """Write a control word, or the mark that stands for it."""
        if word == "bin":
            self.at += int(number or 0)
        elif word in {"deleted", "revised"} and number != "0":
            self.has_changes = True
            self.is_deleted = self.is_deleted or word == "deleted"
        elif word in {"deleted", "plain"}:
            self.is_deleted = False
        elif word in {"pard", "intbl"}:
            self.is_in_table = word == "intbl"
        elif word in _SETTINGS:
            self.pieces.append(f"\\{word}{number or 1} ")
        elif not self.is_deleted:
            self.pieces.extend(self._in_text(word, number))

    def _in_text(self, word: str, number: str | None) -> Iterator[str]:
        """Yield the source for a control word that may be text, ended by a blank of its own."""
        token = f"\\{word}{number or ''} "
        if word in {"par", "sect", "page"}:
            yield character(CELL_PARAGRAPH_END if self.is_in_table else PARAGRAPH_END)
            yield from self._boxes_here()
        elif word in {"cell", "nestcell"}:
            yield character(CELL_END)
        elif word in {"row", "nestrow"}:
            yield character(ROW_END)
        elif word in _AS_CHARACTERS:
            yield character(_AS_CHARACTERS[word])
        elif word == "u":
            if number is not None and -0x8000 <= int(number) <= 0xFFFF:
                yield token
        elif word not in {"ansicpg", "field"}:
            yield token

    def _boxes_here(self) -> Iterator[str]:
        """Yield the text boxes that hang on the paragraph that has ended."""
        if self.pieces is self.body:
            for box in self.boxes:
                yield box
                yield character(CELL_PARAGRAPH_END if self.is_in_table else PARAGRAPH_END)
            self.boxes.clear()

    def _cut_out(self) -> str:
        """Pass over a group, the data in it too, and return it; raises `DamagedFile`."""
        start, depth = self.at, 0
        while True:
            found = _BRACE.search(self.source, self.at)
            if found is None:
                raise DamagedFile
            self.at = found.end() + int(found[1] or 0)
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            if depth == 0:
                return self.source[start : self.at]


def _fonts(table: str) -> str:
    """Return a table of fonts with nothing but their numbers and character sets."""
    entries = []
    number = None
    for token in _TOKEN.finditer(table):
        if token["word"] == "f":
            number = token["number"]
        elif token["word"] == "fcharset" and number is not None:
            entries.append(f"{{\\f{number}\\fcharset{token['number'] or 0} x;}}")
            number = None
    return f"{{\\fonttbl{''.join(entries)}}}" if entries else ""


def _property(info: str, name: str) -> str | None:
    """Return the source of one property of a document."""
    found = re.search(rf"\{{\\{name} ([^{{}}]{{1,2000}})\}}", info)
    return found[1] if found else None
