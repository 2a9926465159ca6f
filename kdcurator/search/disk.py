"""The index on disk: its files opened, written and swept.

Owns Whoosh's indexes of articles and quotes in one folder and the order of every write: new files,
synced, then the stamp, then litter. Must not know queries, locks or pending rows.
"""

import binascii
import logging
import pickle
import secrets
import shutil
import struct
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from whoosh.codec.base import OutOfOrderError
from whoosh.filedb.filestore import FileStorage, StorageError
from whoosh.filedb.filetables import FileFormatError
from whoosh.index import FileIndex
from whoosh.index import IndexError as WhooshIndexError
from whoosh.matching import ReadTooFar
from whoosh.reading import TermNotFound

from kdcurator.domain.ports import Written
from kdcurator.domain.searching import HitKind, Pending, Searchable
from kdcurator.search.kept import Kept
from kdcurator.search.layout import Writer, writer_of
from kdcurator.search.mapped import open_segment
from kdcurator.search.postings import Segment
from kdcurator.search.schema import document, index_version, schema
from kdcurator.search.stamp import NAME, Stamp, Sum, sync_files, write_stamp

logger = logging.getLogger(__name__)

DAMAGE = (
    # Cut files: nothing left to read, or a pickle that ends in the middle or is none.
    EOFError, pickle.UnpicklingError, struct.error, zlib.error, binascii.Error,
    # Pickles and tables whose bytes have changed name, hold or point at anything at all.
    AttributeError, ImportError, LookupError, NameError, TypeError, ValueError,
    ArithmeticError, AssertionError, MemoryError, RecursionError,
    # Files that are gone or cannot be read.
    OSError,
    # Whoosh's own words for it.
    WhooshIndexError, FileFormatError, StorageError, ReadTooFar, TermNotFound, OutOfOrderError,
)  # fmt: skip
"""What Whoosh 2.7.4 raises on damaged files, by research and by flipping bytes (tests)."""


class Damaged(Exception):
    """An index cannot be read; the cause is whatever Whoosh stumbled over."""


@contextmanager
def reading(spare: type[Exception] | tuple[()] = ()) -> Iterator[None]:
    """Call by one name, `Damaged`, whatever damaged files make Whoosh raise; but not `spare`.

    Whoosh raises a plain `Exception` where a block of postings does not begin as it should, so
    that very class is damage too; none of its subclasses is but those named.
    """
    try:
        yield
    except spare:
        raise
    except DAMAGE as error:
        raise Damaged(repr(error)) from error
    except Exception as error:
        if type(error) is not Exception:
            raise
        raise Damaged(repr(error)) from error


_INDEX_NAMES = {HitKind.ARTICLE: "articles", HitKind.QUOTE: "quotes"}

_LOCKS = tuple(f"{name}_WRITELOCK" for name in _INDEX_NAMES.values())
"""Whoosh's own locks: whoever holds one would not notice that it is gone."""

_MANY_SEGMENTS = 16
"""Segments of one index before an update merges small ones: each makes searches a little slower."""

_FEW = 3
"""Small segments that are left as they are when there is time to merge them."""

_FEW_ROWS = 1_000
"""Rows of a segment that is small in any index: it is written anew in a second or two."""


