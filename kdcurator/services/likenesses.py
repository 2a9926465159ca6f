"""Articles that have much of the same text: the same interview in two papers, pointed out.

Owns which articles are compared and how alike they have to be. Nothing is merged: the user decides.
So that an import takes no longer for the size of the library, an arrival is compared with a few
articles alone: those that present the same people, or have its title. Must not know who is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kdcurator.domain.article import Article, ArticleId, VersionId
from kdcurator.services.arrivals import Arrival, Origin
from kdcurator.store.likenesses import Key, Near, NearArticles, keys_of, text_of
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.pairing import LEAST
from kdcurator.text.similarity import Traces, shared, traces

ALIKE: Final = 0.4
"""So much of the shorter text is in the longer one too; a press release used by half counts."""

_AT_MOST: Final = 4
_HELD: Final = 250_000
"""So much is held of texts to compare: some 400 articles, 25 MB."""


@dataclass(frozen=True, slots=True)
class SimilarFile:
    """A file or text that became an article, and another one that is much like it."""

    path: Origin
    article_id: ArticleId
    other_id: ArticleId
    other_title: str | None
    likeness: float
    """From 0 to 1: how much of the shorter text the longer one has."""


class SimilarArticles:
    """The articles of the library that may be like what one import brings."""

    def __init__(self) -> None:
        """Know of nothing yet."""
        self._near = NearArticles()
        self._compared = _Compared()
        self._last: tuple[Arrival, Traces] | None = None

    def look_up(self, work: UnitOfWork, arrivals: Sequence[Arrival]) -> None:
        """Look up, in one go, what may be like any of `arrivals`."""
        self._near.look_up(work.connection, {key for item in arrivals for key in _keys(item)})

    def find(self, work: UnitOfWork, item: Arrival) -> tuple[Near, float] | None:
        """Return the article that is most like an arrival, and how much; None if none is."""
        length = len(item.file.text)
        near = self._near.nearest(work.connection, _keys(item), length, _AT_MOST)
        arrived = traces(item.file.text) if near else frozenset()
        if len(arrived) < LEAST:
            return None
        self._last = item, arrived
        compared = ((other, self._compared.of(work, other.version_id)) for other in near)
        found = [(o, shared(arrived, their)) for o, their in compared if len(their) >= LEAST]
        best = max(found, key=lambda each: each[1], default=None)
        return None if best is None or best[1] < ALIKE else best

    def note(self, item: Arrival, article: Article) -> None:
        """Let what arrives later be compared with an article that has just been kept."""
        self._near.note(_keys(item), article.id)
        if self._last is not None and self._last[0] is item:
            self._compared.hold(article.version_id, self._last[1])


class _Compared:
    """What is compared of texts that were compared lately: the newest ones are again and again."""

    def __init__(self) -> None:
        self._of: dict[VersionId, Traces] = {}
        self._held = 0

    def of(self, work: UnitOfWork, version_id: VersionId) -> Traces:
        """Return what is compared of a version, which never has another text."""
        found = self._of.get(version_id)
        if found is None:
            found = traces(text_of(work.connection, version_id))
        self.hold(version_id, found)
        return found

    def hold(self, version_id: VersionId, found: Traces) -> None:
        """Hold what is compared of a version, the last one to be forgotten."""
        if self._of.pop(version_id, None) is None:
            self._held += len(found)
        self._of[version_id] = found
        while self._held > _HELD and len(self._of) > 1:
            self._held -= len(self._of.pop(next(iter(self._of))))


def _keys(item: Arrival) -> set[Key]:
    return keys_of((person.name for person in item.reading.people), item.file.metadata.title)
