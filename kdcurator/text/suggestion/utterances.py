"""Drafts of quotes from the dashes, marks and reporting clauses of a paragraph.

Owns which marked words are speech and which are scare quotes or titles, and which spans make one
quote. Must not know who a subject is, nor interviews.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.blocks import Block
from kdcurator.text.suggestion.clauses import Clause, clause_at, introduction, subject_first
from kdcurator.text.suggestion.dashes import says_nothing, turns_in
from kdcurator.text.suggestion.drafts import Draft, Evidence
from kdcurator.text.suggestion.marks import Marked, marked_in
from kdcurator.text.suggestion.people import People
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.speech import split_speech
from kdcurator.text.suggestion.subjects import last_meant

_ENDS = ".!?…:"
_MARKS = "»«„“”\"'’‘"
_LONGEST_TAIL = 25  # words of a reporting clause
_SUBJECTS = frozenset(["jeg", "du", "han", "hun", "vi", "i", "de", "det", "der", "den", "man"])
_FINITE_ENDINGS = ("r", "de", "te")
_FEWEST = 3  # words of a marked clause inside the writer's sentence


@dataclass(frozen=True, slots=True)
class Text:
    """What drafting looks things up in."""

    source: Source
    people: People
    blocks: Sequence[Block]


def drafts_in(text: Text, number: int) -> list[Draft]:
    """Return the drafts of one paragraph in order."""
    content = text.blocks[number].content
    turns = [] if text.blocks[number].is_list else turns_in(text.source, content)
    if turns and not _inside_marks(text.source, content, turns[0].dash):
        before = (
            _of_marks(text, number, Span(content.start, turns[0].dash))
            if (turns[0].dash > content.start)
            else []
        )
        return before + [
            draft
            for turn in turns
            if (draft := _of_turn(text, number, turn.dash, turn.speech, turn.style))
        ]
    return _of_marks(text, number, content)


def _inside_marks(source: Source, content: Span, dash: int) -> bool:
    """Tell whether a dash stands inside marks, where it is punctuation."""
    return any(m.open < dash < m.close for m in marked_in(source.text, content) if m.is_closed)


def _of_turn(text: Text, number: int, dash: int, span: Span, style) -> Draft | None:  # type: ignore[no-untyped-def]
    """Draft the speech that a dash opened."""
    speech = split_speech(text.source, text.people, span.start, span.end)
    if not speech.segments:
        return None
    draft = Draft(
        _without_outer_marks(text.source, speech.segments), style, number, Evidence.CONTEXT
    )
    draft.is_open = speech.ends_open
    if not speech.clauses and says_nothing(text.source, speech.segments[0]):
        return None
    if speech.clauses:
        _attribute(draft, speech.clauses[0], Evidence.CLAUSE)
    elif intro := _introducing(text, number, dash):
        _attribute(draft, intro, Evidence.INTRODUCTION)
    return draft


def _without_outer_marks(source: Source, segments: list[Span]) -> list[Span]:
    """Take off marks that wrap a dash turn whole."""
    span = segments[0]
    cut = span.cut(source.text)
    if (
        len(segments) == 1
        and cut[0] in '»“”"„'
        and cut[-1] in '«”“"'
        and not any(mark in _MARKS for mark in cut[1:-1])
    ):
        inner = source.trimmed(span.start + 1, span.end - 1, ",")
        return [inner] if inner else segments
    return segments


def _attribute(draft: Draft, clause: Clause, evidence: Evidence) -> None:
    draft.evidence, draft.subject, draft.cue = evidence, clause.subject, clause.cue


def _introducing(text: Text, number: int, offset: int) -> Clause | None:
    """Read the sentence with a colon that stands before an offset, in this block or the last."""
    source, block = text.source, text.blocks[number]
    before = source.back_over_blanks(offset)
    if before <= block.content.start:
        if number == 0 or block.content.start != block.span.start:
            return None
        block = text.blocks[number - 1]
        before = block.span.end
    if before <= block.span.start or source.text[before - 1] != ":":
        return None
    start = source.sentence_start(before - 1, block.span.start)
    if clause := introduction(source, text.people, start, before):
        return clause
    subject = last_meant(source, text.people, start, before)
    return Clause(start, before, None, subject, source.index_at(start)) if subject else None


def _of_marks(text: Text, number: int, content: Span) -> list[Draft]:
    """Draft the marked stretches of a paragraph, joined where only a clause divides them."""
    source = text.source
    drafts: list[Draft] = []
    reach = -1  # how far the last draft's reporting clause may reach
    for marked in marked_in(source.text, content):
        span = source.trimmed(marked.inner.start, marked.inner.end, ",")
        if span is None:
            reach = -1
            continue
        if (
            drafts
            and reach >= 0
            and (
                _only_clause_between(source, drafts[-1].end, marked.open, reach)
                or _resumes(source, drafts[-1].end, span)
            )
        ):
            drafts[-1].segments.append(span)
            reach = _after_join(text, drafts[-1], marked, content)
            continue
        draft, reach = _of_marked(text, number, content, marked, span)
        if draft:
            drafts.append(draft)
    return drafts


def _after_join(text: Text, draft: Draft, marked: Marked, content: Span) -> int:
    clause = _clause_after(text, marked, content)
    if clause and draft.evidence is not Evidence.CLAUSE:
        _attribute(draft, clause, Evidence.CLAUSE)
    return clause.core_end if clause else marked.close


def _of_marked(
    text: Text, number: int, content: Span, marked: Marked, span: Span
) -> tuple[Draft | None, int]:
    """Draft one marked stretch; also return how far its reporting clause reaches, -1 for none."""
    draft = Draft([span], marked.style, number, Evidence.CONTEXT)
    clause = _clause_after(text, marked, content)
    if not marked.is_closed or not marked.is_opened:
        return _of_torn(text, draft, marked, clause)
    opens = _opens_sentence(text.source, marked.open, content.start)
    if clause and clause.subject and (opens or _is_clause(text.source, span)):
        _attribute(draft, clause, Evidence.CLAUSE)
        return draft, clause.core_end
    if intro := _introducing(text, number, marked.open):
        if _names_work(text.source, marked.open, content.start) or _is_poster(text.source, intro):
            return None, -1
        _attribute(draft, intro, Evidence.INTRODUCTION)
        return draft, marked.close
    if opens and _stands_alone(text.source, marked, span, content):
        inner = split_speech(text.source, text.people, span.start, span.end)
        if inner.clauses and len(inner.segments) > 0:
            draft.segments = inner.segments
            _attribute(draft, inner.clauses[0], Evidence.CLAUSE)
        draft.is_open = not inner.clauses
        return draft, marked.close
    return _embedded(text, draft, marked, span, content), -1


def _of_torn(
    text: Text, draft: Draft, marked: Marked, clause: Clause | None
) -> tuple[Draft | None, int]:
    """Draft a stretch whose opening or closing mark was lost: a clause must speak for it."""
    draft.is_torn = True
    if not marked.is_opened:
        if clause is None or clause.subject is None:
            return None, -1
        _attribute(draft, clause, Evidence.CLAUSE)
        return draft, clause.core_end
    speech = split_speech(text.source, text.people, marked.inner.start, marked.inner.end)
    draft.segments = speech.segments or draft.segments
    draft.is_open = speech.ends_open
    if speech.clauses:
        _attribute(draft, speech.clauses[0], Evidence.CLAUSE)
    elif not _opens_sentence(text.source, marked.open, marked.open):
        return None, -1
    return draft, -1


def _clause_after(text: Text, marked: Marked, content: Span) -> Clause | None:
    """Read the reporting clause right behind a closing mark."""
    source = text.source
    index = source.index_at(marked.close)
    if index >= len(source.words) or source.words[index].start >= content.end:
        return None
    word = source.words[index]
    between = source.text[marked.close : word.start].strip()
    if between not in {"", ",", "-", "–", ".", "?", "!"}:
        return None
    if source.language.code == "en" and (
        clause := subject_first(source, text.people, index, content.end)
    ):
        return clause
    return clause_at(source, text.people, index, content.end) if word.text[0].islower() else None


def _only_clause_between(source: Source, end: int, start: int, reach: int) -> bool:
    """Tell whether nothing but a reporting clause divides two marked stretches."""
    between = source.text[min(end, start) : start].strip(_MARKS + " ,.\u00a0\n–-:;")
    if not between:
        return True
    first, last = source.index_at(reach), source.index_at(start)
    if last - first > _LONGEST_TAIL:
        return False
    tail = [word.low for word in source.words[first:last]]
    if first < last and _another_sentence(source, reach, start):
        return False
    return not tail or _is_clause_tail(source, tail, source.gap(first))


def _another_sentence(source: Source, reach: int, start: int) -> bool:
    """Tell whether a sentence ends between two offsets and another one begins."""
    stop = source.sentence_end(reach, start)
    return bool(source.text[stop:start].strip(_MARKS + " \n"))


def _resumes(source: Source, end: int, span: Span) -> bool:
    """Tell whether a stretch ends a sentence that the one before left open."""
    before = source.text[end - 1]
    return source.text[span.start].islower() and before not in _ENDS


def _is_clause_tail(source: Source, tail: Sequence[str], gap: str) -> bool:
    """Tell whether words behind a clause's subject belong to the clause and tell nothing more."""
    if tail[0] == "og":
        return len(tail) > 1 and tail[1] in source.language.verbs
    if tail[0] in {"mens", "da", "efter", "og", "før", "idet", "inden"}:
        return False
    verbs = source.language.finite_verbs
    is_relative = tail[0] in {"der", "som"} and "," in gap
    return is_relative or not any(low in verbs for low in tail)


