"""What somebody corrects in the details of one or many articles at once.

Owns which details can be corrected, what many articles have in common, and what becomes of a guess.
Must not know who asks nor how details are kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Final

from kdcurator.domain.article import Metadata

DETAILS: Final = frozenset(each.name for each in fields(Metadata)) - {"guessed"}
"""Everything that is known of an article, each of which may be a guess."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What is said of some articles; what is not named stays with each as it is."""

    values: Mapping[str, object] = field(default_factory=dict)
    """By the names of `Metadata`; None says that nothing is known. No guess any more."""
    confirmed: frozenset[str] = frozenset()
    """Details whose guesses are right."""

    @property
    def is_nothing(self) -> bool:
        """Tell whether every article stays as it is."""
        return not (self.values or self.confirmed)

    def of(self, known: Metadata) -> Metadata:
        """Return what is known of an article once it is corrected."""
        settled = self.values.keys() | self.confirmed
        values: dict[str, object] = dict(self.values)
        return replace(known, **values, guessed=known.guessed - settled)  # type: ignore[arg-type]  # by name


ACCEPT_GUESSES: Final = Corrections(confirmed=DETAILS)
"""Says that everything guessed is right."""


@dataclass(frozen=True, slots=True)
class Common:
    """One detail of several articles."""

    value: object = None
    """What all of them have; None where they differ, or where none is known."""
    differs: bool = False
    guesses: int = 0
    """In how many of them it is a guess."""


def common(articles: Iterable[Metadata]) -> dict[str, Common]:
    """Return what articles have in common, by detail."""
    known = list(articles)
    return {name: _common(known, name) for name in DETAILS}


def _common(known: list[Metadata], name: str) -> Common:
    values = {getattr(each, name) for each in known}
    guesses = sum(name in each.guessed for each in known)
    if len(values) == 1:
        return Common(values.pop(), guesses=guesses)
    return Common(differs=bool(values), guesses=guesses)
