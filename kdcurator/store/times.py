"""Times and dates as the database keeps them: text that sorts as time does.

Owns the two formats: UTC in ISO 8601 with microseconds and `Z`, and `YYYY-MM-DD`.
"""

from datetime import UTC, date, datetime


def as_text(moment: datetime) -> str:
    """Return a moment (aware of its zone) as the database keeps it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def as_moment(text: str) -> datetime:
    """Return the moment that the database kept."""
    return datetime.fromisoformat(text)


def as_date(text: str | None) -> date | None:
    """Return the date that the database kept."""
    return None if text is None else date.fromisoformat(text)
