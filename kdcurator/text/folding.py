"""A text as it is compared: without what may differ between two copies of the same words.

Owns what comparing ignores (soft hyphens, the kind and number of blanks, where lines break) and
the way back to the offsets of the text itself, which nobody alters. Must not know what is compared.
"""

import re
from bisect import bisect_right
from typing import Final

SOFT_HYPHEN: Final = "\u00ad"

_IGNORED = re.compile(rf"[\s{SOFT_HYPHEN}]{{2,}}|[^\S ]|{SOFT_HYPHEN}")
"""Every stretch that is not one ordinary blank; a no-break space and a line break are white space
to Python."""


class Folded:
    """A text in the form in which it is compared, and where each of its characters came from."""

    def __init__(self, original: str) -> None:
        """Fold `original`; takes time in proportion to its length."""
        self._at, self._original = [0], [0]  # here the distance between the two changes
        pieces: list[str] = []
        done = length = 0
        for found in _IGNORED.finditer(original):
            pieces.append(original[done : found.start()])
            length += found.start() - done
            if found[0].strip(SOFT_HYPHEN):
                self._note(length, found.start())
                pieces.append(" ")
                length += 1
            self._note(length, found.end())
            done = found.end()
        pieces.append(original[done:])
        self.text = "".join(pieces)

    def _note(self, at: int, original: int) -> None:
        self._at.append(at)
        self._original.append(original)

    def folded(self, offset: int) -> int:
        """Return where an offset of the original lies in the folded text."""
        nearest = bisect_right(self._original, offset) - 1
        found = self._at[nearest] + offset - self._original[nearest]
        is_last = nearest + 1 == len(self._at)
        return found if is_last else min(found, self._at[nearest + 1])

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return which place of the original a place of the folded text is, which is not empty.

        Soft hyphens and further blanks around it are left out.
        """
        return self._original_of(start), self._original_of(end - 1) + 1

    def _original_of(self, offset: int) -> int:
        nearest = bisect_right(self._at, offset) - 1
        return self._original[nearest] + offset - self._at[nearest]
