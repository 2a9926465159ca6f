"""Commits that vanished with a WAL are missed; nothing else is."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.errors import LibraryDamaged
from kdcurator.store import newest, tags
from kdcurator.store.library import Library, Opening, open_library


def add_tag(library: Library, name: str) -> None:
    with library.change(ChangeKind.ADD_TAG) as work:
        tags.ensure_tag(work, name)


@pytest.fixture
def older(opening: Opening, tmp_path: Path) -> Path:
    """Return a copy of a database to which something was added afterwards."""
    library = open_library(opening)
    add_tag(library, "en")
    library.close()
    copy = Path(shutil.copy(library.database, tmp_path))
    library = open_library(opening)
    add_tag(library, "to")
    library.close()
    return copy


def test_an_older_file_in_the_librarys_place_is_told(opening: Opening, older: Path) -> None:
    open_library(opening).close()
    older.replace(opening.folder / "library.sqlite3")
    with pytest.raises(LibraryDamaged):
        open_library(opening)


@pytest.mark.parametrize("words", [b"", b"9999 00000000\n", b"\xff", b"1e9 12345678\n"])
def test_a_damaged_note_proves_nothing(opening: Opening, older: Path, words: bytes) -> None:
    (opening.folder / ".newest").write_bytes(words)
    assert newest.noted(opening.folder) == 0
    open_library(opening).close()


def test_what_is_rolled_back_is_not_noted(opening: Opening, older: Path) -> None:
    before = newest.noted(opening.folder)
    library = open_library(opening)
    with suppress(ZeroDivisionError), library.change(ChangeKind.ADD_TAG) as work:
        tags.ensure_tag(work, "tre")
        raise ZeroDivisionError
    library.close()
    assert newest.noted(opening.folder) == before


def test_a_lost_file_is_told_where_originals_are(opening: Opening, older: Path) -> None:
    (opening.folder / "originals" / "a").write_bytes(b"a")
    (opening.folder / "library.sqlite3").unlink()
    with pytest.raises(LibraryDamaged):
        open_library(opening)


def test_a_damaged_layout_is_told_whatever_bytes_it_is_made_of(
    opening: Opening, older: Path
) -> None:
    database = opening.folder / "library.sqlite3"
    data = database.read_bytes()
    assert b"CREATE TABLE story " in data
    database.write_bytes(data.replace(b"CREATE TABLE story ", b"CREATE T\xffBLE st\xf8ry "))
    with pytest.raises(LibraryDamaged):
        open_library(opening)
