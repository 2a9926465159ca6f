"""A library's folder: opened, made when missing, brought up to date, written to and read.

Owns the way into the database: `read()` gives a connection that cannot write, `change()` one unit
of work under the lock. Must not know what is read or written.
"""

import logging
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, RowMapping
from sqlalchemy.exc import SQLAlchemyError

from kdcurator import durable
from kdcurator.domain.changes import Change, ChangeKind
from kdcurator.domain.disk import error_of_disk
from kdcurator.domain.errors import (
    QT_TRANSLATE_NOOP,
    CannotWrite,
    DiskFull,
    LibraryDamaged,
    LibraryGone,
)
from kdcurator.domain.person import name_key
from kdcurator.domain.ports import Clock
from kdcurator.domain.tag import NewTag
from kdcurator.store import header, newest, outbox, places, tables, unit_of_work
from kdcurator.store.engine import (
    filling_engine,
    reader_engine,
    sentences_for,
    writer_engine,
)
from kdcurator.store.leftovers import remove_leftovers
from kdcurator.store.lock import LibraryLock
from kdcurator.store.lookup import find
from kdcurator.store.times import as_text
from kdcurator.store.unit_of_work import UnitOfWork

logger = logging.getLogger(__name__)

ORIGINALS = "originals"

_TAKEN = QT_TRANSLATE_NOOP("errors", "something that is not a folder has this name")
_FILE_GONE = QT_TRANSLATE_NOOP("errors", "the file is gone, the originals of its articles are not")


@dataclass(frozen=True, slots=True)
class Opening:
    """How a process opens a library."""

    folder: Path
    backups: Path
    clock: Clock
    program: str = "kdcurator"
    wait: float = 10.0
    first_tags: Callable[[], Sequence[NewTag]] = tuple
    """Asked for the tags of a library that has to be made."""
    is_there: bool = False
    """Another process of the program has it open, so that none is made in its place."""


