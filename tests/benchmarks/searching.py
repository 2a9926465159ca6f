"""The speed of searches beside that of their peers: `python3 run.py bench-search`.

Owns the order of the steps, and what is kept of one run for the next. Every peer makes its index,
starts and answers in processes of its own, one after the other. Not a test: nothing here passes or
fails.

`--small` takes the size of every day, 2,000 articles and 10,000 quotes, instead of that of a
career; `--articles` any other; `--again` takes over the library and the peers' indexes of the last
run. How long the window stands still meanwhile is measured by `run.py bench`.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from tests.benchmarks.searching_corpus import SEED, VERSION
from tests.benchmarks.searching_peers import peers
from tests.benchmarks.searching_place import Place, drop_from_cache
from tests.benchmarks.searching_questions import Ask, Questions, write
from tests.benchmarks.searching_table import (
    OURS,
    Measured,
    Truth,
    detail_lines,
    goal_lines,
    goals,
)

STARTS: Final = 3
PROVED: Final = 1_000
"""Questions whose answers are compared with a look at every row."""
RANKED: Final = 200
"""Questions of words whose order is compared with Whoosh's."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is searched, and how long one may take over it."""

    articles: int
    quotes_each: int
    share: int
    """One row of so many is given to a plain Whoosh, which takes very long to index."""
    budget: float
    """Seconds after which no more questions of a kind are asked."""
    proving: float
    """Seconds after which no more answers are proved, nor orders compared."""
    is_everyday: bool


SMALL: Final = Size(2_000, 5, 1, 3, 60, is_everyday=True)
WHOLE: Final = Size(20_000, 10, 10, 8, 400, is_everyday=False)


def main() -> None:
    """Measure everybody and print the tables."""
    parser = argparse.ArgumentParser(prog="run.py bench-search", description=__doc__)
    parser.add_argument("--small", action="store_true", help="the size of every day")
    parser.add_argument("--again", action="store_true", help="with what the last run made")
    parser.add_argument("--articles", type=int, help="so many, with ten quotes each")
    chosen = parser.parse_args()
    size = SMALL if chosen.small else WHOLE
    if chosen.articles:
        size = replace(WHOLE, articles=chosen.articles, share=max(1, chosen.articles // 2_000))
    place = prepared(size, again=chosen.again)
    started, load = time.perf_counter(), os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    measured = {name: measure(place, size, name, again=chosen.again) for name in peers(place, 1)}
    tell("answers against a look at every row")
    truth = proved(place, size)
    print_lines([f"{_size(size)}; {_machine(load)}; {_notes(size, started)}", ""])
    print_lines(goal_lines(list(goals(measured, truth, everyday=size.is_everyday))))
    print_lines(["", *detail_lines(measured)])


def _size(size: Size) -> str:
    return f"{size.articles:,} articles, {size.articles * size.quotes_each:,} quotes"


def _machine(load: float) -> str:
    python = platform.python_version()
    return f"{platform.machine()}, {os.cpu_count()} cores, load {load:.1f} before, Python {python}"


def _notes(size: Size, started: float) -> str:
    sample = f"Whoosh with one row of {size.share}; " if size.share > 1 else ""
    return f"{sample}{(time.perf_counter() - started) / 60:.1f} minutes"


def print_lines(lines: Sequence[str] | Iterator[str]) -> None:
    """Print some lines."""
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


def tell(what: str) -> None:
    """Say what goes on."""
    sys.stderr.write(f"{what} ...\n")


def prepared(size: Size, *, again: bool) -> Place:
    """Return the place of the corpus, filled and with its questions."""
    count = f"{size.articles}x{size.quotes_each}"
    name = f"kdcurator-bench-search-{VERSION}-{SEED}-{count}"
    place = Place(Path(tempfile.gettempdir()) / name)
    if not (again and place.questions.exists()):
        from tests.benchmarks.searching_library import fill

        tell(f"a library of {_size(size)}")
        shutil.rmtree(place.folder, ignore_errors=True)
        place.folder.mkdir(mode=0o700)
        fill(place, size.articles, size.quotes_each)
        write(place.questions, Questions(place.texts).measured())
    return place


def measure(place: Place, size: Size, name: str, *, again: bool) -> Measured:
    """Have one make its index, start, answer and save."""

    def step(what: str) -> dict[str, Any]:
        tell(f"{name}: {what}")
        return run_step(place, size, name, what)

    kept = place.folder / f"built-{name.replace(' ', '-')}.json"
    if name == OURS or not (again and kept.exists()):
        kept.write_text(json.dumps(step("build")), encoding="utf-8")
    built = json.loads(kept.read_text(encoding="utf-8"))
    firsts = []
    for _ in range(STARTS):
        drop_from_cache(place.folder)
        firsts.append(step("first")["first"])
    drop_from_cache(place.folder)
    asked, saved = step("ask"), step("save")["saved"]
    cold, warm, found = (
        {Ask(kind): known for kind, known in asked[which].items()}
        for which in ("cold", "warm", "found")
    )
    return Measured(
        seconds=built["seconds"],
        processor=built["processor"],
        bytes=built["bytes"],
        building=built["memory"],
        memory=asked["memory"],
        first=firsts,
        cold=cold,
        warm=warm,
        saved=saved,
        found=found,
    )


def run_step(place: Place, size: Size, name: str, what: str) -> dict[str, Any]:
    """Do one step in a process of its own."""
    module = "tests.benchmarks.searching_child"
    options = [str(place.folder), what, name, str(size.share), str(size.budget)]
    command = [sys.executable, "-m", module, *options]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def proved(place: Place, size: Size) -> Truth:
    """Compare kdcurator's answers with a look at every row, and their order with Whoosh's."""
    from tests.benchmarks.searching_proof import EveryRow, agreeing, indexed, prove

    index, readers = indexed(place)
    questions = Questions(place.texts).proved(PROVED)
    proof = prove(EveryRow(place), index, questions, size.proving)
    for difference in proof.wrong[:10]:
        tell(f"differs: {difference}")
    words = [one for one in questions if one.ask in {Ask.WORD, Ask.WORDS}][:RANKED]
    order = agreeing(index, readers, words, size.proving)
    return Truth(proof.tried, len(proof.wrong), order.same, order.places, order.respelled)


if __name__ == "__main__":
    main()
