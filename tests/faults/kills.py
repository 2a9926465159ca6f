"""`kill -9` at any moment of mixed work: commands, an open library, and the window itself.

Owns who works, when it is killed, and what must hold afterwards: everything that was said to be
saved is there; what was under way is there whole or not at all, which is proved by taking it back
in a copy; SQLite and the history find no half of anything; the backups listed are whole; and now
and then the program is asked whether text, quotes and search agree.
"""

import os
import random
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from kdcurator.domain.errors import CuratorError
from kdcurator.store import archives, copies
from tests.faults.diary import Told, read_diary
from tests.faults.halves import find_halves
from tests.faults.outcome import Outcome
from tests.faults.program import Program
from tests.faults.state import differences, sums
from tests.faults.warm import KILLED, Order, Warm

_ROOT = Path(__file__).resolve().parents[2]

_WAYS = ("typing_away", "deeds", "typing_away", "keys", *("deeds", "typing_away") * 6)
"""Who works, in turn; the window (`keys`) takes longest to start."""
_LIVES = 50
"""So many kills one library lives through."""
_ASKED_EVERY = 10
"""After so many kills the program itself is asked, not the database alone."""
_LONGEST = 0.3
"""Seconds of work before a kill, at most."""
_SLOWER = 6
"""So many times longer a window works before it is killed: it paints what it did."""
_TIDY = 15
"""Seconds in which what a killed window had started ends by itself."""


@dataclass(slots=True)
class Patient:
    """A library that is killed again and again."""

    program: Program
    state: dict[str, str]
    proved: set[Path] = field(default_factory=set)
    """Backups that were found whole."""

    @property
    def diary(self) -> Path:
        """What the one who works now writes down."""
        return self.program.folder / "diary"

    @property
    def errors(self) -> Path:
        """What went wrong in who works now."""
        return self.program.folder / "errors"

    def order(self, job: str, **arguments: object) -> Order:
        """Return what has a job done on this library."""
        place = {"folder": str(self.program.folder)}
        return Order(
            f"tests.faults.{job}",
            place | arguments,
            self.program.places,
            str(self.errors),
        )


def run(times: int, folder: Path) -> Outcome:
    """Kill the program so often; the same number always does the same work until then."""
    outcome, told = Outcome(), _Count()
    with Warm() as warm:
        patient = _fresh(warm, folder / "0")
        losses: list[str] = []
        for number in range(times):
            if losses or (number and number % _LIVES == 0):  # what is lost counts once
                patient = _fresh(warm, folder / str(number))
            is_last = number + 1 == times or (number + 1) % _LIVES == 0
            losses = _kill(warm, patient, number)
            losses += _examine(warm, patient, told, number)
            if is_last or number % _ASKED_EVERY == 0:
                losses += warm.ask(patient.order("asking:agree"))
            if is_last:
                losses += warm.ask(patient.order("asking:commands_agree"))
            outcome.note_try(*(f"kill {number} ({_way(number)}): {loss}" for loss in losses))
    outcome.notes += [told.words(), *([warm.note] if warm.note else [])]
    return outcome


@dataclass(slots=True)
class _Count:
    deeds: int = 0
    quotes: int = 0
    whole: int = 0
    """Changes that were whole although nobody was told so any more."""
    interrupted: int = 0

    def words(self) -> str:
        return (
            f"{self.deeds} deeds and {self.quotes} quotes were acknowledged; {self.interrupted}"
            f" deeds were interrupted, {self.whole} of which were there whole"
        )


def _way(number: int) -> str:
    return _WAYS[number % len(_WAYS)]


def _fresh(warm: Warm, folder: Path) -> Patient:
    """Make a library with some articles and quotes."""
    folder.mkdir()
    patient = Patient(Program(folder), {})
    warm.ask(patient.order("asking:fill", texts=4))
    patient.state = sums(patient.program.database)
    return patient


# Killing


