"""Passages of other programs' texts, brought to the offsets of canonical texts.

Owns how positions are counted elsewhere and what is no passage. Must not know files.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from kdcurator.domain.coding import Passage
from kdcurator.domain.errors import QT_TRANSLATE_NOOP
from kdcurator.text.canonical import BYTE_ORDER_MARK, canonical

OUTSIDE = QT_TRANSLATE_NOOP("errors", "passages that stand outside their text or hold no words")
IN_OLDER_TEXT = QT_TRANSLATE_NOOP(
    "errors",
    "passages of a text that is here in a newer version with other words there",
)
_LINE_END = re.compile("\r\n")


def merged(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Make one passage of those in the same place, with all their codes and notes."""
    found: dict[tuple[int, int], Passage] = {}
    for new in passages:
        old = found.get((new.start, new.end))
        if old:
            codes = tuple(dict.fromkeys(old.codes + new.codes))
            notes = dict.fromkeys(note for note in (old.note, new.note) if note)
            new = Passage(new.start, new.end, codes, "\n".join(notes) or None)  # noqa: PLW2901
        found[new.start, new.end] = new
    return tuple(found[place] for place in sorted(found))


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a stretch without blanks at its ends; None where it is no stretch of the text."""
    if not 0 <= start < end <= len(text):
        return None
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (start, end) if start < end else None


class CountedText:
    """A text as another program counts it, and its canonical form."""

    def __init__(self, raw: str, places: Sequence[tuple[int, int]]) -> None:
        """Learn from the places of its passages whether a line end counts as one or as two.

        Programs disagree where lines end with CR LF: the count is right by which more passages
        begin and end with words. Of equal counts the standard holds, which counts code points.
        """
        self.text = canonical(raw).text
        self._marks = len(raw) - len(raw.lstrip(BYTE_ORDER_MARK))
        two = [match.start() for match in _LINE_END.finditer(raw)]
        self._two = two if self._fit(places, two) >= self._fit(places, ()) else []

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a passage stands in the canonical text, without blanks at its ends."""
        if not 0 <= start < end:
            return None
        return trimmed(self.text, self._at(start, self._two), self._at(end, self._two))

    def _at(self, offset: int, two: Sequence[int]) -> int:
        return max(0, offset - self._marks) - bisect_left(two, offset)

    def _fit(self, places: Sequence[tuple[int, int]], two: Sequence[int]) -> int:
        """Count the ends of passages that part no word, if these line ends count as two."""
        ends = [self._at(offset, two) for place in places for offset in place]
        return sum(not self._parts_word(at) for at in ends if 0 <= at <= len(self.text))

    def _parts_word(self, at: int) -> bool:
        before, after = self.text[at - 1 : at] if at else "", self.text[at : at + 1]
        return before.isalnum() and after.isalnum()
