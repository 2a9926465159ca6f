"""The subject of a reporting clause: a name, a pronoun, a role, a body or somebody unnamed.

Owns the phrases that can follow "siger". Must not know whom a pronoun or a role stands for.
"""

from dataclasses import dataclass
from enum import StrEnum, auto

from kdcurator.text.suggestion.names import Name
from kdcurator.text.suggestion.people import Mention, People
from kdcurator.text.suggestion.roles import PREPOSITIONS, indefinite
from kdcurator.text.suggestion.source import Source

_LONGEST = 14  # words of a subject
_ADVERBS = 5  # between the verb and its subject
_DEGREE = 4  # words of a degree
_LINKS = frozenset(["i", "på", "for", "fra", "hos", "af", "ved", "og", "til"])
_WHICH = frozenset({"i", "på", "for", "ved", "af"})
_BEHIND = frozenset({"bag", "om", "med", "mod", "over", "under", "efter"})
_NEUTER_PEOPLE = (
    *("par", "menneske", "barn", "bud", "hold", "tal", "kor", "mandskab", "panel", "udvalg"),
    *("nævn", "ministerium", "publikum", "firma", "selskab", "parti", "råd", "medie"),
)
"""Endings of neuter nouns for people and for bodies."""
_MEDIA = frozenset({"facebook", "twitter", "instagram", "linkedin", "x", "tiktok", "youtube"})
_BREAKING = frozenset({"der", "som", "at", "om", "men", "når", "mens", "da"})


MENTIONED = frozenset({"sidstnævnte", "førstnævnte", "denne"})
CONCERNED = "vedkommende"
"""Whoever was told of, man or woman, named or not."""
"""Words for one of two who were just named."""


class SubjectKind(StrEnum):
    """By which kind of words somebody is meant."""

    NAME = auto()
    PRONOUN = auto()
    ROLE = auto()
    BODY = auto()
    UNNAMED = auto()
    WRITER = auto()
    """Jeg or vi: in marks the writer, in a dash turn whoever speaks."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody meant by a phrase of the text."""

    kind: SubjectKind
    start: int
    end: int
    words: str
    person: int | None = None
    """The number of the person, for a name."""
    role: str | None = None
    """The title in the indefinite, for a role."""


def read_subject(source: Source, people: People, index: int, limit: int) -> Subject | None:
    """Read the subject that opens at a word, adverbs before it skipped; None if it is none."""
    index = _skip_adverbs(source, people, index, limit)
    if index >= len(source.words) or source.words[index].start >= limit:
        return None
    pronouns, word = source.language.pronouns, source.words[index]
    if word.low in pronouns.third or (word.low == "de" and _ends_phrase(source, index, limit)):
        return Subject(SubjectKind.PRONOUN, word.start, word.end, word.low)
    if word.low in {"jeg", "vi"}:
        return Subject(SubjectKind.WRITER, word.start, word.end, word.low)
    if word.low in pronouns.first or word.low in pronouns.second or word.text == "I":
        return None
    return _read_phrase(source, people, index, limit)


def _skip_adverbs(source: Source, people: People, index: int, limit: int) -> int:
    last = min(index + _ADVERBS, len(source.words))
    while (
        index < last
        and source.words[index].low in source.language.adverbs
        and source.words[index].start < limit
        and not people.at(index)
    ):
        index += 1
    return index


def _ends_phrase(source: Source, index: int, limit: int) -> bool:
    """Tell whether "de" stands alone: no noun follows it."""
    if index + 1 >= len(source.words) or source.words[index + 1].start >= limit:
        return True
    low = source.words[index + 1].low
    return not source.is_next_to(index + 1) or low in _LINKS or low in source.language.adverbs


