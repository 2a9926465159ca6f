"""What a user may have in hand: articles, quotes, tags, people, stories of an open library.

Owns the choice among what there is, by luck, for whoever acts on it. Must not know any verb.
"""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from sqlalchemy import text

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteId
from kdcurator.domain.suggestion import SuggestionId
from kdcurator.domain.target import Kept, Selected, Suggested, Target
from kdcurator.store import suggestions

T = TypeVar("T")

_PIECE = 60
"""Code points that a selection has at most."""


class AtHand:
    """An open library and the luck with which things are picked from it."""

    def __init__(self, curator: Curator, luck: Random) -> None:
        """Pick from the library of `curator`."""
        self.curator = curator
        self.luck = luck

    def ids(self, table: str, where: str = "1") -> Sequence[int]:
        """Return the ids of a table's rows."""
        query = text(f"SELECT id FROM {table} WHERE {where} ORDER BY id")  # noqa: S608 - our words
        with self.curator.library.read() as connection:
            return list(connection.execute(query).scalars())

    def one(self, found: Sequence[T], otherwise: T) -> T:
        """Return one of what was found."""
        return self.luck.choice(found) if found else otherwise

    def some(self, found: Sequence[int]) -> list[int]:
        """Return one, two or four of what was found, or all there is."""
        return self.luck.sample(found, min(len(found), self.luck.choice((1, 1, 1, 2, 4))))

    def article(self) -> ArticleId:
        """Return an article's id; 1 when there is none."""
        return ArticleId(self.one(self.ids("article"), 1))

    def quotes(self) -> list[QuoteId]:
        """Return saved quotes."""
        return [QuoteId(row_id) for row_id in self.some(self.ids("quote"))]

    def suggestions(self) -> list[SuggestionId]:
        """Return open suggestions."""
        return [SuggestionId(i) for i in self.some(self.ids("suggestion", "state = 'open'"))]

    def tag(self) -> str:
        """Return a tag's name."""
        return self.one([tag.name for tag in self.curator.tags.list_tags()], "qvixmangler")

    def person(self) -> str:
        """Return a speaker's name."""
        return self.one(list(self.curator.people.known_names()), "Ingen")

    def story(self) -> str:
        """Return a story's name."""
        return self.one([story.name for story in self.curator.stories.list_stories()], "Ingen")

    def places(self, article_id: ArticleId) -> tuple[tuple[int, int], ...]:
        """Return one or two places in a text, wherever they fall."""
        length = len(self.curator.articles.texts([article_id])[article_id].text)
        start = self.luck.randrange(length - 1)
        end = min(start + self.luck.randrange(1, _PIECE), length)
        again = end + self.luck.randrange(_PIECE)
        if self.luck.random() < 0.7 or again >= length:
            return ((start, end),)
        return (start, end), (again, min(again + self.luck.randrange(1, _PIECE), length))

    def target(self) -> Target:
        """Return something to have in hand: a selection, a suggestion or a saved quote."""
        kind = self.luck.randrange(4)
        found, quotes = self.suggestions(), self.quotes()
        if kind == 0 and found:
            return Suggested(found[0])
        if kind == 1 or not quotes:
            article_id = self.article()
            return Selected(article_id, self.places(article_id))
        return Kept(quotes[0])

    def targets(self) -> list[Target]:
        """Return one thing to have in hand, or three."""
        return [self.target() for _ in range(self.luck.choice((1, 1, 1, 3)))]

    def article_of(self, target: Target) -> ArticleId:
        """Return the article in which something stands."""
        if isinstance(target, Selected):
            return target.article_id
        if isinstance(target, Kept):
            return self.curator.quotes.with_ids([target.id])[0].article_id
        with self.curator.library.read() as connection:
            return suggestions.read_one(connection, target.id)[0]
