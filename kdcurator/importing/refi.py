"""REFI-QDA: the exchange format of programs for qualitative analysis.

Owns the elements of projects (`.qdpx`) and codebooks (`.qdc`), and which of them have no place
here. Members of an archive are found by name alone, and no path leads out of it. Must not know what
becomes of codes and passages.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kdcurator.domain.article import TextType
from kdcurator.domain.coding import Code, CodedText, Passage, Project
from kdcurator.domain.errors import QT_TRANSLATE_NOOP, DamagedFile, Refused
from kdcurator.importing.archives import Archive, parse_xml
from kdcurator.importing.encoding import decode
from kdcurator.importing.passages import OUTSIDE, CountedText, merged
from kdcurator.text.canonical import canonical, one_line

if TYPE_CHECKING:
    from lxml import etree

PROJECT = "project.qde"
PICTURES = QT_TRANSLATE_NOOP("errors", "pictures")
RECORDINGS = QT_TRANSLATE_NOOP("errors", "sound and film")
PAGES = QT_TRANSLATE_NOOP("errors", "pages and places on them: import the PDF itself")
NO_TEXT = QT_TRANSLATE_NOOP("errors", "texts that the file names and does not hold")
WHOLE = QT_TRANSLATE_NOOP("errors", "codes on whole texts, which only passages have here")
_ELSEWHERE = {
    "PictureSource": PICTURES,
    "AudioSource": RECORDINGS,
    "VideoSource": RECORDINGS,
}


def read_project(data: bytes) -> Project:
    """Read a project; raises `Refused`."""
    return _ProjectReader(Archive(data)).read()


def read_codebook(data: bytes) -> tuple[Code, ...]:
    """Read the codes of a codebook or of a project; raises `Refused`."""
    if data.startswith(b"PK"):
        return read_project(data).codes
    root = parse_xml(data)
    if _kind(root) != "CodeBook":
        raise DamagedFile
    return tuple(_Codes(root).by_guid.values())


class _Codes:
    """The codes below an element, by their GUID, parents first."""

    def __init__(self, root: "etree._Element") -> None:
        self.by_guid: dict[str, Code] = {}
        self._taken: set[str] = set()
        self._read(root, None)

    def _read(self, element: "etree._Element", parent: Code | None) -> None:
        for child in _children(element):
            if _kind(child) == "Code":
                code = self._code(child, parent)
                self.by_guid[child.get("guid", "")] = code
                self._read(child, code)
            elif _kind(child) in {"CodeBook", "Codes"}:
                self._read(child, parent)

    def _code(self, element: "etree._Element", parent: Code | None) -> Code:
        """Read a code; one whose name another has bears its parent's before it."""
        name = one_line(element.get("name", ""))
        if not any(letter.isalnum() for letter in name):
            name = f"{name} {element.get('guid', 'code')[:9]}".strip()
        if name.casefold() in self._taken and parent is not None:
            name = f"{parent.name} / {name}"
        self._taken.add(name.casefold())
        above = None if parent is None else parent.name
        return Code(name, element.get("color"), above, _words(element, "Description"))


