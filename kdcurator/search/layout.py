"""How postings are laid out on the disk, and written down quickly.

Owns the size of blocks and the way of postings from rows to files. Must not know which fields there
are, nor how blocks are read back (`postings`).

The files are those of Whoosh 2.7.4. Its own way there checks each posting several times, and looks
up for each how long its row is, which only its own ranking asks for. Without that, and with less
compression, a new index is there a fifth sooner.
"""

from array import array
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter
from whoosh.writing import PostingPool, SegmentWriter

_BLOCK = 2048
"""Postings in a block: whoever searches reads all blocks of a term, so few large ones."""

_COMPRESSION = 1
"""As little as there is: more makes files a twentieth smaller, and a twentieth later."""

_POSTING = 200
"""Bytes that a posting takes in memory before it is written."""

_Item = tuple[str, bytes, int, float, bytes]
"""Field, term, row, weight and places."""

_ROW, _WEIGHT, _PLACES = itemgetter(2), itemgetter(3), itemgetter(4)


def writer_of(index: Any, megabytes: int) -> Any:
    """Return a writer of an index that keeps so much in memory."""
    writer = SegmentWriter(index, limitmb=megabytes, codec=_Blocks(_BLOCK, _COMPRESSION))
    writer.pool = _Pool(writer.pool.tempstore, writer.newsegment, limitmb=megabytes)
    return writer


class _Pool(PostingPool):  # type: ignore[misc]  # Whoosh has no types
    """Postings on their way, counted instead of measured one by one."""

    def add(self, item: _Item) -> None:
        """Take a posting in."""
        self.fieldnames.add(item[0])
        self.current.append(item)
        if len(self.current) * _POSTING > self.limit:
            self.save()


class _Blocks(W3Codec):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's files, written by whole terms."""

    def field_writer(self, storage: Any, segment: Any) -> "_Terms":
        """Return who writes the terms of a segment."""
        return _Terms(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> "_Postings":  # noqa: FBT001, FBT002 - Whoosh's own
        """Return who writes the postings of a term."""
        return _Postings(dbfile, self._blocklimit, byteids, self._compression, self._inlinelimit)


class _Postings(W3PostingsWriter):  # type: ignore[misc]  # Whoosh has no types
    """Writes the postings of one term, all that fit into a block at once."""

    _ids: "array[int]"

    def add_all(self, items: list[_Item]) -> None:
        """Take in postings in the order of their rows."""
        for start in range(0, len(items), self._blocklimit):
            if self._ids:
                self._write_block()
            some = items[start : start + self._blocklimit]
            self._ids = array("I", map(_ROW, some))
            self._weights = array("f", map(_WEIGHT, some))
            self._values = list(filter(None, map(_PLACES, some)))
            self._maxweight = max(self._weights)


class _Terms(W3FieldWriter):  # type: ignore[misc]  # Whoosh has no types
    """Writes terms in order, each with all its postings."""

    def add_postings(self, schema: Any, lengths: object, items: Iterable[_Item]) -> None:  # noqa: ARG002 - Whoosh's own
        """Write postings, which come in the order of their fields, terms and rows."""
        for name, of_field in groupby(items, itemgetter(0)):
            self.start_field(name, schema[name])
            self._add_terms(of_field)
            self.finish_field()

    def _add_terms(self, items: Iterator[_Item]) -> None:
        for term, postings in groupby(items, itemgetter(1)):
            self.start_term(term)
            self._postwriter.add_all(list(postings))
            self.finish_term()
