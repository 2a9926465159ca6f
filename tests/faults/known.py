"""What a library holds, read beside the program, and new texts for it.

Owns the choice of places, names and texts at random: whoever acts at random chooses here. Every
sentence has the word that a search for everything asks for. Must not know any fault.
"""

import json
import random
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kdcurator.store.copies import read_only

WORD = "ordet"
"""Stands in each sentence of each text."""

NAMES = ("Per Dal", "Anna Krog", "Åse Østergård", "Karen Holm", "Bo Lund", "Ida Bjerre")
_TAGS = tuple(f"emne {letter}" for letter in "abcdef")
_SENTENCE = re.compile(r"[A-ZÆØÅ][^.?!\n]*[.?!]")
_BRAVE = ("😀", "\u00a0", "»", "é", "A\u030a", "\u200b")
"""Characters that a careless offset stumbles over."""

Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to act on."""

    articles: dict[int, str]
    quotes: dict[int, tuple[int, ...]]
    """The tags of each."""
    tags: dict[str, int]
    """Those that came later: the nine first ones stay."""
    people: tuple[str, ...]
    suggestions: tuple[int, ...]

    def places(self, luck: random.Random) -> tuple[int, Places]:
        """Choose an article and one or two of its sentences."""
        article = luck.choice(list(self.articles))
        found = [match.span() for match in _SENTENCE.finditer(self.articles[article])]
        wanted = min(len(found), luck.choice((1, 1, 2)))
        return article, tuple(sorted(luck.sample(found, wanted)))

    def two_tags(self, luck: random.Random) -> list[str]:
        """Choose two of the later tags."""
        return luck.sample(list(self.tags), 2) if len(self.tags) > 1 else []

    def two_people(self, luck: random.Random) -> list[str]:
        """Choose two speakers."""
        return luck.sample(self.people, 2) if len(self.people) > 1 else []


def look(database: Path) -> Known:
    """Read what there is to act on."""
    with closing(read_only(database)) as connection:
        texts = "SELECT article_id, text FROM article_version ORDER BY id"
        tags = "SELECT name, id FROM tag WHERE key IS NULL ORDER BY id"
        return Known(
            dict(connection.execute(texts).fetchall()),
            _tags_of_quotes(connection),
            dict(connection.execute(tags).fetchall()),
            tuple(row[0] for row in connection.execute("SELECT name FROM person ORDER BY id")),
            tuple(
                row[0]
                for row in connection.execute(
                    "SELECT id FROM suggestion WHERE state = 'open' ORDER BY id"
                )
            ),
        )


def _tags_of_quotes(connection: sqlite3.Connection) -> dict[int, tuple[int, ...]]:
    query = (
        "SELECT quote.id, json_group_array(tag_id) FROM quote"
        " LEFT JOIN quote_tag ON quote_id = quote.id GROUP BY quote.id"
    )
    return {
        quote: tuple(tag for tag in json.loads(tags) if tag is not None)
        for quote, tags in connection.execute(query)
    }


def some_tags(luck: random.Random, at_least: int = 0) -> list[str]:
    """Choose tag names, some of which may be new."""
    return luck.sample(_TAGS, luck.randint(at_least, 2))


def write_texts(folder: Path, luck: random.Random, count: int) -> list[Path]:
    """Write new articles as files; no two are the same."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{luck.getrandbits(64):016x}.txt" for _ in range(count)]
    for path in paths:
        path.write_text("\n\n".join(_paragraphs(luck)), encoding="utf-8")
    return paths


def _paragraphs(luck: random.Random) -> Iterator[str]:
    yield f"Nyt om {WORD} nummer {luck.getrandbits(32)}"
    for _ in range(luck.randint(2, 5)):
        number, name = luck.randrange(10_000), luck.choice(NAMES)
        brave = luck.choice(_BRAVE)
        yield luck.choice(
            (
                f"- Her er {WORD} frit for {number}{brave} mennesker, siger {name}.",
                f"Her blev {WORD} sagt {number} gange{brave}. Og {WORD} blev hørt.",
            )
        )
