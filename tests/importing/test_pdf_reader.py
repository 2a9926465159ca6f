"""PDFs drawn by `pdf_pages`, and two set by LibreOffice 7.4 from the texts in `seeds/`.

`files/avisside.pdf` has seeds 03 and 05 in two justified columns on small pages, soft hyphens in
long words, a head and a numbered foot; `files/laast.pdf` is its first page under a password.
"""

import random
import re
import zlib
from dataclasses import replace
from math import cos, radians, sin
from pathlib import Path

import pytest

from kdcurator.domain.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    NoText,
    Refused,
    ScannedFile,
    TooManyPages,
    UntoldLetters,
)
from kdcurator.importing.pdf_reader import PdfReader
from kdcurator.settings import resources, seeds
from kdcurator.text.division import undivided
from kdcurator.text.suggestion.language import load_language
from kdcurator.text.suggestion.reader import TextReader
from tests.importing.pdf_pages import (
    Line,
    assembled,
    in_columns,
    justified,
    pdf,
    row_by_row,
    set_paragraphs,
)

FILES = Path(__file__).with_name("files")
SENTENCE = (
    "kommunen har valgt at lade borgerne bestemme hvor den nye skole skal ligge og det glæder "
    "rådmanden som siger at ingen før har prøvet noget lignende i landet mens andre er uenige"
)


def read(data: bytes) -> str:
    return PdfReader().read(data, "a.pdf").text


def paragraphs(count: int, mark: str = "") -> list[str]:
    chance, words = random.Random(mark + str(count)), SENTENCE.split()
    return [
        f"{mark}{at} " + " ".join(chance.choices(words, k=chance.randint(18, 45))) + f" ud{at}."
        for at in range(count)
    ]


