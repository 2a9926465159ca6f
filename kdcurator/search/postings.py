"""The postings of one index segment as arrays: which rows have a term, how often and where.

Owns the way from Whoosh's blocks to numpy, and what of it is kept in memory. Must not know queries,
scores or which segments make an index.

Whoosh's own matchers step from row to row in Python: a common word takes them a third of a second
among 200,000 quotes, where the arrays take a millisecond. So its blocks are read here, by names of
Whoosh 2.7.4 that are not public; the version is pinned, and tests read every block back.
"""

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import LENGTHS_COLUMN, W3TermInfo
from whoosh.util.numeric import byte_to_length

from kdcurator.search.beginnings import BEGUN, beginning
from kdcurator.search.columns import ByRow, Column, HalfColumn
from kdcurator.search.endings import Endings
from kdcurator.search.kept import Arrays, Kept

Rows = NDArray[np.int64]
Weights = NDArray[np.float32]


PLACE_BITS = 24
"""A place is a row and the number of a word in it, the row shifted by so many bits."""

_SOME = 10_000
"""Terms that are read in one step ahead of a search: some thirty milliseconds."""

_FEW = 500
"""Keys that are read in one step ahead of a search, with their rows: as long."""


class Posted(NamedTuple):
    """The rows that have a term, in order, and how often each has it."""

    rows: Rows
    counts: Weights


NOWHERE = Posted(np.empty(0, np.int64), np.empty(0, np.float32))


class Lexicon(NamedTuple):
    """The terms of a field in order, and in how many rows each stands."""

    terms: list[str]
    frequencies: dict[str, int]

    def begun(self, prefix: str) -> list[str]:
        """Return the terms that begin with `prefix`."""
        first = bisect_left(self.terms, prefix)
        return self.terms[first : bisect_left(self.terms, f"{prefix}\U0010ffff")]


_MOST_AMONG = 64
"""Words of which a segment keeps which terms it has: a query is asked again for each word that it
may go on with."""


