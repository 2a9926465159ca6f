"""The library that searches are measured in, and the same rows as its peers read them.

Owns how the corpus gets into a real library, in one transaction and without a history, and into a
plain database of texts for everybody else. Must not know how anybody searches.
"""

import hashlib
import itertools
import json
import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import Any, Final

from sqlalchemy import Connection

from kdcurator import bootstrap
from kdcurator.domain.person import name_key
from tests.benchmarks.searching_corpus import Corpus, Quoted, Written
from tests.benchmarks.searching_place import ARTICLE, QUOTE, Place

_NOW: Final = "2026-01-01T12:00:00.000000Z"
_AT_ONCE: Final = 500
"""Articles written in one statement."""

_TEXTS: Final = """
CREATE TABLE row (
    kind INTEGER, id INTEGER, article INTEGER, title TEXT, text TEXT, byline TEXT, note TEXT,
    publication TEXT, municipality TEXT, year INTEGER, status TEXT, PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE TABLE tag (kind INTEGER, name TEXT, id INTEGER, PRIMARY KEY (kind, name, id)) WITHOUT ROWID;
CREATE TABLE speaker (
    kind INTEGER, name TEXT, id INTEGER, PRIMARY KEY (kind, name, id)
) WITHOUT ROWID;
"""
_INDEXES: Final = """
CREATE INDEX tag_of ON tag (kind, id, name);
CREATE INDEX speaker_of ON speaker (kind, id, name);
ANALYZE;
"""


def fill(place: Place, count: int, quotes_each: int) -> None:
    """Make a library of `count` articles and the database of texts beside it; no index."""
    corpus = Corpus(quotes_each)
    with (
        closing(bootstrap.build(place.settings).library) as library,
        closing(sqlite3.connect(place.texts)) as texts,
        library.write() as connection,
    ):
        texts.executescript(_TEXTS)
        _people(connection, corpus.speakers)
        tags = _tags(connection, corpus.tags)
        articles = enumerate(corpus.articles(count), 1)
        ids = itertools.count(1)
        while some := list(itertools.islice(articles, _AT_ONCE)):
            quotes = [(next(ids), number, quote) for number, one in some for quote in one.quotes]
            _into_library(connection, some, quotes, tags)
            _into_texts(texts, corpus, some, quotes)
        texts.executescript(_INDEXES)
        texts.commit()


def _insert(connection: Connection, table: str, rows: Iterable[dict[str, Any]]) -> None:
    """Insert rows, each with an identity of its own."""
    made = [{"uuid": uuid.uuid4().hex, **row} for row in rows]
    if made:
        names = ", ".join(f'"{name}"' for name in made[0])
        blanks = ", ".join(f":{name}" for name in made[0])
        statement = f"INSERT INTO {table} ({names}) VALUES ({blanks})"
        connection.exec_driver_sql(statement, made)


def _people(connection: Connection, names: Sequence[str]) -> None:
    people = [
        {"id": number, "name": name, "name_key": name_key(name), "created_at": _NOW}
        for number, name in enumerate(names, 1)
    ]
    _insert(connection, "person", people)
    forms = [
        {"person_id": number, "form": form, "form_key": name_key(form)}
        for number, name in enumerate(names, 1)
        for form in (name, name.split()[-1])  # presented by the whole name, then by the last
    ]
    _insert(connection, "person_name", forms)


def _tags(connection: Connection, names: Sequence[str]) -> list[int]:
    """Return the ids of some tags, made where the new library has none of that name."""
    there = _tag_ids(connection)
    new = [name for name in names if name_key(name) not in there]
    rows = [
        {"name": name, "name_key": name_key(name), "colour": 1, "position": 100 + number}
        for number, name in enumerate(new)
    ]
    _insert(connection, "tag", rows)
    there = _tag_ids(connection)
    return [there[name_key(name)] for name in names]


def _tag_ids(connection: Connection) -> dict[str, int]:
    found = connection.exec_driver_sql("SELECT name_key, id FROM tag")
    return {row[0]: row[1] for row in found}


Numbered = Sequence[tuple[int, Written]]
Quotes = Sequence[tuple[int, int, Quoted]]
"""Each with its id and that of its article."""


