"""Reporting clauses whose verb no list holds: "stønner han", "ræsonnerer Bo Lund".

Owns the shape that makes any verb report: speech, a comma, the verb, then who speaks. Danish puts
the verb before its subject when something else opens the sentence; behind speech that is what was
said. Must not know which verbs report by themselves.
"""

from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.subjects import Subject, SubjectKind, read_subject

_ENDINGS = ("r", "ede", "te", "de")
_SHORTEST = 4  # letters of such a verb


def inverted_subject(source: Source, people: People, index: int, limit: int) -> Subject | None:
    """Return who speaks where any finite verb and its subject stand behind speech, else None."""
    if not _is_finite(source, index):
        return None
    at = index + 1
    if at >= len(source.words) or source.words[at].start >= limit or not source.is_next_to(at):
        return None
    subject = read_subject(source, people, at, limit)
    kinds = {SubjectKind.NAME, SubjectKind.PRONOUN}
    if subject is None or subject.kind not in kinds or _object_pronoun(subject):
        return None
    if subject.kind is SubjectKind.NAME and source.words[index].low in source.language.titles:
        return None  # anklageren, politiassessor Birgit Friis
    return subject


def closes_speech(source: Source, index: int, subject: Subject, start: int, limit: int) -> bool:
    """Tell whether such words end the speaker's sentence and do not belong to it.

    `start` is where the speech begins: a sentence that opens with another part than its subject
    turns its own verb and subject round, and one who speaks says jeg or du behind it.
    """
    opening = source.sentence_start(source.words[index].start, start)
    first = source.index_at(opening)
    if first >= index or source.words[first].low in source.language.turns.fronted:
        return False
    stop = source.sentence_end(subject.end - 1, limit)
    pronouns = source.language.pronouns
    tail = source.lows(subject.end, stop)
    return not any(low in pronouns.first or low in pronouns.second for low in tail)


def _is_finite(source: Source, index: int) -> bool:
    word = source.words[index]
    if (
        word.low in source.language.turns.no_report
        or not word.text[0].islower()
        or len(word.low) < _SHORTEST
    ):
        return False
    language = source.language
    if word.low in language.adverbs or word.low in language.function_words:
        return False
    return word.low in language.finite_verbs or word.low.endswith(_ENDINGS)


def _object_pronoun(subject: Subject) -> bool:
    """Tell whether "de" or "han" opens a longer phrase instead: han der, de unge."""
    return subject.kind is SubjectKind.PRONOUN and subject.words.lower() == "de"
