"""The format is what the name says."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kdcurator.domain.errors import CannotWrite, UnknownFormat
from kdcurator.domain.exporting import CsvDialect, ExportedQuote
from kdcurator.exporting.registry import Handover, export, format_of

MakeQuote = Callable[..., ExportedQuote]


@pytest.mark.parametrize(
    ("name", "chosen"),
    [("a.docx", "docx"), ("A.DOCX", "docx"), ("b.v2.Csv", "csv"), ("c d.json", "json")],
)
def test_the_ending_chooses(name: str, chosen: str) -> None:
    assert format_of(Path(name)).name == chosen


@pytest.mark.parametrize("name", ["a.doc", "docx", ".csv", "a.csv.gz", "a."])
def test_an_unknown_ending_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(UnknownFormat, match=r"Choose one of \.docx, \.csv, \.json"):
        format_of(Path(name))


def test_every_format_starts_its_file_as_it_should(make: MakeQuote, tmp_path: Path) -> None:
    starts = {"docx": b"PK", "csv": b"\xef\xbb\xbfid;quote", "json": b'{\n  "quotes"'}
    for ending, start in starts.items():
        target = tmp_path / f"out.{ending}"
        assert export(target, Handover([make()], date(2026, 11, 22))).name == ending
        assert target.read_bytes().startswith(start)


def test_rows_follow_the_articles_whatever_order_they_come_in(
    make: MakeQuote, tmp_path: Path
) -> None:
    quotes = [make(id=3, article=2), make(id=1, start=40), make(id=2, start=4)]
    export(tmp_path / "out.json", Handover(quotes, date(2026, 11, 22)))
    document = json.loads((tmp_path / "out.json").read_bytes())
    assert [quote["id"] for quote in document["quotes"]] == [2, 1, 3]


def test_the_dialect_of_a_table_is_heeded(make: MakeQuote, tmp_path: Path) -> None:
    handover = Handover([make()], date(2026, 11, 22), dialect=CsvDialect.PLAIN)
    export(tmp_path / "out.csv", handover)
    assert (tmp_path / "out.csv").read_bytes().startswith(b"id,quote,")


def test_a_failed_export_leaves_no_file(make: MakeQuote, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        export(tmp_path / "missing" / "out.docx", Handover([make()], date(2026, 11, 22)))
    assert not [*tmp_path.iterdir()]
