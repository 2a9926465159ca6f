"""Clauses that report nothing, though they stand by marks: they say what a thing is called.

Owns "hedder en ny klub", "er et gammelt ord", signs that "say" something, and man and folk, who are
nobody in particular. Must not know how marks are found, nor who a subject is.
"""

from collections.abc import Sequence

from kdcurator.text.suggestion.clauses import Clause
from kdcurator.text.suggestion.documents import is_document
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.spoken import names_sign
from kdcurator.text.suggestion.subjects import SubjectKind, is_thing

_SAYINGS = frozenset(["ord", "ordsprog", "ordsproget", "mundheld", "mundheldet", "talemåde"])


def names_what_it_is(source: Source, clause: Clause) -> bool:
    """Tell whether a clause calls the marked words a title: »Måne« hedder det nye album."""
    works, subject = source.language.works, clause.subject
    if clause.cue in {"hedder", "hed", "lyder", "lød", "kaldes"}:
        behind = [word.low for word in source.words[clause.index + 1 : clause.index + 5]]
        is_called = clause.cue not in {"lyder", "lød"} and _is_called(source, behind)
        return is_called or not works.isdisjoint(behind)
    if subject is None or subject.kind is not SubjectKind.UNNAMED:
        return False
    if names_sign(subject.words) or is_thing(source, subject):
        return True
    return subject.words.split()[-1].lower() in _SAYINGS


def is_anybody(source: Source, clause: Clause) -> bool:
    """Tell whether those who say it are nobody in particular: man siger, folk, der spørger."""
    nobody = source.language.pronouns.nobody
    return clause.subject is not None and clause.subject.words.lower() in nobody


def _is_called(source: Source, behind: Sequence[str]) -> bool:
    """Tell whether "hedder" says what a thing is called: hedder en ny klub, hedder aftenen.

    What is said or written in something is told by a det, or by a noun for it.
    """
    low = behind[0] if behind else ""
    if low in {"en", "et"}:
        return True
    is_said = low in source.language.turns.messages or is_document(low, source.language)
    return low.endswith(("en", "et")) and low != "det" and not is_said
