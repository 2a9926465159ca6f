"""Reporting clauses: "siger Bo Lund", "slår han fast", "lyder det fra kommunen".

Owns which words make such a clause, where it begins and where its subject ends. Must not know
marks, dashes or quotes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kdcurator.text.suggestion.documents import sender_of
from kdcurator.text.suggestion.impersonal import (
    SOURCES,
    WAYS_TO_COME,
    sender,
    speaking_thing,
)
from kdcurator.text.suggestion.inversions import closes_speech, inverted_subject
from kdcurator.text.suggestion.language import ReportingVerb
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.subjects import (
    Subject,
    SubjectKind,
    read_subject,
)

AUXILIARIES = frozenset(["har", "havde", "skal", "skulle", "vil", "ville", "kan", "kunne"]) | {
    *("må", "måtte", "får", "fik", "bliver", "blev", "lader", "lod", "have")
}
_OTHER_FIRST_WORDS = AUXILIARIES | {"ifølge", "i", "som", "var", "er"}
_OPENERS = ",?!…:»«„“”\"'’‘–—-)"
_CLOSING = " \n\u00a0»«„“”\"'’‘"
_FARTHEST_PARTICLE = 4  # words behind the subject
_FARTHEST_ADVERB = 9
_ADVERBS = frozenset(["fast", "klart", "opmærksom", "gældende", "udtryk", "bladet", "trumf"])
"""Particles that mean nothing else, and so count far behind their verb too."""
_PERFECT = frozenset(["har", "havde"])
_MOST_BETWEEN = 3  # adverbs and auxiliaries between an English subject and its verb
_PARTING = frozenset('.!?»«„“”"')
"""What a verb and its particle never have between them."""
_SOUNDS = frozenset(["lyder", "lød"])
_SHORTEST_DEFINITE = 4  # letters: budet
_DUMMIES = frozenset(["det", "der"])


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting clause: where its first word opens, where its core ends, what it says."""

    start: int
    core_end: int
    cue: str | None
    subject: Subject | None
    index: int
    """Of its first word."""


def clause_at(source: Source, people: People, index: int, limit: int) -> Clause | None:
    """Read a reporting clause, verb first, that opens at a word; None if none does."""
    words = source.words
    if index >= len(words) or words[index].start >= limit:
        return None
    low = words[index].low
    if low in {"og", "men", "så"} and index + 1 < len(words):
        inner = clause_at(source, people, index + 1, limit) if low == "og" else None
        return inner or _without_subject(source, index, limit)
    if verb := source.language.verbs.get(low):
        return _with_verb(source, people, index, limit, verb)
    if low in AUXILIARIES:
        return _with_auxiliary(source, people, index, limit)
    return _by_conjunction(source, people, index, limit)


def _by_conjunction(source: Source, people: People, index: int, limit: int) -> Clause | None:
    """Read "ifølge Bo Lund" and "som Bo Lund siger"."""
    low = source.words[index].low
    if low in {"ifølge", "i"}:
        return _according_to(source, people, index, limit)
    if low in {"var", "er"}:
        return _message(source, people, index, limit)
    return _as_said_by(source, people, index, limit) if low == "som" else None


def subject_first(source: Source, people: People, index: int, limit: int) -> Clause | None:
    """Read "Anna Smith said": a clause of an English text."""
    subject = read_subject(source, people, index, limit)
    if subject is None:
        return None
    at = _behind_adverbs(source, source.index_at(subject.end))
    if at >= len(source.words) or source.words[at].start >= limit:
        return None
    word = source.words[at]
    if word.low not in source.language.verbs or not source.is_next_to(at):
        return None
    return Clause(source.words[index].start, word.end, word.low, subject, index)


def _behind_adverbs(source: Source, at: int) -> int:
    """Skip what may stand between a subject and its verb: Anna Smith has also said."""
    last = min(at + _MOST_BETWEEN, len(source.words))
    between = source.language.adverbs | _PERFECT
    while at < last and source.words[at].low in between and source.is_next_to(at):
        at += 1
    return at


def opens_clause(source: Source, index: int) -> bool:
    """Tell whether a reporting clause may open here: behind a comma, a stop or a mark."""
    gap = source.gap(index).rstrip()
    if not gap:
        return index == 0
    return gap[-1] in _OPENERS or (gap[-1] == "." and source.words[index].text[0].islower())


def clauses_in(source: Source, people: People, start: int, end: int) -> Iterator[Clause]:
    """Yield the reporting clauses of a stretch of speech in order, none inside another."""
    past = start
    verbs = source.language.verbs
    for index in source.cuts_in(start, end):  # a clause opens behind more than a blank
        word = source.words[index]
        is_listed = word.low in verbs or word.low in _OTHER_FIRST_WORDS
        if not (is_listed or word.text[0].islower()):
            continue  # it opens a sentence, and so no clause whose verb is not listed
        if word.start < past or not opens_clause(source, index):
            continue
        clause = clause_at(source, people, index, end) if is_listed else None
        clause = clause or _unlisted(source, people, index, past, end)
        if clause and is_outside_speech(source, clause, end):
            yield clause
            past = clause.core_end


