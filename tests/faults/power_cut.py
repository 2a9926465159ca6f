"""The power cut: real work is recorded write by write and cut off anywhere.

Owns where it is cut, how the disk's luck is chosen, and what is expected there: what was so when
the program spoke last, or what it committed since. What was said is never taken back. Must not know
how a disk behaves.
"""

import random
import shutil
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tests.faults.outcome import Outcome
from tests.faults.power.disk import EVERYTHING, LUCKS, Disk, Luck
from tests.faults.power.events import Event, What
from tests.faults.power.recording import NoRecording, record
from tests.faults.power.survivors import State, state_of, what_is_lost, what_is_wrong

_SEED = 20
_SHARED = ".sqlite3-shm"
_FEW = 40
"""With fewer cuts than this the work is short too."""


def run(times: int, folder: Path) -> Outcome:
    """Record a day's work, cut the power at so many points, and start again on each disk."""
    outcome = Outcome()
    try:
        events = record(folder, 4 if times < _FEW else 60)
    except NoRecording as error:
        outcome.impossible = f"no power can be cut here: {error}"
        return outcome
    missed = what_was_missed(events, folder)
    if missed:
        raise RuntimeError(f"the recording is not what happened to {missed}")
    replay(events, times, folder, outcome)
    said = len(_numbers(events, _is_word))
    outcome.notes.append(
        f"recorded by ptrace: {len(events)} events, the program spoke {said} times"
    )
    return outcome


def what_was_missed(events: Sequence[Event], folder: Path) -> list[str]:
    """Return the files that really hold something else than a disk that loses nothing would."""
    disk, whole = Disk(), folder / "whole"
    for event in events:
        disk.take(event)
    _empty(whole)
    disk.lose_power(EVERYTHING, random.Random(0), whole)
    recorded, real = _contents(whole), _contents(folder / "disk")
    return sorted(n for n in {*recorded, *real} if recorded.get(n) != real.get(n))


def _contents(folder: Path) -> dict[str, bytes]:
    """Read all files but SQLite's shared memory, which is no matter of the disk."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != _SHARED)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def replay(events: Sequence[Event], times: int, folder: Path, outcome: Outcome) -> None:
    """Cut at `times` points of a recording; the disks come to lie where it was recorded."""
    chance = random.Random(_SEED)
    cuts = _choose_cuts(events, times, chance)
    states = _States(events, cuts, folder / "whole")
    disk, place = Disk(), folder / "disk"
    for number, event in enumerate(events, 1):
        disk.take(event)
        for luck in cuts.get(number, ()):
            _empty(place)
            disk.lose_power(luck, chance, place)
            lost = [*what_is_lost(place, states.around(number)), *what_is_wrong(place)]
            about = f"event {number} ({event.what} {event.name}), {luck.name}"
            outcome.note_try(*([f"{about}: {lost[0]}", *lost[1:]] if lost else ()))


def _choose_cuts(
    events: Sequence[Event], times: int, chance: random.Random
) -> dict[int, list[Luck]]:
    """Choose after how many events the power goes: after words, where it turns, anywhere."""
    words, turns = _numbers(events, _is_word), _numbers(events, _is_turn)
    places = (words, turns, words, range(1, len(events) + 1))
    cuts: dict[int, list[Luck]] = {}
    for turn in range(times):
        number = chance.choice(places[turn % len(places)])
        cuts.setdefault(number, []).append(chance.choice(LUCKS))
    return cuts


class _States:
    """What a disk that loses nothing holds at each moment that is needed.

    Moments are the words of the program, and the syncs with which SQLite commits.
    """

    def __init__(self, events: Sequence[Event], cuts: Iterable[int], place: Path) -> None:
        self._words = [0, *_numbers(events, _is_word), len(events)]
        self._moments = sorted({*self._words, *_numbers(events, _is_commit)})
        needed = {moment for cut in cuts for moment in self._around(cut)}
        self._states = dict(_states_at(events, needed, place))

    def _around(self, number: int) -> list[int]:
        """Return the moments from the last word before a cut to the first one after it."""
        last = self._words[bisect_right(self._words, number) - 1]
        following = [word for word in self._words if word > last][:1]
        return [n for n in self._moments if last <= n <= (following or [last])[0]]

    def around(self, number: int) -> list[State]:
        """Return the states that may be found after a cut."""
        return [self._states[moment] for moment in self._around(number)]


def _numbers(events: Sequence[Event], is_wanted: Callable[[Event], bool]) -> list[int]:
    return [number for number, event in enumerate(events, 1) if is_wanted(event)]


def _is_word(event: Event) -> bool:
    return event.what is What.SAY


def _is_turn(event: Event) -> bool:
    """Tell whether something is synced or named here; of the index, there are too many."""
    is_other = event.what in {What.WRITE, What.RESIZE} or event.name.startswith("cache/")
    return not is_other


def _is_commit(event: Event) -> bool:
    return event.what is What.SYNC and event.name.startswith("library/library.sqlite3")


def _states_at(
    events: Sequence[Event], needed: set[int], place: Path
) -> Iterator[tuple[int, State]]:
    disk = Disk()
    yield 0, State({}, {})
    for number, event in enumerate(events, 1):
        disk.take(event)
        if number in needed:
            _empty(place)
            disk.lose_power(EVERYTHING, random.Random(0), place)
            yield number, state_of(place)


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
