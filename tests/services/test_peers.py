import zipfile
from pathlib import Path

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.coding import Passage
from kdcurator.domain.quote import AnchorState, Quote, QuoteFilter
from kdcurator.importing.passages import IN_OLDER_TEXT
from kdcurator.services.articles import ImportReport
from kdcurator.services.coding import nearest_colour
from kdcurator.services.peers import read_project
from tests.projects_made import (
    RAW,
    codebook,
    project,
    project_xml,
    qdpx,
    selection,
    taguette,
)


def quotes(curator: Curator) -> list[Quote]:
    return curator.quotes.list_quotes(QuoteFilter())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "projekt.qdpx"
    path.write_bytes(project())
    return path


def test_a_project_becomes_articles_tags_and_quotes(curator: Curator, file: Path) -> None:
    report = curator.articles.import_files([file])
    [quote] = quotes(curator)
    assert (quote.text, quote.note) == ("Vi køber ikke noget.", "Ring igen.")
    assert quote.tags == ("Økonomi", "indkøb", "kompetencer")
    assert [item.article.metadata.title for item in report.imported] == [
        *("Interview", "Kort", "Kort", "Løs")
    ]
    assert (len(report.rejected), report.quotes, report.tags) == (4, 1, 2)


def test_new_tags_have_place_and_colour_and_known_ones_stay(curator: Curator, file: Path) -> None:
    before = {tag.name: tag for tag in curator.tags.list_tags()}
    curator.articles.import_files([file])
    after = {tag.name: tag for tag in curator.tags.list_tags()}
    assert (after["Økonomi"].colour, after["Økonomi"].description) == (4, "Alt om penge")
    assert after["indkøb"].parent == "Økonomi"
    assert after["kompetencer"].colour == before["kompetencer"].colour


def test_one_undo_takes_a_project_back(curator: Curator, file: Path) -> None:
    tags = curator.tags.list_tags()
    curator.articles.import_files([file])
    curator.history.undo()
    assert (quotes(curator), curator.articles.list_articles()) == ([], [])
    assert curator.tags.list_tags() == tags


def test_a_project_that_comes_again_adds_nothing(curator: Curator, file: Path) -> None:
    curator.articles.import_files([file])
    report = curator.articles.import_files([file])
    assert (len(report.duplicates), len(quotes(curator))) == (4, 1)


MORE = "Den lange historie om nye systemer i kommunen, som ingen havde bedt om. " * 3
LONG = f"{MORE}\r\n\r\n{RAW}\r\n{MORE}"
BOUGHT = "Vi køber ikke noget."


def coded(raw: str, words: str = BOUGHT) -> bytes:
    """Return a project in which these words of a text have two codes and a note."""
    start = raw.index(words)
    return qdpx(project_xml(selection(30, start, start + len(words), 1, 2, note=20)), raw)


def bring(curator: Curator, file: Path, *projects: bytes) -> ImportReport:
    """Import projects one after the other; return the report of the last."""
    for data in projects:
        file.write_bytes(data)
        report = curator.articles.import_files([file])
    assert curator.upkeep.check().is_ok
    return report


def told(report: ImportReport) -> list[object]:
    return [
        item.error.details["count"]
        for item in report.rejected
        if item.error.details.get("reason") == IN_OLDER_TEXT
    ]


def test_a_changed_text_of_a_project_is_a_newer_version_with_its_quote(
    curator: Curator, file: Path
) -> None:
    newer = f"Et nyt afsnit.\r\n\r\n{LONG}"
    report = bring(curator, file, coded(LONG), coded(newer))
    [quote] = quotes(curator)
    assert (len(report.updated), report.quotes, told(report)) == (1, 0, [])
    assert (quote.text, quote.anchor_state) == (BOUGHT, AnchorState.EXACT)


def test_a_passage_that_a_changed_project_adds_is_a_quote_of_the_newer_version(
    curator: Curator, file: Path
) -> None:
    newer = coded(LONG.replace("svarer", "siger"), "Det er dyrt.")
    report = bring(curator, file, coded(LONG), newer)
    assert (len(report.updated), report.quotes) == (1, 1)
    assert {quote.text for quote in quotes(curator)} == {BOUGHT, "Det er dyrt."}
    assert len({quote.version_id for quote in quotes(curator)}) == 1


