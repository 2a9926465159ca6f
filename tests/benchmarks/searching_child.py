"""One step of measuring searches, in a process of its own, so that memory and caches are apart.

Owns what is timed. Prints its figures as one line of JSON. Must not know goals or how a table
looks.
"""

import json
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from tests.benchmarks.searching_peers import Peer, Saving, peers
from tests.benchmarks.searching_place import Place, size_of
from tests.benchmarks.searching_questions import Ask, Question, read

Figures = dict[str, Any]

SAVED: Final = 30
_LEAST: Final = 5
"""Questions of a kind that are asked however long they take."""


def main() -> None:
    """Do the step that the command line names and print its figures."""
    place, step, peer, share, budget = sys.argv[1:]
    done = STEPS[step](
        Place(Path(place)), peers(Place(Path(place)), int(share))[peer], float(budget)
    )
    sys.stdout.write(json.dumps(done) + "\n")


def build(place: Place, peer: Peer, budget: float) -> Figures:
    """Make an index."""
    folder = peer.index()
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
    taken = _timed(peer.build)
    size = size_of(folder) if folder is not None else 0
    facts = {"seconds": taken, "processor": time.process_time(), "bytes": size}
    return {**facts, "memory": most_memory()}


def first(place: Place, peer: Peer, budget: float) -> Figures:
    """Answer one question after everything was forgotten."""
    question = next(one for one in _questions(place) if one.ask is Ask.WORD)

    def start() -> None:
        peer.open()
        peer.answer(question)

    return {"first": _timed(start) * 1000}


def ask(place: Place, peer: Peer, budget: float) -> Figures:
    """Ask every question once, then twice more; a kind that takes longer than `budget` is cut."""
    questions = [one for one in _questions(place) if one.ask in peer.asks]
    peer.open()
    cold, warm, found = {}, {}, {}
    for kind in dict.fromkeys(one.ask for one in questions):
        mine = [one for one in questions if one.ask is kind]
        cold[kind], found[kind] = _asked(peer, mine, budget)
    for kind, before in cold.items():
        mine = [one for one in questions if one.ask is kind][: len(before)]
        warm[kind], _ = _asked(peer, mine * 2, budget)
    return {"cold": cold, "warm": warm, "found": found, "memory": most_memory()}


def _asked(peer: Peer, questions: list[Question], budget: float) -> tuple[list[float], float]:
    """Return how many milliseconds each answer took, and the share of those with any hit."""
    taken: list[float] = []
    found = 0
    for question in questions:
        if len(taken) >= _LEAST and sum(taken) > budget * 1000:
            break
        started = time.perf_counter()
        found += peer.answer(question) > 0
        taken.append((time.perf_counter() - started) * 1000)
    return taken, found / len(taken)


def save(place: Place, peer: Peer, budget: float) -> Figures:
    """Save quotes one by one until each is found."""
    if not isinstance(peer, Saving):
        return {"saved": []}
    peer.begin_saving()
    saved = []
    for number in range(SAVED):
        started = time.perf_counter()
        peer.save(number)
        if not peer.finds(number):
            raise AssertionError(f"{peer} does not find what was just saved")
        saved.append((time.perf_counter() - started) * 1000)
    peer.end_saving(SAVED)
    return {"saved": saved}


STEPS: Final[dict[str, Callable[[Place, Peer, float], Figures]]] = {
    "build": build,
    "first": first,
    "ask": ask,
    "save": save,
}


def _questions(place: Place) -> list[Question]:
    return read(place.questions)


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def most_memory() -> int | None:
    """Return the most bytes that this process has held; None where the system does not tell.

    Not what `getrusage` says on Linux: a new process inherits that from the one that began it.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024
    except (OSError, IndexError):
        return None


if __name__ == "__main__":
    main()
