"""Word documents: what python-docx writes, with parts of our own put in its place."""

import io
import time
import zipfile
from collections.abc import Mapping

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from kdcurator.domain.article import ReadFile, ReadingNote
from kdcurator.domain.errors import DamagedFile, NoText, Refused, TooBig, UnpacksTooBig
from kdcurator.importing.docx_reader import DocxReader

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAMES = (
    f"{W} "
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
DOCUMENT = "word/document.xml"


def empty_document() -> dict[str, bytes]:
    """Return the parts of a document of python-docx without a word in it."""
    target = io.BytesIO()
    Document().save(target)
    with zipfile.ZipFile(target) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


EMPTY = empty_document()


def with_parts(parts: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**EMPTY, **parts}.items():
            archive.writestr(name, content)
    return target.getvalue()


def document(body: str, **parts: str) -> bytes:
    """Return a document with a body of XML; other parts are named by their file in `word/`."""
    root = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
    others = {f"word/{name}.xml": content for name, content in parts.items()}
    return with_parts({DOCUMENT: root, **others})


def read(data: bytes) -> ReadFile:
    return DocxReader().read(data, "a.docx")


def text(body: str, **parts: str) -> str:
    return read(document(body, **parts)).text


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


def test_what_python_docx_writes_is_read() -> None:
    written = Document()
    written.add_heading("Rubrik", 0)
    written.add_paragraph("– Så er der\tæbler,\nsiger hun.\xa0")
    written.add_paragraph("et", style="List Bullet")
    written.add_paragraph("to", style="List Number")
    written.core_properties.author = "python-docx"
    target = io.BytesIO()
    written.save(target)
    file = read(target.getvalue())
    assert file.text == "Rubrik\n\n– Så er der\tæbler,\nsiger hun.\xa0\n\n- et\n- to"
    assert (file.metadata.byline, file.notes) == (None, frozenset())


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1))
@settings(max_examples=50)
def test_no_character_is_altered(words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert text(paragraph(run(f"a{escaped}b"))) == f"a{words}b"


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<w:r><w:t>bløde</w:t><w:softHyphen/><w:t>bindestreger</w:t></w:r>", "bløde\xadbinde"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a\u2011b"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r>", "a\tb\nc\n"),
        (f'<w:fldSimple w:instr="DATE">{run("2. maj")}</w:fldSimple>', "2. maj"),
        (f'<w:hyperlink w:anchor="x">{run("her")}</w:hyperlink>', "her"),
        (f"<w:sdt><w:sdtContent>{run('felt')}</w:sdtContent></w:sdt>", "felt"),
        (f"<w:smartTag>{run('sted')}</w:smartTag>{run(' ')}{run('x')}", "sted x"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>fed</w:t></w:r>", "fed"),
    ],
)
def test_everything_that_is_text_is_read(inside: str, words: str) -> None:
    assert text(paragraph(run("("), inside, run(")"))).startswith(f"({words}")


def test_insertions_are_read_and_deletions_are_not() -> None:
    inserted, deleted = f"<w:ins>{run('ny')}</w:ins>", "<w:del><w:r><w:delText>x</w:delText></w:r>"
    moved = f"<w:moveFrom>{run('væk')}</w:moveFrom><w:moveTo>{run('her')}</w:moveTo>"
    file = read(document(paragraph(run("a "), inserted, deleted + "</w:del>", moved)))
    assert file.text == "a nyher"
    assert file.notes == {ReadingNote.TRACKED_CHANGES}


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    ended = "<w:pPr><w:jc/><w:rPr><w:b/><w:del/></w:rPr></w:pPr>"
    assert text(paragraph(ended, run("for")) + paragraph(run("bundet"))) == "forbundet"


