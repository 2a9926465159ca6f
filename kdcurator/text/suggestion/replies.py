"""The paragraphs between two questions: which go on with the answer, ask again, or tell something.

Owns how far an answer reaches and which questions bear no question mark, by the look that the
questions and answers of a text have in common. Must not know what makes a text an interview, nor
who answers.
"""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum, auto

from kdcurator.domain.article import PartKind
from kdcurator.text.suggestion.asking import Asking
from kdcurator.text.suggestion.exchanges import Answer, Interview

_ASKING = frozenset({PartKind.BODY, PartKind.HEADING, PartKind.CAPTION, PartKind.SECTION})
_SKIPPED = frozenset({PartKind.CREDIT, PartKind.LINK, PartKind.CAPTION})
_LONGEST_UNMARKED = 220
_SHORT = 12  # words of a remark that is put to somebody
_ASKS_ON = frozenset(["og", "men", "så", "altså"])


_Chain = tuple[int, "_Chain | None"]
_Way = tuple[float, "_Chain | None"]
"""A score and the remarks that make it, the last one first."""


class _Look(StrEnum):
    """What a paragraph of an interview opens with."""

    DASH = auto()
    MARK = auto()
    PLAIN = auto()


def read_replies(asking: Asking, questions: set[int]) -> Interview:
    """Return all questions and answers of an interview whose questions with a mark are known."""
    return _Replies(asking, questions).run()


