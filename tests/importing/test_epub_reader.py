"""EPUB books, packed by hand as the standard (EPUB 3.3) has them."""

import io
import time
import zipfile
from datetime import date

import pytest

from kdcurator.domain.article import Language, ReadFile
from kdcurator.domain.errors import DamagedFile, EncryptedFile, Refused
from kdcurator.importing.epub_reader import EpubReader
from kdcurator.importing.registry import Registry

CONTAINER = '<c xmlns="urn:c"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></c>'
SAYS = (
    "<dc:title>Havnen</dc:title><dc:creator>Karen Holm</dc:creator><dc:creator>Per Dahl"
    "</dc:creator><dc:publisher>Mosevig Forlag</dc:publisher><dc:date>2026-11-02T00:00:00Z"
    "</dc:date><dc:language>da-DK</dc:language>"
)


def book(*pages: str | bytes, **others: str) -> bytes:
    """Pack pages in reading order; the archive and the list of files have them the other way."""
    numbers = range(len(pages))
    items = "".join(
        f'<item id="p{n}" href="s%C3%A6r/../side{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in reversed(numbers)
    )
    spine = "".join(f'<itemref idref="p{n}"/>' for n in numbers)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{SAYS}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OPS/book.opf", package)
        for number, page in reversed(list(enumerate(pages))):
            archive.writestr(f"OPS/side{number}.xhtml", page)
        for name, content in others.items():
            archive.writestr(f"META-INF/{name}.xml", content)
    return target.getvalue()


def page(body: str) -> str:
    head = "<head><title>Side</title><style>p {}</style></head>"
    return f'<html xmlns="http://www.w3.org/1999/xhtml">{head}<body>{body}</body></html>'


def read(*pages: str | bytes, **others: str) -> ReadFile:
    return EpubReader().read(book(*pages, **others), "a.epub")


def test_pages_come_in_reading_order_with_what_the_package_says() -> None:
    file = Registry().read_bytes(book(page("<p>et</p>"), page("<p>to</p>")), "bog")
    assert (file.text, file.metadata.guessed) == ("et\n\nto", frozenset())
    assert (file.metadata.title, file.metadata.byline) == ("Havnen", "Karen Holm, Per Dahl")
    assert (file.metadata.publication, file.metadata.published_on, file.metadata.language) == (
        "Mosevig Forlag",
        date(2026, 11, 2),
        Language.DANISH,
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<h1>Rubrik</h1>\n<p>a\n  <b>b</b> </p><div>c<p>d</p>e</div>f", "Rubrik|a b|c|d|e|f"),
        ("<p>12\xa0kr.<br/> bl\xf8d\xade \u2011\t!</p>", "12\xa0kr.\nbl\xf8d\xade \u2011 !"),
        ("<p>a&#160;b&lt;c</p><script>x</script><!-- y --><p/>", "a\xa0b<c"),
        ("<pre>a\n  b</pre><blockquote><p>c</p></blockquote>", "a\n  b|c"),
        ("<p>Se<a epub:type='noteref' xmlns:epub='http://www.idpf.org/2007/ops'>1</a>.</p>", "Se."),
        ("<p>a</p><ul><li>b</li><li><p>c</p></li></ul><p>d</p>", "a|- b\n- c|d"),
        ("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td><td/></tr></table>", "a\tb\nc\t"),
    ],
)  # fmt: skip
def test_markup_becomes_lines(body: str, words: str) -> None:
    assert read(page(body)).text == words.replace("|", "\n\n")


TYPE = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11.dtd">'


@pytest.mark.parametrize("before", [TYPE, "<!DOCTYPE html>", ""])
def test_named_characters_are_read_with_and_without_a_type(before: str) -> None:
    assert read(before + page("<p>s&aring; er&nbsp;der&hellip; &amp;</p>")).text == (
        "så er\xa0der… &"
    )


def test_pages_that_break_the_rules_are_read_as_browsers_would() -> None:
    declared = '<?xml version="1.0" encoding="iso-8859-1"?>' + page("<p>så<p>er der<br>æbler")
    assert read(declared.encode("latin-1")).text == "så\n\ner der\næbler"


def test_a_locked_page_is_told_and_a_locked_font_does_not_matter() -> None:
    locked = '<e xmlns="urn:e"><CipherData><CipherReference URI="{}"/></CipherData></e>'
    assert read(page("a"), encryption=locked.format("OPS/skrift.otf")).text == "a"
    with pytest.raises(EncryptedFile):
        read(page("a"), encryption=locked.format("OPS/side0.xhtml"))


LAUGHS = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + page("<p>&b;</p>")
XXE = '<!DOCTYPE html [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + page("<p>&b;</p>")


@pytest.mark.parametrize(
    "bomb",
    [LAUGHS, XXE, page("<p/>" * 2_000_000), page(f"<p>{'a' * 60_000_000}</p>"), page("<i>" * 999)],
)
def test_bombs_are_refused_in_seconds(bomb: str) -> None:
    data = book(bomb)
    begun = time.perf_counter()
    with pytest.raises(Refused):
        EpubReader().read(data, "a.epub")
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize("name", ["META-INF/container.xml", "OPS/book.opf", "OPS/side0.xhtml"])
@pytest.mark.parametrize("content", [None, "", "<a/>", "<a>"])
def test_a_book_that_lacks_a_part_is_damaged(name: str, content: str | None) -> None:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book(page("a")))) as whole,
        zipfile.ZipFile(target, "w") as cut,
    ):
        for member in whole.namelist():
            if member != name:
                cut.writestr(member, whole.read(member))
            elif content is not None:
                cut.writestr(member, content)
    with pytest.raises(Refused) as refused:
        EpubReader().read(target.getvalue(), "a.epub")
    assert isinstance(refused.value, DamagedFile) or content is not None
