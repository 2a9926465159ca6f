"""A quote in two versions of its article, side by side, so that somebody can decide about it.

Owns these values. Must not know how a place is found, nor how two passages are shown.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kdcurator.domain.quote import AnchorState, QuoteId, Span


class Doubt(StrEnum):
    """Why a place is not certain."""

    ELSEWHERE = "elsewhere"
    """The same words, but not where they stood, or between other words."""
    ALTERED = "altered"
    """Words a little different at a place that is clear."""
    SEVERAL = "several"
    """The same words at a place that need not be the one that is meant."""
    GUESSED = "guessed"
    """Other words at a place that may be meant."""
    TAKEN = "taken"
    """Another quote stands at the place already."""
    BACK = "back"
    """The words that were saved, in their place, although somebody had said that they are gone."""
    NOWHERE = "nowhere"
    """No place was found, or somebody said that there is none."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a version's text; offsets are those of the stretch."""

    number: int
    """Which version, from 1 on."""
    made_at: datetime
    """When it came into the library."""
    text: str
    spans: tuple[Span, ...] = ()
    """Where the quote stands; empty where it stands nowhere."""
    marks: tuple[Span, ...] = ()
    """Which letters of the quote the other passage does not have."""
    near: int = 0
    """What to bring into sight where the quote stands nowhere."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of a quote."""

    quote_id: QuoteId
    state: AnchorState
    doubt: Doubt
    likeness: float
    """How much of the words is the same, from 0 to 1; 0 where there is no place."""
    before: Passage | None
    """What was saved; None when nothing tells any more where that was."""
    after: Passage
    """The newest version."""
    places: tuple[Span, ...] = ()
    """Where the quote would stand in the whole text of the newest version, if that is accepted."""
