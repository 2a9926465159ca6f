"""A draft: what somebody writes and has not saved yet.

Owns the value. Must not know where it is kept.
"""

from dataclasses import dataclass
from typing import NewType

from kdcurator.domain.article import ArticleId, TextType

DraftKey = NewType("DraftKey", str)
"""What tells drafts apart."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text being written, with what its writer says of it as it stands in the fields."""

    key: DraftKey
    text: str
    title: str = ""
    medium: str = ""
    day: str = ""
    text_type: TextType = TextType.INTERVIEW
    article_id: ArticleId | None = None
    """The article whose text is written on; None of a new one."""
    based_on: str | None = None
    """The sum of the text that was begun with."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would be lost without it."""
        return not any(part.strip() for part in (self.text, self.title, self.medium))


def key_of_text(article_id: ArticleId) -> DraftKey:
    """Return the key of the one draft that an article's text can have."""
    return DraftKey(f"text-{article_id}")
