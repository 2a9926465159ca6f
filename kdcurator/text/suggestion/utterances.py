"""Drafts of quotes from the dashes, marks and reporting clauses of a paragraph.

Owns which spans of a dash turn make one quote. Must not know who a subject is, nor interviews.
"""

from dataclasses import replace

from kdcurator.domain.quote import Span, Style
from kdcurator.text.suggestion.dashes import Turn, says_nothing, turns_in
from kdcurator.text.suggestion.drafts import Draft, Evidence, Text
from kdcurator.text.suggestion.introductions import introducing
from kdcurator.text.suggestion.marks import marked_in
from kdcurator.text.suggestion.quoted import quoted_in
from kdcurator.text.suggestion.running import behind, until_told
from kdcurator.text.suggestion.signatures import signer
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.speech import split_speech

_MARKS = "»«„“”\"'’‘"


def drafts_in(text: Text, number: int) -> list[Draft]:
    """Return the drafts of one paragraph in order."""
    content = text.blocks[number].content
    turns = [] if text.blocks[number].is_list else turns_in(text.source, content)
    if turns and not _inside_marks(text.source, content, turns[0].dash):
        before = (
            quoted_in(text, number, Span(content.start, turns[0].dash))
            if (turns[0].dash > content.start)
            else []
        )
        return before + [draft for turn in turns for draft in _of_run_in(text, number, turn)]
    return quoted_in(text, number, content)


def _inside_marks(source: Source, content: Span, dash: int) -> bool:
    """Tell whether a dash stands inside marks, where it is punctuation."""
    return any(m.open < dash < m.close for m in marked_in(source.text, content) if m.is_closed)


def _of_run_in(text: Text, number: int, turn: Turn) -> list[Draft]:
    """Draft a turn, and what stands in marks behind it where it is one of a running line."""
    drafts = _of_turn(text, number, turn.dash, turn.speech, turn.style)
    if turn.dash == text.blocks[number].content.start:
        return drafts
    rest = behind(text, drafts, turn.speech)
    return drafts + quoted_in(text, number, rest) if rest else drafts


def _of_turn(text: Text, number: int, dash: int, span: Span, style: Style) -> list[Draft]:
    """Draft the speech that a dash opened; a dash behind the clause opens another quote."""
    if dash > text.blocks[number].content.start:
        span = until_told(text, span)
    speech = split_speech(text.source, text.people, span.start, span.end)
    if not speech.segments:
        return []
    draft = Draft(
        _without_outer_marks(text.source, speech.segments), style, number, Evidence.CONTEXT
    )
    draft.is_open = speech.ends_open
    line = Span(dash, span.end)
    is_signed = signer(text.source, text.people, line) is not None
    if not speech.clauses and (is_signed or says_nothing(text.source, speech.segments[0])):
        return []
    if speech.clauses:
        draft.give_to(speech.clauses[0], Evidence.CLAUSE)
    elif intro := introducing(text, number, dash):
        draft.give_to(intro, Evidence.INTRODUCTION)
    return _parted_by_dashes(text.source, draft)


def _parted_by_dashes(source: Source, draft: Draft) -> list[Draft]:
    """Part a quote where a dash opens its next segment: siger hun, - men vi kom tilbage."""
    parts = [draft.segments[:1]]
    for segment in draft.segments[1:]:
        before = source.back_over_blanks(segment.start)
        if source.text[before - 1 : before] in {"-", "–", "—"}:
            parts.append([])
        parts[-1].append(segment)
    return [replace(draft, segments=part) for part in parts]


def _without_outer_marks(source: Source, segments: list[Span]) -> list[Span]:
    """Take off marks that wrap a dash turn whole."""
    span = segments[0]
    cut = span.cut(source.text)
    if (
        len(segments) == 1
        and cut[0] in '»“”"„'
        and cut[-1] in '«”“"'
        and not any(mark in _MARKS for mark in cut[1:-1])
    ):
        inner = source.trimmed(span.start + 1, span.end - 1, ",")
        return [inner] if inner else segments
    return segments
