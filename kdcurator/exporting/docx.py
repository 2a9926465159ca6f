"""Quotes as a Word document.

Owns how groups, quotes and source lines become paragraphs. The design (page, styles, footer) is
the unpacked document in `resources/word`; only the ids of its styles are known here. Must not know
what goes in what order (`layout`).

The paragraph of a quote holds the quote's text and nothing else, verbatim: a line break is `w:br`,
a tab `w:tab`, everything else stands in `w:t` as it is. python-docx takes a fifth of a second to
import, so this module is imported when a document is written, not before (`registry`).
"""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from string import Template
from typing import BinaryIO, Self
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from kdcurator import settings
from kdcurator.domain.article import Language
from kdcurator.domain.errors import UnwritableCharacter
from kdcurator.domain.exporting import ExportedQuote, Grouping
from kdcurator.exporting.layout import Source, count_of, grouped, name_line, source_of
from kdcurator.exporting.links import link_target
from kdcurator.exporting.wording import Words, words_in

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped (section 2.2, Char)."""

_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_BREAK_OR_TAB = re.compile("([\n\t])")
_TAGS = {"\n": "w:br", "\t": "w:tab"}
_BETWEEN_FACTS = " · "


def write_docx(
    target: BinaryIO,
    quotes: Sequence[ExportedQuote],
    grouping: Grouping = Grouping.TAG,
    language: Language = Language.DANISH,
    *,
    made_on: date,
) -> None:
    """Write a document of `quotes` under headings by tag, speaker or article.

    `made_on` is printed below the title; nothing else says when, where or by whom it was made.
    Raises UnwritableCharacter.
    """
    words = words_in(language)
    page = _Page(_empty_document(words))
    page.paragraph("Title").text(words.title)
    facts = (count_of(quotes, words), words.grouped_by[grouping], words.day(made_on))
    page.paragraph("Subtitle").text(_BETWEEN_FACTS.join(facts))
    for group in grouped(quotes, grouping, words):
        page.paragraph("Heading1").text(group.heading)
        for exported in group.quotes:
            _write_quote(page, exported, words)
    document = io.BytesIO()  # a disk that is full in the midst of an archive leaves it half open
    page.document.save(document)
    target.write(document.getvalue())


def _write_quote(page: "_Page", exported: ExportedQuote, words: Words) -> None:
    """Write the three paragraphs of a quote, which their styles keep on one page."""
    page.paragraph("Citat").text(exported.quote.text)
    _write_name(page.paragraph("Kilde"), *name_line(exported.quote, words))
    _write_source(page.paragraph("Kildeangivelse"), source_of(exported, words))


def _write_name(line: "_Paragraph", name: str, particulars: str) -> None:
    """Write "– Navn, rolle, organisation" with the name in bold."""
    line.text("– ").text(name, style="Strong")
    if particulars:
        line.text(f", {particulars}")


def _write_source(line: "_Paragraph", source: Source) -> None:
    """Write medium, title and date; below them the link, the tags and a remark."""
    if source.medium:
        line.text(source.medium + _BETWEEN_FACTS)
    line.text(source.title, style="Emphasis")
    line.text("".join(_BETWEEN_FACTS + fact for fact in (source.day, source.said_to) if fact))
    if source.url:
        line.text("\n").link(source.url)
    if source.tags:
        line.text(f"\n{source.tags}")
    if source.remark:
        line.text("\n").text(source.remark, style="Strong")


def _empty_document(words: Words) -> Document:
    """Return the design as a document without content, in the words of its language."""
    package = io.BytesIO()
    design = settings.resources() / "word"
    blanks = {
        "locale": words.locale,
        "title": escape(words.title),
        "page": escape(words.page),
        "of_pages": escape(words.of_pages),
    }
    with zipfile.ZipFile(package, "w") as archive:
        for part in sorted(path for path in design.rglob("*") if path.is_file()):
            markup = _COMMENT.sub("", part.read_text(encoding="utf-8"))
            name = part.relative_to(design).as_posix()
            archive.writestr(name, Template(markup).substitute(blanks))
    return docx.Document(package)


class _Page:
    """The body of a document that is being written.

    python-docx looks for the place and the style of each new paragraph; both are known here, which
    makes a thousand quotes a matter of tenths of a second.
    """

    def __init__(self, document: Document) -> None:
        """Begin at the top of an empty document."""
        self.document = document
        self._section = document.element.body[-1]
        self._links: dict[str, str] = {}

    def paragraph(self, style: str) -> "_Paragraph":
        """Add a paragraph at the end, in the style that has this id."""
        element = OxmlElement("w:p")
        _add(_add(element, "w:pPr"), "w:pStyle", style)
        self._section.addprevious(element)
        return _Paragraph(self, element)

    def relation_to(self, address: str) -> str:
        """Return the id of the relationship to an address, one for each address."""
        if address not in self._links:
            kind = RELATIONSHIP_TYPE.HYPERLINK
            self._links[address] = self.document.part.relate_to(address, kind, is_external=True)
        return self._links[address]


class _Paragraph:
    """A paragraph that is being written."""

    def __init__(self, page: _Page, element: BaseOxmlElement) -> None:
        """Write into `element`."""
        self._page = page
        self._element = element

    def text(self, text: str, style: str | None = None) -> Self:
        """Add text as it is."""
        _add_run(self._element, text, style)
        return self

    def link(self, url: str) -> Self:
        """Add an address, to be followed when it is one of the web."""
        target = link_target(url)
        if target is None:
            return self.text(url)
        hyperlink = _add(self._element, "w:hyperlink")
        hyperlink.set(qn("r:id"), self._page.relation_to(target))
        hyperlink.set(qn("w:history"), "1")
        _add_run(hyperlink, url, "Hyperlink")
        return self


def _add_run(parent: BaseOxmlElement, text: str, style: str | None) -> None:
    """Add a run whose characters are those of `text`, neither more nor fewer."""
    _refuse_illegal(text)
    run = _add(parent, "w:r")
    if style is not None:
        _add(_add(run, "w:rPr"), "w:rStyle", style)
    for piece in filter(None, _BREAK_OR_TAB.split(text)):
        if piece in _TAGS:
            _add(run, _TAGS[piece])
        else:
            words = _add(run, "w:t")
            words.text = piece
            words.set(qn("xml:space"), "preserve")


def _add(parent: BaseOxmlElement, tag: str, value: str | None = None) -> BaseOxmlElement:
    """Add a child element, with the attribute `w:val` where it has one."""
    child = OxmlElement(tag)
    if value is not None:
        child.set(qn("w:val"), value)
    parent.append(child)
    return child


def _refuse_illegal(text: str) -> None:
    """Raise UnwritableCharacter rather than leave out or replace one."""
    if found := _ILLEGAL.search(text):
        before = text[max(0, found.start() - 20) : found.start()]
        raise UnwritableCharacter(character=f"U+{ord(found[0]):04X}", before=before)
