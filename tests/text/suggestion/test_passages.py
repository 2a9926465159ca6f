"""The engine on constructed passages with gold: each case exactly, and floors over all.

A passage marks its quotes as `{1|words}`, one number for all segments of a quote; `{1?|words}` is
a quote on which careful readers differ. `speakers` names one for each number, "" for nobody named.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kdcurator.domain.article import PartKind
from kdcurator.domain.suggestion import Reading
from kdcurator.text.suggestion.reader import TextReader

_MARK = re.compile(r"\{(\d+)(\??)\|([^}]*)\}")

Segments = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    name: str
    text: str
    quotes: dict[Segments, str]
    optional: frozenset[Segments]
    questions: list[str] | None


def _passages() -> Iterator[Passage]:
    for path in sorted((Path(__file__).parent / "passages").glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield _passage(f"{path.stem}: {case['id']}", case)


def _passage(name: str, case: dict) -> Passage:  # type: ignore[type-arg] # as TOML gives it
    text, position = "", 0
    segments: dict[int, list[tuple[int, int]]] = {}
    doubtful = set()
    for match in _MARK.finditer(marked := case["text"].strip("\n")):
        text += marked[position : match.start()]
        segments.setdefault(int(match[1]), []).append((len(text), len(text) + len(match[3])))
        doubtful |= {int(match[1])} if match[2] else set()
        text, position = text + match[3], match.end()
    spans = {number: tuple(segments[number]) for number in sorted(segments)}
    return Passage(
        name,
        text + marked[position:],
        dict(zip(spans.values(), case["speakers"], strict=True)),
        frozenset(spans[number] for number in doubtful),
        case.get("questions"),
    )


PASSAGES = list(_passages())


def _found(reading: Reading, passage: Passage) -> dict[Segments, str]:
    """Return the suggested quotes with speakers, those on doubtful ground left out."""
    doubtful = [span for segments in passage.optional for span in segments]
    return {
        tuple((s.start, s.end) for s in quote.segments): quote.speaker or ""
        for quote in reading.quotes
        if not any(
            s.start < end and start < s.end for s in quote.segments for start, end in doubtful
        )
    }


def _required(passage: Passage) -> dict[Segments, str]:
    return {s: speaker for s, speaker in passage.quotes.items() if s not in passage.optional}


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.name)
def test_passage_gives_its_quotes_and_speakers(passage: Passage, reader: TextReader) -> None:
    reading = reader.read(passage.text)
    assert _found(reading, passage) == _required(passage)
    if passage.questions is not None:
        asked = [span.cut(passage.text) for span in reading.spans(PartKind.QUESTION)]
        assert asked == passage.questions


def _other_marks(text: str) -> str:
    return text.translate(str.maketrans("»«", "””"))


def _other_dashes(text: str) -> str:
    return re.sub(r"(?m)(^|[.:!?] )- ", r"\1– ", text)


def _wrapped(text: str, width: int = 66) -> str:
    """Break lines at a column by turning blanks into newlines: offsets stay as they are."""
    lines, column = list(text), 0
    last_blank = None
    for place, character in enumerate(text):
        column = 0 if character == "\n" else column + 1
        last_blank = None if character == "\n" else place if character == " " else last_blank
        if column > width and last_blank is not None:
            lines[last_blank], column, last_blank = "\n", place - last_blank, None
    return "".join(lines)


def _f1(hits: int, found: int, required: int) -> float:
    return 2 * hits / (found + required)


@pytest.mark.parametrize("change", [str, _other_marks, _other_dashes, _wrapped])
def test_floors_hold_over_all_passages_and_their_variants(
    change: Callable[[str], str], reader: TextReader
) -> None:
    counts: Counter[str] = Counter()
    for passage in PASSAGES:
        if change is _wrapped and "\n" in passage.text.replace("\n\n", ""):
            continue  # a line for each paragraph: wrapped lines would make another text
        found, required = _found(reader.read(change(passage.text)), passage), _required(passage)
        counts["found"] += len(found)
        counts["required"] += len(required)
        counts["exact"] += len(found.keys() & required.keys())
        counts["right"] += len(found.items() & required.items())
        counts["false"] += len(found) if not required else 0
    assert _f1(counts["exact"], counts["found"], counts["required"]) >= 0.95
    assert _f1(counts["right"], counts["found"], counts["required"]) >= 0.93
    assert counts["false"] <= 1


def test_passages_are_many_and_named_once() -> None:
    assert len(PASSAGES) >= 120
    assert Counter(passage.name for passage in PASSAGES).most_common(1)[0][1] == 1
