"""The doors between the houses: what services ask of things that come in more than one kind.

Owns the protocols that have several implementations, fakes of the tests counted. Must not know any
of them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol, runtime_checkable

from kdcurator.domain.article import ReadFile
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
from kdcurator.domain.suggestion import Reading

Clock = Callable[[], datetime]
"""Returns now, in UTC and aware of it."""

Progress = Callable[[int, int, str], None]
"""Is told (done, of how many, what) while something long runs; may raise to cancel it."""


Written = Callable[[HitKind, int], None]
"""Is told how many rows of a kind are written down."""

QuoteFinder = Callable[[str], Reading]
"""Reads a canonical text and returns everything that it found there."""


class FileReader(Protocol):
    """Reads one format."""

    media_type: str
    suffixes: tuple[str, ...]

    def read(self, data: bytes, name: str) -> ReadFile:
        """Return the canonical text of a file; raises `Refused` when there is none to be had."""


@runtime_checkable
class PageReader(FileReader, Protocol):
    """Reads a format of pages, of which the article is told from the rest."""

    def read_whole(self, data: bytes, name: str) -> ReadFile:
        """Return all text of a page; raises `Refused`."""


class SearchIndex(Protocol):
    """A throw-away index over everything searchable."""

    @property
    def last_seq(self) -> int | None:
        """The last outbox row it holds; None when there is no usable index."""

    @property
    def last_token(self) -> str | None:
        """That row's token."""

    def writing(self, patience: float) -> AbstractContextManager[None]:
        """Hold the right to write, waiting so many seconds for it; may be held already."""

    def rebuild(
        self, rows: Iterable[Searchable], last: Pending | None, told: Written | None = None
    ) -> None:
        """Make the index anew from everything there is."""

    def update(
        self, changed: Iterable[Searchable], gone: Sequence[tuple[HitKind, int]], last: Pending
    ) -> None:
        """Bring the index up to `last`."""

    def tidy(self) -> bool:
        """Make one of the small parts of the index; tell whether there were enough of them."""

    def counts(self) -> dict[HitKind, int]:
        """Return how many articles and quotes the index holds."""

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
        """Return the number of matches and the best of them, `pending` searched as well."""

    def warm(self) -> bool:
        """Read ahead a little of what searches will read; tell whether more is left."""

    def begun(
        self,
        prefix: str,
        pending: Sequence[Searchable],
        hidden: Iterable[tuple[HitKind, int]],
        limit: int,
    ) -> list[Example]:
        """Return the commonest words that begin with `prefix`."""

    def nearest(
        self,
        word: str,
        pending: Sequence[Searchable],
        hidden: Iterable[tuple[HitKind, int]],
    ) -> Example | None:
        """Return the commonest word that `word` may be a slip for."""

    def facets(
        self,
        query: str,
        kinds: Sequence[HitKind],
        pending: Sequence[Searchable],
        hidden: Iterable[tuple[HitKind, int]],
    ) -> dict[Facet, Counter[str]]:
        """Count the hits of a query by tag, speaker and the like."""

    def advise(
        self,
        saying: Saying,
        siblings: Votes,
        names: Mapping[str, str],
        pending: Sequence[Searchable],
        hidden: Iterable[tuple[HitKind, int]],
    ) -> list[TagAdvice]:
        """Return the tags that fit what was said, best first.

        `siblings` are the tags of the article's other quotes, `names` those of all tags by key.
        """

    def alike(
        self,
        text: str,
        besides: int,
        pending: Sequence[Searchable],
        hidden: Iterable[tuple[HitKind, int]],
        limit: int,
    ) -> list[ScoredHit]:
        """Return the quotes most like a text, best first, one left out."""
