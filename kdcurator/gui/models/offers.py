"""Words that a query may go on with, and what its hits are counted by, as rows.

Owns how these are named in the window's language, and how a query reads with a count added to it or
taken off. Must not know how anything is counted.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kdcurator.domain.searching import Completion, Facet, FacetCount
from kdcurator.gui.models.values import ValueModel
from kdcurator.gui.models.wording import counted, translate


class CompletionModel(ValueModel[Completion]):
    """Shows words, commonest first."""

    def key(self, value: Completion) -> str:
        """Return the word."""
        return value.word

    def words(self, value: Completion) -> str:
        """Return the word."""
        return value.word

    def aloud(self, value: Completion) -> str:
        """Return the word and how much it finds."""
        return f"{value.word}, {results(value.count)}"


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A tag, a speaker or the like that hits can be narrowed to."""

    facet: Facet
    name: str
    count: int
    wish: str
    """What is added to the query, in the window's language."""
    is_on: bool
    """Whether the query has it already."""
    is_first: bool
    """Whether it is the first of its facet."""


class FacetModel(ValueModel[FacetRow]):
    """Shows what hits can be narrowed to, one facet after the other."""

    def key(self, value: FacetRow) -> str:
        """Return what it adds to a query."""
        return value.wish

    def words(self, value: FacetRow) -> str:
        """Return the name."""
        return value.name

    def aloud(self, value: FacetRow) -> str:
        """Return what it is, its name, how many hits it has and whether it is chosen."""
        chosen = translate("wording", "chosen") if value.is_on else ""
        parts = (f"{facet_name(value.facet)}: {value.name}", results(value.count), chosen)
        return ", ".join(part for part in parts if part)


def results(count: int) -> str:
    """Return "12 results"."""
    return counted(count, translate("wording", "1 result"), translate("wording", "{n} results"))


def facet_name(facet: Facet) -> str:
    """Return by what hits are counted."""
    return {
        Facet.TAG: translate("wording", "Tag"),
        Facet.SPEAKER: translate("wording", "Speaker"),
        Facet.SOURCE: translate("wording", "Publication"),
        Facet.MUNICIPALITY: translate("wording", "Municipality"),
        Facet.YEAR: translate("wording", "Year"),
        Facet.STATUS: translate("wording", "Status"),
    }[facet]


def status_name(status: str) -> str:
    """Return a state of the quote check as the window says it."""
    return {
        "new": translate("wording", "not sent"),
        "sent": translate("wording", "sent"),
        "unchanged": translate("wording", "no corrections"),
        "correction": translate("wording", "correction proposed"),
        "settled": translate("wording", "settled"),
        "declined": translate("wording", "correction declined"),
    }.get(status, status)


def facet_rows(query: str, counts: Iterable[FacetCount]) -> list[FacetRow]:
    """Return counts as rows for a query."""
    rows: list[FacetRow] = []
    for count in counts:
        wish = _in_words(count.facet, count.wish)
        name = status_name(count.name) if count.facet is Facet.STATUS else count.name
        is_first = not rows or rows[-1].facet is not count.facet
        is_on = _found(wish).search(query) is not None
        rows.append(FacetRow(count.facet, name, count.count, wish, is_on, is_first))
    return rows


def toggled(query: str, wish: str) -> str:
    """Return a query with a wish added, or taken off where it has it already."""
    from kdcurator.services.faceting import narrowed  # at the first click, not at the start

    if _found(wish).search(query):
        return " ".join(_found(wish).sub(" ", query, count=1).split())
    return narrowed(query, wish)


def _found(wish: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){re.escape(wish)}(?!\S)")


def _in_words(facet: Facet, wish: str) -> str:
    """Return a wish with its field named in the window's language."""
    _, _, value = wish.partition(":")
    name = {
        Facet.TAG: translate("queries", "tag"),
        Facet.SPEAKER: translate("queries", "speaker"),
        Facet.SOURCE: translate("queries", "source"),
        Facet.MUNICIPALITY: translate("queries", "municipality"),
        Facet.YEAR: translate("queries", "date"),
        Facet.STATUS: translate("queries", "status"),
    }[facet]
    return f"{name}:{value}"
