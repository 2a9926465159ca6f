"""Finding the place of a quote again in a new version of its text.

Owns how sure a place is. The order is that of the Hypothesis client (src/annotator/anchoring,
match-quote.ts: identical words first, then words that are nearly the same, weighed 50 for the
words, 20 for what stands before, 20 for what stands behind, 2 for the position, at most half of the
words altered and 256 characters at most), with one rule more, since its users saw close matches
taken for the place itself: a place is exact only where the words are the same, what stands around
them says so too, and no other place in either text could be meant. Whatever is less is marked. A
quote is gone when less than half of its words is left; a place that an alignment of the texts gives
to other words of the old one is not its own.
Must not know how quotes are kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Self

from kdcurator.domain.quote import AnchorState, Span
from kdcurator.text.alignment import Alignment
from kdcurator.text.approximate import Candidate, Weigher, alike
from kdcurator.text.folding import Folded

AROUND: Final = 64
"""Code points on either side that tell apart places with the same words."""

_KNOWN: Final = 0.6
"""From this likeness on one context is another's: two Danish ones of 64 at random reach 0.35."""

_SHORT: Final = 24
"""Words of fewer code points stand in many texts, so what is beside them has to be identical, for
as many code points on both sides."""

_MARGIN: Final = 0.3
"""By so much has what stands around one place to be more like it than around another (0 to 2)."""

_OFTEN: Final = 50
"""Words that stand in a text more often are looked for with what stands around them."""

_NEARLY: Final = 0.75
_CLEARLY: Final = 0.08
_HALF: Final = 0.5
_STRANGE: Final = 0.2
"""So much of a place that is moved may have been elsewhere in the old text."""

_ALIGNED: Final = 1_000_000
"""Longer texts are not aligned: of what is not the same in them, likeness alone decides."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where words of an old text stand in the new one."""

    state: AnchorState
    span: Span | None = None
    """In code points of the new text; None when they are gone."""
    is_altered: bool = False
    """Whether the words themselves differ, in more than blanks and soft hyphens."""


_GONE: Final = Anchored(AnchorState.GONE)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A place that could be meant, and how much of it was the quote, or something else, before."""

    place: Candidate
    kept: float
    """The share of the quote's words that it has."""
    strange: float
    """The share of it that was elsewhere in the old text."""

    @classmethod
    def of(cls, place: Candidate, alignment: Alignment) -> Self:
        """Weigh a place."""
        where = place.old_start, place.old_end, place.start, place.end
        return cls(place, alignment.share_kept(*where), alignment.share_of_others(*where))

    @property
    def rank(self) -> float:
        """How well it fits; what was elsewhere speaks against it."""
        return self.place.score + self.kept - self.strange / 2

    @property
    def may_be_meant(self) -> bool:
        """Tell whether it has as much of the quote as of anything else.

        Where a name or half a line is all that is left, the quote is deleted.
        """
        has_half = max(self.place.likeness, self.kept) >= _HALF
        return has_half and self.strange <= _HALF

    @property
    def is_likely(self) -> bool:
        """Tell whether it is the quote, shortened or reworded: if not, the quote is deleted.

        Of short words the likeness says nothing, unless both neighbours are still there.
        """
        place = self.place
        is_between = min(place.before, place.behind) >= _KNOWN and self.strange < _STRANGE
        if is_between and place.likeness >= _HALF:
            return True
        return not self._is_short and (place.likeness >= _NEARLY or self.kept >= _HALF)

    @property
    def is_sure(self) -> bool:
        """Tell whether nothing but its words or its surroundings can be in doubt."""
        place = self.place
        is_known = max(place.before, place.behind) >= _KNOWN
        is_the_same = place.likeness == 1 and not self._is_short
        return self.strange < _STRANGE and place.likeness >= _NEARLY and (is_known or is_the_same)

    @property
    def _is_short(self) -> bool:
        return self.place.old_end - self.place.old_start < _SHORT


