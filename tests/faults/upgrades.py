"""Libraries of every released layout: opened, brought to made-up later layouts, newer ones refused.

Owns the cases. What must hold: every row of every library that was ever kept is there with the same
sums, whatever later steps rebuild; its history can still be taken back and done again; a newer file
is refused and not a byte of it changes; a step that fails anywhere leaves all as it was, and the
backup that was made before lies on the shelf, whole.
"""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from kdcurator import bootstrap
from kdcurator.domain.errors import CuratorError, LibraryTooNew, MigrationFailed
from kdcurator.store import copies, header, shelf
from kdcurator.store.migrate import migrate
from tests.faults import made_up, state
from tests.faults.outcome import Outcome
from tests.faults.program import Program
from tests.fixtures.kept import KeptLibrary, libraries

_NOW = datetime(2026, 11, 22, tzinfo=UTC)
_NEWER = (header.SCHEMA_VERSION + 1, header.SCHEMA_VERSION + 7, 2**31 - 1)
_PASSING = {".writer.lock", ".writer.json"}
"""Files that come and go beside a library."""

Case = tuple[str, Callable[[Program], list[str]]]


def run(times: int, folder: Path) -> Outcome:
    """Try so many of the cases, spread over all of them, each in a folder of its own."""
    outcome, cases = Outcome(), list(_cases())
    for number in range(times):
        name, case = cases[
            number * len(cases) // times if times < len(cases) else number % len(cases)
        ]
        program = Program(folder / f"case-{number}")
        program.folder.mkdir()
        outcome.note_try(*(f"{name}: {loss}" for loss in case(program)))
        shutil.rmtree(program.folder, ignore_errors=True)
    outcome.notes.append(f"{len(cases)} cases, {len(libraries())} layouts")
    return outcome


def _cases() -> Iterator[Case]:
    for kept in libraries():
        about = f"layout {kept.layout}"
        yield f"{about} opened", partial(_opened, kept)
        for version in _NEWER:
            yield f"{about} as {version}", partial(_refused, kept, version)
            yield f"{about} as {version} in the WAL", partial(_refused_by_its_wal, kept, version)
        for parent in made_up.PARENTS:
            yield f"{about}, {parent} rebuilt", partial(_rebuilt, kept, parent)
        yield f"{about}, long step", partial(_brought_on, kept)
        for mishap in made_up.MISHAPS:
            for before in range(len(made_up.PARTS) + 1):
                name = f"{about}, {mishap} before part {before + 1}"
                yield name, partial(_rolled_back, kept, mishap, before)


# Opening


def _opened(kept: KeptLibrary, program: Program) -> list[str]:
    """Open a kept library with the program of today, take everything back and do it again."""
    kept.lay_out(program.library)
    with bootstrap.build(program.settings) as curator:
        losses = _differences(kept, program)
        before = state.sums(program.database)
        losses += [problem.detail for problem in curator.upkeep.check().problems]
        taken_back = [change for change in iter(curator.history.undo, None) if change]
        again = [change for change in iter(curator.history.redo, None) if change]
        if not taken_back or len(again) < len(taken_back):
            losses.append(f"{len(taken_back)} changes taken back, {len(again)} done again")
        for _ in range(len(again) - len(taken_back)):
            curator.history.undo()
        losses += state.differences(before, state.sums(program.database))
    return losses


def _differences(kept: KeptLibrary, program: Program) -> list[str]:
    with closing(copies.read_only(program.database)) as connection:
        return kept.differences(connection)


# Newer files


def _refused(kept: KeptLibrary, version: int, program: Program) -> list[str]:
    """Offer a file whose header is of a newer program."""
    kept.lay_out(program.library)
    with closing(sqlite3.connect(program.database)) as connection:
        header.stamp(connection, version)
        connection.commit()
    return _tried(program)


