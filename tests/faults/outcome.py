"""What a fault's runs came to: how often it was tried, survived, and what was lost.

Owns the counting, so that every row of the table means the same by it. Must not know any fault.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

Run = Callable[[int, Path], "Outcome"]
"""Tries a fault so many times in an empty folder; the same number always tries the same."""


@dataclass(slots=True)
class Outcome:
    """The count of one row."""

    tried: int = 0
    losses: list[str] = field(default_factory=list)
    """A sentence for each time that something did not hold: what was done, what was found."""
    notes: list[str] = field(default_factory=list)
    """Figures that belong beside the counts, such as the acknowledged quotes."""
    impossible: str = ""
    """Why nothing could be tried on this system; empty where it could."""

    @property
    def survived(self) -> int:
        """How many tries lost nothing."""
        return self.tried - len(self.losses)

    def note_try(self, *losses: str) -> None:
        """Count one try with what it lost; several losses in one try are told together."""
        self.tried += 1
        if losses:
            self.losses.append("; ".join(losses))


@dataclass(frozen=True, slots=True)
class Row:
    """One fault of the table."""

    name: str
    what_must_hold: str
    run: Run
    short: int
    """How many tries belong to the tests."""
    whole: int
    """How many tries belong to `run.py faults`."""
