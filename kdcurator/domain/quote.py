"""Quotes and the places in a text where they stand.

Owns `Span` and `Segment` (every offset of the program counts Unicode code points of an article's
canonical text) and the choices a quote offers. Must not know how quotes are found or stored.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from typing import NewType, Self

from kdcurator.domain.article import ArticleId, VersionId
from kdcurator.domain.person import PersonId

QuoteId = NewType("QuoteId", int)

CONTEXT_LENGTH = 32
"""Code points of context kept on either side of a segment, as the Hypothesis client does."""


class Style(StrEnum):
    """How a text marks that somebody speaks: by the mark that opens the quote."""

    DASH = "dash"
    EN_DASH = "en-dash"
    GUILLEMETS = "guillemets"
    DOUBLE_QUOTES = "double-quotes"
    QA_ANSWER = "qa-answer"
    HEADLINE = "headline"
    UNMARKED = "unmarked"


class Origin(StrEnum):
    """Who found the quote."""

    MANUAL = "manual"
    SUGGESTED = "suggested"


class Status(StrEnum):
    """Where a quote is in its quote check (citattjek)."""

    NEW = "new"
    SENT = "sent"
    UNCHANGED = "unchanged"
    CORRECTION = "correction"
    SETTLED = "settled"
    DECLINED = "declined"


class AnchorState(StrEnum):
    """How sure it is that the quote stands where its offsets say."""

    EXACT = "exact"
    MOVED = "moved"
    UNSURE = "unsure"
    GONE = "gone"


class Agreement(StrEnum):
    """What was agreed with the source about being quoted."""

    ON_RECORD = "on_record"
    UNNAMED = "unnamed"
    BACKGROUND = "background"
    OFF_RECORD = "off_record"

    @property
    def may_leave(self) -> bool:
        """Tell whether the words may be copied or exported at all."""
        return self is not Agreement.OFF_RECORD

    @property
    def may_be_named(self) -> bool:
        """Tell whether the words may stand beside the name of who said them."""
        return self is Agreement.ON_RECORD


class How(StrEnum):
    """By which way the words came."""

    SAID = "said"
    TELEPHONE = "telephone"
    WRITTEN = "written"
    PRESS_OFFICE = "press_office"


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A stretch of a text, `start` included and `end` excluded, in code points."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Refuse what is no stretch at all; the one that dataclass writes takes half as long more.

        A reading makes a hundred of these for each page.
        """
        if not 0 <= start < end:
            raise ValueError(f"no span: {start}..{end}")
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """Return the words that stand here in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Self) -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Segment:
    """One unbroken part of a quote with what stands around it."""

    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def from_text(cls, text: str, span: Span) -> Self:
        """Cut the segment and its context from an article's canonical text."""
        return cls(
            span,
            exact=span.cut(text),
            prefix=text[max(0, span.start - CONTEXT_LENGTH) : span.start],
            suffix=text[span.end : span.end + CONTEXT_LENGTH],
        )

    def holds_in(self, text: str) -> bool:
        """Tell whether these very words stand at these offsets of `text`."""
        return self.span.end <= len(text) and self.span.cut(text) == self.exact


def joined(segments: Iterable[Segment]) -> str:
    """Return a quote's text: its segments joined by one blank (CONTRACT.md, section 2)."""
    return " ".join(segment.exact for segment in segments)


def are_in_order(spans: Sequence[Span]) -> bool:
    """Tell whether spans run forwards and share no character."""
    return all(a.end <= b.start for a, b in pairwise(spans))


@dataclass(frozen=True, slots=True)
class Quote:
    """A saved quote with everything a reader of it wants to know."""

    id: QuoteId
    article_id: ArticleId
    version_id: VersionId
    article_title: str | None
    segments: tuple[Segment, ...]
    created_at: datetime
    speaker_id: PersonId | None = None
    speaker: str | None = None
    role: str | None = None
    organisation: str | None = None
    municipality: str | None = None
    style: Style = Style.UNMARKED
    cue: str | None = None
    origin: Origin = Origin.MANUAL
    status: Status = Status.NEW
    agreement: Agreement = Agreement.ON_RECORD
    anchor_state: AnchorState = AnchorState.EXACT
    said_to: str | None = None
    tags: tuple[str, ...] = ()
    used_in: tuple[str, ...] = ()
    note: str | None = None
    timecode: str | None = None
    """When it was said in a recording: hours, minutes, seconds."""

    @property
    def text(self) -> str:
        """The quote's words as the article has them."""
        return joined(self.segments)

    @property
    def is_to_decide(self) -> bool:
        """Tell whether somebody has to say where it stands; of what is gone, somebody only may."""
        return self.anchor_state in {AnchorState.MOVED, AnchorState.UNSURE}

    def stands_in(self, version_id: VersionId) -> bool:
        """Tell whether its places are those of this version's text.

        A quote whose words the newer version has not, or not surely, stays in the older one.
        """
        return self.version_id == version_id and self.anchor_state is not AnchorState.GONE


@dataclass(frozen=True, slots=True)
class QuoteFilter:
    """Which quotes are wanted; None asks for nothing in particular."""

    tag: str | None = None
    speaker: str | None = None
    status: Status | None = None
    story: str | None = None
    article_id: ArticleId | None = None
    ids: frozenset[QuoteId] | None = None


@dataclass(frozen=True, slots=True)
class QuoteRequest:
    """A wish to save what stands at these places; places are (start, end) in code points."""

    article_id: ArticleId
    places: Sequence[tuple[int, int]]
    speaker: str | None = None
    tags: Sequence[str] = ()
    note: str | None = None
    style: Style = Style.UNMARKED
    cue: str | None = None
    origin: Origin = Origin.MANUAL