class Library:
    """An open library. Reading always works; the first change takes the lock and keeps it."""

    def __init__(self, opening: Opening) -> None:
        """Prepare the way in; `open_library` is how to get one."""
        self.folder = opening.folder
        self.database = opening.folder / header.DATABASE
        self.originals = opening.folder / ORIGINALS
        self.backups = opening.backups
        self.lock = LibraryLock(opening.folder, program=opening.program, wait=opening.wait)
        self.now = opening.clock
        self._program = opening.program
        self._reader = reader_engine(self.database)
        self._writer: Engine | None = None
        self._uuid = ""
        self._place: tuple[int, int] | None = None
        """By which the system tells the database's file from all others."""

    @property
    def uuid(self) -> str:
        """The name under which backups and index of this library lie."""
        if not self._uuid:
            with self.read() as connection:
                self._uuid = read_setting(connection, "uuid") or ""
        return self._uuid

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one moment of the library and cannot write."""
        self._is_in_its_place()  # if not, what is open can still be read
        with self._blaming(), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def change(self, kind: ChangeKind, batch: str | None = None) -> Iterator[UnitOfWork]:
        """Give one unit of work; it is on disk when the block ends, and undone if it raises.

        Changes that bear the same `batch` are one user action and are undone together.
        """
        with self.write() as connection:
            work = self._work(connection, kind, batch)
            yield work
            work.complete()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give the writing connection, for what is no user's change and is not undone."""
        self.hold()
        try:
            with self._blaming(), self._writing_engine().begin() as connection:
                yield connection
                reached = newest.count(connection)
        except (CannotWrite, DiskFull, LibraryGone):
            self._disconnect()  # SQLite goes on refusing on a file that it opened while it had to
            raise
        newest.note(self.folder, reached)

    @contextmanager
    def _blaming(self) -> Iterator[None]:
        """Say that the library is damaged when rows cannot be read because they are.

        A damaged row may be anything at all, so what it makes of the values of the domain is told
        from a fault of ours by looking the library through.
        """
        try:
            with sentences_for(self.database):
                yield
        except (ValueError, TypeError, LookupError, AttributeError, SQLAlchemyError) as error:
            with sentences_for(self.database):
                problem = self._first_problem()
            if problem is None:
                raise
            raise LibraryDamaged(path=self.database, reason=problem) from error

    def _first_problem(self) -> str | None:
        from kdcurator.store.proof import find_problems

        try:
            with self._reader.begin() as connection:
                return next((p.detail for p in find_problems(connection)), None)
        except UnicodeDecodeError as error:  # what SQLite says of a damaged layout quotes it
            return str(error.reason)

    def undo(self) -> Change | None:
        """Take back the newest change; None when there is none."""
        with self.write() as connection:
            return self._step(connection, unit_of_work.next_to_undo(connection), is_undone=True)

    def redo(self) -> Change | None:
        """Do again the change taken back last; None when there is none."""
        with self.write() as connection:
            return self._step(connection, unit_of_work.next_to_redo(connection), is_undone=False)

    def step(
        self, *, is_undone: bool, batch: str | None = None
    ) -> tuple[Change | None, str | None]:
        """Take back (or do again) one entry of the history; return the batch if more is left of it.

        With `batch` only an entry of that batch is meant: when something else is next by now,
        nothing is done.
        """
        with self.write() as connection:
            find = unit_of_work.next_to_undo if is_undone else unit_of_work.next_to_redo
            entries = find(connection, 2)
            if not entries or (batch is not None and entries[0]["batch"] != batch):
                return None, None
            change = self._step(connection, entries[:1], is_undone=is_undone)
            return change, entries[0]["batch"] if len(entries) > 1 else None

    def _step(
        self, connection: Connection, entries: Sequence[RowMapping], *, is_undone: bool
    ) -> Change | None:
        """Take back (or do again) these entries of the history, in one transaction."""
        change: Change | None = None
        for entry in entries:
            work = self._work(connection, ChangeKind(entry["kind"]))
            work.take_back(entry, is_undone=is_undone)
            change = work.change if change is None else change.followed_by(work.change)
        return change

    def _work(
        self, connection: Connection, kind: ChangeKind, batch: str | None = None
    ) -> UnitOfWork:
        now = as_text(self.now())
        return UnitOfWork(
            connection,
            kind,
            now=now,
            program=self._program,
            originals=self.originals,
            batch=batch,
        )

    def hold(self) -> None:
        """Take the lock.

        Raises:
            LibraryInUse: another process keeps it.
            LibraryGone: the library's folder is no longer where it was.
        """
        if not self._is_in_its_place():
            raise LibraryGone(path=self.folder)
        if not self.lock.is_held:
            self.lock.acquire()
            remove_leftovers(self.folder)

    def _is_in_its_place(self) -> bool:
        """Tell whether the database is there; connect anew when it is another file by now.

        An open connection goes on in a folder that was renamed, and on a drive that was taken out
        and put back it reads what is no longer there.
        """
        try:
            found = self.database.stat()
        except OSError:
            return False
        place = (found.st_dev, found.st_ino)
        if self._place not in {None, place}:
            self._disconnect()
            self.lock.release()
        self._place = place
        return True

    def close(self) -> None:
        """End all connections and let others write."""
        self._disconnect()
        self.lock.release()

    @contextmanager
    def disconnected(self) -> Iterator[None]:
        """Keep the lock while all connections are closed, so that the file can be replaced."""
        self.hold()
        self._disconnect()
        yield
        self._uuid, self._place = "", None

    def _disconnect(self) -> None:
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()
            self._writer = None

    def _writing_engine(self) -> Engine:
        if self._writer is None:
            # An idle reader would keep the file in WAL; one of a file that could not be written to
            # takes it for one that never changes.
            self._reader.dispose()
            is_remote = places.is_on_the_network(self.folder)
            self._writer = writer_engine(self.database, is_remote=is_remote)
        return self._writer


