"""Why a quote is suggested: the parts of its reason, and the English phrase that stores them.

Owns the one table that phrases are written by and read by, so that a window can put a stored reason
into its own language. Must not know how the evidence is found, nor any language of a window.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

_BETWEEN: Final = "; "
_WORDS: Final = "{words}"


class Ground(Enum):
    """One thing that speaks for a quote, or against it, as the English phrase has it."""

    DASH = "dash turn"
    GUILLEMETS = "guillemets"
    QUOTATION_MARKS = "quotation marks"
    ANSWER = "answer to a question"
    HEADLINE = "headline"
    NO_MARK = "no mark"
    TURN = "turn of {words}"
    INTERVIEWEE = "the interviewee is {words}"
    NO_INTERVIEWEE = "no interviewee is named"
    ACCORDING_TO = "according to {words}"
    SPEAKS_HERE = "{words} speaks here"
    NO_SPEAKER = "no speaker is named"
    UNNAMED = "unnamed in the text"
    NO_NAME = "no name at the quote"
    ANOTHER = "another may be meant"
    NO_CLAUSE = "no reporting clause"
    INSIDE = "inside the writer's sentence"
    LONG_ANSWER = "several paragraphs"
    TORN = "a mark is missing"
    CONTINUED = "goes on in the next paragraph"
    SAID = "{words}"
    """The reporting clause: `siger Karen Holm`. Every phrase that is none of the others."""

    @property
    def is_doubt(self) -> bool:
        """Tell whether it makes the suggestion less sure."""
        return self in _DOUBTS


_DOUBTS: Final = frozenset(
    {
        Ground.NO_MARK,
        Ground.NO_INTERVIEWEE,
        Ground.NO_SPEAKER,
        Ground.UNNAMED,
        Ground.NO_NAME,
        Ground.ANOTHER,
        Ground.NO_CLAUSE,
        Ground.INSIDE,
        Ground.LONG_ANSWER,
        Ground.TORN,
        Ground.CONTINUED,
    }
)


@dataclass(frozen=True, slots=True)
class Because:
    """A ground, with the words of the text that it names."""

    ground: Ground
    words: str = ""

    def __str__(self) -> str:
        return self.ground.value.replace(_WORDS, self.words)


def phrase(parts: Iterable[Because]) -> str:
    """Return a reason as it is stored and as the command line prints it."""
    return _BETWEEN.join(str(part) for part in parts)


def parts_of(reason: str) -> tuple[Because, ...]:
    """Return the parts of a stored reason; what no other ground says is a reporting clause."""
    return tuple(_part(words) for words in reason.split(_BETWEEN) if words)


def _part(said: str) -> Because:
    """Read one part; the table's order is that in which its phrases are tried."""
    for ground in Ground:
        before, blank, after = ground.value.partition(_WORDS)
        if not blank and said == before:
            return Because(ground)
        words = said.removeprefix(before).removesuffix(after)
        if blank and words and len(before) + len(words) + len(after) == len(said):
            return Because(ground, words)
    return Because(Ground.SAID, said)
