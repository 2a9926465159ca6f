"""The reading of a text: all stages in order.

Owns the order of the stages and the making of domain values from drafts. Must not know any rule of
a stage, nor files, library or window.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from kdcurator.domain.article import Language, Part, PartKind
from kdcurator.domain.quote import Span
from kdcurator.domain.suggestion import Reading, SuggestedQuote
from kdcurator.text.suggestion.answering import answer_drafts
from kdcurator.text.suggestion.attribution import Attribution
from kdcurator.text.suggestion.blocks import Block, classify
from kdcurator.text.suggestion.casing import sentence_case
from kdcurator.text.suggestion.confidence import confidence, reason
from kdcurator.text.suggestion.continuing import carry_marks, go_on
from kdcurator.text.suggestion.detecting import language_of
from kdcurator.text.suggestion.drafts import Draft, Evidence, Text
from kdcurator.text.suggestion.exchanges import Interview
from kdcurator.text.suggestion.gathering import gather
from kdcurator.text.suggestion.headlines import headline_drafts
from kdcurator.text.suggestion.interviews import find_interview
from kdcurator.text.suggestion.language import LanguageData
from kdcurator.text.suggestion.levelling import Levelled, levelled
from kdcurator.text.suggestion.paragraphs import split_paragraphs
from kdcurator.text.suggestion.signatures import sign
from kdcurator.text.suggestion.source import Source, wording_of
from kdcurator.text.suggestion.speakers import Speaker
from kdcurator.text.suggestion.subjects import SubjectKind
from kdcurator.text.suggestion.unspoken import unspoken
from kdcurator.text.suggestion.utterances import drafts_in
from kdcurator.text.timecodes import Moment, find_moments, without_moments

_SPEAKING = frozenset({PartKind.BODY, PartKind.LEDE, PartKind.CAPTION})


class TextReader:
    """Reads texts with one language's data; keeps nothing of a text."""

    def __init__(self, language: LanguageData) -> None:
        """Take the data that all readings look up."""
        self._languages = {code: language.speaking(code) for code in Language}

    def read(self, text: str) -> Reading:
        """Return quotes, parts, people and language of a canonical text; never raises.

        Offsets are code points of `text`. The work grows linearly with its length.
        """
        moments = find_moments(text)
        if not moments:
            return self._read(text)
        return _around(moments, self._read(without_moments(text, moments)), text)

    def _read(self, text: str) -> Reading:
        level = levelled(text, self._languages[Language.DANISH].joining_words)
        spoken, source = self._source(level.text)
        blocks = classify(source, level.paragraphs(split_paragraphs(text)))
        people = gather(source, blocks)
        interview = find_interview(source, people, blocks)
        words = Text(source, people, blocks)
        drafts = _drafts(words, interview)
        speakers = Attribution(words, interview, drafts).speakers()
        silent = unspoken(words, interview, drafts, speakers)
        return Reading(
            quotes=tuple(
                _suggestion(draft, speaker, level)
                for draft, speaker, is_silent in zip(drafts, speakers, silent, strict=True)
                if not is_silent and (speaker.is_known or not _needs_speaker(draft))
            ),
            parts=tuple(_parts(blocks, interview, level)),
            people=people.presentations(source.language),
            language=spoken,
        )

    def _source(self, text: str) -> tuple[Language, Source]:
        """Return a text's language, and the text with its words for the stages to look up."""
        wording = wording_of(text)
        spoken = language_of(text, wording, self._languages[Language.DANISH])
        language = self._languages[spoken]
        cased = sentence_case(text, language)
        if cased is not text:
            wording = wording_of(cased)
        if language.glossary:
            wording = wording.read_as(language.glossary)
        return spoken, Source.of(cased, wording, language)


def _around(moments: Sequence[Moment], reading: Reading, text: str) -> Reading:
    """Return a reading of a text without moments as one of the text, with none in its quotes."""
    quotes = []
    for quote in reading.quotes:
        pieces = [piece for each in quote.segments for piece in _pieces(each, moments, text)]
        if pieces:
            quotes.append(replace(quote, segments=tuple(pieces)))
    return replace(reading, quotes=tuple(quotes))


def _pieces(segment: Span, moments: Sequence[Moment], text: str) -> Iterator[Span]:
    """Yield what of a segment stands between moments, without the blanks at its ends."""
    first = bisect_left(moments, segment.start, key=attrgetter("start"))
    last = bisect_left(moments, segment.end, key=attrgetter("start"))
    within = moments[first:last]
    starts = [segment.start, *(moment.end for moment in within)]
    ends = [*(moment.start for moment in within), segment.end]
    for start, end in zip(starts, ends, strict=True):
        words = text[start:end]
        if words.strip():
            left = start + len(words) - len(words.lstrip())
            yield Span(left, left + len(words.strip()))


def _drafts(text: Text, interview: Interview) -> list[Draft]:
    """Return the drafts of all paragraphs in the order of the text."""
    taken = interview.questions | interview.labels
    taken |= {number for answer in interview.answers for number in answer.blocks}
    drafts = {
        number: drafts_in(text, number)
        for number, block in enumerate(text.blocks)
        if block.kind in _SPEAKING and number not in taken
    }
    for number, some in drafts.items():
        drafts[number] = [draft for draft in some if draft.start not in interview.run_in]
    sign(text.source, text.people, text.blocks, drafts)
    carry_marks(text, drafts)
    go_on(text, drafts, interview)
    found = [draft for some in drafts.values() for draft in some]
    found += answer_drafts(text, interview)
    found += (draft for draft in headline_drafts(text) if draft.block not in taken)
    return sorted((draft for draft in found if draft.segments), key=lambda draft: draft.start)


def _needs_speaker(draft: Draft) -> bool:
    """Tell whether a draft is no quote unless somebody is found to say it: a headline's label."""
    is_group = draft.subject is not None and draft.subject.kind is SubjectKind.UNNAMED
    return draft.evidence is Evidence.HEADLINE and not is_group


def _suggestion(draft: Draft, speaker: Speaker, level: Levelled) -> SuggestedQuote:
    return SuggestedQuote(
        segments=tuple(level.back(segment) for segment in draft.segments),
        speaker=speaker.name,
        style=draft.style,
        cue=draft.cue,
        confidence=confidence(draft, speaker),
        reason=reason(draft, speaker),
    )


def _parts(blocks: Sequence[Block], interview: Interview, level: Levelled) -> list[Part]:
    """Return the parts in order; a label is a part before the rest of its paragraph."""
    parts = []
    for number, block in enumerate(blocks):
        if number in interview.questions:
            block = block._replace(kind=PartKind.QUESTION)  # noqa: PLW2901 - the same block, asked
        label = block.label
        if label and block.kind is PartKind.BODY:
            parts.append(_part(PartKind.LABEL, level.back(label)))
        content = block.content if block.kind is PartKind.BODY else block.span
        parts.append(_part(block.kind, level.back(content)))
    return parts


def _part(kind: PartKind, span: Span) -> Part:
    return Part(kind, span.start, span.end)
