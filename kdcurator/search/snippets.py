"""The passage of a text that is shown under a hit.

Owns the choice of the passage and which words in it were asked for. Must not know Whoosh, ids or
colours. Works on canonical text alone, by code points: `text[start:end]` is shown as it stands.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from kdcurator.domain.article import Language
from kdcurator.search.compounds import is_made_of, last_part
from kdcurator.search.danish import (
    WORD,
    english_stem,
    inflected_from,
    one_edit_away,
    plain,
    skeleton,
    spellings,
    stem,
)
from kdcurator.search.language import parse
from kdcurator.search.tree import How, asked_for

LENGTH = 160
"""Code points of a passage, at most."""

ELLIPSIS = "…"

_LEAD = 60
"""Code points before the first word asked for that may be shown with it."""

_LONGEST_MISTYPED = 40

_MOST_SPELLINGS = 32


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a text may hold of a query: stems, spellings of them without æøå, beginnings."""

    stems: frozenset[str] = frozenset()
    skeletons: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    lasts: tuple[str, ...] = ()
    """Skeletons of the last parts of longer words."""
    english: frozenset[str] = frozenset()
    """Stems in English, where the text is."""
    _known: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    """What was told of words: texts about one thing have many words in common."""

    def are_in(self, words: Iterable[str]) -> Mapping[str, bool]:
        """Tell of some words of a text, and perhaps of others, whether they were asked for."""
        for word in set(words) - self._known.keys():
            self._known[word] = self.is_in(word)
        return self._known

    def is_in(self, word: str) -> bool:
        """Tell whether a word of a text was asked for."""
        found = stem(word)
        if found in self.stems or skeleton(found) in self.skeletons:
            return True
        if self.english and english_stem(word) in self.english:
            return True
        if self.lasts and self._is_made(skeleton(found)):
            return True
        if not self.prefixes:
            return False
        begun = plain(word)
        return begun.startswith(self.prefixes) or skeleton(begun).startswith(self.prefixes)

    def _is_made(self, found: str) -> bool:
        return found.endswith(self.lasts) and any(
            is_made_of(found, last, lambda _: True) for last in self.lasts
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a passage stands in its text, and the words in it that were asked for."""

    start: int
    end: int
    words: tuple[tuple[int, int], ...] = ()


def wanted_by(query: str, language: str = "") -> Wanted:
    """Return the words that a query looks for in texts; fields and what is denied left out.

    `language` is that of the texts, as in `Searchable`.
    """
    stems: set[str] = set()
    prefixes: set[str] = set()
    lasts: set[str] = set()
    english: set[str] = set()
    for leaf in asked_for(parse(query)):
        if leaf.field is not None:
            continue
        *before, last = leaf.words
        stems.update(stem(one) for word in before for one in _spelled(word))
        if leaf.how is How.PREFIX:
            prefixes |= {last, skeleton(last)}
            stems |= inflected_from(last)
        else:
            stems.update(map(stem, _spelled(last)))
            english.update(map(english_stem, leaf.words))
            if leaf.how is How.WORD and not before and not leaf.is_quoted:
                lasts.update(filter(None, map(last_part, _spelled(last))))
        if leaf.how is How.NEAR and len(last) <= _LONGEST_MISTYPED:
            stems.update(stem(other) for other in one_edit_away(last) if other)
    return Wanted(
        frozenset(stems),
        frozenset(map(skeleton, stems)),
        tuple(sorted(prefixes)),
        tuple(sorted(map(skeleton, lasts))),
        frozenset(english) if language == Language.ENGLISH else frozenset(),
    )


def _spelled(word: str) -> list[str]:
    """Return a word and what it may stand for; an ending is one only when spelled right."""
    return [word, *islice(spellings(word, lambda _: True), _MOST_SPELLINGS)]


def find_words(text: str, wanted: Wanted) -> list[tuple[int, int]]:
    """Return where the words that were asked for stand, as (start, end) in code points."""
    words = list(WORD.finditer(text))
    is_in = wanted.are_in(word[0] for word in words)
    return [word.span() for word in words if is_in[word[0]]]


def best_passage(text: str, wanted: Wanted, length: int = LENGTH) -> Passage:
    """Return the passage of at most `length` code points that holds most of what was asked for.

    Different words count for more than many; the earliest of equals wins. It begins and ends at
    blanks where it can. A text without such a word is shown from its beginning.
    """
    spans = find_words(text, wanted)
    first = _best(text, spans, length) if spans else 0
    start = _start(text, spans[first], length) if spans else _skip_blanks(text, 0)
    end = _end(text, start, length)
    inside = tuple(span for span in spans if start <= span[0] and span[1] <= end)
    return Passage(start, end, inside)


def snippet(text: str, wanted: Wanted, length: int = LENGTH) -> str:
    """Return the best passage verbatim, with an ellipsis where the text goes on."""
    passage = best_passage(text, wanted, length)
    before = ELLIPSIS if text[: passage.start].strip() else ""
    after = ELLIPSIS if text[passage.end :].strip() else ""
    return before + text[passage.start : passage.end] + after


def _best(text: str, spans: Sequence[tuple[int, int]], length: int) -> int:
    """Return the number of the span with which the best passage begins."""
    words = [skeleton(stem(text[start:end])) for start, end in spans]
    ends = [end for _, end in spans]
    reach = length - min(_LEAD, length // 3)

    def worth(number: int) -> tuple[int, int, int]:
        last = bisect_right(ends, spans[number][0] + reach)
        return len(set(words[number:last])), last - number, -number

    return max(range(len(spans)), key=worth)


def _start(text: str, span: tuple[int, int], length: int) -> int:
    """Return a place before a word: the text's beginning if near, else behind a blank."""
    earliest = span[0] - min(_LEAD, length // 3)
    if earliest <= 0:
        return _skip_blanks(text, 0)
    blanks = [at for at in range(earliest, span[0]) if text[at].isspace()]
    return _skip_blanks(text, blanks[0]) if blanks else span[0]


def _end(text: str, start: int, length: int) -> int:
    """Return the end of a passage: the text's if near, else before a blank if there is one."""
    latest = start + length
    if len(text) <= latest:
        return max(start, len(text.rstrip()))
    blanks = [at for at in range(start + length // 2, latest + 1) if text[at].isspace()]
    return start + len(text[start : blanks[-1] if blanks else latest].rstrip())


def _skip_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
