"""How postings are laid out on the disk, and written down quickly.

Owns the size of blocks, and Whoosh's way from rows to files. Must not know which fields there are,
how rows are turned over (`gathering`), nor how blocks are read back (`postings`).

The files are those of Whoosh 2.7.4. Its own way there makes an object of each posting and checks it
several times; here whole rows go in and whole terms come out, and an index is there in a fifth of
the time.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pickle import dumps
from struct import Struct
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3Codec, W3TermInfo
from whoosh.fields import ID
from whoosh.writing import SegmentWriter

from kdcurator.search.beginnings import BEGUN, Beginnings
from kdcurator.search.gathering import Keys, Postings, Words
from kdcurator.search.postings import read_terms

_BLOCK = 2048
"""Postings in a block: whoever searches reads all blocks of a term, so few large ones."""

_COMPRESSION = 1
"""As little as there is: more makes files a twentieth smaller, and a twentieth later."""

_WORTH_PRESSING = 256
"""Bytes of a block that is compressed: a smaller one hardly gets smaller, and takes as long."""

_MOST = 16_000_000
"""Words in a segment: those of 25,000 articles, for which memory holds some 200 megabytes."""

_LENGTH = Struct("!i")
"""How long a block is, below nothing if it is the last."""

_PICKLE = 2
"""The protocol of Whoosh's own pickles."""


_TOLD_EVERY = 5_000
"""Terms that are written between two words about how far it is: less than a tenth of a second."""


def writer_of(index: Any) -> "Writer":
    """Return a writer of an index."""
    return Writer(index, codec=W3Codec())


class Writer(SegmentWriter):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's writer of one segment, with postings gathered in arrays."""

    def __init__(self, index: Any, **options: Any) -> None:
        super().__init__(index, **options)
        self._gathered: dict[str, Words | Keys] = {}
        self._words = self._written = 0
        self.told: Callable[[float], None] | None = None
        """Hears, while a segment is written, which part of its terms is."""

    @property
    def is_full(self) -> bool:
        """Tell whether more rows had better go into another segment."""
        return self._words > _MOST

    def add_document(self, **fields: Any) -> None:
        """Take in a row; each field has a value."""
        self._check_state()
        row, about = self.docnum, self.perdocwriter
        about.start_doc(row)
        for name, value in sorted(fields.items()):
            field = self.schema[name]
            length = self._gather(name, field, row, value)
            about.add_field(name, field, value if field.stored else None, length)
        about.finish_doc()
        self._added = True
        self.docnum += 1

    def add_postings_to_pool(self, reader: Any, startdoc: int, docmap: Any) -> None:
        """Take in the postings of another segment, whose rows have been taken in already."""
        moved = np.arange(reader.doc_count_all()) + startdoc
        if docmap is not None:  # rows that are deleted are not taken along
            moved = np.array([docmap.get(row, -1) for row in range(len(moved))])
        for name, field in self.schema.items():
            for term, blocks in () if name == BEGUN else read_terms(reader, name):
                self._merge(name, field, term, _moved(blocks, moved))

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        begun = Beginnings(self.docnum)
        for name in sorted(self._gathered):
            if isinstance(words := self._gathered[name], Words):
                self._write_field(name, begun.noted(name, words.postings()))
            else:
                self._write_field(name, words.postings())
        self._write_field(BEGUN, begun.postings())
        self.fieldwriter.close()

    def _write_field(self, name: str, terms: Iterable[tuple[bytes, Postings]]) -> None:
        field = self.schema[name]
        self.fieldwriter.start_field(name, field)
        writing = _Terms(self.fieldwriter, places=field.scorable)
        for term, postings in terms:
            writing.add(term, postings)
            self._tell_written()
        self.fieldwriter.finish_field()

    def _tell_written(self) -> None:
        self._written += 1
        if self.told and self._written % _TOLD_EVERY == 0:
            self.told(min(1.0, self._written / sum(map(len, self._gathered.values()))))

    def _gather(self, name: str, field: Any, row: int, value: Any) -> int:
        """Take in a value; return how many words of it count as its length."""
        words = self._of(name, field)
        if isinstance(words, Words):
            words.add(row, value)
            self._words += len(value)
            return len(value)
        words.add(row, _keys(field, value))
        return 0

    def _merge(self, name: str, field: Any, term: bytes, postings: Postings) -> None:
        words = self._of(name, field)
        if isinstance(words, Words):
            words.add_postings(term.decode(), postings)
            return
        for row in postings.rows:
            words.add(row, [term])

    def _of(self, name: str, field: Any) -> Words | Keys:
        if name not in self._gathered:
            self._gathered[name] = Words() if field.scorable else Keys()
        return self._gathered[name]


