"""How many hits have a tag, a speaker or the like.

Owns which fields hits are counted by. Must not know how a key is shown: an index holds names as
they are compared.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from kdcurator.domain.searching import Facet
from kdcurator.search.standing import Standing
from kdcurator.search.tree import Node

FIELDS = {
    Facet.TAG: "tags",
    Facet.SPEAKER: "speaker",
    Facet.SOURCE: "publication",
    Facet.MUNICIPALITY: "municipality",
    Facet.YEAR: "date",
    Facet.STATUS: "status",
}


def count_facets(rows: Sequence[Standing], node: Node) -> dict[Facet, Counter[str]]:
    """Return for each facet how many rows that match have each of its keys."""
    counts: dict[Facet, Counter[str]] = {facet: Counter() for facet in Facet}
    for standing in rows:
        found = standing.answer(node).rows
        for segment, base in zip(standing.segments, standing.answering.bases, strict=False):
            is_found = np.zeros(segment.size, np.bool_)
            first, last = np.searchsorted(found, [base, base + segment.size])
            is_found[found[first:last] - base] = True
            for facet, field in FIELDS.items():
                column = segment.column(field)
                numbers = np.bincount(column.codes[is_found[column.rows]])
                for code in np.flatnonzero(numbers):
                    counts[facet][column.keys[code]] += int(numbers[code])
    return counts
