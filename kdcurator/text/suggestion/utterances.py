"""Drafts of quotes from the dashes, marks and reporting clauses of a paragraph.

Owns which marked words are speech and which are scare quotes or titles, and which spans make one
quote. Must not know who a subject is, nor interviews.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kdcurator.domain.quote import Span, Style
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.clauses import Clause, clause_at, inverted_at, subject_first
from kdcurator.text.suggestion.dashes import says_nothing, turns_in
from kdcurator.text.suggestion.drafts import Draft, Evidence
from kdcurator.text.suggestion.introductions import introduction
from kdcurator.text.suggestion.marks import Marked, marked_in
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.signatures import signer
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.speech import split_speech
from kdcurator.text.suggestion.spoken import (
    has_subject,
    is_clause,
    is_poster,
    names_work,
    opens_sentence,
    stands_alone,
)
from kdcurator.text.suggestion.subjects import SubjectKind, last_meant

_ENDS = ".!?…:"
_PAUSES = frozenset(",:–—-")
_MARKS = "»«„“”\"'’‘"
_PREPOSITIONS = frozenset(
    ["fra", "til", "af", "i", "på", "med", "for", "om", "under", "som", "ved", "hos", "efter"]
)
"""What leads to a name or a title in marks, never to speech."""
_LONGEST_TAIL = 25  # words of a reporting clause


@dataclass(frozen=True, slots=True)
class Text:
    """What drafting looks things up in."""

    source: Source
    people: People
    blocks: Sequence[Block]


def drafts_in(text: Text, number: int) -> list[Draft]:
    """Return the drafts of one paragraph in order."""
    content = text.blocks[number].content
    turns = [] if text.blocks[number].is_list else turns_in(text.source, content)
    if turns and not _inside_marks(text.source, content, turns[0].dash):
        before = (
            _of_marks(text, number, Span(content.start, turns[0].dash))
            if (turns[0].dash > content.start)
            else []
        )
        return before + [
            draft
            for turn in turns
            for draft in _of_turn(text, number, turn.dash, turn.speech, turn.style)
        ]
    return _of_marks(text, number, content)


def _inside_marks(source: Source, content: Span, dash: int) -> bool:
    """Tell whether a dash stands inside marks, where it is punctuation."""
    return any(m.open < dash < m.close for m in marked_in(source.text, content) if m.is_closed)


def _of_turn(text: Text, number: int, dash: int, span: Span, style: Style) -> list[Draft]:
    """Draft the speech that a dash opened; a dash behind the clause opens another quote."""
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
        _attribute(draft, speech.clauses[0], Evidence.CLAUSE)
    elif intro := _introducing(text, number, dash):
        _attribute(draft, intro, Evidence.INTRODUCTION)
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


def _attribute(draft: Draft, clause: Clause, evidence: Evidence) -> None:
    draft.evidence, draft.subject, draft.cue = evidence, clause.subject, clause.cue


def _introducing(text: Text, number: int, offset: int) -> Clause | None:
    """Read the sentence with a colon that stands before an offset, in this block or the last."""
    source, block = text.source, text.blocks[number]
    before = source.back_over_blanks(offset)
    if before <= block.content.start:
        if number == 0 or block.content.start != block.span.start:
            return None
        block = text.blocks[number - 1]
        before = block.span.end
    if before <= block.span.start or source.text[before - 1] != ":":
        return None
    start = source.sentence_start(before - 1, block.span.start)
    if clause := introduction(source, text.people, start, before):
        return clause
    subject = last_meant(source, text.people, start, before)
    return Clause(start, before, None, subject, source.index_at(start)) if subject else None


def _of_marks(text: Text, number: int, content: Span) -> list[Draft]:
    """Draft the marked stretches of a paragraph, joined where only a clause divides them."""
    source = text.source
    drafts: list[Draft] = []
    reach = -1  # how far the last draft's reporting clause may reach
    for marked in marked_in(source.text, content):
        span = source.trimmed(marked.inner.start, marked.inner.end, ",")
        if span is None:
            reach = -1
            continue
        if (
            drafts
            and reach >= 0
            and _continues(text, drafts[-1].end, marked, span, reach)
            and not _another_speaks(drafts[-1], _clause_after(text, marked, content))
        ):
            drafts[-1].segments.append(span)
            reach = _after_join(text, drafts[-1], marked, content)
            continue
        draft, reach = _of_marked(text, number, content, marked, span)
        if draft:
            drafts.append(draft)
    return drafts


def _after_join(text: Text, draft: Draft, marked: Marked, content: Span) -> int:
    clause = _clause_after(text, marked, content)
    if clause and draft.evidence is not Evidence.CLAUSE:
        _attribute(draft, clause, Evidence.CLAUSE)
    return clause.core_end if clause else marked.close


def _of_marked(
    text: Text, number: int, content: Span, marked: Marked, span: Span
) -> tuple[Draft | None, int]:
    """Draft one marked stretch; also return how far its reporting clause reaches, -1 for none."""
    draft = Draft([span], marked.style, number, Evidence.CONTEXT)
    clause = _clause_after(text, marked, content)
    if not marked.is_closed or not marked.is_opened:
        return _of_torn(text, draft, marked, clause)
    opens = opens_sentence(text.source, marked.open, content.start)
    is_said = opens or (
        is_clause(text.source, span) and not names_work(text.source, marked.open, content.start)
    )
    if clause and clause.subject and is_said:
        _attribute(draft, clause, Evidence.CLAUSE)
        return draft, clause.core_end
    if intro := _introducing(text, number, marked.open):
        if names_work(text.source, marked.open, content.start) or is_poster(text.source, intro):
            return None, -1
        _attribute(draft, intro, Evidence.INTRODUCTION)
        return draft, marked.close
    if opens and stands_alone(text.source, marked, span, content):
        inner = split_speech(text.source, text.people, span.start, span.end)
        if inner.clauses and len(inner.segments) > 0:
            draft.segments = inner.segments
            _attribute(draft, inner.clauses[0], Evidence.CLAUSE)
        draft.is_open = not inner.clauses
        return draft, marked.close
    return _embedded(text, draft, marked, span, content), -1


def _of_torn(
    text: Text, draft: Draft, marked: Marked, clause: Clause | None
) -> tuple[Draft | None, int]:
    """Draft a stretch whose opening or closing mark was lost: a clause must speak for it."""
    draft.is_torn = True
    if not marked.is_opened:
        if clause is None or clause.subject is None:
            return None, -1
        _attribute(draft, clause, Evidence.CLAUSE)
        return draft, clause.core_end
    speech = split_speech(text.source, text.people, marked.inner.start, marked.inner.end)
    draft.segments = speech.segments or draft.segments
    draft.is_open = speech.ends_open
    if speech.clauses:
        _attribute(draft, speech.clauses[0], Evidence.CLAUSE)
        return draft, -1 if speech.ends_open else speech.clauses[-1].core_end
    if not opens_sentence(text.source, marked.open, marked.open):
        return None, -1
    return draft, -1


def _clause_after(text: Text, marked: Marked, content: Span) -> Clause | None:
    """Read the reporting clause right behind a closing mark."""
    source = text.source
    index = source.index_at(marked.close)
    if index >= len(source.words) or source.words[index].start >= content.end:
        return None
    word = source.words[index]
    between = source.text[marked.close : word.start].strip()
    if between not in {"", ",", "-", "–", ".", "?", "!"}:
        return None
    if source.language.code == "en" and (
        clause := subject_first(source, text.people, index, content.end)
    ):
        return clause
    if not word.text[0].islower():
        return None
    clause = clause_at(source, text.people, index, content.end)
    if clause is None and _pauses(source, marked):
        clause = inverted_at(source, text.people, index, content.end)
    return clause


def _pauses(source: Source, marked: Marked) -> bool:
    """Tell whether speech in marks ends as before a reporting clause: with a comma, ? or !."""
    before = source.text[max(marked.open, marked.close - 2) : marked.close].rstrip(_MARKS)[-1:]
    return before in {",", "?", "!", "…"} or source.text[marked.close : marked.close + 1] == ","


def _another_speaks(draft: Draft, clause: Clause | None) -> bool:
    """Tell whether the clause behind a marked stretch names another one than a quote's clause."""
    before, behind = draft.subject, clause.subject if clause else None
    if before is None or behind is None or behind.kind is SubjectKind.PRONOUN:
        return False
    if behind.kind is SubjectKind.NAME and before.kind is SubjectKind.NAME:
        return behind.person != before.person
    kinds = {before.kind, behind.kind}
    return SubjectKind.NAME not in kinds and behind.words.casefold() != before.words.casefold()


