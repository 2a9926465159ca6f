"""What faults do to a library, tried in full: `python3 run.py faults`.

Owns the table that it prints and the exit code: 0 when nothing was lost. Words on the command line
choose the rows whose names hold them. Must not know any fault.
"""

import sys
import tempfile
import time
from pathlib import Path

from tests.faults.outcome import Outcome, Row
from tests.faults.rows import rows

_SHOWN = 10
"""So many losses of one row are told; the count tells the rest."""


def main(words: list[str]) -> int:
    """Try every fault and print what was lost."""
    _print(f"{'fault':<44}{'tried':>8}{'survived':>10}{'lost':>6}{'seconds':>9}")
    wanted = [row for row in rows() if not words or any(word in row.name for word in words)]
    losses = sum(len(_try(row).losses) for row in wanted)
    _print(f"\n{'nothing was lost' if not losses else f'{losses} tries lost something'}")
    return 1 if losses or not wanted else 0


def _try(row: Row) -> Outcome:
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        outcome = row.run(row.whole, Path(scratch))
    counts = f"{outcome.tried:>8}{outcome.survived:>10}{len(outcome.losses):>6}"
    _print(f"{row.name:<44}{counts}{time.perf_counter() - started:>9.0f}")
    for line in (*filter(None, [outcome.impossible]), *outcome.notes, *outcome.losses[:_SHOWN]):
        _print(f"    {line}")
    return outcome


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
