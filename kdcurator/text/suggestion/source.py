"""A text with its words and sentences found once, for all stages to look up.

Owns what a word is and where a sentence ends. Must not know paragraphs, marks or speakers.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, compress, count
from operator import itemgetter, not_
from typing import NamedTuple, Self

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.language import LanguageData

_LETTERS = r"[\w\u0300-\u036f]++"  # a combining mark belongs to its letter
_WORD = re.compile(rf"({_LETTERS}(?:[-’'/.]{_LETTERS})*+)")
_first = itemgetter(0)
_STOPS = frozenset(".!?…")
_STOP = re.compile(r"[.!?…]++[»«”“\"’')\]]*+")

_BLANKS = frozenset(
    " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""All characters that are white space."""

OPENING = "»«„“”\"'‘’‚([-–—‒―"
"""What may stand before the first letter of a sentence."""


class Word(NamedTuple):
    """A word with its place; `low` is the form that the language data holds."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_capital(self) -> bool:
        """Tell whether the word opens with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_plural_you(self) -> bool:
        """Tell whether the word looks like the Danish pronoun I; that of English reads as jeg."""
        return self.text == "I" and self.low == "i"


class Wording(NamedTuple):
    """The words of a text column by column: what is asked of all of them is asked at once."""

    starts: list[int]
    ends: list[int]
    texts: list[str]
    lows: list[str]
    gaps: list[str]
    """What stands before each word, behind the one before it."""

    def words(self) -> list[Word]:
        """Return the words one by one."""
        columns = zip(self.starts, self.ends, self.texts, self.lows, strict=True)
        return list(map(partial(tuple.__new__, Word), columns))

    def read_as(self, glossary: Mapping[str, str]) -> Self:
        """Return words of another language with the Danish words of grammar they stand for."""
        return self._replace(lows=[glossary.get(low, low) for low in self.lows])


@dataclass(frozen=True, slots=True)
class Source:
    """A text, its words in order, and what the stages look for among them, found once."""

    text: str
    language: LanguageData
    words: list[Word]
    starts: list[int]
    all_lows: list[str]
    """The words in lower case: most rules ask for these only."""
    stops: list[int]
    """The offsets at which sentences end."""
    is_close: list[bool]
    """Of each word, whether only one blank divides it from the one before it."""
    gaps: list[str]
    """What stands between each word and the one before it."""
    cuts: list[int]
    """The indices of the words that more than a blank divides from the one before."""
    capitals: list[int]
    """The indices of the words that open with a capital letter."""
    vocabulary: frozenset[str]
    """The words in lower case, each once."""
    persons: frozenset[str]
    """Those of them that are nouns for people."""

    @classmethod
    def of(cls, text: str, wording: Wording, language: LanguageData) -> Self:
        """Find the sentence ends of a text whose words are known."""
        lows, gaps = wording.lows, wording.gaps
        is_close = [False, *map(_BLANKS.__contains__, gaps[1:])]
        cuts = list(compress(count(), map(not_, is_close[: len(lows)])))
        return cls(
            text,
            language,
            wording.words(),
            wording.starts,
            lows,
            _stops(text, wording, cuts, language),
            is_close,
            gaps,
            cuts,
            capitals=list(compress(count(), map(str.isupper, map(_first, wording.texts)))),
            vocabulary=(vocabulary := frozenset(lows)),
            persons=language.person_words(vocabulary),
        )

    def index_at(self, offset: int) -> int:
        """Return the index of the first word that opens at an offset or behind it."""
        return bisect_left(self.starts, offset)

    def words_in(self, start: int, end: int) -> list[Word]:
        """Return the words that open between two offsets."""
        starts = self.starts
        return self.words[bisect_left(starts, start) : bisect_left(starts, end)]

    def last_words(self, start: int, end: int, most: int) -> list[Word]:
        """Return the last words between two offsets, `most` of them at the most, last one first."""
        last = self.index_at(end)
        return self.words[max(self.index_at(start), last - most) : last][::-1]

    def lows(self, start: int, end: int) -> list[str]:
        """Return the words between two offsets in lower case."""
        starts = self.starts
        return self.all_lows[bisect_left(starts, start) : bisect_left(starts, end)]

    def sentence_end(self, offset: int, limit: int) -> int:
        """Return where the sentence around an offset ends, `limit` at the latest."""
        place = bisect_right(self.stops, offset)
        return min(self.stops[place], limit) if place < len(self.stops) else limit

    def sentence_start(self, offset: int, floor: int) -> int:
        """Return where the sentence around an offset begins, `floor` at the earliest."""
        place = bisect_right(self.stops, offset)
        start = self.stops[place - 1] if place else floor
        return self.skip_blanks(max(start, floor))

    def sentences(self, start: int, end: int) -> list[Span]:
        """Return the sentences between two offsets, without the blanks around them."""
        cuts = self.stops[bisect_right(self.stops, start) : bisect_left(self.stops, end)]
        pairs = zip([start, *cuts], [*cuts, end], strict=True)
        return [span for a, b in pairs if (span := self.trimmed(a, b)) is not None]

    def skip_blanks(self, offset: int) -> int:
        """Return the first offset from here on that is no white space."""
        text, end = self.text, len(self.text)
        while offset < end and text[offset].isspace():
            offset += 1
        return offset

    def back_over_blanks(self, offset: int) -> int:
        """Return the offset behind the last character before here that is no white space."""
        text = self.text
        while offset > 0 and text[offset - 1].isspace():
            offset -= 1
        return offset

    def trimmed(self, start: int, end: int, also: str = "") -> Span | None:
        """Return a stretch without white space, and characters of `also`, around it."""
        text = self.text
        while start < end and (text[start].isspace() or text[start] in also):
            start += 1
        while start < end and (text[end - 1].isspace() or text[end - 1] in also):
            end -= 1
        return Span(start, end) if start < end else None

    def gap(self, index: int) -> str:
        """Return what stands between a word and the one before it."""
        return self.gaps[index]

    def is_next_to(self, index: int) -> bool:
        """Tell whether only one blank divides a word from the one before it."""
        return index > 0 and self.is_close[index]

    def capitals_between(self, first: int, last: int) -> list[int]:
        """Return the words that open with a capital between two indices."""
        capitals = self.capitals
        return capitals[bisect_left(capitals, first) : bisect_left(capitals, last)]

    def cuts_in(self, start: int, end: int) -> list[int]:
        """Return the words between two offsets that more than a blank divides from the last."""
        cuts = self.cuts
        return cuts[bisect_left(cuts, self.index_at(start)) : bisect_left(cuts, self.index_at(end))]


