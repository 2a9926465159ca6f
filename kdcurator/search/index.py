"""The index of a library: the door between its rows and everybody who searches.

Owns one folder of the user's cache: who may write to it, what is open, and what happens when
something is wrong. Implements `domain.ports.SearchIndex`. Must not know SQL: rows come in as
`Searchable` and go out as ids.
"""

import logging
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from heapq import nlargest
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from whoosh.index import LockError

from kdcurator.domain.ports import Written
from kdcurator.domain.searching import (
    Example,
    Facet,
    HitKind,
    Pending,
    Saying,
    ScoredHit,
    Searchable,
    TagAdvice,
    Votes,
)
from kdcurator.search.aside import set_aside
from kdcurator.search.completing import begun, nearest
from kdcurator.search.counting import FIELDS, count_facets
from kdcurator.search.disk import (
    Damaged,
    Opened,
    open_index,
    reading,
    sweep,
    write_changes,
    write_new,
    write_together,
)
from kdcurator.search.folders import is_ours, make_private
from kdcurator.search.language import parse
from kdcurator.search.likeness import VOTING, advise, alike
from kdcurator.search.memory import Delta
from kdcurator.search.postings import Segment
from kdcurator.search.schema import SEARCHED, index_version
from kdcurator.search.stamp import NAME, Stamp, read_stamp
from kdcurator.search.standing import Standing
from kdcurator.search.tree import Node, quoted
from kdcurator.search.trouble import IndexBusy, IndexLost

if TYPE_CHECKING:
    from filelock import FileLock

T = TypeVar("T")

logger = logging.getLogger(__name__)

_TRIES = 5
"""Times that an index is opened which another process is moving on meanwhile."""

_PATIENCE = 0.3
"""Seconds to wait for another process that writes."""


