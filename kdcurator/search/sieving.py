"""Which rows a query may match, told from their letters alone.

Owns the way from a query to a sieve: how the words that it finds may be spelled. Must not know
Whoosh or SQL. Without an index rows are read through it, so that few have to be looked at closely;
what it keeps back by mistake (words divided by a line's end) is found once there is an index.
"""

from collections.abc import Callable, Iterable
from itertools import takewhile

from kdcurator.domain.sieve import AnyOf, EachOf, Holds, Sieve, Where
from kdcurator.search.danish import SPECIAL, stem
from kdcurator.search.language import parse
from kdcurator.search.tree import All, Any, Field, How, Leaf, Node

_KEYS = {
    Field.TAG: Where.TAG,
    Field.SOURCE: Where.SOURCE,
    Field.MUNICIPALITY: Where.MUNICIPALITY,
}

_ANYTHING = str.maketrans({"\\": r"\\", "%": r"\%", "_": r"\_"})


def sieve_of(query: str) -> Sieve | None:
    """Return what a row must hold to match a query; None when nothing can be told."""
    node = parse(query)
    return None if node is None else _sieve(node)


def _sieve(node: Node) -> Sieve | None:
    match node:
        case Leaf():
            return _leaf(node)
        case All(nodes):
            some = _told(nodes)
            return EachOf(some) if some else None
        case Any(nodes):
            some = _told(nodes)
            return AnyOf(some) if len(some) == len(nodes) else None
    return None  # what is denied


def _told(nodes: Iterable[Node]) -> tuple[Sieve, ...]:
    """Return the sieves of those nodes of which anything can be told."""
    return tuple(sieve for sieve in map(_sieve, nodes) if sieve is not None)


def _leaf(leaf: Leaf) -> Sieve | None:
    if leaf.how is How.NEAR:
        return None
    match leaf.field:
        case None:
            return _each(Where.WORDS, leaf.words, _of_word)
        case Field.TITLE:
            return _each(Where.TITLE, leaf.words, _of_word)
        case Field.SPEAKER:
            return _each(Where.SPEAKER, leaf.words, _of_name)
        case field if field in _KEYS:
            return _each(_KEYS[field], leaf.words, _of_name)
    return None


def _each(
    where: Where, words: Iterable[str], patterns: Callable[[str], Iterable[str]]
) -> Sieve | None:
    parts = tuple(Holds(where, tuple(patterns(word))) for word in words)
    return EachOf(parts) if parts else None


def _of_word(word: str) -> list[str]:
    """Return patterns for a word and its inflections."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(word, stem(word), strict=False))
    same = "".join(letter for letter, _ in pairs)
    if len(same) > len("el") + 2:
        same = same.removesuffix("el")  # *artikel, artikler*
    return [f"%{_loosely(same)}%"]


def _of_name(word: str) -> list[str]:
    return [f"%{_loosely(word)}%"]


def _loosely(word: str) -> str:
    """Return a pattern for a word however æ, ø and å are typed, in capitals or not."""
    literal = word.translate(_ANYTHING)
    shown = "".join(letter if letter.isascii() else "_" for letter in literal)
    if not SPECIAL.isdisjoint(word):
        return shown
    for typed, pattern in (("aa", "%"), ("ae", "%"), ("oe", "%"), ("a", "_"), ("o", "_")):
        shown = shown.replace(typed, pattern)
    return shown