def test_comments_are_told_and_not_read() -> None:
    comments = f'<w:comments {W}><w:comment w:id="0">{paragraph(run("pas på"))}</w:comment>'
    body = paragraph(run("Ord"), '<w:r><w:commentReference w:id="0"/></w:r>')
    file = read(document(body, comments=comments + "</w:comments>"))
    assert (file.text, set(file.notes)) == ("Ord", {ReadingNote.COMMENTS})


def test_footnotes_stand_at_the_end_in_the_order_of_their_marks() -> None:
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(run(f"note {number}"))}</w:footnote>'
        for number in (1, 2, 3)
    )
    marks = [f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (3, 1)]
    body = paragraph(run("a"), marks[0], run("b")) + paragraph(run("c"), marks[1])
    footnotes = f"<w:footnotes {W}>{notes}</w:footnotes>"
    assert text(body, footnotes=footnotes) == "ab\n\nc\n\nnote 3\n\nnote 1"


BOX = f"<w:txbxContent>{paragraph(run('boks'))}</w:txbxContent>"
NEW = f"<mc:Choice><wps:txbx>{BOX}</wps:txbx></mc:Choice>"
OLD = f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"


@pytest.mark.parametrize(
    "drawing",
    [
        f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>",
        f"<w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing>",
        f"<mc:AlternateContent>{NEW}{OLD}</mc:AlternateContent>",
        f"<mc:AlternateContent>{NEW}</mc:AlternateContent>",
        f"<mc:AlternateContent>{OLD}</mc:AlternateContent>",
    ],
)
def test_a_text_box_is_read_once_behind_the_paragraph_that_it_hangs_on(drawing: str) -> None:
    body = paragraph(run("før "), f"<w:r>{drawing}</w:r>", run("efter"))
    assert text(body) == "før efter\n\nboks"


def test_tables_are_read_row_by_row() -> None:
    def cell(*paragraphs: str) -> str:
        return f"<w:tc>{''.join(paragraphs)}</w:tc>"

    short = f"<w:tr>{cell(paragraph(run('a')))}{cell(paragraph(run('b')))}</w:tr>"
    long = f"<w:tr>{cell(paragraph(run('c')), paragraph(run('d')))}{cell(paragraph())}</w:tr>"
    assert text(f"<w:tbl>{short}{short}{long}</w:tbl>") == "a\tb\na\tb\n\nc\n\nd"


def test_properties_are_guesses_and_accounts_are_no_authors() -> None:
    core = (
        '<c:p xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title> Havnen\nlukker </dc:title><dc:creator>{}</dc:creator></c:p>"
    )
    for creator, byline in (("Karen Holm", "Karen Holm"), ("bruger", None), ("Ejer", None)):
        part = {"docProps/core.xml": core.format(creator)}
        body = f"<w:document {NAMES}><w:body>{paragraph(run('a'))}</w:body></w:document>"
        metadata = read(with_parts({DOCUMENT: body, **part})).metadata
        assert (metadata.title, metadata.byline) == ("Havnen lukker", byline)
        assert metadata.guessed == {"title"} | ({"byline"} if byline else set())


def test_a_document_that_says_nothing_is_told() -> None:
    with pytest.raises(NoText):
        read(with_parts({}))


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
XXE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("root", "refusal"),
    [
        (f"{LAUGHS}<w:document {NAMES}><w:body>&b;</w:body></w:document>", DamagedFile),
        (f"{XXE}<w:document {NAMES}><w:body>&a;</w:body></w:document>", DamagedFile),
        (f"<w:document {NAMES}><w:body>{paragraph() * 2_000_000}", UnpacksTooBig),
        (f"<w:document {NAMES}><w:body>{paragraph(run('a' * 60_000_000))}", UnpacksTooBig),
        (f"<w:document {NAMES}><w:body>", DamagedFile),
        ("<w:document/>", DamagedFile),
        ("", DamagedFile),
    ],
)
@pytest.mark.parametrize("part", [DOCUMENT, "word/footnotes.xml", "docProps/core.xml"])
def test_bombs_and_damage_are_refused_in_seconds(
    root: str, refusal: type[Refused], part: str
) -> None:
    data = with_parts({part: root})
    begun = time.perf_counter()
    with pytest.raises((refusal, NoText) if root == "<w:document/>" else refusal):
        read(data)
    assert time.perf_counter() - begun < 5


