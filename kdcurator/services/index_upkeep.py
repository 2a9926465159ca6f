"""Keeping the search index in step with the library.

Owns when an index is brought up, made anew or tidied, and how far that is. Must not know queries
nor how an index works inside.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final

from kdcurator.domain.errors import CannotWrite, DiskFull, LibraryGone
from kdcurator.domain.ports import Progress, SearchIndex
from kdcurator.domain.searching import HitKind, Pending, Searchable
from kdcurator.search.trouble import IndexBusy, IndexLost
from kdcurator.services.indexing import forget_indexed
from kdcurator.store import outbox, searchables
from kdcurator.store.library import Library
from kdcurator.store.searchables import Key

logger = logging.getLogger(__name__)

_WORK: Final = {HitKind.ARTICLE: 5, HitKind.QUOTE: 1}
"""How long it takes to index a row of each kind, measured beside each other."""

_READING: Final = 0.85
"""The part of it that is over when the rows are read; the rest is writing terms to the disk."""

_TRIES: Final = 5
"""Times that is asked what an index lacks which another process is moving on meanwhile."""

_IN_A_MOMENT: Final = 0.3
"""Seconds to wait for another process that writes to the index."""


class Making(StrEnum):
    """When an index is made anew."""

    IF_MISSING = "if missing"
    """Or damaged, of another version or of another library."""
    ANEW = "anew"
    NEVER = "never"


class IndexUpkeep:
    """Brings the index up to what is committed."""

    def __init__(self, library: Library, index: SearchIndex) -> None:
        """Keep `index` in step with `library`."""
        self._library = library
        self._index = index
        self._is_resting = False

    @property
    def reached(self) -> int | None:
        """The last outbox row that the index holds; None when there is no usable index."""
        return self._index.last_seq

    def rest(self) -> None:
        """Leave the index as it is from now on: rows are damaged and cannot be read."""
        self._is_resting = True

    def pending(self) -> list[Pending] | None:
        """Return the outbox rows that the index lacks; None when it is none of this library."""
        for _ in range(_TRIES):
            seq, token = self._index.last_seq, self._index.last_token
            if seq is None or token is None:
                return None
            with self._library.read() as connection:
                found = outbox.since(connection, seq, token)
            if found is not None or self._index.last_seq == seq:
                return found
        return None

    def catch_up(
        self,
        at_most: int | None = None,
        progress: Progress | None = None,
        patience: float = _IN_A_MOMENT,
        making: Making = Making.IF_MISSING,
    ) -> bool:
        """Bring the index up to the last committed row; made anew when it is missing or odd.

        With `at_most` only so many rows are indexed; returns whether some are left for a next time.
        An index that is made anew is made whole, `progress` is told how far it is, and another
        process that is at it already is waited for, `patience` seconds.
        """
        if self._is_resting:
            return False
        try:
            pending = self.pending()
            if making is Making.ANEW or (pending is None and making is Making.IF_MISSING):
                self._make(progress, patience, anew=making is Making.ANEW)
            elif pending:
                self._update(pending[:at_most])
        except (IndexBusy, IndexLost):
            return False  # another process is at it; SQLite answers for what is lacking
        except OSError as error:
            logger.warning("The search index could not be written: %s", error)
            return False
        self._forget_indexed()
        return at_most is not None and len(pending or ()) > at_most

    def rebuild(self, progress: Progress | None = None) -> None:
        """Make the index anew from the library, the old one in use until then.

        Raises `IndexBusy` when another process writes to it.
        """
        self._make(progress, _IN_A_MOMENT, anew=True)

    def tidy(self) -> bool:
        """Make one of the small parts of the index; tell whether there were enough of them.

        Takes seconds; the index can be searched all the while.
        """
        try:
            return not self._is_resting and self._index.tidy()
        except (IndexBusy, IndexLost):
            return False
        except OSError as error:
            logger.warning("The search index could not be tidied: %s", error)
            return False

    def _make(self, progress: Progress | None, patience: float, *, anew: bool) -> None:
        """Make an index, unless another process has made the missing one while we waited for it."""
        with self._index.writing(patience):
            if anew or self.pending() is None:
                self._write(progress)

    def _write(self, progress: Progress | None) -> None:
        """Write what the library holds at one moment; later rows follow from the outbox.

        The right to write to the index is held before that moment: so no other process can move
        the index on, and have the outbox forget rows which the new index goes by.
        """
        with self._library.read() as connection:
            last = outbox.last(connection)
            keys = searchables.all_keys(connection)
            rows = searchables.read_searchables(connection, keys)
            if progress is None:
                self._index.rebuild(rows, last)
            else:
                steps = _Steps(progress, keys)
                self._index.rebuild(steps.passing(rows), last, steps.tell_written)

    def _update(self, pending: Sequence[Pending]) -> None:
        keys = unique(pending)
        with self._library.read() as connection:
            rows = list(searchables.read_searchables(connection, keys))
        there = {(row.kind, row.id) for row in rows}
        self._index.update(rows, [key for key in keys if key not in there], pending[-1])

    def _forget_indexed(self) -> None:
        """Shorten the outbox; a disk that refuses leaves it long, and that is all."""
        try:
            if self.reached is not None:
                forget_indexed(self._library, self.reached)
        except (DiskFull, CannotWrite, LibraryGone) as error:
            logger.warning("The outbox could not be shortened: %s", error.code)


def unique(pending: Sequence[Pending]) -> list[Key]:
    """Return the rows that changed, each once."""
    return list(dict.fromkeys((row.kind, row.id) for row in pending))


class _Steps:
    """How far an index is that is made anew, counted in rows by the work that they make."""

    def __init__(self, progress: Progress, keys: Sequence[Key]) -> None:
        self._progress = progress
        self._rows = len(keys)
        self._work = sum(_WORK[kind] for kind, _ in keys)
        self._read = 0
        self._written = dict.fromkeys(HitKind, 0)

    def passing(self, rows: Iterable[Searchable]) -> Iterator[Searchable]:
        """Pass rows on and tell of each."""
        for row in rows:
            self._tell(row.title)
            self._read += _WORK[row.kind]
            yield row

    def tell_written(self, kind: HitKind, rows: int) -> None:
        """Tell that the terms of so many rows of one kind are on the disk."""
        self._written[kind] = rows * _WORK[kind]
        self._tell("")

    def _tell(self, title: str) -> None:
        done = _READING * self._read + (1 - _READING) * sum(self._written.values())
        self._progress(int(self._rows * done / self._work), self._rows, title)