def _opens_sentence(source: Source, offset: int, floor: int) -> bool:
    """Tell whether a mark stands where a sentence may begin."""
    before = source.back_over_blanks(offset)
    while before > floor and source.text[before - 1] in _MARKS:
        before -= 1
    return before <= floor or source.text[before - 1] in _ENDS + "–—-"


def _stands_alone(source: Source, marked: Marked, span: Span, content: Span) -> bool:
    """Tell whether a marked stretch is a sentence of its own and not a name or a title."""
    behind = _next(source, marked.close)
    ends = span.cut(source.text)[-1] in _ENDS and not (behind.islower() or behind in {",", ";"})
    ends = ends or behind in {".", "!", "?", ""} or marked.close >= content.end
    return ends and _is_clause(source, span) and not _names_work(source, marked.open, content.start)


def _next(source: Source, offset: int) -> str:
    """Return the next character that is no white space."""
    place = source.skip_blanks(offset)
    return source.text[place : place + 1]


def _is_clause(source: Source, span: Span) -> bool:
    """Tell whether a stretch has a finite verb of its own and more than a couple of words."""
    words = source.words_in(span.start, span.end)
    finite = source.language.finite_verbs
    if len(words) < _FEWEST:
        return False
    return any(word.low in finite for word in words) or any(
        (a.low in _SUBJECTS and b.low.endswith(_FINITE_ENDINGS))
        or (b.low in _SUBJECTS and a.low.endswith(_FINITE_ENDINGS))
        for a, b in pairwise(words)
    )