def _continues(text: Text, end: int, marked: Marked, span: Span, reach: int) -> bool:
    """Tell whether a marked stretch goes on with the quote before it."""
    source = text.source
    if _resumes(source, end, span):
        pauses = source.text[source.back_over_blanks(marked.open) - 1] in _PAUSES
        return (pauses or marked.open <= reach + 2) and not _another_sentence(
            source, reach, marked.open
        )
    opens = opens_sentence(source, marked.open, reach) or marked.open <= reach + 1
    return opens and _only_clause_between(source, end, marked.open, reach)


def _only_clause_between(source: Source, end: int, start: int, reach: int) -> bool:
    """Tell whether nothing but a reporting clause divides two marked stretches."""
    between = source.text[min(end, start) : start].strip(_MARKS + " ,.\u00a0\n–-:;")
    if not between:
        return True
    first, last = source.index_at(reach), source.index_at(start)
    return last - first <= _LONGEST_TAIL and not _another_sentence(source, reach, start)


def _another_sentence(source: Source, reach: int, start: int) -> bool:
    """Tell whether a sentence ends between two offsets and another one begins."""
    first = source.index_at(reach)
    if first < len(source.words) and source.words[first].start < start:
        opens = source.sentence_start(source.words[first].start, 0) == source.words[first].start
        if opens and source.words[first].is_capital:
            return True
    stop = source.sentence_end(reach, start)
    return bool(source.text[stop:start].strip(_MARKS + " \n"))


