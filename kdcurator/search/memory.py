"""A small index in memory, of rows that the index on disk lacks.

Owns how rows are indexed without a trace on the disk. Must not know queries or folders.
"""

from collections.abc import Iterable

from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex

from kdcurator.domain.searching import Searchable
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
