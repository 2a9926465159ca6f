"""The few articles with which it is worth comparing a text.

Owns the keys by which they are found, each looked up once for all of an import: no index leads to
them, and a look at every appearance for each article would take longer than the import. Must not
know how alike texts are.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Column, ColumnElement, Connection, func, select

from kdcurator.domain.article import ArticleId, VersionId
from kdcurator.domain.person import name_key
from kdcurator.store import tables
from kdcurator.store.lookup import find

_article, _version, _appearance = tables.article, tables.article_version, tables.appearance

_LONGER: Final = 4
"""A text that is so many times longer is another story."""

_HEARD: Final = 100
"""So many of the newest articles of a person or a title are looked at."""

_AT_ONCE: Final = 500

_OF_LIKE_LENGTH: Final = """
SELECT article.id, article.title, version.id
FROM article JOIN article_version AS version
ON version.article_id = article.id AND version.number = article.version_number
WHERE article.id IN (SELECT value FROM json_each(:ids))
AND version.length BETWEEN :least AND :most
"""
"""Every article that arrives asks for it; built of parts each time it takes three times as long."""


@dataclass(frozen=True, slots=True)
class Near:
    """An article that may be like a text."""

    id: ArticleId
    title: str | None
    version_id: VersionId


Key = tuple[str, str]
"""What two articles may have in common, and which of the two kinds it is."""


def keys_of(people: Iterable[str], title: str | None) -> set[Key]:
    """Return what articles about the same have in common: who is presented, or the title."""
    keys = {("person", name_key(name)) for name in people}
    return keys | {("title", title)} if title else keys


class NearArticles:
    """Articles of the library by what they may have in common with what arrives.

    What somebody removes meanwhile is not found any more; what the user writes into a title is.
    """

    def __init__(self) -> None:
        """Know of nothing yet."""
        self._found: defaultdict[Key, list[int]] = defaultdict(list)
        self._looked_up: set[Key] = set()

    def look_up(self, connection: Connection, keys: Iterable[Key]) -> None:
        """Look up who has any of `keys`."""
        wanted = sorted(set(keys) - self._looked_up)
        self._looked_up.update(wanted)
        for key in wanted:
            self._found[key].clear()
        people = [words for kind, words in wanted if kind == "person"]
        titles = [words for kind, words in wanted if kind == "title"]
        presented = _having(connection, _appearance.c.name_key, _appearance.c.article_id, people)
        for words, row_id in presented:
            self._found["person", words].append(row_id)
        for words, row_id in _having(connection, _article.c.title, _article.c.id, titles):
            self._found["title", words].append(row_id)

    def note(self, keys: Iterable[Key], article_id: ArticleId) -> None:
        """Let an article that has just been kept be found too."""
        for key in keys:
            self._found[key].append(article_id)

    def nearest(
        self, connection: Connection, keys: Iterable[Key], length: int, at_most: int
    ) -> list[Near]:
        """Return the articles that have the most of `keys`, if near in length."""
        votes = Counter(row_id for key in keys for row_id in self._found.get(key, ())[-_HEARD:])
        likely = sorted(votes, key=lambda row_id: (-votes[row_id], -row_id))[: 4 * at_most]
        return _near(connection, likely, length)[:at_most] if likely else []


def _having(
    connection: Connection, column: Column[str], row: Column[int], words: Sequence[str]
) -> Iterator[tuple[str, int]]:
    for start in range(0, len(words), _AT_ONCE):
        some = column.in_(words[start : start + _AT_ONCE])
        rows = connection.execute(select(column, row).where(some).order_by(row))
        yield from ((each[0], each[1]) for each in rows)


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


def _near(connection: Connection, ids: list[int], length: int) -> list[Near]:
    """Return articles in this order, those of quite another length left out."""
    wanted = {"ids": json.dumps(ids), "least": length // _LONGER, "most": length * _LONGER}
    rows = connection.exec_driver_sql(_OF_LIKE_LENGTH, wanted)
    found = {row[0]: Near(ArticleId(row[0]), row[1], VersionId(row[2])) for row in rows.all()}
    return [found[row_id] for row_id in ids if row_id in found]


def text_of(connection: Connection, version_id: VersionId) -> str:
    """Return the text of one version."""
    return str(find(connection, _version, "text", id=version_id).scalar_one())
