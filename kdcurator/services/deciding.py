"""Quotes whose place in a newer version is not sure: told one by one, and decided about.

Owns what is told of such a quote and what each decision does, each one undo. Nothing here moves a
quote by itself. Must not know how a place is found, nor how two passages are shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kdcurator.domain.article import ArticleId, VersionId
from kdcurator.domain.changes import Change, ChangeKind
from kdcurator.domain.comparison import Comparison, Doubt, Passage
from kdcurator.domain.errors import OtherArticle, PlaceTaken, UnknownQuote
from kdcurator.domain.quote import (
    AnchorState,
    Quote,
    QuoteFilter,
    QuoteId,
    Segment,
    Span,
    are_in_order,
)
from kdcurator.domain.target import Kept, Selected, Suggested, Target
from kdcurator.services import recutting
from kdcurator.services.quotes import cut_segments
from kdcurator.services.timing import note_moment
from kdcurator.store import articles, earlier, quotes, suggestions, versions
from kdcurator.store.earlier import Place
from kdcurator.store.library import Library
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.store.versions import TextVersion
from kdcurator.text.anchoring import Reanchoring
from kdcurator.text.approximate import alike
from kdcurator.text.differences import differences
from kdcurator.text.folding import Folded

AROUND: Final = 2_500
"""Code points on either side of a quote that are shown: setting more would hold the window up."""


class DecidingService:
    """Tells what became of quotes and takes decisions."""

    def __init__(self, library: Library) -> None:
        """Work on `library`."""
        self._library = library

    def list_unsettled(self, article_id: ArticleId | None = None) -> list[Quote]:
        """Return the quotes to decide about, by article and place, then those that are gone."""
        with self._library.read() as connection:
            ids = earlier.find_unsettled(connection, article_id)
            found = quotes.list_quotes(connection, QuoteFilter(ids=ids)) if ids else []
        return sorted(found, key=_order)

    def compare(self, quote_id: QuoteId) -> Comparison:
        """Return a quote in both versions; raises `UnknownQuote`.

        Takes some ten milliseconds for each 1,000 words, since its place is looked for.
        """
        with self._library.read() as connection:
            quote = _quote(quotes.list_quotes(connection, _only(quote_id)), quote_id)
            known = versions.list_versions(connection, quote.article_id)
            by_id = {version.id: version for version in known}
            here = Place(quote.version_id, tuple(s.span for s in quote.segments))
            looking = _Looking(quote, by_id[here.version_id], here.spans, known[0])
            if quote.stands_in(known[0].id):
                before = earlier.place_before(connection, quote, by_id)
                is_back = quote_id in earlier.called_gone(connection, quote.article_id)
                version = None if before is None else by_id[before.version_id]
                return looking.standing(version, before, is_back=is_back)
            found = looking.found()
            taken = quotes.find_quote(connection, known[0].id, found) if found else None
        return looking.staying(found, is_taken=taken is not None)

    def accept(self, quote_id: QuoteId, places: Sequence[Span]) -> Change:
        """Have a quote stand for sure at places of the newest version.

        Raises `UnknownQuote`, `BadSpan` and `PlaceTaken`.
        """
        with self._library.change(ChangeKind.ACCEPT_PLACE) as work:
            quote = self._begin(work, quote_id)
            article = articles.read_text(work.connection, quote.article_id)
            segments = cut_segments(article, [(span.start, span.end) for span in places])
            is_there = quote.version_id == article.version_id and quote.segments == segments
            if is_there:
                quotes.edit(work, quote_id, anchor_state=AnchorState.EXACT.value)
            else:
                exact = AnchorState.EXACT
                if not versions.reanchor(work, quote_id, article.version_id, segments, exact):
                    raise PlaceTaken
                note_moment(work, quote_id, article, segments[0].span.start)
                recutting.settle_there(work, article, segments)
        return work.change

    def mark_gone(self, quote_id: QuoteId) -> Change:
        """Say that a quote's words are no longer in the article; those that were saved stay.

        Raises `UnknownQuote`.
        """
        with self._library.change(ChangeKind.MARK_GONE) as work:
            quote = self._begin(work, quote_id)
            known = versions.list_versions(work.connection, quote.article_id)
            by_id = {version.id: version for version in known}
            before = None
            if quote.stands_in(known[0].id):
                before = earlier.place_before(work.connection, quote, by_id)
            if before is None or not self._put_back(work, quote_id, before, by_id):
                quotes.edit(work, quote_id, anchor_state=AnchorState.GONE.value)
        return work.change

    def place(self, quote_id: QuoteId, target: Target) -> Change:
        """Have a quote stand where somebody marked its words, or a suggestion has them.

        Raises `UnknownQuote`, `OtherArticle`, `BadSpan` and `PlaceTaken`.
        """
        with self._library.change(ChangeKind.PLACE_ANEW) as work:
            quote = self._begin(work, quote_id)
            if recutting.article_of(work, target) != quote.article_id:
                raise OtherArticle
            recutting.move(work, Kept(quote_id), _places(work, target))
        return work.change

    def _begin(self, work: UnitOfWork, quote_id: QuoteId) -> Quote:
        """Return the quote, and write down what the message about it says."""
        quote = _quote(quotes.list_quotes(work.connection, _only(quote_id)), quote_id)
        work.details.update(quotes=1, article_id=quote.article_id)
        return quote

    def _put_back(
        self,
        work: UnitOfWork,
        quote_id: QuoteId,
        place: Place,
        by_id: dict[VersionId, TextVersion],
    ) -> bool:
        """Have a quote be in an older version what it was there."""
        text = by_id[place.version_id].text
        segments = [Segment.from_text(text, span) for span in place.spans]
        return versions.reanchor(work, quote_id, place.version_id, segments, AnchorState.GONE)


@dataclass(frozen=True, slots=True)
class _Looking:
    """One quote while its places in two versions are put side by side."""

    quote: Quote
    own: TextVersion
    """The version whose places are the quote's."""
    spans: tuple[Span, ...]
    newest: TextVersion

    def standing(
        self, version: TextVersion | None, before: Place | None, *, is_back: bool = False
    ) -> Comparison:
        """Return what became of a quote that stands in the newest version.

        One that `is_back` was said to be gone.
        """
        is_moved = self.quote.anchor_state is AnchorState.MOVED
        if version is None or before is None:
            doubt = Doubt.ELSEWHERE if is_moved else Doubt.SEVERAL
            after = _passage(self.newest, self.spans)
            return self._told(doubt, 1.0, None, after, self.spans)
        likeness = _likeness(version, before.spans, self.newest, self.spans)
        same, other = (
            (Doubt.ELSEWHERE, Doubt.ALTERED) if is_moved else (Doubt.SEVERAL, Doubt.GUESSED)
        )
        doubt = same if likeness == 1 else other
        if doubt is Doubt.ELSEWHERE and is_back:
            doubt = Doubt.BACK
        pair = _side_by_side(version, before.spans, self.newest, self.spans)
        return self._told(doubt, likeness, *pair, self.spans)

    def found(self) -> tuple[Span, ...]:
        """Return where the quote may stand in the newest version; nothing where it stands nowhere.

        Of one that somebody said is gone nobody is asked again.
        """
        if self.quote.anchor_state is AnchorState.GONE:
            return ()
        anchors = Reanchoring(self.own.text, self.newest.text)
        found = [anchors.find(span).span for span in self.spans]
        spans = tuple(span for span in found if span is not None)
        return spans if len(spans) == len(found) and are_in_order(spans) else ()

    def staying(self, found: tuple[Span, ...], *, is_taken: bool) -> Comparison:
        """Return what became of a quote that stays in an older version."""
        if not found:
            near = round(self.spans[0].start / max(1, len(self.own.text)) * len(self.newest.text))
            before = _passage(self.own, self.spans)
            return self._told(Doubt.NOWHERE, 0.0, before, _passage(self.newest, (), near=near), ())
        likeness = _likeness(self.own, self.spans, self.newest, found)
        doubt = Doubt.SEVERAL if likeness == 1 else Doubt.GUESSED
        pair = _side_by_side(self.own, self.spans, self.newest, found)
        return self._told(Doubt.TAKEN if is_taken else doubt, likeness, *pair, found)

    def _told(
        self,
        doubt: Doubt,
        likeness: float,
        before: Passage | None,
        after: Passage,
        places: tuple[Span, ...],
    ) -> Comparison:
        state = self.quote.anchor_state
        offered = () if doubt is Doubt.TAKEN else places
        return Comparison(self.quote.id, state, doubt, likeness, before, after, offered)


