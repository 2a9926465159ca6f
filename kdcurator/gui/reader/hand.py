"""What the keys act on in the article that lies open.

Owns the rule of the contract (selection, else suggestion in hand, else innermost saved quote under
the caret) and the steps from one to the next. Must not know widgets: it is told caret and
selection in code points.
"""

from collections.abc import Mapping, Sequence

from kdcurator.domain.open_article import OpenArticle
from kdcurator.domain.quote import Quote, QuoteId, Span
from kdcurator.domain.suggestion import OpenSuggestion, SuggestionId
from kdcurator.domain.tag import Tag
from kdcurator.domain.target import Kept, Selected, Suggested, Target
from kdcurator.gui.reader.marks import Mark, Marks, Owner, marks_of


class Hand:
    """What is in hand: at most one suggestion or one saved quote, always marked in the text."""

    def __init__(self) -> None:
        """Hold nothing."""
        self.opened: OpenArticle | None = None
        self.marks = Marks()
        self._tags: Mapping[str, Tag] | None = None
        self._chosen: Kept | Suggested | None = None
        self._quotes: dict[QuoteId, Quote] = {}
        self._suggestions: dict[SuggestionId, OpenSuggestion] = {}

    def open(self, opened: OpenArticle, tags: Mapping[str, Tag], caret: int = 0) -> None:
        """Take up an article; what was in hand stays there if it is still marked.

        A quote that was just saved at the caret comes into hand; when what was held is gone (it
        was dismissed, or its saving undone), what stands at the caret does.
        """
        stood = self.marks.of(self._chosen)
        before = set(self._quotes) if self._is_open(opened) else set(_ids(opened))
        self.opened = opened
        self.marks = marks_of(opened, tags, self.marks if tags is self._tags else None)
        self._tags = tags
        self._quotes = {quote.id: quote for quote in opened.quotes}
        self._suggestions = {found.id: found for found in opened.suggestions}
        held = self.marks.of(self._chosen)
        new = {Kept(id_) for id_ in self._quotes if id_ not in before}
        saved_here = [mark.owner for mark in self.marks.at(caret) if mark.owner in new]
        if saved_here:
            self._chosen = saved_here[0]
        elif self._chosen is not None and not _is_moved(stood, held):
            self.follow(caret)

    def choose(self, owner: Kept | Suggested | None) -> None:
        """Put a suggestion or a saved quote in hand; what is not marked leaves the hand empty."""
        self._chosen = owner if self.marks.of(owner) is not None else None

    def follow(self, caret: int) -> None:
        """Let go of what the caret has left, and take up the suggestion that it came to."""
        held = self.marks.of(self._chosen)
        if held is not None and held.touches(caret):
            return
        innermost = next((mark for mark in self.marks.at(caret) if mark.holds(caret)), None)
        self._chosen = innermost.owner if innermost is not None else None

    def suggestion(self) -> OpenSuggestion | None:
        """Return the suggestion in hand."""
        chosen = self._chosen
        return self._suggestions.get(chosen.id) if isinstance(chosen, Suggested) else None

    def mark(self, caret: int) -> Mark | None:
        """Return the mark that the keys act on when nothing is selected."""
        chosen = self.marks.of(self._chosen)
        if chosen is not None:
            return chosen
        return next((mark for mark in self.marks.at(caret) if mark.is_saved), None)

    def quote(self, caret: int) -> Quote | None:
        """Return the saved quote in hand: the one just saved, else the innermost at the caret."""
        mark = self.mark(caret)
        if mark is None or not isinstance(mark.owner, Kept):
            return None
        return self._quotes.get(mark.owner.id)

    def target(self, selection: Span | None, caret: int) -> Target | None:
        """Return what the keys act on."""
        if self.opened is None:
            return None
        if selection is not None:
            return Selected(self.opened.article.id, ((selection.start, selection.end),))
        mark = self.mark(caret)
        return None if mark is None else mark.owner

    def to_split(self, places: Sequence[int]) -> tuple[Owner, int] | None:
        """Return what has one of these places inside, and the place: what is in hand before others.

        Of several the innermost counts; between the segments of a quote is inside it.
        """
        held = self.marks.of(self._chosen)
        for place in places:
            around = [mark for mark in self.marks.all if mark.start < place < mark.end]
            if around:
                inner = held if held in around else min(around, key=Mark.length)
                return inner.owner, place
        return None

    def step(self, by: int, caret: int) -> Mark | None:
        """Return the next suggestion (by 1) or the one before (by -1) from here."""
        found = [mark for mark in self.marks.all if not mark.is_saved]
        held = self.marks.of(self._chosen)
        if held in found:
            index = found.index(held) + by
        else:
            before = sum(mark.start < caret for mark in found)
            index = before if by > 0 else before - 1
        return found[index] if 0 <= index < len(found) else None

    def next_overlapping(self, caret: int) -> Mark | None:
        """Return the mark after the one in hand among all that overlap here, the shortest first."""
        around = self.marks.at(caret)
        held = self.mark(caret)
        if held is None:
            return around[0] if around else None
        together = self.marks.together_with(held)
        return together[(together.index(held) + 1) % len(together)]

    def just_saved(self, selection: Span) -> bool:
        """Tell whether what is in hand is a saved quote in the very place of a selection."""
        held = self.marks.of(self._chosen)
        return held is not None and held.is_saved and _ends(held.places) == selection

    def _is_open(self, opened: OpenArticle) -> bool:
        return self.opened is not None and self.opened.article.id == opened.article.id


def _ids(opened: OpenArticle) -> list[QuoteId]:
    return [quote.id for quote in opened.quotes]


def _is_moved(before: Mark | None, after: Mark | None) -> bool:
    """Tell whether a mark has other boundaries now: it stays in hand, wherever the caret is."""
    return before is not None and after is not None and before.places != after.places


def _ends(places: Sequence[tuple[int, int]]) -> Span:
    return Span(places[0][0], places[-1][1])
