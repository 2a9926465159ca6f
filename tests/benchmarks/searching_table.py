"""What is wanted of searches, and how what was measured looks beside it.

Owns the goals and the layout of the tables. Must not know how anything is measured.
"""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tests.benchmarks.searching_questions import Ask

OURS: Final = "kdcurator"
PLAIN: Final = "FTS5"
PREFIXED: Final = "FTS5 prefix"

_NOT_BUILT: Final = "not built"
_MEGABYTE: Final = 1 << 20


@dataclass(slots=True)
class Measured:
    """What was measured of one who searches; times in milliseconds unless they are called else."""

    seconds: float = 0.0
    """Of making the index."""
    processor: float = 0.0
    """Seconds of the processor that it took: on a busy machine far fewer."""
    bytes: int = 0
    building: int | None = None
    """Bytes of memory at most while making the index."""
    memory: int | None = None
    """Bytes of memory at most while searching."""
    first: list[float] = field(default_factory=list)
    cold: dict[Ask, list[float]] = field(default_factory=dict)
    warm: dict[Ask, list[float]] = field(default_factory=dict)
    saved: list[float] = field(default_factory=list)
    found: dict[Ask, float] = field(default_factory=dict)
    """Shares of the questions that found anything."""

    def p95(self, *asks: Ask) -> float | None:
        """Return the 95th percentile of warm answers to some kinds of questions together."""
        return p95([one for ask in asks for one in self.warm.get(ask, [])])


@dataclass(frozen=True, slots=True)
class Truth:
    """What was proved of the answers."""

    tried: int
    wrong: int
    same: int
    places: int
    respelled: int
    """Questions about whose order nothing can be said."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table of goals; `is_met` is None where nothing was measured."""

    what: str
    goal: str
    value: str
    ratio: str = ""
    is_met: bool | None = None


def p95(taken: Sequence[float]) -> float | None:
    """Return the 95th percentile, the largest of few, None of none."""
    if len(taken) < 2:
        return max(taken, default=None)
    return statistics.quantiles(taken, n=20, method="inclusive")[18]


def goals(all_measured: Mapping[str, Measured], truth: Truth, *, everyday: bool) -> Iterator[Row]:
    """Yield the lines: goals for a career's library, or for an everyday one."""
    ours, plain, prefixed = (all_measured[name] for name in (OURS, PLAIN, PREFIXED))
    yield _typed(ours, plain, prefixed, 15 if everyday else 50)
    yield _against("one word", (Ask.WORD,), ours, plain, 1 / 10)
    yield _against("two words", (Ask.WORDS,), ours, plain, 2, 40)
    yield _against("phrase", (Ask.PHRASE,), ours, plain, None, 60)
    yield _against("tag or speaker filter", (Ask.TAGGED, Ask.SAID), ours, plain, 1)
    yield _against("facet counts", (Ask.FACETS,), ours, plain, 1 / 5)
    yield _against("word with one typing error", (Ask.SLIP,), ours, plain, None, 50)
    yield _below("saved quote findable, p95", p95(ours.saved), 50, "ms")
    yield _below("first query after start", statistics.median(ours.first), 300, "ms")
    yield _memory(ours)
    rebuilt = _below("rebuild of everything", ours.seconds, 30 if everyday else 300, "s")
    yield replace(rebuilt, ratio=f"{ours.processor:.0f} s of the processor")
    same = f"{truth.tried - truth.wrong} of {truth.tried}"
    yield Row("the same sets as a look at every row", "all", same, "", not truth.wrong)
    agreed, aside = f"{truth.same} of {truth.places}", f"{truth.respelled} respelled aside"
    yield Row("places as by Whoosh's BM25F", "all", agreed, aside, truth.same == truth.places)