def test_more_elements_than_are_read_in_time_are_too_many() -> None:
    many = "".join(paragraph(run(f"{number:x}")) for number in range(70_000))
    with pytest.raises(TooBig):
        text(many)


def test_a_reference_to_nothing_is_damage() -> None:
    with pytest.raises(DamagedFile):
        text(paragraph('<w:r><w:footnoteReference w:id="7"/></w:r>'))


@given(at=st.integers(0, 10**6), value=st.integers(0, 255), cut=st.integers(0, 3))
@settings(max_examples=60, deadline=None)
def test_damage_is_refused_or_harmless(at: int, value: int, cut: int) -> None:
    data = bytearray(document(paragraph(run("Rubrik")) + paragraph(run("Byline"))))
    data[at % len(data)] = value
    try:
        file = read(bytes(data[: len(data) - cut * 50]))
    except Refused:
        return
    assert "R" in file.text or "y" in file.text


def field_mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field_code(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{words}</w:instrText></w:r>'


def hidden(words: str, value: str = "") -> str:
    return f"<w:r><w:rPr><w:vanish{value}/></w:rPr><w:t>{words}</w:t></w:r>"


def ended(mark: str, *inside: str) -> str:
    """Return a paragraph with something at its end: what is in `rPr` of its properties."""
    return paragraph(f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>", *inside)


def row(words: str, properties: str = "") -> str:
    return f"<w:tr>{properties}<w:tc>{paragraph(run(words))}</w:tc></w:tr>"


R_NAME = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
SDT = "<w:sdt><w:sdtPr><w:alias w:val='Felt'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (SDT.format(paragraph(run("A"))) + paragraph(SDT.format(run("B")), run("!")), "A\n\nB!"),
        (paragraph(f'<w:hyperlink r:id="gone" {R_NAME}>{run("her")}</w:hyperlink>'), "her"),
        (
            paragraph("<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>"),
            "x=1",
        ),
        (paragraph(run("a"), '<w:r><w:object><v:imagedata r:id="gone"/></w:object></w:r>'), "a"),
        (
            paragraph(
                "<w:r><mc:AlternateContent><mc:Choice Requires='w16se'/><mc:Fallback>"
                "<w:t>😊</w:t></mc:Fallback></mc:AlternateContent></w:r>"
            ),
            "😊",
        ),
        (
            paragraph(
                "<w:r><mc:AlternateContent><mc:Choice Requires='w16se'><w:t>😊</w:t></mc:Choice>"
                "</mc:AlternateContent></w:r>"
            ),
            "😊",
        ),
        (
            paragraph(
                "<w:r><w:pict><v:oval><v:textbox><w:txbxContent>"
                f"{paragraph(run('I ovalen'))}"
                "</w:txbxContent></v:textbox></v:oval></w:pict></w:r>",
                run("Ved"),
            ),
            "Ved\n\nI ovalen",
        ),
        (
            f"<w:tbl>{row('x', '<w:trPr><w:del/></w:trPr>')}{row('y')}</w:tbl>",
            "y",
        ),
    ],
)
def test_what_word_alone_writes_is_read(body: str, words: str) -> None:
    named = body.replace("<v:imagedata", f"<v:imagedata {R_NAME}")
    assert text(named) == words


@pytest.mark.parametrize(
    ("font", "code", "words"),
    [
        ("Symbol", "F061", "α"),
        ("Arial", "2192", "→"),
        ("Hjemmelavet", "F041", "\ufffd"),
        ("Arial", "110000", "\ufffd"),
    ],
)
def test_a_symbol_is_its_character_or_told_as_one_that_nobody_knows(
    font: str, code: str, words: str
) -> None:
    symbol = f'<w:sym w:font="{font}" w:char="{code}"/>'
    assert text(paragraph(f"<w:r><w:t>a</w:t>{symbol}<w:t>b</w:t></w:r>")) == f"a{words}b"


