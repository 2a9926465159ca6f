"""What newer rules find in a text whose suggestions somebody has worked on.

Owns which of it is offered: nothing that was dismissed, saved or corrected by hand already, also
where its boundaries are a little different now. Must not know how quotes are found or kept.
"""

from collections.abc import Iterable, Sequence

from kdcurator.domain.suggestion import (
    Renewal,
    StoredSuggestion,
    SuggestedQuote,
    SuggestionState,
)
from kdcurator.text.overlap import Ground, Place, united

_SETTLED = frozenset({SuggestionState.DISMISSED, SuggestionState.SAVED})


class Known:
    """What was settled in a text: dismissed or saved, also with other boundaries."""

    def __init__(self, stored: Sequence[StoredSuggestion], saved: Sequence[Place]) -> None:
        """Gather it from the suggestions and the places of the saved quotes."""
        settled = [item.quote.segments for item in stored if item.state in _SETTLED]
        self._alike = Ground([*settled, *saved])
        self._covered = Ground([[span] for span in united(saved)])

    def holds(self, quote: SuggestedQuote) -> bool:
        """Tell whether most of a quote's words were settled already."""
        place = quote.segments
        return bool(self._alike.likeness(place)) or self._covered.covers_most_of(place)


def renewed(
    found: Iterable[SuggestedQuote], stored: Sequence[StoredSuggestion], saved: Sequence[Place]
) -> Renewal:
    """Return what to do when `found` is what newer rules find."""
    known = Known(stored, saved)
    offered = [quote for quote in found if not known.holds(quote)]
    still_open = [item for item in stored if item.state is SuggestionState.OPEN]
    pairs = _matched(offered, [item.quote.segments for item in still_open])
    found_again = set(pairs.values())
    return Renewal(
        tuple((still_open[pairs[at]].id, offered[at]) for at in sorted(pairs)),
        tuple(quote for at, quote in enumerate(offered) if at not in pairs),
        tuple(item.id for at, item in enumerate(still_open) if at not in found_again),
    )


def _matched(found: Sequence[SuggestedQuote], before: Sequence[Place]) -> dict[int, int]:
    """Return which of the places before is each of those found, the most alike first."""
    ground = Ground(before)
    alike = sorted(
        (-share, number, old)
        for number, quote in enumerate(found)
        for old, share in ground.likeness(quote.segments).items()
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _share, number, old in alike:
        if number not in pairs and old not in taken:
            pairs[number] = old
            taken.add(old)
    return pairs
