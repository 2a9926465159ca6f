"""The words by which the writer may tell of somebody: names, pronouns and nouns for people.

Owns which words those are and which of them are the writer's own. Must not know whom they stand
for.
"""

from collections.abc import Iterable, Sequence
from itertools import compress, count
from operator import attrgetter
from typing import NamedTuple

from kdcurator.domain.article import PartKind
from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.language import MOST_KNOWN, LanguageData
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.phrases import Nouns
from kdcurator.text.suggestion.source import Source

POSSESSIVES = {"hans": "han", "hendes": "hun"}
_UNNARRATED = frozenset({PartKind.BYLINE, PartKind.CREDIT, PartKind.LINK, PartKind.ADVERT})


class Telling(NamedTuple):
    """What a word may tell of by itself; one of these holds for few words."""

    is_pronoun: bool
    is_body: bool
    opens_phrase: bool


NOTHING = Telling(is_pronoun=False, is_body=False, opens_phrase=False)


class Tellers:
    """The words of a text that may tell of somebody.

    What a word may tell of does not depend on the text, so the language data keeps it: looking
    every word of every text up took a fifth of a reading.
    """

    def __init__(self, source: Source, people: People) -> None:
        """Look up the words that no text has shown before."""
        self._source, self._people = source, people
        self._known = source.language.known_telling
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        nouns = Nouns(source.language)
        for low in source.vocabulary.difference(self._known):
            self._known[low] = _telling(low, source.language, nouns)

    def of(self, low: str) -> Telling:
        """Return what a word of the text may tell of."""
        return self._known[low] or NOTHING

    def indices(self, blocks: Sequence[Block], spoken: Iterable[Span]) -> list[int]:
        """Return the writer's words that may tell of somebody, in order."""
        is_told = self._writers(blocks, spoken)
        names = self._people.bodies.keys() | {mention.index for mention in self._people.mentions}
        lows = self._source.all_lows
        tellers = frozenset(filter(self._known.__getitem__, self._source.vocabulary))
        may_tell = compress(count(), map(tellers.__contains__, lows))
        return sorted(filter(is_told.__getitem__, names.union(may_tell)))

    def _writers(self, blocks: Sequence[Block], spoken: Iterable[Span]) -> bytearray:
        """Return of each word whether the writer tells it: in a narrating part, outside quotes."""
        source = self._source
        is_told = bytearray(len(source.words))
        for block in blocks:
            if block.kind not in _UNNARRATED:
                first, last = source.index_at(block.span.start), source.index_at(block.span.end)
                is_told[first:last] = b"\1" * (last - first)
        spans = sorted(spoken, key=attrgetter("start", "end"))
        nexts = [*(span.start for span in spans[1:]), len(source.text)]
        for span, following in zip(spans, nexts, strict=False):
            first = source.index_at(span.start)
            last = source.index_at(min(span.end, following))
            is_told[first:last] = bytes(last - first)
        return is_told


def _telling(low: str, language: LanguageData, nouns: Nouns) -> Telling | None:
    """Find out what a word may tell of; None for nothing."""
    is_pronoun = low in language.pronouns.third or low in POSSESSIVES
    telling = Telling(is_pronoun, low in language.bodies, nouns.may_open(low))
    return telling if any(telling) else None
