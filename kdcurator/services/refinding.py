"""Quotes of older versions of a text, found in a newer one: what becomes of each.

Owns the decision, from the texts alone, and what of it can be found ahead in another process and
written down: a place of a text that is kept never changes, so that what was found stays true
whatever happens to the library meanwhile. Must not know how a place is found, nor what is stored.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from kdcurator.domain.article import VersionId
from kdcurator.domain.quote import AnchorState, Quote, QuoteId, Segment, Span, are_in_order

if TYPE_CHECKING:
    from kdcurator.text.anchoring import Anchored, Reanchoring

ORDER: Final = tuple(AnchorState)
"""The states, the surest first."""

Place = tuple[VersionId, VersionId | None, Span]
"""A place of the first version that is looked for in the other one; None for the new text."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quote with what becomes of it; without segments it stays where it is."""

    quote: Quote
    state: AnchorState
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Older:
    """An older version of a text."""

    text: str
    made_at: datetime


class Refinding:
    """Finds places of older versions in a new text, each once."""

    def __init__(
        self,
        older: Mapping[VersionId, Older],
        text: str,
        called_gone: Collection[QuoteId] = (),
        known: "Mapping[Place, Anchored] | None" = None,
    ) -> None:
        """Look in `text`; `known` is found already, and some quotes the user called gone."""
        self._older, self._text = older, text
        self._called_gone = called_gone
        self._anchors: dict[tuple[VersionId, VersionId | None], Reanchoring] = {}
        self.known = dict(known or {})

    def become(self, quote: Quote) -> Found:
        """Tell what becomes of a quote; only the words that were saved take off a mark that it has.

        Of one that somebody said is gone nothing but these count, and they are marked: it was not
        said for nothing.
        """
        back = self._back(quote)
        if quote.id in self._called_gone and quote.anchor_state is AnchorState.GONE:
            return (
                self._standing(quote, AnchorState.MOVED, back) if back else Found(quote, ORDER[-1])
            )
        if back is not None:
            return self._standing(quote, AnchorState.EXACT, back)
        places = self.places(quote.version_id, [segment.span for segment in quote.segments])
        spans = in_order(places)
        worst = max((place.state for place in places), key=ORDER.index)
        if spans is None:
            return Found(quote, max(AnchorState.UNSURE, worst, key=ORDER.index))
        if worst is AnchorState.UNSURE and any(place.is_altered for place in places):
            return Found(quote, worst)
        if quote.anchor_state is not AnchorState.EXACT:
            worst = max(AnchorState.MOVED, worst, key=ORDER.index)
        return self._standing(quote, worst, spans)

    def places(self, version_id: VersionId, spans: Iterable[Span]) -> "list[Anchored]":
        """Return where places of a version stand in the new text."""
        return [self._find(version_id, None, span) for span in spans]

    def _standing(self, quote: Quote, state: AnchorState, spans: Iterable[Span]) -> Found:
        return Found(quote, state, tuple(Segment.from_text(self._text, span) for span in spans))

    def _back(self, quote: Quote) -> tuple[Span, ...] | None:
        """Return where a marked quote stands again as it was saved; None if it does not."""
        if quote.anchor_state is AnchorState.EXACT:
            return None
        first = self._saved_in(quote)
        spans = [segment.span for segment in quote.segments]
        if first != quote.version_id:
            spans = self._earlier(quote.version_id, first, spans)
        places = self.places(first, spans)
        is_exact = all(place.state is AnchorState.EXACT for place in places)
        return in_order(places) if is_exact else None

    def _saved_in(self, quote: Quote) -> VersionId:
        """Return the version that was the newest when a quote was saved."""
        made = {each: older.made_at for each, older in self._older.items()}
        before = [each for each, made_at in made.items() if made_at <= quote.created_at]
        return max(before, default=quote.version_id, key=made.__getitem__)

    def _earlier(self, later: VersionId, first: VersionId, spans: Sequence[Span]) -> list[Span]:
        """Return the places that became these in a later version; nothing if that is not sure."""
        found = [(span, self._find(later, first, span).span) for span in spans]
        sure = [
            old
            for span, old in found
            if old is not None and self._find(first, later, old).span == span
        ]
        return sure if len(sure) == len(spans) else []

    def _find(self, version_id: VersionId, into: VersionId | None, span: Span) -> "Anchored":
        place = (version_id, into, span)
        if place not in self.known:
            self.known[place] = self._anchoring(version_id, into).find(span)
        return self.known[place]

    def _anchoring(self, version_id: VersionId, into: VersionId | None) -> "Reanchoring":
        from kdcurator.text.anchoring import Reanchoring  # few imports bring a newer version

        pair = (version_id, into)
        if pair not in self._anchors:
            text = self._text if into is None else self._older[into].text
            self._anchors[pair] = Reanchoring(self._older[version_id].text, text)
        return self._anchors[pair]


def in_order(places: "Iterable[Anchored]") -> tuple[Span, ...] | None:
    """Return where all parts of something stand; None if one is gone, or they are not in order."""
    spans = [place.span for place in places]
    found = tuple(span for span in spans if span is not None)
    return found if len(found) == len(spans) and found and are_in_order(found) else None


def foreseen_as_json(found: "Mapping[Place, Anchored]") -> list[list[Any]]:
    """Write down where places of older versions stand."""
    return [
        [
            version_id,
            into,
            *_pair(span),
            there.state,
            there.span and _pair(there.span),
            there.is_altered,
        ]
        for (version_id, into, span), there in found.items()
    ]


def foreseen_from_json(found: Iterable[Sequence[Any]]) -> "dict[Place, Anchored]":
    """Return where places of older versions stand."""
    from kdcurator.text.anchoring import Anchored

    return {
        (
            VersionId(version_id),
            None if into is None else VersionId(into),
            Span(start, end),
        ): Anchored(AnchorState(state), None if there is None else Span(*there), is_altered)
        for version_id, into, start, end, state, there, is_altered in found
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