def _kill(warm: Warm, patient: Patient, number: int) -> list[str]:
    """Let somebody work and kill who it is; return what is wrong with how it ended."""
    for path in (patient.diary, patient.errors):
        path.unlink(missing_ok=True)
    luck = random.Random(number)
    moment, is_early = luck.uniform(0, _LONGEST), luck.random() < 0.2
    if _way(number) == "keys":
        return _kill_window(patient, number, moment)
    order = patient.order(f"{_way(number)}:work", diary=str(patient.diary), seed=number)
    code = warm.carry_out(replace(order, kill_after=moment, at_once=is_early))
    return [] if code == KILLED else [f"it ended by itself: {_last_words(patient)}"]


def _kill_window(patient: Patient, number: int, moment: float) -> list[str]:
    """Open a window, press keys in it and kill it; what it had started has to end by itself."""
    words = (str(patient.program.folder), str(patient.diary), str(number))
    command = [sys.executable, "-m", "tests.faults.keys", *words]
    with patient.errors.open("wb") as errors, _lifeline() as (line, held):
        window = subprocess.Popen(
            command,
            cwd=_ROOT,
            env=patient.program.environment,
            stdout=subprocess.PIPE,
            stderr=errors,
            pass_fds=held,
        )
        with window:
            is_ready = window.stdout is not None and window.stdout.readline() == b"ready\n"
            time.sleep(moment * _SLOWER if is_ready else 0)
            was_alive = window.poll() is None
            window.kill()
        if not was_alive:
            return [f"the window ended by itself: {_last_words(patient)}"]
        return _wait_for_the_others(line, held)


@contextmanager
def _lifeline() -> Iterator[tuple[int, tuple[int, ...]]]:
    """Give a pipe that ends when nobody is left who holds its other end."""
    if os.name != "posix":
        yield -1, ()
        return
    read, write = os.pipe()
    try:
        yield read, (write,)
    finally:
        os.close(read)


def _wait_for_the_others(line: int, held: tuple[int, ...]) -> list[str]:
    for end in held:
        os.close(end)
    if not held or select.select([line], [], [], _TIDY)[0]:
        return []
    return ["a process that the window had started lives on"]


def _last_words(patient: Patient) -> str:
    said = patient.errors.read_text(errors="replace") if patient.errors.exists() else ""
    return said[-500:] or "without a word"


# Looking


def _examine(warm: Warm, patient: Patient, count: _Count, number: int) -> list[str]:
    """Compare what is there with what was said, by SQLite alone."""
    told, found = read_diary(patient.diary), sums(patient.program.database)
    promised = told.state or patient.state
    count.deeds += len(told.deeds)
    count.quotes += told.quotes
    losses = find_halves(patient.program.database) + told.broken + _bad_backups(patient)
    if told.under_way is not None:
        count.interrupted += 1
    if found != promised:
        count.whole += 1
        losses += _one_more(warm, patient.program, told, promised, number)
    patient.state = found
    return losses


def _one_more(
    warm: Warm, program: Program, told: Told, promised: dict[str, str], number: int
) -> list[str]:
    """Prove that what was never said to be saved is there whole: taken back, it is all gone."""
    if told.under_way is None:
        return [f"{', '.join(differences(promised, sums(program.database)))}, and nobody did it"]
    copy = Program(program.folder / f"copy-{number}")
    copy.library.mkdir(parents=True)
    copies.copy_database(program.database, copy.database)
    patient = Patient(copy, {})
    warm.ask(patient.order("asking:take_back", was_undone=told.under_way == "undo"))
    wrong = differences(promised, sums(copy.database))
    return [f"half of “{told.under_way}” is there: {', '.join(wrong)}"] if wrong else []


def _bad_backups(patient: Patient) -> list[str]:
    """Unpack each backup that is listed for the first time."""
    losses = []
    for shelf in patient.program.settings.backups.glob("*"):
        for path in sorted(shelf.glob("*.zip")):
            if path.name.startswith(".") or path in patient.proved:
                continue
            patient.proved.add(path)
            try:
                with archives.unpacked(path, patient.program.folder):
                    continue
            except CuratorError as error:
                losses.append(f"a listed backup is not whole: {error}")
    return losses
