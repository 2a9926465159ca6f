"""Breaking a short text into lines for hand-painted rows.

Owns where lines break: at blanks, evenly, inside a word only when it is wider than the line, with
an ellipsis where the text does not fit. Must not know what the text is. Measures each word once, so
that a thousand headlines take a few milliseconds.
"""

import unicodedata
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

_MOST_REMEMBERED: Final = 20_000
_ELLIPSIS: Final = " …"


class Wrapping:
    """Breaks texts of one font."""

    def __init__(self, font: QFont) -> None:
        """Measure with `font`."""
        self.font = font
        self.metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}
        self._lines: dict[tuple[str, float, int, bool], tuple[str, ...]] = {}

    @property
    def line_height(self) -> float:
        """Pixels from one baseline to the next as the font has it."""
        return self.metrics.lineSpacing()

    def elided(self, text: str, width: float) -> str:
        """Return a single line of at most `width` pixels."""
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def count(self, text: str, width: float, most: int) -> int:
        """Return how many lines a text takes, `most` at most."""
        return min(most, max(1, len(self._greedy(text, width))))

    def lines(self, text: str, width: float, most: int, *, evenly: bool = False) -> tuple[str, ...]:
        """Return at most `most` lines; the last ends in an ellipsis where the text goes on.

        With `evenly` the lines are about equally long, as a headline looks best.
        """
        key = (text, width, most, evenly)
        if key not in self._lines:
            if len(self._lines) > _MOST_REMEMBERED:
                self._lines.clear()
            self._lines[key] = self._broken(text, width, most, evenly=evenly)
        return self._lines[key]

    def _broken(self, text: str, width: float, most: int, *, evenly: bool) -> tuple[str, ...]:
        lines = self._greedy(text, width)
        if len(lines) > most:
            shown = lines[:most]
            return (*shown[:-1], self._with_ellipsis(shown[-1], width))
        if evenly and len(lines) > 1:
            lines = self._greedy(text, self._narrowest(text, width, len(lines)))
        return tuple(lines)

    def _with_ellipsis(self, line: str, width: float) -> str:
        """Return a line that says that the text goes on, whole words where it can."""
        words = line.split(" ")
        while len(words) > 1 and self._width(" ".join(words) + _ELLIPSIS) > width:
            words.pop()
        ended = " ".join(words) + _ELLIPSIS
        return ended if self._width(ended) <= width else self.elided(line + _ELLIPSIS * 2, width)

    def _narrowest(self, text: str, width: float, count: int) -> float:
        """Return the smallest width at which the text still takes `count` lines."""
        low, high = 0.0, width
        while high - low > 2:
            middle = (low + high) / 2
            if len(self._greedy(text, middle)) > count:
                low = middle
            else:
                high = middle
        return high

    def _greedy(self, text: str, width: float) -> list[str]:
        """Return lines that each take as many words as fit."""
        lines: list[str] = []
        line, used = "", 0.0
        blank = self._width(" ")
        for word in text.split():
            room = self._width(word)
            if line and used + blank + room <= width:
                line, used = f"{line} {word}", used + blank + room
                continue
            if line:
                lines.append(line)
            *whole, line = self._pieces(word, width) if room > width else [word]
            lines += whole
            used = self._width(line) if whole else room
        return [*lines, line] if line else lines

    def _pieces(self, word: str, width: float) -> list[str]:
        """Return a word cut into pieces that fit, no letter parted from its accents."""
        pieces = []
        while len(word) > 1 and self._width(word) > width:
            cut = self._fitting(word, width)
            pieces.append(word[:cut])
            word = word[cut:]
        return [*pieces, word]

    def _fitting(self, word: str, width: float) -> int:
        low, high = 1, len(word) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.metrics.horizontalAdvance(word[:middle]) <= width:
                low = middle
            else:
                high = middle - 1
        while low > 1 and unicodedata.combining(word[low]):
            low -= 1
        return low

    def _width(self, word: str) -> float:
        width = self._widths.get(word)
        if width is None:
            if len(self._widths) > _MOST_REMEMBERED:
                self._widths.clear()
            width = self._widths[word] = self.metrics.horizontalAdvance(word)
        return width
