"""The form of the files in which the words of a language stand.

Owns how lines, tables, verbs and groups of words are read. Must not know what a word is good for,
nor which files there are.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """One form of a verb that reports speech."""

    form: str
    particles: tuple[str, ...] = ()
    is_soft: bool = False
    """Says an opinion; a cue beside speech only (mener, synes)."""
    is_manner: bool = False
    """Says how: a cue only right beside a mark or a dash (griner)."""
    is_body: bool = False
    """Spoken by a text or a body (lyder, hedder)."""
    is_bound: bool = False
    """Reports only together with its particle (slår … fast)."""


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words given whole, by ending and by opening."""

    words: Words
    endings: tuple[str, ...] = ()
    openings: Words = frozenset()
    exceptions: Words = frozenset()
    """Words of such an ending that are no words of the group: the verb fører."""
    tails: Mapping[str, tuple[str, ...]] = field(default_factory=dict, init=False)
    """The endings by their last two letters, which rule nearly every word out at once."""

    def __post_init__(self) -> None:
        """Sort the endings by their tails; an ending of one letter would have none."""
        tails: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for ending in self.endings:
            tails[ending[-2:]] += (ending,)
        object.__setattr__(self, "tails", dict(tails))

    def __contains__(self, low: str) -> bool:
        if low in self.words:
            return True
        endings = self.tails.get(low[-2:])
        return endings is not None and low.endswith(endings) and low not in self.exceptions


def read_lines(path: Path) -> list[str]:
    """Return a data file's lines without comments and blank ones."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def read_toml(path: Path) -> dict[str, Any]:
    """Return a data file's tables."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def split_words(words: str) -> Words:
    """Return the words that blanks divide."""
    return frozenset(words.split())


def phrases(lines: str) -> tuple[str, ...]:
    """Return the lines of a text, each a phrase."""
    return tuple(line.strip() for line in lines.splitlines() if line.strip())


def verb_forms(lines: Iterable[str]) -> Iterator[tuple[str, ReportingVerb]]:
    """Yield every finite form of each verb: present, past and the two passives in -s."""
    for line in lines:
        infinitive, present, past, participle, particles, flags = _columns(line)
        forms = [*present.split(), *past.split(), infinitive + "s", *_passive(past)]
        forms += [participle] if "bound" in flags and participle else []  # gjort gældende
        for form in forms:
            yield (
                form,
                ReportingVerb(
                    form,
                    particles=tuple(word.removeprefix("+") for word in particles.split()),
                    is_soft="soft" in flags,
                    is_manner="manner" in flags,
                    is_body="body" in flags,
                    is_bound="bound" in flags,
                ),
            )


def _passive(past: str) -> list[str]:
    return [form + "s" for form in past.split()]


def participles(lines: Iterable[str]) -> Iterator[str]:
    """Yield what follows an auxiliary: har sagt, vil sige."""
    for line in lines:
        infinitive, _present, _past, participle, _particles, flags = _columns(line)
        if "bound" not in flags and "body" not in flags:
            yield infinitive
            yield participle


def _columns(line: str) -> list[str]:
    cells = [cell.strip() for cell in line.split("|")]
    return cells + [""] * (6 - len(cells))


def by_first_word(lines: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return phrases by their first word, each without it."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in lines:
        first, *rest = line.split()
        found[first] = (*found.get(first, ()), tuple(rest))
    return found


def word_group(lines: Iterable[str]) -> WordGroup:
    """Return words, "-" endings, "^" openings and "!" exceptions."""
    entries = list(lines)
    return WordGroup(
        words=frozenset(entry for entry in entries if entry[0] not in "-^!"),
        endings=tuple(entry[1:] for entry in entries if entry.startswith("-")),
        openings=frozenset(entry[1:] for entry in entries if entry.startswith("^")),
        exceptions=frozenset(entry[1:] for entry in entries if entry.startswith("!")),
    )


def municipalities(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield every spelling with the name of today; the form before "Kommune" counts too."""
    for line in lines:
        name, _, others = line.partition("=")
        for spelling in (name, *others.split(",")):
            if spelling.strip():
                yield spelling.strip(), name.strip()


def word_lists(table: Mapping[str, str]) -> dict[str, Words]:
    """Return the word lists of a table by name."""
    return {kind: split_words(words) for kind, words in table.items()}


def glossary(lines: Iterable[str]) -> dict[str, str]:
    """Return the words behind each "=" with the word before it."""
    pairs = (line.partition("=") for line in lines)
    return {word: danish.strip() for danish, _, words in pairs for word in words.split()}


def definites(lines: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return endings of definite titles, each with what replaces it in the indefinite."""
    pairs = (line.partition("=") for line in lines if "=" in line)
    return tuple((ending.strip(), bare.strip()) for ending, _, bare in pairs)


def endings(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the entries that open with "-", without it."""
    return tuple(line[1:] for line in lines if line.startswith("-"))
