"""The shelf: what its names say, what they share, and what is thinned."""

import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kdcurator.domain.backup import BackupKind
from kdcurator.store import archives, backups, copies, shelf
from kdcurator.store.library import Library

NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)


def put(library: Library, moment: datetime = NOW) -> Path:
    kind = BackupKind.AUTOMATIC
    folder = library.backups / library.uuid
    made = backups.back_up_library(library.database, library.originals, folder, moment, kind=kind)
    return made.path


def test_backups_are_listed_with_what_they_hold(filled: Library) -> None:
    path = put(filled)
    (found,) = shelf.list_backups(path.parent)
    assert (found.path, found.number, found.kind) == (path, 1, BackupKind.AUTOMATIC)
    assert (found.made_at, found.articles, found.quotes) == (NOW, 2, 3)
    assert found.mark == copies.mark_of(filled.database)


def test_automatic_backups_share_their_originals(filled: Library) -> None:
    first, second = put(filled), put(filled)
    assert zipfile.ZipFile(second).namelist() == ["manifest.json", "library.sqlite3"]
    assert len(list((first.parent / "originals").iterdir())) == 2
    with archives.unpacked(second, filled.folder) as (_, originals):
        found = {path.name: path.read_bytes() for path in originals.iterdir()}
    assert found == {path.name: path.read_bytes() for path in filled.originals.iterdir()}


def test_thinning_leaves_what_is_worth_keeping(filled: Library) -> None:
    made = [put(filled, NOW + timedelta(minutes=n)) for n in range(14)]
    removed = shelf.thin(made[0].parent)
    assert removed == made[:4][::-1]
    assert [backup.path for backup in shelf.list_backups(made[0].parent)] == made[4:][::-1]


def test_other_files_are_left_alone(filled: Library) -> None:
    folder = put(filled).parent
    mine = folder / "000009-mine.zip"
    mine.write_bytes(b"mine")
    assert len(shelf.list_backups(folder)) == 1
    shelf.thin(folder)
    assert mine.exists()


def test_a_shelf_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert shelf.list_backups(tmp_path / "nowhere") == []
    assert shelf.newest(tmp_path / "nowhere") is None


def test_a_damaged_archive_is_listed_without_its_figures(filled: Library) -> None:
    path = put(filled)
    path.write_bytes(path.read_bytes()[:300])
    (found,) = shelf.list_backups(path.parent)
    assert (found.articles, found.quotes, found.mark) == (None, None, None)


@pytest.mark.parametrize("moment", ["20269999T999999", "00010101T000000", "99991231T235959"])
def test_a_file_that_no_clock_has_named_is_passed_over(filled: Library, moment: str) -> None:
    path = put(filled)
    path.with_name(f"000009-{moment}Z-automatic.zip").write_bytes(path.read_bytes())
    assert [backup.path for backup in shelf.list_backups(path.parent)] == [path]