def _resumes(source: Source, end: int, span: Span) -> bool:
    """Tell whether a stretch ends a sentence that the one before left open."""
    before = source.text[end - 1]
    return source.text[span.start].islower() and before not in _ENDS


def _embedded(text: Text, draft: Draft, marked: Marked, span: Span, content: Span) -> Draft | None:
    """Draft a whole clause in marks inside the writer's sentence, if a verb gives it to someone."""
    source = text.source
    is_reported = _is_reported(source, marked.open)
    is_work = not is_reported and names_work(source, marked.open, content.start)
    if is_work or not is_clause(source, span):
        return None
    start = source.sentence_start(marked.open, content.start)
    clause = introduction(source, text.people, start, marked.open)
    if clause is None or not (is_reported or (clause.subject and has_subject(source, span))):
        return None
    if _word_before(source, marked.open) in _PREPOSITIONS or _by_those_present(source, clause):
        return None
    _attribute(draft, clause, Evidence.EMBEDDED)
    return draft


def _by_those_present(source: Source, clause: Clause) -> bool:
    """Tell whether the writer or the reader is who said it: skriver I, at »…«."""
    behind = source.words[clause.index + 1 : clause.index + 2]
    return any(word.text == "I" or word.low in {"jeg", "vi", "du"} for word in behind)


def _is_reported(source: Source, offset: int) -> bool:
    """Tell whether "at" leads to a mark: hun skriver, at »ingen har kunnet redegøre for det«."""
    return _word_before(source, offset) == "at"


def _word_before(source: Source, offset: int) -> str:
    """Return the word that leads to a mark with nothing but blanks between, else nothing."""
    index = source.index_at(offset) - 1
    if index < 0 or source.text[source.words[index].end : offset].strip():
        return ""
    return source.words[index].low
