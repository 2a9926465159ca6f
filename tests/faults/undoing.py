"""Random actions with undo and redo, restarts between.

Owns the way through them: some things are done, some taken back, some done again, and now and then
the program is closed and opened. What must hold: every state comes back by undo and redo as it was
in every table that a user sees; what is refused or changes nothing leaves all as it is, and redo
with it; the library is whole; a search answers what the rows say.
"""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import text

from kdcurator import bootstrap
from kdcurator.domain.changes import Change
from kdcurator.domain.errors import CuratorError
from tests.faults import searched, state, verbs
from tests.faults.at_hand import AtHand
from tests.faults.outcome import Outcome
from tests.faults.program import Program

_SEED = 8
_STRETCHES = (1, 2, 3, 5, 8, 13)
_WALKS = (0, 0, 1, 2, 3, 5, 9)
_RESTART = 0.03
"""How often the program is closed after a stretch."""
_LOOK = 50
"""On the way from one end of the history to the other every so manieth state is compared."""


def run(times: int, folder: Path) -> Outcome:
    """Do so many things, take them back, do them again, and compare all states on the way."""
    way = _Way(Program(folder), Random(_SEED))
    while way.counts["done"] < times:
        for _ in range(min(way.luck.choice(_STRETCHES), times - way.counts["done"])):
            way.do_something()
        way.walk(way.luck.choice(_WALKS))
        if way.luck.random() < _RESTART:
            way.restart()
    way.go_from_end_to_end()
    way.restart()
    way.close()
    counts = ", ".join(f"{number} {name}" for name, number in way.counts.items())
    way.outcome.notes.append(counts)
    return way.outcome


class _Way:
    """One library, the states it was in, and where among them it is now."""

    def __init__(self, program: Program, luck: Random) -> None:
        self.luck = luck
        self.outcome = Outcome()
        self.counts: Counter[str] = Counter()
        self._program = program
        self._clock = _Ticking()
        self._hand = AtHand(bootstrap.build(program.settings, self._clock), luck)
        self._states = [self._sums()]
        self._at = 0

    def do_something(self) -> None:
        """Do the next thing; it makes a new state, or leaves the one that there is."""
        verb, before = verbs.choose(self._hand), self._newest()
        losses = self._tried(verb)
        self.counts["done"] += 1
        if self._newest() == before:
            losses += self._compare(f"{verb.__name__}, which changed nothing")
        else:
            self._at += 1
            self._states[self._at :] = [self._sums()]
        self.outcome.note_try(*losses)

    def _tried(self, verb: verbs.Verb) -> list[str]:
        try:
            verb(self._hand)
        except CuratorError:
            self.counts["refused"] += 1
        except Exception as error:  # noqa: BLE001 - a fault of the program is what is looked for
            return [f"{verb.__name__} fails: {type(error).__name__}: {error}"]
        return []

    def walk(self, length: int) -> None:
        """Take some changes back, and some of them done again; a step too far does nothing."""
        for _ in range(length):
            self._step(-1)
        for _ in range(self.luck.randrange(length + 2)):
            self._step(1)

    def _step(self, by: int) -> None:
        is_there = 0 <= self._at + by < len(self._states)
        self._at += by if is_there else 0
        found, losses = self._retrace(by)
        if (found is None) is is_there:
            losses.append(f"{_name(by)} does {'nothing' if is_there else 'too much'}")
        self.outcome.note_try(*losses, *self._compare(_name(by)))

    def _retrace(self, by: int) -> tuple[Change | None, list[str]]:
        history = self._hand.curator.history
        retrace: Callable[[], Change | None] = history.undo if by < 0 else history.redo
        self.counts["taken back" if by < 0 else "done again"] += 1
        try:
            return retrace(), []
        except Exception as error:  # noqa: BLE001 - as above
            return None, [f"{_name(by)} fails: {type(error).__name__}: {error}"]

    def go_from_end_to_end(self) -> None:
        """Take everything back and do all of it again, the history that was undone too."""
        for by, end in ((-1, 0), (1, len(self._states) - 1)):
            while self._at != end:
                self._at += by
                found, losses = self._retrace(by)
                if found is None:
                    losses.append(f"{_name(by)} does nothing on the way to the end")
                if self._at % _LOOK == 0 or self._at == end:
                    losses += self._compare(_name(by))
                self.outcome.note_try(*losses)

    def restart(self) -> None:
        """Close the program and open it again; the library is whole, and the search in step."""
        losses = searched.differences(self._hand.curator, self.luck, some=2)
        self.close()
        self._hand.curator = bootstrap.build(self._program.settings, self._clock)
        self.counts["restarts"] += 1
        losses += self._compare("a restart")
        losses += searched.differences(self._hand.curator, self.luck, some=40)
        health = self._hand.curator.upkeep.check()
        losses += [f"after a restart: {problem.detail}" for problem in health.problems]
        self.outcome.note_try(*losses)

    def close(self) -> None:
        """Close the program."""
        self._hand.curator.close()

    def _newest(self) -> int:
        """Return the id of the newest change, which every change raises."""
        with self._hand.curator.library.read() as connection:
            query = text("SELECT seq FROM sqlite_sequence WHERE name = 'history'")
            return connection.execute(query).scalar() or 0

    def _sums(self) -> dict[str, str]:
        return state.sums(self._program.database)

    def _compare(self, what: str) -> list[str]:
        """Tell what is not as it was when the library was in this state first."""
        found = state.differences(self._states[self._at], self._sums())
        return [f"after {what} {', '.join(found)}"] if found else []


def _name(by: int) -> str:
    return "undo" if by < 0 else "redo"


class _Ticking:
    """A clock that moves a second each time it is read."""

    def __init__(self) -> None:
        self._moment = datetime(2026, 11, 22, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._moment += timedelta(seconds=1)
        return self._moment
