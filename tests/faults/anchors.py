"""Articles that come again with other words: every quote is found, or it says that it is not.

Owns what must hold of the places that are found: the true place in at least 98 of 100, a wrong one
never without a mark, and gone is what is deleted, nothing else.
"""

import random
from pathlib import Path

from kdcurator.domain.quote import AnchorState, Span
from kdcurator.text.anchoring import Anchored, Reanchoring
from kdcurator.text.folding import Folded
from tests.faults import invented
from tests.faults.edited import Edited, edited, places
from tests.faults.outcome import Outcome

_SEED = 20261124
_SEEDS = Path(__file__).resolve().parents[2] / "seeds"
_QUOTES = 10
_RIGHT = 0.98
_LONG = 24
"""Of words shorter than that, one that is altered is all that they were."""

_GONE = 0.9
"""The share of deleted quotes that is told as gone; of others nearly the same words are there."""

_SELDOM = 0.002
_ENOUGH = 500
"""Texts from which on a share says something; in fewer, two sentences that part weigh too much."""

_ROUGHLY = 0.95
_MOST = 0.7
"""The share of the true place that a place has to have; half of it may be something else."""


class _Count:
    """What became of the quotes of all texts."""

    def __init__(self) -> None:
        self.standing = self.right = self.exact = self.lost = self.deleted = self.gone = 0

    def judge(self, pair: Edited, span: Span, found: Anchored) -> str | None:
        """Count one quote; return what is wrong if its place is, and is not marked."""
        true = pair.true_places(span)
        is_right = found.span is not None and any(_is_there(found.span, one) for one in true)
        is_exact, is_gone = found.state is AnchorState.EXACT, found.state is AnchorState.GONE
        is_deleted = not true and pair.is_deleted(span)
        self.standing += bool(true)
        self.right += is_right
        self.exact += is_exact
        self.lost += is_gone and not is_deleted and len(span) >= _LONG
        self.deleted += is_deleted
        self.gone += is_gone and is_deleted
        if not is_exact or found.span is None:
            return None
        words, there = span.cut(pair.old), found.span.cut(pair.new)
        is_inside = any(one.start <= found.span.start and found.span.end <= one.end for one in true)
        if (is_inside or is_right) and Folded(words).text.strip() == Folded(there).text:
            return None
        return f"{words!r} unmarked at {there!r}"


def run(times: int, folder: Path) -> Outcome:
    """Edit so many texts and find ten places of each again."""
    outcome, luck, count = Outcome(), random.Random(_SEED), _Count()
    seeds = [path.read_text("utf-8") for path in sorted(_SEEDS.glob("*.txt"))]
    for number in range(times):
        is_seed = number % 2
        text = seeds[number // 2 % len(seeds)] if is_seed else _invented(luck)
        pair = edited(text, luck)
        anchors = Reanchoring(pair.old, pair.new)
        spans = places(text, luck, _QUOTES)
        wrong = [count.judge(pair, span, anchors.find(span)) for span in spans]
        outcome.note_try(*filter(None, wrong))
    share = count.right / max(1, count.standing)
    if share < (_RIGHT if times >= _ENOUGH else _ROUGHLY):
        outcome.losses.append(f"only {share:.2%} in the right place")
    if times >= _ENOUGH and count.gone < _GONE * count.deleted:
        outcome.losses.append(f"only {count.gone} of {count.deleted} deleted told as gone")
    if times >= _ENOUGH and count.lost > _SELDOM * count.standing:
        outcome.losses.append(f"{count.lost} told as gone that are there, in part at least")
    outcome.notes.append(
        f"{count.right} of {count.standing} quotes in the right place ({share:.2%}),"
        f" {count.exact} of them unmarked; {count.gone} of {count.deleted} deleted told as gone,"
        f" {count.lost} that are there"
    )
    return outcome


def _invented(luck: random.Random) -> str:
    return "\n\n".join(invented.article(luck) for _ in range(luck.randrange(1, 4)))


def _is_there(found: Span, true: Span) -> bool:
    shared = min(found.end, true.end) - max(found.start, true.start)
    return shared >= _MOST * len(true) and 2 * shared >= len(found)
