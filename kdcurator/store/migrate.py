"""Bringing an older library up to date, or leaving it exactly as it was.

Owns the order that cannot be changed: checked backup, foreign keys off *before* the transaction
(inside it SQLite ignores the switch, and rebuilding a parent table then loses its children), all
steps, references and row counts compared, commit. Must not know what a step does.
"""

from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from kdcurator.domain.errors import MigrationFailed
from kdcurator.store import backups, copies, header, newest
from kdcurator.store.engine import migration_engine
from kdcurator.store.header import SCHEMA_VERSION

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(
    database: Path,
    backup_folder: Path,
    now: datetime,
    *,
    scripts: Path = SCRIPTS,
    version: int = SCHEMA_VERSION,
) -> Path:
    """Run every step that the library lacks, in one transaction; return the backup made before.

    The backup lies on the library's own shelf below `backup_folder`, where it is listed.

    Raises:
        MigrationFailed: a step failed or rows went missing; the library is as it was.
    """
    backup = backups.back_up_database(database, backup_folder / copies.uuid_of(database), now)
    newest.forget(database.parent)  # a table made anew counts its rows anew
    run_steps(database, backup, scripts=scripts, version=version)
    return backup


def run_steps(
    database: Path, backup: Path, *, scripts: Path = SCRIPTS, version: int = SCHEMA_VERSION
) -> None:
    """Run every step that a database lacks, which is as it is in `backup`.

    Raises:
        MigrationFailed: a step failed or rows went missing; the database is as it was.
    """
    engine = migration_engine(database)
    try:
        with engine.begin() as connection:
            before = _row_counts(connection)
            command.upgrade(configuration(connection, scripts), f"{version:04d}")
            _compare(before, connection)
            header.stamp(connection, version)
    except (SQLAlchemyError, CommandError, _Loss) as error:
        raise MigrationFailed(reason=error, backup=backup) from error
    finally:
        engine.dispose()


class _Loss(Exception):
    """A step lost rows or left references without their rows."""


def configuration(connection: Connection, scripts: Path) -> Config:
    """Return what Alembic needs to run our steps on a connection of ours."""
    configuration = Config()
    configuration.set_main_option("script_location", str(scripts).replace("%", "%%"))
    configuration.attributes["connection"] = connection
    return configuration


def _row_counts(connection: Connection) -> dict[str, int]:
    names = set(inspect(connection).get_table_names()) - {"alembic_version"}
    quoted = {name: connection.dialect.identifier_preparer.quote(name) for name in names}
    return {
        name: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608
        for name, table in quoted.items()  # table names come from the schema, not from a user
    }


def _compare(before: dict[str, int], connection: Connection) -> None:
    after = _row_counts(connection)
    lost = [name for name in before.keys() & after.keys() if before[name] != after[name]]
    if lost:
        raise _Loss(f"rows would be lost in {', '.join(sorted(lost))}")
    broken = connection.execute(text("PRAGMA foreign_key_check")).first()
    if broken is not None:
        raise _Loss(f"a row of {broken[0]} would lose the row of {broken[2]} it belongs to")