class _ProjectReader:
    """Reads one project."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._members = {member.name.casefold(): member for member in archive.members}
        if PROJECT not in self._members:
            raise DamagedFile
        self._root = archive.read_xml(self._members[PROJECT])
        self._codes = _Codes(self._root).by_guid
        self._left_out: Counter[str] = Counter()
        self._notes = {note.get("guid", ""): note for note in _all(self._root, "Notes", "Note")}
        self._used_notes: set[str] = set()

    def read(self) -> Project:
        """Read texts and passages first: what notes they use is no text of its own."""
        texts = [text for source in _all(self._root, "Sources") for text in self._source(source)]
        for guid, note in self._notes.items():
            if guid not in self._used_notes and (text := self._note_text(note)):
                texts.append(CodedText(note.get("name"), text, text_type=TextType.NOTE))
        return Project(tuple(self._codes.values()), tuple(texts), dict(+self._left_out))

    def _source(self, source: "etree._Element") -> Iterator[CodedText]:
        """Yield what can be read of a source: its text, and what is written about it."""
        kind = _kind(source)
        if kind == "TextSource":
            yield from self._text(source, source.get("name"))
        elif kind == "PDFSource":
            written = [each for each in _children(source) if _kind(each) == "Representation"]
            selections = sum(_kind(each) == "PDFSelection" for each in _children(source))
            self._left_out[PAGES] += selections + (not written)
            for each in written:
                yield from self._text(each, source.get("name"))
        elif kind in _ELSEWHERE:
            self._left_out[_ELSEWHERE[kind]] += 1
        if memo := _words(source, "Description"):
            yield CodedText(source.get("name"), memo, text_type=TextType.NOTE)

    def _text(self, source: "etree._Element", name: str | None) -> Iterator[CodedText]:
        raw = self._content(source)
        if raw is None:
            self._left_out[NO_TEXT] += 1
            return
        self._left_out[WHOLE] += sum(_kind(child) == "Coding" for child in _children(source))
        found = [each for each in _children(source) if _kind(each) == "PlainTextSelection"]
        places = [(_number(each, "startPosition"), _number(each, "endPosition")) for each in found]
        counted = CountedText(raw, places)
        passages = []
        for selection, (start, end) in zip(found, places, strict=True):
            place = counted.place(start, end)
            if place is None:
                self._left_out[OUTSIDE] += 1
            else:
                codes, note = self._codes_of(selection), self._note_of(selection)
                passages.append(Passage(*place, codes, note))
        title = name or source.get("plainTextPath", "").rpartition("/")[2] or None
        yield CodedText(title, counted.text, merged(passages))

    def _content(self, source: "etree._Element") -> str | None:
        """Return a source's text, which stands in the project or in a member beside it."""
        for child in _children(source):
            if _kind(child) == "PlainTextContent":
                return child.text or ""
        path = source.get("plainTextPath", "").removeprefix("internal://").casefold()
        member = self._members.get(f"sources/{path}") if path else None
        return None if member is None else decode(self._archive.read(member)).text

    def _codes_of(self, selection: "etree._Element") -> tuple[str, ...]:
        targets = [
            ref.get("targetGUID", "")
            for coding in _children(selection)
            if _kind(coding) == "Coding"
            for ref in _children(coding)
            if _kind(ref) == "CodeRef"
        ]
        return tuple(self._codes[target].name for target in targets if target in self._codes)

    def _note_of(self, selection: "etree._Element") -> str | None:
        """Return what is written about a passage: its own words and the notes it names."""
        words = [_words(selection, "Description")]
        for ref in selection.iter("{*}NoteRef"):
            note = self._notes.get(ref.get("targetGUID", ""))
            if note is not None:
                self._used_notes.add(note.get("guid", ""))
                words.append(self._note_text(note))
        return "\n".join(each for each in words if each) or None

    def _note_text(self, note: "etree._Element") -> str | None:
        try:
            text = canonical(self._content(note) or "").text.strip()
        except Refused:
            text = ""
        return text or _words(note, "Description")


def _kind(element: "etree._Element") -> str:
    """Return an element's name without its namespace: programs write several."""
    return str(element.tag).rpartition("}")[2]


def _children(element: "etree._Element") -> Iterator["etree._Element"]:
    return (child for child in element if isinstance(child.tag, str))


def _all(root: "etree._Element", *names: str) -> Iterator["etree._Element"]:
    """Yield the children of the first named element below the root, all or of one kind."""
    for holder in _children(root):
        if _kind(holder) == names[0]:
            yield from (
                each for each in _children(holder) if _kind(each) in names[1:] or not names[1:]
            )


def _words(element: "etree._Element", name: str) -> str | None:
    """Return the words of a child element; None where there are none."""
    found = [child.text or "" for child in _children(element) if _kind(child) == name]
    return canonical("".join(found)).text.strip() or None


def _number(element: "etree._Element", name: str) -> int:
    """Return a position; what is none is before every text."""
    written = element.get(name, "").strip()
    return int(written) if written.isdecimal() and len(written) < 12 else -1
