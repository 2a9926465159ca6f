"""How well and how fast quotes are suggested, as `run.py bench` prints it.

Owns which texts are scored and the lines of the table. The five real articles and the script that
scores them lie beside this repository, not in it; without them their line says so.
"""

import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from kdcurator import bootstrap
from kdcurator.domain.suggestion import Reading
from kdcurator.settings import seeds
from kdcurator.text.canonical import canonical
from tests.text.suggestion.gold import Score, passages, score

Line = tuple[str, str]

_SHARED = Path(__file__).parents[3] / "shared"
_WORDS = 600
_TIMED = 300  # texts
_ROUNDS = 5
_LONG = 1_000_000  # characters


def measure() -> Iterator[Line]:
    """Yield the table: passages, those set aside, the five articles, speed."""
    read = bootstrap.text_reader().read
    shown, aside = passages("passages"), passages("set_aside")
    for what, cases in (
        ("all constructed passages", [*shown, *aside]),
        ("the quarter of them set aside", aside),
    ):
        figures = score(cases, read)
        yield f"quotes in {what} ({figures.passages})", _figures(figures)
        yield "  false alarms in those without quotes", _false_alarms(figures)
        yield "  strong suggestions that are right", _strong(figures)
    yield "quotes in the five articles", five_articles()
    yield from _speed()


def _figures(figures: Score) -> str:
    found = (figures.segments, figures.quotes, figures.speakers)
    return "segments {:.3f}, quotes {:.3f}, speakers {:.3f}".format(*found)


def _false_alarms(figures: Score) -> str:
    return f"{figures.false_alarms} in {figures.without_quotes}"


def _strong(figures: Score) -> str:
    share = figures.strong_right / figures.strong if figures.strong else 1.0
    return f"{figures.strong_right} of {figures.strong} ({share:.1%})"


def five_articles() -> str:
    """Score the five real articles by the shared script, or say that they are not there."""
    script, corpus = _SHARED / "tools" / "score_quotes.py", _SHARED / "corpus"
    if not (script.is_file() and corpus.is_dir()):
        return "not measured: they are not beside this repository"
    read = bootstrap.text_reader().read
    with tempfile.TemporaryDirectory() as scratch:
        for path in sorted(corpus.glob("*.txt")):
            found = _as_json(read(canonical(path.read_bytes().decode("utf-8")).text))
            (Path(scratch) / f"{path.stem}.json").write_text(json.dumps(found), "utf-8")
        command = [sys.executable, script, corpus / "gold", scratch, "--json"]
        done = subprocess.run(list(map(str, command)), check=True, capture_output=True)
    figures = json.loads(done.stdout)
    names = ("segments_exact", "quotes_iou_0.5", "quotes_with_right_speaker")
    return "segments {:.3f}, quotes {:.3f}, speakers {:.3f}".format(
        *(figures[name][2] for name in names)
    )


def _as_json(reading: Reading) -> dict[str, list[dict[str, object]]]:
    return {
        "quotes": [
            {"segments": [[s.start, s.end] for s in quote.segments], "speaker": quote.speaker}
            for quote in reading.quotes
        ]
    }


def _speed() -> Iterator[Line]:
    read = bootstrap.text_reader().read
    words = " ".join(path.read_text("utf-8") for path in sorted(seeds().glob("*.txt")))
    paragraphs = [paragraph for paragraph in words.split("\n\n") if paragraph.strip()]
    texts = [_of_words(paragraphs, number) for number in range(_TIMED)]
    gc.collect()
    gc.freeze()  # the passages that were scored before are no part of a reading
    rates = sorted(_TIMED / _timed(lambda: _read_all(read, texts)) for _ in range(_ROUNDS))
    figure = f"{rates[_ROUNDS // 2]:.0f} a second ({rates[0]:.0f}–{rates[-1]:.0f}, goal 300)"
    yield f"articles of {_WORDS} words read, one core", figure
    long = ("\n\n".join(paragraphs) + "\n\n") * (_LONG // len(words) + 1)
    yield "a text of 1,000,000 characters read", f"{_timed(lambda: read(long[:_LONG])):.2f} s"
    line = long.replace("\n", " ")[:_LONG]
    yield "the same as a single line", f"{_timed(lambda: read(line)):.2f} s"


def _read_all(read: Callable[[str], Reading], texts: list[str]) -> None:
    """Read texts one by one and keep nothing, as an import does."""
    for text in texts:
        read(text)


def _of_words(paragraphs: list[str], first: int) -> str:
    """Return paragraphs of about 600 words, another choice for each text."""
    chosen: list[str] = []
    number = first
    while sum(len(paragraph.split()) for paragraph in chosen) < _WORDS:
        chosen.append(paragraphs[number * 7 % len(paragraphs)])
        number += 1
    return "\n\n".join(chosen)


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started
