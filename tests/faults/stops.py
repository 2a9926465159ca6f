"""The program killed at named points: what is there afterwards is old or new, never between.

Owns what must hold at every point: the library is in the state before or after, by its sums; each
listed backup is whole; a document is the old one or the new one; the library opens, texts, quotes
and search agree; the same work again comes to its end and leaves nothing lying about.
"""

import hashlib
import os
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kdcurator.domain.errors import CuratorError
from kdcurator.store import archives, copies, header, shelf
from tests.faults.chores import DOCUMENT, SET_UP, SET_UP_IN_PLACE, TABLE
from tests.faults.halves import find_halves
from tests.faults.outcome import Outcome
from tests.faults.points import Point, Work, points
from tests.faults.program import Program
from tests.faults.state import differences, sums
from tests.faults.warm import KILLED, Order, Warm

_NOTHING: dict[str, str] = {}
"""The state of a folder without a library."""
_LEADS_ON = {
    Work.MIGRATE,
    Work.RESTORE,
    Work.RESTORE_OVER_DAMAGED,
    Work.RESTORE_INTO_NOTHING,
    Work.RESCUE,
}
"""Works that lead to another state, the same each time."""
_LONG_AGO = 2 * 60 * 60
"""Seconds after which nobody writes any more at what a killed process left behind."""


@dataclass(slots=True)
class Bench:
    """Where the points are tried."""

    warm: Warm
    folder: Path
    after: dict[Work, dict[str, str]] = field(default_factory=dict)
    """The state that each work leads to."""

    def copy(self, name: str, work: Work) -> Program:
        """Return a copy of what a work starts from, with all that lies around it."""
        pattern = self.folder / "pattern"
        if work in SET_UP - SET_UP_IN_PLACE:
            pattern = self.folder / f"pattern of {work}"
            if not pattern.exists():
                shutil.copytree(self.folder / "pattern", pattern)
                self.warm.ask(self.order(Program(pattern), "chores:set_up", work=work))
        program = Program(Path(shutil.copytree(pattern, self.folder / name)))
        if work in SET_UP_IN_PLACE:
            self.warm.ask(self.order(program, "chores:set_up", work=work))
        return program

    def order(self, program: Program, job: str, **arguments: object) -> Order:
        """Return what has a job done there."""
        place: dict[str, object] = {"folder": str(program.folder)}
        errors = str(program.folder / "errors")
        return Order(f"tests.faults.{job}", place | arguments, program.places, errors)

    def ask(self, program: Program, job: str, **arguments: object) -> list[str]:
        """Have a job done to its end; return what is wrong, by what it says or by its failing."""
        try:
            return list(self.warm.ask(self.order(program, job, **arguments)) or ())
        except AssertionError as error:
            return [f"{job} failed: {str(error).strip().splitlines()[-1]}"]

    def state_after(self, work: Work) -> dict[str, str]:
        """Return the state that a work leads to when nobody kills it."""
        if work not in self.after:
            program = self.copy(f"after {work}", work)
            self.warm.ask(self.order(program, "chores:do", work=work))
            self.after[work] = _state(program, work)
        return self.after[work]


def run(times: int, folder: Path) -> Outcome:
    """Kill at so many of the points, or at all of them when there are no more."""
    outcome = Outcome()
    chosen = list(points())[:times]
    (folder / "pattern").mkdir()
    with Warm() as warm:
        bench = Bench(warm, folder)
        warm.ask(bench.order(Program(folder / "pattern"), "chores:prepare"))
        for number, point in enumerate(chosen):
            losses = _try(bench, point, str(number))
            outcome.note_try(*(f"{point}: {loss}" for loss in losses))
    works = len({point.work for point in chosen})
    outcome.notes += [f"{len(chosen)} points of {works} works", *([warm.note] if warm.note else [])]
    return outcome


def _try(bench: Bench, point: Point, name: str) -> list[str]:
    """Kill at one point and tell what does not hold afterwards."""
    program, work = bench.copy(name, point.work), point.work
    before, documents = _state(program, work), _documents(program)
    order = bench.order(
        program,
        "chores:do",
        work=work,
        function=point.function,
        call=point.call,
        is_after=point.is_after,
    )
    if bench.warm.carry_out(order) != KILLED:
        return ["it is not reached"]
    losses = _between(bench, program, work, before)
    losses += _bad_backups(program)
    losses += _bad_documents(bench, program, documents)
    return losses + _again(bench, program, work, before)


