"""Word documents: every quote word for word, nothing said of whoever made them."""

import io
import time
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime

import docx
import pytest
from docx.document import Document
from docx.styles.style import ParagraphStyle
from hypothesis import given, settings
from hypothesis import strategies as st

from kdcurator.domain.article import Article, ArticleId, Language, Metadata, VersionId
from kdcurator.domain.errors import UnwritableCharacter
from kdcurator.domain.exporting import ExportedQuote, Grouping
from kdcurator.domain.quote import Quote, QuoteId, Segment, Span
from kdcurator.exporting.docx import write_docx

MakeQuote = Callable[..., ExportedQuote]
DAY = date(2026, 11, 22)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGED = "{http://schemas.openxmlformats.org/package/2006/relationships}"

GOLDEN_PARTS = {
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/footer1.xml",
}
IGNORED_PARTS = {
    "[Content_Types].xml",  # python-docx's own list of the parts
    "_rels/.rels",  # likewise
    "word/fontTable.xml",  # as in resources/word: these three are design, free to change
    "word/settings.xml",
    "word/styles.xml",
}

CANONICAL = st.text(
    st.one_of(
        st.sampled_from(list("\n\t  \N{NO-BREAK SPACE}\N{SOFT HYPHEN}\ufffd\u2028\u0301🙂<&]>")),
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    ),
    min_size=1,
)
"""What canonical text can hold (CONTRACT.md, section 2)."""


def written(
    quotes: list[ExportedQuote],
    grouping: Grouping = Grouping.TAG,
    language: Language = Language.DANISH,
) -> bytes:
    stream = io.BytesIO()
    write_docx(stream, quotes, grouping, language, made_on=DAY)
    return stream.getvalue()


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def styled(document: Document, style: str) -> list[str]:
    paragraphs = document.paragraphs
    return [p.text for p in paragraphs if p.style is not None and p.style.name == style]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def indented(markup: bytes) -> bytes:
    """Return a part so that a person can read what changed in it."""
    ET.register_namespace("w", W.strip("{}"))
    ET.register_namespace("r", R.strip("{}"))
    root = ET.fromstring(markup)  # noqa: S314 - we wrote it
    ET.indent(root)
    return ET.tostring(root, "unicode").encode() + b"\n"


def raw_quotes(data: bytes) -> Iterator[str]:
    """Read the paragraphs of style Citat without python-docx."""
    spoken = {f"{W}br": "\n", f"{W}tab": "\t"}
    for paragraph in ET.fromstring(parts(data)["word/document.xml"]).iter(f"{W}p"):  # noqa: S314
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") == "Citat":
            yield "".join(
                spoken.get(e.tag, e.text or "") for run in paragraph.iter(f"{W}r") for e in run
            )


def quoting(texts: Iterable[str]) -> list[ExportedQuote]:
    """Return quotes without a fixture, which hypothesis would share between examples."""
    made_at = datetime(2026, 11, 22, tzinfo=UTC)
    article = Article(ArticleId(1), VersionId(1), Metadata(), "text/plain", None, "", made_at)
    return [
        ExportedQuote(
            Quote(
                QuoteId(n),
                article.id,
                article.version_id,
                None,
                (Segment(Span(n * 1000, n * 1000 + len(text)), text),),
                made_at,
            ),
            article,
        )
        for n, text in enumerate(texts)
    ]


def test_the_parts_are_as_they_were(
    sample: list[ExportedQuote], golden: Callable[[dict[str, bytes]], None]
) -> None:
    found = parts(written(sample))
    assert set(found) == GOLDEN_PARTS | IGNORED_PARTS
    golden({f"docx/{name}": indented(found[name]) for name in GOLDEN_PARTS})


@settings(max_examples=40, deadline=None)
@given(st.lists(CANONICAL, min_size=1, max_size=8))
def test_every_quote_reads_back_word_for_word(texts: list[str]) -> None:
    data = written(quoting(texts))
    assert list(raw_quotes(data)) == texts
    assert styled(opened(data), "Citat") == texts


def test_segments_are_joined_by_one_blank(make: MakeQuote) -> None:
    data = written([make("Vi  skal,\nsiger vi. ", "\tNu")])
    assert list(raw_quotes(data)) == ["Vi  skal,\nsiger vi.  \tNu"]


def test_every_text_keeps_its_blanks(make: MakeQuote) -> None:
    root = ET.fromstring(parts(written([make(" a  b ")]))["word/document.xml"])  # noqa: S314
    space = "{http://www.w3.org/XML/1998/namespace}space"
    assert {t.get(space) for t in root.iter(f"{W}t")} == {"preserve"}


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_refused(make: MakeQuote, character: str) -> None:
    with pytest.raises(UnwritableCharacter, match=f"U\\+{ord(character):04X}.*“før ”"):
        written([make(f"før {character} efter")])


