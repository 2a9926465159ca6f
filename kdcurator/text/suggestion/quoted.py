"""Drafts of quotes from the quotation marks of a paragraph.

Owns which marked words are speech and which are scare quotes or titles. Must not know dashes, who
a subject is, nor interviews.
"""

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.clauses import Clause, clause_at, inverted_at, subject_first
from kdcurator.text.suggestion.documents import owner_before
from kdcurator.text.suggestion.drafts import Draft, Evidence, Text
from kdcurator.text.suggestion.introductions import introducing, introduction
from kdcurator.text.suggestion.joining import another_speaks, continues
from kdcurator.text.suggestion.marks import Marked, marked_in
from kdcurator.text.suggestion.signatures import undashed_signer
from kdcurator.text.suggestion.source import Source
from kdcurator.text.suggestion.speech import split_speech
from kdcurator.text.suggestion.spoken import (
    has_subject,
    is_clause,
    is_poster,
    is_told_of,
    names_work,
    opens_sentence,
    stands_alone,
)
from kdcurator.text.suggestion.subjects import Subject, SubjectKind, last_meant
from kdcurator.text.suggestion.titling import is_anybody, names_what_it_is

_MARKS = "»«„“”\"'’‘"
_LONGEST_TITLE = 8  # words
_SHORTEST_NOUN = 4  # letters
_FEWEST = 4  # words of a clause that "at" leads to
_PREPOSITIONS = frozenset(
    ["fra", "til", "af", "i", "på", "med", "for", "om", "under", "som", "ved", "hos", "efter"]
)
"""What leads to a name or a title in marks, never to speech."""


def quoted_in(text: Text, number: int, content: Span) -> list[Draft]:
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
            and continues(source, drafts[-1].end, marked, span, reach)
            and not _answers(text, drafts[-1], marked, content)
        ):
            drafts[-1].segments.append(span)
            reach = _after_join(text, drafts[-1], marked, content)
            continue
        draft, reach = _of_marked(text, number, content, marked, span)
        if draft:
            drafts.append(draft)
    return drafts


def _answers(text: Text, draft: Draft, marked: Marked, content: Span) -> bool:
    """Tell whether a marked stretch is said by another one than the quote before it."""
    clause = _clause_after(text, marked, content)
    is_next = not text.source.text[draft.end : marked.open].strip(_MARKS + " ,.\u00a0\n")
    if draft.subject is None and clause and is_next:
        return text.source.text[draft.end - 1] in ".!?"  # »Nej.« »Hvorfor ikke?« spurgte han
    return another_speaks(draft, clause)


def _after_join(text: Text, draft: Draft, marked: Marked, content: Span) -> int:
    clause = _clause_after(text, marked, content)
    if clause and draft.evidence is not Evidence.CLAUSE:
        draft.give_to(clause, Evidence.CLAUSE)
    return clause.core_end if clause else marked.close


def _of_marked(
    text: Text, number: int, content: Span, marked: Marked, span: Span
) -> tuple[Draft | None, int]:
    """Draft one marked stretch; also return how far its reporting clause reaches, -1 for none."""
    draft = Draft([span], marked.style, number, Evidence.CONTEXT)
    clause = _clause_after(text, marked, content)
    if not marked.is_closed or not marked.is_opened:
        return _of_torn(text, draft, marked, clause)
    opens = opens_sentence(text.source, marked.open, content.start)
    is_said = opens or (
        is_clause(text.source, span) and not names_work(text.source, marked.open, content.start)
    )
    if clause and clause.subject and clause.subject.words.lower() == "man":
        return None, -1  # »Hvad nu?« spørger man: anybody, and so nobody
    if clause and clause.subject and is_said and _is_speech(text.source, marked, span, clause):
        draft.give_to(clause, Evidence.CLAUSE)
        return draft, clause.core_end
    if intro := introducing(text, number, marked.open):
        return _of_introduced(text, draft, marked, intro, content)
    if opens and stands_alone(text.source, marked, span, content):
        inner = split_speech(text.source, text.people, span.start, span.end)
        if inner.clauses and len(inner.segments) > 0:
            draft.segments = inner.segments
            draft.give_to(inner.clauses[0], Evidence.CLAUSE)
        draft.is_open = not inner.clauses
        if draft.evidence is Evidence.CONTEXT and (signed := _signature(text, marked, content)):
            draft.subject, draft.evidence = signed, Evidence.TAKEN_UP
        return draft, marked.close
    return _embedded(text, draft, marked, span, content), -1


