"""Windows, commands and readers that want one library at the same moment.

Owns the races and what is right in each: never two that write at once; who is refused is told who
writes, and nothing of hers is there; who reads is never refused and never disturbs; a lock whose
holder was killed is free at once; of starts at the same moment one is first, and a missing library
is made once.
"""

import json
import statistics
import subprocess
from collections.abc import Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

from kdcurator import bootstrap
from kdcurator.gui.first_start import door_of
from kdcurator.store.copies import read_only
from kdcurator.store.engine import BUSY_TIMEOUT
from tests.faults.outcome import Outcome
from tests.faults.program import Program
from tests.faults.runners import Answer, Runners

_HOW_MANY = 3
_WRITES = 40
_LONGEST = BUSY_TIMEOUT / 1000
"""Seconds that a change takes only when somebody blocks it."""


def run(times: int, folder: Path) -> Outcome:
    """Run so many races, one kind after the other."""
    outcome, took = Outcome(), list[float]()
    kinds = (_at_once, _in_turn, _readers, _killed, _made_once, _first_windows, _commands)
    with Runners(_HOW_MANY) as runners:
        for number in range(times):
            program = Program(folder / f"race-{number}")
            program.folder.mkdir()
            kind = kinds[number % len(kinds)]
            losses = kind(runners, program, took)
            outcome.note_try(*(f"{kind.__name__[1:]}: {loss}" for loss in losses))
    outcome.notes.append(_latency(took))
    return outcome


def _latency(took: Sequence[float]) -> str:
    if not took:
        return "no change was timed"
    middle, last = statistics.median(took) * 1000, max(took) * 1000
    return f"{len(took)} changes while others read: {middle:.1f} ms each, {last:.0f} ms at most"


# Who writes


def _at_once(runners: Runners, program: Program, _took: list[float]) -> list[str]:
    """Let all write without waiting."""
    _make(program)
    answers = runners.race([_writer(program, number, wait=0) for number in range(_HOW_MANY)])
    losses = _not_one_after_the_other(answers)
    refusals = [answer["refused"] for answer in answers if "refused" in answer]
    processes = {str(process) for process in runners.processes()} | {"?"}
    losses += [f"{one} is no writer" for one in refusals if one["process"] not in processes]
    if len(refusals) == len(answers):
        losses.append("everybody was refused")
    return losses + _not_as_told(program, answers)


def _in_turn(runners: Runners, program: Program, _took: list[float]) -> list[str]:
    """Let all write, and wait for each other."""
    _make(program)
    answers = runners.race([_writer(program, number, wait=60) for number in range(_HOW_MANY)])
    losses = _not_one_after_the_other(answers)
    losses += [f"{answer} though it waits" for answer in answers if "held" not in answer]
    return losses + _not_as_told(program, answers)


def _writer(program: Program, number: int, *, wait: float, times: int = 3) -> Answer:
    return {
        "verb": "write",
        "folder": str(program.folder),
        "name": f"racer {number}",
        "wait": wait,
        "times": times,
    }


def _not_one_after_the_other(answers: Sequence[Answer]) -> list[str]:
    """Tell which held the right to write while another did, and what failed."""
    held = sorted(answer["held"] for answer in answers if "held" in answer)
    losses = ["two wrote at once" for one, other in pairwise(held) if other[0] < one[1]]
    return losses + [answer["failed"] for answer in answers if "failed" in answer]


def _not_as_told(program: Program, answers: Sequence[Answer]) -> list[str]:
    """Tell which tags are not those that the writers were told are saved."""
    wrote = [number for number, answer in enumerate(answers) if "held" in answer]
    told = {f"racer {number} {n}" for number in wrote for n in range(len(answers[number]["took"]))}
    return _not_those(program, told)


