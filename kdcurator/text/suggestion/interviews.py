"""Questions and answers.

Owns what makes a text an interview: which paragraphs are asked of somebody who answers. Must not
know how far an answer reaches, nor who gives it.
"""

import re
from collections.abc import Iterator, Sequence

from kdcurator.domain.article import PartKind
from kdcurator.text.suggestion.asking import Asking
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.dashes import says_nothing
from kdcurator.text.suggestion.exchanges import Interview
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.replies import read_replies
from kdcurator.text.suggestion.run_in import run_in_questions
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.transcripts import read_transcript

_ASKING = frozenset({PartKind.BODY, PartKind.HEADING, PartKind.CAPTION, PartKind.SECTION})
_SKIPPED = frozenset({PartKind.CREDIT, PartKind.LINK, PartKind.CAPTION})
_OBJECTS = frozenset(["ham", "hende", "dem", "med"])
_LONGEST_QUESTION = 700
_ROW = 3  # questions below each other, or remarks that are answered by turns
_HEAD = 4  # paragraphs in which a letter greets
_LONGEST_PROMPT = 120
_ITEM = re.compile(r"(?:([A-ZÆØÅ][a-zæøå]{2,14}) \d{1,2}: |\d{1,2}[.)] ?[»«“”„\"])")
_CHOICE = re.compile(r"[aA1][).:][ \u00a0]")


def find_interview(source: Source, people: People, blocks: Sequence[Block]) -> Interview:
    """Return the questions and answers of a text; none where it is no interview."""
    transcript = read_transcript(source, people, blocks)
    if transcript:
        return transcript
    asking = Asking(source, people, blocks)
    questions = _Interviewing(asking).questions()
    interview = read_replies(asking, questions) if questions else Interview()
    interview.run_in = run_in_questions(asking)
    interview.questions |= set(_in_a_row(asking)) - interview.questions
    return interview


def _in_a_row(asking: Asking) -> Iterator[int]:
    """Yield dashed questions that stand below each other and are put to the reader."""
    row: list[int] = []
    for number in range(len(asking.blocks) + 1):
        if number < len(asking.blocks) and _is_bare_question(asking, number):
            row.append(number)
            continue
        if len(row) >= _ROW:
            yield from row
        row = []


def _is_bare_question(asking: Asking, number: int) -> bool:
    asks = asking.is_dashed(number) and asking.ends_asking(number)
    return asks and not asking.blocks[number].is_list and not asking.reports(number)