def _refused_by_its_wal(kept: KeptLibrary, version: int, program: Program) -> list[str]:
    """Offer a file whose newer program was killed before its WAL was written back."""
    elsewhere = program.folder / "elsewhere"
    kept.lay_out(elsewhere)
    program.library.mkdir()
    with closing(sqlite3.connect(elsewhere / header.DATABASE)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        header.stamp(connection, version)
        connection.execute("ALTER TABLE article RENAME COLUMN title TO heading")
        connection.commit()
        for ending in ("", "-wal"):
            name = f"{header.DATABASE}{ending}"
            shutil.copyfile(elsewhere / name, program.library / name)
    return _tried(program)


def _tried(program: Program) -> list[str]:
    """Open a newer library in every way there is; nothing of it may change."""
    before = _listing(program.library)
    losses = [f"{name} opens it" for name, way in _WAYS.items() if not way(program)]
    if _listing(program.library) != before:
        losses.append("it was touched")
    return losses


def _is_refused(program: Program) -> bool:
    try:
        bootstrap.build(program.settings).close()
    except LibraryTooNew:
        return True
    return False


def _is_refused_by_the_command_line(program: Program) -> bool:
    done = program.run("quotes", "--json")
    return done.returncode == 1 and json.loads(done.stdout)["error"]["code"] == "library_too_new"


_WAYS: dict[str, Callable[[Program], bool]] = {
    "the program": _is_refused,
    "a glance": lambda program: bootstrap.glance(program.settings) is None,
    "the command line": _is_refused_by_the_command_line,
}


def _listing(folder: Path) -> dict[str, tuple[int, str]]:
    """Return when each file that holds something was changed, and what is in it."""
    return {
        path.name: (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not _holds_nothing(path)
    }


def _holds_nothing(path: Path) -> bool:
    """Tell whether a file only comes and goes: a lock, or what a reader leaves."""
    is_empty_wal = path.name.endswith("-wal") and path.stat().st_size == 0
    return path.name in _PASSING or path.name.endswith("-shm") or is_empty_wal


# Later layouts


def _rebuilt(kept: KeptLibrary, parent: str, program: Program) -> list[str]:
    """Rebuild a parent table on which others hang by `ON DELETE CASCADE`."""
    kept.lay_out(program.library)
    scripts = made_up.scripts(program.folder)
    version = made_up.cascading(scripts, header.SCHEMA_VERSION, parent)
    return _migrated(program, scripts, version) or [
        *_differences(kept, program),
        *_not_whole(program, version),
        *_not_cascading(program, parent),
    ]


def _brought_on(kept: KeptLibrary, program: Program) -> list[str]:
    """Do the long step; what it changes itself may differ, and nothing else."""
    kept.lay_out(program.library)
    scripts = made_up.scripts(program.folder)
    version = made_up.long(scripts, header.SCHEMA_VERSION)
    losses = _migrated(program, scripts, version) or _not_whole(program, version)
    wanted = {"article.title differs", "history.details differs"}
    return losses or sorted(set(_differences(kept, program)) ^ wanted)


def _migrated(program: Program, scripts: Path, version: int) -> list[str]:
    try:
        migrate(program.database, program.settings.backups, _NOW, scripts=scripts, version=version)
    except CuratorError as error:
        return [f"{error.code}: {error.details}"]
    return []


def _not_whole(program: Program, version: int) -> list[str]:
    found = header.read(program.database)
    losses = [] if found and found.user_version == version else [f"the header says {found}"]
    with closing(copies.read_only(program.database)) as connection:
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
    if broken or verdict != "ok":
        losses.append(f"{len(broken)} references are broken, SQLite says {verdict}")
    return losses


def _not_cascading(program: Program, parent: str) -> list[str]:
    """Tell which children do not hang on the parent as was meant: the case would prove nothing."""
    query = 'SELECT count(*) FROM pragma_foreign_key_list(?) WHERE "table" = ? AND on_delete = ?'
    with closing(copies.read_only(program.database)) as connection:
        return [
            f"{child} does not cascade"
            for child in made_up.PARENTS[parent]
            if connection.execute(query, (child, parent, "CASCADE")).fetchone() == (0,)
        ]


def _rolled_back(kept: KeptLibrary, mishap: str, before: int, program: Program) -> list[str]:
    """Let the long step fail at one of its parts."""
    kept.lay_out(program.library)
    scripts, settings = made_up.scripts(program.folder), program.settings
    version = made_up.long(scripts, header.SCHEMA_VERSION, mishap, before)
    sums, listing = state.sums(program.database, everything=True), _listing(program.library)
    try:
        migrate(program.database, settings.backups, _NOW, scripts=scripts, version=version)
    except (MigrationFailed, KeyError):
        losses = state.differences(sums, state.sums(program.database, everything=True))
        if _listing(program.library) != listing:
            losses.append("a byte of the file is another")
        return losses + _not_backed_up(program, sums)
    return ["it does not fail"]


def _not_backed_up(program: Program, sums: dict[str, str]) -> list[str]:
    """Tell what the backup made before lacks: its place on the shelf, a row, or all."""
    folder = program.settings.backups / copies.uuid_of(program.database)
    backup = shelf.newest(folder)
    if backup is None:
        return ["no backup lies on the shelf"]
    try:
        copies.check_database(backup.path)
    except CuratorError as error:
        return [f"the backup is not whole: {error.details}"]
    found = state.differences(sums, state.sums(backup.path, everything=True))
    return [f"the backup {loss}" for loss in found]