def columns(words: list[str], count: int, gutter: float, top: float) -> list[Line]:
    width = (515 - gutter * (count - 1)) / count
    lines = set_paragraphs(words, 0, 0, width, gap=0)
    xs = [40 + at * (width + gutter) for at in range(count)]
    poured = in_columns(lines, xs, top, -(-len(lines) // count))
    return [line for each in poured for line in justified([each], width)]


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("gutter", [10, 14, 20])
@pytest.mark.parametrize("is_by_rows", [False, True])
def test_columns_are_read_one_after_another_however_they_are_drawn(
    count: int, gutter: float, is_by_rows: bool
) -> None:
    words = paragraphs(5 * count)
    page = columns(words, count, gutter, 720)
    headline = Line(40, 770, "En lang rubrik over alle spalter på siden", 26)
    page = [headline, *(row_by_row(page) if is_by_rows else page)]
    assert read(pdf([page])).split() == [*headline.words.split(), *" ".join(words).split()]


@pytest.mark.parametrize("count", [2, 3])
def test_a_second_headline_ends_the_columns_above_it(count: int) -> None:
    first, second = paragraphs(3 * count, "A"), paragraphs(3 * count, "B")
    upper = columns(first, count, 14, 780)
    low = min(line.y for line in upper) - 40
    page = [*upper, Line(40, low, "Anden rubrik", 20), *columns(second, count, 14, low - 30)]
    expected = " ".join([*first, "Anden rubrik", *second])
    assert read(pdf([row_by_row(page)])).split() == expected.split()


def test_a_caption_over_two_of_three_columns_is_read_above_them() -> None:
    page = columns(paragraphs(9), 3, 14, 600)
    third = [line for line in page if line.x < 200]
    moved = [Line(line.x, line.y + 60, line.words, line.size) for line in third]
    caption = Line(217, 640, "Billedtekst over to spalter, som er skrevet på en enkelt linje. Foto")
    text = read(pdf([[*moved, caption, *(line for line in page if line.x > 200)]]))
    assert text.index(third[-1].words) < text.index("Billedtekst") < text.index(page[-1].words)


def test_lines_of_a_paragraph_stay_lines_and_paragraphs_get_a_blank_line() -> None:
    page = set_paragraphs(["Det er en kort sætning.\nDet er en anden", "Ny."], 60, 700, 300)
    assert read(pdf([page])) == "Det er en kort sætning.\nDet er en anden\n\nNy."


def test_an_indented_line_begins_a_paragraph() -> None:
    first, *rest = paragraphs(3)
    lines = set_paragraphs([first], 60, 700, 200, gap=0)
    for words in rest:
        low = lines[-1].y - 10.8
        new = set_paragraphs([words], 60, low, 188, gap=0)
        lines += [Line(72, low, new[0].words), *new[1:]]
    assert read(pdf([lines])).count("\n\n") == 2


def test_a_paragraph_goes_on_over_columns_and_pages() -> None:
    words = " ".join(paragraphs(1)[0].rstrip(".") for _ in range(12)) + "."
    lines = set_paragraphs([words], 0, 0, 240)
    half = -(-len(lines) // 2)
    each = -(-half // 2)
    parts = lines[:half], lines[half:]
    pages = [in_columns(part, [40, 300], 700, each) for part in parts]
    text = read(pdf(pages))
    assert (text.split(), "\n\n" in text) == (words.split(), False)


def test_heads_and_feet_on_three_pages_are_left_out_and_on_two_kept() -> None:
    def page(number: int) -> list[Line]:
        body = set_paragraphs(paragraphs(2, str(number)), 60, 700, 400)
        head, foot = Line(60, 800, "Nørholt Avis"), Line(290, 30, f"Side {number}")
        return [head, *body, foot]

    assert read(pdf([page(1), page(2)])).count("Nørholt Avis") == 2
    text = read(pdf([page(9), page(10), page(11)]))
    assert "Nørholt Avis" not in text
    assert "Side" not in text


def test_what_repeats_within_the_text_is_kept() -> None:
    pages = [
        [Line(60, 700, "Først."), Line(60, 600, "Ingen kommentarer."), Line(60, 500, f"Til {at}.")]
        for at in "abc"
    ]
    assert read(pdf(pages)).count("Ingen kommentarer.") == 3


def turned(lines: list[Line], angle: int, width: float, height: float) -> list[Line]:
    """Return lines as they are drawn on a page that somebody turns to read them."""
    way = radians(angle)
    middle = (595 / 2, 842 / 2)
    return [
        replace(
            line,
            x=middle[0] + (line.x - width / 2) * cos(way) - (line.y - height / 2) * sin(way),
            y=middle[1] + (line.x - width / 2) * sin(way) + (line.y - height / 2) * cos(way),
            angle=angle,
        )
        for line in lines
    ]


@pytest.mark.parametrize("angle", [90, 180, 270])
@pytest.mark.parametrize("is_said", [False, True])
def test_a_page_laid_sideways_is_read_as_one_that_stands(angle: int, is_said: bool) -> None:
    """Whether the file tells viewers to turn the page, or leaves that to the reader."""
    width, height = (842, 595) if angle != 180 else (595, 842)
    lines = columns(paragraphs(8), 2, 14, 560)
    lines = [Line(40, 575, "Overskrift på siden", 18), *lines]
    upright = read(pdf([lines]))
    laid = pdf([turned(lines, angle, width, height)], rotate=angle if is_said else 0)
    assert read(laid) == upright


def test_a_line_set_sideways_does_not_break_the_text_beside_it() -> None:
    text = columns(paragraphs(8), 2, 14, 700)
    credit = Line(30, 400, "Foto: Bo Ærlig", 7, angle=90)
    assert read(pdf([[text[0], credit, *text[1:]]])) == read(pdf([text])) + "\n\nFoto: Bo Ærlig"


def test_a_stamp_across_the_page_stands_behind_its_text() -> None:
    text = columns(paragraphs(8), 2, 14, 700)
    stamp = Line(100, 200, "UDKAST TIL HØRING", 40, angle=52)
    assert read(pdf([[stamp, *text]])) == read(pdf([text])) + "\n\nUDKAST TIL HØRING"


def test_a_page_that_is_laid_askew_is_read_line_by_line() -> None:
    lines = [Line(40, 700 - 12 * at, f"Linje {at} er sat en anelse skævt.") for at in range(5)]
    askew = turned(lines, 2, 595, 842)
    assert read(pdf([askew])) == read(pdf([lines]))


def test_letters_and_hyphens_stay_as_they_are() -> None:
    words = "Æblet på øen, siger kommu-\ndirektør »Åse« – 100 € … “ja”"
    assert read(pdf([set_paragraphs([words], 60, 700, 400)])) == words


def test_blanks_of_stretched_lines_are_not_doubled() -> None:
    lines = justified(set_paragraphs(paragraphs(4), 60, 700, 150), 150)
    assert "  " not in read(pdf([lines]))


def test_words_drawn_twice_to_look_bold_are_read_once() -> None:
    line = Line(60, 700, "Rubrikken er fed")
    again = Line(60.3, 700, "Rubrikken er fed")
    assert read(pdf([[line, again]])) == "Rubrikken er fed"


@pytest.fixture(scope="module")
def reader() -> TextReader:
    return TextReader(load_language(resources() / "danish"))


def quotes(reader: TextReader, text: str) -> list[tuple[str, str | None]]:
    return [
        (" ".join(undivided(span.cut(text)).split()), quote.speaker)
        for quote in reader.read(text).quotes
        for span in quote.segments
    ]


@pytest.mark.parametrize("seed", sorted(seeds().glob("*.txt")), ids=lambda path: path.stem[:2])
def test_the_quotes_of_a_text_are_found_in_its_pdf(reader: TextReader, seed: Path) -> None:
    text = seed.read_text("utf-8").strip()
    page = set_paragraphs(text.split("\n\n"), 60, 790, 475, 10, gap=8)
    found = read(pdf([page]))
    assert found.split() == text.split()
    assert quotes(reader, found) == quotes(reader, text)


def test_a_page_set_by_libreoffice_is_read_to_the_letter(reader: TextReader) -> None:
    text = read((FILES / "avisside.pdf").read_bytes())
    names = ("03-replikstreg-og-stikord.txt", "05-citationstegn-med-indskud.txt")
    sources = [(seeds() / name).read_text("utf-8") for name in names]
    assert undivided(text).split() == " ".join(sources).split()
    assert "kommunal-\ndirektør" in text
    expected = [words for source in sources for words, _ in quotes(reader, source)]
    assert [words for words, _ in quotes(reader, text)] == expected


# What cannot be read


def picture_page(text: str = "") -> bytes:
    drawing = f"q 500 0 0 700 40 40 cm /Im1 Do Q {text}".encode()
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    picture = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page + b"/Resources << /XObject << /Im1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
        picture + b"/BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream",
    ]
    return assembled(objects, "")


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", EmptyFile),
        (b"%PDF-1.4\n", DamagedFile),
        (b"%PDF-1.4\n%%EOF\n", DamagedFile),
        (b"no PDF at all", DamagedFile),
        (pdf([]), DamagedFile),
        (pdf([[]]), NoText),
        (picture_page(), ScannedFile),
        (pdf([set_paragraphs(paragraphs(9), 60, 700, 400)])[:-900], DamagedFile),
        ((FILES / "laast.pdf").read_bytes(), EncryptedFile),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, refusal: type[Refused]) -> None:
    with pytest.raises(Refused) as caught:
        read(data)
    assert type(caught.value) is refusal


def test_letters_that_the_file_does_not_name_are_counted_or_refused() -> None:
    plain = pdf([[Line(60, 700, "abcdefghij" * 3)]], packed=False)
    some = plain.replace(b"abcdefghijabc", b"abcdefghija\x01\x02")
    result = PdfReader().read(some, "a.pdf")
    assert (result.text.count("\ufffd"), result.replaced) == (2, 2)
    with pytest.raises(UntoldLetters):
        read(plain.replace(b"defghij", b"\x01\x02\x03\x04\x05\x06\x07"))


def test_a_page_that_cannot_be_unpacked_is_not_lost_without_a_word() -> None:
    pages = [set_paragraphs(paragraphs(9, mark), 60, 700, 400) for mark in "abc"]
    whole = pdf(pages)
    at = [match.end() for match in re.finditer(rb"stream\n(?=x)", whole)][1]
    with pytest.raises(DamagedFile):
        read(whole[: at + 2] + b"\xff" * 40 + whole[at + 42 :])


def test_more_pages_than_any_report_are_refused() -> None:
    with pytest.raises(TooManyPages, match="2000"):
        read(pdf([[]] * 2_001))


def test_a_small_file_that_unpacks_to_much_is_refused() -> None:
    bomb = zlib.compress(b" " * 100_000_000, 9)
    stream = b"<< /Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n%s\nendstream"
    twice = zlib.compress(bomb)
    data = picture_page().replace(b"/Contents 4 0 R", b"/Contents 6 0 R")
    objects = re.findall(rb"\d+ 0 obj\n(.*?)\nendobj", data, re.DOTALL)
    with pytest.raises(Refused):
        read(assembled([*objects, stream % (len(twice), twice)], ""))


def test_damaged_files_are_read_or_refused() -> None:
    chance, sources = random.Random(6), [(FILES / "avisside.pdf").read_bytes()[:27_000]]
    sources.append(pdf([set_paragraphs(paragraphs(5), 60, 700, 400)], {"Title": "En rubrik"}))
    sources.append(pdf([set_paragraphs(paragraphs(5), 60, 700, 400)], packed=False))
    for number in range(60):
        data = bytearray(sources[number % 3])
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        at = chance.randrange(len(data))
        data[at : at + chance.choice([0, 0, 1, 300])] = chance.randbytes(chance.choice([0, 0, 9]))
        try:
            read(bytes(data))
        except Refused:
            continue