def _order(quote: Quote) -> tuple[bool, ArticleId, int]:
    start = quote.segments[0].span.start if quote.segments else 0
    return not quote.is_to_decide, quote.article_id, start


def _only(quote_id: QuoteId) -> QuoteFilter:
    return QuoteFilter(ids=frozenset({quote_id}))


def _quote(found: Sequence[Quote], quote_id: QuoteId) -> Quote:
    if not found:
        raise UnknownQuote(id=quote_id)
    return found[0]


def _places(work: UnitOfWork, target: Target) -> Sequence[tuple[int, int]]:
    if isinstance(target, Selected):
        return target.places
    if isinstance(target, Suggested):
        _id, found = suggestions.read_one(work.connection, target.id)
        return [(span.start, span.end) for span in found.segments]
    raise PlaceTaken


def _side_by_side(
    old: TextVersion, ours: Sequence[Span], new: TextVersion, theirs: Sequence[Span]
) -> tuple[Passage, Passage]:
    gone: list[Span] = []
    come: list[Span] = []
    for one, other in zip(ours, theirs, strict=True):
        before, after = differences(one.cut(old.text), other.cut(new.text))
        gone += [_shifted(mark, one.start) for mark in before]
        come += [_shifted(mark, other.start) for mark in after]
    return _passage(old, ours, gone), _passage(new, theirs, come)


def _passage(
    version: TextVersion, spans: Sequence[Span], marks: Sequence[Span] = (), near: int = 0
) -> Passage:
    """Cut what is shown of a version, from the beginning of a line to the end of one."""
    text = version.text
    first, last = (spans[0].start, spans[-1].end) if spans else (near, near)
    start = 0 if first <= AROUND else text.rfind("\n", 0, first - AROUND) + 1
    start = max(start, first - 2 * AROUND)
    end = text.find("\n", last + AROUND)
    end = min(len(text) if end < 0 else end, last + 2 * AROUND)
    return Passage(
        version.number,
        version.created_at,
        text[start:end],
        tuple(_shifted(span, -start) for span in spans),
        tuple(_shifted(mark, -start) for mark in marks),
        first - start,
    )


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _likeness(
    old: TextVersion, ours: Sequence[Span], new: TextVersion, theirs: Sequence[Span]
) -> float:
    """Return how much of the words is the same."""
    one, other = (
        Folded(" ".join(span.cut(version.text) for span in spans)).text
        for version, spans in ((old, ours), (new, theirs))
    )
    return alike(one, other)
