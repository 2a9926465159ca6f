"""`kill -9` at any moment at which the search index is written: brought up, joined or made anew.

Owns what must hold afterwards: each quote and article is found at once, by words and by tag; what
is damaged is none of ours, so nothing was set aside; and the next index leaves nothing of what was
under way.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from kdcurator.search.aside import aside
from kdcurator.search.stamp import NAME, read_stamp
from tests.faults.outcome import Outcome
from tests.faults.program import Program
from tests.faults.warm import KILLED, Order, Warm

_SEED = 11
_LONGEST = 0.4
"""Seconds of work before a kill, at most: an index is made anew two or three times."""


def run(times: int, folder: Path) -> Outcome:
    """Kill one library's index so often, and look for everything each time."""
    outcome, luck = Outcome(), random.Random(_SEED)
    program = Program(folder)
    states: set[str] = set()
    with Warm() as warm:
        warm.ask(_order(program, "asking:fill", texts=4))
        for number in range(times):
            moment = luck.uniform(0, _LONGEST)
            order = _order(program, "chores:index_for_ever", kill_after=moment)
            losses = [] if warm.carry_out(order) == KILLED else ["it ended by itself"]
            states.add(_state(program))
            losses += warm.ask(_order(program, "asking:agree"))
            losses += _left(program) if not losses else []
            outcome.note_try(*(f"kill {number}, after {moment:.3f} s: {one}" for one in losses))
        outcome.notes += [
            f"found: {', '.join(sorted(states))}",
            *([warm.note] if warm.note else []),
        ]
    return outcome


def _order(
    program: Program, job: str, kill_after: float | None = None, **arguments: object
) -> Order:
    errors = str(program.folder / "errors")
    place: dict[str, object] = {"folder": str(program.folder)}
    return Order(f"tests.faults.{job}", place | arguments, program.places, errors, kill_after)


def _indexes(program: Program) -> Iterator[Path]:
    found = (program.settings.cache / "index").glob("*")
    return (path for path in found if path.is_dir())


def _state(program: Program) -> str:
    """Tell what a kill left: only then is it known that some came in the midst of it."""
    for folder in _indexes(program):
        stamp = read_stamp(folder)
        if stamp is None:
            return "no index"
        names = {path.name for path in folder.iterdir()} - {NAME, stamp.generation}
        inside = {path.name for path in (folder / stamp.generation).iterdir()} - set(stamp.files)
        if names:
            return "half an index beside a whole one"
        return "half an update" if any("LOCK" not in name for name in inside) else "a whole index"
    return "no index"


def _left(program: Program) -> list[str]:
    """Tell what was set aside for no reason."""
    return [
        f"{path.name} was taken for damaged" for path in _indexes(program) if aside(path).exists()
    ]