def _names_work(source: Source, offset: int, floor: int) -> bool:
    """Tell whether the words before a mark call it a title, a slogan or a poster."""
    index = source.index_at(offset)
    words = source.words[max(0, index - 3) : index]
    return any(w.start >= floor and w.low in source.language.works for w in words)


def _is_poster(source: Source, intro: Clause) -> bool:
    """Tell whether an introduction says what stands written somewhere: på et skilt stod der."""
    if intro.cue not in {"står", "stod"}:
        return False
    start = source.words[max(0, intro.index - 8)].start
    return any(low in source.language.works for low in source.lows(start, intro.start))


def _embedded(text: Text, draft: Draft, marked: Marked, span: Span, content: Span) -> Draft | None:
    """Draft a whole clause in marks inside the writer's sentence, if a verb gives it to someone."""
    source = text.source
    if not _is_clause(source, span) or _names_work(source, marked.open, content.start):
        return None
    start = source.sentence_start(marked.open, content.start)
    clause = introduction(source, text.people, start, marked.open)
    if clause is None or clause.subject is None or not _has_subject(source, span):
        return None
    _attribute(draft, clause, Evidence.EMBEDDED)
    return draft


def _has_subject(source: Source, span: Span) -> bool:
    """Tell whether a marked clause has its own subject among its first words."""
    words = source.words_in(span.start, span.end)[:6]
    pronouns = source.language.pronouns
    subjects = (
        pronouns.first | pronouns.second | pronouns.third | {"det", "der", "de", "man", "den"}
    )
    return any(word.low in subjects for word in words)
