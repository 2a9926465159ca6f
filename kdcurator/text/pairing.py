"""Which of many texts have much in common, without comparing each with each.

Owns how such texts are found: those that share rare threes of words may be alike, and those alone
are compared. A library of 20,000 texts keeps one three in sixteen, so that it fits into memory; a
notice of a few dozen words may slip through then. Must not know where texts come from.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations, pairwise
from typing import Final, Generic, TypeVar

from kdcurator.text.similarity import traces

Name = TypeVar("Name", bound=Hashable)

LEAST: Final = 40
"""Threes of words that a text needs, so that no short notice is like another."""

_KEPT: Final = 1_000_000
"""Threes that are kept of all texts together."""

_LETTERS: Final = 6
"""Code points to a word, about."""

_OFTEN: Final = 20
"""Of texts that share a three with more others than these, each is held against the next alone: it
is a phrase, or what stands below every article of a paper, or one text that came very often."""

_SHARE: Final = 0.6
"""So much of what is wanted has to be met by what is kept: a sample is off by some."""


class Pairing(Generic[Name]):
    """Many texts, by name, of which some may be alike."""

    def __init__(self, letters: int) -> None:
        """Expect texts of so many code points in all."""
        self._every = 1
        while letters // _LETTERS // self._every > _KEPT:
            self._every *= 2
        self._having: defaultdict[int, list[Name]] = defaultdict(list)
        self._count: dict[Name, int] = {}

    def add(self, name: Name, text: str) -> None:
        """Let a text be found; takes time in proportion to its length."""
        found = traces(text)
        if len(found) < LEAST:
            return
        kept = [trace for trace in found if trace % self._every == 0]
        self._count[name] = len(kept)
        for trace in kept:
            self._having[trace].append(name)

    def likely(self, share: float) -> Iterator[tuple[Name, Name]]:
        """Yield texts, in the order added, of which the shorter may have `share` in the other."""
        together = Counter(_pairs(self._having.values()))
        for (one, other), common in together.items():
            if common >= _SHARE * share * min(self._count[one], self._count[other]):
                yield one, other


def _pairs(having: Iterable[list[Name]]) -> Iterator[tuple[Name, Name]]:
    for names in having:
        yield from combinations(names, 2) if len(names) <= _OFTEN else pairwise(names)
