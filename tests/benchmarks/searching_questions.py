"""What is asked of everybody: the same questions, drawn from the texts with a fixed seed.

Owns which words, phrases, tags and names are searched for. Must not know who answers. Half of the
words are compounds of the corpus, half are words of our own sentences with five letters at least.
"""

import json
import random
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from tests.benchmarks.searching_corpus import SEED, compounds, our_sentences

_WORD: Final = re.compile(r"[^\W\d_]+")
_LETTERS: Final = "abdefgiklmnoprstuv"


class Ask(StrEnum):
    """Kinds of questions."""

    TYPED = "type-ahead"
    COMPLETIONS = "completions"
    WORD = "one word"
    WORDS = "two words"
    PHRASE = "phrase"
    TAGGED = "word and tag"
    SAID = "word and speaker"
    FACETS = "facet counts"
    SLIP = "one typing error"


EVERYTHING: Final = frozenset(Ask)

HITS: Final = 20
"""Hits that are wanted of each answer."""


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody wants to find; what stands in `words` depends on the kind."""

    ask: Ask
    words: tuple[str, ...]
    name: str = ""
    """The tag or the speaker."""


_COUNTS: Final = {
    Ask.WORD: 60,
    Ask.WORDS: 60,
    Ask.PHRASE: 40,
    Ask.TAGGED: 40,
    Ask.SAID: 40,
    Ask.FACETS: 40,
    Ask.SLIP: 40,
}
_TYPED_WORDS: Final = 20
_LENGTHS: Final = range(2, 7)
_PROVED: Final = {
    Ask.WORD: 0.4,
    Ask.WORDS: 0.25,
    Ask.PHRASE: 0.15,
    Ask.TYPED: 0.1,
    Ask.TAGGED: 0.05,
    Ask.SAID: 0.05,
}
"""Shares of the questions whose answers are proved."""


class Questions:
    """Draws questions from the database of texts."""

    def __init__(self, texts: Path, seed: int = SEED) -> None:
        self._luck = random.Random(seed)
        self._made = frozenset(compounds())
        self._ours = frozenset(_WORD.findall(" ".join(our_sentences()).lower()))
        with closing(sqlite3.connect(texts)) as connection:
            count = connection.execute("SELECT count(*) FROM row WHERE kind = 1").fetchone()[0]
            drawn = self._luck.sample(range(1, count + 1), min(count, 4_000))
            self._rows = [_row(connection, quote_id) for quote_id in drawn]

    def measured(self) -> Iterator[Question]:
        """Yield what is measured, in order of kinds."""
        typed = [self._word(letters=max(_LENGTHS)) for _ in range(_TYPED_WORDS)]
        for ask in (Ask.TYPED, Ask.COMPLETIONS):
            for word in typed:
                yield from (Question(ask, (word[:length],)) for length in _LENGTHS)
        for ask, count in _COUNTS.items():
            yield from (self._question(ask) for _ in range(count))

    def proved(self, count: int) -> list[Question]:
        """Return what is proved against a look at every row, all kinds mixed: it may be cut."""
        asks = [ask for ask, share in _PROVED.items() for _ in range(round(count * share))]
        self._luck.shuffle(asks)
        return list(map(self._to_prove, asks))

    def _to_prove(self, ask: Ask) -> Question:
        question = self._question(Ask.WORD if ask is Ask.TYPED else ask)
        begun = (question.words[0][: self._luck.randint(3, 6)],)
        return Question(ask, begun if ask is Ask.TYPED else question.words, question.name)

    def _question(self, ask: Ask) -> Question:
        luck = self._luck
        text, tags, speaker = luck.choice(self._rows)
        words = _WORD.findall(text.lower())
        match ask:
            case Ask.WORDS:
                return Question(ask, (self._of(words), self._of(words)))
            case Ask.PHRASE:
                phrases = [found[0] for found in re.finditer(r"[^\W\d_]+(?: [^\W\d_]+)+", text)]
                some = luck.choice(phrases).split() if phrases else words
                start, length = luck.randrange(max(1, len(some) - 1)), luck.randint(2, 4)
                return Question(ask, tuple(some[start : start + length]))
            case Ask.SLIP:
                return Question(ask, (self._mistyped(self._word(letters=6)),))
            case Ask.TAGGED if not tags:
                return self._question(ask)
            case _:
                name = {Ask.TAGGED: (*tags, "")[0], Ask.SAID: speaker}.get(ask, "")
                return Question(ask, (self._of(words),), name)

    def _word(self, letters: int) -> str:
        """Return a word of a quote that is not too short."""
        while True:
            text = self._luck.choice(self._rows)[0]
            word = self._of(_WORD.findall(text.lower()))
            if len(word) >= letters:
                return word

    def _of(self, words: list[str]) -> str:
        """Return one of some words, as often a compound as not."""
        made = [word for word in words if word in self._made]
        ours = [word for word in words if len(word) >= 5 and word not in self._made]
        return self._luck.choice(self._luck.choice([made or words, ours or words]))

    def _mistyped(self, word: str) -> str:
        """Return a word with one slip, which is no word of the library itself."""
        luck = self._luck
        while True:
            at = luck.randrange(2, len(word) - 1)
            head, tail = word[:at], word[at:]
            slips = (
                head + tail[1:],
                head + luck.choice(_LETTERS) + tail,
                head + luck.choice(_LETTERS) + tail[1:],
                head + tail[1] + tail[0] + tail[2:],
            )
            slip = luck.choice(slips)
            if slip not in self._made and slip not in self._ours:
                return slip


def _row(connection: sqlite3.Connection, quote_id: int) -> tuple[str, list[str], str]:
    """Return a quote's text, tags and speaker."""
    text = connection.execute("SELECT text FROM row WHERE kind = 1 AND id = ?", (quote_id,))
    tags = connection.execute("SELECT name FROM tag WHERE kind = 1 AND id = ?", (quote_id,))
    who = connection.execute("SELECT name FROM speaker WHERE kind = 1 AND id = ?", (quote_id,))
    return text.fetchone()[0], [name for (name,) in tags], who.fetchone()[0]


def write(file: Path, questions: Iterator[Question]) -> None:
    """Keep questions for other processes."""
    file.write_text(json.dumps([asdict(one) for one in questions]), encoding="utf-8")


def read(file: Path) -> list[Question]:
    """Return the questions that were kept."""
    return [
        Question(Ask(one["ask"]), tuple(one["words"]), one["name"])
        for one in json.loads(file.read_text(encoding="utf-8"))
    ]
