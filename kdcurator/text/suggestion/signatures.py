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
from kdcurator.text.suggestion.spoken import is_clause
from kdcurator.text.suggestion.subjects import Subject, SubjectKind

_LONGEST = 20  # words of a signature
_LONGEST_ROLE = 6  # words before the name
_RELATIVES = frozenset({"der", "som"})
_DASHES, _MARKS = "-–—", '»«„“”"'


def signer(source: Source, people: People, span: Span) -> Mention | None:
    """Return who signs with a line: a dash, a name, and no sentence behind it."""
    line = span.cut(source.text)
    is_line = line[:1] in _DASHES and line[-1:] not in ".!?:"
    if not is_line or len(source.words_in(span.start, span.end)) > _LONGEST:
        return None
    mention = people.at(source.index_at(span.start))
    behind = source.text[mention.end : span.end] if mention else ""
    return mention if mention and (not behind or behind.lstrip()[:1] in {",", "("}) else None


def undashed_signer(source: Source, people: People, line: Span) -> Mention | None:
    """Return who signs without a dash: "Biskop Elisabeth Lund i en prædiken" below a quote."""
    near = people.between(line.start, line.end)
    if not near or source.text[line.end - 1] in "!?:":
        return None
    if len(source.words_in(line.start, line.end)) > _LONGEST or _tells(source, line, near[0]):
        return None
    before = source.index_at(near[0].start) - source.index_at(line.start)
    return near[0] if before <= _LONGEST_ROLE else None


def _tells(source: Source, line: Span, mention: Mention) -> bool:
    """Tell whether a line is a sentence about the one it names, and not a name with its role."""
    first, after = source.index_at(line.start), source.index_at(mention.end)
    if source.words[first].low in source.language.pronouns.definite and first < mention.index:
        first += 1  # den fyrede direktør Bo Lund
    end = source.index_at(line.end)
    is_relative = after < end and source.words[after].low in _RELATIVES
    if is_relative and "," in source.gap(after):  # Bo Lund, som kørte hjem
        end = after
    return is_clause(source, Span(source.words[first].start, source.words[end - 1].end))


def _is_all_marked(source: Source, span: Span) -> bool:
    return source.text[span.start] in _MARKS and source.text[span.end - 1] in _MARKS


def sign(
    source: Source, people: People, blocks: Sequence[Block], drafts: dict[int, list[Draft]]
) -> None:
    """Give quotes without a reporting clause to those who sign below them."""
    for number, signed in drafts.items():
        if not signed or signed[-1].evidence is not Evidence.CONTEXT or number + 1 == len(blocks):
            continue
        line = blocks[number + 1].content
        mention = signer(source, people, line)
        if mention is None and _is_all_marked(source, blocks[number].content):
            mention = undashed_signer(source, people, line)
        if mention is not None:
            words = source.text[mention.start : mention.end]
            signed[-1].subject = Subject(
                SubjectKind.NAME, mention.start, mention.end, words, mention.person
            )
            signed[-1].evidence = Evidence.TAKEN_UP
