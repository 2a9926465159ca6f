"""The details of articles corrected: of one, or of many as one change.

Owns how many are corrected in one transaction, and that all of them are one undo. Must not know
what a form looks like.
"""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import Change, ChangeKind
from kdcurator.domain.correcting import Corrections
from kdcurator.store import articles
from kdcurator.store.library import Library

TOGETHER: Final = 10
"""Articles in one transaction: so many are corrected between two paints."""


class CorrectingService:
    """Corrects what is known of articles beside their texts."""

    def __init__(self, library: Library) -> None:
        """Work on `library`."""
        self._library = library

    def begin(self, article_ids: Sequence[ArticleId], corrections: Corrections) -> "Correcting":
        """Return the correction of some articles, of which nothing is done yet."""
        return Correcting(self._library, article_ids, corrections)

    def correct(self, article_ids: Sequence[ArticleId], corrections: Corrections) -> Change:
        """Correct all of these articles, or none when one is unknown; raises `UnknownArticle`."""
        with self._library.change(_kind(corrections)) as work:
            for article_id in article_ids:
                articles.correct(work, article_id, corrections)
        return work.change


class Correcting:
    """One correction while it goes on, some articles at a time; all of it is one undo."""

    def __init__(
        self, library: Library, article_ids: Sequence[ArticleId], corrections: Corrections
    ) -> None:
        """Correct these articles of `library`."""
        self._library = library
        self._ids = list(dict.fromkeys(article_ids))
        self._corrections = corrections
        self._batch = uuid.uuid4().hex
        self.done = 0
        """Articles that are corrected, or were right before."""
        self.change = Change(_kind(corrections))
        """What it came to until now; the history alone has the steps."""

    @property
    def total(self) -> int:
        """How many articles are to be corrected."""
        return len(self._ids)

    def go_on(self) -> bool:
        """Correct some more; tell whether any are left.

        Raises `UnknownArticle`, `LibraryInUse` and `DiskFull`; what was done before stays.
        """
        some = self._ids[self.done : self.done + TOGETHER]
        with self._library.change(self.change.kind, self._batch) as work:
            for article_id in some:
                articles.correct(work, article_id, self._corrections)
        self.done += len(some)
        if work.change.id is not None:
            self.change = replace(self.change.followed_by(work.change), inverse=())
        return self.done < self.total


def _kind(corrections: Corrections) -> ChangeKind:
    """Return what a user calls it."""
    return ChangeKind.EDIT_ARTICLE if corrections.values else ChangeKind.ACCEPT_GUESSES
