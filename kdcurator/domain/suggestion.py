"""What the program finds in a text by itself: quotes with speakers, people, parts.

Owns the values between the reading of a text (`kdcurator.text`) and everybody who shows or keeps
what was found. Must not know how it is found.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from kdcurator.domain.article import Language, Part, PartKind
from kdcurator.domain.person import Presentation
from kdcurator.domain.quote import Span, Style

SuggestionId = NewType("SuggestionId", int)

STRONG = 0.9
"""A suggestion is strong at this confidence and above (CONTRACT.md, section 3)."""


class SuggestionState(StrEnum):
    """What became of a suggestion."""

    OPEN = "open"
    SAVED = "saved"
    DISMISSED = "dismissed"
    OUTDATED = "outdated"
    """Nobody took it, and newer rules do not find it; kept for what undo has to do with it."""


@dataclass(frozen=True, slots=True)
class SuggestedQuote:
    """A quote found in a text, with who said it and why the program thinks so."""

    segments: tuple[Span, ...]
    speaker: str | None
    style: Style
    cue: str | None
    confidence: float
    reason: str

    def text(self, article_text: str) -> str:
        """Return the quote's words: its segments joined by one blank."""
        return " ".join(span.cut(article_text) for span in self.segments)


@dataclass(frozen=True, slots=True)
class OpenSuggestion:
    """A suggestion of the library that nobody has taken or dismissed yet."""

    id: SuggestionId
    quote: SuggestedQuote

    @property
    def is_strong(self) -> bool:
        """Tell whether the window shows it plainly."""
        return self.quote.confidence >= STRONG


@dataclass(frozen=True, slots=True)
class StoredSuggestion:
    """A suggestion of the library, whatever became of it."""

    id: SuggestionId
    state: SuggestionState
    quote: SuggestedQuote


@dataclass(frozen=True, slots=True)
class Renewal:
    """What becomes of a text's open suggestions when rules are newer; the others stay as they are.

    An open suggestion that is found again stays the same one, so that undo and redo of what was
    done to it still have it.
    """

    again: tuple[tuple[SuggestionId, SuggestedQuote], ...]
    """Open ones that newer rules find too, with what they say of them now."""
    new: tuple[SuggestedQuote, ...]
    outdated: tuple[SuggestionId, ...]
    """Open ones that newer rules do not find, or whose words were settled otherwise."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one reading of a text found, in the order of the text."""

    quotes: tuple[SuggestedQuote, ...]
    parts: tuple[Part, ...]
    people: tuple[Presentation, ...]
    language: Language

    def spans(self, *kinds: PartKind) -> list[Span]:
        """Return where parts of these kinds stand."""
        return [Span(part.start, part.end) for part in self.parts if part.kind in kinds]

    @property
    def boilerplate(self) -> list[Span]:
        """Where the text is not the article (uden for artiklen)."""
        return [Span(part.start, part.end) for part in self.parts if part.kind.is_boilerplate]
