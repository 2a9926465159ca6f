"""What a typed word may be in an index: itself, inflected, without æøå, begun, mistyped, in others.

Owns the way from a word to the terms of an index's own vocabulary, each with its weight. Must not
know scores, phrases or fields other than those of words and keys.

An exact spelling weighs 1 and a guess so little that rows with the exact word come first. Longer
words that are made of the typed one are told apart from it, for they come after all of those.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice

from kdcurator.search.compounds import is_made_of, last_part
from kdcurator.search.danish import inflected_from, listed, one_edit_away, spellings
from kdcurator.search.postings import Segment
from kdcurator.search.schema import term_in

GUESSED = 0.05
"""Weight of a word that is spelled otherwise than it was typed."""

MOST_COMPOUNDS = 50
"""Longer words in which a word is looked for, the commonest."""

_MOST_SPELLINGS = 32
_LONGEST_MISTYPED = 40
"""Letters of a word in which a slip is looked for; each adds some eighty candidates."""

Terms = dict[str, float]


class Vocabulary:
    """The terms of some segments."""

    def __init__(self, segments: Iterable[Segment]) -> None:
        self._segments = list(segments)

    def has(self, field: str, term: str) -> bool:
        """Tell whether any row has this term."""
        return any(segment.has(field, term) for segment in self._segments)

    def completions(self, field: str, prefix: str) -> Iterator[str]:
        """Yield the terms that begin with `prefix`, some perhaps more than once."""
        return chain.from_iterable(segment.begun(field, prefix) for segment in self._segments)

    def word(self, field: str, word: str, *, guess: bool) -> Terms:
        """Return the terms of a word; with `guess`, of spellings with æøå as well."""
        exact = term_in(field, word)
        found = {exact: 1.0} if self.has(field, exact) else {}
        if guess:
            for spelling in self._spellings(field, word):
                term = term_in(field, spelling)
                if term not in found and self.has(field, term):
                    found[term] = GUESSED
        return found

    def prefix(self, field: str, prefix: str, *, guess: bool) -> Terms:
        """Return the terms of words that begin with `prefix` in one of their forms."""
        exact, *others = self.beginnings(field, prefix, guess=guess)
        found = dict.fromkeys(self._begun(field, exact), 1.0)
        for other in others:
            found = dict.fromkeys(self._begun(field, other), GUESSED) | found
        return found

    def beginnings(self, field: str, prefix: str, *, guess: bool) -> list[str]:
        """Return `prefix` and, with `guess`, what it may stand for."""
        return [prefix, *(self._spellings(field, prefix) if guess else ())]

    def inflected(self, field: str, prefix: str) -> list[str]:
        """Return the stems, shorter than `prefix`, of words that begin with it."""
        stems = {term_in(field, stem) for stem in inflected_from(prefix)}
        return [term for term in stems if self.has(field, term)]

    def near(self, field: str, word: str) -> Terms:
        """Return the terms of words that differ from `word` by one slip of the finger."""
        found = self.word(field, word, guess=True)
        if len(word) > _LONGEST_MISTYPED:
            return found

        @cache
        def slips() -> set[str]:
            return {term_in(field, other) for other in one_edit_away(word)} - {""}

        near = (segment.among(field, word, slips) for segment in self._segments)
        return dict.fromkeys(chain.from_iterable(near), GUESSED) | found

    def compounds(self, field: str, word: str) -> list[str]:
        """Return the terms of longer words that are made of `word`, the commonest first.

        Of a word that is there neither alone nor in others, its spellings with æøå are tried.
        """
        found = self._made_of(field, word)
        if not found and not self.has(field, term_in(field, word)):
            others = [self._made_of(field, other) for other in self._spellings(field, word)]
            found = list(dict.fromkeys(chain.from_iterable(others)))
        return found[:MOST_COMPOUNDS]

    def _made_of(self, field: str, word: str) -> list[str]:
        last = last_part(word)
        if last is None:
            return []
        longer = self._ending(field, last)
        made = (term for term in longer if is_made_of(term, last, self._is_word))
        return list(islice(made, MOST_COMPOUNDS))

    def _ending(self, field: str, tail: str) -> Iterable[str]:
        """Return the terms that end in `tail`, the commonest first, equals in order."""
        found = [segment.ending(field, tail) for segment in self._segments]
        if len(found) == 1:
            return (term for term, _ in found[0])  # no more are read than are wanted
        counts: Counter[str] = Counter()
        for term, frequency in chain.from_iterable(found):
            counts[term] += frequency
        return sorted(counts, key=lambda term: (-counts[term], term))

    def _is_word(self, term: str) -> bool:
        """Tell whether a stem is one of a word in any text."""
        return self.has("text", term)

    def keys(self, field: str, key: str, *, guess: bool) -> Terms:
        """Return a key as the index has it, or with æøå for what was typed without."""
        found = {key: 1.0} if self.has(field, key) else {}
        if guess:
            known = (one for one in self._spellings(field, key) if self.has(field, one))
            found = dict.fromkeys(known, GUESSED) | found
        return found

    def _begun(self, field: str, prefix: str) -> Iterator[str]:
        """Yield the terms that begin with `prefix`, or are stems of words that do."""
        yield from self.completions(field, prefix)
        yield from self.inflected(field, prefix)

    def _spellings(self, field: str, word: str) -> Iterator[str]:
        """Yield other spellings of `word` of which the index knows the beginning."""

        def is_begun(head: str) -> bool:
            is_known = next(self.completions(field, head), None) is not None
            return is_known or any(self.has(field, term) for term in listed(head))

        return islice(spellings(word, is_begun), _MOST_SPELLINGS)
