"""What a row must hold for a query to be worth asking of it.

Owns the values between who reads queries and who reads rows by SQL. A sieve lets through whatever
may match and some that does not; None lets everything through. Must not know queries or tables.
"""

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """In what part of an article or quote."""

    WORDS = "words"
    TITLE = "title"
    TAG = "tag"
    SPEAKER = "speaker"
    SOURCE = "source"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Holds:
    """One of some patterns, as SQL's LIKE has them with a backslash before what is meant itself."""

    where: Where
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EachOf:
    """What must be let through by all parts."""

    parts: "tuple[Sieve, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """What must be let through by one part."""

    parts: "tuple[Sieve, ...]"


Sieve = Holds | EachOf | AnyOf
