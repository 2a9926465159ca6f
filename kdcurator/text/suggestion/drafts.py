"""A quote in the making: where it stands and what speaks for it, before its speaker is known.

Owns the value that the later stages pass on, and what they look things up in. Must not know how
drafts are found.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kdcurator.domain.quote import Span, Style
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.clauses import Clause
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.subjects import Subject


@dataclass(frozen=True, slots=True)
class Text:
    """What drafting looks things up in."""

    source: Source
    people: People
    blocks: Sequence[Block]

    def block_at(self, offset: int) -> int:
        """Return the number of the block that an offset stands in."""
        return max(0, bisect_right(self.blocks, offset, key=_start) - 1)

    def block_end(self, offset: int) -> int:
        """Return where the block ends that an offset stands in."""
        return self.blocks[self.block_at(offset)].span.end


def _start(block: Block) -> int:
    return block.span.start


class Evidence(StrEnum):
    """What makes a stretch of text speech, the surest first."""

    CLAUSE = "reporting clause"
    INTRODUCTION = "introduced by a colon"
    TAKEN_UP = "taken up by the next sentence"
    LABEL = "turn of a transcript"
    ANSWER = "answer to a question"
    CONTEXT = "the one who speaks here"
    HEADLINE = "headline"
    EMBEDDED = "inside the writer's sentence"


@dataclass(slots=True)
class Draft:
    """A quote that was found, with the words that say who speaks."""

    segments: list[Span]
    style: Style
    block: int
    evidence: Evidence
    subject: Subject | None = None
    cue: str | None = None
    label: str | None = None
    """The words before the colon of a transcript's turn or of a headline."""
    is_open: bool = False
    """No reporting clause closes it: the next paragraph may go on with it."""
    is_torn: bool = False
    """A mark is missing."""
    is_continued: bool = False
    """A paragraph without any mark was taken in."""
    is_longer: bool = False
    """It takes in long paragraphs, as hardly any other answer of the text does."""

    @property
    def start(self) -> int:
        """Return where the quote begins."""
        return self.segments[0].start

    @property
    def end(self) -> int:
        """Return where the quote ends."""
        return self.segments[-1].end

    def give_to(self, clause: Clause, evidence: Evidence) -> None:
        """Let a reporting clause say who speaks."""
        self.evidence, self.subject, self.cue = evidence, clause.subject, clause.cue
