"""Tags: the journalist's own words for what quotes are about."""

from dataclasses import dataclass
from typing import NewType

TagId = NewType("TagId", int)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag; `key` is its digit 1 to 9, `colour` an index into the theme's eight colours."""

    id: TagId
    name: str
    colour: int
    key: int | None = None
    parent: str | None = None
    description: str | None = None
    quotes: int = 0


@dataclass(frozen=True, slots=True)
class NewTag:
    """A tag that is not in a library yet."""

    name: str
    colour: int
    key: int | None = None
    description: str | None = None
