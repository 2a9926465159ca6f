"""The sentence before speech that says who speaks: "Bo Lund siger:".

Owns which verb and which subject of such a sentence count. Must not know marks, dashes or quotes.
"""

from kdcurator.text.suggestion.clauses import AUXILIARIES, Clause, is_false_friend
from kdcurator.text.suggestion.documents import is_document
from kdcurator.text.suggestion.drafts import Text
from kdcurator.text.suggestion.impersonal import introducing_sender, letter_read
from kdcurator.text.suggestion.language import ReportingVerb
from kdcurator.text.suggestion.listings import ends_with_clock
from kdcurator.text.suggestion.names import is_body_word
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.relayed import makes_say, relayed
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.spoken import is_displayed
from kdcurator.text.suggestion.subjects import (
    Subject,
    SubjectKind,
    is_thing,
    last_meant,
    read_subject,
    role_meant,
)

_PREPOSITIONS = frozenset({"i", "på", "for", "fra", "hos", "af", "ved"})
_WAYS = _PREPOSITIONS | {"over", "gennem", "via", "under", "efter", "til"}
_INVERTED = frozenset({SubjectKind.NAME, SubjectKind.PRONOUN, SubjectKind.ROLE})
_READS_ALOUD = frozenset({"læser", "læste"})
_SO = frozenset({"det", "sådan", "så", "her"})
_DID = frozenset({"gjorde", "gør", "reagerede", "reagerer", "kom", "kommer"})
_RECEIVING = frozenset({"til", "fra", "med", "mod", "om"})
_ASIDE = frozenset({"jeg", "vi", "ingen", "man"})
_LONGEST_ASIDE = 7  # words
_LONGEST_INTRODUCTION = 60  # words
_LONGEST_BODY = 7  # words of its name
_AUXILIARY_WITHIN = 6  # words before a participle


def introducing(text: Text, number: int, offset: int) -> Clause | None:
    """Read the sentence with a colon that stands before an offset, in this block or the last."""
    source, block = text.source, text.blocks[number]
    before = source.back_over_blanks(offset)
    if before <= block.content.start:
        if number == 0 or block.content.start != block.span.start:
            return None
        block = text.blocks[number - 1]
        before = block.span.end
    if before <= block.span.start or not _leads_on(source, before):
        return None
    start = source.sentence_start(before - 1, block.span.start)
    if ends_with_clock(source.text, before - 1):
        return None
    if clause := introduction(source, text.people, start, before):
        return clause
    subject = last_meant(source, text.people, start, before) or _opening_subject(
        text, start, before
    )
    return Clause(start, before, None, subject, source.index_at(start)) if subject else None


def _leads_on(source: Source, before: int) -> bool:
    """Tell whether a sentence leads to speech: by a colon, in English also by said and a comma."""
    if source.text[before - 1] != "," or source.language.code != "en":
        return source.text[before - 1] == ":"
    verb = source.language.verbs.get(source.words[source.index_at(before) - 1].low)
    return verb is not None and not verb.is_bound


def _opening_subject(text: Text, start: int, end: int) -> Subject | None:
    """Return the body, the role or the somebody that opens a sentence: En nabo brød ind."""
    source = text.source
    index = source.index_at(start)
    if body := _body_behind_did(source, text.people, index, end):
        return body
    subject = read_subject(source, text.people, index, end)
    if subject is None or subject.start != source.words[index].start:
        return None
    is_label = source.index_at(subject.end) == source.index_at(end)
    if subject.kind is SubjectKind.BODY and (is_label or not _tells(source, subject, end)):
        return None  # no word tells that anything is said
    indefinite = source.words[index].low in source.language.pronouns.indefinite
    indefinite = indefinite and not is_thing(source, subject)
    is_told = subject.kind in {SubjectKind.BODY, SubjectKind.ROLE}
    return subject if is_told or indefinite else None