def inverted_at(source: Source, people: People, index: int, limit: int) -> Clause | None:
    """Read a clause with any finite verb and who speaks behind it, as it stands behind speech."""
    subject = inverted_subject(source, people, index, limit)
    word = source.words[index]
    return Clause(word.start, subject.end, word.low, subject, index) if subject else None


def _unlisted(source: Source, people: People, index: int, start: int, end: int) -> Clause | None:
    """Read a clause whose verb no list holds where nothing but the end of speech explains it."""
    if source.words[index].low in source.language.verbs or index == 0:
        return None
    clause = inverted_at(source, people, index, end)
    if clause is None or clause.subject is None:
        return None
    is_last = closes_speech(source, index, clause.subject, start, end)
    return clause if is_last else None


def own_clause(source: Source, start: int, end: int) -> Clause | None:
    """Read the first "sagde jeg" of a stretch in which nobody else reports: the writer's own."""
    words, first = source.words, source.index_at(start)
    lows = source.lows(start, end)
    if "jeg" not in lows:
        return None
    for index, (low, following) in enumerate(pairwise(lows), first):
        verb = source.language.verbs.get(low) if following == "jeg" else None
        if verb is None or verb.is_soft:
            continue
        is_told = verb.form.endswith(("de", "te")) and opens_clause(source, index)
        if is_told and source.text[words[index].start - 1].isspace():
            jeg = words[index + 1]
            subject = Subject(SubjectKind.WRITER, jeg.start, jeg.end, jeg.low)
            return Clause(words[index].start, jeg.end, verb.form, subject, index)
    return None


def is_outside_speech(source: Source, clause: Clause, end: int) -> bool:
    """Tell whether a clause is the writer's own and not part of what is said."""
    subject = clause.subject
    tail = source.text[clause.core_end : clause.core_end + 5]
    if clause.cue is not None and tail.startswith((" at ", ", at ")):
        return False
    if clause.cue is not None and tail.startswith(", om ") and _asks_whether(source, clause):
        return False
    if subject is None or subject.kind is SubjectKind.WRITER:
        asked = (
            source.text[max(0, clause.start - 4) : clause.start].rstrip(_CLOSING)[-1:] == "?"
            if subject
            else False
        )
        return asked and (clause.cue or "").startswith(("spørger", "spurgte"))
    first = subject.words.split()[0].lower()
    nobody = first in source.language.pronouns.nobody or first == "de"
    return not nobody or source.sentence_end(clause.core_end - 1, end) >= end


def _asks_whether(source: Source, clause: Clause) -> bool:
    """Tell whether "om" behind a clause opens another one: spørger de, om vi går."""
    at = source.index_at(clause.core_end) + 1
    low = source.words[at].low if at < len(source.words) else ""
    pronouns = source.language.pronouns
    known = pronouns.first | pronouns.second | pronouns.third
    return low in known or low in {"det", "der", "man", "de", "den"}


def _is_asked(source: Source, clause: Clause) -> bool:
    """Tell whether the reporter asks: Er det tungt? spørger jeg."""
    before = source.text[max(0, clause.start - 4) : clause.start].rstrip(_CLOSING)
    return before.endswith("?") and (clause.cue or "").startswith(("spørger", "spurgte"))


def _with_verb(
    source: Source, people: People, index: int, limit: int, verb: ReportingVerb
) -> Clause | None:
    """Read a clause that opens with a verb that reports."""
    if is_false_friend(source, index):
        return None
    words = source.words
    if (
        index + 1 < len(words)
        and words[index + 1].low in _DUMMIES
        and not _is_article(source, index + 1)
    ):
        return _spoken_by(source, index, sender(source, people, index, limit, verb))
    if verb.is_body:
        return _spoken_by(source, index, speaking_thing(source, people, index, limit, verb))
    subject = read_subject(source, people, index + 1, limit)
    if subject is None:
        return None
    particle = _particle(source, verb, subject.end, limit)
    if particle is None and verb.is_bound:
        return None
    core_end = particle[1] if particle else subject.end
    cue = f"{words[index].text} {particle[0]}" if particle else words[index].text
    return Clause(words[index].start, core_end, cue.lower(), subject, index)


def _spoken_by(source: Source, index: int, subject: Subject | None) -> Clause | None:
    word = source.words[index]
    return Clause(word.start, subject.end, word.low, subject, index) if subject else None


