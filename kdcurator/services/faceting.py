"""Counts beside a list of hits, by names that people know.

Owns how a key of the index is shown, and which query asks for it alone. Must not know any index.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from typing import Self

from kdcurator.domain.misreading import Misreading
from kdcurator.domain.searching import Facet
from kdcurator.search.danish import name_key, place_keys
from kdcurator.search.language import read

_FIELDS = {
    Facet.TAG: "tag",
    Facet.SPEAKER: "speaker",
    Facet.SOURCE: "source",
    Facet.MUNICIPALITY: "municipality",
    Facet.YEAR: "date",
    Facet.STATUS: "status",
}


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a library by the keys that an index has of them; years and states have none."""

    by_key: Mapping[Facet, Mapping[str, str]]

    @classmethod
    def of(cls, names: Mapping[Facet, Iterable[str]]) -> Self:
        """Take all names; of two with one key the first counts."""
        return cls({facet: _by_key(facet, some) for facet, some in names.items()})

    def commonest(
        self, facet: Facet, counts: Mapping[str, int], most: int
    ) -> list[tuple[str, int]]:
        """Return the names that most hits have, with their counts; of equals the first by name."""
        named = self._named(facet, counts)
        return nsmallest(most, named.items(), key=lambda one: (-one[1], one[0]))

    def _named(self, facet: Facet, counts: Mapping[str, int]) -> Mapping[str, int]:
        """Return counts by the names that their keys stand for.

        An index has every form of a name, of which the library's own is shown.
        """
        known = self.by_key.get(facet)
        if known is None:
            return counts
        found: Counter[str] = Counter()
        for key, count in counts.items():
            if name := known.get(key):
                found[name] = max(found[name], count)
        return found


def _by_key(facet: Facet, names: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in sorted(names):
        for key in place_keys(name) if facet is Facet.MUNICIPALITY else {name_key(name)}:
            found.setdefault(key, name)
    return found


def wish(facet: Facet, name: str) -> str:
    """Return what asks for the rows of one tag, speaker or the like."""
    bare = name.replace('"', " ")
    return f'{_FIELDS[facet]}:"{bare}"' if not bare.isalnum() else f"{_FIELDS[facet]}:{bare}"


def narrowed(query: str, wish: str) -> str:
    """Return a query that finds what `query` finds and `wish` as well.

    What it leaves open is closed, lest the wish fall into it; one that is too long to be read to
    its end has the wish at its beginning.
    """
    reading = read(query)
    whole, why = reading.whole.strip(), {one.why for one in reading.misread}
    ends_idly = Misreading.IDLE_OPERATOR in why and not whole.endswith(")")
    is_open = reading.is_either or ends_idly
    asked = f"({whole})" if is_open else whole
    return " ".join(filter(None, (wish, asked) if Misreading.TOO_LONG in why else (asked, wish)))
