"""Where the words that a search asked for stand in a text that lies open.

Owns the way from a query to places, by the rule that found the text: inflections and all. Needs no
library and no index. Must not know what is done with a place. Offsets are code points.
"""

from dataclasses import dataclass

from kdcurator.domain.quote import Span
from kdcurator.search.snippets import best_passage, find_words, wanted_by


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What a text holds of a query."""

    first: Span | None
    """The word with which the passage begins that the hit showed; None when there is none."""
    forms: tuple[str, ...]
    """The words as the text has them, each once: `borgmester` where `borgmestrene` was asked."""


def whereabouts(query: str, text: str, language: str = "") -> Whereabouts:
    """Return where to go in `text`, which is in some language, and which words to mark."""
    wanted = wanted_by(query, language)
    shown = best_passage(text, wanted).words
    forms = dict.fromkeys(text[start:end] for start, end in find_words(text, wanted))
    return Whereabouts(Span(*shown[0]) if shown else None, tuple(forms))
