"""Questions and answers inside one paragraph, as "- Er De bitter? - Nej. - Fik De bøde? - Ja".

Owns when the dash turns of a paragraph are two people's by turns. Must not know interviews in
paragraphs.
"""

from collections.abc import Iterator
from itertools import pairwise

from kdcurator.domain.article import PartKind
from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.asking import Asking
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.dashes import turns_in
from kdcurator.text.suggestion.source import Source

_SPEAKING = frozenset({PartKind.BODY, PartKind.LEDE})


def run_in_questions(asking: Asking) -> set[int]:
    """Return where questions begin that a dash answers in the same paragraph.

    A text must have two of them, or one with a plain reply, and speak to somebody in one.
    """
    pairs = [
        pair
        for block in asking.blocks
        if block.kind in _SPEAKING and not block.is_list
        for pair in _pairs(asking.source, block)
    ]
    if not any(asking.addresses_in(question) for question, _ in pairs):
        return set()
    if len(pairs) < 2 and not _replies(asking.source, pairs[0][1]):
        return set()
    return {asking.source.skip_blanks(question.start) for question, _ in pairs}


def _pairs(source: Source, block: Block) -> Iterator[tuple[Span, Span]]:
    """Yield the dash turns of a paragraph that ask, each with the one that answers."""
    content = block.content
    if source.text.find("?", content.start, content.end) < 0:
        return
    spans = [turn.speech for turn in turns_in(source, content)]
    for one, other in pairwise(spans):
        if _asks(source, one) and not _asks(source, other):
            yield one, other


def _asks(source: Source, span: Span) -> bool:
    end = source.back_over_blanks(span.end)
    return end > span.start and source.text[end - 1] == "?"


def _replies(source: Source, span: Span) -> bool:
    lows = source.lows(span.start, span.end)[:1]
    return bool(lows) and lows[0] in source.language.questions.replies
