"""When two stretches in marks are one quote.

Owns what may stand between them: nothing, or one reporting clause. Must not know how marks pair,
nor who is meant.
"""

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.clauses import Clause
from kdcurator.text.suggestion.drafts import Draft
from kdcurator.text.suggestion.marks import Marked
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.spoken import opens_sentence
from kdcurator.text.suggestion.subjects import SubjectKind

_ENDS = ".!?…:"
_PAUSES = frozenset(",:–—-")
_MARKS = "»«„“”\"'’‘"
_LONGEST_TAIL = 25  # words of a reporting clause


def another_speaks(draft: Draft, clause: Clause | None) -> bool:
    """Tell whether the clause behind a marked stretch names another one than a quote's clause."""
    before, behind = draft.subject, clause.subject if clause else None
    if before is None or behind is None:
        return False
    if behind.kind is SubjectKind.PRONOUN:
        return before.kind is SubjectKind.PRONOUN and behind.words != before.words
    if behind.kind is SubjectKind.NAME and before.kind is SubjectKind.NAME:
        return behind.person != before.person
    if behind.kind is SubjectKind.UNNAMED and behind.words.split()[0].lower() in {"en", "et"}:
        return True
    kinds = {before.kind, behind.kind}
    return SubjectKind.NAME not in kinds and behind.words.casefold() != before.words.casefold()


def continues(source: Source, end: int, marked: Marked, span: Span, reach: int) -> bool:
    """Tell whether a marked stretch goes on with the quote before it."""
    if _resumes(source, end, span):
        pauses = source.text[source.back_over_blanks(marked.open) - 1] in _PAUSES
        return (pauses or marked.open <= reach + 2) and not _another_sentence(
            source, reach, marked.open
        )
    opens = opens_sentence(source, marked.open, reach) or marked.open <= reach + 1
    return opens and _only_clause_between(source, end, marked.open, reach)


def _only_clause_between(source: Source, end: int, start: int, reach: int) -> bool:
    """Tell whether nothing but a reporting clause divides two marked stretches."""
    between = source.text[min(end, start) : start].strip(_MARKS + " ,.\u00a0\n–-:;")
    if not between:
        return True
    first, last = source.index_at(reach), source.index_at(start)
    return last - first <= _LONGEST_TAIL and not _another_sentence(source, reach, start)


def _another_sentence(source: Source, reach: int, start: int) -> bool:
    """Tell whether a sentence ends between two offsets and another one begins."""
    first = source.index_at(reach)
    if first < len(source.words) and source.words[first].start < start:
        opens = source.sentence_start(source.words[first].start, 0) == source.words[first].start
        if opens and source.words[first].is_capital:
            return True
    stop = source.sentence_end(reach, start)
    return bool(source.text[stop:start].strip(_MARKS + " \n"))


def _resumes(source: Source, end: int, span: Span) -> bool:
    """Tell whether a stretch ends a sentence that the one before left open."""
    before = source.text[end - 1]
    return source.text[span.start].islower() and before not in _ENDS
