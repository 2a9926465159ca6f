"""Drafts of quotes from the answers of an interview.

Owns what of an answer's paragraph is said: no dash, no marks around it, no label, no reporting
clause; and that a clause of somebody else makes another quote. Must not know who answers.
"""

from dataclasses import dataclass, field

from kdcurator.domain.quote import Span, Style
from kdcurator.text.suggestion.clauses import Clause
from kdcurator.text.suggestion.drafts import Draft, Evidence, Text
from kdcurator.text.suggestion.exchanges import Answer, Interview
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.speech import speaks_of_kin, split_speech
from kdcurator.text.suggestion.subjects import Subject, SubjectKind
from kdcurator.text.suggestion.utterances import drafts_in

_DASHES = "-–—‒―"
_FAR_BACK = 600  # characters before a paragraph in which who is spoken of was named
_LONG = 140  # characters
_RARE = 3  # in so many answers one is long
_CLOSERS = ("«", "”", "“", '"')
_MARKS = {"»": "«", "«": "»", "”": "”“", "“": "”“", "„": "“”", '"': '"'}


@dataclass(slots=True)
class _Said:
    """What one paragraph, or more of one answer, brings of somebody's words."""

    block: int
    segments: list[Span]
    subject: Subject | None = None
    cue: str | None = None
    is_reported: bool = field(default=False)


def answer_drafts(text: Text, interview: Interview) -> list[Draft]:
    """Return one draft for each answer, more where several people give it."""
    drafts = [draft for answer in interview.answers for draft in _of_answer(text, answer)]
    long = [draft for draft in drafts if _is_long(draft)]
    for draft in long:
        draft.is_longer = len(long) * _RARE <= len(drafts)
    return drafts


def _is_long(draft: Draft) -> bool:
    """Tell whether an answer goes on for more than a few lines behind its first paragraph."""
    rest = (segment.end - segment.start for segment in draft.segments[1:])
    return draft.evidence is Evidence.ANSWER and any(length > _LONG for length in rest)


def _of_answer(text: Text, answer: Answer) -> list[Draft]:
    joined: list[_Said] = []
    for number in answer.blocks:
        start = answer.starts.get(number, text.blocks[number].span.start)
        for said in _said_in(text, number, start, is_labelled=answer.label is not None):
            if joined and not (answer.label is None and _is_another(text, joined[-1], said)):
                _join(joined[-1], said)
            else:
                joined.append(said)
    return [_draft(answer, said) for said in joined]


def _draft(answer: Answer, said: _Said) -> Draft:
    evidence = Evidence.LABEL if answer.label else Evidence.ANSWER
    draft = Draft(said.segments, Style.QA_ANSWER, said.block, evidence, label=answer.label)
    if said.is_reported and not answer.label:
        draft.evidence, draft.subject, draft.cue = Evidence.CLAUSE, said.subject, said.cue
    return draft


def _join(one: _Said, other: _Said) -> None:
    one.segments += other.segments
    if other.is_reported and not one.is_reported:
        one.subject, one.cue, one.is_reported = other.subject, other.cue, True


def _is_another(text: Text, one: _Said, other: _Said) -> bool:
    """Tell whether two clauses name two people."""
    first, second = one.subject, other.subject
    if first is None or second is None:
        return False
    if first.person is not None and second.person is not None:
        return first.person != second.person
    kinds = {first.kind, second.kind}
    if kinds == {SubjectKind.PRONOUN}:
        return first.words != second.words
    if kinds == {SubjectKind.PRONOUN, SubjectKind.NAME}:
        named, meant = (first, second) if first.person is not None else (second, first)
        woman = text.people.persons[named.person or 0].is_woman(text.source.language)
        feminine = meant.words in text.source.language.pronouns.feminine
        return woman is not None and woman != feminine
    return False


def _said_in(text: Text, number: int, start: int, *, is_labelled: bool) -> list[_Said]:
    """Return what a paragraph of an answer says, and whose words it calls it."""
    source = text.source
    span = source.trimmed(start, text.blocks[number].span.end)
    if span and source.text[span.start] in _DASHES:
        span = source.trimmed(span.start + 1, span.end)
    if span is None:
        return []
    if source.text[span.start] in _MARKS and (marked := _of_marks(text, number, span)):
        return marked
    span = _inside_marks(source, span)
    speech = split_speech(source, text.people, span.start, span.end)
    if is_labelled or all(_is_told(text, span, clause) for clause in speech.clauses):
        return [_Said(number, [span])]
    clause = speech.clauses[0]
    said = _Said(number, speech.segments, clause.subject, clause.cue, is_reported=True)
    return [said] if speech.segments else []


def _is_told(text: Text, span: Span, clause: Clause) -> bool:
    """Tell whether who answers reports what others say: sagde min far, »…«, sagde hun."""
    source, subject = text.source, clause.subject
    said = source.text[span.start : clause.start].rstrip(" ,\u00a0\n")
    if said.endswith(_CLOSERS):
        return True
    if subject is None or subject.kind is SubjectKind.UNNAMED:
        return True
    first = source.language.pronouns.first
    if any(word in first for word in subject.words.lower().split()):
        return True
    is_she = subject.words in source.language.pronouns.feminine
    is_pronoun = subject.kind is SubjectKind.PRONOUN
    start = max(0, span.start - _FAR_BACK)
    return is_pronoun and speaks_of_kin(source, start, clause.start, is_she=is_she)


def _of_marks(text: Text, number: int, span: Span) -> list[_Said]:
    """Return what stands in marks, where the marks open the paragraph and a clause tells of it."""
    drafts = [draft for draft in drafts_in(text, number) if draft.start >= span.start]
    if not drafts or drafts[0].start != span.start + 1 or drafts[0].is_torn:
        return []
    if drafts[0].evidence is not Evidence.CLAUSE and drafts[0].end + 2 < span.end:
        return []
    return [
        _Said(number, d.segments, d.subject, d.cue, is_reported=d.evidence is Evidence.CLAUSE)
        for d in drafts
    ]


def _inside_marks(source: Source, span: Span) -> Span:
    """Return a paragraph without the marks around it, also where the next one closes them."""
    first, last = source.text[span.start], source.text[span.end - 1]
    closers = _MARKS.get(first, "")
    inner = span.cut(source.text)[1:-1]
    if not closers or first in inner or any(closer in inner for closer in closers):
        return span
    end = span.end - 1 if last in closers else span.end
    return source.trimmed(span.start + 1, end) or span
