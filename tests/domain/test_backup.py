"""Which automatic backups are kept: enough of each age, whatever the clock did."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kdcurator.domain.backup import BackupKind, KeptBackup, worth_keeping

START = datetime(2026, 1, 1, 12, tzinfo=UTC)


def made(number: int, age: timedelta, kind: BackupKind = BackupKind.AUTOMATIC) -> KeptBackup:
    return KeptBackup(Path(f"{number}.zip"), number, kind, START + age)


def hourly(hours: int) -> list[KeptBackup]:
    return [made(n, timedelta(hours=n)) for n in range(hours)]


def test_ten_newest_then_days_weeks_and_months_are_kept() -> None:
    everything = hourly(24 * 400)
    kept = worth_keeping(everything)
    assert set(range(24 * 400 - 10, 24 * 400)) <= kept
    days = {everything[number].made_at.astimezone().date() for number in kept}
    newest = everything[-1].made_at.astimezone().date()
    assert {newest - timedelta(days=age) for age in range(7)} <= days
    months = {(day.year, day.month) for day in days}
    assert len(months) >= 12
    assert len(kept) <= 10 + 7 + 4 + 12


def test_what_was_made_by_hand_or_before_a_restore_is_never_thinned() -> None:
    others = [made(n, timedelta(), kind) for n, kind in enumerate(BackupKind) if n != 1]
    mine = [made(n, timedelta(), BackupKind.BY_HAND) for n in range(100, 150)]
    kept = worth_keeping([*others, *mine, *hourly(0)])
    assert {backup.number for backup in mine} <= kept


def test_a_holiday_costs_no_backup() -> None:
    before = hourly(24 * 30)
    after = [made(9000 + n, timedelta(days=200, minutes=n)) for n in range(50)]
    kept = worth_keeping([*before, *after])
    assert sum(number < 9000 for number in kept) >= 6


@given(st.lists(st.integers(-10_000, 10_000), max_size=200))
def test_the_newest_by_number_stay_whatever_the_clock_says(hours: list[int]) -> None:
    everything = [made(n, timedelta(hours=moved)) for n, moved in enumerate(hours)]
    kept = worth_keeping(everything)
    assert {backup.number for backup in everything[-10:]} <= kept
    assert len(kept) <= 10 + 7 + 4 + 12
