"""Searching: every committed row is found, whoever wrote it a moment ago.

Owns how index and database answer together: what the index lacks is read from SQLite and searched
in the same answer. Must not know how an index works inside.
"""

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import CannotWrite, DiskFull, LibraryGone
from kdcurator.domain.ports import Progress, SearchIndex
from kdcurator.domain.quote import QuoteId
from kdcurator.domain.searching import (
    Answer,
    Completion,
    FacetCount,
    Hit,
    HitKind,
    Pending,
    Saying,
    ScoredHit,
    Searchable,
    TagAdvice,
    Votes,
)
from kdcurator.search.danish import name_key
from kdcurator.search.language import read, words_asked
from kdcurator.search.snippets import snippet, wanted_by
from kdcurator.search.trouble import IndexBusy, IndexLost
from kdcurator.services.faceting import named, narrowed, wish
from kdcurator.services.indexing import forget_indexed
from kdcurator.services.wordings import (
    form_begun,
    form_meant,
    quote_asked_about,
    with_last_word,
    with_word,
    word_in_hand,
)
from kdcurator.store import outbox, searchables, tags
from kdcurator.store.beside_hits import beside
from kdcurator.store.library import Library
from kdcurator.store.searchables import Key

T = TypeVar("T")

logger = logging.getLogger(__name__)

CATCH_UP_AT = 100
"""So many pending rows are indexed before a search; fewer are searched as they are."""