def open_library(opening: Opening) -> Library:
    """Open the library in a folder, made when there is none, brought up to date when it is old.

    Raises:
        NotALibrary: the file is something else.
        LibraryTooNew: a newer program made it; it is left untouched.
        LibraryInUse: it must be made or brought up to date, and another process writes to it.
        LibraryGone: it was there a moment ago.
    """
    with sentences_for(opening.folder / header.DATABASE):
        found = header.read(opening.folder / header.DATABASE)
        if found is None and opening.is_there:
            raise LibraryGone(path=opening.folder)
        if found is None:
            _create(opening)
        else:
            header.check(opening.folder / header.DATABASE, found)
            if found.user_version < header.SCHEMA_VERSION:
                _bring_up_to_date(opening)
            newest.prove(opening.folder / header.DATABASE)
    return Library(opening)


def _bring_up_to_date(opening: Opening) -> None:
    from kdcurator.store.migrate import migrate  # Alembic takes 350 ms to import

    database = opening.folder / header.DATABASE
    with LibraryLock(opening.folder, program=opening.program, wait=opening.wait):
        found = header.read(database)
        if found is not None and found.user_version < header.SCHEMA_VERSION:  # nobody was faster
            migrate(database, opening.backups, opening.clock())


def _create(opening: Opening) -> None:
    """Make the library beside its place and move it there whole."""
    prepare_folder(opening.folder)
    with LibraryLock(opening.folder, program=opening.program, wait=opening.wait):
        database = opening.folder / header.DATABASE
        if database.exists():
            return  # another process was faster
        if any((opening.folder / ORIGINALS).iterdir()):
            raise LibraryDamaged(path=database, reason=_FILE_GONE)
        unfinished = opening.folder / f"{header.DATABASE}.new"
        for ending in ("", "-journal", "-wal", "-shm"):
            unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)
        _fill(unfinished, opening)
        unfinished.replace(database)
        durable.sync_folder(opening.folder)


def prepare_folder(folder: Path) -> None:
    """Make a library's folder and the one for its originals, for nobody but the user.

    Raises:
        CannotWrite: it cannot be made, or something else has its name.
    """
    try:
        durable.make_folder(folder / ORIGINALS)
        folder.chmod(0o700)
    except (FileExistsError, NotADirectoryError) as error:
        raise CannotWrite(path=error.filename, reason=_TAKEN) from error
    except OSError as error:
        raise error_of_disk(error, folder) from error


def _fill(database: Path, opening: Opening) -> None:
    engine = filling_engine(database)
    with engine.begin() as connection:
        tables.metadata.create_all(connection)
        header.stamp(connection)
        _stamp_revision(connection)
        settings = {"uuid": uuid.uuid4().hex, "created_at": as_text(opening.clock())}
        for key, value in settings.items():
            write_setting(connection, key, value)
        outbox.write(connection, {"article": {0: {"id": 0}}})  # a first row for an index to name
        rows = _tag_rows(opening.first_tags())
        if rows:
            connection.execute(tables.tag.insert(), rows)
    engine.dispose()
    database.chmod(0o600)


def _stamp_revision(connection: Connection) -> None:
    """Tell Alembic which layout this is, without the 350 ms that importing it takes."""
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)")
    revision = f"{header.SCHEMA_VERSION:04d}"
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision,))


def _tag_rows(tags: Sequence[NewTag]) -> list[dict[str, object]]:
    return [
        {
            "uuid": uuid.uuid4().hex,
            "name": tag.name,
            "name_key": name_key(tag.name),
            "colour": tag.colour,
            "key": tag.key,
            "description": tag.description,
            "position": position,
        }
        for position, tag in enumerate(tags)
    ]


def read_setting(connection: Connection, key: str) -> str | None:
    """Return one of the library's own settings."""
    table = tables.setting
    return find(connection, table, "value", key=key).scalar()


def write_setting(connection: Connection, key: str, value: str | None) -> None:
    """Keep one of the library's own settings; settings are not undone."""
    table = tables.setting
    updated = connection.execute(table.update().where(table.c.key == key).values(value=value))
    if not updated.rowcount:
        row = {"uuid": uuid.uuid4().hex, "key": key, "value": value}
        connection.execute(table.insert().values(row))
