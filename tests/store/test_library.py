"""Opening, making and refusing libraries."""

import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from kdcurator.domain.changes import ChangeKind
from kdcurator.domain.errors import CannotWrite, EmptyName, LibraryInUse, LibraryTooNew, NotALibrary
from kdcurator.store import tags
from kdcurator.store.header import APPLICATION_ID, SCHEMA_VERSION
from kdcurator.store.library import Library, Opening, open_library


def tag_names(library: Library) -> list[str]:
    with library.read() as connection:
        return [tag.name for tag in tags.list_tags(connection)]


def test_new_library_has_its_first_tags_on_their_keys(library: Library) -> None:
    with library.read() as connection:
        found = tags.list_tags(connection)
    assert [(tag.name, tag.key) for tag in found] == [("ledelse", 1), ("økonomi", 2)]


def test_header_says_whose_file_it_is_and_how_old(library: Library) -> None:
    head = library.database.read_bytes()[:100]
    assert int.from_bytes(head[60:64], "big") == SCHEMA_VERSION
    assert int.from_bytes(head[68:72], "big") == APPLICATION_ID


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_nobody_else_may_read_a_library(library: Library) -> None:
    assert stat.S_IMODE(library.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(library.database.stat().st_mode) == 0o600


def test_writer_has_the_pragmas_that_keep_promises(library: Library) -> None:
    with library.write() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


def test_reader_cannot_write(library: Library) -> None:
    with library.read() as connection, pytest.raises(OperationalError, match="readonly"):
        connection.execute(text("DELETE FROM tag"))


def test_reading_works_while_a_change_is_being_written(library: Library) -> None:
    with library.change(ChangeKind.ADD_TAG) as work:
        tags.add_tag(work, "ny")
        assert tag_names(library) == ["ledelse", "økonomi"]
    assert tag_names(library) == ["ledelse", "økonomi", "ny"]


def test_change_that_raises_leaves_nothing(library: Library) -> None:
    with pytest.raises(EmptyName), library.change(ChangeKind.ADD_TAG) as work:
        tags.rename_tag(work, tags.add_tag(work, "ny"), "  ")
    assert tag_names(library) == ["ledelse", "økonomi"]


def test_second_process_is_told_who_writes(library: Library, opening: Opening) -> None:
    library.hold()
    other = open_library(opening)
    with pytest.raises(LibraryInUse) as refusal, other.change(ChangeKind.ADD_TAG):
        pytest.fail("two writers")
    assert refusal.value.details["program"] == "test"
    assert refusal.value.details["process"] == os.getpid()
    assert tag_names(other) == ["ledelse", "økonomi"]
    other.close()


def test_lock_of_a_dead_process_is_free(opening: Opening) -> None:
    open_library(opening).close()
    script = (
        "import os, sys; from pathlib import Path; from kdcurator.store.lock import LibraryLock;"
        "LibraryLock(Path(sys.argv[1]), program='dead', wait=0).acquire(); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", script, str(opening.folder)], check=False)
    library = open_library(opening)
    library.hold()
    assert library.lock.is_held
    library.close()


def test_newer_library_is_refused_untouched(library: Library, opening: Opening) -> None:
    library.close()
    connection = sqlite3.connect(library.database)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = hashlib.sha256(library.database.read_bytes()).hexdigest()
    with pytest.raises(LibraryTooNew):
        open_library(opening)
    assert hashlib.sha256(library.database.read_bytes()).hexdigest() == before
    assert not list(library.folder.glob("*-wal"))


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\x00" * 200])
def test_foreign_file_is_refused_untouched(opening: Opening, content: bytes) -> None:
    opening.folder.mkdir()
    database = opening.folder / "library.sqlite3"
    database.write_bytes(content)
    with pytest.raises(NotALibrary):
        open_library(opening)
    assert database.read_bytes() == content


def test_two_that_open_a_missing_library_get_the_same(opening: Opening) -> None:
    first, second = open_library(opening), open_library(opening)
    assert first.uuid == second.uuid
    first.close()
    second.close()


def test_half_made_library_of_a_killed_process_is_made_anew(opening: Opening) -> None:
    opening.folder.mkdir()
    (opening.folder / "library.sqlite3.new").write_bytes(b"half")
    library = open_library(opening)
    assert tag_names(library) == ["ledelse", "økonomi"]
    library.close()


def test_library_in_a_folder_with_odd_signs(opening: Opening, tmp_path: Path) -> None:
    odd = replace(opening, folder=tmp_path / "æ ø?å#50%&x=1")
    library = open_library(odd)
    assert library.database.exists()
    assert tag_names(library) == ["ledelse", "økonomi"]
    library.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_library_that_may_not_be_written_to_is_read(library: Library, opening: Opening) -> None:
    library.close()
    with tempfile.TemporaryDirectory() as place:  # pytest's own folders are closed to others
        copy = Path(place) / "library"
        shutil.copytree(opening.folder, copy)
        (copy / "library.sqlite3").chmod(0o444)
        copy.chmod(0o555)
        Path(place).chmod(0o755)
        try:
            with an_ordinary_user():
                reader = open_library(replace(opening, folder=copy))
                assert tag_names(reader) == ["ledelse", "økonomi"]
                with pytest.raises(CannotWrite), reader.change(ChangeKind.ADD_TAG):
                    pytest.fail("written to what may not be written to")
                reader.close()
        finally:
            copy.chmod(0o700)


@contextmanager
def an_ordinary_user() -> Iterator[None]:
    """Let go of root's right to write everywhere."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_library_is_made_in_one_file(library: Library) -> None:
    assert sorted(path.name for path in library.folder.iterdir() if path.name[0] != ".") == [
        "library.sqlite3",
        "originals",
    ]


def test_folder_that_was_open_to_others_is_closed(opening: Opening) -> None:
    opening.folder.mkdir(mode=0o755)
    open_library(opening).close()
    assert stat.S_IMODE(opening.folder.stat().st_mode) == 0o700


def test_pipe_in_the_place_of_a_library_hangs_nobody(opening: Opening) -> None:
    opening.folder.mkdir()
    os.mkfifo(opening.folder / "library.sqlite3")
    with pytest.raises(NotALibrary):
        open_library(opening)


def test_file_in_the_place_of_the_folder_is_said_so(opening: Opening) -> None:
    opening.folder.write_text("mine")
    with pytest.raises(CannotWrite, match="not a folder"):
        open_library(opening)
