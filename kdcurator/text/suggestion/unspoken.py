"""What looks like speech that nobody speaks: lists, titles of talks, guides.

Owns which drafts are dropped for that. Must not know how drafts and their speakers are found.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kdcurator.domain.quote import Span, Style
from kdcurator.text.suggestion.advice import advice
from kdcurator.text.suggestion.asking import Asking
from kdcurator.text.suggestion.drafts import Draft, Evidence, Text
from kdcurator.text.suggestion.exchanges import Interview
from kdcurator.text.suggestion.listings import (
    Listings,
    are_titles,
    is_bound,
    is_by_somebody,
    opens_with_keyword,
)
from kdcurator.text.suggestion.speakers import Speaker

_DASHES = frozenset({Style.DASH, Style.EN_DASH})
_MARKS = frozenset({Style.GUILLEMETS, Style.DOUBLE_QUOTES})
_STOPS = (".", "…", "!")
_THINGS = frozenset(["den", "det"])
_OF_DOCUMENTS = frozenset(["hedder", "hed", "står", "stod", "fremgår", "fremgik"])
_PERSONS = frozenset(["jeg", "mig", "vi", "os", "du", "dig"])  # min. is a minute too
_ONE_OF_THEM = "et af dem"  # of people it is "en af dem"


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the text as a whole is, and which of its drafts are advice."""

    says_who: bool
    is_told: bool
    is_guide: bool
    lists_titles: bool
    listings: Listings
    advised: Collection[int]


def unspoken(
    text: Text, interview: Interview, drafts: Sequence[Draft], speakers: Sequence[Speaker]
) -> list[bool]:
    """Tell of each draft of a text, in order, whether nobody speaks it."""
    says_who = any(draft.evidence is not Evidence.CONTEXT for draft in drafts)
    whole = _Whole(
        says_who,
        is_told=says_who or any(speaker.is_known for speaker in speakers),
        is_guide=_is_guide(text, interview, drafts, speakers),
        lists_titles=_lists_titles(text, drafts),
        listings=Listings(text.source),
        advised=advice(text, drafts),
    )
    return [
        place in whole.advised or _is_unspoken(text, whole, draft, speaker)
        for place, (draft, speaker) in enumerate(zip(drafts, speakers, strict=True))
    ]


def _is_unspoken(text: Text, whole: _Whole, draft: Draft, speaker: Speaker) -> bool:
    """Tell whether one of these makes a draft nobody's words."""
    return (
        (not whole.is_told and _may_list(text, draft))
        or (not whole.says_who and _may_be_title(text, draft))
        or (not whole.is_told and draft.style in _MARKS)
        or (whole.is_guide and draft.evidence is Evidence.ANSWER)
        or (whole.lists_titles and _stands_by_a_name(draft))
        or (not speaker.is_known and _is_of_a_thing(draft))
        or _is_by_somebody(text, draft)
        or (not _is_said_by_clause(draft, speaker) and _is_listed(text, draft, whole.listings))
    )


def _stands_by_a_name(draft: Draft) -> bool:
    """Tell whether words in marks stand behind a bare name and a colon."""
    return draft.style in _MARKS and draft.evidence is Evidence.INTRODUCTION and draft.cue is None


def _lists_titles(text: Text, drafts: Sequence[Draft]) -> bool:
    """Tell whether all that stands by names are titles, of which none ends as speech does."""
    named = [draft for draft in drafts if _stands_by_a_name(draft)]
    return are_titles(text.source, [Span(draft.start - 1, draft.end + 1) for draft in named])


def _is_by_somebody(text: Text, draft: Draft) -> bool:
    """Tell whether marks hold a title with its author behind it."""
    is_marked = draft.style in _MARKS and draft.evidence is not Evidence.CLAUSE
    if _stands_by_a_name(draft) and is_bound(text.source, draft.end):
        return True
    return is_marked and is_by_somebody(text.source, draft.end)


def _is_said_by_clause(draft: Draft, speaker: Speaker) -> bool:
    """Tell whether the text's own words say that somebody known says it."""
    return speaker.is_known and draft.evidence is Evidence.CLAUSE


def _is_listed(text: Text, draft: Draft, listings: Listings) -> bool:
    """Tell whether a draft stands in a programme or a game, or opens as an item of a list."""
    if listings.holds(draft.start) and (draft.style in _MARKS or _may_list(text, draft)):
        return True
    is_item = draft.style in _DASHES and opens_with_keyword(text.source, draft.segments[0])
    return is_item and not _has(text, draft, _PERSONS)


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


def _is_guide(
    text: Text, interview: Interview, drafts: Sequence[Draft], speakers: Sequence[Speaker]
) -> bool:
    """Tell whether the paper answers the questions itself: no jeg and no vi in any answer.

    Then either nobody is named who might answer, or no question turns to anybody either.
    """
    answers = [
        (draft, speaker)
        for draft, speaker in zip(drafts, speakers, strict=True)
        if draft.evidence is Evidence.ANSWER
    ]
    pronouns = text.source.language.pronouns
    if any(_has(text, draft, pronouns.first) for draft, _ in answers):
        return False
    if not any(who.is_known for _, who in answers):
        return True
    asking = Asking(text.source, text.people, text.blocks)
    return not any(asking.addresses(number) for number in interview.questions)


def _has(text: Text, draft: Draft, words: frozenset[str]) -> bool:
    spans: Sequence[Span] = draft.segments
    return any(words & set(text.source.lows(span.start, span.end)) for span in spans)