class Segment:
    """One of Whoosh's readers of a single segment, read as arrays.

    Rows are document numbers within the segment. Those that are `deleted` are read like others:
    what is read stays as it is, whatever is deleted later (`since`), and whoever answers leaves
    them out.
    """

    def __init__(self, reader: Any, kept: Kept | None = None) -> None:
        """Note how many rows there are, deleted ones too, and which are deleted."""
        self.reader = reader
        self.name = str(reader.segment().segment_id())
        self.size = int(reader.doc_count_all())
        self.deleted = _deleted(reader.segment())
        self._kept = kept or Kept()
        self._lengths: dict[str, Weights] = {}
        self._lexicons: dict[str, Lexicon] = {}
        self._endings: dict[str, Endings] = {}
        self._half_read: dict[str, tuple[Iterator[tuple[bytes, int]], dict[str, int]]] = {}
        self._columns: dict[str, Column] = {}
        self._half_columns: dict[str, HalfColumn] = {}
        self._by_row: dict[str, ByRow] = {}
        self._among: OrderedDict[tuple[str, str], tuple[str, ...]] = OrderedDict()

    def since(self, segment: Any) -> "Segment":
        """Return the same with the rows that have been deleted since, and all that was read."""
        newer = copy(self)
        newer.deleted = _deleted(segment)
        return newer

    def without(self, ids: Iterable[int]) -> "Segment":
        """Return the same with the rows of some ids deleted as well."""
        newer = copy(self)
        rows = [self.posted("id", f"{row_id}").rows for row_id in ids]
        newer.deleted = np.unique(np.concatenate([self.deleted, *rows]))
        return newer

    def has(self, field: str, term: str | bytes) -> bool:
        """Tell whether any row has a term."""
        known = self._lexicons.get(field)
        return term in known.frequencies if known else (field, term) in self.reader

    def among(self, field: str, word: str, terms: Callable[[], Iterable[str]]) -> tuple[str, ...]:
        """Return those of the terms of a word that any row has; kept for the last words asked."""
        if (field, word) not in self._among:
            self._among[field, word] = tuple(term for term in terms() if self.has(field, term))
        self._among.move_to_end((field, word))
        while len(self._among) > _MOST_AMONG:
            self._among.popitem(last=False)
        return self._among[field, word]

    def frequency(self, field: str, term: str | bytes) -> int:
        """Return in how many rows a term stands, deleted ones too."""
        if known := self._lexicons.get(field):
            return known.frequencies.get(term, 0) if isinstance(term, str) else 0
        return int(self.reader.doc_frequency(field, term)) if self.has(field, term) else 0

    def length(self, field: str) -> int:
        """Return the number of words in all rows."""
        return int(self.reader.field_length(field))

    def lengths(self, field: str) -> Weights:
        """Return how many words each row has, as exactly as Whoosh keeps it."""
        if field not in self._lengths:
            self._lengths[field] = self._read_lengths(field)
        return self._lengths[field]

    def every_row(self) -> Rows:
        """Return all rows."""
        return np.arange(self.size, dtype=np.int64)

    def column(self, field: str) -> Column:
        """Return the keys of a field with their rows; of dates the years."""
        while not self._read_column(field):
            pass
        return self._columns[field]

    def by_row(self, field: str) -> ByRow:
        """Return the keys of a field in the order of the rows."""
        if field not in self._by_row:
            self._by_row[field] = ByRow.of(self.column(field), self.size)
        return self._by_row[field]

    def _read_column(self, field: str) -> bool:
        """Read some more keys of a field with their rows; tell whether all are there."""
        if field in self._columns:
            return True
        if field not in self._half_columns:
            self._half_columns[field] = HalfColumn(_terms(self.reader, field))
        half = self._half_columns[field]
        some = list(islice(half.terms, _FEW))
        for term, _ in some:
            if (key := self._key(field, term)) is not None:
                half.add(key, self._read_posted(field, term)[0])
        if len(some) < _FEW:
            self._columns[field] = half.whole()
            del self._half_columns[field]
        return field in self._columns

    def _key(self, field: str, term: bytes) -> str | None:
        """Return what rows are counted by; a date is written in several widths, one counts."""
        if field != "date":
            return term.decode()
        return None if term[0] else str(self.reader.schema[field].from_bytes(term) // 10_000)

    def posted(self, field: str, term: str | bytes) -> Posted:
        """Return the rows that have a term."""
        found = self._remembered(field, term, in_places=False)
        return Posted(*found) if found else NOWHERE

    def places(self, field: str, term: str | bytes) -> Rows:
        """Return where a term stands, in order: rows and numbers of words in one (`PLACE_BITS`)."""
        found = self._remembered(field, term, in_places=True)
        return found[0] if found else NOWHERE.rows

    def begun(self, field: str, prefix: str) -> Iterator[str]:
        """Yield the terms that begin with `prefix`, in order."""
        if known := self._lexicons.get(field):
            return iter(known.begun(prefix))
        return (term.decode() for term in self.reader.expand_prefix(field, prefix))

    def rows_begun(self, field: str, prefix: str) -> Rows:
        """Return the rows that have any term that begins with `prefix`."""
        if self.has(BEGUN, known := beginning(field, prefix)):
            return self.posted(BEGUN, known).rows
        return self.rows_with(field, self.begun(field, prefix))

    def rows_with(self, field: str, terms: Iterable[str | bytes]) -> Rows:
        """Return the rows that have any of some terms."""
        has = np.zeros(self.size, np.bool_)
        for term in terms:
            has[self.posted(field, term).rows] = True
        return np.flatnonzero(has)

    def stored_id(self, row: int) -> int:
        """Return the id that a row has in the library."""
        return int(self.reader.stored_fields(row)["id"])

    def lexicon(self, field: str) -> Lexicon:
        """Return all terms of a field; the first time takes a second for 300,000."""
        while not self._read_lexicon(field):
            pass
        return self._lexicons[field]

    def ending(self, field: str, tail: str) -> Iterator[tuple[str, int]]:
        """Yield longer terms that end in `tail`, with in how many rows; the commonest first."""
        return self._endings_of(field).of(tail)

    def _endings_of(self, field: str) -> Endings:
        if field not in self._endings:
            self._endings[field] = Endings(self.reader, field)
        return self._endings[field]

    def _read_lexicon(self, field: str) -> bool:
        """Read some more terms of a field; tell whether all are there."""
        if field in self._lexicons:
            return True
        found = self._half_read.setdefault(field, (_terms(self.reader, field), {}))
        terms, frequencies = found
        some = list(islice(terms, _SOME))
        frequencies.update((term.decode(), frequency) for term, frequency in some)
        if len(some) < _SOME:
            self._lexicons[field] = Lexicon(sorted(frequencies), frequencies)
            del self._half_read[field]
        return field in self._lexicons

    def read_ahead(self, words: Iterable[str], keys: Iterable[str], by_row: Iterable[str]) -> bool:
        """Read one more thing of fields that is not in memory; tell whether there was one."""
        for field in words:
            if field not in self._lengths:
                self.lengths(field)
                return True
            if field not in self._lexicons:
                self._read_lexicon(field)
                return True
            if field not in self._endings:
                self._endings_of(field)
                return True
        for field in keys:
            if field not in self._columns:
                self._read_column(field)
                return True
        for field in by_row:
            if field not in self._by_row:
                self.by_row(field)
                return True
        return False

    def _read_lengths(self, field: str) -> Weights:
        rows, column = self.reader._perdoc, f"_{field}_len"  # noqa: SLF001 - see above
        if not rows.has_column(column):
            return np.zeros(self.size, np.float32)
        read = rows.column_reader(column, LENGTHS_COLUMN)
        written = np.frombuffer(read._dbfile.get(read._basepos, read._count), np.uint8)  # noqa: SLF001
        lengths = np.array([byte_to_length(byte) for byte in range(256)], np.float32)
        return lengths[np.pad(written, (0, self.size - len(written)))]

    def _remembered(self, field: str, term: str | bytes, *, in_places: bool) -> Arrays | None:
        """Return a term's arrays."""
        key = self.name, field, term, in_places
        if known := self._kept.get(key):
            return known
        if not self.has(field, term):
            return None
        read = self._read_places if in_places else self._read_posted
        arrays = read(field, term)
        self._kept.keep(key, arrays)
        return arrays

    def _blocks(self, field: str, term: str | bytes) -> list[tuple[Rows, Any, Any]]:
        format_ = self.reader.schema[field].format
        matcher = self.reader._terms.matcher(field, _encoded(term), format_)  # noqa: SLF001
        return list(_blocks(matcher))

    def _read_posted(self, field: str, term: str | bytes) -> Arrays:
        blocks = self._blocks(field, term)
        rows = np.concatenate([rows for rows, _, _ in blocks])
        counts = np.concatenate([_counts(weights, len(rows)) for rows, weights, _ in blocks])
        return rows, counts

    def _read_places(self, field: str, term: str | bytes) -> Arrays:
        parts = []
        for rows, _, values in self._blocks(field, term):
            sizes = np.fromiter(map(len, values), np.int64, len(values)) // 4
            numbers = np.frombuffer(b"".join(values), "<u4").astype(np.int64)
            parts.append((np.repeat(rows, sizes) << PLACE_BITS) | numbers)
        return (np.concatenate(parts),)


def segments_of(reader: Any) -> list[Segment]:
    """Return the segments that hold any rows of those which one of Whoosh's readers is made of."""
    return [Segment(leaf) for leaf, _ in reader.leaf_readers() if leaf.doc_count_all()]


def _deleted(segment: Any) -> Rows:
    """Return the rows of one of Whoosh's segments that are deleted, in order."""
    return np.array(sorted(segment.deleted_docs()), np.int64)


def _encoded(term: str | bytes) -> bytes:
    """Return a term as the index has it; those of numbers are bytes from the start."""
    return term if isinstance(term, bytes) else term.encode()


def _terms(reader: Any, field: str) -> Iterator[tuple[bytes, int]]:
    """Yield the terms of a field with in how many rows each stands."""
    table = reader._terms  # noqa: SLF001 - see above
    first, dbfile = table._keycoder(field, b""), table._dbfile  # noqa: SLF001
    for at, length, data, _ in table._tindex.ranges_from(first):  # noqa: SLF001
        key = dbfile.get(at, length)
        if key[:2] != first:
            return
        yield key[2:], W3TermInfo.read_doc_freq(dbfile, data)


def read_terms(reader: Any, field: str) -> Iterator[tuple[bytes, list[tuple[Rows, Weights, Any]]]]:
    """Yield the terms of a field in order, each with its blocks: rows, counts and values.

    Rows that are deleted are among them.
    """
    for term, _ in _terms(reader, field):
        matcher = reader._terms.matcher(field, term, reader.schema[field].format)  # noqa: SLF001
        read = [(rows, _counts(some, len(rows)), values) for rows, some, values in _blocks(matcher)]
        yield term, read


def _blocks(matcher: Any) -> Iterator[tuple[Rows, Any, Any]]:
    """Yield the rows, weights and values of each block of a posting list."""
    while matcher.is_active():
        matcher._read_data()  # noqa: SLF001 - see above
        deltas, weights, values = matcher._data  # noqa: SLF001
        yield np.cumsum(np.array(deltas, np.int64)), weights, values
        matcher._next_block()  # noqa: SLF001


def _counts(weights: tuple[float, ...] | float | None, size: int) -> Weights:
    """Return the weights of a block, which stand once if they are all the same, if at all."""
    if weights is None:
        return np.ones(size, np.float32)
    return np.broadcast_to(np.array(weights, np.float32), size)
