"""A backup comes back whatever state the library is in, and what was there is kept."""

import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kdcurator.domain.errors import BackupDamaged, DiskFull, LibraryInUse
from kdcurator.store import backups, copies, header, restoring
from kdcurator.store.library import Library, Opening, open_library


@pytest.fixture
def backup(filled: Library, tmp_path: Path) -> Path:
    target = tmp_path / "good.zip"
    backups.back_up_library(filled.database, filled.originals, filled.backups, filled.now(), target)
    filled.close()
    return target


def overwrite_head(database: Path) -> None:
    database.write_bytes(b"\x00" * 200 + database.read_bytes()[200:])


def zero_a_page(database: Path) -> None:
    data = bytearray(database.read_bytes())
    data[4096 * 3 : 4096 * 5] = bytes(4096 * 2)
    database.write_bytes(data)


def drop_a_table(database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("DROP TABLE quote_tag")
    connection.close()


@pytest.mark.parametrize(
    "damage",
    [overwrite_head, zero_a_page, drop_a_table, Path.unlink, lambda path: path.write_bytes(b"")],
)
def test_backup_replaces_any_library(
    opening: Opening, backup: Path, damage: Callable[[Path], object]
) -> None:
    database = opening.folder / "library.sqlite3"
    damage(database)
    before = database.read_bytes() if database.exists() else None
    restored = restoring.restore(opening, backup)
    assert (restored.articles, restored.quotes) == (2, 3)
    library = open_library(opening)
    assert copies.check_database(library.database) == (2, 3)
    library.close()
    if before:
        aside = [path.read_bytes() for path in opening.folder.glob("damaged-*.sqlite3")]
        kept = list(opening.backups.rglob("*.zip"))
        assert before in aside or kept


def test_lost_and_altered_originals_come_back(opening: Opening, backup: Path) -> None:
    first, second = sorted((opening.folder / "originals").iterdir())
    words = first.read_bytes()
    first.write_bytes(bytes(len(words)))
    second.unlink()
    restoring.restore(opening, backup)
    assert first.read_bytes() == words
    assert second.exists()


def set_layout(database: Path, version: int) -> None:
    connection = sqlite3.connect(database)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def test_backup_of_an_older_library_gets_todays_layout(opening: Opening, filled: Library) -> None:
    filled.close()
    set_layout(filled.database, 0)
    older = backups.back_up_database(filled.database, opening.backups, opening.clock())
    set_layout(filled.database, header.SCHEMA_VERSION)
    restoring.restore(opening, older)
    found = header.read(filled.database)
    assert found is not None
    assert found.user_version == header.SCHEMA_VERSION
    assert copies.check_database(filled.database) == (2, 3)


def test_damaged_backup_changes_nothing(opening: Opening, backup: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:-500])
    database = opening.folder / "library.sqlite3"
    before = database.read_bytes()
    with pytest.raises(BackupDamaged):
        restoring.restore(opening, backup)
    assert database.read_bytes() == before


def test_library_in_use_is_not_replaced(opening: Opening, backup: Path) -> None:
    other = open_library(opening)
    other.hold()
    with pytest.raises(LibraryInUse):
        restoring.restore(opening, backup)
    other.close()


def test_a_restore_that_breaks_off_leaves_the_damaged_library_where_it_is(
    opening: Opening, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = opening.folder / "library.sqlite3"
    overwrite_head(database)
    before = database.read_bytes()
    monkeypatch.setattr(Path, "replace", no_space)
    with pytest.raises(DiskFull):
        restoring.restore(opening, backup)
    assert database.read_bytes() == before
    assert [path.read_bytes() for path in opening.folder.glob("damaged-*")] == [before]


def no_space(_path: Path, _target: Path) -> Path:
    raise OSError(errno.ENOSPC, "no space left")
