"""The speed of the main job, measured on this machine at this moment: `python3 run.py bench`.

Owns the table it prints, of what is made from our own sample articles with fixed seeds. `--long`
adds what takes minutes. Not a test: nothing here passes or fails.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteFilter, QuoteRequest
from kdcurator.domain.searching import HitKind
from kdcurator.settings import Settings
from tests.benchmarks import imports, suggestions, tagging, window
from tests.benchmarks.documents import write_texts

ARTICLES = 1000
SAVED = 1000
QUERIES = ("digitalisering", "borgerne", '"en god løsning"', "kommunaldirektør", "data OR it")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    what: str
    value: str


def main() -> None:
    """Measure everything and print the table."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        articles = folder / "articles"
        words = write_texts(articles, ARTICLES)
        before = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        print_machine(before, words)
        for figure in measure(folder, articles):
            print_line(figure.what, figure.value)
    for what, value in suggestions.measure():
        print_line(what, value)
    for what, value in tagging.measure_tags(is_long="--long" in sys.argv[1:]):
        print_line(what, value)
    with tempfile.TemporaryDirectory() as scratch:
        for what, value in window.measure(Path(scratch)):
            print_line(what, value)
    for what, value in imports.measure(is_long="--long" in sys.argv[1:]):
        print_line(what, value)


def print_line(what: str, value: str) -> None:
    """Print one line of the table as soon as it is known."""
    sys.stdout.write(f"{what:<58} {value}\n")
    sys.stdout.flush()


def print_machine(load: float, words: int) -> None:
    """Say on what and beside what the figures were taken."""
    sys.stdout.write(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"load {load:.1f} before; {ARTICLES} articles, {words / ARTICLES:.0f} words each\n\n"
    )


def measure(folder: Path, articles: Path) -> Iterator[Figure]:
    """Yield the figures, each on what the ones before left behind."""
    places = {
        "KDCURATOR_LIBRARY": str(folder / "library"),
        "KDCURATOR_CACHE": str(folder / "cache"),
        "KDCURATOR_BACKUPS": str(folder / "backups"),
    }
    command = [sys.executable, "-m", "kdcurator"]
    environment = {**os.environ, **places}

    def run(*arguments: str) -> bytes:
        return subprocess.run(
            [*command, *arguments], env=environment, check=True, capture_output=True
        ).stdout

    run("articles")
    yield Figure("start of `kdcurator articles`, empty library", spread(run, "articles"))
    taken = timed(lambda: run("import", str(articles)))
    yield Figure(f"import of {ARTICLES} text articles, index included", f"{taken:.1f} s")
    yield Figure(f"start of `kdcurator articles`, {ARTICLES} articles", spread(run, "articles"))
    yield Figure("`kdcurator search`, a new process", spread(run, "search", QUERIES[0]))
    yield from in_process(folder)


def spread(run: Callable[..., object], *arguments: str, times: int = 7) -> str:
    """Return the median and the extremes of several runs."""
    taken = sorted(timed(lambda: run(*arguments)) for _ in range(times))
    middle = statistics.median(taken)
    return f"{middle * 1000:.0f} ms ({taken[0] * 1000:.0f}–{taken[-1] * 1000:.0f})"


def in_process(folder: Path) -> Iterator[Figure]:
    """Yield what is measured without the start of a process."""
    settings = Settings(
        library=folder / "library",
        cache=folder / "cache",
        backups=folder / "backups",
        logs=folder / "logs",
        config=folder / "config",
    )
    with bootstrap.build(settings) as curator:
        yield Figure("first search after opening", f"{search(curator, QUERIES[0]) * 1000:.0f} ms")
        warm = [search(curator, query) for query in QUERIES * 20]
        yield Figure("search, warm, p50 / p95", percentiles(warm))
        yield Figure("quote saved to durable, p50 / p95", percentiles(list(save_all(curator))))
        behind = [search(curator, query) for query in QUERIES * 4]
        yield Figure(f"search after {SAVED} new quotes, p50 / p95", percentiles(behind))
        target = folder / "quotes.docx"
        taken = timed(lambda: curator.exporting.export(target, QuoteFilter()))
        yield Figure(f"DOCX of {SAVED} quotes", f"{taken:.2f} s")


def search(curator: Curator, query: str) -> float:
    """Return how long one search takes."""
    return timed(lambda: curator.searching.search(query, list(HitKind)))


def save_all(curator: Curator) -> Iterator[float]:
    """Save quotes one by one, each in its own transaction; yield how long each took."""
    for number in range(SAVED):
        place = (20 + number % 7, 60 + number % 11)
        article = ArticleId(1 + number % ARTICLES)
        request = QuoteRequest(article, [place], speaker="Karen Holm", tags=["kompetencer"])
        yield timed(partial(curator.quotes.save_quotes, [request]))


def percentiles(taken: list[float]) -> str:
    """Return median and 95th percentile in milliseconds."""
    cuts = statistics.quantiles(taken, n=20)
    return f"{statistics.median(taken) * 1000:.1f} / {cuts[18] * 1000:.1f} ms"


def timed(act: Callable[[], object]) -> float:
    """Return the seconds that an act takes."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
