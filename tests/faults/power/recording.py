"""A recording of the program at work, made anew for each run.

Owns the process that records, and the sentence where none can. Must not know what is recorded.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.faults.power import work
from tests.faults.power.events import Event, read_log
from tests.faults.power.recorder import IMPOSSIBLE
from tests.faults.program import Program

_PATIENCE = 300
"""Seconds after which the work counts as hanging."""


class NoRecording(Exception):
    """Nothing can be recorded on this system; the sentence says why."""


def record(folder: Path, quotes: int, *, careless: bool = False) -> list[Event]:
    """Let the program do its work in the folder `disk` of `folder`; return what it did to it.

    Raises `NoRecording`.
    """
    work.write_articles(folder)
    how = ["--careless"] if careless else []
    return watch(folder, ["-m", "tests.faults.power.work", str(folder), str(quotes), *how])


def watch(folder: Path, arguments: Sequence[str]) -> list[Event]:
    """Run Python with these arguments; return what it did to the folder `disk` of `folder`.

    Raises `NoRecording`.
    """
    if sys.platform != "linux":
        raise NoRecording("writes are recorded by ptrace, which only Linux has")
    disk, log, said = folder / "disk", folder / "log", folder / "said"
    disk.mkdir()
    recorder = ["-m", "tests.faults.power.recorder", str(disk), str(log), str(said)]
    done = subprocess.run(
        [sys.executable, *recorder, sys.executable, *arguments],
        env=Program(disk).environment,
        stderr=subprocess.PIPE,
        timeout=_PATIENCE,
        check=False,
    )
    if done.returncode == IMPOSSIBLE:
        raise NoRecording(done.stderr.decode(errors="replace").strip())
    if done.returncode:
        raise RuntimeError(f"the work came to no end: {done.stderr.decode()} {said.read_text()}")
    return list(read_log(log))
