"""Whether searches are right: their answers against a look at every row, and their order.

Owns the scan. It has the rules of words from `search.danish` and no index: every question looks at
every word of every row, with numpy so that a thousand of them take minutes and not days. The order
is compared with that of Whoosh's own queries and BM25F over the same index.
"""

import itertools
import sqlite3
import time
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from kdcurator import bootstrap
from kdcurator.domain.searching import HitKind
from kdcurator.search.compounds import is_made_of, last_part
from kdcurator.search.danish import WORD, inflected_from, listed, plain, spellings, stem
from kdcurator.search.disk import open_index
from kdcurator.search.folders import index_folder
from kdcurator.search.index import WhooshIndex
from kdcurator.search.stamp import read_stamp
from tests.benchmarks.searching_peers import typed
from tests.benchmarks.searching_place import ARTICLE, QUOTE, Place
from tests.benchmarks.searching_questions import HITS, Ask, Question

KINDS: Final = {ARTICLE: HitKind.ARTICLE, QUOTE: HitKind.QUOTE}
_BARE: Final = {ARTICLE: ("title", "text", "byline"), QUOTE: ("text", "note", "speaker")}
"""Where a bare word is looked for."""
_STEMMED: Final = ("title", "text", "note")
_MOST_SPELLINGS, _MOST_PHRASES, _MOST_COMPOUNDS = 32, 8, 50
_END: Final = 0
"""Stands behind each row and between two names, so that no phrase runs on."""

Flags = NDArray[np.bool_]
Found = set[tuple[HitKind, int]]
Readers = Mapping[HitKind, Sequence[Any]]
"""Whoosh's own, which have no types."""


class Column:
    """The words of one field of all rows of one kind, one after the other."""

    def __init__(self, read: Callable[[str], str]) -> None:
        self._numbers = _Numbers(read)
        self._read = read
        self._words, self._rows = array("i"), array("i")

    def add(self, row_id: int, texts: Iterable[str]) -> None:
        """Add what a row has in this field."""
        for text in texts:
            words = [self._numbers[word] for word in WORD.findall(text)]
            self._words.extend([*words, _END])
            self._rows.extend([row_id] * (len(words) + 1))

    def finish(self) -> None:
        """Get ready to be looked through."""
        self.words = np.frombuffer(self._words, dtype=np.int32)
        self.rows = np.frombuffer(self._rows, dtype=np.int32)
        self._known = self._numbers.known
        self._sorted = sorted(self._known)
        pairs = np.unique(self.rows.astype(np.int64) * (len(self._known) + 1) + self.words)
        self._counts = np.bincount(pairs % (len(self._known) + 1), minlength=len(self._known) + 1)

    def any_of(self, terms: Iterable[str]) -> Flags:
        """Return where any of some terms stands."""
        wanted = np.zeros(len(self._known) + 1, dtype=np.bool_)
        wanted[[self._known[term] for term in terms]] = True
        return wanted[self.words]

    def choices(self, word: str) -> list[str]:
        """Return the terms that a typed word may be, the exact one first."""
        terms = [self._read(one) for one in (word, *self._spelled(word))]
        return list(dict.fromkeys(term for term in terms if term in self._known))

    def compounds(self, word: str, is_word: Callable[[str], bool]) -> list[str]:
        """Return the terms of longer words that a typed word ends, the commonest alone."""
        found = self._made_of(word, is_word)
        if not found and self._read(word) not in self._known:
            found = [term for one in self._spelled(word) for term in self._made_of(one, is_word)]
        return list(dict.fromkeys(found))[:_MOST_COMPOUNDS]

    def _made_of(self, word: str, is_word: Callable[[str], bool]) -> list[str]:
        last = last_part(word)
        near = (term for term in self._known if last and term.endswith(last))
        made = [term for term in near if last and is_made_of(term, last, is_word)]
        made.sort(key=lambda term: (-self._counts[self._known[term]], term))
        return made[:_MOST_COMPOUNDS]

    def has(self, term: str) -> bool:
        """Tell whether a term stands anywhere."""
        return term in self._known

    def begun(self, prefix: str) -> set[str]:
        """Return the terms that begin so, or are stems of words that do."""
        return {
            term
            for one in (prefix, *self._spelled(prefix))
            for term in (*self._completions(one), *inflected_from(one))
            if term in self._known
        }

    def _completions(self, prefix: str) -> Iterator[str]:
        for term in self._sorted[bisect_left(self._sorted, prefix) :]:
            if not term.startswith(prefix):
                return
            yield term

    def _spelled(self, word: str) -> Iterator[str]:
        return itertools.islice(spellings(word, self._is_begun), _MOST_SPELLINGS)

    def _is_begun(self, head: str) -> bool:
        is_known = next(self._completions(head), None) is not None
        return is_known or any(term in self._known for term in listed(head))


