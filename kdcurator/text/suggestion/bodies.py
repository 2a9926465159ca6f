"""Bodies that speak: which names are a body's, and which body "selskabet" means.

Owns the tie between a common noun and the name of a body. Must not know people's roles.
"""

from collections.abc import Iterable, Reversible

from kdcurator.text.suggestion.names import Name, is_body_word
from kdcurator.text.suggestion.source import Source

_PLACES = frozenset(
    {"i", "på", "til", "ved", "over", "nær", "mod", "gennem", "syd", "nord", "øst", "vest", "om"}
)
_GENERIC = (
    *("selskabet", "virksomheden", "organisationen", "firmaet", "koncernen", "foreningen"),
    *("forbundet", "fonden", "kæden", "mediet", "bureauet", "producenten", "rederiet"),
    "operatøren",
)
"""Nouns that mean the body last named, whatever its name says."""
_PUBLIC = (
    *("kommune", "politi", "ministeri", "folketing", "region", "styrelse", "tilsyn", "direktorat"),
    *("ritzau", "reuter", "ombudsmand", "nævnet"),
)
"""Parts of names that no company's noun means: an authority's, and those who pass news on."""
_SHORTEST_STEM = 4


def is_told_body(source: Source, body: Name) -> bool:
    """Tell whether a run of capitals is a body told of, and no place or mere opening word."""
    for word in body.words:
        if is_body_word(word.low, source.language):
            return True
    if _owns_no_person(source, body):
        return True
    if body.text in source.language.municipalities:
        return False
    before = source.words[body.index - 1].low if body.index else ""
    if before in _PLACES:
        return False
    opens = body.index == 0 or source.gap(body.index) != " "
    return not opens or len(body.words) > 1 or body.words[0].low in source.language.bodies


def surely_told(source: Source, bodies: Iterable[Name]) -> frozenset[str]:
    """Return the names that the text has inside its sentences too, and not as places."""
    return frozenset(body.text for body in bodies if is_told_body(source, body))


def told_name(source: Source, body: Name) -> str:
    """Return the name of a body that is told of, without the genitive by which a part speaks."""
    return body.text[:-1] if _owns_no_person(source, body) else body.text


def _owns_no_person(source: Source, body: Name) -> bool:
    """Tell whether a body in the genitive speaks by a part of it: Arbejdstilsynets lokale kreds."""
    low = body.words[-1].low
    is_owner = low.endswith("s") and not is_body_word(low, source.language)
    if not is_owner or not is_body_word(low[:-1], source.language):
        return False
    if body.after >= len(source.words) or not source.is_next_to(body.after):
        return False
    behind = source.words[body.after : body.after + 3]
    return not any(word.low in source.persons for word in behind)


def body_meant(words: str, told: Reversible[str]) -> str:
    """Return the body that a common noun means, the last one told of first; else the noun."""
    low = words.lower()
    if " " in low or not words[:1].islower():
        return words
    stem = _stem(low)
    for name in reversed(told):
        if name.lower() == low:
            continue  # the noun itself, of a body without a name
        if (len(stem) >= _SHORTEST_STEM and stem in name.lower()) or name.lower().endswith(low):
            return name
    if low.endswith(_GENERIC):
        names = (name for name in reversed(told) if name[:1].isupper())
        return next((name for name in names if not _is_public(name)), words)
    return words


def _stem(low: str) -> str:
    """Return a definite noun without its article: ministeri, forening."""
    stem = low[:-2] if low.endswith(("en", "et")) else low
    return stem[:-1] if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] else stem


def _is_public(name: str) -> bool:
    low = name.lower()
    return any(word in low for word in _PUBLIC)