def _of_introduced(
    text: Text, draft: Draft, marked: Marked, intro: Clause, content: Span
) -> tuple[Draft | None, int]:
    """Draft a stretch behind a colon, unless the words before it name a work or a poster."""
    source = text.source
    is_title = names_work(source, marked.open, content.start, within=1)
    is_title = is_title and not _says(source, intro, marked.open)
    if is_title or is_poster(source, intro) or _is_title_by(text, intro, draft.segments[0]):
        return None, -1
    draft.give_to(intro, Evidence.INTRODUCTION)
    return draft, marked.close


def _says(source: Source, intro: Clause, offset: int) -> bool:
    """Tell whether the one who says it stands before a colon: siger gruppen: »Vi er mange«."""
    verb = source.language.verbs.get(source.words[intro.index].low)
    is_next = source.index_at(offset) == intro.index + 2
    return is_next and verb is not None and not (verb.is_body or verb.is_soft)


def _signature(text: Text, marked: Marked, content: Span) -> Subject | None:
    """Read who signs behind a quote: »Det er svært.« Biskop Elisabeth Lund i en prædiken."""
    source = text.source
    opens = marked.open <= content.start
    line = source.trimmed(marked.close, content.end) if opens else None
    mention = undashed_signer(source, text.people, line) if line else None
    if mention is None:
        return None
    words = source.text[mention.start : mention.end]
    return Subject(SubjectKind.NAME, mention.start, mention.end, words, mention.person)


def _is_title_by(text: Text, intro: Clause, span: Span) -> bool:
    """Tell whether a name and a colon lead to a title: Bo Lund: »Med ryggen til«."""
    source = text.source
    is_sentence = span.cut(source.text)[-1] in ".!?…" or has_subject(source, span)
    is_long = len(source.words_in(span.start, span.end)) > _LONGEST_TITLE
    return intro.cue is None and not (is_sentence or is_long)


def _of_torn(
    text: Text, draft: Draft, marked: Marked, clause: Clause | None
) -> tuple[Draft | None, int]:
    """Draft a stretch whose opening or closing mark was lost: a clause must speak for it."""
    draft.is_torn = True
    if not marked.is_opened:
        if clause is None or clause.subject is None:
            return None, -1
        draft.give_to(clause, Evidence.CLAUSE)
        return draft, clause.core_end
    speech = split_speech(text.source, text.people, marked.inner.start, marked.inner.end)
    draft.segments = speech.segments or draft.segments
    draft.is_open = speech.ends_open
    if speech.clauses:
        draft.give_to(speech.clauses[0], Evidence.CLAUSE)
        return draft, -1 if speech.ends_open else speech.clauses[-1].core_end
    if not opens_sentence(text.source, marked.open, marked.open):
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
    if not word.text[0].islower():
        return None
    clause = clause_at(source, text.people, index, content.end)
    if clause is None and _pauses(source, marked):
        clause = inverted_at(source, text.people, index, content.end)
    return None if clause and names_what_it_is(source, clause) else clause


def _is_speech(source: Source, marked: Marked, span: Span, clause: Clause) -> bool:
    """Tell whether marks and clause belong together: "Hjem, kære hjem" fortsætter de næste uger."""
    is_named = clause.subject is not None and clause.subject.kind in {
        SubjectKind.NAME,
        SubjectKind.PRONOUN,
    }
    return is_named or _pauses(source, marked) or is_clause(source, span)


