"""Two articles that have much of the same text: the same interview in two papers, say.

Owns the value. Must not know how alike texts are found.
"""

from dataclasses import dataclass

from kdcurator.domain.article import ArticleId


@dataclass(frozen=True, slots=True)
class Pair:
    """Two similar articles, of which the one that came later is named first."""

    article_id: ArticleId
    other_id: ArticleId
    likeness: float
    """From 0 to 1: how much of the shorter text the longer one has."""
