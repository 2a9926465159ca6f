"""Questions and answers.

Owns what makes an interview: who asks and how far an answer reaches. Must not know who answers.
"""

import re
from collections.abc import Sequence

from kdcurator.domain.article import PartKind
from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.clauses import clauses_in
from kdcurator.text.suggestion.dashes import opens_with_dash, says_nothing
from kdcurator.text.suggestion.exchanges import Answer, Interview
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.source import Source, Word
from kdcurator.text.suggestion.speech import is_first_person
from kdcurator.text.suggestion.transcripts import read_transcript

_QUESTION_END = re.compile(r"\?[»«”“\"’')\]!?]*+$")
_ASKING = frozenset({PartKind.BODY, PartKind.HEADING, PartKind.CAPTION, PartKind.SECTION})
_SKIPPED = frozenset({PartKind.CREDIT, PartKind.LINK, PartKind.CAPTION})
_LONGEST_QUESTION = 700
_LONGEST_UNMARKED = 220
_REPLIES = frozenset(["ja", "nej", "jo", "jamen", "tja", "nok"])


def find_interview(source: Source, people: People, blocks: Sequence[Block]) -> Interview:
    """Return the questions and answers of a text; none where it is no interview."""
    transcript = read_transcript(source, people, blocks)
    return transcript or _Interviewing(source, people, blocks).run()


