"""How sure a suggestion is, and why, in words.

Owns the table of confidences and the sentence that the window shows on demand. Must not know how
the evidence was found. The figures order the kinds of evidence by judgement and are not yet
calibrated on texts that the rules have not seen: of the 227 strong suggestions in the passages of
`tests/text/suggestion/`, by which the rules were written, all are right.
"""

from kdcurator.domain.quote import Style
from kdcurator.text.suggestion.attribution import Speaker
from kdcurator.text.suggestion.drafts import Draft, Evidence
from kdcurator.text.suggestion.subjects import SubjectKind

_BASE = {
    Evidence.CLAUSE: 0.98,
    Evidence.INTRODUCTION: 0.95,
    Evidence.TAKEN_UP: 0.95,
    Evidence.LABEL: 0.95,
    Evidence.ANSWER: 0.92,
    Evidence.HEADLINE: 0.9,
    Evidence.CONTEXT: 0.88,
    Evidence.EMBEDDED: 0.75,
}
_BY_PRONOUN = 0.03
_BY_ROLE = 0.02
_UNNAMED = 0.2
_TORN = 0.15
_CONTINUED = 0.05
_LEAST = 0.3

_MARKS = {
    Style.DASH: "dash turn",
    Style.EN_DASH: "dash turn",
    Style.GUILLEMETS: "guillemets",
    Style.DOUBLE_QUOTES: "quotation marks",
    Style.QA_ANSWER: "answer to a question",
    Style.HEADLINE: "headline",
    Style.UNMARKED: "no mark",
}


def confidence(draft: Draft, speaker: Speaker) -> float:
    """Return how sure a quote and its speaker are, between 0 and 1."""
    value = _BASE[draft.evidence]
    kind = draft.subject.kind if draft.subject else None
    value -= _BY_PRONOUN * (kind is SubjectKind.PRONOUN)
    value -= _BY_ROLE * (kind is SubjectKind.ROLE)
    value -= _UNNAMED * (not speaker.is_known)
    value -= _TORN * draft.is_torn
    value -= _CONTINUED * draft.is_continued
    return round(max(_LEAST, value), 2)


def reason(draft: Draft, speaker: Speaker) -> str:
    """Return a short English phrase for why a quote was suggested."""
    parts = [_MARKS[draft.style], _who(draft, speaker)]
    if draft.is_torn:
        parts.append("a mark is missing")
    if draft.is_continued:
        parts.append("goes on in the next paragraph")
    return "; ".join(part for part in parts if part)


def _who(draft: Draft, speaker: Speaker) -> str:
    name = speaker.name or (draft.subject.words if draft.subject else "")
    if draft.label:
        return f"turn of {name or draft.label}"
    if draft.evidence is Evidence.ANSWER:
        return f"the interviewee is {name}" if name else "no interviewee is named"
    if draft.cue and name:
        return f"{draft.cue} {name}"
    if draft.evidence in {Evidence.CLAUSE, Evidence.INTRODUCTION}:
        return f"according to {name}" if name else ""
    return f"{name} speaks here" if name else "no speaker is named"
