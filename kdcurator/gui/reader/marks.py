"""What is marked in a text: saved quotes and open suggestions, each with lanes of its own.

Owns which line under the text belongs to whom where quotes overlap, and the quick way to those of
one screen. Must not know widgets or colours of a theme. Offsets are code points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from kdcurator.domain.article import ArticleId
from kdcurator.domain.open_article import OpenArticle
from kdcurator.domain.person import name_key
from kdcurator.domain.quote import AnchorState, Quote
from kdcurator.domain.suggestion import OpenSuggestion
from kdcurator.domain.tag import Tag
from kdcurator.domain.target import Kept, Suggested

Owner = Kept | Suggested


@dataclass(frozen=True, slots=True)
class Mark:
    """A quote or suggestion with its places, and a lane under the text for each of its lines."""

    owner: Owner
    places: tuple[tuple[int, int], ...]
    speaker: str | None
    tags: tuple[Tag | None, ...] = ()
    """None for a tag that is not in the list (any more)."""
    names: tuple[str, ...] = ()
    is_strong: bool = True
    lanes: tuple[int, ...] = (0,)
    value: Quote | OpenSuggestion | None = None
    """What is marked."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.places[0][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.places[-1][1]

    @property
    def is_saved(self) -> bool:
        """Tell a quote from a suggestion."""
        return isinstance(self.owner, Kept)

    @property
    def doubt(self) -> AnchorState | None:
        """How a saved quote stands that does not surely stand in its place; else None."""
        value = self.value
        is_sure = not isinstance(value, Quote) or value.anchor_state is AnchorState.EXACT
        return None if is_sure or not isinstance(value, Quote) else value.anchor_state

    def length(self) -> int:
        """Return how many characters it holds."""
        return sum(end - start for start, end in self.places)

    def touches(self, offset: int) -> bool:
        """Tell whether a caret at an offset is in it or at one of its ends."""
        return any(start <= offset <= end for start, end in self.places)

    def holds(self, offset: int) -> bool:
        """Tell whether the character at an offset is of it."""
        return any(start <= offset < end for start, end in self.places)


@dataclass(frozen=True, slots=True)
class Piece:
    """One unbroken stretch of a mark."""

    start: int
    end: int
    mark: Mark


class Marks:
    """All marks of a text, in order, found by place in the time of a bisection."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        """Sort marks and give them lanes."""
        self.all: list[Mark] = _in_lanes(marks)
        self._by_owner = {mark.owner: mark for mark in self.all}
        pieces = [Piece(start, end, mark) for mark in self.all for start, end in mark.places]
        self._pieces = sorted(pieces, key=lambda piece: (piece.start, -piece.end))
        self._starts = [piece.start for piece in self._pieces]
        self._furthest = list(accumulate((piece.end for piece in self._pieces), max))

    def of(self, owner: Owner | None) -> Mark | None:
        """Return the mark of a quote or suggestion."""
        return None if owner is None else self._by_owner.get(owner)

    def between(self, start: int, end: int) -> list[Piece]:
        """Return the pieces that share a character with a stretch."""
        first = bisect_right(self._furthest, start)
        last = bisect_left(self._starts, end)
        return [piece for piece in self._pieces[first:last] if piece.end > start]

    def at(self, offset: int) -> list[Mark]:
        """Return the marks around a caret, the innermost first.

        One that merely ends at the caret comes behind those that go on there.
        """
        found = {piece.mark.owner: piece.mark for piece in self.between(offset - 1, offset + 1)}
        around = [mark for mark in found.values() if mark.touches(offset)]
        return sorted(around, key=lambda mark: (not mark.holds(offset), mark.length()))

    def together_with(self, mark: Mark) -> list[Mark]:
        """Return the marks that overlap this one, directly or through others, the shortest first.

        Places between the segments of a quote count as its own.
        """
        start, end, size = mark.start, mark.end, 0
        found = {mark.owner: mark}
        while len(found) > size:
            size = len(found)
            found |= {piece.mark.owner: piece.mark for piece in self.between(start, end)}
            start = min(each.start for each in found.values())
            end = max(each.end for each in found.values())
        return sorted(found.values(), key=lambda each: (each.length(), each.start))


def marks_of(opened: OpenArticle, tags: Mapping[str, Tag], before: Marks | None = None) -> Marks:
    """Return the marks of an article; `tags` by `name_key`.

    `before` are its marks until now, made with the same tags: those of values that are the very
    same still are used again.
    """
    names = {name for quote in opened.quotes for name in quote.tags}
    by_name = {name: tags.get(name_key(name)) for name in names}
    known = {id(mark.value): mark for mark in before.all} if before is not None else {}
    saved = [
        known.get(id(quote)) or _of_quote(quote, by_name)
        for quote in opened.quotes
        if _stands(quote, opened)
    ]
    return Marks(
        [*saved, *(known.get(id(found)) or _of_suggestion(found) for found in opened.suggestions)]
    )


def keyed(tags: Sequence[Tag]) -> dict[str, Tag]:
    """Return tags by the form in which names compare."""
    return {name_key(tag.name): tag for tag in tags}


def _stands(quote: Quote, opened: OpenArticle) -> bool:
    """Tell whether a quote has a place in the text that is shown."""
    article_id: ArticleId = opened.article.id
    return (
        quote.article_id == article_id
        and quote.stands_in(opened.article.version_id)
        and bool(quote.segments)
        and quote.segments[-1].span.end <= len(opened.text)
    )


def _of_quote(quote: Quote, tags: Mapping[str, Tag | None]) -> Mark:
    return Mark(
        Kept(quote.id),
        tuple((segment.span.start, segment.span.end) for segment in quote.segments),
        quote.speaker,
        tags=tuple(tags[name] for name in quote.tags),
        names=quote.tags,
        value=quote,
    )


def _of_suggestion(found: OpenSuggestion) -> Mark:
    return Mark(
        Suggested(found.id),
        tuple((span.start, span.end) for span in found.quote.segments),
        found.quote.speaker,
        is_strong=found.is_strong,
        value=found,
    )


def _in_lanes(marks: Iterable[Mark]) -> list[Mark]:
    """Give each mark the topmost lanes that are free where it stands, one for each of its tags."""
    taken_until: list[int] = []
    placed: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.places[0][0], -mark.places[-1][1])):
        start, end = mark.places[0][0], mark.places[-1][1]
        wanted = max(1, len(mark.tags))
        free = [lane for lane, until in enumerate(taken_until) if until <= start]
        if len(free) == len(taken_until):
            taken_until, free = [], []  # nothing stands here: begin at the top again
        new = range(len(taken_until), len(taken_until) + wanted - len(free))
        lanes = (*free[:wanted], *new)
        taken_until.extend(0 for _ in new)
        for lane in lanes:
            taken_until[lane] = end
        placed.append(mark if mark.lanes == lanes else replace(mark, lanes=lanes))
    return placed
