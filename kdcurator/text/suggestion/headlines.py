"""Headlines that quote: "Borgmester: Vi giver ikke op".

Owns when the words before a colon speak the words behind it. Must not know whom they mean.
"""

import re

from kdcurator.domain.article import PartKind
from kdcurator.domain.quote import Span, Style
from kdcurator.text.suggestion.drafts import Draft, Evidence, Text
from kdcurator.text.suggestion.marks import marked_in
from kdcurator.text.suggestion.roles import indefinite
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.speech import is_first_person, split_speech
from kdcurator.text.suggestion.subjects import Subject, SubjectKind

_COLON = re.compile(r":[ \u00a0]++[-–—]?[ \u00a0]*+")
_ADDRESSING = frozenset(["til", "om"])
"""What leads to whom or of what is spoken: Elever til ministeren, formanden om støjen."""
_LONGEST_SPEAKER = 6  # words before the colon


def headline_drafts(text: Text) -> list[Draft]:
    """Return the quotes of title and subtitle."""
    drafts = []
    for number, block in enumerate(text.blocks):
        if block.kind in {PartKind.TITLE, PartKind.SUBTITLE, PartKind.KICKER}:
            draft = _of_colon(text, number, block.span) or _of_marks(text, number, block.span)
            if draft:
                drafts.append(draft)
    return drafts


def _of_colon(text: Text, number: int, span: Span) -> Draft | None:
    """Draft what stands behind "Role:" or "Name:" in the first person or in marks."""
    source = text.source
    colon = _COLON.search(source.text, span.start, span.end)
    if colon is None:
        return None
    subject = (
        _speaker(text, Span(span.start, colon.start())) if colon.start() > span.start else None
    )
    said = source.trimmed(colon.end(), span.end)
    label = {word.low for word in source.words_in(span.start, colon.start())}
    if said is None or label & source.language.works:
        return None
    marked = marked_in(source.text, said)
    if marked and marked[0].open == said.start and marked[0].close >= said.end:
        said = source.trimmed(marked[0].inner.start, marked[0].inner.end, ",") or said
        if subject is None and not _is_spoken(source, said):
            return None
    elif subject is None or not is_first_person(source, said.start, said.end):
        return None
    return Draft([said], Style.HEADLINE, number, Evidence.HEADLINE, subject)


def _is_spoken(source: Source, span: Span) -> bool:
    """Tell whether words speak of jeg, vi or du."""
    second = source.language.pronouns.second
    return is_first_person(source, span.start, span.end) or any(
        word.low in second and word.text != "i" for word in source.words_in(span.start, span.end)
    )


def _speaker(text: Text, span: Span) -> Subject | None:
    """Return whom the words before a headline's colon mean: a name of the text, or a role."""
    source, words = text.source, text.source.words_in(span.start, span.end)
    if not 0 < len(words) <= _LONGEST_SPEAKER:
        return None
    addressed = next((word for word in words if word.low in _ADDRESSING), None)
    if addressed and addressed.start > span.start:
        return _speaker(text, Span(span.start, addressed.start - 1))
    return _named(text, span) or _meant(source, span)


def _named(text: Text, span: Span) -> Subject | None:
    """Return the person of the text whose name stands before the colon, also a surname alone."""
    label = span.cut(text.source.text)
    mentions = text.people.between(span.start, span.end)
    person = mentions[-1].person if mentions else text.people.find(label)
    if person is None:
        return None
    return Subject(SubjectKind.NAME, span.start, span.end, label, person)


def _meant(source: Source, span: Span) -> Subject | None:
    """Return the role, the body or the people without names before the colon."""
    language, words = source.language, source.words_in(span.start, span.end)
    label = span.cut(source.text)
    groups = tuple(language.turns.groups)
    if len(words) == 1 and words[0].low.endswith(groups):
        return Subject(SubjectKind.UNNAMED, span.start, span.end, label)
    roles = [bare for word in words if (bare := indefinite(word.low, language))]
    if roles:
        return Subject(SubjectKind.ROLE, span.start, span.end, label, None, roles[0])
    if words[-1].low in language.bodies:
        return Subject(SubjectKind.BODY, span.start, span.end, label)
    if words[0].low.endswith(groups) or words[-1].low.endswith(groups):
        return Subject(SubjectKind.UNNAMED, span.start, span.end, label)
    return None


def _of_marks(text: Text, number: int, span: Span) -> Draft | None:
    """Draft a headline in marks: one with a reporting clause, or in the first person."""
    source = text.source
    marked = [m for m in marked_in(source.text, span) if m.is_closed]
    if len(marked) != 1 or marked[0].open != span.start:
        return None
    said = source.trimmed(marked[0].inner.start, marked[0].inner.end, ",")
    if said is None:
        return None
    speech = split_speech(source, text.people, span.start, span.end)
    is_whole = marked[0].close >= span.end - 1
    if speech.clauses:
        clause = speech.clauses[0]
        return Draft([said], Style.HEADLINE, number, Evidence.CLAUSE, clause.subject, clause.cue)
    if is_whole and is_first_person(source, said.start, said.end):
        return Draft([said], Style.HEADLINE, number, Evidence.HEADLINE)
    return None
