"""Roles that a text gives by order alone: "Formanden blev genvalgt. 188 pegede på Bo Lund".

Owns when a title without a name and a name without a title stand so that they mean one person.
Must not know quotes, pronouns, nor who is told of where.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.people import Mention, People
from kdcurator.text.suggestion.phrases import Nouns, opens_sentence
from kdcurator.text.suggestion.source import Source

_FARTHEST = 2  # sentences from a title on to the name that it leads to

Bears = Callable[[int, str], bool]


class ByOrder:
    """The titles of a text that nobody bears, and the people beside them of whom it tells none."""

    def __init__(
        self,
        source: Source,
        people: People,
        openings: Sequence[int],
        spoken: Sequence[Span],
        bears: Bears,
    ) -> None:
        self.source, self.people, self.bears = source, people, bears
        self.openings = list(_outside(openings, spoken))
        self.nouns = Nouns(source.language)
        first: dict[int, Mention] = {}
        for mention in people.mentions:
            first.setdefault(mention.person, mention)
        self.untitled = [mention for mention in first.values() if self._is_untitled(mention)]
        self.starts = [mention.start for mention in self.untitled]

    def roles(self, indices: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Yield people with the titles that stand beside their first names."""
        if not self.untitled:
            return
        opening = (self.source.index_at(offset) for offset in self.openings)
        lows, last = self.source.all_lows, len(self.source.words)
        known = {low for low in set(lows) if self._may_stand(low)}
        for index in sorted({0, *indices, *(index for index in opening if index < last)}):
            if index and lows[index] not in known:
                continue
            head = self._title_at(index)
            if head is not None and not self._is_borne(head):
                person = self._person_at(index)
                if person is not None:
                    yield person, head

    def _may_stand(self, low: str) -> bool:
        """Tell whether a title may stand at a word; nearly all words are none."""
        head = self.nouns.definite(low)
        is_title = head is not None and head in self.source.language.titles
        return low == "sin" or is_title or self._one_of(low) is not None

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
        before = source.words[index - 1].low if index and source.is_next_to(index) else ""
        if low == "sin" and index + 1 < len(source.words):
            title = source.words[index + 1].low
            return title if title in source.language.titles else None
        if index == 0 and low in source.language.titles:
            return low  # Ribe-træner efter nedturen: Jeg skammer mig
        if not (opens_sentence(source, index) or before in source.language.verbs):
            return None
        if (one := self._one_of(low)) is not None:
            return one if opens_sentence(source, index) else None
        head = self.nouns.definite(low)
        return head if head is not None and head in source.language.titles else None

    def _one_of(self, low: str) -> str | None:
        """Return the title of each of several: Psykologer, Lærere."""
        titles = self.source.language.titles.words
        bare = low.removesuffix("e") if low.endswith("ere") else low.removesuffix("er")
        return bare if bare != low and bare in titles and low not in titles else None

    def _is_borne(self, head: str) -> bool:
        return any(self.bears(number, head) for number in range(len(self.people.persons)))

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
    """Yield the offsets of the writer's own words."""
    spans = sorted((span.start, span.end) for span in spoken)
    for offset in offsets:
        place = bisect_right(spans, offset, key=lambda span: span[0]) - 1
        if place < 0 or offset > spans[place][1]:
            yield offset
