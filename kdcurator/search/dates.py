"""Dates in queries: a year, a month, a day, or from one to another.

Owns how `date:` is read. Dates are numbers here, yyyymmdd, as the index compares them. Must not
know any index.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_DANISH = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})")


@dataclass(frozen=True, slots=True)
class DateRange:
    """From the first day to the last, both included; None is an open end."""

    first: int | None
    last: int | None


def as_number(day: date) -> int:
    """Return a day as the index holds it."""
    return day.year * 10_000 + day.month * 100 + day.day


def read_dates(typed: str) -> DateRange | None:
    """Return the days that `2021`, `2021-03`, `5.3.2021`, `2017..2021` or `2017..` mean.

    None when it is no date. A range that runs backwards is turned round.
    """
    start, dots, end = typed.strip().partition("..")
    if not dots:
        return _period(start)
    first, last = _period(start), _period(end)
    if (start and not first) or (end and not last) or not (first or last):
        return None
    if first and last and (first.first or 0) > (last.last or 0):
        first, last = last, first
    return DateRange(first.first if first else None, last.last if last else None)


def _period(typed: str) -> DateRange | None:
    """Return the days of a year, a month or one day."""
    if found := _ISO.fullmatch(typed):
        year, month, day = (int(part) if part else None for part in found.groups())
    elif found := _DANISH.fullmatch(typed):
        day, month, year = map(int, found.groups())
    else:
        return None
    assert year is not None  # noqa: S101 - both patterns have a year; for the type checker
    try:
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        last = date(year, last_month, day or monthrange(year, last_month)[1])
    except ValueError:  # no such day
        return None
    return DateRange(as_number(first), as_number(last))
