"""Finding words in the article that lies open.

Owns what counts as a hit and which one the reader stands at. Must not know widgets. Offsets are
code points.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from kdcurator.domain.quote import Span
from kdcurator.text.division import DIVISION

_LONGEST_DIVIDED: Final = 60
"""Letters of a word between which a line's end is looked for."""


class Finder:
    """The hits of the words that were looked for last."""

    def __init__(self) -> None:
        """Have found nothing."""
        self.words = ""
        self.hits: list[Span] = []
        self.current: int | None = None

    def find(self, text: str, words: str, caret: int, *, backwards: bool = False) -> Span | None:
        """Go to the next hit from the caret, round the text's end; new words stay where they are.

        A blank matches any white space; case and the division of words do not matter.
        """
        if words != self.words:
            self.look_for(text, words)
        return self.step(caret, backwards=backwards)

    def step(self, caret: int, *, backwards: bool = False, wraps: bool = True) -> Span | None:
        """Go to the next hit; where none is stood at yet, to the one at the caret or behind it.

        None where there is none: past the last as well, unless that leads round to the first.
        """
        if not self.hits:
            self.current = None
            return None
        if self.current is None:
            index = bisect_left(self.hits, caret, key=lambda span: span.start)
            index -= 1 if backwards else 0
        else:
            index = self.current + (-1 if backwards else 1)
        if not wraps and not 0 <= index < len(self.hits):
            return None
        self.current = index % len(self.hits)
        return self.hits[self.current]

    def stand_at(self, place: int) -> None:
        """Stand at the hit that begins at a place; at none where none does."""
        index = bisect_left(self.hits, place, key=lambda span: span.start)
        begins = index < len(self.hits) and self.hits[index].start == place
        self.current = index if begins else None

    def look_for(self, text: str, words: str) -> None:
        """Find all hits of some words that stand side by side."""
        self.words = words
        self.current = None
        self.hits = _hits(text, r"\s+".join(map(_divided_or_not, words.split())))

    def look_for_each(self, text: str, words: Sequence[str]) -> None:
        """Find all hits of several words, each at the start of a word."""
        self.clear()
        choices = sorted((re.escape(word) for word in words if word.strip()), key=len, reverse=True)
        self.hits = _hits(text, rf"\b(?:{'|'.join(choices)})" if choices else "")

    def clear(self) -> None:
        """Forget what was looked for."""
        self.words = ""
        self.hits = []
        self.current = None

    @property
    def is_of_search(self) -> bool:
        """Tell whether the hits are what a search over the library asked for."""
        return bool(self.hits) and not self.words

    def hit(self) -> Span | None:
        """Return the hit that the reader stands at."""
        return None if self.current is None else self.hits[self.current]

    def number(self) -> int:
        """Return which hit that is, from 1 on; 0 at none."""
        return 0 if self.current is None else self.current + 1

    def between(self, start: int, end: int) -> list[Span]:
        """Return the hits that share a character with a stretch."""
        first = bisect_left(self.hits, start, key=lambda span: span.end)
        last = bisect_left(self.hits, end, key=lambda span: span.start)
        return self.hits[first:last]


def _divided_or_not(word: str) -> str:
    """Return the pattern of a word that a line's end may divide."""
    return rf"(?-i:{DIVISION})?".join(map(re.escape, word[:_LONGEST_DIVIDED])) + re.escape(
        word[_LONGEST_DIVIDED:]
    )


def _hits(text: str, pattern: str) -> list[Span]:
    if not pattern:
        return []
    return [Span(match.start(), match.end()) for match in re.finditer(pattern, text, re.IGNORECASE)]
