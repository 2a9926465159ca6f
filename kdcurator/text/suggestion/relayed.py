"""Who said what a sentence only passes on: "citerede ministeren for at have sagt".

"Det fik en ung kvinde til at råbe", "henviser til ministerens egne ord" and "mente, at han havde
skrevet" pass something on as well.

Owns the phrases in which the one who speaks is not the subject of the sentence. Must not know
marks, dashes or quotes, nor whom the words of a subject mean.
"""

from kdcurator.text.suggestion.documents import owner_at
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.subjects import Subject, SubjectKind, read_subject

_FARTHEST = 14  # words from a verb back to the one that it is said of
_MAKING = frozenset({"fik", "får", "fået"})
_CITING = frozenset({"citere", "citerer", "citerede", "citeret", "beskylde", "beskylder"}) | {
    *("beskyldte", "kritisere", "kritiserer", "kritiserede"),
}
_REPEATING = frozenset({"henviser", "henviste", "citerer", "citerede", "gentager", "gentog"})
_CONJUNCTIONS = frozenset({"at", "hvor", "hvordan", "hvorfor", "fordi", "om"})


def relayed(source: Source, people: People, index: int, start: int, end: int) -> Subject | None:
    """Return whom a verb at a word is said of where that is not the sentence's own subject."""
    words = source.words
    before = [word.low for word in words[max(0, index - 2) : index]]
    if before == ["til", "at"]:
        return _object_of(source, people, _MAKING, index, start)
    if before == ["at", "have"]:
        return _object_of(source, people, _CITING, index, start)
    if words[index].low in _REPEATING:
        return _owner_of_words(source, people, index, end)
    return _subject_of_clause(source, index, start)


def makes_say(source: Source, index: int, first: int) -> bool:
    """Tell whether an infinitive is what somebody is made to do: fik hende til at råbe."""
    words = source.words
    if index < 2 or (words[index - 2].low, words[index - 1].low) != ("til", "at"):
        return False
    return any(word.low in _MAKING for word in words[max(first, index - _FARTHEST) : index])


def _object_of(
    source: Source, people: People, verbs: frozenset[str], index: int, start: int
) -> Subject | None:
    """Read the object of a verb that stands before an infinitive."""
    for at in range(index - 1, max(-1, index - _FARTHEST), -1):
        if source.words[at].start < start:
            return None
        if source.words[at].low in verbs:
            return read_subject(source, people, at + 1, source.words[index].start)
    return None


def _owner_of_words(source: Source, people: People, index: int, end: int) -> Subject | None:
    """Read whose words are repeated: henviser til ministerens egen udtalelse."""
    for at in range(index + 1, min(index + _FARTHEST, source.index_at(end))):
        if source.words[at].low in source.language.turns.messages:
            return next(
                (one for back in (at - 1, at - 2) if (one := owner_at(source, people, back))), None
            )
    return None


def _subject_of_clause(source: Source, index: int, start: int) -> Subject | None:
    """Read the pronoun that opens the clause of a verb: …, at han på kortet havde skrevet."""
    for at in range(index - 1, max(0, index - _FARTHEST), -1):
        word = source.words[at]
        if word.start < start or not source.is_next_to(at + 1):
            return None
        if word.low in _CONJUNCTIONS:
            pronoun = source.words[at + 1]
            is_pronoun = at + 1 < index and pronoun.low in source.language.pronouns.third
            return (
                Subject(SubjectKind.PRONOUN, pronoun.start, pronoun.end, pronoun.low)
                if is_pronoun
                else None
            )
    return None
