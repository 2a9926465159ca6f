"""The clock: set back, set wrong by years, standing still, in any time zone, across summer time.

Owns walks of work under clocks that jump, and walks of years of backups; both hold that order is
the order of work and never the clock's, that an hour's work is never without a backup, and that
each backup is what it was when it was made. Must not know how backups are named or thinned.
"""

import os
import random
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.backup import BackupKind, KeptBackup, worth_keeping
from kdcurator.domain.errors import CuratorError
from kdcurator.domain.quote import QuoteFilter, QuoteRequest
from kdcurator.services.backups import EVERY
from tests.faults.outcome import Outcome
from tests.faults.program import Program
from tests.faults.state import sums

ZONES = (
    "UTC0", "CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0", "NZST-12NZDT,M9.5.0,M4.1.0/3",
    "<+0545>-5:45", "<+14>-14", "<-12>12",
)  # fmt: skip
"""Time zones with their rules, so that no list of zones need be installed."""

_STARTS = (
    datetime(2026, 3, 29, 0, 30, tzinfo=UTC),  # half an hour before summer time in Denmark
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),  # and before it ends
    datetime(2027, 12, 31, 22, 59, tzinfo=UTC),
    datetime(1970, 1, 3, tzinfo=UTC),  # a computer whose battery is empty
    datetime(2038, 1, 19, 3, 14, tzinfo=UTC),
)
_DAYS = (0.0, 0.001, 0.02, 1 / 24, 0.3, 1.0, 7.0, -1 / 24, -0.3, -1.0, -40.0, 400.0, 9000.0)
"""How far a clock may jump, in days."""
_STEPS = 8


class JumpingClock:
    """A clock that goes on by a second each time it is read, and can be set."""

    def __init__(self, moment: datetime) -> None:
        """Begin at a moment."""
        self.moment = moment

    def __call__(self) -> datetime:
        """Return the time."""
        self.moment += timedelta(seconds=1)
        return self.moment

    def jump(self, days: float) -> None:
        """Set the clock, but not to before there were computers."""
        moved = self.moment + timedelta(days=days)
        self.moment = max(moved, datetime(1970, 1, 2, tzinfo=UTC))


def run(times: int, folder: Path) -> Outcome:
    """Walk so many times through work and through years of backups, each under another clock."""
    outcome = Outcome()
    library = _make_library(folder / "first")
    zones = ZONES if hasattr(time, "tzset") else ("",)
    if zones == ("",):
        outcome.notes.append("only in this computer's time zone: no other can be set here")
    for number in range(times):
        chance = random.Random(number)
        with _time_zone(chance.choice(zones)) as zone:
            lost = [*_work(library, folder / "walk", chance), *_years_of_backups(chance)]
            outcome.note_try(*([f"walk {number} in {zone}: {lost[0]}", *lost[1:]] if lost else ()))
    return outcome


@contextmanager
def _time_zone(rules: str) -> Iterator[str]:
    """Put this process into a time zone."""
    before = os.environ.get("TZ")
    if rules:
        _set_zone(rules)
    try:
        yield rules
    finally:
        if rules:
            _set_zone(before)


def _set_zone(rules: str | None) -> None:
    if rules is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = rules
    time.tzset()


def _make_library(folder: Path) -> Path:
    """Make a library with one article, to start each walk from."""
    text = "".join(f"Sætning {number} siger noget nyt. " for number in range(200))
    folder.mkdir()
    (folder / "a.txt").write_text(text, encoding="utf-8")
    with bootstrap.build(Program(folder).settings) as curator:
        curator.articles.import_files([folder / "a.txt"])
    return folder


