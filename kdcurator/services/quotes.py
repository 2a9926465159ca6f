"""Saving quotes, provably verbatim, with speakers and tags.

Owns what makes a quote valid and what happens when the same place is saved again. Must not know
how a quote was found.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kdcurator.domain.changes import Change, ChangeKind
from kdcurator.domain.errors import BadSpan, OverlappingSegments
from kdcurator.domain.person import PersonId
from kdcurator.domain.quote import (
    Origin,
    Quote,
    QuoteFilter,
    QuoteId,
    QuoteRequest,
    Segment,
    Span,
    are_in_order,
)
from kdcurator.domain.suggestion import SuggestionState
from kdcurator.services.timing import note_moment
from kdcurator.store import articles, people, proof, quotes, stories, suggestions, tags
from kdcurator.store.articles import ArticleText
from kdcurator.store.library import Library
from kdcurator.store.quotes import NewQuote
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.canonical import canonical


@dataclass(frozen=True, slots=True)
class Saved:
    """The quotes that were saved, or were there already, and the one change that did it."""

    ids: tuple[QuoteId, ...]
    change: Change


class QuoteService:
    """Saves and lists quotes."""

    def __init__(self, library: Library) -> None:
        """Work on `library`."""
        self._library = library

    def save_quotes(self, requests: Iterable[QuoteRequest]) -> Saved:
        """Save quotes in one transaction, durable on return; the same place is one quote.

        A quote that is there already gets the tags that are new to it, and speaker and note where
        it has none.

        Raises:
            UnknownArticle: an article is not in the library.
            BadSpan: a place is empty or outside its article.
            OverlappingSegments: the places of one quote overlap or run backwards.
            EmptyName: a tag or speaker has no name.
        """
        with self._library.change(ChangeKind.SAVE_QUOTES) as work:
            ids = tuple(save_quote(work, request) for request in requests)
        return Saved(ids, work.change)

    def find_misplaced(self) -> list[QuoteId]:
        """Return the quotes that no longer equal their article; 4 ms for each 1,000 quotes."""
        with self._library.read() as connection:
            return [QuoteId(row_id) for row_id in proof.misplaced_quotes(connection)]

    def list_quotes(self, wanted: QuoteFilter) -> list[Quote]:
        """Return quotes, oldest first."""
        with self._library.read() as connection:
            return quotes.list_quotes(connection, wanted)

    def said_by(self, speaker: str) -> list[Quote]:
        """Return what a speaker is quoted for, newest first."""
        return self.list_quotes(QuoteFilter(speaker=speaker))[::-1]

    def with_ids(self, ids: Iterable[QuoteId]) -> list[Quote]:
        """Return these quotes, oldest first; those that are gone are left out."""
        return self.list_quotes(QuoteFilter(ids=frozenset(ids)))

    def favourite_tag(self, speaker: str) -> str | None:
        """Return the tag that a speaker's quotes have most often; None when they have none."""
        found = Counter(tag for quote in self.said_by(speaker) for tag in quote.tags)
        return found.most_common(1)[0][0] if found else None


def save_quote(
    work: UnitOfWork, request: QuoteRequest, article: ArticleText | None = None
) -> QuoteId:
    """Save one quote inside a change, of an article read already; see `save_quotes`."""
    article = article or articles.read_text(work.connection, request.article_id)
    segments = cut_segments(article, request.places)
    spans = [segment.span for segment in segments]
    quote_id = quotes.find_quote(work.connection, article.version_id, spans)
    if quote_id is None:
        quote_id = _add(work, request, article, segments)
    else:
        _fill_in(work, quote_id, request)
    for name in request.tags:
        tags.put_tag(work, quote_id, tags.ensure_tag(work, name))
    place = suggestions.spans_as_json(spans)
    suggestions.set_state(work, article.version_id, [place], SuggestionState.SAVED)
    return quote_id


def _add(
    work: UnitOfWork, request: QuoteRequest, article: ArticleText, segments: tuple[Segment, ...]
) -> QuoteId:
    new = NewQuote(
        request.article_id,
        article.version_id,
        segments,
        _speaker(work, request),
        style=request.style,
        cue=request.cue,
        origin=request.origin,
        note=_note(request),
    )
    quote_id = quotes.add_quote(work, _as_suggested(work, new))
    note_moment(work, quote_id, article, segments[0].span.start)
    story = stories.current_story(work.connection)
    if story is not None:
        stories.put_quote(work, story, quote_id)
    return quote_id


def _fill_in(work: UnitOfWork, quote_id: QuoteId, request: QuoteRequest) -> None:
    """Give a quote the speaker and the note that it lacks; those it has stay."""
    lacks = quotes.find_gaps(work.connection, quote_id)
    speaker = _speaker(work, request) if lacks.speaker else None
    if speaker is not None:
        quotes.set_speaker(work, quote_id, speaker)
    note = _note(request)
    if lacks.note and note:
        quotes.set_note(work, quote_id, note)


def _speaker(work: UnitOfWork, request: QuoteRequest) -> PersonId | None:
    """Return who is named; blanks name nobody."""
    name = (request.speaker or "").strip()
    return people.ensure_speaker(work, request.article_id, name) if name else None


def _note(request: QuoteRequest) -> str | None:
    """Return the note in canonical form; blanks are none."""
    note = canonical(request.note or "").text
    return note if note.strip() else None


def _as_suggested(work: UnitOfWork, new: NewQuote) -> NewQuote:
    """Take style and cue over from the suggestion that stands at the same place."""
    if new.origin is Origin.SUGGESTED:
        return new
    spans = [segment.span for segment in new.segments]
    known = suggestions.find_suggestion(work.connection, new.version_id, spans)
    return new if known is None else replace(new, style=known.style, cue=known.cue)


def cut_segments(article: ArticleText, places: Sequence[tuple[int, int]]) -> tuple[Segment, ...]:
    """Cut a quote's segments from its article; raises `BadSpan` and `OverlappingSegments`."""
    length = len(article.text)
    if not places:
        raise BadSpan(start=0, end=0, id=article.article_id, length=length)
    for start, end in places:
        if not 0 <= start < end <= length:
            raise BadSpan(start=start, end=end, id=article.article_id, length=length)
    spans = [Span(start, end) for start, end in places]
    if not are_in_order(spans):
        raise OverlappingSegments
    segments = tuple(Segment.from_text(article.text, span) for span in spans)
    if not all(segment.holds_in(article.text) for segment in segments):
        raise AssertionError("a segment cut from a text does not stand in it")
    return segments
