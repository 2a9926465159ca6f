"""What a search must answer, worked out without an index by reading every row.

Owns the questions and the answers to them. Must not know the index, nor the program's own reading
of rows: it asks SQLite and compares words itself.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from kdcurator.bootstrap import Curator
from kdcurator.domain.searching import HitKind
from kdcurator.store.copies import read_only
from tests.faults import invented

Keys = set[tuple[HitKind, int]]

_BOTH = (HitKind.ARTICLE, HitKind.QUOTE)
_EVERYTHING = 100_000
_WORD = re.compile(r"[^\W_]+")

_ARTICLES = """
SELECT a.id, a.publication, coalesce(a.title, '') || ' ' || coalesce(a.byline, '') || ' ' || v.text
FROM article a JOIN article_version v ON v.article_id = a.id AND v.number = a.version_number
"""
_QUOTES = """
SELECT q.id, q.article_id, q.status, q.speaker_id, coalesce(q.note, '') || ' ' ||
  (SELECT group_concat(exact, ' ') FROM segment WHERE quote_id = q.id)
FROM quote q
"""
_TAGS = "SELECT l.quote_id, t.name FROM quote_tag l JOIN tag t ON t.id = l.tag_id"


@dataclass(frozen=True, slots=True)
class _Row:
    """An article or quote with what it is found by."""

    words: frozenset[str]
    paper: str | None
    status: str | None = None
    tags: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()


def differences(curator: Curator, luck: Random, *, some: int) -> list[str]:
    """Ask `some` questions of each kind and tell where the answer is not what the rows say."""
    rows = _rows(curator.library.database)
    return [
        f"search for {question} finds {len(found)} and not {len(expected)}"
        for question, expected in _questions(rows, luck, some)
        if (found := _asked(curator, question)) != expected
    ]


def _asked(curator: Curator, question: str) -> Keys:
    answer = curator.searching.search(question, _BOTH, limit=_EVERYTHING)
    if answer.corrected is not None:  # other words were asked for, because these find nothing
        return set()
    return {(hit.kind, hit.id) for hit in answer.hits}


def _questions(
    rows: dict[tuple[HitKind, int], _Row], luck: Random, some: int
) -> Iterator[tuple[str, Keys]]:
    """Yield questions with what they must find."""
    for word in {invented.word(luck) for _ in range(some)}:
        yield word, {key for key, row in rows.items() if word in row.words}
    for tag in _some(luck, some, (row.tags for row in rows.values())):
        yield f'tag:"{tag}"', {key for key, row in rows.items() if tag in row.tags}
    for form in _some(luck, some, (row.forms for row in rows.values())):
        yield f'speaker:"{form}"', {key for key, row in rows.items() if _is_said(form, row.forms)}
    status, paper = luck.choice(("new", "sent", "settled")), luck.choice(invented.PAPERS)
    yield f"status:{status}", {key for key, row in rows.items() if row.status == status}
    yield f'source:"{paper}"', {key for key, row in rows.items() if row.paper == paper}


def _some(luck: Random, some: int, found: Iterable[frozenset[str]]) -> list[str]:
    everything = sorted(set().union(*found))
    return luck.sample(everything, min(some, len(everything)))


def _is_said(name: str, forms: Iterable[str]) -> bool:
    """Tell whether the words of a name stand in one of some names, in their order."""
    return any(f" {_plain(name)} " in f" {_plain(form)} " for form in forms)


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.lower()))


def _rows(database: Path) -> dict[tuple[HitKind, int], _Row]:
    with closing(read_only(database)) as connection:
        quotes = dict(_quotes(connection))
        inside: dict[int, list[_Row]] = {}
        for (_quote_id, article_id), row in quotes.items():
            inside.setdefault(article_id, []).append(row)
        found = {(HitKind.QUOTE, quote_id): row for (quote_id, _), row in quotes.items()}
        for row_id, paper, words in connection.execute(_ARTICLES):
            said = inside.get(row_id, [])
            tags = frozenset().union(*(row.tags for row in said))
            forms = frozenset().union(*(row.forms for row in said))
            row = _Row(_words(words), paper, None, tags, forms)
            found[HitKind.ARTICLE, row_id] = row
        return found


def _quotes(connection: sqlite3.Connection) -> Iterator[tuple[tuple[int, int], _Row]]:
    papers = dict(connection.execute("SELECT id, publication FROM article"))
    tags = _gathered(connection.execute(_TAGS))
    forms = _gathered(connection.execute("SELECT person_id, form FROM person_name"))
    for row_id, article_id, status, speaker, words in connection.execute(_QUOTES):
        about = tags.get(row_id, frozenset()), forms.get(speaker, frozenset())
        yield (row_id, article_id), _Row(_words(words), papers[article_id], status, *about)


def _gathered(rows: Iterable[tuple[int, str]]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for row_id, name in rows:
        found.setdefault(row_id, set()).add(name)
    return {row_id: frozenset(names) for row_id, names in found.items()}


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))
