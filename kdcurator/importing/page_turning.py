"""Letters that do not stand upright on a page, as they lie once the page is turned for them.

Owns which way letters stand and which stand alike. Must not know PDF, nor in which order words are
read. Lengths are points, angles degrees against the clock.
"""

from collections import defaultdict
from collections.abc import Iterable
from math import atan2, cos, degrees, radians, sin

from kdcurator.importing.page_letters import Letter

Sheet = tuple[list[Letter], float]
"""Letters that stand upright, and the height of the page that they stand on."""

_ALIKE = 3  # degrees: letters of one line of a page that was laid askew


def way_of(a: float, b: float, c: float, d: float) -> int:
    """Return the angle at which letters stand that a matrix turns; 0 for those seen in a mirror."""
    if a * d - b * c <= 0:
        return 0
    angle = degrees(atan2(b, a)) % 360
    nearest = round(angle / 90) * 90
    return (nearest if abs(angle - nearest) <= _ALIKE else round(angle)) % 360


def turned(x: float, y: float, angle: int) -> tuple[float, float]:
    """Return where a point lies when the page is turned back by an angle about its corner."""
    cosine, sine = cos(radians(angle)), sin(radians(angle))
    return x * cosine + y * sine, y * cosine - x * sine


def sheets(letters: Iterable[Letter], width: float, height: float) -> list[Sheet]:
    """Return the letters of a page by the way in which they stand, the upright ones first.

    Others are moved to where they are on the page turned for them, as a reader turns it: a table
    laid sideways, the name of a photographer beside a picture.
    """
    found: defaultdict[int, list[Letter]] = defaultdict(list)
    for letter in letters:
        found[letter.angle].append(letter)
    upright = found.pop(0, [])
    others = sorted(found.items(), key=lambda item: -len(item[1]))
    return [
        *([(upright, height)] if upright else []),
        *((some, _laid(some, angle, width, height)) for angle, some in others),
    ]


def _laid(letters: Iterable[Letter], angle: int, width: float, height: float) -> float:
    """Move letters of a turned page so that it begins at 0; return how high that page is."""
    corners = [turned(x, y, angle) for x in (0, width) for y in (0, height)]
    left = min(x for x, _ in corners)
    lowest, highest = min(y for _, y in corners), max(y for _, y in corners)
    for letter in letters:
        letter.x0, letter.x1 = letter.x0 - left, letter.x1 - left
        letter.y0, letter.y1 = letter.y0 - lowest, letter.y1 - lowest
    return highest - lowest
