"""Roles that a text gives by order alone: "Formanden blev genvalgt. 188 pegede på Bo Lund".

Owns when a title without a name and a name without a title stand so that they mean one person.
Must not know quotes, pronouns, nor who is told of where.
"""

import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.bearing import Bearers
from kdcurator.text.suggestion.language import passing
from kdcurator.text.suggestion.people import Mention, People
from kdcurator.text.suggestion.phrases import Nouns, opens_sentence
from kdcurator.text.suggestion.source import Source

_NOWHERE = (sys.maxsize, sys.maxsize)
_FARTHEST = 2  # sentences from a title on to the name that it leads to


class ByOrder:
    """The titles of a text that nobody bears, and the people beside them of whom it tells none."""

    def __init__(
        self,
        source: Source,
        people: People,
        openings: Sequence[int],
        spoken: Sequence[Span],
        bearers: Bearers,
        nouns: Nouns,
    ) -> None:
        self.source, self.people, self.bearers, self.nouns = source, people, bearers, nouns
        first: dict[int, Mention] = {}
        for mention in people.mentions:
            first.setdefault(mention.person, mention)
        self.untitled = [mention for mention in first.values() if self._is_untitled(mention)]
        self.starts = [mention.start for mention in self.untitled]
        self.openings = list(_outside(openings, spoken)) if self.untitled else []

    def roles(self, indices: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Yield people with the titles that stand beside their first names."""
        if not self.untitled:
            return
        opening = map(self.source.index_at, self.openings)
        known = self.source.language.known_ordered
        titles = passing(self.source.vocabulary, known, self._may_be_title)
        lows = [*self.source.all_lows, ""]  # where the last sentence ends there is no word
        for index in sorted({0, *indices, *opening}):
            if index and lows[index] not in titles:
                continue
            head = self._title_at(index)
            person = self._person_at(index) if head is not None else None
            if head is not None and person is not None and not self._is_borne(head):
                yield person, head

    def _may_be_title(self, low: str) -> bool:
        """Tell whether a word is a title in the definite or of several, or leads to one."""
        definite = self.nouns.definite(low)
        is_definite = definite is not None and definite in self.source.language.titles
        return low == "sin" or is_definite or self._one_of(low) is not None

    def _person_at(self, index: int) -> int | None:
        """Return whom a title means: of several only one who is named behind them."""
        several = self._one_of(self.source.words[index].low) is not None
        person = None if several else self._named_before(index)
        return self._named_next(index) if person is None else person

    def _is_untitled(self, mention: Mention) -> bool:
        someone = self.people.persons[mention.person]
        is_whole = " " in someone.name and not someone.is_author
        return is_whole and not any(role.title for role in someone.roles)

    def _title_at(self, index: int) -> str | None:
        """Return the title that stands for somebody at a word: Formanden, siger formanden."""
        source, low = self.source, self.source.words[index].low
        if low == "sin" and index + 1 < len(source.words):
            title = source.words[index + 1].low
            return title if title in source.language.titles else None
        if index == 0 and low in source.language.titles:
            return low  # Ribe-træner efter nedturen: Jeg skammer mig
        head = self.nouns.definite(low)
        if head is not None and head in source.language.titles:
            return head if opens_sentence(source, index) or self._is_behind_verb(index) else None
        one = self._one_of(low)
        return one if one is not None and opens_sentence(source, index) else None

    def _is_behind_verb(self, index: int) -> bool:
        """Tell whether a reporting verb stands right before a word: siger formanden."""
        return self.source.is_next_to(index) and self.source.words[index - 1].low in (
            self.source.language.verbs
        )

    def _one_of(self, low: str) -> str | None:
        """Return the title of each of several: Psykologer, Lærere."""
        titles = self.source.language.titles.words
        bare = low.removesuffix("e") if low.endswith("ere") else low.removesuffix("er")
        return bare if bare != low and bare in titles and low not in titles else None

    def _is_borne(self, head: str) -> bool:
        return any(self.bearers.bears(number, head) for number in range(len(self.people.persons)))

    def _named_next(self, index: int) -> int | None:
        """Return who is first named in the sentence of a title or the next ones."""
        start = self.source.words[index].start
        place = bisect_right(self.starts, start)
        if place == len(self.untitled):
            return None
        mention = self.untitled[place]
        far = self._sentence(mention.start) - self._sentence(start)
        is_own = self.source.words[index].low == "sin"
        is_said = not (is_own or opens_sentence(self.source, index))
        if far and is_said:  # siger formanden. Bo Lund blev valgt
            return mention.person if far == 1 and self._opens(mention) else None
        is_near = far <= _FARTHEST
        is_next = not any(
            one.person != mention.person for one in self.people.between(start, mention.start)
        )
        return mention.person if is_near and is_next else None

    def _named_before(self, index: int) -> int | None:
        """Return the only one named in the sentence before a title that opens the next one."""
        if not opens_sentence(self.source, index):
            return None
        start = self.source.words[index].start
        named = self.people.last_between(0, start)
        if named is None or self._sentence(start) - self._sentence(named.start) != 1:
            return None
        opening = self.openings[self._sentence(named.start) - 1]
        alone = {one.person for one in self.people.between(opening, start)} == {named.person}
        return named.person if alone and named in self.untitled else None

    def _opens(self, mention: Mention) -> bool:
        return opens_sentence(self.source, mention.index)

    def _sentence(self, offset: int) -> int:
        return bisect_right(self.openings, offset)


def _outside(offsets: Sequence[int], spoken: Sequence[Span]) -> Iterator[int]:
    """Yield the offsets of the writer's own words; both stand in order, spans nested or not."""
    spans = iter(sorted((span.start, span.end) for span in spoken))
    start, end = next(spans, _NOWHERE)
    reach = -1  # where the speech ends that has begun by now
    for offset in offsets:
        while start <= offset:
            reach = max(reach, end)
            start, end = next(spans, _NOWHERE)
        if offset > reach:
            yield offset
