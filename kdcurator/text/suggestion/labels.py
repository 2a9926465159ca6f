"""The labels of a transcript's turns: "LT:", "Svar:", "Bo Lund, 34, tømrer:", "Bo Lund 00:07:12".

Owns what such a label looks like and where the words behind it begin. Must not know how far a turn
reaches, nor whom a label means.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from kdcurator.domain.article import PartKind
from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.dashes import opens_with_dash
from kdcurator.text.suggestion.listings import are_titles, is_title
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.speech import is_first_person

_TIME = r"[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?[\])]?"
_LABEL = re.compile(rf"([^\W\d_][^:\n?!»«”“\"]{{0,60}}?)(?:[ \u00a0]{_TIME})?:(?=\s|$)")
_TIMED = re.compile(rf"([^\W\d_][^:\n?!»«”“\"\d]{{0,44}}?),?[ \u00a0\t]{{1,4}}{_TIME}(?=\n|$)")
_AGE = r"(?:\d{1,2}|[a-zæøå][^\n.:?!]{2,40}, ?\d{1,2})\b"
_AGED = re.compile(rf"([^\W\d_][^:\n?!»«”“\",\d]{{2,40}}), ?{_AGE}[^\n.:?!]{{0,60}}$")
_WITH_AGE = re.compile(r", ?\d{1,2}\b")
_NAME_LINE = re.compile(r"(?:[^\W\d_][^\s.:?!,]{1,30}[ \u00a0]){1,3}[^\W\d_][^\s.:?!,]{1,30}$")
_NUMBERED = re.compile(r" ?\d{1,2}$")
_TIMECODE = re.compile(rf"{_TIME}[ \u00a0–-]{{1,3}}")
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
_LABELLING = re.compile(r"[:0-9]")
"""What all labels have; nearly all paragraphs have no label, and this finds it out at once."""
_LONGEST_LABEL = 200  # characters, more than the patterns of a label can match
_LONGEST_NAME = 60
_HOUR = re.compile(r"(?i:(?:man|tirs|ons|tors|fre|lør|søn)dag\b|kl\. ?\d|\d{1,2}[.:]\d{2}\b)")
_ROLL = 3  # turns that may be a roll
_LEAST = 4  # in so many turns one speaks of jeg or to du, or asks
_RARE = 3  # in so many turns somebody speaks of himself
_MARKS = frozenset('»«„“”"-–—')
_SURVEY = 3  # people with their age on a line
_LONGEST_ROLE = 3  # words of a label that is no name


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn: its label, where its words begin, and the stretch that they fill."""

    label: str
    start: int | None
    """None where the label stands on its own line and the words in the next paragraph."""
    words: tuple[int, int]
    asks: bool
    has_age: bool = False
    is_loose: bool = False
    """Neither colon nor time tells the label from the name under a picture."""


def find_turns(source: Source, people: People, blocks: Sequence[Block]) -> dict[int, Turn]:
    """Return the turns of a text in order, by the paragraph of their label."""
    found = {
        number: turn
        for number, block in enumerate(blocks)
        if block.kind in _TURNING and (turn := _read(source, blocks, number))
    }
    found = {n: turn for n, turn in found.items() if not is_title(source, Span(*turn.words))}
    found |= _names_alone(source, people, blocks)
    counts = Counter(turn.label for turn in found.values())
    sure = {n: t for n, t in found.items() if _is_speaker(source, people, t)}
    sure = _without_captions(source, blocks, sure)
    roles = _roles(found, counts) if len(sure) < len(found) else {}
    turns = dict(sorted((sure | roles).items()))
    if are_titles(source, [Span(*turn.words) for turn in turns.values()]):
        return {}
    if 0 in turns and _is_headline(source, turns, counts):
        del turns[0]
    return {} if _is_roll(source, people, turns) else turns


