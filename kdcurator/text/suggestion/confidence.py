"""How sure a suggestion is, and why.

Owns the table of confidences and which grounds a reason names; `domain/reason.py` has their words.
Must not know how the evidence was found.

The figures are calibrated on the 317 passages of `tests/text/suggestion/set_aside/`, a quarter of
all, which no rule was written by: nobody who wrote rules read them, though their totals were looked
at to drop rules that did harm. Each kind of evidence got about the share of its suggestions that
had the right quote and the right speaker there, taken together with the 939 other passages where
there were few; it is strong (0.9 and above) only where about 94 of 100 or more were right. Of the
459 strong suggestions in the passages set aside 447 are right, 97.4 of 100: by name in a clause 196
of 200, by a pronoun that fits only one of the named 128 of 135, labels 49 of 50, answers and quotes
that the next sentence takes up 53 of 53, names before a colon 14 of 14, headlines 7 of 7. Weak, and
how many were right: pronouns that fit several 38 of 41, roles and bodies in a clause 29 of 30,
answers where several are told of 6 of 6, answers much longer than the others none of 3, quotes by
whoever speaks here 43 of 55. In the five articles of the first corpus 28 of 37 are strong, and
right. Since 48 texts without quotes joined those set aside, 449 of 461 strong ones are right.
"""

from kdcurator.domain.quote import Style
from kdcurator.domain.reason import Because, Ground, phrase
from kdcurator.text.suggestion.drafts import Draft, Evidence
from kdcurator.text.suggestion.speakers import Speaker
from kdcurator.text.suggestion.subjects import SubjectKind

_BASE = {
    Evidence.CLAUSE: 0.98,
    Evidence.LABEL: 0.97,
    Evidence.TAKEN_UP: 0.95,
    Evidence.ANSWER: 0.95,
    Evidence.INTRODUCTION: 0.93,
    Evidence.HEADLINE: 0.92,
    Evidence.CONTEXT: 0.76,
    Evidence.EMBEDDED: 0.7,
}
_BY_SUBJECT = {
    SubjectKind.PRONOUN: 0.04,
    SubjectKind.BODY: 0.1,
    SubjectKind.ROLE: 0.12,
    SubjectKind.UNNAMED: 0.2,
}
_NO_SUBJECT = 0.3
"""A reporting clause or an introduction says who speaks, but not in words that can be read."""
_UNNAMED = 0.25
_DOUBTFUL = 0.1
"""Another person may be meant by a pronoun or a noun, or may be the one who answers."""
_RIVALLED = 0.07
_LONGER = 0.1
_TORN = 0.15
_CONTINUED = 0.05
_LEAST = 0.3

_SAYING = frozenset({Evidence.CLAUSE, Evidence.INTRODUCTION, Evidence.TAKEN_UP})
_BY_CLAUSE = frozenset({Evidence.CLAUSE, Evidence.INTRODUCTION})
_BY_NOUN = frozenset({SubjectKind.BODY, SubjectKind.ROLE, SubjectKind.UNNAMED})

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
    if draft.subject:
        value -= _BY_SUBJECT.get(draft.subject.kind, 0)
    value -= _NO_SUBJECT * _lacks_subject(draft)
    value -= _UNNAMED * (not speaker.is_known)
    value -= _DOUBTFUL * speaker.is_doubtful or _RIVALLED * speaker.has_rivals
    value -= _LONGER * draft.is_longer
    value -= _TORN * draft.is_torn
    value -= _CONTINUED * draft.is_continued
    return round(max(_LEAST, value), 2)


def _lacks_subject(draft: Draft) -> bool:
    return draft.subject is None and draft.evidence in _SAYING


def _lacks_name(draft: Draft) -> bool:
    """Tell whether a noun, or a pronoun before a colon, stands where a name might."""
    kind = draft.subject.kind if draft.subject else None
    is_before = draft.evidence is not Evidence.CLAUSE and kind is SubjectKind.PRONOUN
    return _lacks_subject(draft) or kind in _BY_NOUN or is_before


def reason(draft: Draft, speaker: Speaker) -> str:
    """Return a short English phrase for why a quote was suggested."""
    parts = [Because(_MARKS[draft.style])]
    who = _who(draft, speaker)
    if who is not None:
        parts.append(who)
    is_unnamed = who is not None and bool(who.words) and not speaker.is_known
    doubts = (
        (is_unnamed, Ground.UNNAMED),
        (who is None and not speaker.is_known, Ground.NO_SPEAKER),
        (speaker.is_known and _lacks_name(draft), Ground.NO_NAME),
        (speaker.is_known and (speaker.is_doubtful or speaker.has_rivals), Ground.ANOTHER),
        (draft.evidence is Evidence.CONTEXT, Ground.NO_CLAUSE),
        (draft.is_longer, Ground.LONG_ANSWER),
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
    if draft.evidence in _BY_CLAUSE:
        return Because(Ground.ACCORDING_TO, name) if name else None
    return Because(Ground.SPEAKS_HERE, name) if name else Because(Ground.NO_SPEAKER)
