"""Transcripts: turns that open with a name, initials or "Svar", a colon and perhaps a time.

Owns what such a label looks like and how far a turn reaches. Must not know whom a label means.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from kdcurator.domain.article import PartKind
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.exchanges import Answer, Interview
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.source import Source

_LABEL = re.compile(r"([^\W\d_][^:\n?!»«”“\"]{0,44}):[ \u00a0\n]")
_TIMECODE = re.compile(r"[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[\])]?[ \u00a0–-]{1,3}")
_DASH = re.compile(r"[-–—‒―]")
_TURNING = frozenset(
    {
        PartKind.BODY,
        PartKind.HEADING,
        PartKind.CAPTION,
        PartKind.SECTION,
        PartKind.TITLE,
        PartKind.SUBTITLE,
        PartKind.LEDE,
        PartKind.BYLINE,
    }
)


def read_transcript(source: Source, people: People, blocks: Sequence[Block]) -> Interview | None:
    """Read turns that open with the speaker's name and a colon."""
    labels = {
        number: found
        for number, block in enumerate(blocks)
        if block.kind in _TURNING and (found := _turn_label(source, people, block))
    }
    counts = Counter(label for label, _ in labels.values())
    repeated = any(count > 1 for count in counts.values())
    if len(labels) < 2 or not (repeated or len(counts) > 1) or 2 * len(labels) < _bodies(blocks):
        return None
    interview = Interview()
    for number in sorted(labels):
        label, start = labels[number]
        if _label_key(label) in source.language.questions.interviewers:
            interview.questions.add(number)
            continue
        reach = [number, *_going_on(blocks, number, labels.keys())]
        interview.answers.append(Answer(reach, label, {number: start}))
    return interview if interview.answers else None


def _bodies(blocks: Sequence[Block]) -> int:
    return sum(block.kind is PartKind.BODY for block in blocks)


def _label_key(label: str) -> str:
    return label.split("(", maxsplit=1)[0].strip().lower()


def _turn_label(source: Source, people: People, block: Block) -> tuple[str, int] | None:
    """Return the label that opens a turn and where its words begin."""
    timecode = _TIMECODE.match(source.text, block.span.start, block.span.end)
    opening = timecode.end() if timecode else block.span.start
    match = _LABEL.match(source.text, opening, block.span.end)
    if match is None:
        return None
    label = match.group(1).split("(")[0].strip(" ,")
    start = source.skip_blanks(match.end())
    dash = _DASH.match(source.text, start)
    if dash:
        start = source.skip_blanks(dash.end())
    return (label, start) if start < block.span.end and _is_speaker(source, people, label) else None


def _is_speaker(source: Source, people: People, label: str) -> bool:
    """Tell whether a label can be somebody: a name, initials, one who asks or answers."""
    low = label.lower()
    questions = source.language.questions
    if low in questions.interviewers or low in questions.answers:
        return True
    words = label.replace(",", " ").split()
    if people.find(label) is not None:
        return True
    initials = len(words) == 1 and 1 < len(label.strip(".")) <= 4 and label.isupper()
    named = 2 <= len(words) <= 4 and all(word[0].isupper() for word in words)
    return initials or named


def _going_on(blocks: Sequence[Block], number: int, labelled: Collection[int]) -> list[int]:
    """Return the paragraphs without a label that go on with a turn."""
    found = []
    for following in range(number + 1, len(blocks)):
        if following in labelled or blocks[following].kind is not PartKind.BODY:
            break
        found.append(following)
    return found
