"""What killed processes left: removed once nobody can be working on it any more."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kdcurator.domain.article import ArticleId
from kdcurator.store import backups
from kdcurator.store.leftovers import remove_leftovers
from kdcurator.store.library import Library, Opening, open_library

SUM = "a" * 64
UNFINISHED = (
    f".{SUM}.4711.new",
    ".000007-20261122T120000Z-automatic.zip.4711.new",
    ".000007-20261122T120000Z.sqlite3.4711.new-journal",
)


def leave(folder: Path, *names: str, hours: float) -> list[Path]:
    """Make files, and a folder with a copy in it, that were last written to hours ago."""
    scratch = folder / ".kdcurator-abcdefgh"
    scratch.mkdir(parents=True)
    paths = [scratch / "library.sqlite3", *(folder / name for name in names)]
    then = time.time() - hours * 3600
    for path in paths:
        path.write_bytes(b"a text that nobody is to find here")
        os.utime(path, (then, then))
    os.utime(scratch, (then, then))
    return [scratch, *paths]


def test_what_was_left_hours_ago_goes_and_all_else_stays(tmp_path: Path) -> None:
    others = ["library.sqlite3", SUM, ".hidden", "000007-20261122T120000Z.zip", ".notes.new"]
    left = leave(tmp_path, *UNFINISHED, *others, hours=2)
    remove_leftovers(tmp_path, tmp_path / "not there")
    assert {path.name for path in left if path.exists()} == set(others)


def test_what_was_touched_lately_is_somebodys_work(tmp_path: Path) -> None:
    left = leave(tmp_path, *UNFINISHED, hours=0.5)
    remove_leftovers(tmp_path)
    assert all(path.exists() for path in left)


def test_a_folder_counts_as_touched_when_anything_in_it_is(tmp_path: Path) -> None:
    scratch, copy = leave(tmp_path, hours=2)
    os.utime(copy)
    remove_leftovers(tmp_path)
    assert scratch.exists()


def test_whoever_takes_the_lock_tidies_up(opening: Opening) -> None:
    open_library(opening).close()
    left = leave(opening.folder, hours=2)
    library = open_library(opening)
    library.hold()
    assert not any(path.exists() for path in left)
    library.close()


@pytest.mark.parametrize("place", [".", "originals"])
def test_a_backup_tidies_its_shelf(
    library: Library, add_article: Callable[[], ArticleId], place: str
) -> None:
    add_article()
    shelf = library.backups / library.uuid
    left = leave(shelf / place, *UNFINISHED, hours=2)
    backups.back_up_library(library.database, library.originals, shelf, library.now())
    assert not any(path.exists() for path in left)


def test_a_backup_before_a_migration_tidies_its_shelf(library: Library) -> None:
    left = leave(library.backups, *UNFINISHED, hours=2)
    backups.back_up_database(library.database, library.backups, library.now())
    assert not any(path.exists() for path in left)
