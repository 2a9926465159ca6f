"""Taking quotes: what the keys do to a selection, a suggestion or a saved quote.

Owns that each action saves first what is not saved yet, all in one transaction and one undo. Must
not know keys or where a quote is shown.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from kdcurator.domain.article import ArticleId
from kdcurator.domain.changes import Change, ChangeKind, ColumnValue
from kdcurator.domain.quote import Agreement, Origin, QuoteFilter, QuoteId, QuoteRequest
from kdcurator.domain.suggestion import STRONG, SuggestionId, SuggestionState
from kdcurator.domain.tag import TagId
from kdcurator.domain.target import Kept, Selected, Suggested, Target, Targets
from kdcurator.services import recutting
from kdcurator.services.quotes import save_quote
from kdcurator.store import articles, people, quotes, suggestions, tags
from kdcurator.store.library import Library
from kdcurator.store.unit_of_work import UnitOfWork
from kdcurator.text.canonical import canonical


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the targets: their quotes, and the one change that did it."""

    ids: tuple[QuoteId, ...]
    change: Change
    is_on: bool = True
    """Whether a tag was put on (or taken off)."""


class TakingService:
    """Acts on whatever is in hand."""

    def __init__(self, library: Library) -> None:
        """Work on `library`."""
        self._library = library

    def save(self, targets: Targets) -> Taken:
        """Save without a tag."""
        return self._act(ChangeKind.SAVE_QUOTES, targets, lambda _work, _quote: None)

    def toggle_tag(self, targets: Targets, tag_id: TagId) -> Taken:
        """Put a tag on all targets; when all have it already, take it off all."""
        is_on = not self._all_have(targets, tag_id)
        kind = ChangeKind.TAG_QUOTES if is_on else ChangeKind.UNTAG_QUOTES
        toggle = tags.put_tag if is_on else tags.take_off

        def act(work: UnitOfWork, quote_id: QuoteId) -> None:
            work.details["tags"] = [tags.name_of(work.connection, tag_id)]
            toggle(work, quote_id, tag_id)

        taken = self._act(kind, targets, act)
        return Taken(taken.ids, taken.change, is_on=is_on)

    def add_tags(self, targets: Targets, names: Sequence[str]) -> Taken:
        """Put tags on by name, made where they are new; raises `EmptyName`."""

        def put(work: UnitOfWork, quote_id: QuoteId) -> None:
            for name in names:
                tags.put_tag(work, quote_id, tags.ensure_tag(work, name))

        return self._act(ChangeKind.TAG_QUOTES, targets, put, tags=list(names))

    def set_speaker(self, targets: Targets, name: str | None) -> Taken:
        """Say who spoke; None for nobody known. Raises `EmptyName`."""

        def speak(work: UnitOfWork, quote_id: QuoteId) -> None:
            article_id = quotes.article_of(work.connection, quote_id)
            speaker = people.ensure_speaker(work, article_id, name) if name else None
            if speaker != quotes.speaker_of(work.connection, quote_id):
                quotes.edit(work, quote_id, speaker_id=speaker, origin=Origin.MANUAL)

        return self._act(ChangeKind.SET_SPEAKER, targets, speak, speaker=name)

    def set_note(self, targets: Targets, note: str | None) -> Taken:
        """Put a note on, or take it off."""
        words = canonical(note).text if note else None
        return self._edit(ChangeKind.SET_NOTE, targets, note=words)

    def set_said_to(self, targets: Targets, medium: str | None) -> Taken:
        """Say to which medium it was said; None for the article's own."""
        return self._edit(ChangeKind.EDIT_QUOTES, targets, said_to=medium or None)

    def set_agreement(self, targets: Targets, agreement: Agreement) -> Taken:
        """Say what was agreed with the source."""
        return self._edit(ChangeKind.EDIT_QUOTES, targets, agreement=agreement)

    def set_role(self, quote_id: QuoteId, role: str | None, organisation: str | None) -> Taken:
        """Mend role and organisation of a quote's speaker as this article prints them."""

        def present(work: UnitOfWork, quote_id: QuoteId) -> None:
            (quote,) = quotes.list_quotes(work.connection, QuoteFilter(ids=frozenset({quote_id})))
            if quote.speaker_id is not None:
                people.present(
                    work,
                    quote.article_id,
                    quote.speaker_id,
                    role=role or None,
                    organisation=organisation or None,
                )

        return self._act(ChangeKind.EDIT_QUOTES, [Kept(quote_id)], present)

    def move(self, target: Target, places: Sequence[tuple[int, int]]) -> Taken:
        """Give what is in hand other boundaries; raises `BadSpan` and `PlaceTaken`."""
        return self._recut(
            ChangeKind.MOVE_QUOTE, target, lambda work: (recutting.move(work, target, places),)
        )

    def split(self, target: Target, at: int) -> Taken:
        """Part what is in hand in two at an offset; raises `NotInside` and `PlaceTaken`."""
        return self._recut(
            ChangeKind.SPLIT_QUOTE, target, lambda work: recutting.split(work, target, at)
        )

    def join(self, target: Target) -> Taken:
        """Join what is in hand with the next; raises `NothingToJoin` and `OtherSpeaker`."""
        return self._recut(
            ChangeKind.JOIN_QUOTES, target, lambda work: (recutting.join(work, target),)
        )

    def remove(self, quote_ids: Sequence[QuoteId]) -> Change:
        """Remove saved quotes; raises `UnknownQuote`."""
        with self._library.change(ChangeKind.REMOVE_QUOTES) as work:
            _describe(work, quote_ids)
            for quote_id in quote_ids:
                quotes.remove(work, quote_id)
        return work.change

    def dismiss(self, suggestion_ids: Sequence[SuggestionId]) -> Change:
        """Dismiss suggestions."""
        with self._library.change(ChangeKind.DISMISS_SUGGESTIONS) as work:
            work.details["suggestions"] = list(suggestion_ids)
            for suggestion_id in suggestion_ids:
                article_id, _found = suggestions.read_one(work.connection, suggestion_id)
                work.details["article_id"] = article_id
                suggestions.settle(work, suggestion_id, SuggestionState.DISMISSED)
        return work.change

    def save_strong(self, *article_ids: ArticleId) -> Taken:
        """Save every strong suggestion of these articles, in one undo."""
        strong: list[Target] = []
        with self._library.read() as connection:
            for article_id in article_ids:
                version_id = articles.read_text(connection, article_id).version_id
                found = suggestions.list_open(connection, version_id)
                strong += [Suggested(s.id) for s in found if s.quote.confidence >= STRONG]
        return self.save(strong)

    def rehearse(self, target: Target) -> None:
        """Do what a digit on this target does, and leave no trace of it.

        Whatever is loaded, connected and compiled at the first key press is so before it: it took
        50 ms, those after it 17.
        """
        with suppress(_RehearsalOverError), self._library.change(ChangeKind.TAG_QUOTES) as work:
            for tag in tags.list_tags(work.connection)[:1]:
                tags.put_tag(work, _quote_of(work, target), tag.id)
            work.complete()
            raise _RehearsalOverError

    def _all_have(self, targets: Targets, tag_id: TagId) -> bool:
        kept = [target.id for target in targets if isinstance(target, Kept)]
        if len(kept) < len(targets) or not kept:
            return False
        with self._library.read() as connection:
            return all(tag_id in quotes.tags_of(connection, quote_id) for quote_id in kept)

    def _edit(self, kind: ChangeKind, targets: Targets, **values: ColumnValue) -> Taken:
        return self._act(
            kind, targets, lambda work, quote_id: quotes.edit(work, quote_id, **values)
        )

    def _act(
        self,
        kind: ChangeKind,
        targets: Targets,
        act: Callable[[UnitOfWork, QuoteId], None],
        **details: object,
    ) -> Taken:
        """Act on each target's quote; `details` are what the message says beside the kind."""
        with self._library.change(kind) as work:
            ids = tuple(_quote_of(work, target) for target in targets)
            for quote_id in ids:
                act(work, quote_id)
            work.details.update(details, **_suggestions_in(targets))
            work.details["is_new"] = not all(isinstance(target, Kept) for target in targets)
            _describe(work, ids)
        return Taken(ids, work.change)

    def _recut(
        self,
        kind: ChangeKind,
        target: Target,
        recut: Callable[[UnitOfWork], tuple[QuoteId, ...]],
    ) -> Taken:
        """Cut what is in hand anew; what it becomes is saved, and its suggestion settled."""
        with self._library.change(kind) as work:
            ids = recut(work)
            work.details.update(_suggestions_in([target]), is_new=not isinstance(target, Kept))
            _describe(work, ids)
        return Taken(ids, work.change)


class _RehearsalOverError(Exception):
    """Ends a rehearsal, and with it the transaction, before anything is kept."""


def _describe(work: UnitOfWork, quote_ids: Sequence[QuoteId]) -> None:
    """Write down what the message about these quotes says: how many, and where."""
    work.details["quotes"] = len(quote_ids)
    if quote_ids:
        work.details["article_id"] = quotes.article_of(work.connection, quote_ids[0])


def _suggestions_in(targets: Targets) -> dict[str, object]:
    return {"suggestions": [target.id for target in targets if isinstance(target, Suggested)]}


def _quote_of(work: UnitOfWork, target: Target) -> QuoteId:
    """Return the target's quote, saved now when it was none yet."""
    if isinstance(target, Kept):
        quotes.article_of(work.connection, target.id)
        return target.id
    if isinstance(target, Selected):
        return save_quote(work, QuoteRequest(target.article_id, target.places))
    article_id, found = suggestions.read_one(work.connection, target.id)
    return save_quote(
        work,
        QuoteRequest(
            article_id,
            [(span.start, span.end) for span in found.segments],
            speaker=found.speaker,
            style=found.style,
            cue=found.cue,
            origin=Origin.SUGGESTED,
        ),
    )