class Reanchoring:
    """Two versions of a text, in which places of the old one are found in the new one."""

    def __init__(self, old: str, new: str) -> None:
        """Compare the texts; takes time in proportion to their length."""
        self._old, self._new = Folded(old), Folded(new)
        before, after = self._old.text, self._new.text
        self._head = common_start(before, after)
        rest = min(len(before), len(after)) - self._head
        self._tail = min(rest, common_end(before, after))
        self._weigher = Weigher(before, after)
        self._alignment: Alignment | None = None

    def find(self, span: Span) -> Anchored:
        """Return where the words of a place of the old text stand now, and how sure that is."""
        start, end = self._old.folded(span.start), self._old.folded(span.end)
        words = self._old.text[start:end]
        start += len(words) - len(words.lstrip(" "))
        end -= len(words) - len(words.rstrip(" "))
        if start >= end:
            return _GONE
        return self._unmoved(start, end) or self._identical(start, end) or self._any(start, end)

    def _unmoved(self, start: int, end: int) -> Anchored | None:
        """Return a place up to which, or from which on, nothing at all has changed."""
        before, after = len(self._old.text), len(self._new.text)
        if end + AROUND <= self._head or self._head == before == after:
            return self._anchored(AnchorState.EXACT, start, end)
        if start - AROUND >= before - self._tail:
            shift = after - before
            return self._anchored(AnchorState.EXACT, start + shift, end + shift)
        return None

    def _identical(self, start: int, end: int) -> Anchored | None:
        """Return the one place with the same words that can be meant; None if that is not sure."""
        places = list(_limited(occurrences(self._new.text, self._old.text[start:end])))
        if len(places) > _OFTEN:
            return self._often(start, end)
        length = end - start
        ranked = sorted(((self._support(start, end, at), at) for at in places), reverse=True)
        if not ranked:
            return None
        best, at = ranked[0]
        if not self._is_known(start, end, at):
            return None
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        others = (self._support(o, o + length, at) for o in self._rivals(start, end, at, length))
        if best < max(second, *others, 0.0) + _MARGIN:
            return None
        return self._anchored(AnchorState.EXACT, at, at + length)

    def _often(self, start: int, end: int) -> Anchored | None:
        """Return the place of words that stand everywhere, if what stands around them is there."""
        low, high = max(0, start - AROUND), end + AROUND
        around = self._old.text[low:high]
        before = list(_limited(occurrences(self._old.text, around), 2))
        after = list(_limited(occurrences(self._new.text, around), 2))
        if len(before) != 1 or len(after) != 1:
            return None
        at = after[0] + start - low
        return self._anchored(AnchorState.EXACT, at, at + end - start)

    def _is_known(self, start: int, end: int, at: int) -> bool:
        """Tell whether what stands around a place of the new text is what stood around the old."""
        if end - start >= _SHORT:
            return max(self._sides(start, end, at, at + end - start)) >= _KNOWN
        old, new, until = self._old.text, self._new.text, at + end - start
        is_behind = old[end : end + _SHORT] == new[until : until + _SHORT]
        before = old[max(0, start - _SHORT) : start]
        return is_behind and before == new[max(0, at - _SHORT) : at]

    def _support(self, start: int, end: int, at: int) -> float:
        return sum(self._sides(start, end, at, at + end - start))

    def _sides(self, start: int, end: int, at: int, until: int) -> tuple[float, float]:
        """Return how alike what stands before and behind two places is, each from 0 to 1."""
        old, new = self._old.text, self._new.text
        return (
            alike(old[max(0, start - AROUND) : start], new[max(0, at - AROUND) : at]),
            alike(old[end : end + AROUND], new[until : until + AROUND]),
        )

    def _rivals(self, start: int, end: int, at: int, length: int) -> Iterator[int]:
        """Yield the other places of the old text that have the words of a place of the new one."""
        words = self._new.text[at : at + length]
        for other in _limited(occurrences(self._old.text, words)):
            if other >= end or other + length <= start:
                yield other

    # Where it is not sure

    def _any(self, start: int, end: int) -> Anchored:
        """Return the most likely place, marked; or that there is none."""
        alignment = self._aligned()
        is_left = alignment.share_left(start, end) >= _HALF
        weighed = [_Weighed.of(each, alignment) for each in self._candidates(start, end)]
        found = [each for each in weighed if each.may_be_meant and (is_left or each.is_likely)]
        if not found:
            return _GONE
        best = max(found, key=lambda each: each.rank)
        others = (each.rank for each in found if each.place.is_apart_from(best.place))
        is_clear = best.rank >= max(others, default=0.0) + _CLEARLY
        state = AnchorState.MOVED if is_clear and best.is_sure else AnchorState.UNSURE
        is_altered = best.place.likeness < 1
        return self._anchored(state, best.place.start, best.place.end, is_altered=is_altered)

    def _aligned(self) -> Alignment:
        if self._alignment is None:
            texts = self._old.text, self._new.text
            self._alignment = Alignment(
                *texts if len(max(texts, key=len)) <= _ALIGNED else ("", "")
            )
        return self._alignment

    def _candidates(self, start: int, end: int) -> Iterable[Candidate]:
        length = end - start
        same = occurrences(self._new.text, self._old.text[start:end])
        for at in _limited(same):
            yield self._weigher.weigh(start, end, at, at + length)
        for low, high in self._aligned().places(start, end):
            yield self._weigher.weigh(start, end, low, high)
            yield self._weigher.fit(start, end, low, high)
        yield from self._weigher.candidates(start, end)

    def _anchored(
        self, state: AnchorState, start: int, end: int, *, is_altered: bool = False
    ) -> Anchored:
        return Anchored(state, Span(*self._new.original(start, end)), is_altered)


def occurrences(text: str, words: str) -> Iterator[int]:
    """Yield where words stand in a text, not within longer words that they are only part of."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        opens = at == 0 or not (text[at - 1].isalnum() and words[0].isalnum())
        closes = end == len(text) or not (text[end].isalnum() and words[-1].isalnum())
        if opens and closes:
            yield at
        at = text.find(words, at + 1)


def _limited(places: Iterator[int], at_most: int = _OFTEN + 1) -> Iterator[int]:
    for _, at in zip(range(at_most), places, strict=False):
        yield at


def common_start(one: str, other: str) -> int:
    """Return how many code points two texts begin with together.

    Slices are compared, a few times the length in all: a loop over 20 MB takes a second.
    """
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_end(one: str, other: str) -> int:
    """Return how many code points two texts end with together."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low
