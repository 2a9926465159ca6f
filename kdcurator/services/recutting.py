"""Where a quote begins and ends: boundaries moved, one quote split in two, two joined.

Owns the arithmetic of places and that what is corrected is kept as a saved quote of the user's own,
its suggestion settled. Each step works inside a change that somebody else opened. Must not know
keys or where a quote is shown.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import NothingToJoin, NotInside, OtherSpeaker, PlaceTaken
from kdcurator.domain.person import name_key
from kdcurator.domain.quote import (
    Origin,
    QuoteFilter,
    QuoteId,
    QuoteRequest,
    Segment,
    Span,
)
from kdcurator.domain.suggestion import SuggestionState
from kdcurator.domain.target import Kept, Selected, Suggested, Target
from kdcurator.services.quotes import cut_segments, save_quote
from kdcurator.services.timing import note_moment
from kdcurator.store import articles, parting, people, quotes, suggestions
from kdcurator.store.articles import ArticleText
from kdcurator.store.unit_of_work import UnitOfWork

Places = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands somewhere in an article: its places and who speaks."""

    target: Target
    places: tuple[tuple[int, int], ...]
    speaker: str | None = None


def move(work: UnitOfWork, target: Target, places: Places) -> QuoteId:
    """Give what is in hand other boundaries; raises `BadSpan` and `PlaceTaken`."""
    article = _article(work, target)
    if isinstance(target, Suggested):
        return _keep_corrected(work, article, target, places)
    if isinstance(target, Selected):
        return save_quote(work, QuoteRequest(article.article_id, places), article)
    segments = cut_segments(article, places)
    _refuse_taken(work, article, segments, besides=target.id)
    quotes.recut(work, target.id, article.version_id, segments)
    note_moment(work, target.id, article, segments[0].span.start)
    settle_there(work, article, segments)
    return target.id


def split(work: UnitOfWork, target: Target, at: int) -> tuple[QuoteId, QuoteId]:
    """Part what is in hand at an offset; raises `NotInside` and `PlaceTaken`."""
    article = _article(work, target)
    here = _standing(work, article, target)
    first, second = parted(article.text, here.places, at)
    segments = cut_segments(article, second)
    _refuse_taken(work, article, segments)
    quote_id = move(work, target, first)
    new_id = parting.add_like(work, quote_id, article.version_id, segments)
    note_moment(work, new_id, article, segments[0].span.start)
    settle_there(work, article, segments)
    return quote_id, new_id


def join(work: UnitOfWork, target: Target) -> QuoteId:
    """Make one quote of what is in hand and the next one after it in the text.

    Raises:
        NothingToJoin: no quote comes after it.
        OtherSpeaker: the next one is by somebody else.
        PlaceTaken: another quote has the place of both already.
    """
    article = _article(work, target)
    here = _standing(work, article, target)
    following = _next_after(work, article, here)
    if not _may_be_one_person(work, here.speaker, following.speaker):
        raise OtherSpeaker(name=following.speaker)
    quote_id, other = (_kept(work, standing) for standing in (here, following))
    parting.take_in(work, other, quote_id)
    return move(work, Kept(quote_id), together(article.text, here.places, following.places))


def parted(text: str, places: Places, at: int) -> tuple[Places, Places]:
    """Return the places before and behind an offset, without white space at the cut."""
    before = [_trimmed(text, start, min(end, at)) for start, end in places if start < at]
    behind = [_trimmed(text, max(start, at), end) for start, end in places if end > at]
    first = [place for place in before if place is not None]
    second = [place for place in behind if place is not None]
    if not (first and second):
        raise NotInside
    return first, second


def together(text: str, first: Places, second: Places) -> Places:
    """Return the places of both; those that only blanks part become one."""
    joined = [*first]
    for start, end in second:
        last, until = joined[-1]
        if text[until:start].strip(" \u00a0\t"):
            joined.append((start, end))
        else:
            joined[-1] = last, end
    return joined


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return (start, end) if start < end else None


# What is in hand, and what comes after it


def _article(work: UnitOfWork, target: Target) -> ArticleText:
    return articles.read_text(work.connection, article_of(work, target))


def article_of(work: UnitOfWork, target: Target) -> ArticleId:
    """Return the article in which something stands."""
    if isinstance(target, Selected):
        return target.article_id
    if isinstance(target, Kept):
        return quotes.article_of(work.connection, target.id)
    return suggestions.read_one(work.connection, target.id)[0]


def _standing(work: UnitOfWork, article: ArticleText, target: Target) -> Standing:
    if isinstance(target, Selected):
        return Standing(target, target.places)
    standing = next((found for found in _all(work, article) if found.target == target), None)
    if standing is None:  # it stands in an older version of the text
        raise NotInside
    return standing


def _next_after(work: UnitOfWork, article: ArticleText, here: Standing) -> Standing:
    end = here.places[-1][1]
    after = [found for found in _all(work, article) if found.places[0][0] >= end]
    if not after:
        raise NothingToJoin
    return min(after, key=_order)


def _order(found: Standing) -> tuple[int, bool, int]:
    """Order what stands in a text: of several at one place the saved one, then the longest."""
    return found.places[0][0], isinstance(found.target, Suggested), -found.places[-1][1]


def _all(work: UnitOfWork, article: ArticleText) -> Iterator[Standing]:
    """Yield the saved quotes and open suggestions that stand in an article."""
    for quote in quotes.list_quotes(work.connection, QuoteFilter(article_id=article.article_id)):
        if quote.stands_in(article.version_id):
            yield Standing(Kept(quote.id), _places(s.span for s in quote.segments), quote.speaker)
    for found in suggestions.list_open(work.connection, article.version_id):
        places = _places(found.quote.segments)
        yield Standing(Suggested(found.id), places, found.quote.speaker)


def _places(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)


def _may_be_one_person(work: UnitOfWork, one: str | None, other: str | None) -> bool:
    if one is None or other is None or name_key(one) == name_key(other):
        return True
    known = people.find_person(work.connection, one)
    return known is not None and known == people.find_person(work.connection, other)


# What is kept


def _kept(work: UnitOfWork, standing: Standing) -> QuoteId:
    """Return the quote of what stands somewhere, saved now where it is none yet."""
    target = standing.target
    return target.id if isinstance(target, Kept) else move(work, target, standing.places)


def _keep_corrected(
    work: UnitOfWork, article: ArticleText, target: Suggested, places: Places
) -> QuoteId:
    """Save a suggestion with other boundaries as the user's own quote, and settle it."""
    _id, found = suggestions.read_one(work.connection, target.id)
    suggestions.settle(work, target.id, SuggestionState.SAVED)
    request = QuoteRequest(
        article.article_id,
        places,
        speaker=found.speaker,
        style=found.style,
        cue=found.cue,
        origin=Origin.MANUAL,
    )
    return save_quote(work, request, article)


def _refuse_taken(
    work: UnitOfWork,
    article: ArticleText,
    segments: Sequence[Segment],
    besides: QuoteId | None = None,
) -> None:
    spans = [segment.span for segment in segments]
    found = quotes.find_quote(work.connection, article.version_id, spans)
    if found is not None and found != besides:
        raise PlaceTaken


def settle_there(work: UnitOfWork, article: ArticleText, segments: Sequence[Segment]) -> None:
    """Settle a suggestion in the very place where a quote stands now."""
    place = suggestions.spans_as_json(segment.span for segment in segments)
    suggestions.set_state(work, article.version_id, [place], SuggestionState.SAVED)