class _Replies:
    """One walk over the stretches between the questions of an interview."""

    def __init__(self, asking: Asking, questions: set[int]) -> None:
        self.asking, self.blocks, self.known = asking, asking.blocks, sorted(questions)
        for number in [n for n in self.known if self._is_asked_back(n)]:
            questions = (questions - {number}) | {number - 1, number + 1}
        self.known = sorted(questions)
        self.interview = Interview(set(questions))
        self.asked = self._common(self.known)
        nexts = [n for q in self.known if (n := self._first_behind(q)) is not None]
        self.answered = self._common(nexts)
        self.presented = self._presented()
        self.are_short = True

    def run(self) -> Interview:
        """Walk over the stretches in order; the last one has no question behind it."""
        ends = [*self.known[1:], len(self.blocks)]
        self._read_before(self.known[0])
        for question, end in zip(self.known, ends, strict=True):
            self._read(question, end)
        return self.interview

    def _look(self, number: int) -> _Look:
        if self.asking.is_dashed(number) and not self.blocks[number].is_list:
            return _Look.DASH
        return _Look.MARK if self.asking.is_marked(number) else _Look.PLAIN

    def _is_asked_back(self, number: int) -> bool:
        """Tell whether who is asked asks back: remark, short question, word on it, reply."""
        around = range(number - 1, number + 3)
        if number < 2 or around[-1] >= len(self.blocks) or number + 1 in self.known:
            return False
        if any(self._look(n) is not _Look.PLAIN for n in around):
            return False
        if any(self.blocks[n].kind is not PartKind.BODY for n in around):
            return False
        asking, explained = self.asking, number + 1
        remarks = number - 1 in self.known or asking.opens_question(number - 1)
        if not remarks or asking.says_i(number - 1) or not asking.replies(number + 2):
            return False
        is_short = max(len(asking.words(number)), len(asking.words(explained))) <= _SHORT
        return is_short and not asking.replies(explained)

    def _common(self, numbers: Sequence[int]) -> _Look:
        counts = Counter(self._look(number) for number in numbers)
        return max(counts, key=lambda look: counts[look]) if counts else _Look.PLAIN

    def _first_behind(self, question: int) -> int | None:
        for number in range(question + 1, len(self.blocks)):
            if self.blocks[number].kind is PartKind.BODY:
                return None if number in self.interview.questions else number
        return None

    def _presented(self) -> frozenset[int]:
        """Return those whom the text names before its first question, its writers left out."""
        people, start = self.asking.people, self.blocks[self.known[0]].span.start
        told = {mention.person for mention in people.between(0, start)}
        return frozenset(n for n in told if not people.persons[n].is_author)

    def _read_before(self, question: int) -> None:
        """Find remarks and their answers before the first question that bears a mark.

        The first of them must speak to somebody.
        """
        remarks: list[int] = []
        number = question - 1
        while number > 1 and self._is_answer_look(number) and self._puts(number - 1, number):
            remarks.insert(0, number - 1)
            number -= 2
        while remarks and not self._speaks_to(remarks[0]):
            remarks.pop(0)
        self.interview.questions |= set(remarks)
        self.interview.answers += [Answer([remark + 1]) for remark in remarks]

    def _speaks_to(self, number: int) -> bool:
        return self.asking.addresses(number) or self.asking.opens_question(number)

    def _is_answer_look(self, number: int) -> bool:
        return self.blocks[number].kind is PartKind.BODY and self._look(number) is self.answered

    def _read(self, question: int, end: int) -> None:
        """Read the stretch behind a question up to the next one."""
        is_last = end == len(self.blocks)
        stretch = list(self._stretch(question, end))
        put = self._put_in(stretch, is_last=is_last)
        self.interview.questions |= put
        reach: list[int] = []
        told = False
        for number in stretch:
            if number in put:
                reach, told = self._close(reach), False
            elif self.blocks[number].kind is not PartKind.BODY or self._is_writers(
                number, reach, end, told=told
            ):
                reach, told = self._close(reach), True
                if is_last:
                    break
            elif told and not self._resumes(number):
                continue
            else:
                reach.append(number)
        self._close(reach)
        self.are_short = self.are_short and (is_last or len(stretch) <= 1 or bool(put))

    def _stretch(self, question: int, end: int) -> Sequence[int]:
        """Return the paragraphs between two questions, captions and credits left out."""
        numbers = range(question + 1, end)
        return [
            n
            for n in numbers
            if self.blocks[n].kind not in _SKIPPED
            or (self.blocks[n].kind is PartKind.CAPTION and n == question + 1)
        ]

    def _close(self, reach: list[int]) -> list[int]:
        if reach:
            self.interview.answers.append(Answer(reach))
        return []

    def _resumes(self, number: int) -> bool:
        """Tell whether an answer goes on behind what the writer put in between."""
        return self._look(number) is not _Look.PLAIN or self.asking.says_i(number)

    def _is_writers(self, number: int, reach: Sequence[int], end: int, *, told: bool) -> bool:
        """Tell whether a paragraph is the writer's: by itself, and by the look of the answers."""
        look = self._look(number)
        if look is not _Look.PLAIN:
            return self._is_anothers(number, look, reach)
        if self.answered is _Look.MARK:
            return True
        if self.answered is _Look.DASH and (reach or told):
            return self._leaves_dashes(number, reach, end)
        if not reach and not told:
            return self._opens_otherwise(number, end)
        return self._leaves(number, end)

    def _is_anothers(self, number: int, look: _Look, reach: Sequence[int]) -> bool:
        """Tell whether a dash or a mark opens other speech than that of an answer."""
        if look is self.answered:
            return False
        if look is _Look.DASH:
            return self.answered is _Look.MARK
        return bool(reach) and self.asking.reports(number)

    def _leaves_dashes(self, number: int, reach: Sequence[int], end: int) -> bool:
        """Tell whether an undashed paragraph leaves an answer that a dash opened."""
        if self.asking.narrates(number, self.presented):
            return True
        closed = not reach or self.asking.reports(reach[-1])
        if self.asking.speaks_of_itself(number):
            return closed and not self.asking.says_i(number)
        return closed or self.asking.names_somebody(number) or end == len(self.blocks)

    def _opens_otherwise(self, number: int, end: int) -> bool:
        """Tell whether what stands behind a question does not answer it."""
        if self.asking.tells_scene(number):
            return True
        if not self.asking.narrates(number, self.presented):
            return False
        words, third = self.asking.words(number), self.asking.source.language.pronouns.third
        alone = number + 1 == end
        if words and words[0].low in third:
            return not alone or self.asking.has_verb_of_speech(number)
        opening = self.asking.source.index_at(self.blocks[number].span.start)
        named = self.asking.people.at(opening)
        return named is not None and named.person in self.presented

    def _leaves(self, number: int, end: int) -> bool:
        """Tell whether the writer takes over behind an undashed answer."""
        if self.asking.narrates(number, self.presented):
            return True
        if end < len(self.blocks):
            return False
        speaks = self.asking.speaks_of_itself(number) or self.asking.addresses(number)
        several = len(self.known) > 1 and self.are_short
        return several and not speaks

    def _put_in(self, stretch: Sequence[int], *, is_last: bool) -> set[int]:
        """Return the paragraphs of a stretch that ask without a question mark."""
        if self.asked is _Look.DASH and self.answered is _Look.DASH:
            return self._by_turns(stretch)
        found: set[int] = set()
        for place, number in enumerate(stretch[:-1]):
            following = stretch[place + 1]
            is_remark = self.asked is _Look.DASH and self._look(number) is _Look.DASH
            stands_free = place > 0 and number - 1 not in found
            if is_last and not is_remark and not self.asking.addresses(number):
                continue
            if is_remark or (stands_free and self._puts(number, following)):
                found.add(number)
        return found

    def _puts(self, number: int, following: int) -> bool:
        """Tell whether a paragraph without a question mark asks, and the next one answers."""
        block, asking = self.blocks[number], self.asking
        if block.kind not in _ASKING or len(block.span) > _LONGEST_UNMARKED or block.is_list:
            return False
        if self.blocks[following].kind is not PartKind.BODY or asking.reports(number):
            return False
        if self._look(number) is not _Look.PLAIN:
            return False
        if self._look(following) is not _Look.PLAIN:
            return self._looks_put(number)
        if not asking.replies(following):
            return False
        return asking.opens_question(number) or self._is_put_to(number, following)

    def _looks_put(self, number: int) -> bool:
        """Tell whether a plain paragraph before a dash or a mark may be asked: no narration."""
        asking = self.asking
        if asking.narrates(number, self.presented):
            return False
        if asking.opens_question(number) or asking.addresses(number):
            return not asking.says_i(number)
        return not (asking.speaks_of_itself(number) or asking.names_somebody(number))

    def _is_put_to(self, number: int, following: int) -> bool:
        """Tell whether a statement speaks to somebody who answers it by yes or no."""
        addresses = self.asking.addresses(number) and not self.asking.speaks_of_itself(number)
        return addresses and self.asking.opens_reply(following)

    def _by_turns(self, stretch: Sequence[int]) -> set[int]:
        """Return the remarks among dashed paragraphs that two people say by turns."""
        run: list[int] = []
        for number in stretch:
            if self._look(number) is not _Look.DASH:
                break
            run.append(number)
        return _alternating([self._remark(number) for number in run], run)

    def _remark(self, number: int) -> float:
        """Return how much a dashed paragraph looks like a remark put to the one who answers."""
        asking, words = self.asking, self.asking.words(number)
        score = 2.0 * asking.addresses(number) + 0.5 * (len(words) <= _SHORT)
        score += 1.0 * bool(words and words[0].low in _ASKS_ON)
        score -= 3.0 * asking.says_i(number) + 1.0 * asking.opens_reply(number)
        score -= 2.0 * (len(self.blocks[number].span) > _LONGEST_UNMARKED)
        return score - 3.0 * asking.reports(number)


def _alternating(scores: Sequence[float], numbers: Sequence[int]) -> set[int]:
    """Choose remarks so that answers rarely follow each other; the first and last are answers."""
    answered: _Way = (0.0, None)
    asked: _Way | None = None
    for place in range(1, len(numbers)):
        stay = (answered[0] - 1.0, answered[1])
        best = asked if asked and asked[0] >= stay[0] else stay
        asked = (answered[0] + scores[place], (numbers[place], answered[1]))
        answered = best
    chosen, chain = set(), answered[1]
    while chain is not None:
        number, chain = chain
        chosen.add(number)
    return chosen
