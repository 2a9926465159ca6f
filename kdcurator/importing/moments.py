"""Which day a moment belongs to for Danish readers.

Owns that what is given in UTC may be the next day in Denmark. Must not know where times stand.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def day_of(moment: datetime) -> date:
    """Return the day of a moment: as its own clock has it, in Denmark when it is given in UTC."""
    if moment.tzinfo is None or moment.utcoffset():
        return moment.date()
    try:
        return moment.astimezone(ZoneInfo("Europe/Copenhagen")).date()
    except (ZoneInfoNotFoundError, OverflowError):  # no time zones on this computer; year 9999
        return moment.astimezone(UTC).date()
