"""Whose words stand above: "– Hedvig Lund, 96 år" below a quote in a box.

Owns the look of such a line and what it gives to the quote before it. Must not know how quotes are
found elsewhere.
"""

from collections.abc import Sequence

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.drafts import Draft, Evidence
from kdcurator.text.suggestion.people import Mention, People
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.subjects import Subject, SubjectKind

_LONGEST = 20  # words of a signature
_DASHES = "-–—"


def signer(source: Source, people: People, span: Span) -> Mention | None:
    """Return who signs with a line: a dash, a name, and no sentence behind it."""
    line = span.cut(source.text)
    is_line = line[:1] in _DASHES and line[-1:] not in ".!?:"
    if not is_line or len(source.words_in(span.start, span.end)) > _LONGEST:
        return None
    mention = people.at(source.index_at(span.start))
    behind = source.text[mention.end : span.end] if mention else ""
    return mention if mention and (not behind or behind.lstrip()[:1] in {",", "("}) else None


def sign(
    source: Source, people: People, blocks: Sequence[Block], drafts: dict[int, list[Draft]]
) -> None:
    """Give quotes without a reporting clause to those who sign below them."""
    for number in sorted(drafts):
        signed = drafts.get(number - 1)
        if not signed or signed[-1].evidence is not Evidence.CONTEXT:
            continue
        if mention := signer(source, people, blocks[number].content):
            words = source.text[mention.start : mention.end]
            signed[-1].subject = Subject(
                SubjectKind.NAME, mention.start, mention.end, words, mention.person
            )
            signed[-1].evidence = Evidence.TAKEN_UP
