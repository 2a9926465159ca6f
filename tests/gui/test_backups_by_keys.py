"""Backups in the window, by keys alone: made, compared, brought back, left alone."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdcurator.domain.backup import BackupKind, KeptBackup
from kdcurator.domain.errors import BackupDamaged
from kdcurator.gui.dialogs.backup_told import Told
from kdcurator.gui.dialogs.bringing_back import BringingBackPage
from kdcurator.gui.main_window import MainWindow
from tests.gui.conftest import Hands

pytestmark = pytest.mark.gui

Opener = Callable[..., Hands]


def page(hands: Hands) -> BringingBackPage:
    found = hands.part("bringingBack")
    assert isinstance(found, BringingBackPage)
    return found


def told(hands: Hands) -> list[str]:
    found = hands.part("backupTold")
    assert isinstance(found, Told)
    return found.words()


def listed(hands: Hands) -> list[KeptBackup]:
    return hands.window.desk.curator.backups.list_backups()


def test_backup_is_made_by_a_command_and_told(hands: Hands) -> None:
    hands.press("1")
    hands.command("back_up")
    assert hands.message == "Backup made and checked: 2 articles  ·  1 quote"
    (made,) = listed(hands)
    assert (made.kind, made.quotes) == (BackupKind.BY_HAND, 1)


def test_without_a_backup_the_page_does_not_open(hands: Hands) -> None:
    hands.command("bring_back")
    assert hands.message.startswith("There is no backup yet.")
    assert not page(hands).is_open


def test_page_shows_what_would_go_and_come_back_before_anything_happens(hands: Hands) -> None:
    hands.press("1")
    hands.command("back_up")
    hands.press("Delete", "N", "2")
    hands.command("bring_back")
    assert page(hands).is_open
    words = told(hands)
    assert "1 quote has been added since and would be gone:" in words
    assert "1 deleted quote comes back:" in words
    assert any("Vi køber ikke noget" in sample for sample in words)
    assert len(listed(hands)) == 1, "nothing was done"
    hands.press("Esc")
    assert hands.focus == "reader"
    assert len(hands.opened.quotes) == 1


def test_arrows_choose_and_the_newest_choice_is_shown(hands: Hands) -> None:
    for key in ("1", "N", "2"):
        hands.press(key)
        hands.command("back_up")
    hands.command("bring_back")
    assert told(hands) == ["No difference in articles and quotes."]
    hands.press("Down", "Up", "Down", "Down")
    assert told(hands)[0] == "1 quote has been added since and would be gone:"
    hands.press("Home")
    assert told(hands) == ["No difference in articles and quotes."]


def test_backup_comes_back_and_what_was_here_can_come_back_too(hands: Hands) -> None:
    hands.press("1")
    hands.command("back_up")
    hands.press("Delete")
    hands.command("bring_back")
    hands.press("Return")
    assert re.match(r"The library is as it was today at \d+:\d\d\. What was here", hands.message)
    assert [quote.speaker for quote in hands.opened.quotes] == ["Per Dal"]
    assert [backup.kind for backup in listed(hands)] == [BackupKind.BEFORE, BackupKind.BY_HAND]
    hands.command("bring_back")
    hands.press("Return")
    assert hands.opened.quotes == ()


def test_enter_before_the_comparison_is_shown_does_nothing(hands: Hands, qtbot: QtBot) -> None:
    hands.press("1")
    hands.command("back_up")
    hands.press("Delete")
    hands.window.call_by_id("bring_back")
    qtbot.waitUntil(lambda: page(hands).is_open)
    hands.press("Return")
    assert page(hands).is_open
    assert hands.opened.quotes == ()


def test_damaged_backup_is_told_and_cannot_be_chosen(hands: Hands) -> None:
    hands.press("1")
    hands.command("back_up")
    (made,) = listed(hands)
    whole = made.path.read_bytes()
    made.path.write_bytes(whole[: len(whole) // 2])
    hands.press("Delete")
    hands.command("bring_back")
    assert any("is not a whole kdcurator backup" in words for words in told(hands))
    hands.press("Return")
    assert page(hands).is_open
    assert hands.opened.quotes == ()


def test_backup_that_is_damaged_meanwhile_changes_nothing(hands: Hands) -> None:
    hands.press("1")
    hands.command("back_up")
    hands.press("Delete")
    hands.command("bring_back")
    listed(hands)[0].path.unlink()
    hands.press("Return")
    assert any("is not a whole" in words for words in told(hands)), BackupDamaged.sentence
    hands.press("Esc")
    assert hands.opened.quotes == ()
    hands.press("N", "1")
    assert len(hands.opened.quotes) == 1, "work goes on"


def test_article_that_is_not_in_the_backup_gives_way_to_one_that_is(
    hands: Hands, tmp_path: Path
) -> None:
    hands.command("back_up")
    (tmp_path / "ny.txt").write_text("Ny vej\n\n- Den er god, siger Bo Li.\n", "utf-8")
    hands.window.workings.texts.import_paths([tmp_path / "ny.txt"])
    hands.wait()
    assert hands.opened.article.id == 3
    hands.command("bring_back")
    assert told(hands)[0] == "1 article has been added since and would be gone."
    hands.press("Return")
    assert hands.opened.article.id == 1
    assert hands.window.frame.articles.model().rowCount() == 2
    hands.press("F")
    hands.write("vej")
    assert hands.window.desk.panes.search.found.text() == "1 result"


def test_window_that_only_reads_brings_nothing_back(hands: Hands) -> None:
    hands.window.desk.is_read_only = True
    hands.command("bring_back")
    assert hands.message.startswith("Read only")


def test_nothing_waits_for_the_window_while_a_backup_comes_back(hands: Hands) -> None:
    hands.press("1")
    hands.command("back_up")
    hands.command("bring_back")
    window, seen = hands.window, page(hands)
    seen.chosen.emit(seen.backup_in_hand())
    assert not window.is_idle()
    hands.press("Esc")
    assert not seen.is_open, "it closed when the backup was back"


def test_closing_waits_for_a_backup_that_is_coming_back(hands: Hands, open_on: Opener) -> None:
    hands.press("1")
    hands.command("back_up")
    hands.press("Delete")
    hands.command("bring_back")
    page(hands).chosen.emit(page(hands).backup_in_hand())
    hands.window.close()
    again = open_on(hands.window.desk.curator.settings.library)
    assert [quote.speaker for quote in again.opened.quotes] == ["Per Dal"]


def test_a_window_alone_has_the_focus_in_the_list(hands: Hands) -> None:
    hands.command("back_up")
    hands.command("bring_back")
    hands.press("Tab", "Shift+Tab", "Tab")
    assert hands.focus == "backupList"
    assert isinstance(QApplication.activeWindow(), MainWindow)
