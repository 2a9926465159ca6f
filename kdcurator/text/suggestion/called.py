"""Strangers who are named at last: "en ældre mand med alpehue … Han hedder Bo Lund".

Owns which words give a stranger a name, and from where on the noun for him means that person. Must
not know quotes, nor what a noun means where nobody is named so.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kdcurator.text.suggestion.people import Mention, People
from kdcurator.text.suggestion.phrases import Nouns, Phrase, phrase_at
from kdcurator.text.suggestion.source import Source

_CALLED = frozenset({"hedder", "hed", "hedde"})
_NAMES = frozenset({"navn", "navnet", "fornavn", "fornavnet"})
_NEAR = 4  # words between "fornavn" and the name
_FARTHEST = 70  # words back to the noun that a pronoun stands for
_FARTHEST_FIRST = 600  # words back to where a definite noun was brought in
_MOST_SENTENCES = 7  # between the two
_LONGEST = 8  # words of a phrase


class Called(NamedTuple):
    """A noun that means a person of the text from a word on."""

    head: str
    first: int
    """The word that opens the phrase by which the person is brought in."""
    person: int

    def means(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is the one that brought the person in, or takes it up."""
        if phrase.head != self.head or phrase.owner is not None or phrase.index < self.first:
            return False
        return phrase.is_definite or phrase.index == self.first


def strangers_called(
    source: Source, people: People, openings: Sequence[int], nouns: Nouns
) -> Iterator[Called]:
    """Yield the nouns of a text for people whose names are told behind them."""
    for mention in people.mentions:
        if _is_called(source, mention):
            start = openings[bisect_right(openings, mention.start) - 1] if openings else 0
            phrase = _phrase_before(source, people, nouns, source.index_at(start))
            if phrase is not None and phrase.head is not None:
                yield Called(phrase.head, phrase.index, mention.person)


def _is_called(source: Source, mention: Mention) -> bool:
    """Tell whether words before a name say that somebody bears it."""
    index = mention.index
    before = [word.low for word in source.words[max(0, index - _NEAR) : index]]
    return bool(before) and (before[-1] in _CALLED or not _NAMES.isdisjoint(before))


def _phrase_before(source: Source, people: People, nouns: Nouns, opening: int) -> Phrase | None:
    """Return the noun phrase that opens a sentence, or that its pronoun stands for."""
    limit = len(source.words)
    if source.words[opening].low not in source.language.pronouns.third:
        phrase = phrase_at(source, opening, min(opening + _LONGEST, limit), nouns)
        return _first_of(source, nouns, phrase)
    woman = source.words[opening].low in source.language.pronouns.feminine
    for index in _before(source, people, opening):
        phrase = phrase_at(source, index, min(index + _LONGEST, opening), nouns)
        if phrase is not None and phrase.head is not None and phrase.owner is None:
            known = source.language.person_nouns.is_woman(phrase.head)
            if known is None or known == woman:
                return phrase
    return None


def _first_of(source: Source, nouns: Nouns, phrase: Phrase | None) -> Phrase | None:
    """Return the phrase by which a definite noun was brought in, else the definite itself."""
    if phrase is None or phrase.owner is not None or not phrase.is_definite:
        return phrase
    for index in range(phrase.index - 1, max(-1, phrase.index - _FARTHEST_FIRST), -1):
        if source.words[index].low in {"en", "et"}:
            earlier = phrase_at(source, index, min(index + _LONGEST, phrase.index), nouns)
            if earlier is not None and earlier.head == phrase.head:
                return earlier
    return phrase


def _before(source: Source, people: People, opening: int) -> Iterator[int]:
    """Yield the words before a sentence, the last one first, as far as no other is named."""
    stops = 0
    for index in range(opening - 1, max(-1, opening - _FARTHEST), -1):
        if people.at(index) is not None or stops > _MOST_SENTENCES:
            return
        stops += not set(source.gap(index + 1)).isdisjoint(".?!")
        yield index
