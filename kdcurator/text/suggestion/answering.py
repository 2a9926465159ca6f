"""Drafts of quotes from the answers of an interview.

Owns what of an answer's paragraph is said: no dash, no marks around it, no label, no reporting
clause. Must not know who answers.
"""

from kdcurator.domain.quote import Span, Style
from kdcurator.text.suggestion.clauses import Clause
from kdcurator.text.suggestion.drafts import Draft, Evidence
from kdcurator.text.suggestion.exchanges import Answer, Interview
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.speech import split_speech
from kdcurator.text.suggestion.utterances import Text

_DASHES = "-–—‒―"
_MARKS = {"»": "«", "«": "»", "”": "”", "“": "”", "„": "“", '"': '"'}


def answer_drafts(text: Text, interview: Interview) -> list[Draft]:
    """Return one draft for each answer."""
    drafts = (_of_answer(text, answer) for answer in interview.answers)
    return [draft for draft in drafts if draft is not None]


def _of_answer(text: Text, answer: Answer) -> Draft | None:
    segments: list[Span] = []
    clauses: list[Clause] = []
    for number in answer.blocks:
        start = answer.starts.get(number, text.blocks[number].span.start)
        said, found = _said_in(text, start, text.blocks[number].span.end)
        segments += said
        clauses += found
    if not segments:
        return None
    evidence = Evidence.LABEL if answer.label else Evidence.ANSWER
    draft = Draft(segments, Style.QA_ANSWER, answer.blocks[0], evidence, label=answer.label)
    if clauses and not answer.label:
        draft.evidence, draft.subject, draft.cue = (
            Evidence.CLAUSE,
            clauses[0].subject,
            clauses[0].cue,
        )
    return draft


def _said_in(text: Text, start: int, end: int) -> tuple[list[Span], list[Clause]]:
    """Return what a paragraph of an answer says, and the clauses that report it."""
    source = text.source
    span = source.trimmed(start, end)
    if span and source.text[span.start] in _DASHES:
        span = source.trimmed(span.start + 1, span.end)
    if span is None:
        return [], []
    span = _inside_marks(source, span)
    speech = split_speech(source, text.people, span.start, span.end)
    return (speech.segments, speech.clauses) if speech.clauses else ([span], [])


def _inside_marks(source: Source, span: Span) -> Span:
    """Return a paragraph that stands in marks as a whole without them."""
    first, last = source.text[span.start], source.text[span.end - 1]
    closer = _MARKS.get(first)
    inner = span.cut(source.text)[1:-1]
    if closer and last == closer and first not in inner and closer not in inner:
        return source.trimmed(span.start + 1, span.end - 1) or span
    return span
