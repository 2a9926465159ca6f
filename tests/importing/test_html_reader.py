import random
from contextlib import suppress
from pathlib import Path

import pytest

from kdcurator.bootstrap import text_reader
from kdcurator.domain.article import ReadFile, ReadingNote
from kdcurator.domain.errors import BinaryFile, DamagedFile, EmptyFile, NoText, Refused, TooBig
from kdcurator.importing.html_reader import HtmlReader, MhtmlReader
from kdcurator.importing.registry import Registry
from tests.importing.pages_made import LAYOUTS, newspaper, plain

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
BODY = [
    "Skolen på Ærø får først nye vinduer til næste år, siger borgmesteren og ryster på hovedet.",
    "– Vi har spurgt ministeriet tre gange, og vi får det samme svar hver gang, siger Åse Ørsted.",
    "Hun har siddet i kommunalbestyrelsen siden 2009 og kender sagen bedre end de fleste på øen.",
]
ARTICLE = [
    "Borgmester: Nu må staten gøre noget",
    "Det går for langsomt, lyder det fra øen.",
    *BODY * 3,
]


def read(data: bytes | str, name: str = "a.html") -> ReadFile:
    return Registry().read_bytes(data.encode() if isinstance(data, str) else data, name)


def found_quotes(text: str) -> list[tuple[str, str | None]]:
    return [(quote.text(text), quote.speaker) for quote in text_reader().read(text).quotes]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:2])
def test_an_article_has_the_same_quotes_as_a_page_and_as_text(seed: Path, layout: str) -> None:
    text = read(seed.read_bytes(), seed.name).text.strip()
    file = read(LAYOUTS[layout](text.split("\n\n")))
    assert found_quotes(file.text) == found_quotes(text)
    assert file.text.startswith(text.split("\n\n", maxsplit=1)[0])
    assert all(paragraph in file.text for paragraph in text.split("\n\n"))
    assert not file.notes


def test_a_page_is_read_alike_each_time() -> None:
    page = (Path(__file__).parent / "files" / "kajen.html").read_bytes()
    assert len({read(page).text for _ in range(40)}) == 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_that_stands_around_an_article_is_part_of_it(layout: str) -> None:
    text = read(LAYOUTS[layout](ARTICLE)).text
    for word in ("cookies", "Kultur", "Ole Skov", "Hans P", "Mest læste", "CVR", "Script", "Nils"):
        assert word not in text


def test_points_of_a_list_are_no_remarks_of_anybody_s() -> None:
    facts = "<ul><li>Øen har 6.000 indbyggere.</li><li>Vi har tre skoler på øen.</li></ul>"
    page = newspaper(ARTICLE).replace(f"{BODY[2]}</p>", f"{BODY[2]}</p><h3>Fakta</h3>{facts}", 1)
    text = read(page).text
    assert "- Øen har 6.000 indbyggere.\n- Vi har tre skoler på øen." in text
    assert found_quotes(text) == found_quotes("\n\n".join(ARTICLE))


def test_the_whole_page_can_be_asked_for() -> None:
    page = newspaper(ARTICLE).encode()
    file = HtmlReader().read_whole(page, "a.html")
    assert file.notes == {ReadingNote.WHOLE_PAGE}
    assert {"CVR", "Mest", "Borgmester:"} <= set(file.text.split())
    assert "Sven Script" not in file.text
    assert file.metadata == HtmlReader().read(page, "a.html").metadata


def test_a_page_without_an_article_is_taken_whole_and_says_so() -> None:
    links = "".join(f'<li><a href="/{i}">Nyhed nummer {i}</a></li>' for i in range(40))
    file = read(f"<html><body><ul>{links}</ul></body></html>")
    assert file.text.startswith("- Nyhed nummer 0\n- Nyhed nummer 1\n")
    assert file.notes == {ReadingNote.WHOLE_PAGE}


def test_a_page_of_two_lines_is_all_article() -> None:
    file = read("<p>Hej</p><p>Det regner i Havby.</p>")
    assert (file.text, file.notes) == ("Hej\n\nDet regner i Havby.", frozenset())


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman", "cp850"]
)
@pytest.mark.parametrize(
    "declared", [None, "utf-8", "iso-8859-1", "windows-1252", "ascii", "klingon"]
)
def test_no_declaration_damages_a_danish_page(encoding: str, declared: str | None) -> None:
    meta = f'<meta http-equiv=Content-Type content="text/html; charset={declared}">'
    page = plain(ARTICLE).replace("–", "-").replace("<head>", f"<head>{meta if declared else ''}")
    file = read(page.encode(encoding))
    assert all(paragraph.replace("–", "-") in file.text for paragraph in ARTICLE)
    assert file.replaced == 0