class _Interviewing:
    """One search for the questions that a mark shows, and for what makes them an interview."""

    def __init__(self, asking: Asking) -> None:
        self.asking, self.blocks, self.source = asking, asking.blocks, asking.source

    def questions(self) -> set[int]:
        """Return the paragraphs that ask and are answered, if the text is an interview at all."""
        asked = [n for n in range(1, len(self.blocks)) if self._asks(n)]
        asked += [0] if self.blocks and self._opens_without_title() else []
        plain = [n for n in asked if not self.asking.is_dashed(n)]
        dashed = [n for n in asked if self.asking.is_dashed(n)]
        found = {n for n in plain if self._is_answered_by_dash(n)}
        loose = [n for n in plain if n not in found and self._next(n) is not None]
        if loose and (found or self._is_conversation(loose)):
            found |= set(loose)
        if not found and self._is_exchange(dashed):
            found = set(dashed)
        return found or self._prompts()

    def _prompts(self) -> set[int]:
        """Return plain remarks that dashes or marks answer by turns, if nobody asks with a mark."""
        run: list[int] = []
        for number in range(1, len(self.blocks) - 1):
            if self._is_prompt(number):
                run = [*run, number] if run and run[-1] == number - 2 else [number]
                if len(run) >= _ROW and 2 * sum(map(self._speaks_to, run)) > len(run):
                    return set(run)
        return set()

    def _is_prompt(self, number: int) -> bool:
        asking, block = self.asking, self.blocks[number]
        if block.kind not in _ASKING or len(block.span) > _LONGEST_PROMPT:
            return False
        if asking.is_dashed(number) or asking.is_marked(number) or asking.reports(number):
            return False
        answers = asking.is_dashed(number + 1) or asking.is_marked(number + 1)
        return answers and not asking.reports(number + 1) and not asking.says_i(number)

    def _speaks_to(self, number: int) -> bool:
        return self.asking.addresses(number) or self.asking.opens_question(number)

    def _opens_without_title(self) -> bool:
        """Tell whether the first line is asked of somebody: a title would ask the reader."""
        if not self._asks(0) or self._next(0) is None:
            return False
        replies = self.asking.says_i(1) and len(self.blocks) > 2 and self._asks(2)
        return replies or self._is_answered_by_dash(0)

    def _asks(self, number: int) -> bool:
        block = self.blocks[number]
        if (block.kind not in _ASKING and number) or len(block.span) > _LONGEST_QUESTION:
            return False
        if block.is_list or (self.asking.is_marked(number) and not self._leaves_marks(number)):
            return False
        if self.asking.asks_by_clause(number):
            return True
        if not self.asking.ends_asking(number) or self._offers_choice(number + 1):
            return False
        if self.asking.quotes_question(number) or self._is_numbered(number):
            return False
        return not self.asking.reports(number) or self._asks_at_last(number)

    def _leaves_marks(self, number: int) -> bool:
        """Tell whether a paragraph opens with somebody's words and then asks of its own."""
        span = self.blocks[number].span
        last = self.source.sentences(span.start, span.end)[-1]
        return last.start > span.start and not self.asking.has_marks_in(last)

    def _is_numbered(self, number: int) -> bool:
        """Tell whether a number makes a paragraph an item: Lektion 2: Hvor bor du?, 2. »Hvor?«."""
        item = _ITEM.match(self.source.text, self.blocks[number].span.start)
        askers = self.source.language.questions.interviewers
        return item is not None and (item[1] or "").lower() not in askers

    def _offers_choice(self, number: int) -> bool:
        """Tell whether a paragraph opens the answers of a quiz with the letter a."""
        if number >= len(self.blocks):
            return False
        return bool(_CHOICE.match(self.source.text, self.blocks[number].span.start))

    def _asks_at_last(self, number: int) -> bool:
        """Tell whether a paragraph first reports what others say and then asks somebody."""
        span = self.blocks[number].span
        last = self.source.sentences(span.start, span.end)[-1]
        return not self.asking.is_dashed(number) and self.asking.addresses_in(last)

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
        if following is None or not self.asking.is_dashed(following) or self._asks(following):
            return False
        if says_nothing(self.source, self.blocks[following].span):
            return False
        if self.asking.reports(following) and not self.asking.addresses(number):
            return False
        return self._is_pure_question(number)

    def _is_pure_question(self, number: int) -> bool:
        """Tell whether a paragraph asks somebody, and is not a writer's musing in passing."""
        span = self.blocks[number].span
        few = len(self.source.sentences(span.start, span.end)) <= 2
        named = bool(self.asking.people.between(span.start, span.end))
        return self.asking.addresses(number) or (few and not named)

    def _is_conversation(self, asked: Sequence[int]) -> bool:
        """Tell whether undashed questions are asked of somebody who answers for himself."""
        pairs = [(n, following) for n in asked if (following := self._next(n)) is not None]
        pairs = [(n, f) for n, f in pairs if not self._asks(f)]
        if not pairs or not self._is_personal(pairs):
            return False
        signs = [(self._asks_him(n, f), self._answers_for_itself(n, f)) for n, f in pairs]
        if len(pairs) == 1:
            return all(signs[0])
        if self._is_announced(min(asked)):
            return any(a or b for a, b in signs)
        return sum(a or b for a, b in signs) * 5 >= 2 * len(pairs)

    def _is_announced(self, question: int) -> bool:
        """Tell whether the text says before its questions that somebody was met or asked."""
        end = self.blocks[question].span.start
        words, people = self.source.words, self.asking.people
        for index in range(self.source.index_at(end)):
            if words[index].low in self.source.language.questions.meetings:
                near = words[index + 1].low if index + 1 < len(words) else ""
                if near in _OBJECTS or people.at(index + 1) is not None:
                    return True
        return False

    def _is_personal(self, pairs: Sequence[tuple[int, int]]) -> bool:
        """Tell a conversation from subheadings that ask and from a reader's own questions."""
        own = sum(self.asking.says_i(n) and not self.asking.addresses(n) for n, _ in pairs)
        if 2 * own >= len(pairs) > 0 or self._muses([n for n, _ in pairs]) or self._is_letter():
            return False
        if any(self.asking.says_i(answer) for _, answer in pairs):
            return True
        guides = sum(self.asking.addresses(answer) for _, answer in pairs)
        return 2 * guides <= len(pairs) and any(self._asks_him(n, f) for n, f in pairs)

    def _is_letter(self) -> bool:
        """Tell whether one of the first paragraphs greets whom it is written to: Kære minister."""
        greetings = self.source.language.questions.greetings
        return any(
            words[0].low in greetings
            for number in range(min(_HEAD, len(self.blocks)))
            if (words := self.asking.words(number))
        )

    def _muses(self, asked: Sequence[int]) -> bool:
        """Tell whether the writer asks himself: he says jeg before, or nobody else is named."""
        if any(self.asking.addresses(number) for number in asked):
            return False
        before = range(1, min(asked))
        people = self.asking.people
        named = any(not people.persons[mention.person].is_author for mention in people.mentions)
        return not named or any(self._says_i_himself(number) for number in before)

    def _says_i_himself(self, number: int) -> bool:
        """Tell whether nothing marks the jeg of a paragraph as somebody else's."""
        asking = self.asking
        is_speech = asking.is_dashed(number) or asking.is_marked(number) or asking.reports(number)
        return asking.says_i(number) and not is_speech and not asking.has_marks(number)

    def _asks_him(self, question: int, answer: int) -> bool:
        """Tell whether a question speaks to whoever answers: the answer does not say du to all."""
        guides = self.asking.addresses(answer) and not self.asking.speaks_of_itself(answer)
        return self.asking.addresses(question) and not guides

    def _answers_for_itself(self, question: int, answer: int) -> bool:
        """Tell whether an answer says jeg or vi where the question did not: not "Hvad gør vi?"."""
        general = self.asking.speaks_of_itself(question)
        return self.asking.replies(answer) and not general

    def _is_put(self, number: int) -> bool:
        return self.asking.addresses(number) or self.asking.asks_by_clause(number)

    def _is_exchange(self, dashed: Sequence[int]) -> bool:
        """Tell whether dashed questions are answered by somebody else, time after time."""
        pairs = [(n, following) for n in dashed if (following := self._next(n)) is not None]
        pairs = [(n, f) for n, f in pairs if not self._asks(f)]
        pairs = [p for p in pairs if self._is_put(p[0]) or not self.asking.reports(p[1])]
        if len(pairs) < 2 or any(map(self.asking.asks_by_another, range(len(self.blocks)))):
            return False
        addressed = any(self.asking.addresses(n) for n, _ in pairs)
        return addressed and any(self.asking.replies(f) for _, f in pairs)
