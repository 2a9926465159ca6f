"""Saved quotes as rows: what a speaker has also said.

Owns the words of a row. Must not know services.
"""

from kdcurator.domain.quote import Quote, QuoteId
from kdcurator.gui.models.values import ValueModel
from kdcurator.gui.models.wording import quote_aloud, quote_beginning


class QuoteModel(ValueModel[Quote]):
    """Shows quotes one below the other."""

    def key(self, value: Quote) -> QuoteId:
        """Return the quote's id."""
        return value.id

    def words(self, value: Quote) -> str:
        """Return the first words of the quote."""
        return quote_beginning(value)

    def aloud(self, value: Quote) -> str:
        """Return words, speaker, tags and use."""
        return quote_aloud(value)

    def tooltip(self, value: Quote) -> str:
        """Return the first words and where they were printed."""
        return "\n".join(part for part in (quote_beginning(value), value.article_title) if part)
