"""Older libraries brought up to date: every row stays, or everything stays as it was."""

import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, text

from kdcurator.domain.errors import MigrationFailed
from kdcurator.store import copies, header, proof, shelf, tables
from kdcurator.store.engine import migration_engine, reader_engine
from kdcurator.store.library import Library
from kdcurator.store.migrate import SCRIPTS, configuration, migrate

NOW = datetime(2026, 11, 22, tzinfo=UTC)

_STEP = '''
"""A later layout."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Rebuild the parent of almost everything."""
    with op.batch_alter_table("article", recreate="always") as article:
        article.add_column(sa.Column("mood", sa.Text()))
    {more}
'''


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    copy = tmp_path / "scripts"
    shutil.copytree(SCRIPTS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


def write_step(scripts: Path, more: str = "pass") -> None:
    (scripts / "versions" / "0002_later.py").write_text(_STEP.format(more=more))


def rows_of(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table, without columns that are new."""
    engine = reader_engine(database)
    with engine.begin() as connection:
        found = {
            table.name: [tuple(row) for row in connection.execute(select(table))]
            for table in tables.metadata.sorted_tables
        }
    engine.dispose()
    return found


def test_rebuilding_a_parent_table_keeps_every_child(filled: Library, scripts: Path) -> None:
    filled.close()
    before = rows_of(filled.database)
    assert len(before["segment"]) == 3
    write_step(scripts)
    migrate(filled.database, filled.backups, NOW, scripts=scripts, version=2)
    assert rows_of(filled.database) == before
    found = header.read(filled.database)
    assert found is not None
    assert found.user_version == 2
    engine = reader_engine(filled.database)
    with engine.begin() as connection:
        assert connection.execute(text("SELECT mood FROM article")).all() == [(None,), (None,)]
        assert list(proof.find_problems(connection, filled.originals)) == []
    engine.dispose()


@pytest.mark.parametrize(
    "mishap",
    [
        'op.execute("DELETE FROM segment")',
        'op.execute("DELETE FROM article WHERE id = 1")',
        'op.execute("this is no SQL")',
    ],
)
def test_failed_step_leaves_the_library_as_it_was(
    filled: Library, scripts: Path, mishap: str
) -> None:
    filled.close()
    before = rows_of(filled.database)
    write_step(scripts, mishap)
    with pytest.raises(MigrationFailed) as failure:
        migrate(filled.database, filled.backups, NOW, scripts=scripts, version=2)
    assert rows_of(filled.database) == before
    found = header.read(filled.database)
    assert found is not None
    assert found.user_version == 1
    assert copies.check_database(Path(str(failure.value.details["backup"]))) == (2, 3)


def test_backup_lies_there_before_the_first_step(filled: Library, scripts: Path) -> None:
    filled.close()
    write_step(scripts)
    uuid = filled.uuid
    backup = migrate(filled.database, filled.backups, NOW, scripts=scripts, version=2)
    assert copies.check_database(backup) == (2, 3)
    assert [kept.path for kept in shelf.list_backups(filled.backups / uuid)] == [backup]
    found = header.read(backup)
    assert found is not None
    assert found.user_version == 1


def test_steps_from_nothing_make_the_layout_of_a_new_library(tmp_path: Path) -> None:
    database = tmp_path / "library.sqlite3"
    sqlite3.connect(database).close()
    engine = migration_engine(database)
    with engine.begin() as connection:
        command.upgrade(configuration(connection, SCRIPTS), "head")
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.metadata) == []
    engine.dispose()
