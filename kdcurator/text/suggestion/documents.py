"""Letters, reports and minutes: which nouns name one, and whose words it has.

Owns how the text says who wrote a document: ministerens svar, en mail fra X, det brev, som X
sendte, X har udsendt en erklæring. Must not know quotes, nor whom the words of a writer mean.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.language import LanguageData
from kdcurator.text.suggestion.names import is_body_word
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.roles import indefinite
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.subjects import Subject, SubjectKind, read_subject

_ARTICLES = ("en", "et", "n", "t")
_NEW = frozenset({"en", "et"})
_OPENING = _NEW | {"sin", "sit", "sine", "den", "det"}
_MOST_ADJECTIVES = 3
_FARTHEST = 9  # words from a document to its sender
_RELATIVE = 14  # words of the clause that says who sent it
_SENTENCES_BACK, _MOST_SENTENCES = 3, 12
_POSSESSIVES = {"hans": "han", "hendes": "hun"}
_NAMED = frozenset({SubjectKind.NAME, SubjectKind.PRONOUN, SubjectKind.BODY, SubjectKind.ROLE})


def is_document(low: str, language: LanguageData) -> bool:
    """Tell whether a noun names something that is written: brevet, fondsbørsmeddelelse."""
    if low in language.documents:
        return True
    return any(
        low.endswith(article) and low.removesuffix(article) in language.documents
        for article in _ARTICLES
    )


def sender_of(source: Source, people: People, at: int, limit: int) -> Subject | None:
    """Read the sender of a document: meddelelsen fra X, foreningens svar; None for none."""
    for index in range(at + 1, min(at + _FARTHEST, source.index_at(limit))):
        if source.gap(index).strip():
            near = source.words[at:index]
            is_written = any(is_document(word.low, source.language) for word in near)
            return _who_sent(source, people, index, limit) if is_written else None
        if source.words[index].low in {"fra", "af"}:
            named = read_subject(source, people, index + 1, limit)
            if found := as_body(source, named):
                return found
        elif found := owner_at(source, people, index):
            return found
    return None


def _who_sent(source: Source, people: People, index: int, limit: int) -> Subject | None:
    """Read the clause behind a document's comma: det brev, som X sendte; en sms, han skrev.

    Where it says who only has the document or read it, nobody sent it as far as the text knows.
    """
    at = index + (source.words[index].low == "som")
    if at >= len(source.words):
        return None
    sends = _sending(source, at, limit)
    end = limit if sends is None else source.words[sends].start
    who = read_subject(source, people, at, end)
    if who is None or who.start != source.words[at].start or who.kind is SubjectKind.WRITER:
        return None
    if sends is not None:
        return who
    has_it = at > index and who.kind is not SubjectKind.UNNAMED
    return replace(who, kind=SubjectKind.UNNAMED, end=who.start, words="") if has_it else None


def _sending(source: Source, at: int, limit: int) -> int | None:
    """Return the verb of sending of a clause: som formanden, Bo Lund, sendte ud."""
    sends = source.language.turns.sends
    for place in range(at + 1, min(at + _RELATIVE, source.index_at(limit))):
        if not set(source.gap(place)).isdisjoint(".:;!?»«"):
            return None
        if source.words[place].low in sends:
            return place
    return None


def owner_at(source: Source, people: People, index: int) -> Subject | None:
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


def owner_before(source: Source, people: People, index: int) -> Subject | None:
    """Read whose words a noun names, also somebody's unknown: ministerens ord, en dommers ord."""
    if found := owner_at(source, people, index - 1):
        return found
    word, article = source.words[index - 1], source.words[index - 2]
    if index < 2 or article.low not in _NEW or not word.low.endswith("s"):
        return None
    is_title = indefinite(word.low[:-1], source.language) is not None
    words = source.text[article.start : word.end - 1]
    return Subject(SubjectKind.UNNAMED, article.start, word.end, words) if is_title else None