def _is_roll(source: Source, people: People, turns: Mapping[int, Turn]) -> bool:
    """Tell whether labels call things or people up one by one, and nobody speaks.

    No label comes again, none asks or answers, and either most are no people's names, or hardly
    anything behind them says jeg: churches with their concerts, players with their marks.
    """
    if len(turns) < _ROLL:
        return False
    labels = {turn.label for turn in turns.values()}
    spoken = sum(_speaks(source, turn) for turn in turns.values())
    if _LEAST * spoken < len(turns) or 2 * sum(_is_timed(source, t) for t in turns.values()) > len(
        turns
    ):
        return True
    if len(labels) < len(turns) or any(map(partial(_asks_or_answers, source), labels)):
        return False
    named = sum(turn.has_age or people.find(turn.label) is not None for turn in turns.values())
    own = sum(_is_own(source, turn) for turn in turns.values())
    return 2 * named < len(turns) or own * _RARE < len(turns)


def _asks_or_answers(source: Source, label: str) -> bool:
    return names_asker(source, label) or is_generic(source, label)


def _speaks(source: Source, turn: Turn) -> bool:
    pronouns = source.language.pronouns
    lows = source.lows(*turn.words)
    return turn.asks or _is_own(source, turn) or not pronouns.second.isdisjoint(lows)


def _is_timed(source: Source, turn: Turn) -> bool:
    """Tell whether a turn opens with a day or an hour, as the items of a programme do."""
    return _HOUR.match(source.text, source.skip_blanks(turn.words[0])) is not None


def _is_own(source: Source, turn: Turn) -> bool:
    """Tell whether somebody speaks of himself in a turn, or it stands in marks."""
    start = source.skip_blanks(turn.words[0])
    return is_first_person(source, *turn.words) or source.text[start : start + 1] in _MARKS


def _names_alone(source: Source, people: People, blocks: Sequence[Block]) -> dict[int, Turn]:
    """Return the turns under a name that fills its line, time and again, as in a panel."""
    lines = {
        number: block.span.cut(source.text)
        for number, block in enumerate(blocks[:-1])
        if number and len(block.span) <= _LONGEST_NAME and blocks[number + 1].kind is PartKind.BODY
    }
    names = {
        number: line
        for number, line in lines.items()
        if _NAME_LINE.match(line) and people.find(line) is not None
    }
    counts = Counter(names.values())
    if len(counts) < 2:
        return {}
    return {
        number: Turn(name, None, _span_of(blocks[number + 1]), asks=False, is_loose=True)
        for number, name in names.items()
        if counts[name] > 1 and not opens_with_dash(source, blocks[number + 1].span)
    }


def _span_of(block: Block) -> tuple[int, int]:
    return block.span.start, block.span.end


def _without_captions(
    source: Source, blocks: Sequence[Block], turns: Mapping[int, Turn]
) -> dict[int, Turn]:
    """Leave out names with an age that stand alone above words that nobody says of himself.

    Where such a line ends the text, they stand below what they sign.
    """
    loose = any(turn.is_loose for turn in turns.values())
    if loose and _AGED.match(source.text, blocks[-1].span.start, blocks[-1].span.end):
        return {number: turn for number, turn in turns.items() if not turn.is_loose}
    many = sum(turn.is_loose for turn in turns.values()) >= _SURVEY
    return {
        number: turn
        for number, turn in turns.items()
        if not turn.is_loose or many or is_first_person(source, *turn.words)
    }


def _is_headline(source: Source, turns: Mapping[int, Turn], counts: Mapping[str, int]) -> bool:
    """Tell whether the first line is a headline with a colon: no other turn stands under it."""
    first = turns[0]
    if first.start is None:
        return counts[first.label] == 1  # above what is said, and again above the next answer
    if 1 not in turns or turns[1].label == first.label:
        return True
    return first.asks and counts[first.label] == 1 and not names_asker(source, first.label)


