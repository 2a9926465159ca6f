"""Exports hold what agreements with sources allow, and say how much they do not."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import LibraryDamaged
from kdcurator.domain.exporting import Grouping
from kdcurator.domain.quote import Agreement, QuoteFilter, QuoteId
from kdcurator.domain.target import Kept


@pytest.fixture
def saved(curator: Curator, bring_in: Callable[..., ArticleId]) -> tuple[QuoteId, ...]:
    return curator.taking.save_strong(bring_in()).ids


@pytest.mark.parametrize("name", ["q.docx", "q.csv", "q.json"])
def test_off_the_record_is_left_out_and_counted(
    name: str, curator: Curator, saved: tuple[QuoteId, ...], tmp_path: Path
) -> None:
    curator.taking.set_agreement([Kept(saved[0])], Agreement.OFF_RECORD)
    done = curator.exporting.export(tmp_path / name, QuoteFilter())
    assert (done.quotes, done.left_out) == (len(saved) - 1, 1)


@pytest.mark.parametrize("grouping", Grouping)
def test_nobody_is_named_in_a_document_who_must_not_be(
    grouping: Grouping, curator: Curator, saved: tuple[QuoteId, ...], tmp_path: Path
) -> None:
    import docx

    curator.taking.set_agreement([Kept(quote_id) for quote_id in saved], Agreement.UNNAMED)
    curator.exporting.export(tmp_path / "q.docx", QuoteFilter(), grouping=grouping)
    text = "\n".join(p.text for p in docx.Document(str(tmp_path / "q.docx")).paragraphs)
    assert "– Kilde uden navn" in text
    assert "Dal" not in text
    assert "kommunaldirektør" not in text.replace("siger kommunaldirektøren", "")


@pytest.mark.parametrize("name", ["q.csv", "q.json"])
def test_nobody_is_named_in_data_who_must_not_be(
    name: str, curator: Curator, saved: tuple[QuoteId, ...], tmp_path: Path
) -> None:
    curator.taking.set_agreement([Kept(quote_id) for quote_id in saved], Agreement.BACKGROUND)
    curator.exporting.export(tmp_path / name, QuoteFilter())
    assert "Dal" not in (tmp_path / name).read_text("utf-8")


def test_a_quote_without_its_article_is_damage_and_no_fault(
    curator: Curator, saved: tuple[QuoteId, ...], tmp_path: Path
) -> None:
    with closing(sqlite3.connect(curator.library.database)) as connection:
        connection.execute("UPDATE article SET version_number = 9")
        connection.commit()
        with pytest.raises(LibraryDamaged, match="lost its article"):
            curator.exporting.export(tmp_path / "q.json", QuoteFilter())
        connection.execute("UPDATE article SET version_number = 1")
        connection.commit()
    assert not (tmp_path / "q.json").exists()
