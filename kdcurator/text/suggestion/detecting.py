"""Which language a text is in, by its small words.

Owns the count and nothing else: the writer's words count, what is quoted only where nothing else
stands. Must not know rules of any language.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from kdcurator.domain.article import Language
from kdcurator.text.suggestion.language import LanguageData
from kdcurator.text.suggestion.source import Wording

_SAMPLE = 500  # words from the opening
_QUOTED = re.compile(r"[»«„“”\"][^»«„“”\"\n]{1,3000}+[»«„“”\"]")
_ENOUGH = 4  # small words that tell a language


def language_of(text: str, wording: Wording, data: LanguageData) -> Language:
    """Return the language whose small words a text holds most of; Danish where nothing tells."""
    starts, sample = wording.starts[:_SAMPLE], wording.lows[:_SAMPLE]
    end = wording.ends[len(sample) - 1] if sample else 0
    quoted = [match.span() for match in _QUOTED.finditer(text, 0, end)]
    told = _scores(_outside(starts, sample, quoted), data)
    scores = told if max(told.values()) >= _ENOUGH else _scores(sample, data)
    return Language(max(scores, key=lambda code: (scores[code], code == "da")))


def _scores(lows: Sequence[str], data: LanguageData) -> dict[str, int]:
    counts = Counter(lows)
    counted = data.small_words.intersection(counts)
    return {
        code: sum(map(counts.__getitem__, small.intersection(counted)))
        for code, small in data.stop_words.items()
    }


def _outside(
    starts: Sequence[int], lows: Sequence[str], spans: Sequence[tuple[int, int]]
) -> list[str]:
    """Return the words that stand in none of the spans, which are in order."""
    found: list[str] = []
    last = 0
    for start, end in spans:
        found += lows[last : bisect_left(starts, start)]
        last = bisect_left(starts, end)
    return [*found, *lows[last:]]