@pytest.mark.parametrize(
    ("encoding", "declared", "words"),
    [
        ("iso8859-15", "iso-8859-15", "Prisen er 5 € i Århus på Ø"),
        ("koi8-r", "koi8-r", "Привет, сказал он"),
        ("shift_jis", "Shift_JIS", "日本語の文章です"),
        ("cp1251", "windows-1251", "Добрый день"),
    ],
)
def test_a_declaration_is_believed(encoding: str, declared: str, words: str) -> None:
    data = f'<meta charset="{declared}"><p>{words}</p>'.encode(encoding)
    assert read(data).text == words


def test_damage_to_the_encoding_is_counted() -> None:
    file = read(plain(ARTICLE).encode().replace("Å".encode(), b"\xc3"))
    assert file.replaced == file.text.count("\ufffd") == 3


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "a.shtml", "artikel", "index.php"])
def test_pages_are_known_by_name_or_opening(name: str) -> None:
    opening = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
    assert read(opening + plain(ARTICLE), name).media_type == "text/html"


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", EmptyFile),
        (b"   ", NoText),
        (b"<html><body><script>x</script></body></html>", NoText),
        (b"<p>&nbsp;&shy;</p>", NoText),
        (bytes(range(256)) * 20, BinaryFile),
        (b"<div>" * 9_000 + b"x", DamagedFile),
        (b"<p>" + b"ord " * 5_500_000, TooBig),
    ],
)
def test_what_is_no_page_is_refused(data: bytes, refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        HtmlReader().read(data, "a.html")


def test_a_page_as_long_as_a_book_is_taken_whole() -> None:
    file = read(plain(["Titel", *BODY * 20_000]))
    assert file.text.count("Åse Ørsted") == 20_000
    assert file.notes == {ReadingNote.WHOLE_PAGE}


def saved(page: str, *, encoding: str = "utf-8", headers: str = "") -> bytes:
    """Return a page as Chromium saves it; made by hand after its form."""
    message = (
        "From: <Saved by Blink>\r\n"
        "Snapshot-Content-Location: https://avisen.example/nyt/borgmester?utm_source=x\r\n"
        f"Subject: Borgmester\r\n{headers}MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="b"\r\n\r\n'
        "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n"
        "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return message.encode() + page.encode(encoding) + b"\r\n--b--\r\n"


@pytest.mark.parametrize("name", ["a.mht", "a.MHTML"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_page_saved_in_one_file_is_read_like_the_page(name: str, encoding: str) -> None:
    page = newspaper(ARTICLE)
    file = Registry().read_bytes(saved(page, encoding=encoding), name)
    assert file.text == read(page).text
    assert file.media_type == "multipart/related"
    assert file.metadata.url == "https://avisen.example/nyt/borgmester"


def test_all_of_a_page_saved_in_one_file_can_be_asked_for() -> None:
    assert "CVR" in MhtmlReader().read_whole(saved(newspaper(ARTICLE)), "a.mht").text


@pytest.mark.parametrize(
    "data", [b"\x00\x01", b"MIME-Version: 1.0\r\n\r\nHej", b"Content-Type: =?\r\n\r\n"]
)
def test_a_saved_page_without_a_page_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        MhtmlReader().read(data, "a.mht")


PIECES = (
    b"<div>", b"</div>", b"</article>", b"<table><tr><td>", b"<!--", b"-->", b"<script>", b"<li>",
    b"<form>", b"&#0;", b"&#x1;", b"&#xD800;", b"<br>", b"\x00", b"\xff", b"<svg>", b"<html>",
    b"<pre>", b"<![CDATA[", b"<frameset>", b"<template>", b"</p></p>", b"<select>",
    "\u2801".encode(),
)  # fmt: skip


def mutated(luck: random.Random, data: bytes) -> bytes:
    """Return a page with bytes altered, pieces of markup put in, and stretches cut out."""
    page = bytearray(data)
    for _ in range(luck.choice([1, 5, 30, 200])):
        at = luck.randrange(len(page))
        match luck.randrange(3):
            case 0:
                page[at] = luck.randrange(256)
            case 1:
                page[at:at] = luck.choice(PIECES) * luck.choice([1, 1, 50])
            case _:
                del page[at : at + luck.randrange(min(200, len(page)))]
    return bytes(page)


def test_a_damaged_page_is_read_or_refused() -> None:
    luck = random.Random(6)
    for _ in range(200):
        page = luck.choice(list(LAYOUTS.values()))(ARTICLE)
        name, data = luck.choice([("a.html", page.encode()), ("a.mht", saved(page))])
        with suppress(Refused):
            assert read(mutated(luck, data), name).text


@pytest.mark.parametrize("piece", ["&#1;", "&#x80;", "\u2801\u2802", "\x07"])
def test_strange_characters_do_not_hide_the_article(piece: str) -> None:
    file = read(newspaper(ARTICLE).replace("Åse", f"Åse{piece}"))
    assert file.text.count("siger Åse") == 3
    assert not file.notes