class WhooshIndex:
    """A throw-away index in one folder of the user's cache.

    What was opened stays as it was until `last_seq` is read again, so that the row it names, the
    pending rows counted from there and the rows that are searched always belong together.
    Searching and reading go on while another process or thread writes.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder that `folders.index_folder` names; it is made when first written to."""
        self._folder = folder
        self._opened: Opened | None = None
        self._last: Opened | None = None
        self._seen: object = None
        self._lost: Stamp | None = None
        self._lock: FileLock | None = None
        self._delta = Delta()

    @property
    def last_seq(self) -> int | None:
        """The last outbox row it holds, 0 if there was none; None when there is no usable index."""
        opened = self._look()
        return opened.stamp.seq if opened else None

    @property
    def last_token(self) -> str | None:
        """The token of the row that `last_seq` named."""
        opened = self._opened or self._look()
        return opened.stamp.token if opened else None

    def counts(self) -> dict[HitKind, int]:
        """Return how many articles and quotes it holds."""
        opened = self._opened or self._look()
        segments = opened.segments if opened else {}
        return {
            kind: sum(one.size - len(one.deleted) for one in segments.get(kind, []))
            for kind in HitKind
        }

    def rebuild(
        self, rows: Iterable[Searchable], last: Pending | None, told: Written | None = None
    ) -> None:
        """Make the index anew from everything there is, and put it in the place of the old one.

        Until then the old one answers. Raises `IndexBusy` when another process writes, OSError
        when the disk cannot, and whatever reading `rows` raises; the old index is left then.
        """
        with self.writing():
            write_new(self._folder, rows, last, told)
        self._opened = None

    def update(
        self, changed: Iterable[Searchable], gone: Sequence[tuple[HitKind, int]], last: Pending
    ) -> None:
        """Bring the index up to `last`; a row both changed and gone is there.

        Raises `IndexBusy` when another process writes or has moved the index on, `IndexLost` when
        there is none, OSError when the disk cannot. The index stays as it was then.
        """
        rows = list(changed)
        self._write(lambda stamp: write_changes(self._folder, stamp, rows, gone, last))

    def tidy(self) -> bool:
        """Make one of the small parts of the index; tell whether there were enough of them.

        Raises what `update` raises.
        """
        return self._write(lambda stamp: write_together(self._folder, stamp))

    def _write(self, write: Callable[[Stamp], T]) -> T:
        """Move the index on from what was opened last."""
        opened = self._opened or self._look()
        if opened is None:
            raise IndexLost(str(self._folder))
        try:
            with self.writing(), reading(spare=OSError):
                if read_stamp(self._folder) != opened.stamp:
                    raise IndexBusy(str(self._folder))
                written = write(opened.stamp)
        except LockError as error:
            raise IndexBusy(str(self._folder)) from error
        except OSError:  # a full disk, or a file that is gone: the next look will tell
            self._seen = None
            raise
        except Damaged as damage:
            self._lose(opened.stamp, damage)
            raise IndexLost(str(self._folder)) from damage
        self._opened, self._last = None, opened
        return written

    def search(
        self,
        query: str,
        kinds: Sequence[HitKind],
        pending: Sequence[Searchable],
        hidden: Iterable[tuple[HitKind, int]],
        limit: int,
        *,
        whole_words: bool = False,
    ) -> tuple[int, list[ScoredHit]]:
        """Return the number of matches and the `limit` best of them, best first.

        Rows of the index that are `hidden` or `pending` do not count; `pending` rows are searched
        as they are given, as if they were in it. With `whole_words` longer words that are made of
        those asked for do not count. Raises `IndexLost` when the index proves to be
        damaged: then everything is pending.
        """
        node = parse(query)
        if node is None:
            return 0, []
        node = quoted(node) if whole_words else node
        return self._ask(kinds, pending, hidden, lambda rows: _search(rows, node, limit))

    def warm(self) -> bool:
        """Read ahead a little of what searches will read; tell whether more is left.

        Each call takes a few hundredths of a second, so that a search in between hardly waits.
        Raises `IndexLost` as `search` does.
        """
        opened = self._opened or self._look()
        if opened is None:
            return False
        try:
            with reading():
                return any(
                    segment.read_ahead(SEARCHED[kind], FIELDS.values(), VOTING[kind])
                    for kind, segments in opened.segments.items()
                    for segment in segments
                )
        except Damaged as damage:
            self._lose(opened.stamp, damage)
            raise IndexLost(str(self._folder)) from damage

    def begun(
        self,
        prefix: str,
        pending: Sequence[Searchable],
        hidden: Iterable[tuple[HitKind, int]],
        limit: int,
    ) -> list[Example]:
        """Return the commonest words that begin with `prefix`, each by rows that have it.

        Raises `IndexLost` as `search` does.
        """
        kinds = tuple(HitKind)
        return self._ask(kinds, pending, hidden, lambda rows: begun(rows, prefix, limit))

    def nearest(
        self,
        word: str,
        pending: Sequence[Searchable],
        hidden: Iterable[tuple[HitKind, int]],
    ) -> Example | None:
        """Return the commonest word that `word` may be a slip for, by rows that have it.

        Raises `IndexLost` as `search` does.
        """
        kinds = tuple(HitKind)
        return self._ask(kinds, pending, hidden, lambda rows: nearest(rows, word))

    def facets(
        self,
        query: str,
        kinds: Sequence[HitKind],
        pending: Sequence[Searchable],
        hidden: Iterable[tuple[HitKind, int]],
    ) -> dict[Facet, Counter[str]]:
        """Count the hits of a query by tag, speaker and the like, by the keys that the index has.

        Raises `IndexLost` as `search` does.
        """
        node = parse(query)
        if node is None:
            return {}
        return self._ask(kinds, pending, hidden, lambda rows: count_facets(rows, node))

    def advise(
        self,
        saying: Saying,
        siblings: Votes,
        names: Mapping[str, str],
        pending: Sequence[Searchable],
        hidden: Iterable[tuple[HitKind, int]],
    ) -> list[TagAdvice]:
        """Return the tags that fit what was said, best first (`likeness.advise`).

        Raises `IndexLost` as `search` does.
        """
        return self._ask(
            [HitKind.QUOTE], pending, hidden, lambda rows: advise(rows, saying, siblings, names)
        )

    def alike(
        self,
        text: str,
        besides: int,
        pending: Sequence[Searchable],
        hidden: Iterable[tuple[HitKind, int]],
        limit: int,
    ) -> list[ScoredHit]:
        """Return the quotes most like a text, best first, one left out.

        Raises `IndexLost` as `search` does.
        """
        return self._ask(
            [HitKind.QUOTE], pending, hidden, lambda rows: alike(rows, text, besides, limit)
        )

    def _ask(
        self,
        kinds: Sequence[HitKind],
        pending: Sequence[Searchable],
        hidden: Iterable[tuple[HitKind, int]],
        answer: Callable[[list[Standing]], T],
    ) -> T:
        """Ask of the index and the rows that it lacks, as one."""
        opened = self._opened or self._look()
        newer = self._delta.segments(pending)
        shadowed = {*hidden, *((row.kind, row.id) for row in pending)}
        if opened is None:
            return answer(_standing(kinds, {}, newer, shadowed))
        try:
            with reading():
                return answer(_standing(kinds, opened.segments, newer, shadowed))
        except Damaged as damage:
            self._lose(opened.stamp, damage)
            raise IndexLost(str(self._folder)) from damage

    def _look(self) -> Opened | None:
        """Open the index if it is another than the one last seen."""
        seen = self._signature()
        if self._opened is None or seen != self._seen:
            self._last = self._opened or self._last
            self._opened, self._seen, self._last = self._open(), seen, None
        return self._opened

    def _signature(self) -> object:
        """Return what tells one stamp from another without reading it."""
        try:
            found = (self._folder / NAME).stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def _open(self) -> Opened | None:
        """Open what the stamp names; again if it was put in place only meanwhile."""
        stamp = self._stamp()
        for _ in range(_TRIES):
            damage: Damaged | None = None
            try:
                with reading():
                    opened = self._open_named(stamp)
            except Damaged as error:
                opened, damage = None, error
            if opened:
                return opened
            judged, stamp = stamp, self._stamp()
            if judged == stamp:
                break
        if stamp and stamp != self._lost:
            self._lose(stamp, damage)
        return None

    def _stamp(self) -> Stamp | None:
        """Return the stamp, unless others may have put it there."""
        return read_stamp(self._folder) if is_ours(self._folder) else None

    def _open_named(self, stamp: Stamp | None) -> Opened | None:
        if stamp is None or stamp == self._lost:
            return None
        return open_index(self._folder, stamp, self._last)

    def _lose(self, stamp: Stamp, damage: Damaged | None) -> None:
        """Forget an index that is of no use, and put it away unless another is in its place.

        One of another version is deleted; one that is damaged is kept aside.
        """
        is_damaged = stamp.version == index_version()
        said = "is damaged" if is_damaged else "is of another version"
        logger.warning("The search index in %s %s.", self._folder, said, exc_info=damage)
        self._opened, self._last, self._lost = None, None, stamp
        with suppress(IndexBusy, OSError), self.writing():  # else the next rebuild deletes it
            if read_stamp(self._folder) != stamp:
                return
            if is_damaged:
                logger.warning("It is kept in %s.", set_aside(self._folder, stamp))
            (self._folder / NAME).unlink(missing_ok=True)
            sweep(self._folder, None)

    @contextmanager
    def writing(self, patience: float = _PATIENCE) -> Iterator[None]:
        """Hold the right to write, which may be held already.

        Raises `IndexBusy` when another has it for `patience` seconds, OSError.
        """
        from filelock import FileLock, Timeout  # a fifth of the time that a search takes to start

        make_private(self._folder)
        if self._lock is None:
            self._lock = FileLock(self._folder.with_name(f"{self._folder.name}.lock"))
        lock = self._lock
        try:
            lock.acquire(timeout=patience, poll_interval=0.02)
        except Timeout as error:
            raise IndexBusy(str(self._folder)) from error
        try:
            yield
        finally:
            lock.release()


def _standing(
    kinds: Sequence[HitKind],
    older: Mapping[HitKind, list[Segment]],
    newer: Mapping[HitKind, list[Segment]],
    shadowed: Collection[tuple[HitKind, int]],
) -> list[Standing]:
    """Take older and newer rows of each kind as one; of older ones, none that is shadowed."""
    found = []
    for kind in dict.fromkeys(kinds):
        stored, added = older.get(kind, []), newer.get(kind, [])
        if stored or added:
            ids = [row_id for other, row_id in shadowed if other is kind]
            found.append(Standing(kind, [*stored, *added], ids, len(stored)))
    return found


def _search(rows: Sequence[Standing], node: Node, limit: int) -> tuple[int, list[ScoredHit]]:
    """Search rows of several kinds."""
    answers = [standing.best(node, limit) for standing in rows]
    hits = [hit for _, some in answers for hit in some]
    total = sum(of_kind for of_kind, _ in answers)
    return total, nlargest(max(limit, 0), hits, key=lambda hit: hit.score)
