"""Counts beside a list of hits, by names that people know.

Owns how a key of the index is shown, and which query asks for it alone. Must not know any index.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

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


def narrowed(query: str, wish: str) -> str:
    """Return a query that finds what `query` finds and `wish` as well.

    What it leaves open is closed, lest the wish fall into it; one that is too long to be read to
    its end has the wish at its beginning.
    """
    reading = read(query)
    whole = reading.whole.strip()
    asked = f"({whole})" if reading.is_either else whole
    is_cut = any(one.why is Misreading.TOO_LONG for one in reading.misread)
    return " ".join(filter(None, (wish, asked) if is_cut else (asked, wish)))