def test_breaks_tabs_and_hyphens_are_characters() -> None:
    inside = '<w:t>a</w:t><w:br/><w:t>b</w:t><w:br w:type="page"/><w:t>c</w:t><w:tab/><w:t>d</w:t>'
    inside += "<w:softHyphen/><w:t>e</w:t><w:noBreakHyphen/><w:t>f</w:t><w:cr/><w:t>g</w:t>"
    assert text(paragraph(f"<w:r>{inside}</w:r>")) == "a\nb\nc\td\u00ade\u2011f\ng"


def test_a_field_shows_its_result_and_not_what_its_code_is_made_of() -> None:
    inner = (
        field_mark("begin"),
        field_code(" MERGEFIELD x "),
        field_mark("separate"),
        run("skjult"),
    )
    outer = (
        field_mark("begin"),
        field_code(" IF "),
        *inner,
        field_mark("end"),
        field_code(' = "a" '),
    )
    shown = (field_mark("separate"), run("vist"), field_mark("end"))
    assert text(paragraph(run("før "), *outer, *shown, run(" efter"))) == "før vist efter"


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert text(paragraph(run("a "), field_mark("begin"), field_code(" IF "), run("b"))) == "a b"


def test_hidden_text_is_left_out_and_told() -> None:
    style = '<w:style w:type="character" w:styleId="{}"><w:basedOn w:val="{}"/>{}</w:style>'
    vanish = "<w:rPr><w:vanish/></w:rPr>"
    styles = style.format("A", "B", "") + style.format("B", "A", vanish)
    styled = '<w:r><w:rPr><w:rStyle w:val="A"/></w:rPr><w:t>skjult</w:t></w:r>'
    body = paragraph(run("a"), hidden("skjult"), styled, hidden("b", ' w:val="0"'))
    file = read(document(body, styles=f"<w:styles {W}>{styles}</w:styles>"))
    assert (file.text, file.notes) == ("ab", frozenset({ReadingNote.HIDDEN_TEXT}))


def test_a_heading_whose_end_is_hidden_opens_its_paragraph() -> None:
    heading = ended("<w:vanish/><w:specVanish/>", run("Mellemrubrik. "))
    file = read(document(heading + paragraph(run("Brødtekst."))))
    assert (file.text, file.notes) == ("Mellemrubrik. Brødtekst.", frozenset())


def test_a_paragraph_that_was_moved_stands_where_it_is_now() -> None:
    away = ended('<w:moveFrom w:id="1"/>', f'<w:moveFrom w:id="2">{run("flyttet")}</w:moveFrom>')
    here = ended('<w:moveTo w:id="3"/>', f'<w:moveTo w:id="4">{run("flyttet")}</w:moveTo>')
    file = read(document(away + paragraph(run("et")) + here))
    assert file.text == "et\n\nflyttet"
    assert file.notes == {ReadingNote.TRACKED_CHANGES}


def test_what_stands_in_a_last_paragraph_whose_end_was_deleted_is_not_lost() -> None:
    last = ended('<w:del w:id="1"/>', run("sidste"))
    cell = f"<w:tbl><w:tr><w:tc>{last}</w:tc></w:tr></w:tbl>"
    assert text(paragraph(run("a")) + last + "<w:sectPr/>") == "a\n\nsidste"
    assert text(cell + paragraph(run("b"))) == "sidste\n\nb"


def test_heads_and_feet_of_pages_are_no_part_of_the_text() -> None:
    head = f"<w:hdr {NAMES}>{paragraph(run('Side 1'))}</w:hdr>"
    assert text(paragraph(run("a")), header1=head) == "a"
