"""Who speaks where no person is the subject: "lyder det fra X", "hedder det i foreningens svar".

Owns where such a clause names the sender of what it quotes. Must not know reporting clauses in
general, nor whom the words of a sender mean.
"""

from dataclasses import replace

from kdcurator.text.suggestion.documents import as_body, is_document, owner_at, sender_of
from kdcurator.text.suggestion.language import ReportingVerb
from kdcurator.text.suggestion.names import Name
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.subjects import Subject, SubjectKind, read_subject

_SPOKEN = frozenset({"lyder", "lød"})
_PAGE_WITHIN = 4  # words
_PAGES = ("hjemmeside", "hjemmesiden", "facebook-side", "facebookside", "profil", "facebook")
_THINGS = frozenset({"det", "den", "dem"})
_DUMMIES = frozenset({"det", "der"})
_HANGING = frozenset(["hos", "ved", "over", "under", "bag", "hen"])
"""What leads to where a poster hangs: står der over døren."""
SOURCES = frozenset(["fra", "i", "af", "hos"])
_COMES = frozenset(["kommer", "kom"])
WAYS_TO_COME = frozenset(
    ["fra", "prompte", "straks", "tørt", "hurtigt", "omgående", "lynhurtigt", "igen", "tilbage"]
)
"""Words behind "kom det" that make it report."""
_WITHOUT_THING = frozenset(["står", "stod", "fremgår", "fremgik", *_COMES])


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
            return _of_page(source, people, at)
        if words[at].low in _HANGING and verb.form in {"står", "stod"}:
            return None
        if words[at].low in SOURCES:
            named = read_subject(source, people, at + 1, limit) if words[at].low != "i" else None
            found = as_body(source, named) or sender_of(source, people, at, limit)
            return found or _nobody(source, index + 1)
    return _nobody(source, index + 1)


def _of_page(source: Source, people: People, at: int) -> Subject | None:
    """Read whose page it is that words stand on: på kommunens hjemmeside; None for a poster."""
    behind = source.words[at + 1 : at + 1 + _PAGE_WITHIN]
    if not any(word.low.endswith(_PAGES) for word in behind):
        return None
    found = (owner_at(source, people, at + 1 + place) for place in range(len(behind)))
    return next((one for one in found if one), None) or _nobody(source, at - 1)


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
    if owner_of := owner_at(source, people, index + 1):
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


def introducing_sender(
    source: Source, people: People, index: int, start: int, end: int
) -> Subject | None:
    """Read who sends what "I svaret står der:" or "Fra X lød det:" leads to, None without a det.

    The words that send stand behind the verb or open the sentence.
    """
    first, last = source.index_at(start), source.index_at(end)
    beside = [at for at in (index + 1, index - 1) if first <= at < last]
    dummy = next((at for at in beside if source.words[at].low in _DUMMIES), None)
    if dummy is None:
        return None
    behind = (at for at in range(index + 1, last) if source.words[at].low in SOURCES)
    for at in (*behind, first):
        low = source.words[at].low
        if low in {"fra", "hos"} and (named := read_subject(source, people, at + 1, end)):
            return as_body(source, named)
        if found := sender_of(source, people, at, end):
            return found
        body = people.bodies.get(at + 1) if low == "i" else None
        if body and _is_medium(source, body, index):
            return Subject(SubjectKind.BODY, body.start, body.end, body.text)
    return None if source.words[index].low in _SPOKEN else _nobody(source, dummy)


def letter_read(source: Source, people: People, index: int, end: int) -> Subject | None:
    """Read whose words somebody reads aloud: læser op af et brev fra X; None for the reader's."""
    for at in range(index + 1, source.index_at(end)):
        if is_document(source.words[at].low, source.language):
            return sender_of(source, people, at, end)
        if at == index + 1 and source.words[at].low in _THINGS:
            return _nobody(source, at)  # the letter told of before
    return None


def _is_medium(source: Source, body: Name, index: int) -> bool:
    """Tell whether words stand written in a body: i Berlingske hedder det."""
    is_town = body.text in source.language.municipalities
    return not is_town and (body.index > index or body.after == index)


def _nobody(source: Source, index: int) -> Subject:
    word = source.words[index]
    return Subject(SubjectKind.UNNAMED, word.start, word.end, word.low)