class SearchService:
    """Searches articles and quotes, and keeps the index in step."""

    def __init__(self, library: Library, index: SearchIndex) -> None:
        """Search `library` with the help of `index`."""
        self._library = library
        self._index = index
        self._is_resting = False

    def search(
        self,
        query: str,
        kinds: Sequence[HitKind],
        limit: int = 20,
        progress: Progress | None = None,
        *,
        is_begun: bool = False,
    ) -> Answer:
        """Return the best hits for a query, which may be any text at all.

        `progress` is told of an index that has to be made first. With `is_begun` the query is still
        being typed: where nothing holds its last word, words count that begin with it.
        """
        started = time.perf_counter()
        total, corrected, begun = 0, None, None
        if (quote_id := quote_asked_about(query)) is not None:
            hits = self._ask(lambda rows, keys: self._alike(quote_id, rows, keys, limit), progress)
            took = (time.perf_counter() - started) * 1000
            return Answer(query, len(hits), round(took, 1), None, tuple(hits))
        if is_begun and word_in_hand(query) and not self._has_whole(query, kinds, progress):
            longer = f"{query}*"
            total, hits = self._ask(lambda rows, keys: self._hits(longer, kinds, rows, keys, limit))
            begun = longer if total else None
        if not begun:
            total, hits = self._ask(
                lambda rows, keys: self._hits(query, kinds, rows, keys, limit), progress
            )
        if not total and (meant := self._ask(lambda rows, keys: self._meant(query, rows, keys))):
            corrected = meant
            total, hits = self._ask(lambda rows, keys: self._hits(meant, kinds, rows, keys, limit))
        took = (time.perf_counter() - started) * 1000
        misread = read(query).misread
        return Answer(query, total, round(took, 1), corrected, tuple(hits), begun, misread)

    def complete(self, query: str, limit: int = 10) -> list[Completion]:
        """Return words that the last word of a query may be the beginning of, commonest first.

        Each is counted by the articles and quotes that the query finds with it.
        """
        typed = word_in_hand(query)
        if typed is None:
            return []
        return self._ask(lambda rows, keys: self._completions(query, typed, rows, keys, limit))

    def facets(self, query: str, kinds: Sequence[HitKind], most: int = 8) -> list[FacetCount]:
        """Count the hits of a query by tag, speaker, publication and the like, most hits first."""
        counts = self._ask(lambda rows, keys: self._index.facets(query, kinds, rows, keys))
        with self._library.read() as connection:
            names = searchables.names(connection)
        return [
            FacetCount(facet, name, count, asked := wish(facet, name), narrowed(query, asked))
            for facet, found in counts.items()
            for name, count in named(facet, found, names).most_common(most)
        ]

    def suggest_tags(self, saying: Saying) -> list[TagAdvice]:
        """Return up to three tags that the user would give what was said, best first.

        They come from what is tagged already, a moment ago too; none where nothing speaks for any.
        """
        quote_id = None if saying.quote_id is None else QuoteId(saying.quote_id)
        with self._library.read() as connection:
            inside = tags.tags_in(connection, ArticleId(saying.article_id), quote_id)
            names = {name_key(name): name for name in tags.names(connection)}
        counts = Counter(name_key(tag) for some in inside.values() for tag in some)
        votes = Votes(counts, len(inside))
        return self._ask(lambda rows, keys: self._index.advise(saying, votes, names, rows, keys))

    def warm(self) -> bool:
        """Read ahead a little of what the first searches will read; tell whether more is left."""
        try:
            return self._index.warm()
        except IndexLost:
            return False  # the next search sees to it

    def _ask(
        self,
        answer: Callable[[Sequence[Searchable], Sequence[Key]], T],
        progress: Progress | None = None,
    ) -> T:
        """Ask the index together with the rows that it lacks; without an index, all rows."""
        pending = self._lacking()
        if pending is None or len(pending) > CATCH_UP_AT:
            self.catch_up(progress=progress)
            pending = self._lacking()
        try:
            return answer(*self._lacked(pending))
        except IndexLost:
            return answer(*self._lacked(None))

    def _lacked(self, pending: list[Key] | None) -> tuple[list[Searchable], list[Key]]:
        """Read pending rows; without an index everything is pending."""
        with self._library.read() as connection:
            keys = searchables.all_keys(connection) if pending is None else pending
            return list(searchables.read_searchables(connection, keys)), keys

    def _hits(
        self,
        query: str,
        kinds: Sequence[HitKind],
        rows: Sequence[Searchable],
        keys: Sequence[Key],
        limit: int,
    ) -> tuple[int, list[Hit]]:
        total, scored = self._index.search(query, kinds, rows, keys, limit)
        return total, self._shown(query, scored)

    def _shown(self, query: str, scored: Sequence[ScoredHit]) -> list[Hit]:
        """Return hits in order of score, their snippets cut from what SQLite holds."""
        keys = [(hit.kind, hit.id) for hit in scored]
        with self._library.read() as connection:
            rows = {
                (row.kind, row.id): row for row in searchables.read_searchables(connection, keys)
            }
            told = beside(connection, [row_id for kind, row_id in rows if kind is HitKind.QUOTE])
        wanted = wanted_by(query)
        return [
            Hit(
                row.kind,
                row.id,
                row.article_id,
                row.title,
                snippet(row.text, wanted),
                row.speaker or None,
                row.tags,
                round(hit.score, 4),
                told.get(row.id) if row.kind is HitKind.QUOTE else None,
            )
            for hit in scored
            if (row := rows.get((hit.kind, hit.id))) is not None
        ]

    def _has_whole(self, query: str, kinds: Sequence[HitKind], progress: Progress | None) -> bool:
        """Tell whether any row has the words of a query themselves, not just longer ones."""

        def count(rows: Sequence[Searchable], keys: Sequence[Key]) -> int:
            return self._index.search(query, kinds, rows, keys, 0, whole_words=True)[0]

        return bool(self._ask(count, progress))

    def _alike(
        self, quote_id: int, rows: Sequence[Searchable], keys: Sequence[Key], limit: int
    ) -> list[Hit]:
        """Return the quotes of other articles that are most like one."""
        for said in self._read([(HitKind.QUOTE, quote_id)]):
            scored = self._index.alike(said.text, quote_id, rows, keys, 2 * limit)
            found = self._shown("", scored)
            return [hit for hit in found if hit.article_id != said.article_id][:limit]
        return []

    def _meant(self, query: str, rows: Sequence[Searchable], keys: Sequence[Key]) -> str | None:
        """Return a query with a word of the library for each that nothing holds."""
        meant = query
        for word in words_asked(query):
            if self._index.search(word, tuple(HitKind), rows, keys, 0)[0]:
                continue
            example = self._index.nearest(word, rows, keys)
            form = example and form_meant(self._read(example.rows), example.term)
            if not form:
                return None
            meant = with_word(meant, word, form)
        return meant if meant != query else None

    def _completions(
        self,
        query: str,
        typed: str,
        rows: Sequence[Searchable],
        keys: Sequence[Key],
        limit: int,
    ) -> list[Completion]:
        found: dict[str, Completion] = {}
        for example in self._index.begun(typed, rows, keys, 2 * limit):
            form = form_begun(self._read(example.rows), example.term, typed)
            if form and form.lower() not in found and len(found) < limit:
                asked = with_last_word(query, form)
                count, _ = self._index.search(asked, tuple(HitKind), rows, keys, 0)
                if count:
                    found[form.lower()] = Completion(form, count)
        return sorted(found.values(), key=lambda one: -one.count)

    def _read(self, keys: Sequence[Key]) -> list[Searchable]:
        with self._library.read() as connection:
            return list(searchables.read_searchables(connection, keys))

    def catch_up(self, at_most: int | None = None, progress: Progress | None = None) -> bool:
        """Bring the index up to the last committed row; made anew when it is missing or odd.

        With `at_most` only so many rows are indexed; returns whether some are left for a next time.
        An index that is made anew is made whole, and `progress` is told of each row.
        """
        if self._is_resting:
            return False
        try:
            pending = self._pending()
            if pending is None:
                self.rebuild(progress)
            elif pending:
                self._update(pending[:at_most])
        except (IndexBusy, IndexLost):
            return False  # another process is at it; SQLite answers for what is lacking
        except OSError as error:
            logger.warning("The search index could not be written: %s", error)
            return False
        self._forget_indexed()
        return at_most is not None and len(pending or ()) > at_most

    def _forget_indexed(self) -> None:
        """Shorten the outbox; a disk that refuses leaves it long, and that is all."""
        try:
            if self.reached is not None:
                forget_indexed(self._library, self.reached)
        except (DiskFull, CannotWrite, LibraryGone) as error:
            logger.warning("The outbox could not be shortened: %s", error.code)

    @property
    def reached(self) -> int | None:
        """The last outbox row that the index holds; None when there is no usable index."""
        return self._index.last_seq

    def rebuild(self, progress: Progress | None = None) -> None:
        """Make the index anew from the library; raises `IndexBusy`."""
        with self._library.read() as connection:
            last = outbox.last(connection)
            keys = searchables.all_keys(connection)
            rows = searchables.read_searchables(connection, keys)
            self._index.rebuild(rows if progress is None else _told(rows, progress, keys), last)

    def rest(self) -> None:
        """Leave the index as it is from now on: rows are damaged and cannot be read."""
        self._is_resting = True

    def indexed(self) -> dict[HitKind, int]:
        """Return how many articles and quotes the index holds."""
        return self._index.counts()

    def _update(self, pending: Sequence[Pending]) -> None:
        keys = _unique(pending)
        with self._library.read() as connection:
            rows = list(searchables.read_searchables(connection, keys))
        there = {(row.kind, row.id) for row in rows}
        self._index.update(rows, [key for key in keys if key not in there], pending[-1])

    def _lacking(self) -> list[Key] | None:
        """Return what the index lacks or holds in an old form; None when that is everything."""
        pending = self._pending()
        return None if pending is None else _unique(pending)

    def _pending(self) -> list[Pending] | None:
        seq, token = self._index.last_seq, self._index.last_token
        if seq is None or token is None:
            return None
        with self._library.read() as connection:
            return outbox.since(connection, seq, token)


def _told(
    rows: Iterable[Searchable], progress: Progress, keys: Sequence[Key]
) -> Iterator[Searchable]:
    """Pass rows on and tell how many of all have been."""
    for done, row in enumerate(rows):
        progress(done, len(keys), row.title)
        yield row


def _unique(pending: Sequence[Pending]) -> list[Key]:
    return list(dict.fromkeys((row.kind, row.id) for row in pending))