class StampedFiles(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's view of a folder: the files that a stamp names, and those written since.

    So an index is exactly what its stamp says. Files of the stamp are not deleted, because others
    may be about to open them; the next `sweep` takes them.
    """

    def __init__(self, folder: Path, names: Iterable[str] = ()) -> None:
        super().__init__(str(folder))
        self.names = set(names)
        self._stamped = frozenset(names)
        self._opened: list[Any] = []
        self._scratch: list[StampedFiles] = []

    def list(self) -> list[str]:
        """Return the names of the files."""
        return sorted(self.names)

    def create_file(self, name: str, **options: Any) -> Any:
        """Open a new file."""
        self.names.add(name)
        self._opened.append(super().create_file(name, **options))
        return self._opened[-1]

    def temp_storage(self, name: str | None = None) -> FileStorage:
        """Give a folder for what a writer puts aside."""
        folder = Path(self.folder) / (name or f"{secrets.token_hex(8)}.tmp")
        self._scratch.append(StampedFiles(folder))
        return self._scratch[-1].create()

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file for reading."""
        self._opened.append(super().open_file(name, **options))
        return self._opened[-1]

    def let_go(self) -> None:
        """Close what Whoosh left open when it stumbled over it: Windows deletes no open file."""
        for file in self._opened:
            if not file.is_closed:
                with suppress(OSError):  # what cannot be written out any more is thrown away
                    file.close()
        for scratch in self._scratch:
            scratch.let_go()

    @contextmanager
    def open_only_while_writing(self) -> Iterator[None]:
        """Let go of everything when a write fails: the disk may be full."""
        try:
            yield
        except BaseException:
            self.let_go()
            raise

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:  # noqa: FBT001, FBT002
        """Give a new file its name; both named as Whoosh names them."""
        super().rename_file(oldname, newname, safe=safe)
        self.names.discard(oldname)
        self.names.add(newname)

    def delete_file(self, name: str) -> None:
        """Drop a file, and delete it if it is only of this write."""
        self.names.discard(name)
        if name not in self._stamped:
            super().delete_file(name)


@dataclass(frozen=True, slots=True)
class Opened:
    """An index as it stood when it was opened, whatever is written meanwhile."""

    stamp: Stamp
    segments: dict[HitKind, list[Segment]]
    kept: Kept

    def by_name(self) -> dict[str, Segment]:
        """Return the segments of all kinds by their names."""
        return {one.name: one for some in self.segments.values() for one in some}


def open_index(folder: Path, stamp: Stamp, last: Opened | None = None) -> Opened | None:
    """Open the index that `stamp` names; None when it is of another version or not whole.

    What the `last` one opened had read of segments that are still there is taken over. Wants to be
    called in `reading`: some damage shows only then.
    """
    if stamp.version != index_version() or not stamp.is_whole(folder):
        return None
    storage = StampedFiles(folder / stamp.generation, stamp.files)
    try:
        kept = last.kept if last else Kept()
        known = last.by_name() if last and last.stamp.generation == stamp.generation else {}
        segments = {kind: list(_segments(_index(storage, kind), known, kept)) for kind in HitKind}
    except BaseException:
        storage.let_go()
        raise
    return Opened(stamp, segments, kept)


def _segments(index: FileIndex, known: Mapping[str, Segment], kept: Kept) -> Iterator[Segment]:
    """Open the segments of an index that hold any rows, unless they are known."""
    for segment in index._read_toc().segments:  # noqa: SLF001 - Whoosh opens all or none
        if older := known.get(segment.segment_id()):
            yield older.since(segment)
        elif segment.doc_count_all():
            yield Segment(open_segment(index.storage, index.schema, segment), kept)


def write_new(
    folder: Path, rows: Iterable[Searchable], last: Pending | None, told: Written | None = None
) -> None:
    """Write an index of `rows` beside the one there is, and put it in its place.

    Rows of one kind that come together make one segment.
    """
    generation = secrets.token_hex(8)
    place = folder / generation
    place.mkdir(mode=0o700)
    try:
        files = _write_rows(place, rows, told)
        seq, token = (last.seq, last.token) if last else (0, "")
        stamp = Stamp(index_version(), generation, seq, token)
        _finish(folder, stamp, files)
    except BaseException:  # cancelled as well: whoever counts the rows may raise anything
        shutil.rmtree(place, ignore_errors=True)
        raise


def write_changes(
    folder: Path,
    stamp: Stamp,
    changed: Sequence[Searchable],
    gone: Sequence[tuple[HitKind, int]],
    last: Pending,
) -> None:
    """Write rows anew and drop others, and say that `last` is reached."""
    sweep(folder, stamp, _LOCKS)  # Whoosh gives up where a cut-off write left a name it needs
    place = folder / stamp.generation
    names = set(stamp.files)
    for kind in HitKind:
        rows = [row for row in changed if row.kind is kind]
        ids = {row.id for row in rows} | {row_id for other, row_id in gone if other is kind}
        if ids:
            storage = StampedFiles(place, names)
            with storage.open_only_while_writing():
                _write_changes(_index(storage, kind), rows, ids)
            names = storage.names
    moved_on = replace(stamp, seq=last.seq, token=last.token)
    _finish(folder, moved_on, names)


def write_together(folder: Path, stamp: Stamp) -> bool:
    """Write small segments anew as one; tell whether there were enough of them."""
    sweep(folder, stamp, _LOCKS)
    names = set(stamp.files)
    for kind in HitKind:
        storage = StampedFiles(folder / stamp.generation, names)
        index = _index(storage, kind)
        if len(_small(index._segments())) >= _FEW:  # noqa: SLF001 - Whoosh has no other way
            with storage.open_only_while_writing():
                writer_of(index).commit(mergetype=_join_small)
            names = storage.names
    if names == set(stamp.files):
        return False
    _finish(folder, stamp, names)
    return True


def _small(segments: Sequence[Any]) -> list[Any]:
    """Return the segments that make searches slower than it costs to write them anew."""
    every = sum(segment.doc_count_all() for segment in segments)
    return [one for one in segments if one.doc_count_all() <= max(_FEW_ROWS, every // 10)]


def _join_small(writer: Any, segments: list[Any]) -> list[Any]:
    """Add what small segments hold to the one that is written: Whoosh asks which are left."""
    small = _small(segments)
    for segment in small:
        reader = open_segment(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return [segment for segment in segments if segment not in small]


def sweep(folder: Path, stamp: Stamp | None, spare: Collection[str] = ()) -> None:
    """Delete whatever `stamp` does not name; what is in use on Windows waits for the next time.

    Files of the names in `spare` stay.
    """
    for path in list(folder.iterdir()) if folder.is_dir() else []:
        if stamp and path.name == stamp.generation:
            _sweep_files(path, {*stamp.files, *spare})
        elif path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif not stamp or path.name != NAME:
            _delete(path)


def _sweep_files(folder: Path, kept: Collection[str]) -> None:
    for path in list(folder.iterdir()):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name not in kept:
            _delete(path)


def _delete(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except PermissionError:  # Windows: somebody has it open
        return


def _index(storage: StampedFiles, kind: HitKind) -> FileIndex:
    return FileIndex(storage, schema=schema(), indexname=_INDEX_NAMES[kind])


def _write_rows(place: Path, rows: Iterable[Searchable], told: Written | None) -> set[str]:
    """Write all rows into a new folder, kind by kind; return the names of its files."""
    storage = StampedFiles(place)
    with storage.open_only_while_writing():
        indexes = {
            kind: FileIndex.create(storage, schema(), name) for kind, name in _INDEX_NAMES.items()
        }
        for kind, of_kind in groupby(rows, key=attrgetter("kind")):
            left, tell = iter(of_kind), told and partial(told, kind)
            count = 0
            while some := _write_segment(indexes[kind], left, tell, count):
                logger.debug("A segment of %d rows was written.", some)
                count += some
    return storage.names


def _write_segment(
    index: FileIndex, rows: Iterator[Searchable], told: Callable[[int], None] | None, before: int
) -> int:
    """Write as many rows as one segment takes, after those `before`; return their number."""
    with _writing(index) as writer:
        count = 0
        while not writer.is_full and (row := next(rows, None)):
            writer.add_document(**document(row))
            count += 1
        if told:
            writer.told = lambda part: told(before + round(part * count))
        writer.commit(merge=False)
    return count


@contextmanager
def _writing(index: FileIndex) -> Iterator[Writer]:
    """Open a writer, and have it drop what it holds unless it gets to commit that."""
    writer = writer_of(index)
    try:
        yield writer
    finally:
        if not writer.is_closed:
            writer.cancel()


def _write_changes(index: FileIndex, rows: Iterable[Searchable], ids: Iterable[int]) -> None:
    with _writing(index) as writer:
        for number in _numbers_of(index.reader(), ids):
            writer.delete_document(number)
        for row in {row.id: row for row in rows}.values():
            writer.add_document(**document(row))
        writer.commit(merge=len(writer.segments) > _MANY_SEGMENTS)


def _numbers_of(reader: Any, ids: Iterable[int]) -> Iterator[int]:
    """Yield the document numbers of some ids."""
    for number in map(str, ids):
        if ("id", number) in reader:
            yield from reader.postings("id", number).all_ids()


def _finish(folder: Path, stamp: Stamp, names: Iterable[str]) -> None:
    """Bring new files to the disk, then name them in the stamp, then sweep."""
    place = folder / stamp.generation
    new = sorted(set(names) - set(stamp.files))
    sync_files(place, new)
    kept = {name: known for name, known in stamp.files.items() if name in set(names)}
    finished = replace(stamp, files=kept | {name: Sum.of(place / name) for name in new})
    write_stamp(folder, finished)
    sweep(folder, finished)
