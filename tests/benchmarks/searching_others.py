"""What others would build to search the same rows: SQLite's FTS5, a plain Whoosh, a scan.

Owns how each makes its index, opens it and answers a question with the best twenty hits of
articles and quotes together, each with the words around it. What one imports it imports when it
opens, so that its process holds nothing of the others. Must not know kdcurator.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from heapq import nlargest
from pathlib import Path
from typing import Any, Final

from tests.benchmarks.searching_place import ARTICLE, QUOTE, Place
from tests.benchmarks.searching_questions import EVERYTHING, HITS, Ask, Question

_AROUND: Final = 80
"""Characters shown on either side of a find."""


class Fts5:
    """SQLite's own full-text search, its index apart from the texts."""

    asks = EVERYTHING - {Ask.SLIP, Ask.COMPLETIONS}
    _tables: Final = {ARTICLE: "articles", QUOTE: "quotes"}
    _columns: Final = {ARTICLE: "title, text, byline", QUOTE: "text, note, speaker"}
    _weights: Final = {ARTICLE: "3.0, 1.0, 1.0", QUOTE: "2.0, 1.0, 1.0"}
    _facets: Final = ("publication", "municipality", "year", "status")

    def __init__(self, place: Place, options: str = "", name: str = "fts5") -> None:
        self._place = place
        self._options = options
        self._folder = place.of(name)

    def index(self) -> Path:
        return self._folder

    def build(self) -> None:
        self.open()
        for kind, table in self._tables.items():
            self._database.execute(
                f"CREATE VIRTUAL TABLE main.{table} USING fts5"
                f"({self._columns[kind]}, content='', tokenize='unicode61'{self._options})"
            )
            rank = f"bm25({self._weights[kind]})"
            self._set(table, "rank", rank)
            names = self._columns[kind].replace("speaker", _SPEAKERS_OF)
            self._database.execute(
                f"INSERT INTO {table} (rowid, {self._columns[kind]}) "
                f"SELECT id, {names} FROM row WHERE kind = {kind}"
            )
        self._database.commit()

    def _set(self, table: str, name: str, value: str) -> None:
        self._database.execute(f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)", (name, value))

    def open(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(self._folder / "index.sqlite3")
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = FULL")
        self._database.execute("ATTACH ? AS texts", (str(self._place.texts),))

    def answer(self, question: Question) -> int:
        if question.ask is Ask.FACETS:
            return len(list(self._counted(question)))
        hits = [hit for kind in self._tables for hit in self._best(kind, question)]
        best = nlargest(HITS, hits, key=lambda hit: hit[0])
        keys = [(kind, row_id) for _, kind, row_id in best]
        return len(list(shown(self._database, keys, question.words)))

    def _best(self, kind: int, question: Question) -> Iterator[tuple[float, int, int]]:
        table, filtering = self._tables[kind], ""  # `+`: by the words first, 30 times as fast
        values: list[str] = [_in_fts(question)]
        if question.name:
            of = "tag" if question.ask is Ask.TAGGED else "speaker"
            filtering = f"AND +rowid IN (SELECT id FROM {of} WHERE kind = {kind} AND name = ?)"
            values.append(question.name)
        found = self._database.execute(
            f"SELECT rowid, rank FROM {table} WHERE {table} MATCH ? {filtering} "
            f"ORDER BY rank LIMIT {HITS}",
            values,
        )
        return ((-rank, kind, row_id) for row_id, rank in found)

    def _counted(self, question: Question) -> Iterator[tuple[object, ...]]:
        """Yield the values of each facet with their counts, over all hits."""
        self._database.execute("DROP TABLE IF EXISTS temp.hit")
        self._database.execute("CREATE TEMP TABLE hit (kind INTEGER, id INTEGER)")
        for kind, table in self._tables.items():
            self._database.execute(
                f"INSERT INTO hit SELECT {kind}, rowid FROM {table} WHERE {table} MATCH ?",
                (_in_fts(question),),
            )
        for of in ("tag", "speaker"):
            yield from self._database.execute(
                f"SELECT name, count(*) FROM hit JOIN {of} USING (kind, id) GROUP BY name"
            )
        for name in self._facets:
            yield from self._database.execute(
                f"SELECT {name}, count(*) FROM hit JOIN row USING (kind, id) GROUP BY {name}"
            )

    def begin_saving(self) -> None:
        self.open()
        spare = sqlite3.connect(self._folder / "spare.sqlite3")
        self._database.backup(spare)
        self._database.close()
        spare.execute("PRAGMA journal_mode = WAL")
        spare.execute("PRAGMA synchronous = FULL")
        self._database = spare

    def end_saving(self, count: int) -> None:  # noqa: ARG002 - others need it
        self._database.close()
        for path in self._folder.glob("spare.sqlite3*"):
            path.unlink()

    def save(self, number: int) -> None:
        self._database.execute(
            "INSERT INTO quotes (rowid, text, note, speaker) VALUES (?, ?, '', '')",
            (10_000_000 + number, f"Det her er nyligt{number}gemt og kort."),
        )
        self._database.commit()

    def finds(self, number: int) -> bool:
        found = self._database.execute(
            "SELECT rowid FROM quotes WHERE quotes MATCH ?", (f"nyligt{number}gemt",)
        )
        return found.fetchone() is not None


_SPEAKERS_OF: Final = (
    "(SELECT group_concat(name) FROM speaker WHERE speaker.kind = 1 AND speaker.id = row.id)"
)


def _in_fts(question: Question) -> str:
    """Return a question in the language of FTS5."""
    words = [f'"{word}"' for word in question.words]
    match question.ask:
        case Ask.TYPED:
            return f"{words[0]} *"
        case Ask.PHRASE:
            return f'"{" ".join(question.words)}"'
        case _:
            return " ".join(words)


class PlainWhoosh:
    """Whoosh as its tutorial sets it up: a Danish analyser, texts stored, its own parser."""

    asks = EVERYTHING - {Ask.FACETS, Ask.COMPLETIONS}

    def __init__(self, place: Place, share: int = 1) -> None:
        self._place = place
        self._share = share
        self._folder = place.of("whoosh")

    def index(self) -> Path:
        return self._folder

    def build(self) -> None:
        from whoosh.analysis import LanguageAnalyzer
        from whoosh.fields import ID, KEYWORD, TEXT, Schema
        from whoosh.index import create_in

        self._folder.mkdir(parents=True)
        words = TEXT(LanguageAnalyzer("da"), stored=True)
        names = KEYWORD(commas=True, lowercase=True)
        schema = Schema(id=ID(stored=True), title=words, text=words, tags=names, speaker=names)
        with sqlite3.connect(self._place.texts) as texts:
            for kind in (ARTICLE, QUOTE):
                writer = create_in(self._folder, schema, indexname=str(kind)).writer()
                for row in _with_names(texts, kind, self._share):
                    writer.add_document(**row)
                writer.commit()
        texts.close()

    def open(self) -> None:
        from whoosh.index import open_dir
        from whoosh.qparser import FuzzyTermPlugin, QueryParser

        indexes = [open_dir(self._folder, indexname=str(kind)) for kind in (ARTICLE, QUOTE)]
        self._searchers = [index.searcher() for index in indexes]
        self._parser = QueryParser("text", indexes[0].schema)
        self._parser.add_plugin(FuzzyTermPlugin())

    def answer(self, question: Question) -> int:
        query = self._parser.parse(self._in_whoosh(question))
        found = [searcher.search(query, limit=HITS) for searcher in self._searchers]
        best = nlargest(HITS, (hit for some in found for hit in some), key=lambda hit: hit.score)
        return len([hit.highlights("text") for hit in best])

    def _in_whoosh(self, question: Question) -> str:
        words = " ".join(question.words)
        match question.ask:
            case Ask.TYPED:
                return f"{words}*"
            case Ask.PHRASE:
                return f'"{words}"'
            case Ask.TAGGED:
                return f"tags:'{question.name.lower()}' {words}"
            case Ask.SAID:
                return f"speaker:'{question.name.lower()}' {words}"
            case Ask.SLIP:
                return f"{words}~1/2"
            case _:
                return words


def _with_names(texts: sqlite3.Connection, kind: int, share: int) -> Iterator[dict[str, str]]:
    """Yield every row of one kind as Whoosh wants it; of a sample those of the first articles."""
    query = f"""
        SELECT id, title, text,
            (SELECT group_concat(name) FROM tag WHERE tag.kind = row.kind AND tag.id = row.id),
            (SELECT group_concat(name) FROM speaker s WHERE s.kind = row.kind AND s.id = row.id)
        FROM row WHERE kind = {kind} AND article <= (
            SELECT max(article) / {share} FROM row WHERE kind = {ARTICLE}
        )"""
    for row_id, title, text, tags, speakers in texts.execute(query):
        names = {"tags": tags or "", "speaker": speakers or ""}
        yield {"id": str(row_id), "title": title, "text": text, **names}


class Scan:
    """A regular expression tried on every text, as QualCoder searches: no index, no order."""

    asks = frozenset({Ask.TYPED, Ask.WORD, Ask.WORDS, Ask.PHRASE})

    def __init__(self, place: Place) -> None:
        self._place = place

    def index(self) -> None:
        return None

    def build(self) -> None:
        pass

    def open(self) -> None:
        self._texts = sqlite3.connect(self._place.texts)

    def answer(self, question: Question) -> int:
        words = [re.escape(word) for word in question.words]
        whole = [" ".join(words)] if question.ask is Ask.PHRASE else words
        patterns = [re.compile(rf"\b{one}", re.IGNORECASE) for one in whole]
        found: list[str] = []
        for title, text in self._texts.execute("SELECT title, text FROM row"):
            places = [pattern.search(text) for pattern in patterns]
            if all(places) and places[0]:
                at = places[0].start()
                found.append(title + text[max(0, at - _AROUND) : at + _AROUND])
        return len(found[:HITS])


def shown(
    texts: sqlite3.Connection, keys: Iterable[tuple[int, int]], words: tuple[str, ...]
) -> Iterator[str]:
    """Yield each hit with its title, speaker, tags and the words around the first find."""
    for key in keys:
        row = texts.execute("SELECT title, text FROM row WHERE kind = ? AND id = ?", key).fetchone()
        named: list[Any] = [
            texts.execute(f"SELECT name FROM {of} WHERE kind = ? AND id = ?", key).fetchall()
            for of in ("tag", "speaker")
        ]
        at = max(0, row[1].lower().find(words[0]))
        yield f"{row[0]}: {row[1][max(0, at - _AROUND) : at + _AROUND]} {named}"
