"""Automatic backups of the window: hourly by another process, and as it closes."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdcurator.domain.backup import BackupKind, KeptBackup
from kdcurator.gui.backing_up import EVERY, BackingUp
from tests.gui.conftest import Hands

pytestmark = pytest.mark.gui

Opener = Callable[..., Hands]


def listed(hands: Hands) -> list[KeptBackup]:
    backups = hands.window.desk.curator.backups.list_backups()
    hands.window.desk.curator.library.close()
    return backups


def of_the_hour(hands: Hands) -> BackingUp:
    return hands.window.workings.backups.backing_up


def let_an_hour_go_by(hands: Hands) -> None:
    """Have the timer ring, and wait for what it sets going."""
    of_the_hour(hands).timer.timeout.emit()
    hands.wait()


# Closing


def test_closing_backs_up_what_was_changed(hands: Hands) -> None:
    hands.press("1")
    hands.window.close()
    (made,) = listed(hands)
    assert (made.kind, made.articles, made.quotes) == (BackupKind.AUTOMATIC, 2, 1)


def test_closing_without_a_change_makes_none(hands: Hands) -> None:
    hands.press("J", "N", "Ctrl+S")
    hands.window.close()
    assert listed(hands) == []


def test_change_that_is_backed_up_already_is_not_backed_up_again(
    open_on: Opener, library: Path
) -> None:
    hands = open_on(library)
    hands.press("1")
    hands.window.close()
    hands.window.close()
    again = open_on(library)
    again.window.close()
    assert len(listed(hands)) == 1


def test_library_is_free_before_it_is_backed_up(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[tuple[bool, bool]] = []
    curator = hands.window.desk.curator
    monkeypatch.setattr(
        type(curator.backups),
        "back_up_if_due",
        lambda _: held.append((curator.library.lock.is_held, hands.window.isVisible())),
    )
    hands.press("1")
    hands.window.close()
    assert held == [(False, False)]


@pytest.mark.parametrize("gone", ["library", "backups"])
def test_folder_that_is_gone_keeps_no_window_open(hands: Hands, gone: str) -> None:
    hands.press("1")
    settings = hands.window.desk.curator.settings
    if gone == "library":
        shutil.rmtree(settings.library)
    else:
        settings.backups.write_text("in the way")
    assert hands.window.close()
    assert not hands.window.isVisible()


# Hourly


def test_an_hour_of_work_is_backed_up_by_another_process(hands: Hands) -> None:
    assert of_the_hour(hands).timer.isActive()
    assert of_the_hour(hands).timer.interval() == EVERY == 60 * 60 * 1000
    hands.press("1")
    before = hands.message
    of_the_hour(hands).timer.timeout.emit()
    assert not hands.window.is_idle()
    hands.wait()
    backups = hands.window.desk.curator.backups
    assert [backup.quotes for backup in backups.list_backups()] == [1]
    assert hands.message == before, "nothing is said of it"
    let_an_hour_go_by(hands)
    assert len(backups.list_backups()) == 1


def test_there_are_never_two_at_once(hands: Hands) -> None:
    hands.press("1")
    keeper = of_the_hour(hands)
    keeper.back_up_quietly()
    process = keeper.process_number
    keeper.back_up_quietly()
    assert not keeper.back_up()
    assert keeper.process_number == process
    hands.wait()
    assert keeper.process_number is None


def test_hour_without_a_backup_is_one_sentence_and_work_goes_on(hands: Hands) -> None:
    hands.window.desk.curator.settings.backups.write_text("in the way")
    hands.press("1")
    let_an_hour_go_by(hands)
    assert hands.message.startswith("No backup could be made; everything is saved in the library.")
    assert "backups" in hands.message
    hands.press("2")
    assert len(hands.opened.quotes) == 1


def test_window_that_only_reads_makes_none(hands: Hands) -> None:
    hands.window.desk.curator.library.lock.release()
    let_an_hour_go_by(hands)
    assert hands.window.desk.curator.backups.list_backups() == []


def test_closing_ends_a_backup_that_is_being_made_and_makes_it(hands: Hands, qtbot: QtBot) -> None:
    hands.press("1")
    of_the_hour(hands).back_up_quietly()
    qtbot.wait(250)
    hands.window.close()
    (made,) = listed(hands)
    left = [path.name for path in made.path.parent.iterdir() if path.name.startswith(".")]
    assert left == []
