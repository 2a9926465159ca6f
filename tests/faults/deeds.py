"""What a user does at random in an open library, each deed written down as soon as it is done.

Owns the table of deeds that the window's handlers have, done through the same services. Jobs for a
child that may be killed. Must not know who kills it.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteId, QuoteRequest
from kdcurator.domain.suggestion import SuggestionId
from kdcurator.domain.tag import TagId
from kdcurator.domain.target import Kept, Selected, Suggested
from tests.faults.diary import Diary, Promise
from tests.faults.known import NAMES, Known, look, some_tags, write_texts
from tests.faults.program import Program

_FEW = 3
"""Articles that are always left."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where somebody works."""

    curator: Curator
    luck: random.Random
    texts: Path

    def known(self) -> Known:
        """Look at what there is."""
        return look(self.curator.library.database)


def work(ready: Callable[[], object], *, folder: str, diary: str, seed: int) -> None:
    """Open the library and do one deed after the other, for ever."""
    with bootstrap.build(Program(Path(folder)).settings) as curator:
        desk = Desk(curator, random.Random(seed), Path(folder) / "texts")
        notes = Diary(Path(diary), curator.library.database)
        while True:
            name, _, deed = desk.luck.choices(_DEEDS, _WEIGHTS)[0]
            if not desk.known().articles:
                name, deed = "import", _import
            notes.begin(name)
            notes.saved(name, *deed(desk))
            ready()


def _save(desk: Desk) -> Sequence[Promise]:
    article, places = desk.known().places(desk.luck)
    tags = some_tags(desk.luck)
    speaker = desk.luck.choice((None, *NAMES))
    wish = QuoteRequest(ArticleId(article), places, speaker=speaker, tags=tags)
    (quote,) = desk.curator.quotes.save_quotes([wish]).ids
    return [Promise(quote, places, tags)]


def _save_with_a_key(desk: Desk) -> Sequence[Promise]:
    article, places = desk.known().places(desk.luck)
    tag = desk.luck.choice(desk.curator.tags.list_tags())
    taken = desk.curator.taking.toggle_tag([Selected(ArticleId(article), places)], tag.id)
    return [Promise(taken.ids[0], places, [tag.name])]


def _take_suggestion(desk: Desk) -> Sequence[Promise]:
    found = desk.known().suggestions
    if not found:
        return ()
    tag = desk.luck.choice(desk.curator.tags.list_tags())
    target = Suggested(SuggestionId(desk.luck.choice(found)))
    taken = desk.curator.taking.toggle_tag([target], tag.id)
    return [Promise(taken.ids[0], tags=[tag.name])]


def _toggle_tag(desk: Desk) -> Sequence[Promise]:
    known = desk.known()
    if not known.quotes or not known.tags:
        return ()
    quote, tag = desk.luck.choice(list(known.quotes)), desk.luck.choice(list(known.tags))
    taken = desk.curator.taking.toggle_tag([Kept(QuoteId(quote))], TagId(known.tags[tag]))
    return [Promise(quote, tags=[tag] if taken.is_on else [])]


def _note(desk: Desk) -> Sequence[Promise]:
    known = desk.known()
    if known.quotes:
        target = Kept(QuoteId(desk.luck.choice(list(known.quotes))))
        desk.curator.taking.set_note([target], f"husk {desk.luck.randrange(100)}")
    return ()


def _remove(desk: Desk) -> Sequence[Promise]:
    known = desk.known()
    if known.quotes:
        count = min(len(known.quotes), desk.luck.randint(1, 2))
        chosen = desk.luck.sample(list(known.quotes), count)
        desk.curator.taking.remove([QuoteId(quote) for quote in chosen])
    return ()


def _remove_article(desk: Desk) -> Sequence[Promise]:
    known = desk.known()
    if len(known.articles) > _FEW:
        desk.curator.articles.remove([ArticleId(desk.luck.choice(list(known.articles)))])
    return ()


def _import(desk: Desk) -> Sequence[Promise]:
    desk.curator.articles.import_files(write_texts(desk.texts, desk.luck, desk.luck.randint(1, 3)))
    return ()


def _merge_tags(desk: Desk) -> Sequence[Promise]:
    names = desk.known().two_tags(desk.luck)
    if names:
        desk.curator.tags.merge_tags(*names)
    return ()


def _merge_people(desk: Desk) -> Sequence[Promise]:
    names = desk.known().two_people(desk.luck)
    if names:
        desk.curator.people.merge(names[:1], names[1])
    return ()


def _undo(desk: Desk) -> Sequence[Promise]:
    desk.curator.history.undo()
    return ()


def _redo(desk: Desk) -> Sequence[Promise]:
    desk.curator.history.redo()
    return ()


def _back_up(desk: Desk) -> Sequence[Promise]:
    desk.curator.backups.back_up_if_due()
    return ()


def _index(desk: Desk) -> Sequence[Promise]:
    desk.curator.searching.catch_up()
    return ()


def _rebuild(desk: Desk) -> Sequence[Promise]:
    desk.curator.searching.rebuild()
    return ()


_DEEDS: tuple[tuple[str, int, Callable[[Desk], Sequence[Promise]]], ...] = (
    ("save", 18, _save),
    ("save with a key", 12, _save_with_a_key),
    ("take a suggestion", 8, _take_suggestion),
    ("toggle a tag", 10, _toggle_tag),
    ("note", 3, _note),
    ("remove quotes", 5, _remove),
    ("remove an article", 2, _remove_article),
    ("import", 4, _import),
    ("merge tags", 3, _merge_tags),
    ("merge people", 2, _merge_people),
    ("undo", 12, _undo),
    ("redo", 8, _redo),
    ("back up", 3, _back_up),
    ("index", 4, _index),
    ("rebuild the index", 2, _rebuild),
)
_WEIGHTS = [weight for _, weight, _ in _DEEDS]
