"""Back and forward after a jump, as in a browser.

Owns the two stacks of places. Must not know how a place is shown.
"""

from dataclasses import dataclass, field
from typing import Final

from kdcurator.domain.article import ArticleId

_KEPT: Final = 100


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was: an article and the caret in it, in code points."""

    article_id: ArticleId
    caret: int


@dataclass(slots=True)
class Jumps:
    """Remembers where one came from."""

    _behind: list[Place] = field(default_factory=list)
    _ahead: list[Place] = field(default_factory=list)

    def leave(self, place: Place) -> None:
        """Remember a place before a jump away from it; there is nothing ahead after that."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
        del self._behind[:-_KEPT]
        self._ahead.clear()

    def back(self, here: Place | None) -> Place | None:
        """Return the place before this one; None at the first."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: Place | None) -> Place | None:
        """Return the place that was left by going back; None when there is none."""
        return _step(self._ahead, self._behind, here)


def _step(source: list[Place], target: list[Place], here: Place | None) -> Place | None:
    if not source:
        return None
    if here is not None:
        target.append(here)
    return source.pop()