def _typed(ours: Measured, plain: Measured, prefixed: Measured, most: float) -> Row:
    what, mine = "type-ahead, p95", ours.p95(Ask.TYPED)
    goal = f"1/5 of FTS5, 1x with prefix, < {most:.0f} ms"
    against, begun = plain.p95(Ask.TYPED), prefixed.p95(Ask.TYPED)
    if mine is None or not against or not begun:
        return Row(what, goal, _NOT_BUILT)
    is_met = mine <= against / 5 and mine <= begun and mine < most
    ratio = f"{mine / against:.2f}x, {mine / begun:.2f}x with prefix"
    return Row(what, goal, f"{mine:.1f} ms", ratio, is_met)


def _against(
    what: str,
    asks: Sequence[Ask],
    ours: Measured,
    plain: Measured,
    most: float | None,
    limit: float | None = None,
) -> Row:
    """Compare with plain FTS5, where there is a goal for that, and with a limit in milliseconds."""
    ratio_wanted = None if most is None else f"{most:g}x FTS5"
    limit_wanted = None if limit is None else f"< {limit:.0f} ms"
    row = f"{what}, p95", ", ".join(filter(None, (ratio_wanted, limit_wanted)))
    mine, theirs = ours.p95(*asks), plain.p95(*asks)
    if mine is None:
        return Row(*row, _NOT_BUILT)
    is_met = (limit is None or mine < limit) and (
        most is None or (theirs is not None and mine <= theirs * most)
    )
    ratio = f"{mine / theirs:.2f}x" if theirs else "FTS5 has none"
    return Row(*row, f"{mine:.1f} ms", ratio, is_met)


def _below(what: str, value: float | None, limit: float, unit: str) -> Row:
    if value is None:
        return Row(what, f"< {limit:.0f} {unit}", "not measured")
    return Row(what, f"< {limit:.0f} {unit}", f"{value:.1f} {unit}", "", value < limit)


def _memory(ours: Measured) -> Row:
    held = None if ours.memory is None else ours.memory / _MEGABYTE
    return _below("memory of the searching process", held, 400, "MB")


def goal_lines(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the table of goals, line by line."""
    yield f"{'what (warm)':<38}{'goal':<40}{'measured':<22}{'ratio to FTS5':<30}met"
    for row in rows:
        met = {True: "yes", False: "NO", None: "-"}[row.is_met]
        yield f"{row.what:<38}{row.goal:<40}{row.value:<22}{row.ratio:<30}{met}"


def detail_lines(all_measured: Mapping[str, Measured]) -> Iterator[str]:
    """Yield what was measured of everybody, line by line."""
    yield _line("p50 / p95 in ms; (n) asked, where cut", list(all_measured))
    for name, times in (("warm", "warm"), ("cold", "cold")):
        for ask in Ask:
            taken = [getattr(one, times).get(ask, []) for one in all_measured.values()]
            yield _line(f"{ask}, {name}", _cells(taken))
    each = list(all_measured.values())
    slips = [one.found.get(Ask.SLIP) for one in each]
    yield _line("typing errors understood", ["-" if x is None else f"{x:.0%}" for x in slips])
    yield _line("saved until found", _cells([one.saved for one in each]))
    yield _line("first query after start", [f"{statistics.median(one.first):.0f}" for one in each])
    yield _line("making the index, s", [f"{one.seconds:.1f}" for one in each])
    yield _line("  seconds of the processor", [f"{one.processor:.1f}" for one in each])
    yield _line("size of the index, MB", [f"{one.bytes / _MEGABYTE:.0f}" for one in each])
    yield _line("memory while searching, MB", [_megabytes(one.memory) for one in each])
    yield _line("memory while making it, MB", [_megabytes(one.building) for one in each])


def _line(what: str, cells: Sequence[str]) -> str:
    return f"{what:<38}" + "".join(f"{cell:<20}" for cell in cells).rstrip()


def _cells(taken: Sequence[Sequence[float]]) -> list[str]:
    most = max(map(len, taken))
    return [_cell(some) + (f" ({len(some)})" if 0 < len(some) < most else "") for some in taken]


def _cell(taken: Sequence[float]) -> str:
    return f"{statistics.median(taken):.1f} / {p95(taken):.1f}" if taken else "-"


def _megabytes(size: int | None) -> str:
    return "-" if size is None else f"{size / _MEGABYTE:.0f}"
