"""Segments of an index as they lie on the disk, read where they stand.

Owns how a file of Whoosh's is looked into. Must not know what is in it.

Whoosh 2.7.4 maps a segment's file into memory and then copies each part of it, so that opening an
index of 200,000 quotes takes a second and 300 megabytes. Here a part is a view of what is mapped:
the system reads the pages that are asked for.
"""

from io import BufferedReader, RawIOBase
from typing import Any
from weakref import finalize

from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.compound import CompoundStorage
from whoosh.filedb.structfile import BufferFile
from whoosh.reading import SegmentReader


def open_segment(storage: Any, schema: Any, segment: Any) -> Any:
    """Return Whoosh's reader of a segment."""
    if not segment.is_compound():
        return SegmentReader(storage, schema, segment)
    name = segment.make_filename(segment.COMPOUND_EXT)
    parts = _Parts(storage.open_file(name), storage.open_file(name))
    segment.compound = False  # else the reader would open the file once more, in Whoosh's way
    return SegmentReader(parts, schema, segment)


class _Parts(CompoundStorage):  # type: ignore[misc]  # Whoosh has no types
    """The parts of a segment's file: rows of terms are read from it, all else where it stands.

    What is mapped counts as memory of the process, and rows are the larger part by far.
    """

    def __init__(self, mapped: Any, read: Any) -> None:
        """Take the file twice, opened; one is closed once it is mapped."""
        super().__init__(mapped)
        self._read = read
        finalize(self, read.raw_file().close)  # nobody tells when it is read for the last time

    def open_file(self, name: str, *_arguments: Any, **_options: Any) -> Any:
        """Open a part."""
        first, length = self.range(name)
        if self._source is None or name.endswith(W3Codec.POSTS_EXT):  # or it could not be mapped
            return self._read.subset(first, length, name)
        return _Part(memoryview(self._source)[first : first + length], name)


class _Part(BufferFile):  # type: ignore[misc]  # Whoosh has no types
    """A part that is read like a file."""

    def __init__(self, view: memoryview, name: str) -> None:
        super().__init__(b"", name)
        self._buf, self.file = view, BufferedReader(_View(view))


class _View(RawIOBase):
    """Bytes that are mapped, as a file."""

    def __init__(self, view: memoryview) -> None:
        self._view, self._at = view, 0

    def readable(self) -> bool:
        """Say that it is there to be read."""
        return True

    def seekable(self) -> bool:
        """Say that it can be read anywhere."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Copy what fits, and go on behind it."""
        some = self._view[self._at : self._at + len(buffer)]
        buffer[: len(some)] = some
        self._at += len(some)
        return len(some)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go somewhere; not before the beginning."""
        self._at = max(0, offset + (0, self._at, len(self._view))[whence])
        return self._at