def _pauses(source: Source, marked: Marked) -> bool:
    """Tell whether speech in marks ends as before a reporting clause: with a comma, ? or !."""
    before = source.text[max(marked.open, marked.close - 2) : marked.close].rstrip(_MARKS)[-1:]
    return before in {",", "?", "!", "…"} or source.text[marked.close : marked.close + 1] == ","


def _embedded(text: Text, draft: Draft, marked: Marked, span: Span, content: Span) -> Draft | None:
    """Draft a whole clause in marks inside the writer's sentence, if a verb gives it to someone."""
    source = text.source
    is_reported = _is_reported(source, marked.open)
    is_work = not is_reported and names_work(source, marked.open, content.start)
    is_long = is_reported and len(source.words_in(span.start, span.end)) >= _FEWEST
    is_work = is_work or (is_reported and is_told_of(source, marked, span, content))
    if is_work or not (is_long or is_clause(source, span)):
        return None
    start = source.sentence_start(marked.open, content.start)
    clause = introduction(source, text.people, start, marked.open)
    clause = clause or (_by_message(text, start, marked.open) if is_reported else None)
    if clause is None or not (is_reported or (clause.subject and has_subject(source, span))):
        return None
    if not is_reported and (clause.cue in {"hedder", "hed"} or is_anybody(source, clause)):
        return None  # what something is called: på dansk hedder det »jeg går«
    is_named = _word_before(source, marked.open) in _PREPOSITIONS or _is_noun(text, marked.open)
    if (is_named and not is_reported) or _by_those_present(source, clause):
        return None
    draft.give_to(clause, Evidence.EMBEDDED)
    return draft


def _is_noun(text: Text, offset: int) -> bool:
    """Tell whether a noun leads to a mark and so names something: fejlen »Hvem er jeg«."""
    source, before = text.source, _word_before(text.source, offset)
    if not before.endswith(("en", "et", "ne")) or len(before) < _SHORTEST_NOUN:
        return False
    language = source.language
    known = before in language.verbs or before in language.finite_verbs
    index = source.index_at(offset) - 1
    mention = text.people.last_between(source.words[index].start - 40, offset)
    is_named = mention is not None and mention.end >= source.words[index].end
    return not (known or is_named or before in language.adverbs or before in language.participles)


def _by_message(text: Text, start: int, offset: int) -> Clause | None:
    """Read a noun that says what follows is said: med den bemærkning, at »…«."""
    source = text.source
    index = source.index_at(offset)
    near = range(index - 1, max(0, index - 6) - 1, -1)
    message = next(
        (at for at in near if source.words[at].low in source.language.turns.messages), None
    )
    if message is None or source.words[message].start < start:
        return None
    subject = owner_before(source, text.people, message) or last_meant(
        source, text.people, start, offset
    )
    return Clause(start, offset, None, subject, index)


def _by_those_present(source: Source, clause: Clause) -> bool:
    """Tell whether the writer or the reader is who said it: skriver I, at »…«."""
    behind = source.words[clause.index + 1 : clause.index + 2]
    return any(word.text == "I" or word.low in {"jeg", "vi", "du"} for word in behind)


def _is_reported(source: Source, offset: int) -> bool:
    """Tell whether "at" leads to a mark: hun skriver, at »ingen har kunnet redegøre for det«."""
    before = _word_before(source, offset)
    index = source.index_at(offset) - 1
    return before == "at" or (before == "for" and "," in source.gap(index))


def _word_before(source: Source, offset: int) -> str:
    """Return the word that leads to a mark with nothing but blanks between, else nothing."""
    index = source.index_at(offset) - 1
    if index < 0 or source.text[source.words[index].end : offset].strip():
        return ""
    return source.words[index].low
