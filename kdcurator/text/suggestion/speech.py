"""What is said and what is the writer's in a stretch that a dash or a lost mark opened.

Owns the rules of the boundaries: the comma before a reporting clause, the sentence that goes on
behind it, and the writer who takes over. Must not know marks or who the speaker is.
"""

from dataclasses import dataclass
from itertools import pairwise

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.clauses import Clause, clause_at, clauses_in, own_clause
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.subjects import SubjectKind

_CONJUNCTIONS = frozenset(["men", "og", "for", "så", "fordi", "når", "hvis", "selvom"])
_IMPERSONAL = frozenset(["det", "der", "man", "du"])
_TAKES_UP = frozenset(["det", "sådan", "således"])
_OF_THE_CLAUSE = frozenset(["der", "som", "hvor", "da", "mens", "inden", "efter", "før"])
"""What goes on with the reporting clause behind its comma: siger hun, mens hun ler."""
_OPENING, _CLOSING = frozenset('»«„“”"‘’'), frozenset('«»“”"’')
_OUTSIDE = ",;–—-"
_FRAGMENT = 3  # words before a clause that are no sentence yet
_NEAR = 5  # words of a clause in which its subject stands


@dataclass(frozen=True, slots=True)
class Speech:
    """The parts of a stretch that are said, and the reporting clauses between and behind."""

    segments: list[Span]
    clauses: list[Clause]
    ends_open: bool
    """No reporting clause stands behind the last part."""


def split_speech(source: Source, people: People, start: int, end: int) -> Speech:
    """Divide a stretch that opens with speech into what is said and what is the writer's."""
    clauses = [
        clause
        for clause in clauses_in(source, people, start, end)
        if not _is_of_a_quote_inside(source, clause, start)
    ]
    if not clauses and (own := own_clause(source, start, end)):
        clauses = [own]
    segments: list[Span] = []
    used: list[Clause] = []
    position = start
    for clause in clauses:
        if clause.start < position:
            continue
        if used and _writer_took_over(source, people, position, clause):
            break
        _add(source, segments, position, clause.start)
        used.append(clause)
        position, resumed = _behind(source, clause, position, end)
        if resumed:
            _add(source, segments, resumed.start, resumed.end)
    if not used:
        _add(source, segments, start, _taken_up_at(source, people, start, end))
        return Speech(segments, [], ends_open=True)
    rest = _unmistakable(source, people, position, end)
    if rest and segments and not source.text[segments[-1].end : rest.start].strip():
        segments[-1] = Span(segments[-1].start, rest.end)
    elif rest:
        segments.append(rest)
    return Speech(segments, used, ends_open=rest is not None)


def _is_of_a_quote_inside(source: Source, clause: Clause, start: int) -> bool:
    """Tell whether a clause belongs to a quote that the speaker repeats: »Rolig,« sagde han."""
    before = source.text[start : clause.start].rstrip(" ,\u00a0\n")
    if before[-1:] not in _CLOSING:
        return False
    if source.text[start : start + 1] not in _OPENING:
        return any(mark in _OPENING for mark in before[:-1])
    heard = source.lows(clause.core_end, clause.core_end + 8)[:2]
    return heard[:1] == ["til"] and heard[-1] in {"mig", "os"}


def is_first_person(source: Source, start: int, end: int) -> bool:
    """Tell whether a stretch speaks of jeg or vi."""
    return not source.language.pronouns.first.isdisjoint(source.lows(start, end))


def speaks_of_kin(source: Source, start: int, end: int, *, is_she: bool) -> bool:
    """Tell whether a stretch names one whom the speaker calls his own: min far, vores datter."""
    language = source.language
    kin = language.questions.kinswomen if is_she else language.questions.kinsmen
    lows = source.lows(start, end)
    return any(b in kin and a in language.pronouns.first for a, b in pairwise(lows))


def _taken_up_at(source: Source, people: People, start: int, end: int) -> int:
    """Return where a sentence takes speech up: Det siger Bo Lund; `end` where none does."""
    for sentence in source.sentences(start, end)[1:]:
        index = source.index_at(sentence.start)
        if index + 2 >= len(source.words) or source.words[index].low not in _TAKES_UP:
            continue
        clause = clause_at(source, people, index + 1, sentence.end)
        kind = clause.subject.kind if clause and clause.subject else None
        if kind in {SubjectKind.NAME, SubjectKind.BODY, SubjectKind.ROLE} or (
            kind and source.words[index].low != "det"
        ):
            return sentence.start
    return end


def _add(source: Source, segments: list[Span], start: int, end: int) -> None:
    span = source.trimmed(start, end, _OUTSIDE)
    if span is None or source.index_at(span.start) == source.index_at(span.end):
        return
    segments.append(span)