def _read_phrase(source: Source, people: People, index: int, limit: int) -> Subject | None:
    """Read words up to a name, else settle for the role, body or noun among them."""
    role: str | None = None
    last = min(index + _LONGEST, source.index_at(limit))
    at = index
    while at < last:
        if at > index and not _holds_together(source, people, at):
            break
        mention = people.at(at)
        if mention and _is_owner(source, people, mention, limit):
            at = source.index_at(mention.end)
            continue
        if mention:
            start = source.words[index].start
            return Subject(
                SubjectKind.NAME,
                start,
                mention.end,
                source.text[start : mention.end],
                mention.person,
            )
        body = people.bodies.get(at)
        if body and (part := _tied_body(source, people, body, index, limit)):
            return part
        if (
            body
            and role is None
            and not _goes_on(source, people, body.after, limit)
            and not (_owns_role(source, body.after))
        ):
            return _subject(source, SubjectKind.BODY, at, _with_part(source, body.after), None)
        low = source.words[at].low
        role = role or (
            None if source.words[at].is_capital and body else indefinite(low, source.language)
        )
        if at > index and _breaks(source, at):
            break
        at = body.after if body else at + 1
    return _unnamed(source, index, max(at, index + 1), role)


def _tied_body(
    source: Source, people: People, body: Name, index: int, limit: int
) -> Subject | None:
    """Read a body by a common noun with a name behind it: politiet i Aalborg, selskabet til Ritzau.

    The name is part of the body where it says which one is meant, else a medium or a receiver.
    """
    if body.index <= index or source.words[index].low not in source.language.bodies:
        return None
    link = source.words[index + 1].low
    if link not in PREPOSITIONS | _BEHIND or _goes_on(source, people, body.after, limit):
        return None
    names_it = body.index == index + 2 and link in _WHICH and body.words[0].low not in _MEDIA
    after = body.after if names_it else index + 1
    return _subject(source, SubjectKind.BODY, index, after, None)


def _is_owner(source: Source, people: People, mention: Mention, limit: int) -> bool:
    """Tell whether a name in the genitive only says whose: Bo Lunds advokat, Bo Lunds mand."""
    after = source.index_at(mention.end)
    last = source.text[mention.start : mention.end].split()[-1]
    if last[-1] not in "s’'" or last in people.persons[mention.person].words:
        return False
    if after >= source.index_at(limit) or not source.is_next_to(after):
        return False
    return source.words[after].low in source.persons


def _leads_to_name(source: Source, people: People, at: int) -> bool:
    """Tell whether a degree or another title leads to a name: lektor, lic. scient. Bo Lund."""
    for index in range(at, min(at + _DEGREE, len(source.words))):
        if people.at(index):
            return index > at
        low = source.words[index].low
        known = low in source.language.abbreviations or low in source.language.titles
        if not known or (index > at and source.gap(index).strip() not in {"", "."}):
            return False
    return False


def _owns_role(source: Source, after: int) -> bool:
    """Tell whether a title follows the genitive of a body: Kremls talsmand."""
    if after >= len(source.words) or not source.is_next_to(after):
        return False
    owns = source.words[after - 1].low.endswith(("s", "’", "'"))
    return owns and source.words[after].low in source.language.titles


def _with_part(source: Source, after: int) -> int:
    """Return the index behind a body and the part of it that speaks: Holm Vandværks bestyrelse."""
    if after >= len(source.words) or not source.is_next_to(after):
        return after
    part, is_owner = source.words[after].low, source.words[after - 1].low.endswith("s")
    speaks = any(part + ending in source.language.bodies for ending in ("n", "en", "et"))
    return after + 1 if is_owner and speaks else after


def _holds_together(source: Source, people: People, at: int) -> bool:
    """Tell whether a word still belongs to the phrase: only a blank, or a comma before a name."""
    gap = source.gap(at)
    if gap.isspace() or gap in {"- ", "-", "’ ", "' "}:
        return True
    if gap == " & " or (gap == ". " and source.words[at - 1].low in source.language.abbreviations):
        return True
    titled = indefinite(source.words[at].low, source.language) and people.at(at + 1)
    if gap.strip() == "," and _leads_to_name(source, people, at):
        return True
    body = people.bodies.get(at)
    owned = body is not None and people.at(body.after) is not None
    return gap.strip() == "," and (people.at(at) is not None or bool(titled) or owned)


def _breaks(source: Source, at: int) -> bool:
    """Tell whether a word cannot stand inside a subject: a verb or a clause's opening."""
    low = source.words[at].low
    verb = source.language.verbs.get(low)
    breaks = (verb is not None and not verb.is_bound) or low in _BREAKING
    return breaks and low not in source.language.titles  # forsvarer, anklager: also verbs


