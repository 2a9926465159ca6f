"""Runs of capitals: the names of a text before anybody says whose they are.

Owns where a name begins and ends and whether it looks like a person's. Must not know roles, marks
or speakers.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.language import LanguageData
from kdcurator.text.suggestion.source import Source, Word

_JOINERS = frozenset(
    {
        *("von", "van", "vom", "zu", "zum", "ten", "ter", "den", "der", "de", "af", "av", "della"),
        *("la", "le", "du", "da", "dos", "do", "das", "di", "del", "bin", "ibn", "el", "al", "y"),
    }
)
"""Words in small letters inside a name: Pieter van der Meer."""
_PREFIXES = ("al-", "el-", "ad-", "an-", "ar-", "as-", "at-", "d'", "d’")
"""What a capital may follow inside a word of a name: Nour el-Sayed."""
_MOST_JOINERS = 2  # in a row
_FAR = _MOST_JOINERS + 2  # words behind a capital from which on no other is of its name
_QUOTES = {"»": "«", "”": "”", "“": "”", '"': '"', "'": "'", "’": "’", "‘": "’", "„": "“"}
_ARTICLES = frozenset({"det", "den", "de"})
_PLACES_AND_SURNAMES = frozenset(
    {
        *("gade", "bro", "strand", "park", "vej", "by", "plads", "torv", "havn", "hus", "kirke"),
        *("skole", "bank", "lund", "dam", "kloster", "fjord", "bugt", "dal", "slot", "mølle"),
    }
)
_LONGEST = 7  # words of one name
_NOUN_ENDINGS = ("e", "en", "et", "årig")
_OWNERS = ("ens", "ets", "ernes")
_SHORTEST_OWNER = 5
_SURNAME_ENDINGS = ("sen", "gaard", "gård", "søn", "strøm", "quist", "dóttir", "son")


class Name(NamedTuple):
    """A run of capitals: its words, and the index of the first one in the text."""

    words: tuple[Word, ...]
    index: int  # type: ignore[assignment]  # a field here, not the method of tuples

    @property
    def start(self) -> int:
        """Return where the name begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Return where the name ends."""
        return self.words[-1].end

    @property
    def text(self) -> str:
        """Return the name with single blanks."""
        last = self.words[-1]
        if len(self.words) == 1:
            return last.text
        return "".join(_with_stop(word) for word in self.words[:-1]) + last.text

    @property
    def is_whole(self) -> bool:
        """Tell whether an article opens it: Det Hvide Hus."""
        return self.words[0].low in _ARTICLES

    @property
    def after(self) -> int:
        """Return the index of the first word behind the name."""
        return self.index + len(self.words)


def _with_stop(word: Word) -> str:
    """Return a word of a name with the blank behind it, an initial with its stop."""
    is_initial = len(word.text) == 1 or "." in word.text
    return f"{word.text}. " if is_initial else f"{word.text} "


def names_in(source: Source, span: Span) -> Iterator[Name]:
    """Yield the names between two offsets, titles and function words left out."""
    end, last = source.index_at(span.start), source.index_at(span.end)
    for index, following in pairwise([*source.capitals_between(end, last), last + _FAR]):
        if index < end:
            continue  # of the last run
        end = index + 1
        if following - index < _FAR or _is_prefixed(source, end, last):
            end = _run_end(source, index, last)
            yield from _split(source, index, end)
        elif not _is_no_name(source, index, end):
            yield Name((source.words[index],), index)


def _run_end(source: Source, index: int, last: int) -> int:
    """Return the index behind a run of capitals with its joining words."""
    end = index + 1
    while end < last and end - index < _LONGEST:
        is_capital = source.words[end].is_capital or _is_prefixed(source, end, last)
        if _follows(source, end) and is_capital:
            end += 1
        elif joined := _joined_until(source, end, last):
            end = joined
        elif _is_nickname(source, end, last) or _is_shared(source, end, last):
            end += 2
        else:
            break
    return end


def _is_prefixed(source: Source, index: int, last: int) -> bool:
    """Tell whether a word is a surname with a small first part: el-Sayed, d'Angelo."""
    if index >= last:
        return False
    text = source.words[index].text
    if text[0] not in "aed":
        return False
    is_small = text.startswith(_PREFIXES) and text[2:].lstrip("-")[:1].isupper()
    return is_small and source.is_next_to(index)