def _keys(field: Any, value: Any) -> Iterable[bytes]:
    """Return the terms of a value: itself, some words, or a number in several widths."""
    if isinstance(field, ID):
        return (key.encode() for key in ([value] if isinstance(value, str) else value))
    return (term for term, *_ in field.index(value))


def _moved(blocks: Iterable[tuple[Any, Any, Any]], moved: Any) -> Postings:
    """Return what was read of a term, by the rows' new numbers; rows without one are left out."""
    found = Postings([], [], [])
    for old, counts, values in blocks:
        rows = moved[old]
        kept = np.flatnonzero(rows >= 0)
        found.rows.extend(rows[kept].tolist())
        found.counts.extend(counts[kept].astype(int).tolist())
        found.places.extend(values[at] for at in kept.tolist() if values)
    return found


class _Terms:
    """Writes the terms of one field, in order, as Whoosh reads them."""

    def __init__(self, writer: Any, *, places: bool) -> None:
        """Take Whoosh's writer of fields, which has begun one."""
        self._writer, self._places = writer, places

    def add(self, term: bytes, postings: Postings) -> None:
        """Write a term, if any row has it."""
        if not postings.rows:
            return
        file, about = self._writer._postfile, W3TermInfo()  # noqa: SLF001 - see above
        blocks = [WHOOSH3_HEADER_MAGIC, *self._blocks(postings)]
        about.set_extent(file.tell(), sum(map(len, blocks)))
        file.write(b"".join(blocks))
        _describe(about, postings)
        key = self._writer._fieldid.to_bytes(2, "big") + term  # noqa: SLF001
        self._writer._tindex.add(key, about.to_bytes())  # noqa: SLF001

    def _blocks(self, postings: Postings) -> Iterator[bytes]:
        count = len(postings.rows)
        for start in range(0, count, _BLOCK):
            some = postings if count <= _BLOCK else _part(postings, start)
            yield from _block(some, places=self._places, is_last=start + _BLOCK >= count)


def _part(postings: Postings, start: int) -> Postings:
    """Return what goes into one block of several."""
    part = slice(start, start + _BLOCK)
    return Postings(postings.rows[part], postings.counts[part], postings.places[part])


def _block(some: Postings, *, places: bool, is_last: bool) -> tuple[bytes, bytes, bytes]:
    """Return the length of a block, what is known of it, and the postings."""
    values = tuple(some.places) if places else None
    data = dumps((_steps(some.rows), _weights(some.counts), values), _PICKLE)
    level = _COMPRESSION if len(data) > _WORTH_PRESSING else 0
    data = zlib.compress(data, level) if level else data
    about = dumps((len(some.rows), some.rows[-1], max(some.counts), level, 0, 0), _PICKLE)
    length = len(about) + len(data)
    return _LENGTH.pack(-length if is_last else length), about, data


def _steps(rows: Sequence[int]) -> tuple[int, ...]:
    """Return how far each row is from the one before."""
    return (rows[0], *(row - before for before, row in pairwise(rows)))


def _weights(counts: Sequence[int]) -> tuple[float, ...] | float | None:
    """Return weights as Whoosh writes them: once if they are all the same, if at all."""
    if min(counts) < max(counts):
        return tuple(map(float, counts))
    return None if counts[0] == 1 else float(counts[0])


def _describe(about: Any, postings: Postings) -> None:
    """Say of a term how common it is; what only Whoosh's own ranking asks for is left out."""
    about._weight, about._df = float(sum(postings.counts)), len(postings.rows)  # noqa: SLF001
    about._maxweight = float(max(postings.counts))  # noqa: SLF001
    about._minid, about._maxid = postings.rows[0], postings.rows[-1]  # noqa: SLF001
