"""Files of every format, damaged in every way, imported by the program.

What must hold: importing never ends in a fault; each file is imported or refused with one sentence,
within the seconds that reading may take; no process that reads takes more memory than it may.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.errors import CuratorError, ReaderStopped
from kdcurator.importing.limits import MOST_MEMORY, longest_reading
from kdcurator.services.articles import ImportReport, take_in
from kdcurator.services.confined import ConfinedIntake
from tests.faults.originals import originals
from tests.faults.outcome import Outcome
from tests.faults.program import Program

_AROUND = 3
"""Seconds for what is not the reading: a new process, and keeping what was read."""

Mutation = Callable[[bytearray, random.Random], None]


def run(times: int, folder: Path) -> Outcome:
    """Import so many damaged files, one after the other, of all formats by turns."""
    outcome, tally = Outcome(), Counter[str]()
    place = folder / "files"
    place.mkdir(parents=True)
    whole = originals(folder)
    with bootstrap.build(Program(folder).settings) as curator, _reader(curator) as reader:
        for number in range(times):
            name, data = whole[number % len(whole)]
            luck = random.Random(number)
            path = place / f"{number}-{name}"
            path.write_bytes(_mutated(data, luck))
            losses = list(_import(curator, reader, path, tally))
            outcome.note_try(*(f"try {number}, {name}: {loss}" for loss in losses))
            path.unlink()
    outcome.notes.append(", ".join(f"{count} {what}" for what, count in sorted(tally.items())))
    _note_memory(outcome)
    return outcome


def _reader(curator: Curator) -> ConfinedIntake:
    """Return what reads for the command line; its process is kept warm over all files."""
    originals = curator.library.originals
    return ConfinedIntake(bootstrap.build_intake(originals), originals)


def _import(
    curator: Curator, reader: ConfinedIntake, path: Path, tally: Counter[str]
) -> Iterator[str]:
    """Import a file and yield what did not hold."""
    started = time.monotonic()
    incoming = curator.articles.begin_import()
    try:
        take_in(incoming, reader.read_all(path))
    except CuratorError as error:
        yield f"the whole import ended: {error}"
        return
    except Exception as error:  # noqa: BLE001 - the fault that is looked for
        yield f"a fault: {error!r}"
        return
    took = time.monotonic() - started
    if took > longest_reading(path.name) + _AROUND:
        yield f"took {took:.1f} s"
    yield from _proved(incoming.report, tally)


def _proved(report: ImportReport, tally: Counter[str]) -> Iterator[str]:
    """Yield what is wrong with a report of one file; count what became of it."""
    tally["imported"] += len(report.imported)
    tally["duplicates"] += len(report.duplicates)
    tally["refused"] += len(report.rejected)
    tally["new versions"] += len(report.updated)
    if not (report.imported or report.duplicates or report.rejected or report.updated):
        yield "neither imported nor refused"
    for turned in report.rejected:
        tally["ended their reader"] += isinstance(turned.error, ReaderStopped)
        sentence = str(turned.error)
        if "\n" in sentence or not sentence.endswith(".") or "{" in sentence:
            yield f"refused with {sentence!r}"


def _note_memory(outcome: Outcome) -> None:
    """Prove the memory of the greediest process that read; not every system tells it."""
    if sys.platform != "linux":
        outcome.notes.append("the memory of processes is not measured here")
        return
    import resource

    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    outcome.notes.append(f"at most {most // 1024**2} MB")
    if most > MOST_MEMORY:
        outcome.losses.append(f"a process that read took {most // 1024**2} MB")


def _mutated(data: bytes, luck: random.Random) -> bytes:
    """Return a file damaged once to four times."""
    damaged = bytearray(data)
    for _ in range(luck.randint(1, 4)):
        if damaged:
            luck.choice(_MUTATIONS)(damaged, luck)
    return bytes(damaged)


def _flip(data: bytearray, luck: random.Random) -> None:
    for _ in range(luck.randint(1, 20)):
        data[luck.randrange(len(data))] ^= 1 << luck.randrange(8)


def _cut(data: bytearray, luck: random.Random) -> None:
    del data[luck.randrange(len(data)) :]


def _repeat(data: bytearray, luck: random.Random) -> None:
    start, end = _stretch(data, luck)
    data[start:end] = data[start:end] * luck.choice((2, 10, 300))


def _splice(data: bytearray, luck: random.Random) -> None:
    start, end = _stretch(data, luck)
    piece = data[start:end]
    at = luck.randrange(len(data))
    data[at:at] = piece


def _drop(data: bytearray, luck: random.Random) -> None:
    start, end = _stretch(data, luck)
    del data[start:end]


def _zero(data: bytearray, luck: random.Random) -> None:
    start, end = _stretch(data, luck)
    data[start:end] = bytes([luck.choice((0, 0xFF))]) * (end - start)


def _swap(data: bytearray, luck: random.Random) -> None:
    start, end = _stretch(data, luck)
    middle = (start + end) // 2
    data[start:end] = data[middle:end] + data[start:middle]


def _number(data: bytearray, luck: random.Random) -> None:
    """Put a number where it may be taken for a size or a place."""
    at = luck.randrange(len(data))
    size = luck.choice((1, 2, 4))
    data[at : at + size] = luck.choice((0, 1, 2**31 - 1, 2**32 - 1)).to_bytes(8, "little")[:size]


def _stretch(data: bytearray, luck: random.Random) -> tuple[int, int]:
    """Return where a stretch of at most 2,000 bytes begins and ends."""
    start = luck.randrange(len(data))
    return start, min(len(data), start + luck.randint(1, 2_000))


_MUTATIONS: tuple[Mutation, ...] = (_flip, _cut, _repeat, _splice, _drop, _zero, _swap, _number)
