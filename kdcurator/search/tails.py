"""Terms by how they end.

Owns the way from an ending to the terms that have it, and reads them little by little. Must not
know what a word is.
"""

from collections import defaultdict
from collections.abc import Sequence

_LETTERS = 3
"""Last letters by which terms are gathered; of those that share them each is looked at."""

_SOME = 20_000
"""Terms that are gathered in one step: some ten milliseconds."""


class Tails:
    """The terms of a lexicon by their last letters."""

    def __init__(self, terms: Sequence[str]) -> None:
        """Take terms in order; none is looked at yet."""
        self._terms = terms
        self._read = 0
        self._ending: defaultdict[str, list[str]] = defaultdict(list)

    def read_some(self) -> bool:
        """Gather some more terms; tell whether all are."""
        if self._read >= len(self._terms):
            return True
        for term in self._terms[self._read : self._read + _SOME]:
            self._ending[term[-_LETTERS:]].append(term)
        self._read += _SOME
        return self._read >= len(self._terms)

    def ending(self, tail: str) -> list[str]:
        """Return the terms that end in `tail`, of three letters at least, and are longer."""
        while self._read < len(self._terms):
            self.read_some()
        near = self._ending.get(tail[-_LETTERS:], ())
        return [term for term in near if len(term) > len(tail) and term.endswith(tail)]
