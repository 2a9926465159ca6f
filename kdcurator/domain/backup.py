"""Backups as people choose among them: made when, by whom, holding how much.

Owns the kinds, which of the automatic ones are worth keeping, and what a comparison of two states
tells. Must not know files' insides or SQLite.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

NEWEST: Final = 10
DAYS: Final = 7
WEEKS: Final = 4
MONTHS: Final = 12
"""How many automatic backups are kept: the newest, and the last one of so many days, weeks …"""


SAMPLE: Final = 120
"""Code points of a quote that is named as a sample of a difference; the rest is left out."""


class BackupKind(StrEnum):
    """Why a backup was made."""

    BY_HAND = "by_hand"
    AUTOMATIC = "automatic"
    BEFORE = "before"
    """Made before the library was replaced or brought up to date."""


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup among those of a library."""

    path: Path
    number: int
    """Its place in the order of making: clocks can be set back, numbers cannot."""
    kind: BackupKind
    made_at: datetime
    articles: int | None = None
    quotes: int | None = None
    """None for a backup that does not say how much it holds."""
    mark: str | None = None
    """The same for two backups of the same state of a library."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something are in one state of a library and not in another."""

    gone: int = 0
    """Here now and not in the backup: lost when it comes back."""
    back: int = 0
    """In the backup and no longer here."""
    other: int = 0
    """In both, and not the same."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What would be another after a backup came back."""

    articles: Count
    quotes: Count
    gone: tuple[str, ...] = ()
    """The first words of some quotes that are not in the backup."""
    back: tuple[str, ...] = ()
    """The first words of some quotes that would come back."""

    @property
    def is_none(self) -> bool:
        """Tell whether the backup holds what is here now."""
        return self.articles == self.quotes == Count()


def worth_keeping(backups: Iterable[KeptBackup]) -> set[int]:
    """Return the numbers of the automatic backups to keep, and of all others.

    Ten newest, and the last of each of the last 7 days, 4 weeks and 12 months in which there was
    one, so that a holiday costs nothing. Days are those of this computer's place.
    """
    everything = sorted(backups, key=lambda backup: backup.number, reverse=True)
    automatic = [backup for backup in everything if backup.kind is BackupKind.AUTOMATIC]
    kept = {backup.number for backup in everything if backup.kind is not BackupKind.AUTOMATIC}
    kept |= {backup.number for backup in automatic[:NEWEST]}
    for period, count in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        kept |= _last_of_each(automatic, period, count)
    return kept


def _last_of_each(
    backups: Sequence[KeptBackup], period: Callable[[datetime], Hashable], count: int
) -> set[int]:
    """Return the last backup of each period; `backups` stand with the newest first."""
    last: dict[Hashable, int] = {}
    for backup in backups:
        last.setdefault(period(backup.made_at.astimezone()), backup.number)
    return set(list(last.values())[:count])


def _day(moment: datetime) -> Hashable:
    return moment.date()


def _week(moment: datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> Hashable:
    return moment.year, moment.month
