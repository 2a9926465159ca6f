"""The named points at which the program is killed: a table.

Owns which functions, of the program and of what it stands on, are points of which work. A point is
before or after the n-th call of one. The program has no hooks for this: `stops.py` wraps what the
names name in a child. Must not know what must hold there.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Work(StrEnum):
    """What is under way when the program is killed; `chores.py` does it."""

    MIGRATE = "migration"
    BACK_UP = "automatic backup"
    BACK_UP_BY_HAND = "backup by hand"
    BACK_UP_OVER = "backup over an older one"
    RESTORE = "restore"
    RESTORE_OVER_DAMAGED = "restore over a damaged library"
    RESTORE_INTO_NOTHING = "restore into an empty folder"
    RESCUE = "repair of a damaged library"
    EXPORT = "export over an older document"
    EXPORT_TABLE = "export of a table"
    REBUILD = "index rebuild"
    INDEX = "index update"
    TIDY = "joining of an index's small parts"
    IMPORT = "import"
    CREATE = "making of a library"


@dataclass(frozen=True, slots=True)
class Point:
    """A moment of some work."""

    work: Work
    function: str
    """Its dotted name, where it is looked up when it is called."""
    call: int
    """Counted from 1."""
    is_after: bool

    def __str__(self) -> str:
        when = "after" if self.is_after else "before"
        return f"{self.work}, {when} call {self.call} of {self.function}"


_SEED = 3
_STORE = "kdcurator.store"
_COPY, _PROOF = f"{_STORE}.copies.copy_database", f"{_STORE}.copies.check_database"
_COMMIT = "sqlalchemy.engine.default.DefaultDialect.do_commit"
_ARCHIVE = (
    _COPY,
    _PROOF,
    f"{_STORE}.archives.manifest",
    "zipfile.ZipFile.writestr",
    "zipfile.ZipFile.write",
    f"{_STORE}.archives.prove",
    "os.fsync",
    "os.replace",
)
_RESTORE = (_PROOF, f"{_STORE}.restoring.adopt_originals", "os.replace")

_FUNCTIONS: dict[Work, tuple[str | tuple[str, int], ...]] = {
    Work.MIGRATE: (
        f"{_STORE}.backups.back_up_database",
        _COPY,
        _PROOF,
        "os.replace",
        f"{_STORE}.migrate._row_counts",
        "alembic.command.upgrade",
        "sqlalchemy.engine.default.DefaultDialect.do_execute",
        ("sqlalchemy.engine.default.DefaultDialect.do_execute", 30),
        f"{_STORE}.migrate._compare",
        f"{_STORE}.header.stamp",
        _COMMIT,
    ),
    Work.BACK_UP: (*_ARCHIVE, ("os.replace", 4), f"{_STORE}.shelf.thin"),
    Work.BACK_UP_BY_HAND: (*_ARCHIVE, ("zipfile.ZipFile.write", 3)),
    Work.BACK_UP_OVER: ("zipfile.ZipFile.write", "os.fsync", "os.replace"),
    Work.RESTORE: (
        *_RESTORE,
        (_PROOF, 2),
        f"{_STORE}.backups.back_up_library",
        f"{_STORE}.copies.overwrite",
    ),
    Work.RESTORE_OVER_DAMAGED: (
        *_RESTORE[:2],
        f"{_STORE}.copies.keep_aside",
        f"{_STORE}.copies.put_in_place",
        "os.fsync",
        ("os.fsync", 2),
        "os.replace",
    ),
    Work.RESTORE_INTO_NOTHING: (
        *_RESTORE,
        ("os.replace", 2),
        f"{_STORE}.copies.keep_aside",
        f"{_STORE}.copies.put_in_place",
    ),
    Work.RESCUE: (
        (_PROOF, 2),
        f"{_STORE}.restoring.replace_damaged",
        f"{_STORE}.copies.keep_aside",
        f"{_STORE}.copies.put_in_place",
        "os.fsync",
        "os.replace",
        f"{_STORE}.salvage.take_over",
        _COMMIT,
    ),
    Work.EXPORT: (
        "kdcurator.exporting.registry.replace_file",
        ("zipfile.ZipFile.writestr", 3),
        "os.fsync",
        "os.replace",
    ),
    Work.EXPORT_TABLE: (
        "kdcurator.exporting.registry.write_csv",
        "os.fsync",
        "os.replace",
        ("os.fsync", 2),
    ),
    Work.REBUILD: (
        "kdcurator.search.index.write_new",
        "kdcurator.search.disk._write_rows",
        "kdcurator.search.disk._write_segment",
        ("kdcurator.search.disk._write_segment", 3),
        "kdcurator.search.layout.Writer._flush_segment",
        "kdcurator.search.disk.sync_files",
        "kdcurator.search.disk.write_stamp",
        "os.replace",
        "kdcurator.search.disk.sweep",
    ),
    Work.INDEX: (
        "kdcurator.search.index.write_changes",
        "kdcurator.search.disk._write_changes",
        ("kdcurator.search.disk._write_changes", 2),
        ("kdcurator.search.layout.Writer._flush_segment", 2),
        "kdcurator.search.disk.sync_files",
        "kdcurator.search.disk.write_stamp",
        "kdcurator.search.disk.sweep",
        f"{_STORE}.outbox.trim",
        _COMMIT,
    ),
    Work.TIDY: (
        "kdcurator.search.index.write_together",
        "kdcurator.search.disk._join_small",
        "kdcurator.search.layout.Writer._flush_segment",
        "kdcurator.search.disk.sync_files",
        "kdcurator.search.disk.write_stamp",
        "os.replace",
        "kdcurator.search.disk.sweep",
        ("kdcurator.search.disk.sweep", 2),
    ),
    Work.IMPORT: (
        "kdcurator.services.articles.put_original",
        "kdcurator.services.articles.sync_originals",
        "os.replace",
        "kdcurator.services.articles._keep",
        ("kdcurator.services.articles._keep", 2),
        f"{_STORE}.outbox.write",
        _COMMIT,
        f"{_STORE}.outbox.trim",
    ),
    Work.CREATE: (
        f"{_STORE}.library._fill",
        f"{_STORE}.header.stamp",
        f"{_STORE}.outbox.write",
        _COMMIT,
        "os.replace",
    ),
}


def points() -> Iterator[Point]:
    """Yield every point, the works in turn and in no other order, so that some are of all kinds."""
    lists = [
        [
            Point(work, *_named(function), is_after)
            for function in found
            for is_after in (False, True)
        ]
        for work, found in _FUNCTIONS.items()
    ]
    for some in lists:
        random.Random(_SEED).shuffle(some)
    for number in range(max(map(len, lists))):
        yield from (some[number] for some in lists if number < len(some))


def _named(function: str | tuple[str, int]) -> tuple[str, int]:
    return (function, 1) if isinstance(function, str) else function
