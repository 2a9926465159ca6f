"""People who speak, and how an article presented each of them.

Owns the rule that names compare without regard to case. Must not know texts or storage.
"""

import unicodedata
from dataclasses import dataclass
from typing import NewType

PersonId = NewType("PersonId", int)


def name_key(name: str) -> str:
    """Return the form in which two names of tags or people are the same name."""
    composed = unicodedata.normalize("NFC", name)
    return " ".join(composed.casefold().split())


@dataclass(frozen=True, slots=True)
class Presentation:
    """A person as one text presents them: the role belongs to its moment."""

    name: str
    role: str | None = None
    organisation: str | None = None
    municipality: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker of the library with every form of the name."""

    id: PersonId
    name: str
    name_forms: tuple[str, ...] = ()
    is_protected: bool = False
    cover_name: str | None = None
    quotes: int = 0
    presentations: tuple[Presentation, ...] = ()
