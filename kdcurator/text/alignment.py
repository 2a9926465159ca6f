"""Which words of a new text are those of an old one, moved ones too.

Owns an alignment after P. Heckel, A technique for isolating differences between files (CACM 21(4),
1978): words in a row that stand once in either text are the same, so is what stands beside them,
and what is left in between is compared word by word. Takes time in proportion to the texts, a
second for a million code points. Must not know what is done with it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import LCSseq

_TOGETHER: Final = (3, 2)
"""Words in a row that are looked for, first three; single words stand too often by chance."""

_GAP: Final = 200
"""Words at most between two that are aligned, for those in between to be compared one by one."""

_HOLE: Final = 8
"""Strange words at most between words of one place."""

_ROW: Final = 5
"""Words in a row that are not there by chance; of a short place, about a third of it."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, with where each begins and ends."""

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def within(self, start: int, end: int) -> range:
        """Return the numbers of the words that a place has, in part at least."""
        return range(bisect_left(self.ends, start + 1), bisect_left(self.starts, end))

    def share(self, some: Sequence[int], of: range) -> float:
        """Return how much of words some of them are, by their letters, from 0 to 1."""
        return self._letters(some) / max(1, self._letters(of))

    def _letters(self, numbers: Sequence[int]) -> int:
        return sum(self.ends[number] - self.starts[number] for number in numbers)


class Alignment:
    """Two folded texts, word by word; places are (start, end) in code points of either."""

    def __init__(self, old: str, new: str) -> None:
        """Align the words of the texts."""
        self._old, self._new = _words(old), _words(new)
        self._there = [-1] * len(self._old.words)
        self._here = [-1] * len(self._new.words)
        for together in _TOGETHER:
            self._match_unique(together)
            self._spread(range(len(self._there)), 1)
            self._spread(range(len(self._there) - 1, -1, -1), -1)
            self._fill()

    def share_kept(self, start: int, end: int, low: int, high: int) -> float:
        """Return how much of the words of an old place a new one has, in order, from 0 to 1.

        What was elsewhere in the old text does not count, whatever the words are.
        """
        ours, there = self._old.within(start, end), self._new.within(low, high)
        theirs = [at for at in there if self._here[at] < 0 or self._here[at] in ours]
        return self._old.share([old for old, _ in self._same(ours, theirs)], ours)

    def share_of_others(self, start: int, end: int, low: int, high: int) -> float:
        """Return how much of a new place was elsewhere in the old text, from 0 to 1."""
        ours, there = self._old.within(start, end), self._new.within(low, high)
        others = [at for at in there if self._here[at] >= 0 and self._here[at] not in ours]
        return self._new.share(others, there)

    def share_left(self, start: int, end: int) -> float:
        """Return how much of an old place is in the new text, in pieces too, from 0 to 1."""
        ours = self._old.within(start, end)
        needed = min(_ROW, 1 + len(ours) // 3)
        return self._old.share([at for at in ours if self._is_in_row(at, needed)], ours)

    def places(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where the words of an old place are now, and what is where they were."""
        ours = self._old.within(start, end)
        there = sorted(self._there[number] for number in ours if self._there[number] >= 0)
        first = 0
        for at, number in enumerate(there):
            if at + 1 == len(there) or there[at + 1] - number > _HOLE:
                yield self._new.starts[there[first]], self._new.ends[number]
                first = at + 1
        if ours and ours.start > 0 and ours.stop < len(self._there):
            before, behind = self._there[ours.start - 1], self._there[ours.stop]
            if before >= 0 and 1 < behind - before <= 2 * len(ours) + _HOLE:
                yield self._new.starts[before + 1], self._new.ends[behind - 1]

    def _is_in_row(self, number: int, needed: int) -> bool:
        """Tell whether so many words, of which this is one, stand in a row in either text."""
        there, first, last = self._there, number, number
        if there[number] < 0:
            return False
        while first > 0 and there[first - 1] == there[first] - 1 and number - first < needed:
            first -= 1
        while (
            last + 1 < len(there) and there[last + 1] == there[last] + 1 and last - first < needed
        ):
            last += 1
        return last - first + 1 >= needed

    # How it is aligned

    def _match_unique(self, together: int) -> None:
        ours = _unique(self._old.words, self._there, together)
        theirs = _unique(self._new.words, self._here, together)
        for words, at in ours.items():
            there = theirs.get(words)
            if there is not None:
                for step in range(together):
                    self._match(at + step, there + step)

    def _match(self, old: int, new: int) -> None:
        if self._there[old] < 0 and self._here[new] < 0:
            self._there[old], self._here[new] = new, old

    def _spread(self, numbers: range, step: int) -> None:
        """Align what stands beside aligned words as long as it is the same."""
        old, new = self._old.words, self._new.words
        for number in numbers:
            beside, there = number + step, self._there[number] + step
            if there - step < 0 or not (0 <= beside < len(old) and 0 <= there < len(new)):
                continue
            if old[beside] == new[there]:
                self._match(beside, there)

    def _fill(self) -> None:
        """Align what is the same in between two aligned words, or behind the last of them."""
        last, before = -1, -1
        aligned = [(number, there) for number, there in enumerate(self._there) if there >= 0]
        for number, there in [*aligned, (len(self._there), len(self._here))]:
            ours, theirs = range(last + 1, number), range(before + 1, there)
            if ours and theirs and max(len(ours), len(theirs)) <= _GAP:
                for old, new in self._same(ours, theirs):
                    self._match(old, new)
            last, before = number, there

    def _same(self, ours: Sequence[int], theirs: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield which words are the same, in order, so that they are most."""
        old = [self._old.words[number] for number in ours]
        new = [self._new.words[number] for number in theirs]
        for block in LCSseq.editops(old, new).as_matching_blocks():
            for step in range(block.size):
                yield ours[block.a + step], theirs[block.b + step]


def _words(text: str) -> _Words:
    found = list(_WORD.finditer(text))
    words = [each[0].casefold() for each in found]
    return _Words(words, [each.start() for each in found], [each.end() for each in found])


def _unique(
    words: Sequence[str], aligned: Sequence[int], together: int
) -> dict[tuple[str, ...], int]:
    """Return where rows of words begin that stand once only among those not aligned yet."""
    found: dict[tuple[str, ...], int] = {}
    rows = zip(*(words[step:] for step in range(together)), strict=False)
    for at, row in enumerate(rows):
        if max(aligned[at : at + together]) < 0:
            found[row] = -1 if row in found else at
    return {row: at for row, at in found.items() if at >= 0}