def _state(program: Program, work: Work) -> dict[str, str]:
    """Return the sums of a library; of one that is damaged, that of its file."""
    if not program.database.exists():
        return _NOTHING
    try:
        copies.check_database(program.database)
    except CuratorError:
        if header.read(program.database) == header.Header(header.APPLICATION_ID, 2):
            return sums(program.database, everything=True)
        return {"damaged": hashlib.sha256(program.database.read_bytes()).hexdigest()}
    return sums(program.database, everything=work not in {Work.INDEX, Work.RESCUE})


def _between(bench: Bench, program: Program, work: Work, before: dict[str, str]) -> list[str]:
    """Tell in what the library is neither what it was nor what it was to become."""
    found = _state(program, work)
    is_none = found == _NOTHING or "damaged" in found
    if is_none and found != before:
        return ["the library is gone" if found == _NOTHING else "the library is damaged"]
    if found == before:
        return [] if is_none else _opened(bench, program, work)
    losses = _opened(bench, program, work)
    if work is Work.IMPORT:
        copy = Program(program.folder / "copy")
        copy.library.mkdir(parents=True)
        copies.copy_database(program.database, copy.database)
        losses += bench.ask(copy, "asking:take_back", was_undone=False)
        return losses + differences(_users(before), _users(sums(copy.database)))
    if work is Work.CREATE:
        return losses
    expected = bench.state_after(work) if work in _LEADS_ON else before
    return losses + [f"between old and new: {name}" for name in differences(expected, found)]


def _users(state: dict[str, str]) -> dict[str, str]:
    """Return the sums of what undo brings back."""
    return {name: state[name] for name in ("quote", "segment", "quote_tag", "tag", "suggestion")}


def _opened(bench: Bench, program: Program, work: Work) -> list[str]:
    """Open a library anew and have it looked through; a later layout by SQLite alone."""
    losses = find_halves(program.database)
    found = header.read(program.database)
    if found is not None and found.user_version > header.SCHEMA_VERSION:
        return losses
    return losses + bench.ask(program, "asking:agree")


def _again(bench: Bench, program: Program, work: Work, before: dict[str, str]) -> list[str]:
    """Do the work once more, much later: it comes to its end and nothing is left lying about."""
    for path in _litter(program.folder):
        _let_time_pass(path)
    losses = bench.ask(program, "chores:do", work=work)
    if not losses:
        losses += find_halves(program.database)
        if work not in {Work.IMPORT, Work.CREATE}:
            expected = bench.state_after(work) if work in _LEADS_ON else before
            reached = differences(expected, _state(program, work))
            losses += [f"done again: {name}" for name in reached]
    left = ", ".join(str(path.relative_to(program.folder)) for path in _litter(program.folder))
    return [*losses, f"left lying about: {left}"] if left else losses


def _litter(folder: Path) -> list[Path]:
    """Return what was only there to be put in place."""
    endings = (".new", ".tmp", ".new-journal")
    return [
        path
        for path in folder.rglob("*")
        if path.name.startswith(".kdcurator-") or path.name.endswith(endings)
    ]


def _let_time_pass(path: Path) -> None:
    for part in (path, *path.rglob("*")):
        then = part.stat().st_mtime - _LONG_AGO
        os.utime(part, (then, then))


# Files


def _bad_backups(program: Program) -> list[str]:
    """Unpack every backup that is listed."""
    losses, folders = [], [place for place in program.settings.backups.glob("*") if place.is_dir()]
    for backup in (backup for place in folders for backup in shelf.list_backups(place)):
        try:
            with archives.unpacked(backup.path, program.folder):
                continue
        except CuratorError as error:
            losses.append(f"{backup.path.name} is listed and not whole: {error}")
    return losses


def _documents(program: Program) -> dict[str, object]:
    return {name: _content(program.folder / name) for name in (DOCUMENT, TABLE, "kept.zip")}


def _content(path: Path) -> object:
    """Return what a file holds; of a packed one its members, as they hold the time of packing."""
    if not path.exists():
        return None
    if path.suffix == ".csv":
        return path.read_bytes()
    try:
        with zipfile.ZipFile(path) as packed:
            members = {item.filename: item.CRC for item in packed.infolist()}
            return members if packed.testzip() is None else "damaged"
    except zipfile.BadZipFile:
        return "damaged"


def _bad_documents(bench: Bench, program: Program, before: dict[str, object]) -> Iterator[str]:
    """Compare the documents with the old ones, and those that changed with new ones."""
    changed = {name for name, old in before.items() if _documents(program)[name] != old}
    if not changed:
        return
    new = Program(program.folder / "new")
    shutil.copytree(program.library, new.library)
    bench.ask(new, "chores:write_documents")
    for name in changed:
        if _content(program.folder / name) != _documents(new)[name]:
            yield f"{name} is neither the old one nor the new one"
