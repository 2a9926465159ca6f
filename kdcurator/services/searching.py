"""Searching: every committed row is found, whoever wrote it a moment ago.

Owns how index and database answer together: what the index lacks is read from SQLite and searched
in the same answer. Must not know how an index works inside.
"""

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from heapq import nlargest
from typing import TypeVar

from kdcurator.domain.article import ArticleId
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
from kdcurator.search.trouble import IndexLost
from kdcurator.services.faceting import Names, narrowed, wish
from kdcurator.services.index_upkeep import IndexUpkeep, Making, unique
from kdcurator.services.scanning import scan
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

CATCH_UP_AT = 100
"""So many pending rows are indexed before a search; fewer are searched as they are."""

_MUCH = 1_000
"""So many quotes, or a fifth as many articles, are indexed in memory for one search at most."""

_UNTIL_MADE = 600.0
"""Seconds to wait for another process that makes a large index."""


class _Unindexed(Exception):
    """The index lacks too much to be searched together with what it lacks."""

    def __init__(self, lacked: list[Key] | None) -> None:
        super().__init__()
        self.lacked = lacked
        """The rows that it lacks; None where there is no index."""


class SearchService:
    """Searches articles and quotes, and keeps the index in step."""

    def __init__(self, library: Library, index: SearchIndex) -> None:
        """Search `library` with the help of `index`."""
        self._library = library
        self._index = index
        self._upkeep = IndexUpkeep(library, index)
        self._leaves_index = False
        self._names: tuple[Pending | None, Names] | None = None

    def leave_index(self) -> None:
        """Let other processes write the index: what it lacks is searched in SQLite meanwhile."""
        self._leaves_index = True

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
        try:
            answer = self._search(query, kinds, limit, progress, is_begun=is_begun)
        except _Unindexed as found:
            answer = self._scan(query, kinds, limit, found.lacked, is_begun=is_begun)
        return replace(answer, took_ms=round((time.perf_counter() - started) * 1000, 1))

    def _search(
        self,
        query: str,
        kinds: Sequence[HitKind],
        limit: int,
        progress: Progress | None,
        *,
        is_begun: bool,
    ) -> Answer:
        """Ask the index, and when that finds nothing for words longer or other than those typed."""
        total, corrected, begun = 0, None, None
        if (quote_id := quote_asked_about(query)) is not None:
            hits = self._ask(lambda rows, keys: self._alike(quote_id, rows, keys, limit), progress)
            return Answer(query, len(hits), 0, None, tuple(hits))
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
        return Answer(query, total, 0, corrected, tuple(hits), begun, read(query).misread)

    def _scan(
        self,
        query: str,
        kinds: Sequence[HitKind],
        limit: int,
        lacked: list[Key] | None,
        *,
        is_begun: bool,
    ) -> Answer:
        """Search what the index holds, and in SQLite, not for long, what it lacks."""
        if quote_asked_about(query) is not None:
            return Answer(query, 0, 0, None, (), is_partial=True)
        begun = f"{query}*" if is_begun and word_in_hand(query) else None
        total, scored = 0, list[ScoredHit]()
        if lacked is not None:
            with suppress(IndexLost):
                total, scored = self._index.search(begun or query, kinds, (), lacked, limit)
        among = None if lacked is None else frozenset(lacked)
        found = scan(self._library, begun or query, kinds, limit, among)
        best = nlargest(max(limit, 0), [*scored, *found.hits], key=lambda hit: hit.score)
        hits = self._shown(begun or query, best)
        total += found.total
        misread = read(query).misread
        is_partial = not found.is_whole
        return Answer(query, total, 0, None, tuple(hits), begun, misread, is_partial)

    def complete(self, query: str, limit: int = 10) -> list[Completion]:
        """Return words that the last word of a query may be the beginning of, commonest first.

        Each is counted by the articles and quotes that the query finds with it.
        """
        typed = word_in_hand(query)
        if typed is None:
            return []
        with suppress(_Unindexed):
            return self._ask(lambda rows, keys: self._completions(query, typed, rows, keys, limit))
        return []

    def facets(self, query: str, kinds: Sequence[HitKind], most: int = 8) -> list[FacetCount]:
        """Count the hits of a query by tag, speaker, publication and the like, most hits first."""
        try:
            counts = self._ask(lambda rows, keys: self._index.facets(query, kinds, rows, keys))
        except _Unindexed:
            return []
        names = self._read_names()
        return [
            FacetCount(facet, name, count, asked := wish(facet, name), narrowed(query, asked))
            for facet, found in counts.items()
            for name, count in names.commonest(facet, found, most)
        ]

    def _read_names(self) -> Names:
        """Read the names of the library, unless nothing was written since they were read."""
        with self._library.read() as connection:
            last = outbox.last(connection)
            if self._names is None or self._names[0] != last:
                self._names = last, Names.of(searchables.names(connection))
        return self._names[1]

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
        with suppress(_Unindexed):
            return self._ask(
                lambda rows, keys: self._index.advise(saying, votes, names, rows, keys)
            )
        return []

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
        if not self._leaves_index and (pending is None or len(pending) > CATCH_UP_AT):
            self._upkeep.catch_up(None, progress, _UNTIL_MADE if self._is_much(pending) else 0.3)
            pending = self._lacking()
        self._refuse_much(pending)
        try:
            return answer(*self._lacked(pending))
        except IndexLost:
            self._refuse_much(None)
            return answer(*self._lacked(None))

    def _refuse_much(self, lacked: list[Key] | None) -> None:
        """Raise `_Unindexed` where others make the index, and it lacks too much by now."""
        if self._leaves_index and self._is_much(lacked):
            raise _Unindexed(lacked)

    def _is_much(self, lacked: list[Key] | None) -> bool:
        """Tell whether indexing some rows in memory, or all, would keep a search waiting."""
        if lacked is None:
            with self._library.read() as connection:
                counts: Mapping[HitKind, int] = searchables.count(connection)
        else:
            counts = Counter(kind for kind, _ in lacked)
        return 5 * counts.get(HitKind.ARTICLE, 0) + counts.get(HitKind.QUOTE, 0) > _MUCH

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
        languages = {row.language for row in rows.values()}
        wanted = {language: wanted_by(query, language) for language in languages}
        return [
            Hit(
                row.kind,
                row.id,
                row.article_id,
                row.title,
                snippet(row.text, wanted[row.language]),
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
        examples = self._index.begun(typed, rows, keys, 2 * limit)
        wanted = dict.fromkeys(key for example in examples for key in example.rows)
        read = {(row.kind, row.id): row for row in self._read(list(wanted))}
        for example in examples:
            some = [read[key] for key in example.rows if key in read]
            form = form_begun(some, example.term, typed)
            if form and form.lower() not in found and len(found) < limit:
                asked = with_last_word(query, form)
                count, _ = self._index.search(asked, tuple(HitKind), rows, keys, 0)
                if count:
                    found[form.lower()] = Completion(form, count)
        return sorted(found.values(), key=lambda one: -one.count)

    def _read(self, keys: Sequence[Key]) -> list[Searchable]:
        with self._library.read() as connection:
            return list(searchables.read_searchables(connection, keys))

    # The index

    def catch_up(
        self,
        at_most: int | None = None,
        progress: Progress | None = None,
        making: Making = Making.IF_MISSING,
    ) -> bool:
        """Bring the index up to the last committed row (`IndexUpkeep.catch_up`)."""
        return self._upkeep.catch_up(at_most, progress, making=making)

    @property
    def reached(self) -> int | None:
        """The last outbox row that the index holds; None when there is no usable index."""
        return self._upkeep.reached

    def rebuild(self, progress: Progress | None = None) -> None:
        """Make the index anew from the library; raises `IndexBusy`."""
        self._upkeep.rebuild(progress)

    def tidy(self) -> bool:
        """Make one of the small parts of the index (`IndexUpkeep.tidy`)."""
        return self._upkeep.tidy()

    def rest(self) -> None:
        """Leave the index as it is from now on: rows are damaged and cannot be read."""
        self._upkeep.rest()

    def indexed(self) -> dict[HitKind, int]:
        """Return how many articles and quotes the index holds."""
        return self._index.counts()

    def lacking(self) -> int | None:
        """Return how many rows wait for the index; None when there is none to wait for."""
        lacking = self._lacking()
        return None if lacking is None else len(lacking)

    def _lacking(self) -> list[Key] | None:
        """Return what the index lacks or holds in an old form; None when that is everything."""
        pending = self._upkeep.pending()
        return None if pending is None else unique(pending)