def test_passages_of_an_older_version_come_to_the_newest_where_they_surely_are(
    curator: Curator, file: Path
) -> None:
    newer = f"Et nyt afsnit.\r\n\r\n{LONG}"
    plain = [qdpx(project_xml(""), raw) for raw in (LONG, newer)]
    report = bring(curator, file, *plain, coded(LONG))
    [quote] = quotes(curator)
    assert (quote.text, quote.tags, told(report)) == (BOUGHT, ("Økonomi", "indkøb"), [])


def test_passages_that_the_newest_version_altered_are_told(curator: Curator, file: Path) -> None:
    newer = LONG.replace("Vi køber ikke noget", "Vi køber snart alt")
    plain = [qdpx(project_xml(""), raw) for raw in (LONG, newer)]
    report = bring(curator, file, *plain, coded(LONG))
    assert (quotes(curator), told(report)) == ([], [1])
    assert "indkøb" in [tag.name for tag in curator.tags.list_tags()]


def test_a_text_with_other_blanks_gets_the_passages_too(curator: Curator, file: Path) -> None:
    report = bring(curator, file, qdpx(project_xml(""), f"\r\n{LONG}"), coded(LONG))
    [quote] = quotes(curator)
    assert (quote.text, told(report)) == (BOUGHT, [])


def test_bytes_of_taguette_become_places_that_its_snippet_proves(tmp_path: Path) -> None:
    found = read_project(taguette(tmp_path))
    text, memo = found.texts
    assert text.text == "Rubrik på ærø\n\nPer Dal: Vi købte intet."
    start = text.text.index("Vi")
    assert text.passages == (Passage(start, len(text.text), ("indkøb", "indkøb.it")),)
    assert (memo.text, list(found.left_out.values())) == ("Et memo", [1])
    assert [(code.name, code.parent) for code in found.codes] == [
        *(("indkøb", None), ("indkøb.it", "indkøb"))
    ]


def test_a_file_of_taguette_comes_in(curator: Curator, tmp_path: Path) -> None:
    taguette(tmp_path)
    curator.articles.import_files([tmp_path / "project.sqlite3"])
    [quote] = quotes(curator)
    assert (quote.text, quote.tags) == ("Vi købte intet.", ("indkøb", "indkøb.it"))


@pytest.mark.parametrize(
    ("colour", "index"), [("#D82F47", 4), ("#0a4", 1), ("#000000", 7), (None, None), ("red", None)]
)
def test_a_colour_becomes_the_nearest_of_ours(colour: str | None, index: int | None) -> None:
    assert nearest_colour(colour) == index


# Codebooks


@pytest.mark.parametrize("name", ["koder.qdc", "koder.xml", "koder"])
def test_a_codebook_makes_tags_and_no_article(curator: Curator, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(codebook())
    report = curator.articles.import_files([tmp_path / name])
    assert (report.imported, report.rejected, report.tags) == ([], [], 2)
    assert {"Økonomi", "indkøb"} < {tag.name for tag in curator.tags.list_tags()}
    again = curator.articles.import_files([tmp_path / name])
    assert (again.codebooks, again.tags, again.change) == ([tmp_path / name], 0, None)


def test_a_long_codebook_in_an_archive_is_one_undo(curator: Curator, tmp_path: Path) -> None:
    before = curator.tags.list_tags()
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("koder.qdc", codebook(*(f"kode {n}" for n in range(70))))
    report = curator.articles.import_files([tmp_path / "a.zip"])
    assert (report.tags, report.codebooks) == (70, [tmp_path / "a.zip" / "koder.qdc"])
    assert len(curator.tags.list_tags()) == len(before) + 70
    curator.history.undo()
    assert curator.tags.list_tags() == before


@pytest.mark.parametrize("data", [b"<CodeBook>", b"en tekst", b"<!DOCTYPE a><CodeBook/>"])
def test_a_codebook_that_is_none_is_refused(curator: Curator, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "koder.qdc").write_bytes(data)
    (turned,) = curator.articles.import_files([tmp_path / "koder.qdc"]).rejected
    assert turned.error.code == "damaged"