def _behind(source: Source, clause: Clause, start: int, end: int) -> tuple[int, Span | None]:
    """Return where speech may go on behind a clause, and what is surely said before that."""
    stop = source.sentence_end(clause.core_end - 1, end)
    resumed = _resumption(source, clause.core_end, stop)
    if resumed is not None:
        return resumed, None
    if _is_unfinished(source, start, clause.start):
        resumed = _behind_comma(source, clause.core_end, stop)
    return stop, Span(resumed, stop) if resumed is not None else None


def _is_unfinished(source: Source, start: int, end: int) -> bool:
    """Tell whether a clause cuts into a sentence: Nu skal vi, afværger han, ikke give op."""
    said = source.lows(start, end)[-2:]
    if not said or source.text[start:end].rstrip(_OUTSIDE + " \n")[-1:] in ".!?…":
        return False
    pronouns, unfinished = source.language.pronouns, source.language.turns.unfinished
    if len(source.lows(start, end)) <= _FRAGMENT and said[-1] in source.language.finite_verbs:
        return True  # Det tager, siger hun, elleve sekunder
    is_turned = said[0] in unfinished and (
        said[-1] in pronouns.first or said[-1] in {"det", "du", "man", "den", "de", "der"}
    )
    return said[-1] in unfinished or is_turned


def _behind_comma(source: Source, start: int, end: int) -> int | None:
    """Return where the words behind the next comma begin."""
    for index in range(source.index_at(start), source.index_at(end)):
        if "," in source.gap(index):
            word = source.words[index]
            return None if word.low in _OF_THE_CLAUSE else word.start
    return None


def _resumption(source: Source, start: int, end: int) -> int | None:
    """Find where the speaker goes on in the clause's own sentence: siger hun, men vi."""
    first, last = source.index_at(start), source.index_at(end)
    for index in range(first, last):
        word = source.words[index]
        if word.low in {"at", "om", "der", "som", "hvor"} and "," not in source.gap(index):
            return None
        if not source.gap(index).lstrip('»«”“"').startswith(",") or word.low not in _CONJUNCTIONS:
            continue
        following = [w.low for w in source.words[index + 1 : min(index + 1 + _NEAR, last)]]
        speaks = any(low in source.language.pronouns.first for low in following)
        if speaks or (following and following[0] in _IMPERSONAL):
            return word.start
    return None


def _writer_took_over(source: Source, people: People, start: int, clause: Clause) -> bool:
    """Tell whether the sentences before a further reporting clause are the writer's."""
    opening = source.index_at(start)
    if opening >= len(source.words) or source.words[opening].start >= clause.start:
        return False
    is_impersonal = source.words[clause.index + 1].low == "det"
    if clause.subject and (clause.subject.kind is SubjectKind.UNNAMED or is_impersonal):
        return True
    named = people.at(opening) is not None or _names_others(source, people, start, clause.start)
    return named or source.words[opening].low in source.language.pronouns.third


def _names_others(source: Source, people: People, start: int, end: int) -> bool:
    """Tell whether sentences name somebody and are nobody's own: no jeg, vi or du."""
    pronouns = source.language.pronouns
    spoken = pronouns.first | pronouns.second
    return bool(people.between(start, end)) and not spoken & set(source.lows(start, end))


def _unmistakable(source: Source, people: People, start: int, end: int) -> Span | None:
    """Return the sentences behind a closed clause that the speaker must have said."""
    last: int | None = None
    first: int | None = None
    for sentence in source.sentences(start, end):
        speaks = _speaks_for_itself(source, people, sentence)
        if first is None and not speaks:
            return None
        first = sentence.start if first is None else first
        if not speaks and _tells_of_speaker(source, people, sentence):
            break
        if speaks:
            last = sentence.end
    return Span(first, last) if first is not None and last is not None else None


def _speaks_for_itself(source: Source, people: People, sentence: Span) -> bool:
    pronouns = source.language.pronouns
    lows = source.lows(sentence.start, sentence.end)
    spoken = not (pronouns.first.isdisjoint(lows) and pronouns.second.isdisjoint(lows))
    spoken = spoken or (bool(lows) and lows[0] in source.language.turns.requests)
    if sentence.cut(source.text).lower().startswith(source.language.boilerplate.links):
        return False
    return spoken and not _tells_of_speaker(source, people, sentence)


def _tells_of_speaker(source: Source, people: People, sentence: Span) -> bool:
    """Tell whether a sentence opens with han, hun or a name: the writer speaks."""
    index = source.index_at(sentence.start)
    if index >= len(source.words):
        return False
    return source.words[index].low in source.language.pronouns.third or people.at(index) is not None
