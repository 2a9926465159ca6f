"""How typed letters find a name: tags, commands, stories.

Owns the ranking and which letters of a name matched. Must not know what the names are of.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, TypeVar

from rapidfuzz import fuzz

Value = TypeVar("Value")

_ALIKE: Final = 82
"""Of 100: so alike are a word and the same word with a slip of the finger."""

_SCATTERED_UP_TO: Final = 3
"""Letters of a query that may stand apart in a name; more letters are meant as they stand."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well a name matches, and where; lower ranks come first."""

    rank: int
    letters: frozenset[int]


def match(query: str, name: str) -> Match | None:
    """Return how a name matches what was typed; None when it does not."""
    asked, text = query.casefold().strip(), name.casefold()
    if not asked:
        return Match(0, frozenset())
    at = text.find(asked)
    if at >= 0:
        begins = next((p for p in _word_starts(text) if text.startswith(asked, p)), None)
        start = at if begins is None else begins
        return Match(_rank(start, begins), frozenset(range(start, start + len(asked))))
    if len(asked) <= _SCATTERED_UP_TO:
        return _scattered(asked, text)
    alike = max((fuzz.ratio(asked, word[: len(asked) + 1]) for word in text.split()), default=0)
    return Match(5, frozenset()) if alike >= _ALIKE else None


def best(
    query: str, values: Iterable[Value], name: Callable[[Value], str]
) -> list[tuple[Value, Match]]:
    """Return the values whose names match, best first; equals keep their order."""
    found = ((value, match(query, name(value))) for value in values)
    matching = [(value, how) for value, how in found if how is not None]
    return sorted(matching, key=lambda pair: pair[1].rank)


def _rank(start: int, begins: int | None) -> int:
    if begins is None:
        return 3
    return 1 if start == 0 else 2


def _word_starts(text: str) -> list[int]:
    return [i for i in range(len(text)) if i == 0 or not text[i - 1].isalnum()]


def _scattered(asked: str, text: str) -> Match | None:
    """Find the letters in order, not too far from each other."""
    places: list[int] = []
    for letter in asked:
        at = text.find(letter, places[-1] + 1 if places else 0)
        if at < 0:
            return None
        places.append(at)
    is_near = places[-1] - places[0] <= 2 * len(asked)
    return Match(4, frozenset(places)) if is_near else None
