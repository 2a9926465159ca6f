"""Transcripts: turns that open with a name, initials or "Svar", a colon and perhaps a time.

Owns how far a turn reaches and which labels ask. Must not know what a label looks like, nor whom
it means.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kdcurator.domain.article import PartKind
from kdcurator.text.suggestion.asking import Asking
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.exchanges import Answer, Interview
from kdcurator.text.suggestion.labels import Turn, find_turns, is_generic, names_asker
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.source import Source

_DIALOGUE = 4  # turns that make a transcript of a part of a text
_ASKS = 0.5  # of the turns of one who asks end in a question mark
_UNDER_LABEL = frozenset({PartKind.HEADING, PartKind.CAPTION})
_ASKED = 0.34  # of the turns of one who answers may do so


@dataclass(frozen=True, slots=True)
class _Transcript:
    """The turns of a text in order, who asks in them, and whom their labels name."""

    asking: Asking
    turns: Mapping[int, Turn]
    askers: frozenset[str]
    persons: frozenset[int | None]
    last: int


def read_transcript(source: Source, people: People, blocks: Sequence[Block]) -> Interview | None:
    """Read turns that open with the speaker's name and a colon, or stand under it."""
    turns = find_turns(source, people, blocks)
    if not _is_transcript(blocks, turns):
        return None
    askers = _askers(source, turns)
    if _is_guide(source, people, turns, askers):
        return None
    persons = frozenset(people.find(label) for label in {turn.label for turn in turns.values()})
    script = _Transcript(Asking(source, people, blocks), turns, askers, persons, max(turns))
    return _interview(script)


def _interview(script: _Transcript) -> Interview | None:
    """Sort the turns into questions and answers; None where nobody answers."""
    turns = script.turns
    interview = Interview(labels={n for n, turn in turns.items() if turn.start is None})
    for number in turns:
        reach = _reach(script, number)
        if turns[number].label in script.askers:
            interview.questions.update(n for n in reach if n not in interview.labels)
        elif reach:
            _answer(interview, turns[number], number, reach)
    interview.questions |= _loose(script, interview)
    return interview if interview.answers else None


def _answer(interview: Interview, turn: Turn, number: int, reach: list[int]) -> None:
    starts = {} if turn.start is None else {number: turn.start}
    interview.answers.append(Answer(reach, turn.label, starts))


def _is_transcript(blocks: Sequence[Block], turns: Mapping[int, Turn]) -> bool:
    """Tell whether turns make up half of a text, or are many and take turns in one place."""
    if len(turns) < 2:
        return False
    bare = sum(turn.start is None for turn in turns.values())
    bodies = sum(block.kind is PartKind.BODY for block in blocks)
    if 2 * len(turns) + bare >= bodies:
        return True
    changes = sum(a.label != b.label for a, b in pairwise(turns.values()))
    return len(turns) >= _DIALOGUE and 2 * changes >= len(turns) - 1


def _askers(source: Source, turns: Mapping[int, Turn]) -> frozenset[str]:
    """Return the labels of those who ask: by the word, else by their question marks."""
    labels = {turn.label for turn in turns.values()}
    told = frozenset(label for label in labels if names_asker(source, label))
    if told:
        return told
    asked = Counter(turn.label for turn in turns.values() if turn.asks)
    counts = Counter(turn.label for turn in turns.values())
    shares = {label: asked[label] / counts[label] for label in labels}
    most = max(labels, key=lambda label: (shares[label], label))
    others = [share for label, share in shares.items() if label != most]
    is_asker = counts[most] > 1 and shares[most] >= _ASKS
    return frozenset({most}) if is_asker and max(others, default=1) <= _ASKED else frozenset()


def _is_guide(
    source: Source, people: People, turns: Mapping[int, Turn], askers: Collection[str]
) -> bool:
    """Tell whether nobody is asked: a reader's questions, answered by the paper itself.

    Such questions say jeg where those of an interview say du, or nobody is named and no answer
    says jeg.
    """
    answers = [turn for turn in turns.values() if turn.label not in askers]
    if not all(is_generic(source, turn.label) for turn in answers):
        return False
    alone = source.language.questions.alone
    second = source.language.pronouns.second
    questions = [source.lows(*turn.words) for turn in turns.values() if turn.label in askers]
    own = sum(any(w in alone for w in q) and not any(w in second for w in q) for q in questions)
    if questions and 2 * own >= len(questions):
        return True
    said = [source.lows(*turn.words) for turn in answers]
    named = any(not people.persons[mention.person].is_author for mention in people.mentions)
    return not (named or any(low in alone for lows in said for low in lows))


def _reach(script: _Transcript, number: int) -> list[int]:
    """Return the paragraphs of a turn: its own, and those without a label that go on with it."""
    blocks, turns = script.asking.blocks, script.turns
    found = [] if turns[number].start is None else [number]
    for following in range(number + 1, len(blocks)):
        kind = blocks[following].kind
        if following in turns:
            break
        if kind is not PartKind.BODY and (found or kind not in _UNDER_LABEL):
            break
        if found and not _goes_on(script, following, is_last=number == script.last):
            break
        found.append(following)
    return found


def _goes_on(script: _Transcript, number: int, *, is_last: bool) -> bool:
    """Tell whether a paragraph without a label goes on with the turn before it."""
    asking = script.asking
    span = asking.blocks[number].span
    if asking.source.text[span.start] in "([":
        return False
    if not script.askers and number + 1 in script.turns and asking.ends_asking(number):
        return False
    if asking.speaks_of_itself(number) or asking.addresses(number):
        return not is_last or asking.people.at(asking.source.index_at(span.start)) is None
    if is_last:
        return False
    named = asking.people.between(span.start, span.end)
    return not any(mention.person in script.persons for mention in named)


def _loose(script: _Transcript, interview: Interview) -> set[int]:
    """Return the questions that bear no label, each before a turn."""
    taken = {n for answer in interview.answers for n in answer.blocks}
    before = {number - 1 for number in script.turns if number > 1} - taken - script.turns.keys()
    asking = script.asking
    return {n for n in before if asking.ends_asking(n) and not asking.reports(n)}
