"""Backups are whole or do not count; restoring never costs what was there."""

import errno
import os
import random
import shutil
import sqlite3
import zipfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import pytest

from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.errors import BackupDamaged, CannotWrite, DiskFull
from kdcurator.store import archives, backups, copies, restoring, tags
from kdcurator.store.library import Library

NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)


def back_up(library: Library, target: Path | None = None) -> backups.Backup:
    folder = library.backups / library.uuid
    return backups.back_up_library(library.database, library.originals, folder, NOW, target)


def test_backup_holds_the_library_and_its_originals(filled: Library) -> None:
    made = back_up(filled)
    assert (made.articles, made.quotes) == (2, 3)
    names = zipfile.ZipFile(made.path).namelist()
    assert "library.sqlite3" in names
    assert len([name for name in names if name.startswith("originals/")]) == 2


def test_backup_of_an_open_library_has_what_was_just_committed(filled: Library) -> None:
    with filled.change(ChangeKind.ADD_TAG) as work:
        tags.add_tag(work, "lige nu")
    with archives.unpacked(back_up(filled).path, filled.folder) as (database, _):
        found = sqlite3.connect(database)
        assert found.execute("SELECT count(*) FROM tag WHERE name = 'lige nu'").fetchone() == (1,)
        found.close()


def test_backups_are_numbered_whatever_the_clock_says(filled: Library) -> None:
    first, second = back_up(filled), back_up(filled)
    assert first.path.name.startswith("000001-")
    assert second.path.name.startswith("000002-")


def test_nothing_else_is_left_beside_a_backup(filled: Library, tmp_path: Path) -> None:
    target = tmp_path / "sub" / "mine.zip"
    back_up(filled, target)
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("cut", [0, 10, 3000])
def test_cut_backup_is_refused(filled: Library, cut: int) -> None:
    made = back_up(filled)
    made.path.write_bytes(made.path.read_bytes()[:cut])
    with pytest.raises(BackupDamaged), archives.unpacked(made.path, filled.folder):
        pytest.fail("a cut backup was taken for whole")
    assert not list(filled.folder.glob(".kdcurator-*"))


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_backup_is_refused_or_right(filled: Library, seed: int) -> None:
    made, chance = back_up(filled), random.Random(seed)
    whole = made.path.read_bytes()
    for _ in range(25):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 3, 600))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        made.path.write_bytes(data)
        with suppress(BackupDamaged), archives.unpacked(made.path, filled.folder) as (copy, _):
            assert copies.check_database(copy) == (made.articles, made.quotes)
        assert isinstance(archives.manifest_of(made.path), dict)


def test_a_full_disk_is_not_told_as_a_damaged_backup(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(source: BinaryIO, copy: BinaryIO) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    made = back_up(filled)
    monkeypatch.setattr(shutil, "copyfileobj", no_room)
    with pytest.raises(DiskFull), archives.unpacked(made.path, filled.folder):
        pytest.fail("there was room after all")


def test_altered_text_in_a_backup_is_found(filled: Library, tmp_path: Path) -> None:
    bare = backups.back_up_database(filled.database, tmp_path, NOW)
    connection = sqlite3.connect(bare)
    connection.execute("UPDATE article_version SET text = text || '.' WHERE id = 1")
    connection.commit()
    connection.close()
    with pytest.raises(BackupDamaged), archives.unpacked(bare, filled.folder):
        pytest.fail("an altered backup was taken for whole")


def test_archive_without_a_library_is_refused(filled: Library, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("../library.sqlite3", b"evil")
    with (
        pytest.raises(BackupDamaged),
        archives.unpacked(tmp_path / "other.zip", filled.folder),
    ):
        pytest.fail("an archive without a library was taken for one")


def test_damaged_library_is_moved_aside_before_a_backup_takes_its_place(filled: Library) -> None:
    made = back_up(filled)
    filled.close()
    filled.database.write_bytes(b"damaged" * 1000)
    restoring.restore_held(filled.folder, filled.backups, lambda: NOW, made.path)
    assert copies.check_database(filled.database) == (2, 3)
    (aside,) = filled.folder.glob("damaged-*")
    assert aside.read_bytes().startswith(b"damaged")


def test_backup_never_overwrites_the_library_or_another_file(
    filled: Library, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.docx"
    mine.write_bytes(b"my article")
    for target in (filled.database, filled.folder / "copy.zip", mine, tmp_path):
        with pytest.raises(CannotWrite):
            back_up(filled, target)
    assert mine.read_bytes() == b"my article"
    assert copies.check_database(filled.database) == (2, 3)


def test_backup_replaces_an_older_one(filled: Library, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "copy.zip")
    assert back_up(filled, tmp_path / "copy.zip").quotes == 3


@pytest.mark.parametrize("year", [1970, 2300])
def test_files_that_came_in_under_a_wrong_clock_are_backed_up(filled: Library, year: int) -> None:
    moment = datetime(year, 1, 2, tzinfo=UTC).timestamp()
    for original in filled.originals.iterdir():
        os.utime(original, (moment, moment))
    with archives.unpacked(back_up(filled).path, filled.folder) as (_, originals):
        assert len(list(originals.iterdir())) == 2
