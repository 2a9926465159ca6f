"""Titles and the bodies they belong to, as phrases of a text.

Owns where the phrase of a title ends and the indefinite form of one. Must not know names.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kdcurator.text.suggestion.language import MOST_KNOWN, LanguageData
from kdcurator.text.suggestion.source import Source

QUALIFIERS = frozenset(
    {
        *("tidligere", "forhenværende", "fhv", "pensioneret", "kommende", "nyvalgt"),
        *("administrerende", "adm", "konstitueret", "fungerende", "ledende", "daglig"),
        *("teknisk", "politisk", "medicinsk", "økonomisk", "faglig", "kommunal"),
    }
)
"""Adjectives that are part of a title."""
PREPOSITIONS = frozenset({"i", "på", "hos", "af", "ved", "fra", "for", "til"})
_PART_OF_TITLE = frozenset({"af", "for"})
"""Prepositions that belong to the role: formand for X, but direktør i X."""
STOPPERS = frozenset(
    {"der", "som", "og", "når", "da", "hvor", "mens", "at", "men", "siger", "på", "er"}
)
_LONGEST_ROLE = 8  # words
_SHORTEST_DEFINITE = 5  # letters


@dataclass(frozen=True, slots=True)
class Role:
    """A role and the body it belongs to, as one place in the text gives them."""

    title: str | None
    organisation: str | None = None

    @property
    def head(self) -> str:
        """Return the role's own noun, without what it is a role of."""
        words = (self.title or "").split()
        ends = [n for n, word in enumerate(words) if n and word.lower() in PREPOSITIONS]
        return " ".join(words[: ends[0]] if ends else words)


def indefinite(low: str, language: LanguageData) -> str | None:
    """Return the indefinite form of a title: borgmesteren is borgmester; None if it is none."""
    known = language.known_titles
    if low not in known:
        if len(known) >= MOST_KNOWN:
            known.clear()
        known[low] = _found_indefinite(low, language)
    return known[low]


def _found_indefinite(low: str, language: LanguageData) -> str | None:
    if low in language.titles:
        return low
    return next((b for b in without_article(low, language) if b in language.titles), None)


def without_article(low: str, language: LanguageData) -> Iterator[str]:
    """Yield what a definite form may be the definite of: sønnen, lægen, mesteren, den ansatte."""
    if len(low) < _SHORTEST_DEFINITE or not low.endswith(language.articles):
        return
    for ending, replacement in language.definites:
        if low.endswith(ending):
            bare = low.removesuffix(ending) + replacement
            yield bare
            if not replacement and bare[-1] == bare[-2]:
                yield bare[:-1]


def lowered(title: str) -> str:
    """Return a title with a small first letter, as inside a sentence."""
    return title[:1].lower() + title[1:]


def read_role(source: Source, index: int, limit: int) -> Role:
    """Read a title and what it is a title of, up to a word that belongs to neither."""
    language = source.language
    bare = indefinite(source.words[index].low, language) or source.words[index].low
    words, at = [degree_of(source, index) + bare], index + 1
    body = None
    while at < limit and len(words) < _LONGEST_ROLE and _follows(source, at):
        low = source.words[at].low
        if low in PREPOSITIONS and at + 1 < limit and source.is_next_to(at + 1):
            body = read_body(source, at + 1, limit)
            if body and low in _PART_OF_TITLE:
                words += [source.words[at].text, body]
            if body:
                break
        elif low in STOPPERS and not _goes_on(source, at):
            break
        words[-1] += "." * (source.gap(at) == ". ")
        words.append(source.words[at].text)
        at += 1
    while len(words) > 1 and words[-1].lower() in PREPOSITIONS:
        words.pop()
    qualified = _qualified(source, index, words)
    return Role(lowered(" ".join(qualified)), body)


def degree_of(source: Source, index: int) -> str:
    """Return the "ph.d.-" that a hyphen joins to a title."""
    is_joined = index > 0 and source.gap(index) == ".-"
    return f"{source.words[index - 1].text}.-" if is_joined else ""


def _follows(source: Source, index: int) -> bool:
    """Tell whether only a blank, or the stop of ph.d., divides a word from the one before."""
    return source.is_next_to(index) or (
        source.gap(index) == ". " and "." in source.words[index - 1].text
    )


def _goes_on(source: Source, index: int) -> bool:
    """Tell whether "og" joins another title."""
    return (
        source.words[index].low == "og"
        and index + 1 < len(source.words)
        and source.words[index + 1].low in source.language.titles
    )


def _qualified(source: Source, index: int, words: list[str]) -> list[str]:
    if index and source.words[index - 1].low in QUALIFIERS and source.is_next_to(index):
        return [source.words[index - 1].text, *words]
    return words


def read_body(source: Source, index: int, limit: int) -> str | None:
    """Read a body's name: a run of capitals, with "og" inside: Ældre- og Handicapforvaltningen."""
    end = index
    while end < limit and (end == index or source.is_next_to(end) or _is_suspended(source, end)):
        word = source.words[end]
        joined = (
            end > index
            and word.low == "og"
            and end + 1 < limit
            and source.words[end + 1].is_capital
        )
        tail = end > index and word.low in source.language.organisations.words
        if not (word.is_capital or word.text[0].isdigit() or joined or tail):
            break
        end += 1
    if end == index and index + 1 < limit and source.words[index].low.endswith("s"):
        return None
    if end > index and source.words[end - 1].text.endswith(("’s", "'s")) and end < limit:
        end += 1  # KL’s kontor
    if end == index:
        return None
    return " ".join(source.text[source.words[index].start : source.words[end - 1].end].split())


def _is_suspended(source: Source, index: int) -> bool:
    """Tell whether an "og" stands behind the hyphen of a word whose end comes later."""
    return source.words[index].low == "og" and source.gap(index) == "- "
