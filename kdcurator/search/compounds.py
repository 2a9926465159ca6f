"""Words that are made of others: *kommunaldirektør* ends in the word *direktør*.

Owns when a word is looked for inside longer ones, and which longer words are made of it. Must not
know an index: who asks tells which words there are.

A compound is what its last part says: a *kommunaldirektør* is a *direktør*, but no *direktørgang*.
So words are looked for at the end alone. *ring* would be found in each *vurdering*, and *port* in
*rapport*; so what stands before must be a word that is known, or be long.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from kdcurator.search.danish import plain, stem
from kdcurator.settings import resources
from kdcurator.text.suggestion.wordfiles import read_lines, read_toml

_SHORTEST_TYPED = 4
_SHORTEST_LAST = 3
_SHORTEST_FIRST = 3

_SURE_LAST, _SURE_FIRST = 4, 6
"""Letters of parts that make a compound of words though the first is not known."""

_BEFORE = "stats"
"""A first part: the forms of a short word have other stems alone than at the end of a long one."""

_VOWELS = frozenset("aeiouyæøåéü")


@dataclass(frozen=True, slots=True)
class _Rules:
    endings: frozenset[str]
    openings: frozenset[str]


@cache
def _rules() -> _Rules:
    folder = resources() / "danish"
    known = read_toml(folder / "compounds.toml")
    grammar = " ".join(read_lines(folder / "function_words.txt")).lower().split()
    endings = frozenset([*known["endings"].split(), *grammar])
    return _Rules(endings, frozenset(known["openings"].split()))


@lru_cache(maxsize=1_000)
def last_part(word: str) -> str | None:
    """Return what the stems of longer words end in that are made of `word`.

    None of a word that is not looked for in others: a short one, one of grammar, a number.
    """
    typed = plain(word)
    if len(typed) < _SHORTEST_TYPED or not typed.isalpha() or typed in _rules().endings:
        return None
    whole = stem(_BEFORE + typed)
    last = whole.removeprefix(_BEFORE)
    return last if _SHORTEST_LAST <= len(last) < len(whole) else None


def is_made_of(term: str, last: str, is_known: Callable[[str], bool]) -> bool:
    """Tell whether the stem of a longer word is made of a last part and what may stand before it.

    `is_known` tells of a stem whether it is one of a word that there is.
    """
    first = term[: -len(last)]
    if len(first) < _SHORTEST_FIRST or not term.endswith(last) or not first.isalpha():
        return False
    if _VOWELS.isdisjoint(first) or first in _rules().openings:
        return False
    is_sure = len(last) >= _SURE_LAST and len(first) >= _SURE_FIRST
    return is_sure or is_known(first) or is_known(stem(first))
