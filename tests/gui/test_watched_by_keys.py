"""A watched folder: what is saved there comes in by itself, and the hands are not disturbed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdcurator.gui import watching
from kdcurator.gui.watching import Watching
from tests.gui.conftest import Hands
from tests.projects_made import codebook

FILES = Path(__file__).parents[1] / "importing" / "files"

Opener = Callable[..., Hands]

PATIENT = 60_000
TEXT = "Bro til tiden\n\n- Broen bliver færdig til maj, siger borgmester Anna Krog.\n"


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "EVERY", 300)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "watched"
    folder.mkdir()
    return folder


def choose(hands: Hands, folder: Path) -> None:
    """Choose a folder and have it watched, by keys."""
    hands.command("watch_folder")
    hands.press("Ctrl+A")
    hands.write(str(folder))
    hands.press("Tab", "Tab", "Space", "Return")


def titles(hands: Hands) -> list[str | None]:
    return [a.metadata.title for a in hands.window.desk.curator.articles.list_articles()]


def watching_of(hands: Hands) -> Watching:
    return hands.window.workings.watched.watching


def wait_for(bot: QtBot, hands: Hands, words: str) -> None:
    """Wait until the foot line says something."""
    bot.waitUntil(lambda: words in hands.message, timeout=PATIENT)
    hands.wait()


def wait_for_looks(bot: QtBot, hands: Hands, count: int) -> None:
    """Wait until the folder was looked into some times more."""
    for _ in range(count):
        with bot.waitSignal(watching_of(hands).seen, timeout=PATIENT):
            pass
    hands.wait()


def test_what_is_there_and_what_is_saved_later_comes_in(
    hands: Hands, folder: Path, qtbot: QtBot
) -> None:
    (folder / "first.txt").write_text(TEXT, "utf-8")
    opened = hands.opened.article.id
    choose(hands, folder)
    wait_for(qtbot, hands, "1 article came in from the watched folder.")
    assert titles(hands)[2:] == ["Bro til tiden"]
    (folder / "second.txt").write_text(TEXT.replace("Bro", "Vej"), "utf-8")
    qtbot.waitUntil(lambda: "Vej til tiden" in titles(hands), timeout=PATIENT)
    hands.wait()
    model = hands.window.frame.articles.model()
    assert model.rowCount() == 4
    assert hands.opened.article.id == opened, "the hands were elsewhere"
    assert hands.focus == "reader"
    hands.press("Ctrl+Z")
    assert "Vej til tiden" not in titles(hands)


def test_changed_file_gives_a_new_version(hands: Hands, folder: Path, qtbot: QtBot) -> None:
    path = folder / "bro.txt"
    path.write_text(TEXT, "utf-8")
    choose(hands, folder)
    wait_for(qtbot, hands, "came in")
    path.write_text(TEXT + "\nDet siger hun i dag, hvor den første pæl blev sat.\n", "utf-8")
    wait_for(qtbot, hands, "1 article has a new version.")
    assert titles(hands)[2:] == ["Bro til tiden"]
    assert len(hands.window.desk.curator.editing.list_versions(3)) == 2  # type: ignore[arg-type]


def test_refusal_is_told_once_and_again_when_the_file_changes(
    hands: Hands, folder: Path, qtbot: QtBot
) -> None:
    (folder / "referat.docx").write_bytes(b"no document at all")
    choose(hands, folder)
    wait_for(qtbot, hands, "referat.docx: ")
    hands.window.desk.bus.tell("another")
    wait_for_looks(qtbot, hands, 6)
    assert hands.message == "another"
    (folder / "referat.docx").write_bytes(b"no document either")
    wait_for(qtbot, hands, "referat.docx: ")


def test_duplicates_are_passed_over_without_a_word(
    hands: Hands, folder: Path, qtbot: QtBot
) -> None:
    (folder / "again.txt").write_text(hands.opened.text, "utf-8")
    choose(hands, folder)
    said = hands.message
    done = hands.window.workings.watched
    qtbot.waitUntil(lambda: bool(done._state and done._state.done), timeout=PATIENT)
    hands.wait()
    assert hands.message == said
    assert len(titles(hands)) == 2


def test_folder_that_goes_is_told_and_goes_on_when_it_is_back(
    hands: Hands, folder: Path, qtbot: QtBot
) -> None:
    choose(hands, folder)
    wait_for_looks(qtbot, hands, 1)
    away = folder.rename(folder.with_name("away"))
    wait_for(qtbot, hands, "The watched folder is not there now:")
    (away / "bro.txt").write_text(TEXT, "utf-8")
    away.rename(folder)
    wait_for(qtbot, hands, "1 article came in")


def test_watching_goes_on_with_the_next_window_and_reads_nothing_twice(
    hands: Hands, open_on: Opener, library: Path, folder: Path, qtbot: QtBot
) -> None:
    (folder / "bro.txt").write_text(TEXT, "utf-8")
    choose(hands, folder)
    wait_for(qtbot, hands, "came in")
    hands.press("Ctrl+Z")
    hands.window.close()
    again = open_on(library)
    (folder / "vej.txt").write_text(TEXT.replace("Bro", "Vej"), "utf-8")
    wait_for(qtbot, again, "1 article came in")
    assert titles(again)[2:] == ["Vej til tiden"], "what was undone stays undone"


def test_watching_is_off_until_it_is_chosen_and_can_be_turned_off(
    hands: Hands, folder: Path, qtbot: QtBot
) -> None:
    assert watching_of(hands).folder is None
    choose(hands, folder)
    assert watching_of(hands).folder == folder
    hands.command("watch_folder")
    hands.press("Tab", "Tab", "Space", "Return")
    assert hands.message == "No folder is watched any more."
    assert watching_of(hands).folder is None


@pytest.mark.parametrize("where", ["", "originals"])
def test_the_library_itself_is_not_watched(hands: Hands, where: str) -> None:
    choose(hands, hands.window.desk.curator.library.folder / where)
    assert hands.part("watchedFolder").isVisible()
    assert watching_of(hands).folder is None


def test_nothing_comes_in_while_the_library_may_only_be_read(
    hands: Hands, folder: Path, qtbot: QtBot
) -> None:
    (folder / "bro.txt").write_text(TEXT, "utf-8")
    hands.window.desk.is_read_only = True
    choose(hands, folder)
    wait_for_looks(qtbot, hands, 8)
    assert len(titles(hands)) == 2
    hands.window.desk.is_read_only = False
    wait_for(qtbot, hands, "1 article came in")


def test_own_import_waits_for_nothing_and_is_told_as_ever(
    hands: Hands, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "own.txt").write_text(TEXT.replace("Bro", "Sti"), "utf-8")
    (folder / "bro.txt").write_text(TEXT, "utf-8")
    choose(hands, folder)
    hands.window.workings.texts.import_paths([tmp_path / "own.txt"])
    qtbot.waitUntil(lambda: len(titles(hands)) == 4, timeout=PATIENT)
    hands.wait()
    assert hands.opened.article.metadata.title == "Sti til tiden"


def test_file_of_many_articles_is_divided_and_a_codebook_makes_tags_without_a_question(
    hands: Hands, folder: Path, qtbot: QtBot
) -> None:
    choose(hands, folder)
    shutil.copy(FILES / "fjordarkivet.txt", folder)
    wait_for(qtbot, hands, "3 articles came in from the watched folder.")
    (folder / "koder.qdc").write_bytes(codebook("blæst"))
    wait_for(qtbot, hands, "1 tag made.")
    wait_for_looks(qtbot, hands, 2)
    assert len(titles(hands)) == 5
    assert hands.focus == "reader"