def as_body(source: Source, subject: Subject | None) -> Subject | None:
    """Take a common noun that names a body as one: en meddelelse fra postdirektoratet."""
    if subject is None or subject.kind is not SubjectKind.UNNAMED:
        return subject
    is_body = is_body_word(subject.words.lower(), source.language)
    return replace(subject, kind=SubjectKind.BODY) if is_body else subject


class Documents:
    """The documents of a text, looked for in the writer's own words."""

    def __init__(self, source: Source, people: People, spoken: Sequence[Span]) -> None:
        """Take the stretches that are not the writer's."""
        self._source, self._people = source, people
        self._spoken = sorted(spoken, key=attrgetter("start", "end"))
        self._opens = [span.start for span in self._spoken]

    def writer_before(self, offset: int) -> Subject | None:
        """Return who wrote the document told of last, in the sentence here or one shortly before.

        A document that comes in without anybody who wrote it has no writer.
        """
        source, end = self._source, _end_of_sentence(self._source, offset)
        told = 0
        for _ in range(_MOST_SENTENCES):
            start = source.sentence_start(end - 1, 0)
            indices = self._told(start, end)
            told += bool(indices)
            for index in reversed(indices):
                if not is_document(source.words[index].low, source.language):
                    continue
                if found := _writer_at(source, self._people, index, indices[0]):
                    return found
                if _is_new(source, index):
                    return None
            end = source.back_over_blanks(start)
            if told >= _SENTENCES_BACK or end <= 0:
                break
        return None

    def _told(self, start: int, end: int) -> list[int]:
        """Return the words between two offsets that are the writer's."""
        indices = range(self._source.index_at(start), self._source.index_at(end))
        return [index for index in indices if not self._is_spoken(self._source.words[index].start)]

    def _is_spoken(self, offset: int) -> bool:
        place = bisect_right(self._opens, offset) - 1
        return place >= 0 and offset < self._spoken[place].end


def _end_of_sentence(source: Source, offset: int) -> int:
    """Return where the sentence around an offset ends."""
    return source.sentence_end(offset, len(source.text))


def _is_new(source: Source, index: int) -> bool:
    """Tell whether a document comes in here: en mail, et internt notat."""
    return any(word.low in _NEW for word in source.words[max(0, index - 2) : index])


def _writer_at(source: Source, people: People, index: int, first: int) -> Subject | None:
    """Return who wrote a document by the words around it, in its sentence."""
    if index and (whose := owner_at(source, people, index - 1)):
        return whose
    if index and (pronoun := _POSSESSIVES.get(source.words[index - 1].low)):
        word = source.words[index - 1]
        return Subject(SubjectKind.PRONOUN, word.start, word.end, pronoun)
    stop = _end_of_sentence(source, source.words[index].end)
    return sender_of(source, people, index, stop) or _who_writes(source, people, index, first)


def _who_writes(source: Source, people: People, index: int, first: int) -> Subject | None:
    """Return who sends it by the verb before it: X udsendte en erklæring, skriver X i en mail."""
    opens = _phrase_start(source, index)
    for at in range(opens - 1, first - 1, -1):
        low = source.words[at].low
        verb = source.language.verbs.get(low)
        if low not in source.language.turns.sends and (verb is None or verb.is_body):
            continue
        behind = read_subject(source, people, at + 1, source.words[opens].start)
        if behind is not None and (behind.kind in _NAMED or _is_somebody(source, behind)):
            return behind
        before = read_subject(source, people, first, source.words[at].start)
        return before if before is not None and before.kind in _NAMED else None
    return None


def _phrase_start(source: Source, index: int) -> int:
    """Return where the phrase of a document opens: en lang rapport, sin rapport, rapporten."""
    near = range(index - 1, max(-1, index - 1 - _MOST_ADJECTIVES), -1)
    return next((at for at in near if source.words[at].low in _OPENING), index)


def _is_somebody(source: Source, subject: Subject) -> bool:
    """Tell whether somebody comes in here who is no document: en gruppe, but not en erklæring."""
    words = subject.words.lower().split()
    return words[0] in _NEW and not any(is_document(low, source.language) for low in words)
