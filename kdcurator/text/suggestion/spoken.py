"""Whether words in marks are speech, or a title, a name, a scare quote or a poster.

Owns the look of a clause of its own and the words that announce a title. Must not know reporting
clauses' subjects or speakers.
"""

from itertools import pairwise

from kdcurator.domain.quote import Span
from kdcurator.text.suggestion.clauses import Clause
from kdcurator.text.suggestion.documents import is_document
from kdcurator.text.suggestion.marks import Marked
from kdcurator.text.suggestion.source import Source

_ENDS = ".!?…:"
_MARKS = "»«„“”\"'’‘"
_SUBJECTS = frozenset({"jeg", "du", "han", "hun", "vi", "i", "de", "det", "der", "den", "man"})
_FINITE_ENDINGS = ("r", "de", "te")
_SIGNS = frozenset({"skilt", "papskilt", "banner", "transparent", "plakat", "badge"}) | {
    *("seddel", "opslagstavle", "klistermærke", "lysavis", "tavle", "mur", "t-shirt", "pude"),
}
_SIGN_WITHIN = 3  # words of a subject
_CARRIED = 7  # words before a mark
_FEWEST = 3  # words of a clause
_DISPLAY = 5  # words behind a verb


def opens_sentence(source: Source, offset: int, floor: int) -> bool:
    """Tell whether a mark stands where a sentence may begin."""
    before = source.back_over_blanks(offset)
    while before > floor and source.text[before - 1] in _MARKS:
        before -= 1
    return before <= floor or source.text[before - 1] in _ENDS + "–—-"


def stands_alone(source: Source, marked: Marked, span: Span, content: Span) -> bool:
    """Tell whether a marked stretch is a sentence of its own and not a name or a title."""
    is_whole = marked.open <= content.start and marked.close >= content.end
    if is_whole and span.cut(source.text)[-1] in ".!?…":
        return True  # a paragraph of its own: »Nej.«
    is_ended = span.cut(source.text)[-1] in ".!?…"
    if is_ended and len(source.sentences(span.start, span.end)) > 1:
        return not names_work(source, marked.open, content.start)  # »To gange. Med blyant.«
    behind = _next(source, marked.close)
    ends = span.cut(source.text)[-1] in _ENDS and not (behind.islower() or behind in {",", ";"})
    ends = ends or behind in {".", "!", "?", ""} or marked.close >= content.end
    return ends and is_clause(source, span) and not names_work(source, marked.open, content.start)


def _next(source: Source, offset: int) -> str:
    """Return the next character that is no white space."""
    place = source.skip_blanks(offset)
    return source.text[place : place + 1]


def is_clause(source: Source, span: Span) -> bool:
    """Tell whether a stretch has a finite verb of its own and more than a couple of words."""
    lows = source.lows(span.start, span.end)
    if len(lows) < _FEWEST:
        return False
    words = source.words_in(span.start, span.end)
    lows = ["" if word.text == "i" else word.low for word in words]  # i Løgstør: nobody's verb
    return not source.language.finite_verbs.isdisjoint(lows) or any(
        (a in _SUBJECTS and b.endswith(_FINITE_ENDINGS))
        or (b in _SUBJECTS and a.endswith(_FINITE_ENDINGS))
        for a, b in pairwise(lows)
    )


def names_work(source: Source, offset: int, floor: int, within: int = 3) -> bool:
    """Tell whether one of the last words before a mark calls it a title, a slogan or a poster."""
    index = source.index_at(offset)
    words = source.words[max(0, index - within) : index]
    return any(
        w.start >= floor and w.low in source.language.works and not _is_quoting(source, w.end)
        for w in words
    )


def _is_quoting(source: Source, end: int) -> bool:
    """Tell whether "det" follows a verb: i afgørelsen hedder det quotes, romanen hedder names."""
    return source.text[end : end + 5].strip(" :").lower() == "det"


def is_poster(source: Source, intro: Clause) -> bool:
    """Tell whether an introduction says what stands written somewhere: på et skilt stod der."""
    if intro.cue is None:
        return _is_carried(source, source.index_at(intro.core_end))
    if intro.cue not in {"står", "stod"}:
        return False
    start = source.words[max(0, intro.index - 8)].start
    return any(
        low in source.language.works and not is_document(low, source.language)
        for low in source.lows(start, intro.start)
    )


def is_displayed(source: Source, index: int) -> bool:
    """Tell whether a verb says what a poster bears: hedder det på plakaterne, står der på døren."""
    behind = source.words[index + 1 : index + 1 + _DISPLAY]
    if len(behind) < _FEWEST or behind[0].low not in {"det", "der"} or behind[1].low != "på":
        return False
    works, language = source.language.works, source.language
    return any(word.low in works and not is_document(word.low, language) for word in behind[2:])


def _is_carried(source: Source, index: int) -> bool:
    """Tell whether something written is carried right before a word: med et skilt om halsen."""
    lows = [word.low for word in source.words[max(0, index - _CARRIED) : index]]
    return any(
        with_ == "med" and article in {"et", "en"} and sign in _SIGNS
        for with_, article, sign in zip(lows, lows[1:], lows[2:], strict=False)
    )


def is_told_of(source: Source, marked: Marked, span: Span, content: Span) -> bool:
    """Tell whether marked words without a verb are the subject of the one behind the mark.

    Biografen meddeler, at »Den lange sommer« må udsættes.
    """
    index = source.index_at(marked.close)
    if index >= len(source.words) or source.words[index].start >= content.end:
        return False
    finite = source.language.finite_verbs
    is_next = source.text[marked.close : source.words[index].start].isspace()
    is_verb = is_next and source.words[index].low in finite
    return is_verb and finite.isdisjoint(source.lows(span.start, span.end))


def names_sign(words: str) -> bool:
    """Tell whether a subject is a thing on which something stands written: en seddel i vinduet."""
    near = words.lower().split()[:_SIGN_WITHIN]
    return any(low in _SIGNS or low[:-2] in _SIGNS for low in near)


def has_subject(source: Source, span: Span) -> bool:
    """Tell whether a marked clause has its own subject among its first words."""
    words = source.words_in(span.start, span.end)[:6]
    pronouns = source.language.pronouns
    subjects = (
        pronouns.first | pronouns.second | pronouns.third | {"det", "der", "de", "man", "den"}
    )
    return any(word.low in subjects for word in words)
