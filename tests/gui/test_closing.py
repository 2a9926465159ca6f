"""Closing the window while something runs: nothing kept is lost, nothing is left running."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdcurator import bootstrap
from kdcurator.domain.article import Article
from kdcurator.domain.exporting import CsvDialect, ExportWish, Grouping
from kdcurator.domain.quote import QuoteFilter
from kdcurator.settings import from_environment
from tests.gui.conftest import Hands

pytestmark = [pytest.mark.gui, pytest.mark.skipif(os.name == "nt", reason="asks for processes")]

PATIENT = 60_000


def has_ended(process: int | None) -> bool:
    """Tell whether a process is gone; one that nobody has buried is still there."""
    assert process, "there was no process"
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(150):
        text = f"Nummer {number}\n\n" + "- Det er godt, siger Per Dal.\n\n" * 5
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def test_import_ends_and_what_was_kept_stays_as_one_undo(
    hands: Hands, folder: Path, qtbot: QtBot
) -> None:
    texts = hands.window.workings.texts
    kept: list[Article] = []
    texts.importer.kept.connect(kept.extend)
    texts.import_paths([folder])
    qtbot.waitUntil(lambda: len(kept) > 10, timeout=PATIENT)
    process = texts.importer.process_number
    opened = hands.opened.article.id
    hands.window.close()
    assert has_ended(process)
    with bootstrap.build(from_environment(bootstrap.platform_folders())) as curator:
        ids = {article.id for article in curator.articles.list_articles()}
        assert {article.id for article in kept} <= ids
        assert len(ids) < 150
        assert not list(curator.library.originals.glob(".*.new"))
        curator.history.undo()
        assert {article.id for article in curator.articles.list_articles()} == {1, 2}
    assert hands.window.desk.preferences.last_article == opened


@pytest.mark.parametrize("moment", [0, 150, 700])
def test_export_ends_and_leaves_a_whole_file_or_none(
    hands: Hands, tmp_path: Path, qtbot: QtBot, moment: int
) -> None:
    (tmp_path / "out").mkdir()
    exporter = hands.window.workings.library_actions.exporter
    path = tmp_path / "out" / "a.json"
    exporter.start(ExportWish(path, QuoteFilter(), Grouping.TAG, CsvDialect.PLAIN))
    process = exporter.process_number
    qtbot.wait(moment)
    hands.window.close()
    assert has_ended(process)
    assert [found.name for found in path.parent.iterdir()] in ([], ["a.json"])


@pytest.mark.parametrize("moment", [0, 150, 700])
def test_indexing_ends_and_the_next_search_is_right(
    hands: Hands, open_on: Callable[..., Hands], library: Path, qtbot: QtBot, moment: int
) -> None:
    indexer = hands.window.desk.indexer
    indexer.make_anew()
    process = indexer.process_number
    qtbot.wait(moment)
    hands.window.close()
    assert has_ended(process)
    again = open_on(library)
    again.press("F")
    again.write("borgmester")
    assert again.window.desk.panes.search.found.text() == "1 result"


def test_undo_of_a_large_import_ends_and_the_next_undo_goes_on(
    hands: Hands, folder: Path, qtbot: QtBot
) -> None:
    hands.window.workings.texts.import_paths([folder])
    qtbot.waitUntil(hands.window.is_idle, timeout=PATIENT)
    actions = hands.window.workings.library_actions
    actions.undo()
    assert actions.retracing.is_running
    assert not hands.window.is_idle()
    hands.window.close()
    with bootstrap.build(from_environment(bootstrap.platform_folders())) as curator:
        assert 2 < len(curator.articles.list_articles()) < 152
        curator.history.undo()
        assert len(curator.articles.list_articles()) == 2