def _tells(source: Source, subject: Subject, end: int) -> bool:
    """Tell whether a verb follows a body's name, or the name is surely a body's."""
    language = source.language
    lows = source.lows(subject.start, end)
    is_body = any(low in language.bodies or is_body_word(low, language) for low in lows)
    has_verb = not language.finite_verbs.isdisjoint(lows) or any(
        low in language.verbs for low in lows
    )
    return is_body or has_verb


def _body_behind_did(source: Source, people: People, index: int, end: int) -> Subject | None:
    """Read the body that did what the sentence before says: Det gjorde Heimhus dagen efter: »…«."""
    words = source.words[index : index + 2]
    if len(words) < 2 or words[0].low not in _SO or words[1].low not in _DID:
        return None
    subject = read_subject(source, people, index + 2, end)
    return subject if subject and subject.kind is SubjectKind.BODY else None


def introduction(source: Source, people: People, start: int, end: int) -> Clause | None:
    """Read who introduces speech in the sentence before it: its last verb that reports."""
    first = max(source.index_at(start), source.index_at(end) - _LONGEST_INTRODUCTION)
    for index in range(source.index_at(end) - 1, first - 1, -1):
        verb = _verb_at(source, index, first)
        is_last = index == source.index_at(end) - 1
        if verb is None or (verb.is_manner and not is_last) or is_false_friend(source, index):
            continue
        if _is_aside(source, index, first):
            continue
        if is_displayed(source, index):
            return None
        cue = _introducing_cue(source, verb, index, end)
        if cue:
            sent = _sent_by(source, people, index, start, end)
            said_of = relayed(source, people, index, start, end)
            subject = said_of or sent or _introduced_by(source, people, index, start, end)
            return Clause(source.words[index].start, end, cue, subject, index)
    return None


def _verb_at(source: Source, index: int, first: int) -> ReportingVerb | None:
    """Return the verb that reports at a word, alone or behind an auxiliary: har skrevet."""
    low = source.words[index].low
    if low not in source.language.participles or low in source.language.verbs:
        return source.language.verbs.get(low)
    before = {word.low for word in source.words[max(first, index - _AUXILIARY_WITHIN) : index]}
    is_said = before & AUXILIARIES or makes_say(source, index, first)
    return ReportingVerb(low) if is_said else None


def _introducing_cue(source: Source, verb: ReportingVerb, index: int, end: int) -> str | None:
    """Return an introducing verb with its particle; None where a bound one lacks it."""
    for at in range(index + 1, min(index + 6, source.index_at(end))):
        if source.words[at].low in verb.particles:
            return f"{source.words[index].low} {source.words[at].low}"
    return None if verb.is_bound else source.words[index].low


def _introduced_by(
    source: Source, people: People, index: int, start: int, end: int
) -> Subject | None:
    """Find the subject of an introducing verb: behind it by inversion, else before it."""
    after = read_subject(source, people, index + 1, end)
    is_inverted = after and (after.kind in _INVERTED or _is_common_body(source, after, index))
    if after and is_inverted and not _has_subject_before(source, people, index, start):
        return after
    if near := _head_before(source, people, index, start) or _body_before(
        source, people, index, start
    ):
        return near
    before = last_meant(source, people, start, source.words[index].start)
    before = before or role_meant(source, start, source.words[index].start)
    if before or (after and not _is_written(source, after)):
        return before or after
    return _opening_body(source, people, index, start) or after


def _is_common_body(source: Source, subject: Subject, index: int) -> bool:
    """Tell whether a body is meant by its noun: i en meddelelse skriver selskabet."""
    is_next = subject.start == source.words[index + 1].start  # skrev her i avisen: not it
    return (
        is_next
        and subject.kind is SubjectKind.BODY
        and subject.words.lower() in source.language.bodies
    )


def _is_written(source: Source, subject: Subject) -> bool:
    """Tell whether a phrase behind a verb is what somebody writes: skriver et svar til bladet."""
    return any(is_document(low, source.language) for low in subject.words.lower().split())


