"""Speech whose paragraphs were lost: the turns of a running line, and the writer between them.

Owns where speech that a dash opened inside a line gives way to the writer. Must not know how the
drafts of either are made.
"""

import re

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.clauses import clause_at
from kdcurator.text.suggestion.drafts import Draft, Text
from kdcurator.text.suggestion.marks import marked_in
from kdcurator.text.suggestion.subjects import Subject, SubjectKind, read_subject

_OPENING = 8  # words
_MARK = re.compile(r"[»«„“”\"]")


def until_told(text: Text, span: Span) -> Span:
    """Return speech up to the first sentence that is the writer's: "Bo Lund siger, at"."""
    for sentence in text.source.sentences(span.start, span.end)[1:]:
        if _tells(text, sentence) or _quotes(text, Span(sentence.start, span.end)):
            return Span(span.start, sentence.start)
    return span


def behind(text: Text, drafts: list[Draft], span: Span) -> Span | None:
    """Return what stands behind the speech of a turn and its clause, if it holds any mark."""
    end = span.start
    for draft in drafts:
        subject = draft.subject.end if draft.subject and draft.subject.end <= span.end else 0
        end = max(end, draft.end, subject)
    start = text.source.sentence_end(end - 1, span.end)
    has_mark = start < span.end and _MARK.search(text.source.text, start, span.end)
    return Span(start, span.end) if drafts and has_mark else None


def _tells(text: Text, sentence: Span) -> bool:
    """Tell whether a sentence opens with a name and what its bearer says, or with a source."""
    source = text.source
    if source.lows(sentence.start, sentence.end)[:1] == ["ifølge"] or _presents(text, sentence):
        return True
    subject = read_subject(source, text.people, source.index_at(sentence.start), sentence.end)
    if subject is None or not _is_named(subject):
        return False
    if "," in subject.words:
        return True  # only a writer presents: formanden for klubben, Bo Lund
    after = source.index_at(subject.end)
    return after < len(source.words) and source.words[after].low in source.language.verbs


def _presents(text: Text, sentence: Span) -> bool:
    """Tell whether a sentence opens with a name and an age: den 52-årige smed Bo Lund."""
    opening = text.source.lows(sentence.start, sentence.end)[:_OPENING]
    if not any(low.endswith("-årige") for low in opening):
        return False
    first = text.source.index_at(sentence.start)
    return any(text.people.at(index) for index in range(first, first + len(opening)))


def _quotes(text: Text, span: Span) -> bool:
    """Tell whether a stretch opens with marks and a clause that names who said what is in them."""
    if not _MARK.match(text.source.text, span.start):
        return False
    marked = next(iter(marked_in(text.source.text, span)), None)
    if marked is None or marked.open != span.start or not marked.is_closed:
        return False
    index = text.source.index_at(marked.close)
    clause = clause_at(text.source, text.people, index, span.end)
    return clause is not None and _is_named(clause.subject)


def _is_named(subject: Subject | None) -> bool:
    return subject is not None and subject.kind is SubjectKind.NAME
