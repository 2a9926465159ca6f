"""What a paragraph is in a conversation: it asks, it replies, or the writer tells something.

Owns the signs of one paragraph by itself: its question mark, its pronouns, its first words. Must
not know the other paragraphs, nor whether the text is an interview at all.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.clauses import clauses_in
from kdcurator.text.suggestion.dashes import opens_with_dash
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.source import Source, Word
from kdcurator.text.suggestion.speech import is_first_person, speaks_of_kin

_QUESTION_END = re.compile(r"\?[»«”“\"’')\]!?]*+$")
_MARKS = '»«„“”"'
_ALL_MARKS = frozenset(_MARKS)
_FORMAL = frozenset(["De", "Dem", "Deres"])
_ENDS = '.!?:»«„“”"–—-('


@dataclass(slots=True)
class Asking:
    """The signs of every paragraph of a text, looked up one by one."""

    source: Source
    people: People
    blocks: Sequence[Block]
    _is_formal: bool = field(init=False)
    _is_dashed: list[bool] = field(init=False)
    _reporting: dict[int, bool] = field(default_factory=dict)
    _addressing: dict[int, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find out once whether anybody in the text is spoken to as De."""
        words = self.source.words
        formal = [n for n in self.source.capitals if n and words[n].text in _FORMAL]
        self._is_formal = any(map(self._is_formal_you, formal))
        self._is_dashed = [opens_with_dash(self.source, block.span) for block in self.blocks]

    def words(self, number: int) -> Sequence[Word]:
        """Return the words of a paragraph without the number of a question that may open it."""
        span = self.blocks[number].span
        words = self.source.words_in(span.start, span.end)
        return words[1:] if words and words[0].text.isdigit() else words

    def _lows(self, number: int) -> Sequence[str]:
        span = self.blocks[number].span
        return self.source.lows(span.start, span.end)

    def ends_asking(self, number: int) -> bool:
        """Tell whether a paragraph ends in a question mark."""
        span = self.blocks[number].span
        tail = self.source.text[max(span.start, span.end - 8) : span.end]
        return "?" in tail and bool(_QUESTION_END.search(tail))

    def quotes_question(self, number: int) -> bool:
        """Tell whether a paragraph ends in a question that somebody puts: han spurgte: »Ja?«."""
        span, text = self.blocks[number].span, self.source.text
        if text[span.end - 1] not in _MARKS:
            return False
        colon = text.rfind(": ", span.start, span.end)
        return (
            colon >= 0
            and text[colon + 2] in _MARKS
            and _ALL_MARKS.isdisjoint(text[colon + 3 : span.end - 1])
        )

    def is_dashed(self, number: int) -> bool:
        """Tell whether a paragraph opens with the dash of speech."""
        return self._is_dashed[number]

    def is_marked(self, number: int) -> bool:
        """Tell whether a paragraph opens with a quotation mark."""
        return self.source.text[self.blocks[number].span.start] in _MARKS

    def has_marks(self, number: int) -> bool:
        """Tell whether a quotation mark stands anywhere in a paragraph."""
        return self.has_marks_in(self.blocks[number].span)

    def has_marks_in(self, span: Span) -> bool:
        """Tell whether a quotation mark stands anywhere in a stretch."""
        return not _ALL_MARKS.isdisjoint(span.cut(self.source.text))

    def asks_by_clause(self, number: int) -> bool:
        """Tell whether a dashed paragraph is the writer's question: Hvad nu? spørger jeg."""
        if not self.is_dashed(number):
            return False
        span = self.blocks[number].span
        last = self.source.last_words(span.start, span.end, 2)[::-1]
        if len(last) < 2 or last[0].low not in self.source.language.questions.asks:
            return False
        before = self.source.back_over_blanks(last[0].start)
        asked = self.source.text[before - 1 : before] == "?"
        return asked and last[1].low in self.source.language.pronouns.first

    def asks_by_another(self, number: int) -> bool:
        """Tell whether somebody of the story asks in a paragraph: Er De syg? spurgte lægen."""
        span, source = self.blocks[number].span, self.source
        asks, first = source.language.questions.asks, source.language.pronouns.first
        place = source.text.find("? ", span.start, span.end)
        while place >= 0:
            index = source.index_at(place)
            if source.index_at(span.end) - index > 1 and source.all_lows[index] in asks:
                return source.all_lows[index + 1] not in first
            place = source.text.find("? ", place + 1, span.end)
        return False

    def reports(self, number: int) -> bool:
        """Tell whether a reporting clause stands in a paragraph."""
        if number not in self._reporting:  # asked of a paragraph by one neighbour after the other
            span = self.blocks[number].span
            clauses = clauses_in(self.source, self.people, span.start, span.end)
            self._reporting[number] = next(clauses, None) is not None
        return self._reporting[number]

    def has_verb_of_speech(self, number: int) -> bool:
        """Tell whether a verb that reports stands anywhere in a paragraph."""
        verbs = self.source.language.verbs
        return any(low in verbs for low in self._lows(number))

    def speaks_of_itself(self, number: int) -> bool:
        """Tell whether a paragraph says jeg or vi."""
        span = self.blocks[number].span
        return is_first_person(self.source, span.start, span.end)

    def says_i(self, number: int) -> bool:
        """Tell whether a paragraph says jeg, mig or min: one person speaks."""
        return not self.source.language.questions.alone.isdisjoint(self._lows(number))

    def addresses(self, number: int) -> bool:
        """Tell whether a paragraph speaks to somebody: du, jer, I, De."""
        if number not in self._addressing:
            self._addressing[number] = self.addresses_in(self.blocks[number].span)
        return self._addressing[number]

    def addresses_in(self, span: Span) -> bool:
        """Tell whether a stretch speaks to somebody: du, jer, I, De."""
        source = self.source
        first, last = source.index_at(span.start), source.index_at(span.end)
        if not source.language.pronouns.second.isdisjoint(source.all_lows[first:last]):
            return True
        if first < last and self._is_formal and source.words[first].text == "De":
            return True
        inside = source.capitals_between(first + 1, last)
        return any(self._is_capital_you(place) for place in inside)

    def _is_capital_you(self, index: int) -> bool:
        word = self.source.words[index]
        return (word.is_plural_you and self._is_plural_you(index)) or self._is_formal_you(index)

    def _is_plural_you(self, index: int) -> bool:
        """Tell the pronoun I from the preposition that opens a sentence."""
        return self.source.is_next_to(index)

    def _is_formal_you(self, index: int) -> bool:
        """Tell the pronoun De inside a sentence from "de" at its start and from De Radikale."""
        words = self.source.words
        if words[index].text not in _FORMAL or not self.source.is_next_to(index):
            return False
        named = index + 1 < len(words) and words[index + 1].is_capital
        return words[index - 1].low != "de" and not (named and self.source.is_next_to(index + 1))

    def replies(self, number: int) -> bool:
        """Tell whether a paragraph answers for itself: jeg, vi, ja, nej."""
        return self.opens_reply(number) or self.speaks_of_itself(number)

    def opens_reply(self, number: int) -> bool:
        """Tell whether a paragraph opens with ja, nej or jo."""
        words = self.words(number)
        return bool(words) and words[0].low in self.source.language.questions.replies

    def opens_question(self, number: int) -> bool:
        """Tell whether a line opens as a question, a request or a remark to somebody."""
        words = self.words(number)
        if not words:
            return False
        questions, second = self.source.language.questions, self.source.language.pronouns.second
        spoken_to = any(w.low in second for w in words[:3]) or any(
            w.is_plural_you for w in words[1:3]
        )
        if words[0].low in questions.requests:
            return True
        if words[0].low in questions.words or words[0].low in questions.verbs:
            is_open = self.source.text[self.blocks[number].span.end - 1] not in ".!"
            return is_open or any(w.low in second for w in words)
        return spoken_to or (self._is_formal and words[0].text in _FORMAL)

    def names_somebody(self, number: int) -> bool:
        """Tell whether a paragraph names a person, known as one or not."""
        span, source = self.blocks[number].span, self.source
        if self.people.between(span.start, span.end):
            return True
        names = (
            self.people.bodies.get(index)
            for index in range(source.index_at(span.start), source.index_at(span.end))
        )
        return any(name and len(name.words) > 1 for name in names)

    def narrates(self, number: int, known: frozenset[int]) -> bool:
        """Tell whether the writer speaks in a paragraph that nothing marks as speech.

        `known` are those whom the text has presented before anybody was asked: who answers does
        not speak of himself by name.
        """
        words = self.words(number)
        if self.is_dashed(number):
            return False
        if not words:
            return True
        if self.tells_scene(number):
            return True
        if self.speaks_of_itself(number):
            return False
        if self._tells_of(number, words[0], known):
            return True
        ends_open = self.blocks[number].span.cut(self.source.text).endswith(":")
        return ends_open and self.has_verb_of_speech(number)

    def tells_scene(self, number: int) -> bool:
        """Tell whether a paragraph is about the conversation itself: the interpreter, a pause."""
        scene = self.source.language.questions.scene
        return any(word.low in scene for word in self.words(number)[:2]) and not self.says_i(number)

    def _tells_of(self, number: int, first: Word, known: frozenset[int]) -> bool:
        """Tell whether a paragraph opens with a name or han, or names who was presented."""
        span = self.blocks[number].span
        opening = self.source.index_at(span.start)
        if first.low in self.source.language.pronouns.third:
            return not self._means_another(number, first.low, known)
        if self.people.at(opening):
            return True
        if self.addresses(number):
            return False
        return any(m.person in known for m in self.people.between(span.start, span.end))

    def _means_another(self, number: int, pronoun: str, known: frozenset[int]) -> bool:
        """Tell whether han is nobody presented, or the relative just spoken of: min far."""
        language = self.source.language
        is_she = pronoun in language.pronouns.feminine
        can_be = [self.people.persons[n].is_woman(language) for n in known]
        if can_be and all(woman is not None and woman != is_she for woman in can_be):
            return True
        if not number:
            return False
        before = self.blocks[number - 1].span
        return speaks_of_kin(self.source, before.start, before.end, is_she=is_she)
