"""Words that a line's end divides, as they stand and whole.

Owns when a hyphen at a line's end was put there by who set the lines, and when it is the word's
own: before a capital, after one (*EU-*) or a digit, after a letter alone and the short words that
always keep theirs (*it-systemer*), and where another word follows that shares the ending (*for- og
bagside*). Stored text stays divided; search and display read it whole. Must not
know who asks.
"""

import re
from typing import Final

_SMALL: Final = "a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżž"
_BLANKS: Final = "[ \u00a0]"
_SHARING: Final = "(?:og|eller|samt|til|and|or|och|und|oder)"
"""Words between two that share an ending: resources/danish/languages.toml, `joining`."""

_KEEPING: Final = rf"(?<!\b[{_SMALL}])(?<!\bit)(?<!\btv)"
"""What does not stand before a hyphen that divides: *e-mail*, *it-drift*; no syllable is *tv*."""

DIVISION: Final = (
    rf"(?:\u00ad{_BLANKS}{{0,3}}\n{_BLANKS}{{0,9}}(?=[^\W\d_])"
    rf"|(?<=[{_SMALL}]){_KEEPING}[-\u2010]{_BLANKS}{{0,3}}\n{_BLANKS}{{0,9}}(?=[{_SMALL}])(?!{_SHARING}\b))"
)
"""The pattern of what divides a word: hyphen, line's end, and blanks around it. Case counts."""

_DIVISION: Final = re.compile(DIVISION)


def undivided(text: str) -> str:
    """Return a text with the words whole that its lines divide; for search and display alone."""
    return _DIVISION.sub("", text) if "\n" in text else text