def _sent_by(source: Source, people: People, index: int, start: int, end: int) -> Subject | None:
    """Read whose words a document has that somebody reads aloud, or in which they stand."""
    verb = source.language.verbs.get(source.words[index].low)
    if verb is None:
        return None
    if verb.form in _READS_ALOUD:
        return letter_read(source, people, index, end)
    return introducing_sender(source, people, index, start, end) if verb.is_body else None


def _opening_body(source: Source, people: People, index: int, start: int) -> Subject | None:
    """Read the body that opens a sentence: Movia har undersøgt sagen og skriver: »…«."""
    opening = read_subject(source, people, source.index_at(start), source.words[index].start)
    return opening if opening and opening.kind is SubjectKind.BODY else None


def _is_aside(source: Source, index: int, first: int) -> bool:
    """Tell whether the writer or nobody says it in a relative clause: noget, jeg har tænkt over."""
    for at in range(index - 1, max(first, index - _LONGEST_ASIDE) - 1, -1):
        if "," in source.gap(at):
            opening = at + (source.words[at].low == "som")
            return source.words[opening].low in _ASIDE
    return False


def _head_before(source: Source, people: People, index: int, start: int) -> Subject | None:
    """Read the noun right before a verb, prepositions and their nouns skipped: naboen råbte."""
    at = index
    while at > 1 and source.is_next_to(at) and source.words[at - 2].low in _WAYS:
        if source.words[at - 2].start <= start:
            break
        at -= 2
    if at == 0 or not source.is_next_to(at) or source.words[at - 1].start < start:
        return None
    if source.words[at - 1].is_capital or people.at(at - 1):
        return None
    found = read_subject(source, people, at - 1, source.words[at - 1].end)
    if found is None and at > 1 and source.words[at - 2].low == "en" and source.is_next_to(at - 1):
        somebody = read_subject(source, people, at - 2, source.words[at - 1].end)  # en enkelt
        return somebody if somebody and not _is_written(source, somebody) else None
    return found


def _body_before(source: Source, people: People, index: int, start: int) -> Subject | None:
    """Read the name of a body right before a verb: Ejeren, Fjordtank A/S, skriver."""
    if index == 0 or source.gap(index).strip(" \n") not in {"", ","}:
        return None
    for at in range(index - 1, max(-1, index - 1 - _LONGEST_BODY), -1):
        if source.words[at].start < start or people.at(at):
            return None
        body = people.bodies.get(at)
        if body and _belongs_to_another(source, at, start):
            opening = read_subject(source, people, source.index_at(start), source.words[at].start)
            return opening if opening and opening.kind is SubjectKind.UNNAMED else None
        if body:
            mentions = people.between(max(start, body.start - 60), body.start)
            is_role = bool(mentions) and mentions[-1].end == source.words[at - 1].end
            is_near = body.after == index and not is_role
            return Subject(SubjectKind.BODY, body.start, body.end, body.text) if is_near else None
    return None


def _belongs_to_another(source: Source, index: int, start: int) -> bool:
    """Tell whether a body only says whose somebody is: en talsmand for Fjordtank."""
    before = source.last_words(start, source.words[index].start, 2)
    if before and before[0].low in source.language.pronouns.definite:
        before = before[1:]
    return bool(before) and before[0].low in _PREPOSITIONS


def _has_subject_before(source: Source, people: People, index: int, start: int) -> bool:
    """Tell whether the word right before a verb is its subject: han siger, Bo Lund siger."""
    if index == 0 or source.words[index - 1].start < start:
        return False
    before = source.words[index - 1]
    mentions = people.between(max(start, before.start - 60), source.words[index].start)
    if not mentions or mentions[-1].end < before.end:
        return before.low in source.language.pronouns.third
    at = mentions[-1].index - 1
    return at < 0 or source.words[at].low not in _RECEIVING  # i en sms til Bo Lund skrev NAME
