"""Tables: what programs and spreadsheets read back is what the article says."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.article import Article, ArticleId, Language, Metadata, VersionId
from kdcurator.domain.exporting import CsvDialect, ExportedQuote
from kdcurator.domain.quote import AnchorState, Quote, QuoteId, Segment, Span
from kdcurator.exporting.table import HEADER, names_in_one_cell, write_csv

MakeQuote = Callable[..., ExportedQuote]

DELIMITERS = {CsvDialect.EXCEL_DA: ";", CsvDialect.EXCEL_EN: ",", CsvDialect.PLAIN: ","}
EXCEL = (CsvDialect.EXCEL_DA, CsvDialect.EXCEL_EN)

NASTY = st.text(
    st.one_of(
        st.sampled_from(list("=+-@\t\n;,\"'»– \N{NO-BREAK SPACE}\N{SOFT HYPHEN}\u2028🙂\ufeff")),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    min_size=1,
)


def written(quotes: list[ExportedQuote], dialect: CsvDialect) -> bytes:
    stream = io.BytesIO()
    write_csv(stream, quotes, dialect)
    return stream.getvalue()


def read(data: bytes, dialect: CsvDialect) -> list[dict[str, str]]:
    encoding = "utf-8" if dialect is CsvDialect.PLAIN else "utf-8-sig"
    text = io.StringIO(data.decode(encoding), newline="")
    return list(csv.DictReader(text, delimiter=DELIMITERS[dialect], strict=True))


@pytest.mark.parametrize("dialect", CsvDialect)
def test_tables_are_as_they_were(
    sample: list[ExportedQuote], golden: Callable[[dict[str, bytes]], None], dialect: CsvDialect
) -> None:
    golden({f"quotes-{dialect}.csv": written(sample, dialect)})


@pytest.mark.parametrize("dialect", CsvDialect)
def test_the_header_holds_the_words_of_the_contract(dialect: CsvDialect) -> None:
    words = (
        "id quote speaker role organisation municipality said_to tags status used_in note article "
        "byline publication date url start end segments created"
    )
    mark = b"" if dialect is CsvDialect.PLAIN else b"\xef\xbb\xbf"
    assert " ".join(HEADER) == words
    assert written([], dialect) == mark + words.replace(" ", DELIMITERS[dialect]).encode() + b"\r\n"


@given(NASTY, NASTY, st.sampled_from(CsvDialect))
def test_every_text_reads_back(words: str, note: str, dialect: CsvDialect) -> None:
    [row] = read(written([quoted(words, note)], dialect), dialect)
    for found, text in ((row["quote"], words), (row["note"], note)):
        is_guarded = dialect in EXCEL and text[0] in "=+-@\t\r"
        assert found == ("'" if is_guarded else "") + text


@given(NASTY, NASTY, st.sampled_from(EXCEL))
def test_no_cell_begins_like_a_formula(words: str, note: str, dialect: CsvDialect) -> None:
    [row] = read(written([quoted(words, note)], dialect), dialect)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


@given(st.lists(NASTY, min_size=1))
def test_names_in_one_cell_can_be_told_apart(names: list[str]) -> None:
    cell = names_in_one_cell(names) or ""
    reader = csv.reader(io.StringIO(cell, newline=""), delimiter=";", skipinitialspace=True)
    assert next(reader) == names


def test_names_without_separators_are_joined_plainly() -> None:
    assert names_in_one_cell(["ledelse", "data, kort"]) == "ledelse; data, kort"
    assert names_in_one_cell([]) is None


def test_offsets_span_the_quote_and_each_segment(make: MakeQuote) -> None:
    quote = make("Vi", "er her", start=4)
    [row] = read(written([quote], CsvDialect.PLAIN), CsvDialect.PLAIN)
    assert (row["quote"], row["start"], row["end"]) == ("Vi er her", "4", "22")
    assert json.loads(row["segments"]) == [[4, 6], [16, 22]]


def test_a_quote_that_is_not_surely_there_says_so_in_words(make: MakeQuote) -> None:
    quotes = [make(anchor_state=state) for state in AnchorState]
    for language, gone in (
        (Language.DANISH, "findes ikke længere i artiklen"),
        (Language.ENGLISH, "no longer in the article"),
    ):
        stream = io.BytesIO()
        write_csv(stream, quotes, CsvDialect.PLAIN, language)
        cells = [row["anchor_state"] for row in read(stream.getvalue(), CsvDialect.PLAIN)]
        assert (cells[0], cells[3], len(set(cells))) == ("", gone, 4)


def test_the_unknown_is_an_empty_cell(make: MakeQuote) -> None:
    [row] = read(written([make("Hvem?")], CsvDialect.EXCEL_DA), CsvDialect.EXCEL_DA)
    known = {name: cell for name, cell in row.items() if cell}
    assert known == {
        "id": "1",
        "quote": "Hvem?",
        "status": "new",
        "start": "0",
        "end": "5",
        "segments": "[[0,5]]",
        "created": "2026-11-22T12:30:00Z",
    }


def quoted(words: str, note: str) -> ExportedQuote:
    """Return a quote without a fixture, which hypothesis would share between examples."""
    made_at = datetime(2026, 11, 22, tzinfo=UTC)
    article = Article(ArticleId(1), VersionId(1), Metadata(), "text/plain", None, "", made_at)
    segments = (Segment(Span(0, len(words)), words),)
    quote = Quote(QuoteId(1), article.id, article.version_id, None, segments, made_at, note=note)
    return ExportedQuote(quote, article)


def test_a_table_without_doubts_has_no_column_for_them(make: MakeQuote) -> None:
    header = written([make(), make()], CsvDialect.PLAIN).split(b"\r\n", 1)[0]
    assert b"anchor_state" not in header
