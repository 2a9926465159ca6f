"""Who answers where nothing in the answer says so.

Owns whom the text presents as asked, met or rung, and whom a question calls by name. Must not
know how questions and answers were found.
"""

from bisect import bisect_left
from collections.abc import Sequence

from kdcurator.domain.quote import Style
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.drafts import Draft
from kdcurator.text.suggestion.exchanges import Interview
from kdcurator.text.suggestion.people import Mention, People
from kdcurator.text.suggestion.source import Source

_LOOK_BACK = 60  # mentions
_NEAR = 6  # words between "interview" and the one who gives it
_OBJECTS = frozenset(["ham", "hende"])
_LINKS = frozenset(["til", "med", "af", "fra"])


class Interviewees:
    """Whom a text lets answer; keeps what the writer has told, outside quotes and questions."""

    def __init__(
        self, source: Source, people: People, blocks: Sequence[Block], interview: Interview
    ) -> None:
        self.source, self.people, self.blocks, self.interview = source, people, blocks, interview
        self.told: list[Mention] = []
        self.starts: list[int] = []
        self.named: int | None = None
        self.asked: int | None = None

    def hear(self, told: Sequence[Mention], drafts: Sequence[Draft]) -> None:
        """Take in what the writer tells, and whom the clauses of the answers name."""
        spans = [self.blocks[number].span for number in sorted(self.interview.questions)]
        opens = [span.start for span in spans]
        for mention in told:
            place = bisect_left(opens, mention.start + 1) - 1
            if place < 0 or mention.start >= spans[place].end:
                self.told.append(mention)
        self.starts = [mention.start for mention in self.told]
        answers = [d.subject for d in drafts if d.style is Style.QA_ANSWER and d.subject]
        self.named = _only({s.person for s in answers if s.person is not None})
        first = min((d.start for d in drafts if d.style is Style.QA_ANSWER), default=None)
        self.asked = self._asked_before(first)

    def of(self, draft: Draft, last: int | None, last_end: int) -> tuple[int | None, bool]:
        """Return who answers: the one called, the last one, the one named, asked or told of.

        `last` answered just before, with nothing but questions and narration since `last_end`.
        The second value tells that the one told of most was taken out of several.
        """
        called = self._called(draft)
        if called is not None:
            return called, False
        place = bisect_left(self.starts, draft.start)
        if last is not None:
            since = bisect_left(self.starts, last_end)
            recent = self.told[max(since, place - _LOOK_BACK) : place]
            return _out_of(recent) if recent else (last, False)
        before = self.told[max(0, place - _LOOK_BACK) : place]
        if self.named is not None and any(m.person == self.named for m in before):
            return self.named, False
        if self.asked is not None:
            return self.asked, False
        return _out_of(before) if before else (None, False)

    def _called(self, draft: Draft) -> int | None:
        """Return whom the question calls by name: "Mette, hvad nu?", "Hvad nu, Mette?"."""
        number = draft.block - 1
        if number not in self.interview.questions:
            return None
        span, text = self.blocks[number].span, self.source.text
        for mention in self.people.between(span.start, span.end):
            before = text[max(span.start, mention.start - 2) : mention.start]
            opens = not before.strip(" -–—»") and text[mention.end : mention.end + 1] == ","
            closes = before == ", " and text[mention.end : span.end].strip(" «”") == "?"
            if opens or closes:
                return mention.person
        return None

    def _asked_before(self, end: int | None) -> int | None:
        """Return the only one of whom the text says that it asked, met or rang them."""
        told = [m for m in self.told if end is None or m.start < end]
        asked = {mention.person for mention in told if self._is_asked(mention)}
        return _only(asked | self._meant_by_object(end)) if told else None

    def _is_asked(self, mention: Mention) -> bool:
        """Tell whether a name stands behind "har mødt" or "et interview med"."""
        questions = self.source.language.questions
        words = self.source.words[max(0, mention.index - _NEAR) : mention.index]
        lows = [word.low for word in words]
        if any(low in questions.meetings for low in lows):
            return True
        nouns = [place for place, low in enumerate(lows) if low in questions.talks]
        return bool(nouns) and any(low in _LINKS for low in lows[nouns[0] :])

    def _meant_by_object(self, end: int | None) -> set[int]:
        """Return whom "vi mødte ham" means: the last one told of before that can be he."""
        meetings, language = self.source.language.questions.meetings, self.source.language
        lows = self.source.lows(0, len(self.source.text) if end is None else end)
        if _OBJECTS.isdisjoint(lows):
            return set()
        for index in range(len(lows) - 1, 0, -1):
            if lows[index] not in _OBJECTS:
                continue
            if not meetings.isdisjoint(lows[max(0, index - 3) : index]):
                is_she = lows[index] in language.pronouns.feminine
                return self._last_fitting(self.source.starts[index], is_she=is_she)
        return set()

    def _last_fitting(self, end: int, *, is_she: bool) -> set[int]:
        """Return the last one told of before an offset who can be he, or she."""
        place = bisect_left(self.starts, end)
        for mention in reversed(self.told[max(0, place - _LOOK_BACK) : place]):
            woman = self.people.persons[mention.person].is_woman(self.source.language)
            if woman is None or woman == is_she:
                return {mention.person}
        return set()


def most_told(mentions: Sequence[Mention]) -> int:
    """Return the person told of most, the first one of equals."""
    counts: dict[int, int] = {}
    for mention in mentions:
        counts[mention.person] = counts.get(mention.person, 0) + 1
    return max(counts, key=lambda number: counts[number])


def _out_of(mentions: Sequence[Mention]) -> tuple[int, bool]:
    """Return the person told of most, and whether others were told of as well."""
    return most_told(mentions), len({mention.person for mention in mentions}) > 1


def _only(persons: set[int]) -> int | None:
    return next(iter(persons)) if len(persons) == 1 else None
