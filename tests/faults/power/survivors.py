"""What a disk holds: the library's state, and the files that were handed over or put aside.

Owns what belongs to a state, and what must hold when the program starts on what a disk has kept.
Must not know how the disk came to hold it.
"""

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import CuratorError
from kdcurator.domain.quote import QuoteFilter, QuoteRequest
from kdcurator.domain.searching import HitKind
from kdcurator.store import archives
from tests.faults.program import Program
from tests.faults.state import sums

_NEVER_A_STATE = frozenset({"outbox"})
"""What an index has taken in is forgotten whenever that suits."""


@dataclass(frozen=True, slots=True)
class State:
    """A library and what lies beside it."""

    tables: dict[str, str]
    """The sum of each table; nothing where there is no library."""
    files: dict[str, str]
    """The sum of each backup and each document, by its path."""


def state_of(disk: Path) -> State:
    """Look at what lies in a folder and leave it so; raises `sqlite3.Error`."""
    database = Program(disk).database
    tables = _tables(database) if database.exists() else {}
    kept = [*disk.glob("quotes.*"), *disk.glob("backup.zip"), *disk.glob("backups/*/*.zip")]
    return State(
        {name: found for name, found in tables.items() if name not in _NEVER_A_STATE},
        {str(path.relative_to(disk)): _sum(path) for path in kept},
    )


def _tables(database: Path) -> dict[str, str]:
    """Let SQLite bring a copy in order first: what lies there may be half written."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, database.name)
        for ending in ("", "-wal", "-journal"):
            if (part := database.with_name(database.name + ending)).exists():
                shutil.copyfile(part, copy.with_name(copy.name + ending))
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("PRAGMA schema_version").fetchone()
        return sums(copy, everything=True)


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def what_is_lost(disk: Path, moments: Sequence[State]) -> Iterator[str]:
    """Tell what of a disk is as it was at none of these moments."""
    try:
        found = state_of(disk)
    except sqlite3.Error as error:
        yield f"the library cannot be read: {error}"
        return
    if found.tables not in [moment.tables for moment in moments]:
        yield "the library is as it never was" if found.tables else "the library is gone"
    for name in sorted({*found.files}.union(*(moment.files for moment in moments))):
        held = found.files.get(name)
        if held not in [moment.files.get(name) for moment in moments]:
            yield f"{name} is {'not whole' if held else 'gone'}"


def what_is_wrong(disk: Path) -> Iterator[str]:
    """Start the program on a disk, look at everything, and go on working."""
    program = Program(disk)
    try:
        with bootstrap.build(program.settings) as curator:
            yield from _wrong(curator)
            if (quote := _save_one(curator)) is not None:
                yield from (f"after quote {quote}: {wrong}" for wrong in _out_of_step(curator))
        yield from _damage(program.database)
    except (CuratorError, SQLAlchemyError, sqlite3.Error, OSError) as error:
        yield f"the program stops with {error!r}"


def _wrong(curator: Curator) -> Iterator[str]:
    """Tell what the program itself finds."""
    yield from (f"quote {row_id} is not in its place" for row_id in curator.quotes.find_misplaced())
    yield from (f"check finds {problem.detail}" for problem in curator.upkeep.check().problems)
    yield from _out_of_step(curator)
    for backup in curator.backups.list_backups():
        yield from _wrong_backup(backup.path, curator.library.folder)


def _out_of_step(curator: Curator) -> Iterator[str]:
    """Tell what search does not know of what there is."""
    wanted = curator.quotes.list_quotes(QuoteFilter(tag="alle"))
    for moment in ("before", "after"):
        found = curator.searching.search("tag:alle", [HitKind.QUOTE], limit=1)
        if found.total != len(wanted):
            yield f"{moment} it catches up search finds {found.total} of {len(wanted)} quotes"
        curator.searching.catch_up()
    indexed = curator.searching.indexed()
    there = {
        HitKind.ARTICLE: len(curator.articles.list_articles()),
        HitKind.QUOTE: len(curator.quotes.list_quotes(QuoteFilter())),
    }
    if indexed != there:
        yield f"the index holds {dict(indexed)} of {there}"


def _wrong_backup(backup: Path, beside: Path) -> Iterator[str]:
    """Tell why a backup could not be brought back whole."""
    with archives.unpacked(backup, beside) as (_, originals):
        for name in archives.manifest_of(backup)["originals"]:
            if not (originals / name).is_file() or _sum(originals / name) != name:
                yield f"{backup.name} lacks the original {name}"


def _save_one(curator: Curator) -> int | None:
    """Save a quote in the first article, if there is one."""
    articles = curator.articles.list_articles()
    if not articles:
        return None
    request = QuoteRequest(ArticleId(articles[0].id), ((7001, 7010),), tags=("alle",))
    return curator.quotes.save_quotes([request]).ids[0]


def _damage(database: Path) -> Iterator[str]:
    with closing(sqlite3.connect(database)) as connection:
        (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        yield f"integrity_check says {verdict}"
