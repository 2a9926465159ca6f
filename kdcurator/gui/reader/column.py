"""Where the column of text stands in the reader, and whether a margin has room beside it.

Owns the arithmetic of widths. Must not know widgets. All lengths are pixels.
"""

from dataclasses import dataclass
from typing import Final

from kdcurator.gui.fonts import scaled
from kdcurator.gui.reader.labels import WIDTH

WIDEST: Final = 640
"""About 70 characters at 18 px."""

_LEAST = 360  # narrower columns give their margin up
_SIDE = 36
_HELD_BAR = 17  # from the bar at the left to the text
TOP: Final = 32
BOTTOM: Final = 60


@dataclass(frozen=True, slots=True)
class Column:
    """The place of the text, from `left` on; `has_margin` tells whether labels have room."""

    left: int
    width: int
    has_margin: bool

    @property
    def right(self) -> int:
        """Where the text ends."""
        return self.left + self.width

    @property
    def held_bar(self) -> int:
        """Where the bar of what is in hand stands."""
        return self.left - scaled(_HELD_BAR)


def column_in(width: int, zoom: float) -> Column:
    """Return the column in a viewport: as wide as reads well, with its margin in the middle."""
    side, margin = scaled(_SIDE), scaled(WIDTH)
    wanted = round(scaled(WIDEST) * zoom)
    beside = min(wanted, width - side - margin)
    has_margin = beside >= min(wanted, scaled(_LEAST))
    if not has_margin:
        margin = side
        beside = max(1, min(wanted, width - side - margin))
    left = side + max(0, width - side - beside - margin) // 2
    return Column(left, beside, has_margin)
