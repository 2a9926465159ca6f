"""Quotes that go on in the next paragraph, and quotes that headlines make.

Owns when a paragraph without a mark belongs to the speech before it. Must not know who speaks:
sameness is told by the words of the subjects alone.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from kdcurator.domain.article import PartKind
from kdcurator.domain.quote import Span, Style
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.clauses import Clause, clauses_in
from kdcurator.text.suggestion.drafts import Draft, Evidence, Text
from kdcurator.text.suggestion.exchanges import Interview
from kdcurator.text.suggestion.marks import marked_in
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.speech import is_first_person, split_speech
from kdcurator.text.suggestion.subjects import Subject, SubjectKind, read_subject

_FARTHEST_CLOSE = 8  # paragraphs that one pair of marks may span
_ECHO = 6  # words in a row that the lede gives to the speaker
_DASHES = (Style.DASH, Style.EN_DASH)
_BETWEEN = frozenset({PartKind.CREDIT, PartKind.LINK})


def carry_marks(text: Text, drafts: dict[int, list[Draft]]) -> None:
    """Join paragraphs that one pair of marks spans, or that repeat the opening mark."""
    done = -1
    for number in sorted(drafts):
        if number <= done or not drafts[number]:
            continue
        last = drafts[number][-1]
        if last.is_torn and last.style not in _DASHES and last.is_open:
            done = _carry(text, drafts, number, last)


def _carry(text: Text, drafts: dict[int, list[Draft]], number: int, draft: Draft) -> int:
    """Take in the paragraphs up to the closing mark, if it comes in time; return the last one."""
    mark = _unclosed_mark(text, number)
    taken: list[tuple[int, Span]] = []
    if mark is None:
        return number
    for following in range(number + 1, min(number + _FARTHEST_CLOSE, len(text.blocks))):
        block = text.blocks[following]
        if block.kind in _BETWEEN:
            continue
        if block.kind is not PartKind.BODY or following not in drafts:
            break
        found = marked_in(text.source.text, block.content, mark)
        span = text.source.trimmed(found[0].inner.start, found[0].inner.end, ",") if found else None
        if span is None:
            break
        taken.append((following, span))
        if found[0].is_closed:
            _take_in(text, drafts, draft, taken, found[0].close)
            return following
    return number


def _unclosed_mark(text: Text, number: int) -> str | None:
    marked = marked_in(text.source.text, text.blocks[number].content)
    return marked[-1].mark if marked and not marked[-1].is_closed else None


def _take_in(
    text: Text,
    drafts: dict[int, list[Draft]],
    draft: Draft,
    taken: list[tuple[int, Span]],
    close: int,
) -> None:
    """Give a quote the paragraphs of its marks and the clause behind the closing one."""
    for number, span in taken:
        draft.segments.append(span)
        inside = [other for other in drafts.get(number, []) if other.start >= span.end]
        joined = [other for other in drafts.get(number, []) if other.start < span.end]
        for other in joined:
            later = [segment for segment in other.segments if segment.start >= span.end]
            draft.segments.extend(later)
            if other.subject and not draft.subject:
                draft.subject, draft.cue, draft.evidence = other.subject, other.cue, other.evidence
        drafts[number] = inside
    draft.is_torn = draft.is_open = False
    end = text.blocks[taken[-1][0]].content.end
    clause = next(clauses_in(text.source, text.people, close, end), None)
    if clause and not text.source.text[close : clause.start].strip(" ,"):
        draft.subject, draft.cue, draft.evidence = clause.subject, clause.cue, Evidence.CLAUSE


def go_on(text: Text, drafts: dict[int, list[Draft]], interview: Interview) -> None:
    """Take undashed paragraphs into the speech before them where they clearly go on with it.

    None of a text told in the first person: the writer's own jeg speaks there.
    """
    subjects = (draft.subject for some in drafts.values() for draft in some)
    if any(subject and subject.kind is SubjectKind.WRITER for subject in subjects):
        return
    answered = {number for answer in interview.answers for number in answer.blocks}
    closed = interview.questions | answered
    for number in sorted(drafts):
        if drafts[number] and drafts[number][-1].style in _DASHES:
            _extend(text, drafts, drafts[number][-1], number, closed)


def _extend(
    text: Text,
    drafts: dict[int, list[Draft]],
    draft: Draft,
    number: int,
    closed: set[int],
) -> None:
    """Take in one paragraph after the other."""
    for following in range(number + 1, len(text.blocks)):
        block = text.blocks[following]
        if block.kind in _BETWEEN:
            continue
        if block.kind is not PartKind.BODY or following in closed or drafts.get(following):
            return
        if not _goes_on(text, draft, block, following, closed):
            return


def _goes_on(text: Text, draft: Draft, block: Block, number: int, closed: set[int]) -> bool:
    """Take a paragraph in if it goes on with the speech; tell whether the next one may too."""
    source, people, span = text.source, text.people, block.content
    if block.is_list or span.cut(source.text).endswith(":") or _opens_with_somebody(text, span):
        return False
    speech = split_speech(source, people, span.start, span.end)
    if speech.clauses:
        is_unclosed = draft.is_open and draft.evidence is not Evidence.CLAUSE
        if not is_unclosed or not _ends_with(source, span, speech.clauses[-1]):
            return False
        return _close_with(text, draft, speech.segments, speech.clauses)
    spoken = _speaks_at_once(text, span) or (
        draft.is_open and number + 1 in closed and _echoes_lede(text, span)
    )
    if spoken:
        draft.segments.append(source.trimmed(span.start, span.end) or span)
        draft.is_continued = True
    return spoken


def _opens_with_somebody(text: Text, span: Span) -> bool:
    """Tell whether a paragraph opens with the one it tells of: han, sportsdirektør Bo Lund."""
    source, opening = text.source, text.source.index_at(span.start)
    if opening == source.index_at(span.end) or text.people.at(opening):
        return True
    if source.words[opening].low in source.language.pronouns.third:
        return True
    subject = read_subject(source, text.people, opening, span.end)
    return subject is not None and subject.kind is SubjectKind.NAME


def _ends_with(source: Source, span: Span, clause: Clause) -> bool:
    """Tell whether a clause ends a paragraph, behind the comma of speech."""
    is_last = source.sentence_end(clause.core_end - 1, span.end) >= span.end
    return is_last and source.text[max(0, clause.start - 3) : clause.start].rstrip()[-1:] in {
        ",",
        "?",
        "!",
    }


def _close_with(text: Text, draft: Draft, segments: list[Span], clauses: Sequence[Clause]) -> bool:
    """Take in a paragraph that ends in a clause of the same speaker; nothing follows it."""
    clause = clauses[0]
    if clause.subject is None or clause.subject.kind is SubjectKind.UNNAMED:
        return False
    if not _is_same_speaker(text, draft, clause.subject):
        return False
    draft.segments += segments
    draft.is_open, draft.is_continued = False, True
    if draft.evidence is Evidence.CONTEXT or draft.cue is None:
        draft.subject, draft.cue, draft.evidence = clause.subject, clause.cue, Evidence.CLAUSE
    return False


def _is_same_speaker(text: Text, draft: Draft, subject: Subject) -> bool:
    """Tell whether the subject of a clause may be the one who says a draft."""
    if subject.kind in {SubjectKind.PRONOUN, SubjectKind.ROLE}:
        return True
    if subject.kind is not SubjectKind.NAME:
        return False
    before = draft.subject
    if before and before.kind is SubjectKind.NAME:
        return before.person == subject.person
    place = bisect_left(text.people.starts, draft.start)
    named = text.people.mentions[max(0, place - 4) : place]
    return not named or any(mention.person == subject.person for mention in named)


def _speaks_at_once(text: Text, span: Span) -> bool:
    """Tell whether a paragraph's first sentence is in the first person, outside any marks."""
    source = text.source
    first = source.sentences(span.start, span.end)[0]
    if marked_in(source.text, span) or text.people.between(first.start, first.end):
        return False
    return is_first_person(source, first.start, first.end) and not _reports_him(text, first)


def _reports_him(text: Text, sentence: Span) -> bool:
    """Tell whether the writer reports in a sentence: han mener, så peger hun på."""
    lows = text.source.lows(sentence.start, sentence.end)
    third, verbs = text.source.language.pronouns.third, text.source.language.verbs
    return any(
        (a in third and b in verbs) or (a in verbs and b in third) for a, b in pairwise(lows)
    )


def _echoes_lede(text: Text, span: Span) -> bool:
    """Tell whether the lede gives a paragraph's words to somebody by a reporting clause."""
    lede = next((b.span for b in text.blocks if b.kind is PartKind.LEDE), None)
    if lede is None or not next(clauses_in(text.source, text.people, lede.start, lede.end), None):
        return False
    return bool(_runs(text, lede) & _runs(text, span))


def _runs(text: Text, span: Span) -> set[tuple[str, ...]]:
    lows = text.source.lows(span.start, span.end)
    return {tuple(lows[i : i + _ECHO]) for i in range(len(lows) - _ECHO + 1)}