def _is_article(source: Source, index: int) -> bool:
    """Tell whether "det" opens a phrase: det socialdemokratiske byrådsmedlem."""
    at = index + 1
    if at >= len(source.words) or not source.is_next_to(at):
        return False
    low = source.words[at].low
    language = source.language
    listed = (language.adverbs, SOURCES, WAYS_TO_COME, language.function_words)
    known = any(low in words for words in listed)
    return not known and not low.endswith("t")


def is_false_friend(source: Source, index: int) -> bool:
    """Tell whether a verb that may report does not, by the words behind it: siger op."""
    low = source.words[index].low
    if low in _SOUNDS and _is_how(source, index + 1):
        return True
    rests = source.language.false_friends.get(low, ())
    if not rests:
        return False
    after = index + 1
    while after < min(index + 4, len(source.words)) and source.is_next_to(after):
        after += 1
    following = tuple(word.low for word in source.words[index + 1 : after])
    return any(following[: len(rest)] == rest for rest in rests)


def _is_how(source: Source, index: int) -> bool:
    """Tell whether an adverb follows "lyder", which then tells how something sounds: lyder let."""
    if index >= len(source.words) or not source.is_next_to(index):
        return False
    low = source.words[index].low
    is_definite = low.endswith("et") and len(low) > _SHORTEST_DEFINITE
    return low.endswith("t") and low != "det" and not is_definite


def _with_auxiliary(source: Source, people: People, index: int, limit: int) -> Clause | None:
    """Read "har hun tidligere sagt til X", "skal han have sagt"."""
    subject = read_subject(source, people, index + 1, limit)
    if subject is None:
        return None
    first = source.index_at(subject.end)
    for at in range(first, min(first + 5, source.index_at(limit))):
        closes = at == first and "," in subject.words and source.gap(at).strip() == ","
        if not (source.gap(at).isspace() or closes):
            return None
        word = source.words[at]
        if word.low in source.language.participles or word.low == "vide":  # vil hun vide
            cue = f"{source.words[index].low} {word.low}"
            return Clause(source.words[index].start, word.end, cue, subject, index)
    return None


def _according_to(source: Source, people: People, index: int, limit: int) -> Clause | None:
    """Read "ifølge X", also written in two words."""
    words = source.words
    at = index + 1
    if words[index].low == "i":
        if at >= len(words) or words[at].low != "følge":
            return None
        at += 1
    subject = read_subject(source, people, at, limit)
    return Clause(words[index].start, subject.end, None, subject, index) if subject else None


def _as_said_by(source: Source, people: People, index: int, limit: int) -> Clause | None:
    """Read "som Bo Lund udtrykker det"."""
    words, verbs = source.words, source.language.verbs
    if index + 2 < len(words) and words[index + 1].low == "det":  # som det hedder i loven
        says = verbs.get(words[index + 2].low)
        if says is None or not says.is_body:
            return None
        return _spoken_by(source, index, sender_of(source, people, index + 2, limit))
    subject = read_subject(source, people, index + 1, limit)
    if subject is None or subject.kind is SubjectKind.WRITER:
        return None
    at = source.index_at(subject.end)
    if at >= len(source.words) or source.words[at].start >= limit or not source.is_next_to(at):
        return None
    verb = source.words[at]
    if verb.low not in source.language.verbs:
        return None
    return Clause(source.words[index].start, verb.end, verb.low, subject, index)


def _message(source: Source, people: People, index: int, limit: int) -> Clause | None:
    """Read "var kommentaren fra Bo Lund", "er meldingen"."""
    at = index + 1
    words = source.words
    if at >= len(words) or words[at].low not in source.language.turns.messages:
        return None
    verb = ReportingVerb(words[index].low, is_body=True)
    return _spoken_by(source, index, speaking_thing(source, people, index, limit, verb))


def _without_subject(source: Source, index: int, limit: int) -> Clause | None:
    """Read "og tilføjer:", whose subject stands before."""
    word = source.words[index + 1]
    verb = source.language.verbs.get(word.low)
    if verb is None or verb.is_bound or word.start >= limit:
        return None
    return Clause(source.words[index].start, word.end, word.low, None, index)


def _particle(
    source: Source, verb: ReportingVerb, offset: int, limit: int
) -> tuple[str, int] | None:
    """Find the particle of a split verb behind its subject: slår han fast."""
    first = source.index_at(offset)
    for at in range(first, min(first + _FARTHEST_ADVERB, source.index_at(limit))):
        low = source.words[at].low
        is_near = at < first + _FARTHEST_PARTICLE
        if low in verb.particles and (is_near or low in _ADVERBS):
            return source.words[at].text, source.words[at].end
        if not _PARTING.isdisjoint(source.gap(at)):
            break
    return None
