"""Work that is killed at a named point: jobs of `warm.py`.

Owns how each work is set up and done, through the program, and the wrapping of a function so that
its process kills itself there. Must not know what must hold afterwards.
"""

import importlib
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteFilter, QuoteRequest
from kdcurator.store import header
from kdcurator.store.migrate import SCRIPTS, migrate
from tests.faults.known import look, write_texts
from tests.faults.points import Work
from tests.faults.program import Program
from tests.faults.warm import kill_this_process

Ready = Callable[[], object]

BACKUP = "kept.zip"
"""A backup beside the library, older than the last quotes."""
DOCUMENT, TABLE = "quotes.docx", "quotes.csv"
LATER_VERSION = 2
SET_UP = {
    Work.RESTORE_OVER_DAMAGED,
    Work.RESTORE_INTO_NOTHING,
    Work.RESCUE,
    Work.CREATE,
    Work.INDEX,
    Work.REBUILD,
    Work.TIDY,
}
"""Works that start from something else than what was prepared."""
SET_UP_IN_PLACE = {Work.INDEX, Work.REBUILD, Work.TIDY}
"""Those that start from an index, which belongs to the place where its library lies."""

_LATER_LAYOUT = '''"""A later layout: the parent of almost everything is made anew."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add a column."""
    with op.batch_alter_table("article", recreate="always") as article:
        article.add_column(sa.Column("mood", sa.Text()))
'''


def prepare(_ready: Ready, *, folder: str) -> None:
    """Make a library with quotes, backups, documents and an index, which copies are taken of."""
    place = Path(folder)
    scripts = shutil.copytree(SCRIPTS, place / "scripts", ignore=_no_leftovers)
    (scripts / "versions" / "0002_later.py").write_text(_LATER_LAYOUT)
    luck = random.Random(7)
    with bootstrap.build(Program(place).settings) as curator:
        curator.articles.import_files(write_texts(place / "texts", luck, 4))
        _save_some(curator, luck)
        curator.backups.back_up(place / BACKUP)
        _export(curator, place)
        _save_some(curator, luck)
        curator.articles.remove([ArticleId(1)])


_no_leftovers = shutil.ignore_patterns("__pycache__")


def set_up(_ready: Ready, *, folder: str, work: str) -> None:
    """Bring about what a work starts from."""
    program = Program(Path(folder))
    if work == Work.RESCUE:
        with bootstrap.build(program.settings) as curator:
            curator.backups.back_up()
            _save_some(curator, random.Random(8))
    if work in {Work.RESTORE_OVER_DAMAGED, Work.RESCUE}:
        content = program.database.read_bytes()
        program.database.write_bytes(content[:4096] + b"\xff" * 4096 + content[8192:])
    elif work in {Work.RESTORE_INTO_NOTHING, Work.CREATE}:
        shutil.rmtree(program.library)
    elif work in SET_UP_IN_PLACE:
        with bootstrap.build(program.settings) as curator:
            curator.searching.rebuild()
            for seed in range(4 if work == Work.TIDY else 0):
                _save_some(curator, random.Random(seed))
                curator.searching.catch_up()
            _save_some(curator, random.Random(8))
            curator.searching.rest()


def write_documents(_ready: Ready, *, folder: str) -> None:
    """Write the documents that an export and a backup of this library come to."""
    place = Path(folder)
    with bootstrap.build(Program(place).settings) as curator:
        curator.backups.back_up(place / BACKUP)
        _export(curator, place)


def do(
    _ready: Ready,
    *,
    folder: str,
    work: str,
    function: str = "",
    call: int = 1,
    is_after: bool = False,
) -> None:
    """Do a work; with a `function` until the point that it names."""
    if function:
        stop_at(function, call, is_after=is_after)
    place = Path(folder)
    settings = Program(place).settings
    if work == Work.MIGRATE:
        _migrate(place)
    elif work in {Work.RESTORE, Work.RESTORE_OVER_DAMAGED, Work.RESTORE_INTO_NOTHING}:
        bootstrap.restore(settings, place / BACKUP)
    elif work == Work.RESCUE:
        bootstrap.rescue(settings)
        with bootstrap.build(settings) as curator:
            curator.library.hold()  # whoever writes next tidies up
    else:
        with bootstrap.build(settings) as curator:
            _WORKS[Work(work)](curator, place)


def stop_at(name: str, call: int, *, is_after: bool) -> None:
    """Have this process kill itself before or after a call of a function."""
    owner, attribute = found(name)
    real: Callable[..., Any] = getattr(owner, attribute)
    calls = 0

    def stopping(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        is_it = calls == call
        if is_it and not is_after:
            kill_this_process()
        returned = real(*arguments, **options)
        if is_it:
            kill_this_process()
        return returned

    setattr(owner, attribute, stopping)


def found(name: str) -> tuple[Any, str]:
    """Find the module or class that has what a dotted name names."""
    path, _, attribute = name.rpartition(".")
    try:
        return importlib.import_module(path), attribute
    except ModuleNotFoundError:
        module, _, owner = path.rpartition(".")
        return getattr(importlib.import_module(module), owner), attribute


def _migrate(place: Path) -> None:
    program = Program(place)
    found = header.read(program.database)
    if found is None or found.user_version < LATER_VERSION:
        migrate(
            program.database,
            program.settings.backups / _uuid(program.database),
            datetime.now(UTC),
            scripts=place / "scripts",
            version=LATER_VERSION,
        )


def _uuid(database: Path) -> str:
    with closing(sqlite3.connect(database)) as connection:
        return str(connection.execute("SELECT value FROM setting WHERE key = 'uuid'").fetchone()[0])


def _catch_up(curator: Curator) -> None:
    curator.library.hold()
    curator.searching.catch_up()


def index_for_ever(ready: Ready, *, folder: str) -> None:
    """Save quotes and bring them into the index, join its parts and make it anew, in turn."""
    settings = Program(Path(folder)).settings
    with bootstrap.build(settings) as curator:
        curator.library.hold()
        luck = random.Random(5)
        ready()
        while True:
            for _ in range(4):
                _save_some(curator, luck)
                curator.searching.catch_up()
            curator.searching.tidy()
            curator.searching.rebuild()


def _save_some(curator: Curator, luck: random.Random) -> None:
    known = look(curator.library.database)
    wishes = []
    for _ in range(5):
        article, places = known.places(luck)
        wishes.append(QuoteRequest(ArticleId(article), places, tags=["emne a"]))
    curator.quotes.save_quotes(wishes)


def _export(curator: Curator, place: Path) -> None:
    for name in (DOCUMENT, TABLE):
        curator.exporting.export(place / name, QuoteFilter())


_WORKS: dict[Work, Callable[[Curator, Path], object]] = {
    Work.BACK_UP: lambda curator, _: curator.backups.back_up_if_due(),
    Work.BACK_UP_BY_HAND: lambda curator, _: curator.backups.back_up(),
    Work.BACK_UP_OVER: lambda curator, place: curator.backups.back_up(place / BACKUP),
    Work.EXPORT: lambda c, place: c.exporting.export(place / DOCUMENT, QuoteFilter()),
    Work.EXPORT_TABLE: lambda c, place: c.exporting.export(place / TABLE, QuoteFilter()),
    Work.REBUILD: lambda curator, _: curator.searching.rebuild(),
    Work.INDEX: lambda curator, _: _catch_up(curator),
    Work.TIDY: lambda curator, _: curator.searching.tidy(),
    Work.IMPORT: lambda curator, place: curator.articles.import_files(
        write_texts(place / "texts", random.Random(9), 3)
    ),
    Work.CREATE: lambda _curator, _place: None,
}
