"""Who asks and who answers: the questions of a text and the answers to them.

Owns the values that interviews and transcripts have in common. Must not know how they are found.
"""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Answer:
    """An answer: its paragraphs, and the label that says who gives it in a transcript."""

    blocks: list[int]
    label: str | None = None
    starts: dict[int, int] = field(default_factory=dict)
    """Where the words begin behind a label, by block."""


@dataclass(slots=True)
class Interview:
    """The questions of a text, by block, and its answers."""

    questions: set[int] = field(default_factory=set)
    answers: list[Answer] = field(default_factory=list)
    labels: set[int] = field(default_factory=set)
    """Blocks that only say who speaks next."""
    run_in: set[int] = field(default_factory=set)
    """Where questions begin that stand behind a dash inside a paragraph, by offset."""