def _follows(source: Source, index: int) -> bool:
    """Tell whether a word follows the one before by a blank, or by the dot of an initial."""
    before = source.words[index - 1]
    if source.is_next_to(index):
        return True
    gap = source.gap(index)
    is_initial = len(before.text) == 1 or "." in before.text
    return gap == " & " or (is_initial and gap in {". ", "."})


def _joined_until(source: Source, index: int, last: int) -> int | None:
    """Return the index behind joining words and the capital they lead to, None without one."""
    at = index
    while at < min(index + _MOST_JOINERS, last) and _is_joiner(source, at):
        at += 1
    if at == index or at >= last or not source.is_next_to(at):
        return None
    leads = (
        source.words[at].is_capital and source.words[at].low not in source.language.function_words
    )
    return at + 1 if leads else None


def _is_joiner(source: Source, index: int) -> bool:
    return source.words[index].low in _JOINERS and source.is_next_to(index)


def with_joiners(source: Source, name: Name) -> Iterator[Name]:
    """Yield a name with the joining words before it, the longest first: siger van der Meer."""
    first = name.index
    while first and name.index - first < _MOST_JOINERS and source.is_next_to(first):
        if source.words[first - 1].text not in _JOINERS:
            break
        first -= 1
    for index in range(first, name.index):
        yield Name((*source.words[index : name.index], *name.words), index)


def _is_nickname(source: Source, index: int, last: int) -> bool:
    """Tell whether a word in marks stands between two capitals: Søren »Basse« Nymand."""
    if index + 1 >= last or not source.words[index + 1].is_capital:
        return False
    before, behind = source.gap(index), source.gap(index + 1)
    return (
        source.words[index].is_capital
        and len(before) == len(behind) == len(" »")
        and before[0] == behind[-1] == " "
        and _QUOTES.get(before[1]) == behind[0]
    )


def _is_shared(source: Source, index: int, last: int) -> bool:
    """Tell whether two words share an ending: Midt- og Vestjyllands Politi."""
    return (
        index + 1 < last
        and source.words[index].low == "og"
        and source.gap(index) == "- "
        and source.is_next_to(index + 1)
        and source.words[index + 1].is_capital
    )


def _word_of(source: Source, index: int, start: int, end: int) -> Word:
    """Return a word of a name, a nickname together with its marks."""
    word = source.words[index]
    if index + 1 < end and _is_shared(source, index + 1, end):
        return Word(word.start, word.end + 1, word.text + "-", word.low + "-")
    if not (start < index < end - 1 and _is_nickname(source, index, end)):
        return word
    text = source.text[word.start - 1 : word.end + 1]
    return Word(word.start - 1, word.end + 1, text, text.lower())


def _name(source: Source, start: int, end: int) -> Name:
    if end - start < 3:  # none between two others, nor before "og": they stand as they are
        return Name(tuple(source.words[start:end]), start)
    return Name(tuple(_word_of(source, at, start, end) for at in range(start, end)), start)


def _split(source: Source, start: int, end: int) -> Iterator[Name]:
    """Cut a run where a body's genitive or a given name begins another name."""
    language = source.language
    while start < end and _is_no_name(source, start, end) and not _is_named(source, start, end):
        start += 1
    cut = start
    for index in range(start + 1, end):
        is_surname = index == end - 1 and _is_first_name(source, cut, index)
        if _opens_name(source, cut, index, language) and not is_surname:
            yield _name(source, cut, index)
            cut = index
    if cut < end:
        yield _name(source, cut, end)


