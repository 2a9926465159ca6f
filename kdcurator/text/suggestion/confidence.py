"""How sure a suggestion is, and why.

Owns the table of confidences and which grounds a reason names; `domain/reason.py` has their words.
Must not know how the evidence was found. The figures order the kinds of evidence by judgement and
are not yet calibrated on texts that the rules have not seen: of the 227 strong suggestions in the
passages of `tests/text/suggestion/`, by which the rules were written, all are right.
"""

from kdcurator.domain.quote import Style
from kdcurator.domain.reason import Because, Ground, phrase
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
_DOUBTFUL = 0.1
"""Another person may be meant by a pronoun or a noun."""
_TORN = 0.15
_CONTINUED = 0.05
_LEAST = 0.3

_MARKS = {
    Style.DASH: Ground.DASH,
    Style.EN_DASH: Ground.DASH,
    Style.GUILLEMETS: Ground.GUILLEMETS,
    Style.DOUBLE_QUOTES: Ground.QUOTATION_MARKS,
    Style.QA_ANSWER: Ground.ANSWER,
    Style.HEADLINE: Ground.HEADLINE,
    Style.UNMARKED: Ground.NO_MARK,
}


def confidence(draft: Draft, speaker: Speaker) -> float:
    """Return how sure a quote and its speaker are, between 0 and 1."""
    value = _BASE[draft.evidence]
    kind = draft.subject.kind if draft.subject else None
    value -= _BY_PRONOUN * (kind is SubjectKind.PRONOUN)
    value -= _BY_ROLE * (kind is SubjectKind.ROLE)
    value -= _DOUBTFUL * speaker.is_doubtful
    value -= _UNNAMED * (not speaker.is_known)
    value -= _TORN * draft.is_torn
    value -= _CONTINUED * draft.is_continued
    return round(max(_LEAST, value), 2)


def reason(draft: Draft, speaker: Speaker) -> str:
    """Return a short English phrase for why a quote was suggested."""
    parts = [Because(_MARKS[draft.style])]
    who = _who(draft, speaker)
    if who is not None:
        parts.append(who)
    is_unnamed = who is not None and bool(who.words) and not speaker.is_known
    doubts = (
        (is_unnamed, Ground.UNNAMED),
        (draft.evidence is Evidence.CONTEXT, Ground.NO_CLAUSE),
        (draft.evidence is Evidence.EMBEDDED, Ground.INSIDE),
        (draft.is_torn, Ground.TORN),
        (draft.is_continued, Ground.CONTINUED),
    )
    return phrase([*parts, *(Because(ground) for holds, ground in doubts if holds)])


def _who(draft: Draft, speaker: Speaker) -> Because | None:
    """Return what says who speaks; None where only a reporting clause without a name does."""
    name = speaker.name or (draft.subject.words if draft.subject else "")
    if draft.label:
        return Because(Ground.TURN, name or draft.label)
    if draft.evidence is Evidence.ANSWER:
        return Because(Ground.INTERVIEWEE, name) if name else Because(Ground.NO_INTERVIEWEE)
    if draft.cue and name:
        return Because(Ground.SAID, f"{draft.cue} {name}")
    if draft.evidence in {Evidence.CLAUSE, Evidence.INTRODUCTION}:
        return Because(Ground.ACCORDING_TO, name) if name else None
    return Because(Ground.SPEAKS_HERE, name) if name else Because(Ground.NO_SPEAKER)
