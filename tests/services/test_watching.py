"""Which files of a watched folder are ready: whole ones, new or changed, each once."""

import os
from pathlib import Path

import pytest

from kdcurator.services.watching import (
    Stamp,
    WatchedFolder,
    keep_done,
    list_folder,
    read_done,
)

FOLDER = Path("/watched").absolute()
A, B = FOLDER / "a.txt", FOLDER / "b.txt"


def listing(**sizes: int) -> dict[str, Stamp]:
    return {f"{name}.txt": Stamp(size, size) for name, size in sizes.items()}


@pytest.fixture
def watched() -> WatchedFolder:
    return WatchedFolder(FOLDER)


def test_a_file_is_ready_when_it_has_stayed_as_it_is(watched: WatchedFolder) -> None:
    assert watched.ready(listing(a=1), 0.0) == []
    assert watched.ready(listing(a=2), 0.9) == []
    assert watched.ready(listing(a=2), 1.8) == []
    assert watched.is_restless
    assert watched.ready(listing(a=2), 2.0) == [A]


def test_what_was_read_is_ready_again_only_when_it_changes(watched: WatchedFolder) -> None:
    watched.ready(listing(a=1, b=1), 0.0)
    watched.hand_over(watched.ready(listing(a=1, b=1), 1.0))
    watched.take_back([A, B], is_over=True)
    assert watched.ready(listing(a=1, b=1), 9.0) == []
    assert not watched.is_restless
    watched.ready(listing(a=1, b=2), 10.0)
    assert watched.ready(listing(a=1, b=2), 11.0) == [B]


def test_a_file_that_changes_while_it_is_read_is_ready_again(watched: WatchedFolder) -> None:
    watched.ready(listing(a=1), 0.0)
    watched.hand_over(watched.ready(listing(a=1), 1.0))
    watched.take_back([A], is_over=True)
    watched.ready(listing(a=2), 2.0)
    assert watched.ready(listing(a=2), 3.0) == [A]


def test_what_a_failed_import_left_is_ready_again(watched: WatchedFolder) -> None:
    watched.ready(listing(a=1, b=1), 0.0)
    watched.hand_over(watched.ready(listing(a=1, b=1), 1.0))
    watched.take_back([A], is_over=False)
    watched.ready(listing(a=1, b=1), 2.0)
    assert watched.ready(listing(a=1, b=1), 3.0) == [B]


def test_what_a_cancelled_import_left_is_left_alone(watched: WatchedFolder) -> None:
    watched.ready(listing(a=1, b=1), 0.0)
    watched.hand_over(watched.ready(listing(a=1, b=1), 1.0))
    watched.take_back([A / "in a zip.txt"], is_over=True)
    watched.ready(listing(a=1, b=1), 2.0)
    assert watched.ready(listing(a=1, b=1), 3.0) == []
    assert watched.done == listing(a=1)


def test_a_folder_that_is_empty_for_a_while_is_not_read_again(watched: WatchedFolder) -> None:
    watched.ready(listing(a=1), 0.0)
    watched.hand_over(watched.ready(listing(a=1), 1.0))
    watched.take_back([A], is_over=True)
    watched.ready({}, 2.0)
    watched.ready(listing(a=1), 3.0)
    assert watched.ready(listing(a=1), 4.0) == []


def test_only_whole_files_of_the_user_are_listed(tmp_path: Path) -> None:
    for name in ("a.txt", "Å.DOCX", "x.pdf.crdownload", "y.part", "Z.PART", "~$a.docx", ".b.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "c.txt").write_text("x")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.txt")
        (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    assert list(list_folder(tmp_path)) == ["a.txt", "Å.DOCX"]


def test_a_folder_that_is_not_there_is_no_empty_one(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        list_folder(tmp_path / "gone")


def test_what_was_read_is_known_the_next_time(tmp_path: Path, watched: WatchedFolder) -> None:
    watched.done.update(listing(a=1) | {"\udce6.txt": Stamp(3, 4)})
    keep_done(tmp_path, tmp_path / "library", watched)
    assert read_done(tmp_path, tmp_path / "library", FOLDER) == watched.done
    assert read_done(tmp_path, tmp_path / "another", FOLDER) == {}
    assert read_done(tmp_path, tmp_path / "library", tmp_path) == {}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"library": 1, "folder": 2}', "null"])
def test_what_cannot_be_understood_is_not_known(tmp_path: Path, text: str) -> None:
    (tmp_path / "watched.json").write_text(text)
    assert read_done(tmp_path, tmp_path, FOLDER) == {}