class _Numbers(dict[str, int]):
    """Numbers of words as they stand: one number for all that are the same term."""

    def __init__(self, read: Callable[[str], str]) -> None:
        super().__init__()
        self._read = read
        self.known: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        number = self.known.setdefault(self._read(word), len(self.known) + 1)
        self[word] = number
        return number


class EveryRow:
    """All rows of a library, looked at one by one for each question."""

    def __init__(self, place: Place) -> None:
        self._columns = {
            kind: {
                name: Column(stem if name in _STEMMED else plain)
                for name in dict.fromkeys((*names, "speaker"))
            }
            for kind, names in _BARE.items()
        }
        with closing(sqlite3.connect(place.texts)) as texts:
            self._tagged = _ids_by_name(texts, "tag")
            said = _names_by_id(texts)
            query = "SELECT kind, id, title, text, byline, note FROM row"
            for kind, row_id, *values in texts.execute(query):
                self._add(kind, row_id, values, said.get((kind, row_id), []))
        for columns in self._columns.values():
            for column in columns.values():
                column.finish()

    def _add(self, kind: int, row_id: int, values: Sequence[str], speakers: Sequence[str]) -> None:
        known = dict(
            zip(("title", "text", "byline", "note"), ([one] for one in values), strict=True)
        )
        names = [form for name in speakers for form in (name, name.split()[-1])]
        for name, column in self._columns[kind].items():
            column.add(row_id, {**known, "speaker": names}[name])

    def matching(self, question: Question) -> Found:
        """Return the rows that match a question."""
        return {
            (KINDS[kind], row_id)
            for kind in self._columns
            for row_id in self._of_kind(kind, question).tolist()
        }

    def _of_kind(self, kind: int, question: Question) -> NDArray[np.int32]:
        columns = [self._columns[kind][name] for name in _BARE[kind]]
        speakers = self._columns[kind]["speaker"]
        others: NDArray[np.int32] | None = None
        match question.ask:
            case Ask.PHRASE:
                return _rows_with_phrase(columns, question.words)
            case Ask.TYPED:
                return _union((c, c.any_of(c.begun(question.words[0]))) for c in columns)
            case Ask.TAGGED:
                others = np.array(self._tagged.get((kind, question.name), []), dtype=np.int32)
            case Ask.SAID:
                others = _rows_with_phrase([speakers], question.name.lower().split())
        for word in question.words:
            rows = self._with_word(kind, plain(word))
            others = rows if others is None else np.intersect1d(others, rows)
        assert others is not None  # every question has words
        return others

    def _with_word(self, kind: int, word: str) -> NDArray[np.int32]:
        """Return the rows that have a word, alone or as the last part of a longer one."""
        known = self._columns[kind]
        is_word = known["text"].has
        found = []
        for name in _BARE[kind]:
            longer = known[name].compounds(word, is_word) if name in _STEMMED else []
            found.append((known[name], known[name].any_of([*known[name].choices(word), *longer])))
        return _union(found)


def _union(found: Iterable[tuple[Column, Flags]]) -> NDArray[np.int32]:
    return np.unique(np.concatenate([column.rows[flags] for column, flags in found]))


def _rows_with_phrase(columns: Iterable[Column], words: Sequence[str]) -> NDArray[np.int32]:
    return _union((column, _phrase(column, words)) for column in columns)


def _phrase(column: Column, words: Sequence[str]) -> Flags:
    """Return where a phrase begins, in any of the first spellings of it."""
    found = np.zeros(len(column.words), dtype=np.bool_)
    choices = [column.choices(plain(word)) for word in words]
    for terms in itertools.islice(itertools.product(*choices), _MOST_PHRASES):
        here = column.any_of([terms[0]])
        for at, term in enumerate(terms[1:], 1):
            here[:-at] &= column.any_of([term])[at:]
            here[-at:] = False
        found |= here
    return found


