"""An article as it lies open: everything that the reader shows of it at one moment.

Owns this value. Must not know where it is read from or how it is shown.
"""

from dataclasses import dataclass

from kdcurator.domain.article import Article, Part
from kdcurator.domain.person import Presentation
from kdcurator.domain.quote import Quote
from kdcurator.domain.suggestion import OpenSuggestion


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article with its text and all that is marked in it."""

    article: Article
    text: str
    parts: tuple[Part, ...]
    suggestions: tuple[OpenSuggestion, ...]
    quotes: tuple[Quote, ...]
    people: tuple[Presentation, ...]
    """Who appears in it, as it prints them."""