def _roles(found: Mapping[int, Turn], counts: Mapping[str, int]) -> dict[int, Turn]:
    """Return the turns of labels that are no names but come again, if somebody asks among them."""
    stems = Counter(_NUMBERED.sub("", label) for label in counts if _NUMBERED.search(label))
    again = {
        number: turn
        for number, turn in found.items()
        if (counts[turn.label] > 1 or stems[_NUMBERED.sub("", turn.label)] > 1)
        and len(turn.label.split()) <= _LONGEST_ROLE
    }
    asks = any(turn.asks for turn in found.values())
    return again if asks and len({turn.label for turn in found.values()}) > 1 else {}


def _read(source: Source, blocks: Sequence[Block], number: int) -> Turn | None:
    """Read the label that opens a paragraph, or fills it."""
    text, span = source.text, blocks[number].span
    if not _LABELLING.search(text, span.start, min(span.end, span.start + _LONGEST_LABEL)):
        return None
    timecode = _TIMECODE.match(text, span.start, span.end)
    opening = timecode.end() if timecode else span.start
    sure = None
    if text.find(":", opening, opening + _LONGEST_LABEL) >= 0:
        sure = _LABEL.match(text, opening, span.end)
    if sure is None and _ends_line(text, opening, span.end):
        sure = _TIMED.match(text, opening, span.end)
    is_short = span.end - opening <= _LONGEST_LABEL
    match = sure or (_AGED.match(text, opening, span.end) if is_short else None)
    if match is None or not (label := _bare(match.group(1))):
        return None
    aged = bool(_WITH_AGE.search(match.group()))
    start = _behind_dash(source, match.end(), span.end)
    if key_of(label) in source.language.questions.sides:
        label, start = _bare(text[start : span.end]), span.end
    if start < span.end:
        return Turn(label, start, (start, span.end), asks=text[span.end - 1] == "?", has_age=aged)
    if number + 1 >= len(blocks):
        return None
    below = blocks[number + 1].span
    asks = text[below.end - 1] == "?"
    return Turn(label, None, (below.start, below.end), asks, has_age=aged, is_loose=sure is None)


def _ends_line(text: str, start: int, end: int) -> bool:
    """Tell whether a line ends so near that a label may fill it: far quicker than a pattern."""
    return end - start <= _LONGEST_LABEL or text.find("\n", start, start + _LONGEST_LABEL) >= 0


def _behind_dash(source: Source, offset: int, end: int) -> int:
    """Return where words begin behind a label, its blanks and perhaps a dash."""
    start = source.skip_blanks(offset)
    dash = _DASH.match(source.text, start, end)
    return source.skip_blanks(dash.end()) if dash else start


def _bare(label: str) -> str:
    """Return a label without age, trade and party: Karl Beck, 34, tømrer.

    What a verb follows is the opening of a sentence and no label: Karl Beck (S) foreslog.
    """
    head, _, behind = label.partition("(")
    if behind.partition(")")[2].lstrip()[:1].islower():
        return ""
    name, *_ = head.partition(",")
    return name.strip(" ,\u00a0")


def key_of(label: str) -> str:
    """Return the form of a label that the language data holds."""
    return label.lower().rstrip(".")


def names_asker(source: Source, label: str) -> bool:
    """Tell whether a label stands for whoever asks: Journalist, Spm., Spørgsmål fra salen."""
    askers, key = source.language.questions.interviewers, key_of(label)
    return key in askers or (" " in key and len(key.split()[0]) > 3 and key.split()[0] in askers)


def is_generic(source: Source, label: str) -> bool:
    """Tell whether a label stands for whoever answers: Svar, Informant."""
    return key_of(label) in source.language.questions.answers


def _is_speaker(source: Source, people: People, turn: Turn) -> bool:
    """Tell whether a label can be somebody: a name, initials, one who asks or answers."""
    label = turn.label
    if names_asker(source, label) or is_generic(source, label):
        return True
    words = label.split()
    if people.find(label) is not None:
        return True
    initials = len(words) == 1 and 1 < len(label.strip(".")) <= 4 and label.isupper()
    fewest = 1 if turn.has_age else 2
    named = fewest <= len(words) <= 4 and all(word[0].isupper() for word in words)
    return initials or named