def _into_library(
    connection: Connection, articles: Numbered, quotes: Quotes, tags: Sequence[int]
) -> None:
    texts = {number: article.text for number, article in articles}
    _insert(connection, "article", _article_rows(articles))
    _insert(connection, "article_version", _version_rows(texts))
    _insert(connection, "appearance", _appearance_rows(quotes))
    _insert(connection, "quote", _quote_rows(quotes, texts))
    _insert(connection, "segment", _segment_rows(quotes, texts))
    links = [(quote_id, tags[tag]) for quote_id, _, quote in quotes for tag in quote.tags]
    _insert(connection, "quote_tag", ({"quote_id": one, "tag_id": tag} for one, tag in links))


def _article_rows(articles: Numbered) -> Iterator[dict[str, Any]]:
    for number, article in articles:
        yield {
            "id": number,
            "title": article.title,
            "byline": article.byline,
            "publication": article.publication,
            "published_on": article.published_on.isoformat(),
            "municipality": article.municipality,
            "text_type": "article",
            "media_type": "text/plain",
            "content_key": str(number),
            "created_at": _NOW,
        }


def _version_rows(texts: dict[int, str]) -> Iterator[dict[str, Any]]:
    for number, text in texts.items():
        yield {
            "id": number,
            "article_id": number,
            "number": 1,
            "text": text,
            "text_sha256": _sum(text),
            "length": len(text),
            "created_at": _NOW,
        }


def _appearance_rows(quotes: Quotes) -> Iterator[dict[str, Any]]:
    for article_id, speaker in dict.fromkeys((one, quote.speaker) for _, one, quote in quotes):
        person = speaker + 1
        known = {"person_id": person, "name": str(person), "name_key": str(person)}
        yield {"article_id": article_id, **known, "role": "direktør"}


def _quote_rows(quotes: Quotes, texts: dict[int, str]) -> Iterator[dict[str, Any]]:
    for quote_id, article_id, quote in quotes:
        yield {
            "id": quote_id,
            "article_id": article_id,
            "version_id": article_id,
            "spans": json.dumps([[quote.start, quote.end]]),
            "text_sha256": _sum(texts[article_id][quote.start : quote.end]),
            "speaker_id": quote.speaker + 1,
            "style": "dash",
            "origin": "suggested",
            "anchor_state": "exact",
            "status": quote.status,
            "agreement": "on_record",
            "note": quote.note or None,
            "created_at": _NOW,
        }


def _segment_rows(quotes: Quotes, texts: dict[int, str]) -> Iterator[dict[str, Any]]:
    for quote_id, article_id, quote in quotes:
        text = texts[article_id]
        yield {
            "quote_id": quote_id,
            "position": 0,
            "start": quote.start,
            "end": quote.end,
            "exact": text[quote.start : quote.end],
            "prefix": text[max(0, quote.start - 32) : quote.start],
            "suffix": text[quote.end : quote.end + 32],
        }


def _into_texts(
    texts: sqlite3.Connection, corpus: Corpus, articles: Numbered, quotes: Quotes
) -> None:
    """Write the rows once more, in tables that any program would have."""
    known = dict(articles)
    rows = [_plain(ARTICLE, n, n, one, (one.text, "", "")) for n, one in articles]
    for quote_id, article_id, quote in quotes:
        one = known[article_id]
        said = one.text[quote.start : quote.end], quote.note, quote.status
        rows.append(_plain(QUOTE, quote_id, article_id, one, said))
    texts.executemany(f"INSERT INTO row VALUES ({', '.join('?' * 11)})", rows)
    tags: set[tuple[int, str, int]] = set()
    speakers: set[tuple[int, str, int]] = set()
    for quote_id, article_id, quote in quotes:
        for place in ((ARTICLE, article_id), (QUOTE, quote_id)):
            tags.update((place[0], corpus.tags[tag], place[1]) for tag in quote.tags)
            speakers.add((place[0], corpus.speakers[quote.speaker], place[1]))
    texts.executemany("INSERT INTO tag VALUES (?, ?, ?)", sorted(tags))
    texts.executemany("INSERT INTO speaker VALUES (?, ?, ?)", sorted(speakers))


def _plain(
    kind: int, row_id: int, article_id: int, article: Written, said: tuple[str, str, str]
) -> tuple[object, ...]:
    text, note, status = said
    where = article.publication, article.municipality, article.published_on.year
    return kind, row_id, article_id, article.title, text, article.byline, note, *where, status


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
