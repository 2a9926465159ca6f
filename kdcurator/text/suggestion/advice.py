"""Dashed lines of advice that a body gives: a list, which nobody speaks.

Owns where such a list begins and ends. Must not know who speaks the other drafts of a text.
"""

from collections.abc import Sequence

from kdcurator.domain.quote import Style
from kdcurator.text.suggestion.drafts import Draft, Evidence, Text
from kdcurator.text.suggestion.subjects import SubjectKind

_DASHES = frozenset({Style.DASH, Style.EN_DASH})
_BODIES = frozenset({SubjectKind.BODY, SubjectKind.UNNAMED})
_FEWEST = 2  # lines of a list
_MARKS = {"»": "«", "“": "”", "„": "“", "”": "”", '"': '"', "«": "»"}


def advice(text: Text, drafts: Sequence[Draft]) -> frozenset[int]:
    """Return the places of the drafts that list what a body advises: "Indtil da anbefales: - …"."""
    found: set[int] = set()
    for place, draft in enumerate(drafts):
        if _gives_advice(text, draft):
            lines = _lines(drafts, place)
            spoken = any(_says_we(text, drafts[line]) for line in lines)
            found |= set() if spoken or len(lines) < _FEWEST else set(lines)
    return frozenset(found)


def _gives_advice(text: Text, draft: Draft) -> bool:
    """Tell whether a body's verb of advice leads to a dash."""
    is_led = draft.style in _DASHES and draft.evidence is Evidence.INTRODUCTION
    is_body = draft.subject is not None and draft.subject.kind in _BODIES
    return is_led and is_body and draft.cue in text.source.language.turns.advises


def _lines(drafts: Sequence[Draft], place: int) -> range:
    """Return the places of the dashed lines that stand together, the first one included."""
    end = place + 1
    while end < len(drafts) and (
        drafts[end].style in _DASHES
        and drafts[end].evidence is Evidence.CONTEXT
        and drafts[end].block == drafts[end - 1].block + 1
    ):
        end += 1
    return range(place, end)


def _says_we(text: Text, draft: Draft) -> bool:
    """Tell whether jeg or vi stands in a line, outside the marks that it nests."""
    first, close = text.source.language.pronouns.first, ""
    end = draft.start
    for word in text.source.words_in(draft.start, draft.end):
        for sign in text.source.text[end : word.start]:
            close = "" if sign == close else close or _MARKS.get(sign, "")
        end = word.end
        if not close and word.low in first:
            return True
    return False