def _work(library: Path, folder: Path, chance: random.Random) -> list[str]:
    """Walk once through work under a jumping clock; return what did not hold."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(library, folder)
    clock = JumpingClock(chance.choice(_STARTS))
    for original in (folder / "library" / "originals").iterdir():
        os.utime(original, (clock.moment.timestamp(),) * 2)  # as if it had come in just now
    curator = bootstrap.build(Program(folder).settings, clock)
    try:
        walk = _Walk(curator, clock, chance, Program(folder).database)
        for _ in range(_STEPS):
            walk.go_on()
        walk.end()
        return walk.lost
    except (CuratorError, SQLAlchemyError, OSError, ValueError, ArithmeticError) as error:
        return [f"at {clock.moment} the program stops with {error!r}"]
    finally:
        curator.library.close()


class _Walk:
    """Work under a jumping clock, with what is expected of it."""

    def __init__(
        self, curator: Curator, clock: JumpingClock, chance: random.Random, database: Path
    ) -> None:
        self.lost: list[str] = []
        self._curator, self._clock, self._chance = curator, clock, chance
        self._database = database
        self._saved: list[str] = []
        self._backups: dict[int, dict[str, str]] = {}

    def go_on(self) -> None:
        """Set the clock, do something, and look at everything."""
        self._clock.jump(self._chance.choice(_DAYS))
        deeds = (self._save, self._save, self._undo, self._undo_and_redo, self._back_up)
        self._chance.choice((*deeds, self._wait_for_a_backup))()
        found = [quote.text for quote in self._curator.quotes.list_quotes(QuoteFilter())]
        if found != self._saved:
            self.lost.append(f"quotes stand as {found}, they were saved as {self._saved}")

    def _save(self) -> None:
        place = self._chance.randrange(4000)
        request = QuoteRequest(ArticleId(1), ((place, place + 9),), tags=(f"t{place % 3}",))
        before = len(self._saved)
        self._curator.quotes.save_quotes([request])
        quotes = self._curator.quotes.list_quotes(QuoteFilter())
        self._saved += [quote.text for quote in quotes[before:]]

    def _undo(self) -> None:
        if self._saved:  # what is below these is the import
            if self._curator.history.undo() is None:
                self.lost.append("there was nothing to undo")
            self._saved.pop()

    def _undo_and_redo(self) -> None:
        if self._saved:
            undone, redone = self._curator.history.undo(), self._curator.history.redo()
            if undone is None or redone is None or undone.quotes != redone.quotes:
                self.lost.append(f"{undone} was undone and {redone} redone")

    def _back_up(self) -> None:
        self._note_backup(self._curator.backups.back_up().path)
        if self._chance.random() < 0.5:  # its clock was wrong, and somebody sees it
            self._clock.jump(-self._chance.choice(_DAYS[2:7]))
            self._wait_for_a_backup()

    def _wait_for_a_backup(self) -> None:
        """Save a quote, work on, and want a backup of it, whatever the clock was before.

        A clock set back by less than an hour makes the last backup seem newer than it is, for an
        hour at most; then another hour is none too long.
        """
        self._save()
        for _ in range(2):
            self._clock.moment += EVERY + timedelta(minutes=1)
            made = self._curator.backups.back_up_each_hour()
            if made is not None:
                self._note_backup(made.path)
        if self._is_new():
            self.lost.append("two hours' work is without a backup")

    def _is_new(self) -> bool:
        newest = max(self._backups, default=None)
        return newest is None or self._backups[newest] != sums(self._database)

    def _note_backup(self, path: Path) -> None:
        listed = self._curator.backups.list_backups()
        newest = listed[0]
        if newest.path != path or newest.number <= max(self._backups, default=0):
            self.lost.append(f"the backup made last is {path.name}, {newest.path.name} is listed")
        if abs(newest.made_at - self._clock.moment) > timedelta(seconds=10):
            self.lost.append(f"{path.name} was made at {self._clock.moment}")
        self._backups[newest.number] = sums(self._database)
        gone = self._backups.keys() - {backup.number for backup in listed}
        if gone:
            self.lost.append(f"backups {gone} are gone")

    def end(self) -> None:
        """Bring a backup back and find what was in it; then undo all that is left."""
        listed = [b for b in self._curator.backups.list_backups() if b.number in self._backups]
        if not listed:
            return
        wanted = self._chance.choice(listed)
        self._curator.backups.restore(wanted.path)
        if sums(self._database) != self._backups[wanted.number]:
            self.lost.append(f"{wanted.path.name} is not what it was when it was made")
        if self._curator.backups.list_backups()[0].kind is not BackupKind.BEFORE:
            self.lost.append("what was replaced is not the newest backup")


def _years_of_backups(chance: random.Random) -> list[str]:
    """Make and thin backups for years; return which of those to be kept were removed."""
    clock = JumpingClock(chance.choice(_STARTS))
    everything: list[KeptBackup] = []
    kept: list[KeptBackup] = []
    for number in range(1, 200):
        clock.jump(chance.choice((1 / 24, 1 / 24, 0.2, 1.0, 3.0, 20.0, -1 / 24, -2.0)))
        made = KeptBackup(Path(str(number)), number, BackupKind.AUTOMATIC, clock())
        everything.append(made)
        kept.append(made)
        numbers = worth_keeping(kept)
        kept = [backup for backup in kept if backup.number in numbers]
        missed = _to_be_kept(everything) - {backup.number for backup in kept}
        if missed or len(kept) > 10 + 7 + 4 + 12:
            return [f"of {number} backups {len(kept)} are kept, and {missed} are not"]
    return []


def _to_be_kept(backups: list[KeptBackup]) -> set[int]:
    """Return the ten newest and the last of each of seven days and twelve months."""
    numbers = {backup.number for backup in backups[-10:]}
    for form, count in (("%Y-%m-%d", 7), ("%G-%V", 4), ("%Y-%m", 12)):
        last: dict[str, int] = {}
        for backup in reversed(backups):
            there = time.localtime(backup.made_at.timestamp())
            last.setdefault(time.strftime(form, there), backup.number)
        numbers |= set(list(last.values())[:count])
    return numbers
