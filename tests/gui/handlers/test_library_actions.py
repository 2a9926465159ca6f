"""Quotes out and changes taken back, as the window tells of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdcurator.domain.exporting import Exported
from kdcurator.domain.quote import Agreement
from kdcurator.domain.target import Kept
from tests.gui.conftest import Hands, hands, library, open_on

__all__ = ["hands", "library", "open_on"]

pytestmark = pytest.mark.gui

PATIENT = 60_000

SAID = {
    ("en", 1, 1): "1 quote exported to {} · 1 was left out because it is off the record.",
    ("en", 2, 0): "2 quotes exported to {}",
    ("en", 0, 2): "No quotes exported to {} · 2 were left out because they are off the record.",
    ("da", 2, 1): "2 citater eksporteret til {} · 1 citat er udeladt: off the record (må ikke "
    "citeres).",
    ("da", 1, 3): "1 citat eksporteret til {} · 3 citater er udeladt: off the record (må ikke "
    "citeres).",
}


@pytest.mark.parametrize(("language", "quotes", "left_out"), SAID)
def test_what_was_left_out_of_an_export_is_said(
    open_on: Callable[..., Hands], library: Path, language: str, quotes: int, left_out: int
) -> None:
    hands = open_on(library, language=language)
    path = Path("q.docx")
    exporter = hands.window.workings.library_actions.exporter
    exporter.exported.emit(Exported(path, "docx", quotes, left_out))
    assert hands.message == SAID[language, quotes, left_out].format(path)


def test_off_the_record_is_left_out_of_the_file_and_named(hands: Hands, tmp_path: Path) -> None:
    hands.window.workings.library_actions.folder = tmp_path / "out"
    (tmp_path / "out").mkdir()
    hands.press("1", "N", "2")
    first = hands.opened.quotes[0].id
    hands.window.desk.curator.taking.set_agreement([Kept(first)], Agreement.OFF_RECORD)
    hands.press("Ctrl+E", "End", "Return")
    assert hands.message.startswith("1 quote exported to")
    assert hands.message.endswith("1 was left out because it is off the record.")
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".docx"]


def test_export_shows_that_it_runs_and_can_be_cancelled(hands: Hands, tmp_path: Path) -> None:
    hands.window.workings.library_actions.folder = tmp_path
    hands.press("1")
    before = set(tmp_path.iterdir())
    hands.press("Ctrl+E")
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not hands.window.is_idle()
    hands.window.desk.panes.foot.cancel_requested.emit()
    assert not hands.window.desk.running.is_anything
    assert hands.message == "Export cancelled; nothing was written."
    assert set(tmp_path.iterdir()) == before


def test_large_import_is_undone_and_done_again_while_the_window_stays_at_hand(
    hands: Hands, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"Nummer {number}\n\n- Ja, siger Per Dal.\n")
    window = hands.window
    window.workings.texts.import_paths([folder])
    qtbot.waitUntil(window.is_idle, timeout=PATIENT)
    for act, count, said in (("undo", 2, "60 articles imported"), ("redo", 62, "60 articles")):
        window.call_by_id(act)
        assert window.workings.library_actions.retracing.is_running
        qtbot.waitUntil(window.is_idle, timeout=PATIENT)
        assert len(window.desk.curator.articles.list_articles()) == count
        assert window.frame.articles.heading.articles.text() == f"{count} articles"
        assert said in hands.message


def test_new_articles_are_listed_while_others_still_come_in(
    hands: Hands, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(120):
        text = f"Nummer {number}\n\n" + "- Ja, siger Per Dal.\n\n" * 30
        (folder / f"{number}.txt").write_text(text)
    window = hands.window
    importer, heading = window.workings.texts.importer, window.frame.articles.heading.articles
    seen: list[tuple[str, bool]] = []

    def look(_articles: object) -> None:
        window.desk.later.hurry("new articles")  # as when the time to gather them is over
        seen.append((heading.text(), importer.is_running()))

    importer.kept.connect(look)
    window.workings.texts.import_paths([folder])
    qtbot.waitUntil(window.is_idle, timeout=PATIENT)
    assert seen[0][0] not in {"2 articles", "122 articles"}
    assert seen[0][1]
    assert heading.text() == "122 articles"
