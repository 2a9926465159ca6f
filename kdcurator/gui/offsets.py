"""Code points to Qt's positions and back: the only place that knows UTF-16.

Owns the arithmetic of one text. Everything outside the window counts Unicode code points; Qt counts
UTF-16 units, of which a character beyond U+FFFF takes two.
"""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """The offsets of one text in both countings; building it reads the text once."""

    def __init__(self, text: str) -> None:
        """Note where the characters stand that take two units."""
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._pairs = [place + index for index, place in enumerate(self._astral)]
        self._length = len(text)

    @property
    def qt_length(self) -> int:
        """The text's length in UTF-16 units."""
        return self._length + len(self._astral)

    def to_qt(self, code_point: int) -> int:
        """Return the UTF-16 position of a code point offset, kept within the text."""
        place = min(max(code_point, 0), self._length)
        return place + bisect_left(self._astral, place)

    def to_text(self, qt: int) -> int:
        """Return the code point offset of a UTF-16 position, kept within the text.

        A position inside a pair is that of the character before which it would be cut.
        """
        place = min(max(qt, 0), self.qt_length)
        return place - bisect_left(self._pairs, place)