class _Interviewing:
    """One search for the questions of a text and the answers behind them."""

    def __init__(self, source: Source, people: People, blocks: Sequence[Block]) -> None:
        self.source, self.people, self.blocks = source, people, blocks

    def run(self) -> Interview:
        questions = self._questions()
        if not questions:
            return Interview()
        questions |= self._unmarked(questions)
        answers = []
        for number in sorted(questions):
            reach = self._answer_to(number, questions)
            if reach:
                answers.append(Answer(reach))
        return Interview(questions, answers)

    def _questions(self) -> set[int]:
        """Return the paragraphs that ask and are answered, if the text is an interview at all."""
        asked = [n for n in range(1, len(self.blocks)) if self._asks(n)]
        asked += [0] if self.blocks and self._asks(0) and self._next(0) is not None else []
        plain = [n for n in asked if not self._is_dashed(n)]
        dashed = [n for n in asked if self._is_dashed(n)]
        found = {n for n in plain if self._is_answered_by_dash(n)}
        loose = [n for n in plain if n not in found and self._next(n) is not None]
        if loose and (found or self._is_conversation(loose)):
            found |= set(loose)
        if not found and self._is_exchange(dashed):
            found = set(dashed)
        return found

    def _asks(self, number: int) -> bool:
        block = self.blocks[number]
        if (block.kind not in _ASKING and number) or len(block.span) > _LONGEST_QUESTION:
            return False
        line = block.span.cut(self.source.text)
        if line[0] in '»«„“”"' or block.is_list:
            return False
        return bool(_QUESTION_END.search(line[-8:])) and not self._reports(number)

    def _is_dashed(self, number: int) -> bool:
        return opens_with_dash(self.source, self.blocks[number].span)

    def _reports(self, number: int) -> bool:
        span = self.blocks[number].span
        return next(clauses_in(self.source, self.people, span.start, span.end), None) is not None

    def _next(self, number: int) -> int | None:
        """Return the paragraph that may answer a question."""
        for following in range(number + 1, min(number + 4, len(self.blocks))):
            if self.blocks[following].kind is PartKind.BODY:
                return following
            if self.blocks[following].kind not in _SKIPPED:
                return following if self._asks(following) else None
        return None

    def _is_answered_by_dash(self, number: int) -> bool:
        """Tell whether a dash answers a question, and the paragraph is no narration."""
        following = self._next(number)
        if following is None or not self._is_dashed(following) or self._asks(following):
            return False
        if self._reports(following) or says_nothing(self.source, self.blocks[following].span):
            return False
        return self._is_pure_question(number)

    def _is_pure_question(self, number: int) -> bool:
        """Tell whether a paragraph asks somebody, and is not a writer's musing in passing."""
        block = self.blocks[number]
        few = len(self.source.sentences(block.span.start, block.span.end)) <= 2
        named = bool(self.people.between(block.span.start, block.span.end))
        return self._addresses(number) or (few and not named)

    def _addresses(self, number: int) -> bool:
        """Tell whether a paragraph speaks to somebody: du, jer, I."""
        span = self.blocks[number].span
        words = self.source.words_in(span.start, span.end)
        second = self.source.language.pronouns.second
        return any(
            word.low in second or (word.text == "I" and place > 0 and _is_plural_you(words, place))
            for place, word in enumerate(words)
        )

    def _replies(self, number: int) -> bool:
        """Tell whether a paragraph answers for itself: jeg, vi, ja, nej."""
        span = self.blocks[number].span
        first = self.source.lows(span.start, span.end)[:1]
        return bool(first and first[0] in _REPLIES) or is_first_person(
            self.source, span.start, span.end
        )

    def _is_conversation(self, asked: Sequence[int]) -> bool:
        """Tell whether undashed questions are asked of somebody who answers for himself."""
        pairs = [(n, following) for n in asked if (following := self._next(n)) is not None]
        signs = [(self._addresses(n), self._answers_for_itself(n, f)) for n, f in pairs]
        if len(pairs) == 1:
            return all(signs[0])
        return sum(a or b for a, b in signs) * 5 >= 2 * len(pairs)

    def _answers_for_itself(self, question: int, answer: int) -> bool:
        """Tell whether an answer says jeg or vi where the question did not: not "Hvad gør vi?"."""
        span = self.blocks[question].span
        general = is_first_person(self.source, span.start, span.end)
        return self._replies(answer) and not general

    def _is_exchange(self, dashed: Sequence[int]) -> bool:
        """Tell whether dashed questions are answered by somebody else, time after time."""
        pairs = [(n, following) for n in dashed if (following := self._next(n)) is not None]
        pairs = [(n, f) for n, f in pairs if not self._asks(f) and not self._reports(f)]
        if len(pairs) < 2:
            return False
        return any(self._addresses(n) for n, _ in pairs) and any(self._replies(f) for _, f in pairs)

    def _unmarked(self, questions: set[int]) -> set[int]:
        """Return paragraphs that ask without a question mark."""
        return {
            number
            for number in range(1, len(self.blocks))
            if number not in questions and self._asks_unmarked(number)
        }

    def _asks_unmarked(self, number: int) -> bool:
        block = self.blocks[number]
        following = self._next(number)
        if block.kind not in _ASKING or following is None or len(block.span) > _LONGEST_UNMARKED:
            return False
        if self._is_dashed(number) or block.is_list or self._reports(number):
            return False
        answered = self._is_dashed(following) or self._replies(following)
        return answered and (self._opens_question(block.span) or self._is_put_to(number, following))

    def _is_put_to(self, number: int, following: int) -> bool:
        """Tell whether a statement speaks to somebody who answers it by yes or no."""
        span, reply = self.blocks[number].span, self.blocks[following].span
        first = self.source.lows(reply.start, reply.end)[:1]
        is_own = is_first_person(self.source, span.start, span.end)
        return bool(set(first) & _REPLIES) and self._addresses(number) and not is_own

    def _opens_question(self, span: Span) -> bool:
        """Tell whether a line opens as a question, a request or a remark to somebody."""
        words = self.source.words_in(span.start, span.end)
        lows = [word.low for word in words[:3]]
        questions, second = self.source.language.questions, self.source.language.pronouns.second
        spoken_to = bool(set(lows) & second) or any(w.text == "I" for w in words[1:3])
        is_open = span.cut(self.source.text)[-1] not in ".!"
        if not lows:
            return False
        if lows[0] in questions.requests:
            return True
        if lows[0] in questions.words or lows[0] in questions.verbs:
            return is_open or self._has_second(words)
        return spoken_to

    def _has_second(self, words: Sequence[Word]) -> bool:
        second = self.source.language.pronouns.second
        return any(word.low in second for word in words)

    def _answer_to(self, question: int, questions: set[int]) -> list[int]:
        """Return the paragraphs from a question to the next one or to the writer's return."""
        reach: list[int] = []
        for number in range(question + 1, len(self.blocks)):
            block = self.blocks[number]
            if number in questions:
                break
            if block.kind in _SKIPPED and not (block.kind is PartKind.CAPTION and reach == []):
                continue
            if block.kind is not PartKind.BODY or (reach and self._narrates(number)):
                break
            if not reach and self._narrates(number) and not self._is_dashed(number):
                break
            reach.append(number)
        return reach

    def _narrates(self, number: int) -> bool:
        """Tell whether the writer speaks again: a biography, a name or han/hun as subject."""
        block = self.blocks[number]
        if self._is_dashed(number):
            return False
        index = self.source.index_at(block.span.start)
        if index >= len(self.source.words):
            return True
        mention = self.people.at(index)
        third = self.source.words[index].low in self.source.language.pronouns.third
        if not (third or mention):
            return block.span.cut(self.source.text).endswith(":") and self._reports_in(number)
        return not is_first_person(self.source, block.span.start, block.span.end)

    def _reports_in(self, number: int) -> bool:
        span = self.blocks[number].span
        return any(
            low in self.source.language.verbs for low in self.source.lows(span.start, span.end)
        )


def _is_plural_you(words: Sequence[Word], place: int) -> bool:
    """Tell the pronoun I from the preposition that opens a sentence."""
    return words[place].start - words[place - 1].end == 1 and words[place - 1].text[-1] not in ".!?"
