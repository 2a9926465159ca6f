"""How often the right tag is suggested, and how fast, as `run.py bench` prints it.

Owns the lines of the table. Must not know how tags are weighed.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from kdcurator.domain.searching import HitKind, Pending, Saying, Searchable, Votes
from kdcurator.search.danish import name_key
from kdcurator.search.index import WhooshIndex
from tests.search.tagging import its_article, measure, only_itself, tagged_quotes

Line = tuple[str, str]

_SEED = 20261124
_ASKED = 200
_SIZES = (10_000,)
_LONG = (200_000,)
_WORDS = 30
_STRANGE = 0.3
"""Share of words that are made up, so that a large library has the rare words of one."""

_LAST = Pending(1, "measured", HitKind.QUOTE, 1)


def measure_tags(*, is_long: bool) -> Iterator[Line]:
    """Yield how often a right tag is suggested in the sample library, how soon in a large one."""
    yield from _right()
    for size in (*_SIZES, *(_LONG if is_long else ())):
        yield from _speed(size)


def _right() -> Iterator[Line]:
    shown, aside = tagged_quotes("quotes"), tagged_quotes("set_aside")
    everything = [*shown, *aside]
    with tempfile.TemporaryDirectory() as scratch:
        index = _index(Path(scratch), everything)
        for what, asked in ((f"of {len(shown)} quotes", shown), (f"of {len(aside)} aside", aside)):
            left = measure(index, asked, everything, only_itself)
            yield f"tags {what}, the quote left out", f"{left}"
            left = measure(index, asked, everything, its_article)
            yield "  its whole article left out", f"{left}"
            left = measure(index, asked, everything, its_article, has_speakers=False)
            yield "  nor its speaker known: by its words alone", f"{left}"


def _speed(size: int) -> Iterator[Line]:
    made = list(_made(size))
    with tempfile.TemporaryDirectory() as scratch:
        index = _index(Path(scratch), made)
        names = {name_key(tag): tag for quote in made[:1_000] for tag in quote.tags}
        asked = random.Random(_SEED).sample(made, _ASKED)

        def advise(quote: Searchable) -> None:
            saying = Saying(quote.text, 1, quote.speaker, quote.id)
            index.advise(saying, Votes({}, 0), names, [], [])

        first = _timed(advise, asked[0])
        yield f"tags suggested among {size:,} quotes, first", f"{first:.1f} ms"
        for round_ in ("cold", "warm"):
            taken = [_timed(advise, quote) for quote in asked[1:]]
            yield f"  further ones, {round_}, p50 / p95", _percentiles(taken)

        def alike(quote: Searchable) -> None:
            index.alike(quote.text, quote.id, [], [], 20)

        taken = [_timed(alike, quote) for quote in asked[1:]]
        yield "  more like this, warm, p50 / p95", _percentiles(taken)


def _made(size: int) -> Iterator[Searchable]:
    """Yield quotes of the sample library's words and made up ones, tagged like one of it."""
    chance = random.Random(_SEED)
    sample = [*tagged_quotes("quotes"), *tagged_quotes("set_aside")]
    words = [word for quote in sample for word in quote.text.split()]
    for number in range(size):
        model = chance.choice(sample)
        said = [
            _made_up(chance, size) if chance.random() < _STRANGE else chance.choice(words)
            for _ in range(_WORDS)
        ]
        text = " ".join([*model.text.split(), *said])
        speaker, tags = f"{model.speaker} {number % 97}", model.tags
        yield Searchable(HitKind.QUOTE, number + 1, 1, "", text, speaker=speaker, tags=tags)


def _made_up(chance: random.Random, size: int) -> str:
    """Return a word as rare as Zipf would have it."""
    rank = int((size / 2) ** chance.random())
    return f"ord{rank}"


def _index(folder: Path, rows: list[Searchable]) -> WhooshIndex:
    index = WhooshIndex(folder / "cache" / "index" / "library")
    index.rebuild(rows, _LAST)
    return index


def _timed(act: Callable[[Searchable], None], quote: Searchable) -> float:
    started = time.perf_counter()
    act(quote)
    return (time.perf_counter() - started) * 1000


def _percentiles(taken: list[float]) -> str:
    cuts = statistics.quantiles(taken, n=20)
    return f"{statistics.median(taken):.1f} / {cuts[18]:.1f} ms"
