"""Danish words, and English ones: where they begin and end, and which are one word inflected.

Owns the rule that is used alike when a text is indexed, when a query is read and when a snippet is
chosen. Must not know Whoosh.

There are no stop words: *by*, *it*, *to*, *og* and *ikke* are what people search for. Stems are
Snowball's by PyStemmer, 18 times faster than Whoosh's own and equal on 20,000 words, but for the
vowel that Danish loses in *artikler* and *borgmestre*, and for the words of `inflections`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

import Stemmer

from kdcurator.search.inflections import Inflections
from kdcurator.settings import resources
from kdcurator.text.division import DIVISION, undivided

ANALYSIS_VERSION = 4
"""Raised when the same text would give other terms, so that old indexes are made anew."""

_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphens, zero-width blanks and joiners
_MARKS = "\u0300-\u036f"  # accents that stand apart from their letter
WORD = re.compile(rf"[^\W_]+(?:{DIVISION}[^\W_]+|[{_UNSEEN}{_MARKS}]+[^\W_]*)*")
"""A word as it stands, divided by a line's end or not."""
_UNSEEN_ONE = re.compile(f"[{_UNSEEN}]")

_LONGEST = 100
"""Letters of a word that count; what is longer is no word but data that somebody pasted."""

SPECIAL = frozenset("æøå")
_TYPED_FOR = (("aa", "å"), ("ae", "æ"), ("oe", "ø"), ("a", "åæ"), ("o", "ø"))
"""What people type without a Danish keyboard, and what they mean."""

_ENDINGS = (
    *("hed", "ethed", "ered", "e", "erede", "ende", "erende", "ene", "erne", "ere", "en", "heden"),
    *("eren", "er", "heder", "erer", "heds", "es", "endes", "erendes", "enes", "ernes", "eres"),
    *("ens", "hedens", "erens", "ers", "ets", "erets", "et", "eret", "s", "ede", "edes"),
    *("ig", "lig", "elig", "els", "løst"),
)
"""The endings that Snowball takes off: https://snowballstem.org/algorithms/danish/stemmer.html"""

_LOST_BEFORE_L = re.compile(r"[a-zæøå][bcdfghjkmnpqrstvwxz]l$")
_LOST_BEFORE_R = re.compile(r"[a-zæøå]{2}tr$")
"""Other consonants would make *hund* of *hundrede*."""

_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøåéü0123456789"


def analyser_version() -> str:
    """Return a name of everything that the terms of an index depend on."""
    return f"{ANALYSIS_VERSION}/{Stemmer.version()}/{unicodedata.unidata_version}"


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """Return a word as it is compared: composed, small, whole, without unseen characters."""
    shown = _UNSEEN_ONE.sub("", undivided(word))
    return unicodedata.normalize("NFKC", shown).lower()[:_LONGEST]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return what a word has in common with its inflections."""
    shown = plain(word)
    return _inflections().stem(shown) or _with_its_vowel(str(_snowball().stemWord(shown)))


def _with_its_vowel(stem: str) -> str:
    """Return one stem for words that lose an *e* where an ending follows, which Snowball keeps two.

    *artikel, artikler*: artikel. *borgmester, borgmestre*: borgmest, as Snowball has the first.
    """
    if _LOST_BEFORE_L.search(stem):
        return f"{stem[:-1]}el"
    return stem[:-1] if _LOST_BEFORE_R.search(stem) else stem


@cache
def _inflections() -> Inflections:
    """Return the words that the stemmer does not know."""
    return Inflections.read(resources() / "danish" / "inflections.txt")


@cache
def _snowball() -> Stemmer.Stemmer:
    """Return the stemmer, its own cache off: `stem` has one that is faster."""
    return Stemmer.Stemmer("danish", 0)


@lru_cache(maxsize=20_000)
def english_stem(word: str) -> str:
    """Return what an English word has in common with its inflections: *councils*, *council*."""
    return str(_english_snowball().stemWord(plain(word)))


@cache
def _english_snowball() -> Stemmer.Stemmer:
    """Return the stemmer of English texts."""
    return Stemmer.Stemmer("english", 0)


def english_stems(text: str) -> list[str]:
    """Return the English stems of a text's words, in order."""
    return list(map(english_stem, WORD.findall(text)))


def stems(text: str) -> list[str]:
    """Return the stems of a text's words, in order."""
    return list(map(stem, WORD.findall(text)))


def plain_words(text: str) -> list[str]:
    """Return the words of a text, uninflected ones and others as they stand, in order."""
    return list(map(plain, WORD.findall(text)))


def name_key(name: str) -> str:
    """Return what two spellings of a tag, a name or a place must share to be the same."""
    shown = _UNSEEN_ONE.sub("", name).encode("utf-8", "replace").decode("utf-8")
    return " ".join(unicodedata.normalize("NFKC", shown).casefold().split())[:_LONGEST]


def place_keys(name: str) -> set[str]:
    """Return the keys of a municipality: with and without *Kommune* and its genitive, å as aa."""
    key = name_key(name).replace("å", "aa")
    for ending in (" regionskommune", " kommune"):
        if key.endswith(ending):
            bare = key.removesuffix(ending)
            return {bare, bare.removesuffix("s").removesuffix("'")}
    return {key} if key else set()


def inflected_from(prefix: str) -> set[str]:
    """Return the stems of words that begin with `prefix` though their stems are shorter.

    An index that holds stems has no term beginning with *borgern*; but *borgern* begins *borgerne*,
    whose stem *borg* it has.
    """
    found = {stem(prefix)}
    for ending in _ENDINGS:
        for taken in range(1, len(ending) + 1):
            if prefix.endswith(ending[:taken]):
                found.add(stem(prefix + ending[taken:]))
    found |= listed(prefix)
    return {one for one in found if not one.startswith(prefix)}


def listed(prefix: str) -> set[str]:
    """Return the stems of listed words of which a form begins with `prefix`: of *bør*, barn."""
    return set(map(stem, _inflections().begun(prefix)))


def one_edit_away(word: str) -> Iterator[str]:
    """Yield every word that one slip makes of `word`: a letter lost, swapped, wrong or too many."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _ALPHABET:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def spellings(word: str, is_begun: Callable[[str], bool]) -> Iterator[str]:
    """Yield the words with æ, ø and å that `word` may stand for: *kommunaldirektoer*.

    `is_begun` tells whether any word known begins like that; it keeps the search short. Who types
    one of the three letters has them all, so such a word stands for itself alone.
    """
    if not SPECIAL.isdisjoint(word):
        return
    open_ends = [("", 0)]
    while open_ends:
        head, at = open_ends.pop()
        if at == len(word):
            if head != word:
                yield head
            continue
        open_ends.append((head + word[at], at + 1))
        for typed, letters in _TYPED_FOR:
            if word.startswith(typed, at):
                heads = (head + letter for letter in letters)
                open_ends += [(new, at + len(typed)) for new in heads if is_begun(new)]


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """Return a word with every way to write æ, ø and å made one; for showing, not for finding."""
    for typed, letters in _TYPED_FOR:
        for letter in letters:
            word = word.replace(letter, typed[0])
        word = word.replace(typed, typed[0])
    return word
