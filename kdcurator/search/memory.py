"""A small index in memory, of rows that the index on disk lacks.

Owns how rows are indexed without a trace on the disk. Must not know queries or folders.
"""

from collections.abc import Iterable, Iterator, Sequence

from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex

from kdcurator.domain.searching import HitKind, Searchable
from kdcurator.search.layout import writer_of
from kdcurator.search.postings import Segment, segments_of
from kdcurator.search.schema import document, schema


class _Memory(RamStorage):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's storage in memory, its scratch space there too and not in a shared folder."""

    def temp_storage(self, name: str | None = None) -> "_Memory":  # noqa: ARG002 - Whoosh's own
        """Return scratch space."""
        return _Memory()


def read_in_memory(rows: Iterable[Searchable]) -> list[Segment]:
    """Index rows of one kind and return the segments of them, none if there are no rows."""
    index = FileIndex.create(_Memory(), schema())
    writer = writer_of(index)
    for row in rows:
        writer.add_document(**document(row))
    writer.commit()
    return segments_of(index.reader())


_MOST_PARTS = 8
"""Parts of the rows in memory before they are indexed anew as one."""


class Delta:
    """Rows that the index on disk lacks: those that came since last time are a part of their own.

    So a quote that was just saved is found as soon when many others wait as when none does.
    """

    def __init__(self) -> None:
        self._rows: dict[tuple[HitKind, int], Searchable] = {}
        self._parts: dict[HitKind, list[Segment]] = {kind: [] for kind in HitKind}

    def segments(self, rows: Sequence[Searchable]) -> dict[HitKind, list[Segment]]:
        """Return the rows as segments by kind; of several with one id the last counts."""
        wanted = {(row.kind, row.id): row for row in rows}
        new = [row for key, row in wanted.items() if self._rows.get(key) != row]
        gone = [key for key, row in self._rows.items() if wanted.get(key) != row]
        if new or gone:
            if len(new) + len(gone) > len(wanted) / 2 or self._is_in_many_parts():
                new, self._parts = list(wanted.values()), {}
            self._parts = {kind: list(self._parts_of(kind, new, gone)) for kind in HitKind}
            self._rows = wanted
        return self._parts

    def _is_in_many_parts(self) -> bool:
        return any(len(parts) >= _MOST_PARTS for parts in self._parts.values())

    def _parts_of(
        self, kind: HitKind, new: Sequence[Searchable], gone: Sequence[tuple[HitKind, int]]
    ) -> Iterator[Segment]:
        """Yield the parts that there are, without the rows that are gone, and one of the new."""
        ids = [row_id for other, row_id in gone if other is kind]
        for part in self._parts.get(kind, []):
            yield part.without(ids) if ids else part
        yield from read_in_memory(row for row in new if row.kind is kind)
