"""Finding the place of a quote again in a new version of its text.

Owns how sure a place is. The order is that of the Hypothesis client (src/annotator/anchoring,
match-quote.ts: identical words first, then words that are nearly the same, weighed 50 for the
words, 20 for what stands before, 20 for what stands behind, 2 for the position, at most half of the
words altered and 256 characters at most), with one rule more, since its users saw close matches
taken for the place itself: a place is exact only where the words are the same, what stands around
them says so too, and no other place in either text could be meant. Whatever is less is marked.
Must not know how quotes are kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kdcurator.domain.quote import AnchorState, Span
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
_UNLIKELY: Final = 0.6


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where words of an old text stand in the new one."""

    state: AnchorState
    span: Span | None = None
    """In code points of the new text; None when they are gone."""
    is_altered: bool = False
    """Whether the words themselves differ, in more than blanks and soft hyphens."""


_GONE: Final = Anchored(AnchorState.GONE)


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
        found = [each for each in self._candidates(start, end) if not self._is_anothers(each)]
        if not found:
            return _GONE
        found.sort(key=lambda each: each.score, reverse=True)
        best = found[0]
        if best.likeness < _UNLIKELY and max(best.before, best.behind) < _KNOWN:
            return _GONE
        others = (each.score for each in found[1:] if each.is_apart_from(best))
        is_clear = best.score >= max(others, default=0.0) + _CLEARLY
        state = AnchorState.MOVED if is_clear and self._is_likely(best) else AnchorState.UNSURE
        return self._anchored(state, best.start, best.end, is_altered=best.likeness < 1)

    def _is_likely(self, found: Candidate) -> bool:
        is_short = found.old_end - found.old_start < _SHORT
        is_placed = max(found.before, found.behind) >= _KNOWN
        return found.likeness >= _NEARLY and (is_placed or (found.likeness == 1 and not is_short))

    def _candidates(self, start: int, end: int) -> Iterable[Candidate]:
        length = end - start
        same = occurrences(self._new.text, self._old.text[start:end])
        for at in _limited(same):
            yield self._weigher.weigh(start, end, at, at + length)
        yield from self._weigher.candidates(start, end)

    def _is_anothers(self, found: Candidate) -> bool:
        """Tell whether a place is plainly that of other words of the old text."""
        length, ours = found.end - found.start, found.before + found.behind
        for other in self._rivals(found.old_start, found.old_end, found.start, length):
            theirs = sum(self._sides(other, other + length, found.start, found.end))
            if theirs > ours + _MARGIN / 3:
                return True
        return False

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
