"""Noun phrases for people who are not named there: den 43-årige landmand, en nabo, hans kone.

Owns where such a phrase begins and ends, its noun and whether it is definite. Must not know whom
it stands for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kdcurator.text.suggestion.language import MOST_KNOWN, LanguageData
from kdcurator.text.suggestion.roles import PREPOSITIONS, indefinite, without_article
from kdcurator.text.suggestion.source import Source

_ARTICLES = frozenset({"den", "det", "denne"})
_INDEFINITE = frozenset({"en", "et", "én", "ét"})
OURS = frozenset({"min", "mit", "vores", "vor"})
"""By which the writer calls somebody his own: min far."""
_OWNERS = frozenset({"hans", "hendes", "sin", "sit", "deres"}) | OURS
_MOST_ADJECTIVES = 3
_LIKE_ADJECTIVES = frozenset({"tidligere", "anden", "andet", "tredje", "ny", "egen", "eneste"})
_ALWAYS_DEFINITE = frozenset({"tiltalte", "sigtede", "anklagede", "forurettede", "afdøde"})
_NEUTER = ("medlem", "vidne", "offer", "barn", "bud")
_OBLIQUES = PREPOSITIONS | {"med", "om", "mod", "over", "under", "efter", "uden", "mellem"}
_STOPS = frozenset('\n.!?:»«”“"-–—')
_AGED = ("-årig", "-årige", "årig", "årige")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase for one person."""

    index: int
    after: int
    """The index behind its noun."""
    head: str | None
    """Its noun in the indefinite; None for "den 43-årige"."""
    is_definite: bool
    age: int | None = None
    owner: str | None = None
    """The word in the genitive before the noun: hendes, kommunens."""


class Nouns:
    """The nouns for people among the words of texts, each word looked up once."""

    def __init__(self, language: LanguageData) -> None:
        """Go on with what earlier texts of the language have shown."""
        self._language = language
        self._known = language.known_nouns
        if len(self._known) > MOST_KNOWN:
            self._known.clear()

    def definite(self, low: str) -> str | None:
        """Return the indefinite form of a noun in the definite; None if it is none."""
        if low not in self._known:
            bare = indefinite_noun(low, self._language)
            self._known[low] = bare if bare != low else None
        return self._known[low]

    def may_open(self, low: str) -> bool:
        """Tell whether a phrase may open with a word; nearly all words open none."""
        if low in _INDEFINITE or low in _ARTICLES or low in _OWNERS or low[-1] == "s":
            return True
        if low in _ALWAYS_DEFINITE:
            return True
        return self.definite(low) is not None


def phrase_at(source: Source, index: int, limit: int, nouns: Nouns) -> Phrase | None:
    """Read the phrase that opens at a word, None where none does."""
    low = source.words[index].low
    if low in _INDEFINITE:
        return _one_of(source, index, limit) or _behind_article(
            source, index, limit, is_definite=False
        )
    if low in _ARTICLES or low in _OWNERS:
        return _behind_article(source, index, limit, is_definite=True)
    if source.words[index].is_capital and not opens_sentence(source, index):
        return _owned(source, index, limit)
    if low in _ALWAYS_DEFINITE:
        return Phrase(index, index + 1, low, is_definite=True)
    if bare := nouns.definite(low):
        return Phrase(index, index + 1, bare, is_definite=True)
    return _owned(source, index, limit)


def opens_sentence(source: Source, index: int) -> bool:
    """Tell whether a word is the first one of a sentence."""
    if source.is_close[index]:  # nearly all are
        return source.text[source.starts[index] - 1] == "\n"
    return index == 0 or not _STOPS.isdisjoint(source.gap(index))


def is_oblique(source: Source, index: int) -> bool:
    """Tell whether a preposition stands before a word: it is no subject then."""
    return source.is_next_to(index) and source.all_lows[index - 1] in _OBLIQUES


def indefinite_noun(low: str, language: LanguageData) -> str | None:
    """Return the indefinite form of a noun for people, title or not; None if it is none."""
    if bare := indefinite(low, language):
        return bare
    nouns = language.person_nouns
    return (
        low
        if low in nouns
        else next((b for b in without_article(low, language) if b in nouns), None)
    )


def age_in(word: str) -> int | None:
    """Return the age that an adjective says: 43-årige."""
    digits = word.split("-", 1)[0].removesuffix("årige").removesuffix("årig")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 4 else None


def _behind_article(source: Source, index: int, limit: int, *, is_definite: bool) -> Phrase | None:
    ahead = source.all_lows[index + 1 : index + 2 + _MOST_ADJECTIVES]
    if source.persons.isdisjoint(ahead) and "årig" not in " ".join(ahead):
        return None  # as behind nearly every article
    article = source.all_lows[index]
    owner = article if article in _OWNERS else None
    age = None
    for at in _adjectives(source, index + 1, limit):
        low = source.all_lows[at]
        if low.endswith(_AGED):
            age = age_in(low)
            if is_definite and not owner and not _has_noun(source, at + 1, limit):
                return Phrase(index, at + 1, None, is_definite=True, age=age)
            continue
        if low in source.persons:
            is_other_gender = article == "det" and not low.endswith(_NEUTER)
            return None if is_other_gender else Phrase(index, at + 1, low, is_definite, age, owner)
    return None


def _one_of(source: Source, index: int, limit: int) -> Phrase | None:
    """Read "en af de bortviste", "en af dem": one of several whom the text does not name."""
    if index + 2 >= limit or source.all_lows[index + 1] != "af":
        return None
    if not (source.is_close[index + 1] and source.is_close[index + 2]):
        return None
    low = source.all_lows[index + 2]
    if low == "dem":
        return Phrase(index, index + 3, "en", is_definite=False)
    if low == "de" and index + 3 < limit and source.all_lows[index + 3].endswith("e"):
        return Phrase(index, index + 4, "en", is_definite=False)
    is_plural = low.endswith(("erne", "ene"))
    return Phrase(index, index + 3, "en", is_definite=False) if is_plural else None


def _adjectives(source: Source, index: int, limit: int) -> Sequence[int]:
    """Return the words behind an article that may be its adjectives and its noun."""
    last = min(index + _MOST_ADJECTIVES + 1, limit)
    at = index
    while at < last and source.is_close[at] and _may_follow(source, at):
        at += 1
    return range(index, at)


def _may_follow(source: Source, index: int) -> bool:
    """Tell whether a word may follow an article: no capital, no function word, no verb."""
    language, low = source.language, source.all_lows[index]
    is_small = low in language.function_words or low in language.finite_verbs
    is_small = is_small or low in language.verbs
    if is_small and low not in source.persons and low not in _LIKE_ADJECTIVES:  # forsvarer
        return False
    return not source.words[index].is_capital


def _has_noun(source: Source, index: int, limit: int) -> bool:
    """Tell whether a noun for people follows the adjectives that stand here."""
    return any(source.all_lows[at] in source.persons for at in _adjectives(source, index, limit))


def _owned(source: Source, index: int, limit: int) -> Phrase | None:
    """Read a noun behind a genitive: kommunens direktør, Kremls talsmand."""
    word = source.words[index]
    if not word.low.endswith("s") or word.low in source.language.function_words:
        return None
    if index + 1 >= limit or not source.is_next_to(index + 1) or word.low in source.language.verbs:
        return None
    noun = source.words[index + 1]
    if noun.low not in source.persons or noun.is_capital:
        return None
    return Phrase(index, index + 2, noun.low, is_definite=True, owner=word.low)