def _goes_on(source: Source, people: People, after: int, limit: int) -> bool:
    """Tell whether a body's name only leads to a person: Faxe Kommunes direktør, NAME."""
    for at in range(after, min(after + 6, source.index_at(limit))):
        gap = source.gap(at).strip()
        if gap not in {"", ",", "-", "’", "'"}:
            return False
        if people.at(at):
            return True
        if gap == "," or _breaks(source, at) or source.words[at].low in {"til", "i"}:
            return False
    return False


def _stands_alone(source: Source, index: int) -> bool:
    """Tell whether no noun follows: sagde denne efter mødet, but not denne mand."""
    if index + 1 >= len(source.words) or not source.is_next_to(index + 1):
        return True
    language, low = source.language, source.words[index + 1].low
    return low in language.function_words or low in language.adverbs or low in _LINKS


def _unnamed(source: Source, index: int, end: int, role: str | None) -> Subject | None:
    """Make a subject of a phrase without a name: a role, a body or somebody unnamed."""
    language, first = source.language, source.words[index]
    if first.low in language.bodies:
        return _subject(source, SubjectKind.BODY, index, index + 1, None)
    is_open = first.low in language.pronouns.indefinite or first.low in language.pronouns.nobody
    if first.low in MENTIONED and _stands_alone(source, index):
        return _subject(source, SubjectKind.UNNAMED, index, index + 1, None)
    if is_open or first.low == CONCERNED:
        return _subject(source, SubjectKind.UNNAMED, index, end, None)
    if role:
        return _subject(source, SubjectKind.ROLE, index, end, role)
    phrase = first.low in language.pronouns.definite or first.low.endswith(
        language.definite_endings
    )
    if phrase and first.low not in language.function_words - language.pronouns.definite:
        return _subject(source, SubjectKind.UNNAMED, index, end, None)
    return None


def _subject(source: Source, kind: SubjectKind, index: int, end: int, role: str | None) -> Subject:
    start, stop = source.words[index].start, source.words[end - 1].end
    return Subject(kind, start, stop, source.text[start:stop], None, role)


def is_thing(source: Source, subject: Subject) -> bool:
    """Tell whether a neuter phrase means nobody who speaks: et neonrør, but not et vidne."""
    first, *words = subject.words.lower().split()
    return first == "et" and not any(
        word in source.persons or word.endswith(_NEUTER_PEOPLE) for word in words
    )


def last_meant(source: Source, people: People, start: int, end: int) -> Subject | None:
    """Return whom a stretch of narration means last: by name, else by pronoun, else a body."""
    mention = people.last_between(start, end)
    if mention:
        return Subject(
            SubjectKind.NAME,
            mention.start,
            mention.end,
            source.text[mention.start : mention.end],
            mention.person,
        )
    for word in source.last_words(start, end, 60):
        if word.low in source.language.pronouns.third:
            return Subject(SubjectKind.PRONOUN, word.start, word.end, word.low)
    return _last_body(source, people, start, end)


def _last_body(source: Source, people: People, start: int, end: int) -> Subject | None:
    """Return the body that a stretch names last: Fyns Politi på Twitter."""
    for word in source.last_words(start, end, 30):
        body = people.bodies.get(source.index_at(word.start))
        is_label = body is not None and len(body.words) == 1 and body.text.isupper()
        if (
            body
            and not is_label
            and any(part.low in source.language.organisations for part in body.words)
        ):
            return Subject(SubjectKind.BODY, body.start, body.end, body.text)
    return None


def role_meant(source: Source, start: int, end: int) -> Subject | None:
    """Return the role that a stretch of narration speaks of last, in the definite."""
    for word in source.last_words(start, end, 30):
        bare = indefinite(word.low, source.language)
        if bare and bare != word.low:
            return Subject(SubjectKind.ROLE, word.start, word.end, word.text, None, bare)
        if word.low in source.language.bodies:
            return Subject(SubjectKind.BODY, word.start, word.end, word.text)
    return None
