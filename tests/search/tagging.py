"""A library of tagged quotes, and how often the tag that a person gave is suggested.

Owns the form of the files in `tagged/` and the counts. All sentences there are invented: they were
written, and tagged as a municipal reporter would, before there was anything to measure; the third
in `set_aside.toml` was drawn by lot, and nothing was tuned on it.
"""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kdcurator.domain.searching import HitKind, Saying, Searchable, Votes
from kdcurator.search.danish import name_key
from kdcurator.search.index import WhooshIndex

_FOLDER = Path(__file__).parent / "tagged"


@dataclass(frozen=True, slots=True)
class Hits:
    """Of how many quotes a right tag came first, or among the first three."""

    quotes: int
    first: int
    three: int

    def __str__(self) -> str:
        return f"first {self.first / self.quotes:.3f}, top 3 {self.three / self.quotes:.3f}"


def tagged_quotes(name: str) -> list[Searchable]:
    """Return the quotes of one file, numbered; `title` is the article."""
    found = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))["quote"]
    start = 0 if name == "quotes" else 100_000
    return [
        Searchable(
            HitKind.QUOTE,
            start + number,
            1,
            title=quote["article"],
            text=quote["text"],
            speaker=quote["speaker"],
            tags=tuple(quote["tags"]),
        )
        for number, quote in enumerate(found)
    ]


Without = Callable[[Searchable, Searchable], bool]
"""Tells of two quotes whether the second is unknown when the first is asked about."""


def only_itself(one: Searchable, other: Searchable) -> bool:
    """Leave out the quote alone: others of its article are tagged already."""
    return one.id == other.id


def its_article(one: Searchable, other: Searchable) -> bool:
    """Leave out the quote's whole article: it is the first that is tagged there."""
    return one.title == other.title


def measure(
    index: WhooshIndex,
    asked: Sequence[Searchable],
    known: Sequence[Searchable],
    without: Without,
    *,
    has_speakers: bool = True,
) -> Hits:
    """Ask for the tags of each quote, known only what `without` leaves."""
    first = three = 0
    for quote in asked:
        names = list(_suggested(index, quote, known, without, has_speakers=has_speakers))
        first += bool(set(names[:1]) & set(quote.tags))
        three += bool(set(names[:3]) & set(quote.tags))
    return Hits(len(asked), first, three)


def _suggested(
    index: WhooshIndex,
    quote: Searchable,
    known: Sequence[Searchable],
    without: Without,
    *,
    has_speakers: bool,
) -> Iterator[str]:
    hidden = [(other.kind, other.id) for other in known if without(quote, other)]
    left = [other for other in known if not without(quote, other)]
    inside = [other for other in left if other.title == quote.title]
    siblings = Votes(Counter(name_key(t) for one in inside for t in one.tags), len(inside))
    names = {name_key(tag): tag for other in left for tag in other.tags}
    saying = Saying(quote.text, 1, quote.speaker if has_speakers else "")
    return (one.name for one in index.advise(saying, siblings, names, [], hidden))
