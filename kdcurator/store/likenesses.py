"""The few articles with which it is worth comparing a text.

Owns the keys by which they are found, looked up for a batch at a time: no index leads to them, and
a look at every appearance for each article of an import would take longer than the import. Must not
know how alike texts are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Column, ColumnElement, Connection, func, select

from kdcurator.domain.article import ArticleId
from kdcurator.domain.person import name_key
from kdcurator.store import tables

_article, _version, _appearance = tables.article, tables.article_version, tables.appearance

_LONGER: Final = 4
"""A text that is so many times longer is another story."""

_HEARD: Final = 100
"""So many of the newest articles of a person or a title are looked at."""

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Near:
    """An article that may be like a text."""

    id: ArticleId
    title: str | None
    text: str


Key = tuple[str, str]
"""What two articles may have in common, and which of the two kinds it is."""


def keys_of(people: Iterable[str], title: str | None) -> set[Key]:
    """Return what articles about the same have in common: who is presented, or the title."""
    keys = {("person", name_key(name)) for name in people}
    return keys | {("title", title)} if title else keys


class NearArticles:
    """Articles of the library by what they may have in common with what arrives."""

    def __init__(self, connection: Connection, keys: Iterable[Key]) -> None:
        """Look up who has any of `keys`."""
        self._connection = connection
        self._found: defaultdict[Key, list[int]] = defaultdict(list)
        wanted = list(keys)
        people = [words for kind, words in wanted if kind == "person"]
        titles = [words for kind, words in wanted if kind == "title"]
        for words, row_id in self._having(_appearance.c.name_key, _appearance.c.article_id, people):
            self._found["person", words].append(row_id)
        for words, row_id in self._having(_article.c.title, _article.c.id, titles):
            self._found["title", words].append(row_id)

    def _having(
        self, column: Column[str], row: Column[int], words: Sequence[str]
    ) -> Iterator[tuple[str, int]]:
        for start in range(0, len(words), _AT_ONCE):
            some = column.in_(words[start : start + _AT_ONCE])
            rows = self._connection.execute(select(column, row).where(some).order_by(row))
            yield from ((each[0], each[1]) for each in rows)

    def note(self, keys: Iterable[Key], article_id: ArticleId) -> None:
        """Let an article that has just been kept be found too."""
        for key in keys:
            self._found[key].append(article_id)

    def texts(self, keys: Iterable[Key], length: int, at_most: int) -> list[Near]:
        """Return articles that have the most of `keys`, with their texts, if near in length."""
        votes = Counter(row_id for key in keys for row_id in self._found.get(key, ())[-_HEARD:])
        likely = sorted(votes, key=lambda row_id: (-votes[row_id], -row_id))[: 4 * at_most]
        return _texts(self._connection, likely, length)[:at_most] if likely else []


def letters_in_all(connection: Connection) -> tuple[int, int]:
    """Return how many articles there are, and how many code points their current texts have."""
    query = select(func.count(), func.coalesce(func.sum(_version.c.length), 0))
    row = connection.execute(query.select_from(_article).join(_version, _is_current())).one()
    return int(row[0]), int(row[1])


def read_texts(connection: Connection) -> Iterator[tuple[ArticleId, str]]:
    """Yield the current text of every article, in the order in which they came in."""
    query = select(_article.c.id, _version.c.text).join(_version, _is_current())
    some = query.order_by(_article.c.id).execution_options(yield_per=_AT_ONCE)
    with connection.execute(some) as rows:
        yield from ((ArticleId(row[0]), row[1]) for row in rows)


def _is_current() -> ColumnElement[bool]:
    return (_version.c.article_id == _article.c.id) & (
        _version.c.number == _article.c.version_number
    )


def _texts(connection: Connection, ids: list[int], length: int) -> list[Near]:
    """Return the current texts of articles, those of quite another length left out."""
    is_near = _version.c.length.between(length // _LONGER, length * _LONGER)
    query = select(_article.c.id, _article.c.title, _version.c.text).join(_version, _is_current())
    rows = connection.execute(query.where(_article.c.id.in_(ids), is_near))
    found = {row[0]: Near(ArticleId(row[0]), row[1], row[2]) for row in rows}
    return [found[row_id] for row_id in ids if row_id in found]
