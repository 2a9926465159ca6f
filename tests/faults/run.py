"""What faults do to a library, tried in full: `python3 run.py faults`.

Owns the table that it prints and the exit code: 0 when nothing was lost. Words on the command line
choose the rows whose names hold them. Each row is tried in a process of its own, as many at once as
there are cores. Must not know any fault.
"""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.faults.outcome import Row
from tests.faults.rows import rows

_SHOWN = 10
"""So many losses of one row are told; the count tells the rest."""


def main(words: list[str]) -> int:
    """Try every fault, print what became of it, and return the exit code."""
    if words[:1] == [_ALONE]:
        return _try(next(row for row in rows() if row.name == words[1]))
    wanted = [row.name for row in rows() if not words or any(word in row.name for word in words)]
    _print(f"{'fault':<44}{'tried':>8}{'survived':>10}{'lost':>6}{'seconds':>9}")
    with ThreadPoolExecutor(os.cpu_count()) as cores:
        failed = sum(map(_told, cores.map(_in_its_own_process, wanted)))
    _print(f"\n{'nothing was lost' if not failed else f'{failed} kinds of fault lost something'}")
    return 1 if failed or not wanted else 0


_ALONE = "--alone"
"""Before the name of the one row that a process is to try."""


def _in_its_own_process(name: str) -> subprocess.CompletedProcess[str]:
    """Try one row; what it prints comes back with its exit code."""
    command = [sys.executable, "-m", __spec__.name, _ALONE, name]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _told(done: subprocess.CompletedProcess[str]) -> bool:
    """Print what a row printed, a fault of its own too; tell whether it lost something."""
    _print(done.stdout.rstrip() or done.stderr.rstrip())
    return done.returncode != 0


def _try(row: Row) -> int:
    """Try one row in full and print its line and what belongs to it."""
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        outcome = row.run(row.whole, Path(scratch))
    counts = f"{outcome.tried:>8}{outcome.survived:>10}{len(outcome.losses):>6}"
    _print(f"{row.name:<44}{counts}{time.perf_counter() - started:>9.0f}")
    for line in (*filter(None, [outcome.impossible]), *outcome.notes, *outcome.losses[:_SHOWN]):
        _print(f"    {line}")
    return 1 if outcome.losses else 0


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
