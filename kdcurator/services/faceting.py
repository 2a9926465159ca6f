"""Counts beside a list of hits, by names that people know.

Owns how a key of the index is shown, and which query asks for it alone. Must not know any index.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from kdcurator.domain.searching import Facet
from kdcurator.search.danish import name_key, place_keys

_FIELDS = {
    Facet.TAG: "tag",
    Facet.SPEAKER: "speaker",
    Facet.SOURCE: "source",
    Facet.MUNICIPALITY: "municipality",
    Facet.YEAR: "date",
    Facet.STATUS: "status",
}


def named(
    facet: Facet, counts: Mapping[str, int], names: Mapping[Facet, Iterable[str]]
) -> Counter[str]:
    """Return counts by the names that their keys stand for; years and states are their own.

    An index has every form of a name, of which the library's own is shown.
    """
    if facet not in names:
        return Counter(dict(counts))
    found: Counter[str] = Counter()
    taken: set[str] = set()
    for name in sorted(names[facet]):
        keys = place_keys(name) if facet is Facet.MUNICIPALITY else {name_key(name)}
        new = keys & counts.keys() - taken
        taken |= keys
        if new:
            found[name] = max(counts[key] for key in new)
    return found


def wish(facet: Facet, name: str) -> str:
    """Return what asks for the rows of one tag, speaker or the like."""
    bare = name.replace('"', " ")
    return f'{_FIELDS[facet]}:"{bare}"' if not bare.isalnum() else f"{_FIELDS[facet]}:{bare}"