def test_name_and_source_follow_the_quote(sample: list[ExportedQuote]) -> None:
    document = opened(written(sample, Grouping.ARTICLE))
    assert styled(document, "Kilde") == [
        "– Marianne Holst, kommunaldirektør, Havby Kommune",
        "– Aage Ørsted",
        "– Åse Lind, it-chef i Lyngsø Kommune",
        "– Ukendt kilde",
    ]
    first, *_, third, last = styled(document, "Kildeangivelse")
    assert first == (
        "Kommunebladet Nu · Gevinsten kommer, når arbejdsgangen er en anden · 24. okt. 2018 · "
        "sagt til Radio Øst\nhttps://kommunebladet.example/2018/gevinster?side=2&vis=alt\n"
        "Tags: gevinstrealisering, Ærlighed"
    )
    assert third == (
        "Systemer nok · uden dato\nfile:///etc/passwd\nTags: Ærlighed\n"
        "Bemærk: Citatet findes ikke længere i artiklen."
    )
    assert last == "uden rubrik · uden dato"


@pytest.mark.parametrize(
    ("grouping", "headings"),
    [
        (Grouping.TAG, ["gevinstrealisering", "Ærlighed", "Uden tag"]),
        (Grouping.SPEAKER, ["Marianne Holst", "Aage Ørsted", "Åse Lind", "Ukendt kilde"]),
    ],
)
def test_groups_have_headings_for_the_navigation(
    sample: list[ExportedQuote], grouping: Grouping, headings: list[str]
) -> None:
    document = opened(written(sample, grouping))
    assert styled(document, "Heading 1") == headings


def test_the_document_says_how_much_there_is_in_the_reader_s_language(make: MakeQuote) -> None:
    danish, english = (
        [p.text for p in opened(written([make()], language=language)).paragraphs[:2]]
        for language in (Language.DANISH, Language.ENGLISH)
    )
    assert danish == ["Citater", "1 citat fra 1 artikel · ordnet efter tag · 22. nov. 2026"]
    assert english == ["Quotes", "1 quote from 1 article · by tag · 22 Nov 2026"]


def test_a_document_without_quotes_says_so() -> None:
    texts = [p.text for p in opened(written([])).paragraphs]
    assert texts == ["Citater", "Ingen citater · ordnet efter tag · 22. nov. 2026"]


def test_a_web_address_is_a_real_link_and_no_other_is(sample: list[ExportedQuote]) -> None:
    found = parts(written(sample))
    relations = ET.fromstring(found["word/_rels/document.xml.rels"])  # noqa: S314
    external = {r.get("Id"): r for r in relations if r.get("TargetMode") == "External"}
    links = [*ET.fromstring(found["word/document.xml"]).iter(f"{W}hyperlink")]  # noqa: S314
    assert {link.get(f"{R}id") for link in links} == set(external)
    assert [r.get("Target") for r in external.values()] == [
        "https://kommunebladet.example/2018/gevinster?side=2&vis=alt"
    ]


def test_the_styles_keep_quote_name_and_source_on_one_page(make: MakeQuote) -> None:
    names = ("Citat", "Kilde", "Kildeangivelse", "Heading 1")
    styles = {style.name: style for style in opened(written([make()])).styles}
    together = {}
    for name in names:
        style = styles[name]
        assert isinstance(style, ParagraphStyle)
        together[name] = style.paragraph_format.keep_with_next
    assert together == {"Citat": True, "Kilde": True, "Kildeangivelse": None, "Heading 1": True}


def test_properties_say_the_title_and_nothing_else(make: MakeQuote) -> None:
    data = written([make()])
    core = ET.fromstring(parts(data)["docProps/core.xml"])  # noqa: S314
    assert [(e.tag.rpartition("}")[2], e.text) for e in core] == [("title", "Citater")]
    assert not [name for name in parts(data) if "app.xml" in name or "custom" in name.lower()]
    assert b"attachedTemplate" not in parts(data)["word/settings.xml"]
    assert not any(b"<!--" in part or b"python-docx" in part for part in parts(data).values())


def test_pages_are_numbered(make: MakeQuote) -> None:
    footer = opened(written([make()])).sections[0].footer
    assert footer.paragraphs[0].text.split() == ["Side", "af"]
    fields = [e.get(f"{W}instr") for e in footer.paragraphs[0]._p.iter(f"{W}fldSimple")]
    assert fields == [" PAGE ", " NUMPAGES "]


def test_a_thousand_quotes_take_seconds_at_most(make: MakeQuote) -> None:
    quotes = [
        make(id=n, start=n, metadata={"url": f"https://a.example/{n}"}, tags=("a", "b"))
        for n in range(1000)
    ]
    start = time.process_time()
    data = written(quotes)
    assert time.process_time() - start < 6, "about 1.2 s when nothing else runs"
    assert len(list(raw_quotes(data))) == 2000
