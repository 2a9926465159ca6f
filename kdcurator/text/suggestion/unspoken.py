"""What looks like speech that nobody speaks: lists, titles of talks, guides.

Owns which drafts are dropped for that. Must not know how drafts and their speakers are found.
"""

from collections.abc import Sequence

from kdcurator.domain.quote import Span, Style
from kdcurator.text.suggestion.advice import advice
from kdcurator.text.suggestion.drafts import Draft, Evidence, Text
from kdcurator.text.suggestion.speakers import Speaker

_DASHES = frozenset({Style.DASH, Style.EN_DASH})
_MARKS = frozenset({Style.GUILLEMETS, Style.DOUBLE_QUOTES})
_STOPS = (".", "…", "!")
_THINGS = frozenset(["den", "det"])
_OF_DOCUMENTS = frozenset(["hedder", "hed", "står", "stod", "fremgår", "fremgik"])
_ONE_OF_THEM = "et af dem"  # of people it is "en af dem"


def unspoken(text: Text, drafts: Sequence[Draft], speakers: Sequence[Speaker]) -> list[bool]:
    """Tell of each draft of a text, in order, whether nobody speaks it."""
    says_who = any(draft.evidence is not Evidence.CONTEXT for draft in drafts)
    is_told = says_who or any(speaker.is_known for speaker in speakers)
    is_guide = _is_guide(text, drafts, speakers)
    advised = advice(text, drafts)
    return [
        (not is_told and _may_list(text, draft))
        or (not says_who and _may_be_title(text, draft))
        or (is_guide and draft.evidence is Evidence.ANSWER)
        or (not speaker.is_known and _is_of_a_thing(draft))
        or place in advised
        for place, (draft, speaker) in enumerate(zip(drafts, speakers, strict=True))
    ]


def _may_list(text: Text, draft: Draft) -> bool:
    """Tell whether a dashed line may list a thing: no jeg and no du."""
    pronouns = text.source.language.pronouns
    return draft.style in _DASHES and not _has(text, draft, pronouns.first | pronouns.second)


def _may_be_title(text: Text, draft: Draft) -> bool:
    """Tell whether words in marks may name a talk or a song: the writer's words stand around them.

    »Har landsbyen en fremtid?« Panel: …
    """
    spoken, block = text.source.text[draft.start : draft.end], text.blocks[draft.block].span
    is_alone = draft.end - draft.start + len("»«.") >= block.end - block.start
    return draft.style in _MARKS and not (is_alone or spoken.endswith(_STOPS))


def _is_of_a_thing(draft: Draft) -> bool:
    """Tell whether words in marks are what a thing has or is.

    »Jeg ved en lærkerede« ønsket den. »Havet var hjemme«, lyder et af dem.
    """
    words = draft.subject.words.lower() if draft.subject else ""
    is_written = draft.cue in _OF_DOCUMENTS
    is_thing = words in _THINGS and draft.evidence is Evidence.EMBEDDED and not is_written
    return is_thing or words.startswith(_ONE_OF_THEM)


def _is_guide(text: Text, drafts: Sequence[Draft], speakers: Sequence[Speaker]) -> bool:
    """Tell whether nobody answers the questions: no interviewee, no jeg and no vi."""
    answers = [
        (draft, speaker)
        for draft, speaker in zip(drafts, speakers, strict=True)
        if draft.evidence is Evidence.ANSWER
    ]
    first = text.source.language.pronouns.first
    return not any(who.is_known or _has(text, draft, first) for draft, who in answers)


def _has(text: Text, draft: Draft, words: frozenset[str]) -> bool:
    spans: Sequence[Span] = draft.segments
    return any(words & set(text.source.lows(span.start, span.end)) for span in spans)