def _is_first_name(source: Source, index: int, following: int) -> bool:
    """Tell whether a capital may be the given name of the one behind it, though no list has it."""
    language, low = source.language, source.words[index].low
    if following != index + 1 or low.endswith("s"):
        return False
    if index > 0 and source.is_next_to(index):
        return True
    known = low in language.verbs or low in language.titles or low in language.turns.requests
    return not (known or low.endswith(_NOUN_ENDINGS) or low in language.finite_verbs)


def _is_named(source: Source, index: int, end: int) -> bool:
    """Tell whether an article is part of a body's name: oplyser Det Hvide Hus."""
    if source.words[index].low not in _ARTICLES or index + 1 >= end:
        return False
    following = source.words[index + 1]
    if source.words[index].low in source.language.titles or not following.low.endswith("e"):
        return False
    in_sentence = index > 0 and source.gap(index) == " " and source.words[index - 1].text.islower()
    return not is_given_name(following, source.language) and (in_sentence or index + 2 < end)


def _is_no_name(source: Source, index: int, end: int) -> bool:
    """Tell whether the first word of a run only opens a sentence or is a title."""
    language, word = source.language, source.words[index]
    followed = index + 1 < end
    if followed and is_given_name(word, language):
        return False
    if word.low in language.function_words or word.low in language.abbreviations:
        return True
    if followed and word.low in language.bodies and word.low not in language.organisations.openings:
        return True  # Avisen Politiken, Rederiet Mærsk
    return word.low in language.titles and (followed or word.low in language.titles.words)


def _opens_name(source: Source, start: int, index: int, language: LanguageData) -> bool:
    """Tell whether another name begins inside a run: Faxe Kommunes | Bo Lund."""
    word, before = source.words[index], source.words[index - 1]
    if is_given_name(source.words[start], language) and not is_body_word(before.low, language):
        return False
    if before.low.endswith(("kommunes", "’s", "'s")) or before.low in {"kommune"}:
        return True
    return is_given_name(word, language) and not is_given_name(before, language)


def is_given_name(word: Word, language: LanguageData) -> bool:
    """Tell whether a word is a given name that Danes carry, double ones by their first part."""
    text, women, men = word.text, language.women, language.men
    if text in women or text in men:
        return True
    first = text.split("-", 1)[0] if "-" in text else text
    return first in women or first in men


def _makes_body(words: tuple[Word, ...], place: int, language: LanguageData) -> bool:
    """Tell whether a body's word makes the name one: Mona Gade is a person, Mona Skoles is not."""
    low = words[place].low
    surname = place == len(words) - 1 > 0 and low in _PLACES_AND_SURNAMES
    street = words[place - 1].low.endswith("s") and not is_given_name(words[place - 1], language)
    return not surname or street


def is_body_word(low: str, language: LanguageData) -> bool:
    """Tell whether a word makes a name a body's or a place's."""
    return low in language.organisations


def _is_shortened(words: tuple[Word, ...]) -> bool:
    """Tell whether a name opens with a body's short form: DSB Vest, but not H.C. Lund."""
    first = words[0].text
    return len(first) > 1 and first.isupper() and "." not in first and len(words) < 3


def _says_whose(word: Word, language: LanguageData) -> bool:
    """Tell whether a first word says whose or where a body is: Hærens …, Glostrup Cykelimport."""
    is_definite = len(word.low) > _SHORTEST_OWNER and word.low.endswith(_OWNERS)
    return is_definite or word.text in language.municipalities


def likeness(name: Name, source: Source) -> int:
    """Return how much a name looks like a person's: above 0 it does, below it is a body's."""
    language, words = source.language, name.words
    for place, word in enumerate(words):
        if is_body_word(word.low, language) and _makes_body(words, place, language):
            return -2
    if words[0].low in language.organisations.openings or _is_shortened(words):
        return -1
    if len(words) < 2:
        return 0
    score = 2 if is_given_name(words[0], language) else 0
    if not score and _says_whose(words[0], language):
        return -1
    if words[-1].text in language.municipalities and not score:
        return -1
    return score + words[-1].low.endswith(_SURNAME_ENDINGS)
