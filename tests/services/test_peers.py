import zipfile
from pathlib import Path

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.coding import Passage
from kdcurator.domain.quote import Quote, QuoteFilter
from kdcurator.services.coding import nearest_colour
from kdcurator.services.peers import read_project
from tests.projects_made import codebook, project, taguette


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
