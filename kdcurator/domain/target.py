"""What the keys act on: a selection, a suggestion in hand, or a saved quote.

Owns the three values, so that every use case takes any of them and saves first what is not saved.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteId
from kdcurator.domain.suggestion import SuggestionId


@dataclass(frozen=True, slots=True)
class Selected:
    """Places in an article that somebody marked; (start, end) in code points."""

    article_id: ArticleId
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion."""

    id: SuggestionId


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved quote."""

    id: QuoteId


Target = Selected | Suggested | Kept
Targets = Sequence[Target]