def _ids_by_name(texts: sqlite3.Connection, table: str) -> dict[tuple[int, str], list[int]]:
    found: dict[tuple[int, str], list[int]] = {}
    for kind, name, row_id in texts.execute(f"SELECT kind, name, id FROM {table}"):
        found.setdefault((kind, name), []).append(row_id)
    return found


def _names_by_id(texts: sqlite3.Connection) -> dict[tuple[int, int], list[str]]:
    found: dict[tuple[int, int], list[str]] = {}
    for kind, row_id, name in texts.execute("SELECT kind, id, name FROM speaker"):
        found.setdefault((kind, row_id), []).append(name)
    return found


def indexed(place: Place) -> tuple[WhooshIndex, Readers]:
    """Open the index of a library, and what Whoosh reads of it."""
    with closing(bootstrap.build(place.settings).library) as library:
        folder = index_folder(place.settings.cache, library.folder, library.uuid)
    stamp = read_stamp(folder)
    opened = open_index(folder, stamp) if stamp else None
    if opened is None:
        raise AssertionError(f"there is no index in {folder}")
    readers = {kind: [one.reader for one in some] for kind, some in opened.segments.items()}
    return WhooshIndex(folder), readers


@dataclass(slots=True)
class Proof:
    """How many answers were compared, and which of them differ."""

    tried: int = 0
    wrong: list[str] = field(default_factory=list)


def prove(
    rows: EveryRow, index: WhooshIndex, questions: Iterable[Question], seconds: float
) -> Proof:
    """Compare the whole sets that an index finds with those of a look at every row."""
    proof, until = Proof(), time.perf_counter() + seconds
    for question in questions:
        if time.perf_counter() > until:
            break
        total, hits = index.search(typed(question), list(HitKind), [], [], 1 << 30)
        found, expected = {(hit.kind, hit.id) for hit in hits}, rows.matching(question)
        proof.tried += 1
        if found != expected or total != len(expected):
            difference = f"{len(found - expected)} too many, {len(expected - found)} missing"
            proof.wrong.append(f"{typed(question)}: {difference} of {len(expected)}")
    return proof


@dataclass(slots=True)
class Order:
    """How many places of the best hits hold what Whoosh's own scorer puts there, of how many.

    A place agrees when its row is the same or weighs the same. Whoosh knows but one spelling of a
    word, so questions to which others answer as well (*mosegård* to *mosegaard*) are only counted.
    """

    same: int = 0
    places: int = 0
    respelled: int = 0


def agreeing(
    index: WhooshIndex, readers: Readers, questions: Iterable[Question], seconds: float
) -> Order:
    """Compare the order of hits with Whoosh's, of which longer words are none.

    `readers` are Whoosh's own, by kind.
    """
    order, until = Order(), time.perf_counter() + seconds
    for question, kind in itertools.product(questions, HitKind):
        if time.perf_counter() > until:
            break
        total, hits = index.search(typed(question), [kind], [], [], HITS, whole_words=True)
        their_total, theirs = _whoosh_best(readers[kind], kind, question)
        if total > their_total:
            order.respelled += 1
            continue
        ours = {hit.id: hit.score for hit in hits}
        order.places += max(len(hits), len(theirs))
        for hit, (row_id, score) in zip(hits, theirs, strict=False):
            order.same += hit.id == row_id or abs(ours.get(row_id, hit.score) - score) < 1e-3
    return order


def _whoosh_best(
    readers: Sequence[Any], kind: HitKind, question: Question
) -> tuple[int, list[tuple[int, float]]]:
    """Ask Whoosh itself how many there are and which are best: its queries, its weighting."""
    from whoosh.query import And, Or, Term
    from whoosh.reading import MultiReader
    from whoosh.scoring import BM25F
    from whoosh.searching import Searcher

    from kdcurator.search.schema import SEARCHED, term_in

    searcher = Searcher(MultiReader(list(readers)), weighting=BM25F())
    words = [
        Or([Term(name, term_in(name, word), boost=boost) for name, boost in SEARCHED[kind].items()])
        for word in question.words
    ]
    found = searcher.search(And(words), limit=HITS)
    return len(found), [(int(hit["id"]), hit.score) for hit in found]
