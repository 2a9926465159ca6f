"""Words whose forms have no stem in common by rule: *barn, børn*; *by, byerne*; *politiker*.

Owns the form of the file that lists them and which of its lines a word belongs to. Must not know
the stemmer that all other words are left to.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kdcurator.text.suggestion.wordfiles import read_lines

_SHORTEST_HEAD = 2
"""Letters of a longer word before the ending by which it is known."""

_TAIL = 3
"""Last letters by which endings are looked up; an ending of two is looked up by those."""


@dataclass(frozen=True, slots=True)
class Inflections:
    """Stems by form: of whole words, and of the endings of longer ones."""

    words: Mapping[str, str]
    endings: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]
    """Of the endings by their last letters, which rule most words out; the longest first."""
    exceptions: tuple[str, ...]
    """Endings of words that only look as if they had one of `endings`."""
    in_order: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> "Inflections":
        """Return what a file lists; its own comment says how."""
        return cls.of(read_lines(path))

    @classmethod
    def of(cls, lines: Iterable[str]) -> "Inflections":
        """Return what some lines say; a form that stands twice raises ValueError."""
        words: dict[str, str] = {}
        endings: dict[str, str] = {}
        exceptions: list[str] = []
        for line in lines:
            first, *others = line.lstrip("-+").split()
            forms = [first, *(form for form in others if form[0] != "!")]
            exceptions += [form[1:] for form in others if form[0] == "!"]
            for known in ([words], [words, endings], [endings])["-+".find(line[0]) + 1]:
                if twice := known.keys() & set(forms):
                    raise ValueError(f"{twice} stand in two lines")
                known.update(dict.fromkeys(forms, first))
        return cls(words, endings, _lengths(endings), tuple(exceptions), tuple(sorted(words)))

    def stem(self, word: str) -> str | None:
        """Return the stem of a word in small letters, genitive or not; None of one not listed."""
        found = self._known(word)
        return found or (self._known(word[:-1]) if word.endswith("s") else None)

    def begun(self, prefix: str) -> Iterator[str]:
        """Yield the listed words that begin with `prefix`."""
        for form in self.in_order[bisect_left(self.in_order, prefix) :]:
            if not form.startswith(prefix):
                return
            yield form

    def _known(self, word: str) -> str | None:
        if word in self.words:
            return self.words[word]
        for tail in (word[-_TAIL:], word[1 - _TAIL :]):
            for length in self.lengths.get(tail, ()):
                stem = self.endings.get(word[-length:])
                if stem and len(word) >= length + _SHORTEST_HEAD:
                    return None if word.endswith(self.exceptions) else word[:-length] + stem
        return None


def _lengths(endings: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for ending in endings:
        found.setdefault(ending[-_TAIL:], set()).add(len(ending))
    return {tail: tuple(sorted(some, reverse=True)) for tail, some in found.items()}