def wording_of(text: str) -> Wording:
    """Find the words of a text; no step runs word by word in Python, which took twice as long."""
    parts = _WORD.split(text)  # what is no word and a word by turns
    bounds = list(accumulate(map(len, parts)))
    texts = parts[1::2]
    lows = list(map(str.lower, texts))
    return Wording(bounds[:-1:2], bounds[1::2], texts, lows, parts[:-1:2])


def _stops(text: str, wording: Wording, cuts: Sequence[int], language: LanguageData) -> list[int]:
    """Return the offsets behind the stops that do end a sentence.

    Stops stand in the gaps before the words `cuts` and behind the last word.
    """
    ends, texts, gaps = wording.ends, wording.texts, wording.gaps
    found = []
    for index in cuts:
        gap, offset = gaps[index], ends[index - 1] if index else 0
        if gap == ". ":  # as most that hold a stop
            if not (texts[index][0].islower() or _is_abbreviation(wording, index - 1, language)):
                found.append(offset + 1)
        elif not _STOPS.isdisjoint(gap):
            found += _stops_in(text, wording, index, offset, language)
    last = len(texts)
    return [*found, *_stops_in(text, wording, last, ends[-1] if last else 0, language)]


def _stops_in(
    text: str, wording: Wording, index: int, start: int, language: LanguageData
) -> Iterator[int]:
    """Yield the offsets behind the stops in the gap before a word, or behind the last one."""
    end = wording.starts[index] if index < len(wording.starts) else len(text)
    for match in _STOP.finditer(text, start, end):
        is_alone = match.group() == "." and match.start() == start and index > 0
        ends_line = text.startswith("\n", start + 1)
        if is_alone and _is_abbreviation(wording, index - 1, language, ends_line=ends_line):
            continue
        if _opens_sentence(text, match.end()):
            yield match.end()


def _opens_sentence(text: str, offset: int) -> bool:
    """Tell whether what follows a stop can open a sentence: no lower-case letter."""
    end = len(text)
    if offset < end and not text[offset].isspace():
        return False
    if text[offset + 1 : offset + 2].isalpha():  # as behind nearly every stop
        return not text[offset + 1].islower()
    while offset < end and (text[offset].isspace() or text[offset] in OPENING):
        if text[offset] == "\n" and text[offset - 1] == "\n":
            return True
        offset += 1
    return offset == end or not text[offset].islower()


def _is_abbreviation(
    wording: Wording, index: int, language: LanguageData, *, ends_line: bool = False
) -> bool:
    """Tell whether a full stop belongs to its word: ca. 10, P. Jensen, bl.a. Aarhus."""
    if _is_initials(wording.texts[index]):
        return not ends_line
    return wording.lows[index] in language.abbreviations


def _is_initials(word: str) -> bool:
    """Tell whether a word is one capital, or capitals with stops between: P, H.C."""
    if word[1:2] not in {"", "."}:
        return False  # a whole word, as nearly all are
    return word[0].isupper() and (len(word) == 1 or set(word[1::2]) == {"."})
