"""Constructed passages with gold, and how a reading is measured against it.

Owns the form of the files in `passages/` and `set_aside/` and the counts that
`../shared/tools/score_quotes.py` makes too. A passage marks its quotes as `{1|words}`, one number
for all segments of a quote; `{1?|words}` is a quote on which careful readers differ. `speakers`
names one for each number, "" for nobody named; `aliases` are other right answers. The passages set
aside were written and marked by people who had not seen the rules, and nobody who writes rules
reads them: only their figures are looked at.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from kdcurator.domain.suggestion import STRONG, Reading, SuggestedQuote

_MARK = re.compile(r"\{(\d+)(\??)\|([^}]*)\}")

Segments = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A quote as people marked it."""

    segments: Segments
    speaker: str
    aliases: tuple[str, ...] = ()
    is_optional: bool = False

    def accepts(self, speaker: str | None) -> bool:
        """Tell whether somebody is the right answer to who speaks."""
        right = {_name(self.speaker), *map(_name, self.aliases)}
        return _name(speaker or "") in right


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its gold."""

    name: str
    text: str
    quotes: tuple[GoldQuote, ...]
    questions: tuple[str, ...] | None
    people: tuple[dict[str, str], ...]
    unsolved: str
    """Why the rules do not get it all right; empty when they do."""

    @property
    def required(self) -> list[GoldQuote]:
        """Return the quotes on which careful readers agree."""
        return [quote for quote in self.quotes if not quote.is_optional]


def passages(folder: str) -> list[Passage]:
    """Read the passages of a folder beside this file."""
    return list(_read(Path(__file__).parent / folder))


def _read(folder: Path) -> Iterator[Passage]:
    for path in sorted(folder.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield _passage(f"{path.stem}: {case['id']}", case)


def _passage(name: str, case: dict[str, Any]) -> Passage:
    text, position = "", 0
    segments: dict[int, list[tuple[int, int]]] = {}
    doubtful = set()
    marked = re.sub(r"\r\n?", "\n", case["text"]).strip("\n")
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        segments.setdefault(int(match[1]), []).append((len(text), len(text) + len(match[3])))
        doubtful |= {int(match[1])} if match[2] else set()
        text, position = text + match[3], match.end()
    aliases: dict[str, list[str]] = case.get("aliases", {})
    quotes = tuple(
        GoldQuote(
            tuple(segments[number]), who, tuple(aliases.get(str(number), ())), number in doubtful
        )
        for number, who in zip(sorted(segments), case["speakers"], strict=True)
    )
    questions = tuple(case["questions"]) if "questions" in case else None
    return Passage(
        name,
        text + marked[position:],
        quotes,
        questions,
        tuple(case.get("people", ())),
        case.get("unsolved", ""),
    )


@dataclass(frozen=True, slots=True)
class Pair:
    """A quote of the gold and the suggestion that is it, for the most part."""

    gold: GoldQuote
    found: SuggestedQuote

    @property
    def has_right_speaker(self) -> bool:
        """Tell whether the suggestion names the right one."""
        return self.gold.accepts(self.found.speaker)

    @property
    def is_exact(self) -> bool:
        """Tell whether the suggestion stands at the exact characters."""
        return segments_of(self.found) == self.gold.segments


@dataclass(frozen=True, slots=True)
class Comparison:
    """A reading beside the gold; what lies on doubtful ground is neither right nor wrong."""

    pairs: tuple[Pair, ...]
    missed: tuple[GoldQuote, ...]
    false: tuple[SuggestedQuote, ...]

    @property
    def is_right(self) -> bool:
        """Tell whether every quote is found exactly, with its speaker, and nothing else."""
        right = all(pair.is_exact and pair.has_right_speaker for pair in self.pairs)
        return right and not self.missed and not self.false


def segments_of(quote: SuggestedQuote) -> Segments:
    """Return the offsets of a suggestion."""
    return tuple((span.start, span.end) for span in quote.segments)


def compare(passage: Passage, reading: Reading) -> Comparison:
    """Pair gold and suggestions one to one, those that share most first, half at least."""
    pairs = _paired(passage.quotes, reading.quotes)
    taken = {id(pair.found) for pair in pairs}
    kept = tuple(pair for pair in pairs if not pair.gold.is_optional)
    found = {id(pair.gold) for pair in kept}
    return Comparison(
        kept,
        tuple(quote for quote in passage.required if id(quote) not in found),
        tuple(quote for quote in reading.quotes if id(quote) not in taken),
    )


def _paired(gold: Sequence[GoldQuote], found: Sequence[SuggestedQuote]) -> list[Pair]:
    shared = [
        (_share(g.segments, segments_of(f)), n, g, f)
        for n, (g, f) in enumerate(product(gold, found))
    ]
    pairs: list[Pair] = []
    for share, _, quote, suggestion in sorted(shared, key=lambda one: (-one[0], one[1])):
        is_new = all(pair.gold is not quote and pair.found is not suggestion for pair in pairs)
        if share >= 0.5 and is_new:
            pairs.append(Pair(quote, suggestion))
    return pairs


def _share(one: Segments, other: Segments) -> float:
    """Return how much of two quotes' characters they have in common."""
    first, second = ({n for start, end in s for n in range(start, end)} for s in (one, other))
    return len(first & second) / len(first | second)


def _name(name: str) -> str:
    composed = unicodedata.normalize("NFC", name).casefold().replace("’", "'")
    return " ".join(composed.split()).strip(" .,:;")


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of the issue's table."""

    passages: int
    segments: float
    quotes: float
    speakers: float
    false_alarms: int
    without_quotes: int
    strong: int
    strong_right: int


def score(cases: Sequence[Passage], read: Callable[[str], Reading]) -> Score:
    """Read passages and return F1 of exact segments, of quotes, and of quotes rightly given."""
    count: Counter[str] = Counter()
    for passage in cases:
        compared = compare(passage, read(passage.text))
        count += _counts(passage, compared)
    return Score(
        len(cases),
        _f1(count["exact"], count["found segments"], count["gold segments"]),
        _f1(count["pairs"], count["found"], count["gold"]),
        _f1(count["right"], count["found"], count["gold"]),
        count["false alarms"],
        count["without"],
        count["strong"],
        count["strong right"],
    )


def _counts(passage: Passage, compared: Comparison) -> Counter[str]:
    pairs = compared.pairs
    found = [*(pair.found for pair in pairs), *compared.false]
    gold = {segment for quote in passage.required for segment in quote.segments}
    segments = [segment for quote in found for segment in segments_of(quote)]
    right = [pair for pair in pairs if pair.has_right_speaker]
    strong = [quote for quote in found if quote.confidence >= STRONG]
    return Counter(
        {
            "gold": len(passage.required),
            "found": len(found),
            "pairs": len(pairs),
            "right": len(right),
            "gold segments": len(gold),
            "found segments": len(segments),
            "exact": len(gold & set(segments)),
            "without": int(not passage.quotes),
            "false alarms": 0 if passage.quotes else len(found),
            "strong": len(strong),
            "strong right": sum(pair.found.confidence >= STRONG for pair in right),
        }
    )


def _f1(hits: int, found: int, gold: int) -> float:
    return 2 * hits / (found + gold) if found + gold else 1.0
