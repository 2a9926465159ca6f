"""Where the writer's main clauses open, so that each has a subject of its own.

Owns which words and stops open one. Must not know whom a clause tells of.
"""

from collections.abc import Iterator, Sequence

from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.source import Source

_JOINING = frozenset({"og", "men", "mens"})
_GOING_ON = frozenset({"hvortil", "hvorpå", "hvorefter"})
"""Words by which a sentence tells what was done next, often by another."""


def openings(source: Source, people: People, blocks: Sequence[Block]) -> list[int]:
    """Return where main clauses open: behind stops, in a new paragraph, with a new subject."""
    stops = set(source.stops)
    paragraphs = [
        block.span.start
        for block in blocks
        if source.back_over_blanks(block.span.start) not in stops
    ]
    return sorted([*stops, *paragraphs, *_going_on(source), *_joined(source, people)])


def _going_on(source: Source) -> list[int]:
    """Return where a sentence goes on with what was done next; few texts have such a word."""
    if _GOING_ON.isdisjoint(source.vocabulary):
        return []
    return [source.starts[n] for n, low in enumerate(source.all_lows) if low in _GOING_ON]


def _joined(source: Source, people: People) -> Iterator[int]:
    """Yield where a name is the subject of the next clause: …, og direktør Bo Lund."""
    for mention in people.mentions:
        for index in range(max(1, mention.index - 2), mention.index):
            if source.all_lows[index] in _JOINING and source.gap(index).strip() == ",":
                yield source.starts[index]
