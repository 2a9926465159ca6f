"""How much of the same words two places in one text have.

Owns the measure, in code points, and when two places count as the same. Must not know what stands
there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kdcurator.domain.quote import Span

Place = Sequence[Span]
"""Where a quote stands: spans in the order of the text, none of which overlap."""

_STEP: Final = 512
"""Code points that are looked at together; so a long text takes no longer for its length."""


class Ground:
    """Places in a text, found again by what they share with another place."""

    def __init__(self, places: Sequence[Place]) -> None:
        """Remember `places`, each by its number."""
        self.places = places
        self._near: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for number, place in enumerate(places):
            for step, start, end in _steps(place):
                self._near[step].append((start, end, number))

    def shared(self, place: Place) -> dict[int, int]:
        """Return the places that have words of this one, by number, with how many code points."""
        found: defaultdict[int, int] = defaultdict(int)
        for step, start, end in _steps(place):
            for other_start, other_end, number in self._near.get(step, ()):
                common = min(end, other_end) - max(start, other_start)
                if common > 0:
                    found[number] += common
        return dict(found)

    def likeness(self, place: Place) -> dict[int, float]:
        """Return the places that are mostly the same as this one, by number: 1.0 is exactly.

        Mostly the same is at least half of the code points that either has.
        """
        size = length(place)
        shares = {
            number: common / (size + length(self.places[number]) - common)
            for number, common in self.shared(place).items()
        }
        return {number: share for number, share in shares.items() if 2 * share >= 1}

    def covers_most_of(self, place: Place) -> bool:
        """Tell whether at least half of a place lies in places of the ground, which do not meet."""
        return 2 * sum(self.shared(place).values()) >= length(place)


def length(place: Place) -> int:
    """Return how many code points a place has."""
    return sum(map(len, place))


def united(places: Iterable[Place]) -> list[Span]:
    """Return where any of the places stand, as spans that do not meet."""
    found: list[Span] = []
    for span in sorted(span for place in places for span in place):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _steps(place: Place) -> Iterator[tuple[int, int, int]]:
    """Cut a place where one stretch of the text ends and the next begins."""
    for span in place:
        for step in range(span.start // _STEP, (span.end - 1) // _STEP + 1):
            yield step, max(span.start, step * _STEP), min(span.end, (step + 1) * _STEP)
