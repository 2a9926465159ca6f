"""What a library's file says of itself, also when a process was killed before a checkpoint."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kdcurator.domain.errors import LibraryTooNew
from kdcurator.store import header
from kdcurator.store.library import Library, Opening, open_library


def killed_after_commit(library: Library, statement: str) -> Path:
    """Return a copy of the files as they lie when a process dies right after a commit."""
    library.close()
    copy = library.folder.with_name("killed")
    with closing(sqlite3.connect(library.database, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0").close()
        connection.execute(statement).close()
        shutil.copytree(library.folder, copy)
    return copy / header.DATABASE


def test_a_number_that_lies_in_the_wal_alone_counts(library: Library) -> None:
    database = killed_after_commit(library, "PRAGMA user_version = 7")
    assert header.read(database) == header.Header(header.APPLICATION_ID, 7)


def test_a_newer_layout_is_refused_before_its_first_checkpoint(
    library: Library, opening: Opening
) -> None:
    database = killed_after_commit(library, f"PRAGMA user_version = {header.SCHEMA_VERSION + 1}")
    before = database.read_bytes()
    opening.folder.rename(opening.folder.with_name("before"))
    database.parent.rename(opening.folder)
    with pytest.raises(LibraryTooNew):
        open_library(opening)
    assert (opening.folder / header.DATABASE).read_bytes() == before


def test_a_damaged_wal_leaves_what_the_file_says(library: Library) -> None:
    library.close()
    library.database.with_name(f"{header.DATABASE}-wal").write_bytes(b"\xff" * 5000)
    assert header.read(library.database) == header.Header(
        header.APPLICATION_ID, header.SCHEMA_VERSION
    )
