"""Who speaks where no person is the subject: "lyder det fra X", "hedder det i foreningens svar".

Owns where such a clause names the sender of what it quotes. Must not know reporting clauses in
general, nor whom the words of a sender mean.
"""

from dataclasses import replace

from kdcurator.text.suggestion.language import ReportingVerb
from kdcurator.text.suggestion.names import is_body_word
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.roles import indefinite
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.subjects import Subject, SubjectKind, read_subject

SOURCES = frozenset(["fra", "i", "af", "hos"])
_COMES = frozenset(["kommer", "kom"])
WAYS_TO_COME = frozenset(
    ["fra", "prompte", "straks", "tørt", "hurtigt", "omgående", "lynhurtigt", "igen", "tilbage"]
)
"""Words behind "kom det" that make it report."""
_WITHOUT_THING = frozenset(["står", "stod", "fremgår", "fremgik", *_COMES])
_FARTHEST = 9  # words from a document to its sender


def sender(
    source: Source, people: People, index: int, limit: int, verb: ReportingVerb
) -> Subject | None:
    """Read who sends what "lyder det" or "oplyses det" quotes; None where it reports nothing."""
    words = source.words
    if verb.form in _COMES and not _comes_from(source, index + 2):
        return None
    if not (verb.is_body or verb.form.endswith("s")):
        return None
    for at in range(index + 2, min(index + 7, source.index_at(limit))):
        if not source.gap(at).isspace():
            break
        if words[at].low == "på" and verb.form in {"står", "stod"}:
            return None  # a poster
        if words[at].low in SOURCES:
            named = read_subject(source, people, at + 1, limit) if words[at].low != "i" else None
            found = _as_body(source, named) or sender_of(source, people, at, limit)
            return found or _nobody(source, index + 1)
    return _nobody(source, index + 1)


def speaking_thing(
    source: Source, people: People, index: int, limit: int, verb: ReportingVerb
) -> Subject | None:
    """Read "lyder vurderingen fra X", "lyder hans råd", "hedder meldingen"."""
    words = source.words
    if verb.form in _WITHOUT_THING or index + 1 >= len(words):
        return None
    first = words[index + 1]
    owner = {"hans": "han", "hendes": "hun"}.get(first.low)
    if owner:
        return Subject(SubjectKind.PRONOUN, first.start, first.end, owner)
    if owner_of := _owner(source, people, index + 1):
        return owner_of  # landstrænerens kommentar
    is_thing = first.low.endswith(("en", "et", "ne")) or first.is_capital
    if not (is_thing or first.low in source.language.pronouns.definite):
        return None
    subject = sender_of(source, people, index, limit)
    subject = subject or read_subject(source, people, index + 1, limit)
    subject = subject or _nobody(source, index + 1)
    return replace(subject, end=max(subject.end, first.end))


def _comes_from(source: Source, index: int) -> bool:
    """Tell whether "kom det" reports: kom det fra salen, kom det prompte."""
    word = source.words[index].low if index < len(source.words) else ""
    return word in WAYS_TO_COME and source.is_next_to(index)


def sender_of(source: Source, people: People, at: int, limit: int) -> Subject | None:
    """Read the sender of a document: meddelelsen fra X, foreningens svar; None for none."""
    for index in range(at + 1, min(at + _FARTHEST, source.index_at(limit))):
        if source.gap(index).strip():
            break
        if source.words[index].low in {"fra", "af"}:
            named = read_subject(source, people, index + 1, limit)
            if found := _as_body(source, named):
                return found
        elif found := _owner(source, people, index):
            return found
    return None


def _owner(source: Source, people: People, index: int) -> Subject | None:
    """Read who owns a document: juryens motivering, ministerens svar."""
    word = source.words[index]
    if not word.low.endswith("s") or people.at(index):
        return None
    bare, role = word.low[:-1], indefinite(word.low[:-1], source.language)
    if bare in source.language.bodies or is_body_word(bare, source.language):
        words = word.text[:-1]
        return Subject(SubjectKind.BODY, word.start, word.end, words)
    if role and role != bare:
        return Subject(SubjectKind.ROLE, word.start, word.end, bare, None, role)
    return None


def _as_body(source: Source, subject: Subject | None) -> Subject | None:
    """Take a common noun that names a body as one: en meddelelse fra postdirektoratet."""
    if subject is None or subject.kind is not SubjectKind.UNNAMED:
        return subject
    is_body = is_body_word(subject.words.lower(), source.language)
    return replace(subject, kind=SubjectKind.BODY) if is_body else subject


def _nobody(source: Source, index: int) -> Subject:
    word = source.words[index]
    return Subject(SubjectKind.UNNAMED, word.start, word.end, word.low)
