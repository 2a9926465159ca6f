"""The options that several commands share, each described once.

Owns their names, types and help. Must not know what commands do with them.
"""

from typing import Annotated

import typer

from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteFilter, Status

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
TagName = Annotated[str | None, typer.Option("--tag", help="Only quotes with this tag.")]
Speaker = Annotated[str | None, typer.Option("--speaker", help="Only quotes by this person.")]
OfStatus = Annotated[Status | None, typer.Option("--status", help="Only quotes of this status.")]
Story = Annotated[str | None, typer.Option("--story", help="Only quotes of this story.")]
OfArticle = Annotated[int | None, typer.Option("--article", help="Only quotes of this article.")]
Query = Annotated[str | None, typer.Option("--query", help="Only quotes that a search finds.")]


def quote_filter(
    tag: str | None,
    speaker: str | None,
    status: Status | None,
    story: str | None,
    article: int | None,
) -> QuoteFilter:
    """Return the filter that the options describe."""
    return QuoteFilter(
        tag=tag,
        speaker=speaker,
        status=status,
        story=story,
        article_id=None if article is None else ArticleId(article),
    )