def _not_those(program: Program, told: set[str]) -> list[str]:
    with closing(read_only(program.database)) as connection:
        names = connection.execute("SELECT name FROM tag WHERE key IS NULL")
        found = {name for (name,) in names}
        (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
    losses = [] if verdict == "ok" else [f"SQLite says {verdict}"]
    return losses if found == told else [*losses, f"{sorted(found ^ told)} are not as told"]


def _make(program: Program) -> None:
    bootstrap.build(program.settings).close()


# Who reads


def _readers(runners: Runners, program: Program, took: list[float]) -> list[str]:
    """Let one write while the others open and close the library all the time."""
    _make(program)
    reader: Answer = {"verb": "read", "folder": str(program.folder), "times": _WRITES}
    readers = [dict(reader) for _ in range(_HOW_MANY - 1)]
    answers = runners.race([_writer(program, 0, wait=0, times=_WRITES), *readers])
    wrote, *read = answers
    losses = [f"a reader: {answer}" for answer in read if "counts" not in answer]
    if "took" not in wrote:
        return [*losses, f"the writer: {wrote}"]
    took += wrote["took"]
    if max(wrote["took"]) > _LONGEST:
        losses.append(f"a change took {max(wrote['took']):.1f} s")
    if len(wrote["wals"]) != 1 or 0 in wrote["wals"]:
        losses.append(f"the WAL was removed under the writer: {wrote['wals']}")
    counts = [answer["counts"] for answer in read if "counts" in answer]
    losses += ["a reader saw less than before" for some in counts if some != sorted(some)]
    return losses + _not_as_told(program, [wrote])


# Who is gone, who is first


def _killed(runners: Runners, program: Program, _took: list[float]) -> list[str]:
    """Kill a holder in the middle of a change; the next one does not wait."""
    _make(program)
    answer = runners.kill_when_answered({"verb": "hold", "folder": str(program.folder)})
    losses = [] if "held" in answer else [f"the holder: {answer}"]
    answers = runners.race([_writer(program, 0, wait=0)])
    losses += [f"the lock is not free: {answers}"] if "held" not in answers[0] else []
    return losses + _not_as_told(program, answers)


def _made_once(runners: Runners, program: Program, _took: list[float]) -> list[str]:
    """Start all on a library that is missing."""
    start: Answer = {"verb": "start", "folder": str(program.folder), "wait": 60}
    answers = runners.race([dict(start) for _ in range(_HOW_MANY)])
    losses = [f"{answer}" for answer in answers if "uuid" not in answer]
    if len({answer["uuid"] for answer in answers if "uuid" in answer}) > 1:
        losses.append("several libraries were made")
    losses += [f"{answer} tags" for answer in answers if answer.get("keyed", 9) != 9]
    return losses + _not_those(program, set())


def _first_windows(runners: Runners, program: Program, _took: list[float]) -> list[str]:
    """Start all as windows; the first is raised by each of the others."""
    knock: Answer = {"verb": "knock", "door": door_of(program.library)}
    firsts = [answer.get("is_first") for answer in runners.race([knock] * _HOW_MANY)]
    knocks = [_HOW_MANY - 1 if first else 0 for first in firsts]
    answers = runners.race([{"verb": "leave", "raised": number} for number in knocks])
    losses = [] if firsts.count(True) == 1 else [f"{firsts.count(True)} windows are the first"]
    raised = [answer.get("raised") for answer in answers]
    return losses if raised == knocks else [*losses, f"raised {raised} times and not {knocks}"]


def _commands(_runners: Runners, program: Program, _took: list[float]) -> list[str]:
    """Start commands that write and one that reads, each a process of its own."""
    _make(program)
    names = [f"racer {number}" for number in range(_HOW_MANY - 1)]
    commands = [["--wait", "0", "tags", "add", name, "--json"] for name in names]
    commands.append(["tags", "list", "--json"])
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    processes = [program.start(*command, **pipes) for command in commands]
    said = [(process.communicate(), process.returncode) for process in processes]
    losses = [f"{out!r} {err!r}" for (out, err), code in said if not _is_an_answer(out, code)]
    if said[-1][1] != 0:
        losses.append("a reader was refused")
    told = {name for name, (_, code) in zip(names, said[:-1], strict=True) if code == 0}
    return losses + ([] if told else ["everybody was refused"]) + _not_those(program, told)


def _is_an_answer(printed: bytes, code: int) -> bool:
    """Tell whether a command did what it was asked for, or was refused with the right word."""
    document = json.loads(printed)
    return code == 0 or bool(code == 1 and document["error"]["code"] == "library_in_use")
