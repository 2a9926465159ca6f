"""Rules get better: what was settled stays so, whatever the new ones find, and undo holds."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import count, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId, Language
from kdcurator.domain.quote import QuoteFilter, Span, Style
from kdcurator.domain.suggestion import (
    OpenSuggestion,
    Reading,
    SuggestedQuote,
)
from kdcurator.domain.target import Kept, Selected, Suggested
from kdcurator.services import suggesting
from kdcurator.services.arrivals import TextToRead
from kdcurator.services.suggesting import SuggestionService
from kdcurator.settings import Settings

LENGTH = 200
Place = tuple[tuple[int, int], ...]


def suggested(place: Place) -> SuggestedQuote:
    spans = tuple(Span(*pair) for pair in place)
    return SuggestedQuote(spans, "Per Dal", Style.DASH, "siger", 0.95, "tankestreg")


class Rules:
    """Finds whatever it is told to find."""

    def __init__(self) -> None:
        self.finds: Sequence[Place] = ()

    def __call__(self, _text: str) -> Reading:
        return Reading(tuple(map(suggested, self.finds)), (), (), Language.DANISH)


@dataclass
class Desk:
    """A library, and rules that can be made newer."""

    curator: Curator
    patch: pytest.MonkeyPatch
    numbers: Iterator[int]

    def __post_init__(self) -> None:
        self.rules = Rules()
        self.version = 1
        self.service = SuggestionService(self.curator.library, self.rules)

    def bring_in(self, *places: Place) -> ArticleId:
        """Import a text in which the rules of now find quotes at these places."""
        self.rules.finds, self.version = places, 1
        self.patch.setattr(suggesting, "RULES_VERSION", 1)
        text = f"artikel {next(self.numbers):06d} " + "ord " * (LENGTH // 4)
        report = self.curator.articles.import_text(TextToRead(text))
        article = report.imported[0].article.id
        self.service.suggest([article])
        return article

    def improve(self, *places: Place) -> None:
        """Have newer rules, which find quotes at these places."""
        self.version += 1
        self.rules.finds = places
        self.patch.setattr(suggesting, "RULES_VERSION", self.version)

    def open_ones(self, article: ArticleId) -> list[OpenSuggestion]:
        return list(self.curator.reading.open_article(article).suggestions)

    def places(self, article: ArticleId) -> list[Place]:
        return [as_place(found.quote.segments) for found in self.open_ones(article)]

    def rows(self, what: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.curator.library.database)) as connection:
            return connection.execute(f"SELECT * FROM {what}").fetchall()  # noqa: S608 - our own


def as_place(spans: Sequence[Span]) -> Place:
    return tuple((span.start, span.end) for span in spans)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("renewing")
    where = Settings(
        library=folder / "library",
        cache=folder / "cache",
        backups=folder / "backups",
        logs=folder / "logs",
        config=folder / "config",
        wait=0.1,
    )
    with bootstrap.build(where) as curator, pytest.MonkeyPatch.context() as patch:
        yield Desk(curator, patch, count())


# One case each


def test_dismissed_stays_so_with_other_boundaries(desk: Desk) -> None:
    article = desk.bring_in(((20, 60),), ((100, 140),))
    desk.curator.taking.dismiss([desk.open_ones(article)[0].id])
    desk.improve(((24, 66),), ((100, 140),), ((160, 180),))
    desk.service.suggest([article])
    assert desk.places(article) == [((100, 140),), ((160, 180),)]
    desk.service.accept([article])
    saved = desk.curator.quotes.list_quotes(QuoteFilter(article_id=article))
    assert [quote.segments[0].span.start for quote in saved] == [100, 160]


def test_saved_with_corrected_boundaries_is_not_offered_again(desk: Desk) -> None:
    article = desk.bring_in(((20, 100),), ((110, 190),))
    first, second = desk.open_ones(article)
    (moved,) = desk.curator.taking.move(Suggested(first.id), [(20, 40)]).ids
    desk.curator.taking.move(Kept(moved), [(20, 36)])
    (quote,) = desk.curator.taking.save([Suggested(second.id)]).ids
    desk.curator.taking.move(Kept(quote), [(170, 190)])
    desk.improve(((20, 100),), ((110, 191),))
    desk.service.suggest([article])
    assert desk.places(article) == []


def test_what_lies_in_a_quote_saved_by_hand_is_not_offered(desk: Desk) -> None:
    article = desk.bring_in()
    desk.curator.taking.save([Selected(article, ((20, 180),))])
    desk.improve(((30, 50),), ((170, 199),))
    desk.service.suggest([article])
    assert desk.places(article) == [((170, 199),)]


def test_boundaries_moved_by_hand_outlive_newer_rules(desk: Desk) -> None:
    article = desk.bring_in(((20, 100),))
    (found,) = desk.open_ones(article)
    desk.curator.taking.move(Suggested(found.id), [(20, 40)])
    desk.improve(((20, 100),))
    desk.service.suggest([article])
    assert desk.places(article) == []
    (item,) = desk.service.accept([article])
    assert item.saved == ()
    desk.curator.history.undo()
    assert desk.places(article) == [((20, 100),)]


def test_what_newer_rules_do_not_find_goes_and_what_they_find_again_stays_itself(
    desk: Desk,
) -> None:
    article = desk.bring_in(((20, 60),), ((100, 140),))
    second = desk.open_ones(article)[1].id
    desk.improve(((100, 145),))
    desk.service.suggest([article])
    (left,) = desk.open_ones(article)
    assert left.id == second
    assert as_place(left.quote.segments) == ((100, 145),)
    desk.improve()
    desk.service.suggest([article])
    assert desk.places(article) == []


def test_renewing_is_no_step_of_the_users(desk: Desk) -> None:
    article = desk.bring_in(((20, 60),), ((100, 140),))
    first = desk.open_ones(article)[0].id
    desk.curator.taking.dismiss([first])
    desk.curator.history.undo()
    before = desk.rows("history")
    desk.improve(((22, 62),), ((160, 180),))
    assert desk.service.renew_when_old(article)
    assert not desk.service.renew_when_old(article)
    assert desk.rows("history") == before
    desk.curator.history.redo()
    assert desk.places(article) == [((160, 180),)]
    desk.curator.history.undo()
    desk.curator.history.undo()
    assert article not in [found.id for found in desk.curator.articles.list_articles()]
    desk.curator.history.redo()
    assert desk.places(article) == [((22, 62),), ((160, 180),)]


def test_long_text_and_one_never_read_wait_until_asked(desk: Desk) -> None:
    never_read = desk.bring_in()
    long = desk.bring_in(((20, 60),))
    desk.improve(((20, 70),))
    assert not desk.service.renew_when_old(never_read)
    desk.patch.setattr(suggesting, "READ_AT_ONCE", 10)
    assert not desk.service.renew_when_old(long)
    desk.patch.setattr(suggesting, "READ_AT_ONCE", 40_000)
    desk.service.suggest([never_read])
    assert desk.places(never_read) == [((20, 70),)]


def test_all_settled_is_read_once(desk: Desk) -> None:
    article = desk.bring_in(((20, 60),))
    desk.service.accept([article])
    desk.improve(((20, 60),))
    assert desk.service.renew_when_old(article)
    assert not desk.service.renew_when_old(article)


def test_nothing_is_renewed_while_another_process_writes(desk: Desk) -> None:
    article = desk.bring_in(((20, 60),))
    desk.improve(((100, 140),))
    where = replace(desk.curator.settings, wait=0.0)
    with bootstrap.build(where) as other:
        service = SuggestionService(other.library, desk.rules)
        (item,) = service.suggest([article])
    assert [as_place(quote.segments) for quote in item.reading.quotes] == [((100, 140),)]
    assert desk.places(article) == [((20, 60),)]


# Anything

Act = Callable[[Desk, ArticleId, OpenSuggestion, Place], object]


def _save_and_move(desk: Desk, _article: ArticleId, found: OpenSuggestion, place: Place) -> None:
    ids = desk.curator.taking.save([Suggested(found.id)]).ids
    others = desk.curator.quotes.list_quotes(QuoteFilter())
    if place not in [as_place([part.span for part in other.segments]) for other in others]:
        desk.curator.taking.move(Kept(ids[0]), place)


ACTS: tuple[Act, ...] = (
    lambda _desk, _article, _found, _place: None,
    lambda desk, _article, found, _place: desk.curator.taking.dismiss([found.id]),
    lambda desk, _article, found, _place: desk.curator.taking.save([Suggested(found.id)]),
    lambda desk, _article, found, place: desk.curator.taking.move(Suggested(found.id), place),
    lambda desk, article, _found, place: desk.curator.taking.save([Selected(article, place)]),
    _save_and_move,
)


@st.composite
def places(draw: st.DrawFn) -> Place:
    edges = sorted(draw(st.sets(st.integers(0, LENGTH), min_size=2, max_size=4)))
    return tuple(zip(edges[::2], edges[1::2], strict=False))


Nudges = st.lists(
    st.tuples(st.integers(-12, 12), st.integers(-12, 12)) | st.none(), min_size=5, max_size=5
)
"""How newer rules move what older ones found, or None where they do not find it."""


def nudged(place: Place, nudge: tuple[int, int] | None) -> list[Place]:
    (start, _), (_, end) = place[0], place[-1]
    if nudge is None:
        return []
    edges = [edge for pair in place for edge in pair]
    edges[0], edges[-1] = max(0, start + nudge[0]), min(LENGTH, end + nudge[1])
    in_order = all(a < b for a, b in pairwise(edges))
    return [tuple(zip(edges[::2], edges[1::2], strict=True))] if in_order else [place]


def points(place: Place) -> set[int]:
    return {point for start, end in place for point in range(start, end)}


def is_same(one: Place, other: Place) -> bool:
    return 2 * len(points(one) & points(other)) >= len(points(one) | points(other))


Acts = st.lists(st.tuples(st.sampled_from(range(len(ACTS))), places()), min_size=8, max_size=8)


@settings(max_examples=30, deadline=None)
@given(
    old=st.lists(places(), max_size=5, unique=True),
    new=st.lists(places(), max_size=3, unique=True),
    nudges=Nudges,
    newest=st.lists(places(), max_size=3, unique=True),
    acts=Acts,
)
def test_whatever_rules_find_nothing_settled_comes_back(
    desk: Desk,
    old: list[Place],
    new: list[Place],
    nudges: list[tuple[int, int] | None],
    newest: list[Place],
    acts: list[tuple[int, Place]],
) -> None:
    article = desk.bring_in(*old)
    done = 1
    for found, (number, place) in zip(desk.open_ones(article), acts, strict=False):
        before = len(desk.rows("history"))
        ACTS[number](desk, article, found, place)
        done += len(desk.rows("history")) - before
    moved = [place for pair in zip(old, nudges, strict=False) for place in nudged(*pair)]
    for finds in (list({*new, *moved}), newest):
        _renew_and_look(desk, article, finds)
    _there_and_back(desk, article, done)


def _renew_and_look(desk: Desk, article: ArticleId, finds: list[Place]) -> None:
    settled = desk.rows("suggestion WHERE state NOT IN ('open', 'outdated')")
    untouched = desk.rows("history"), desk.rows("quote"), desk.rows("outbox")
    desk.improve(*finds)
    desk.service.suggest([article])
    assert desk.rows("suggestion WHERE state NOT IN ('open', 'outdated')") == settled
    assert (desk.rows("history"), desk.rows("quote"), desk.rows("outbox")) == untouched
    offered = desk.places(article)
    assert len(set(offered)) == len(offered)
    new_ones = [place for place in offered if place in finds]
    for place in _settled_places(desk, article):
        assert not [new for new in new_ones if is_same(new, place)]
    rows = desk.rows("suggestion")
    desk.service.suggest([article])
    assert desk.rows("suggestion") == rows


def _settled_places(desk: Desk, article: ArticleId) -> list[Place]:
    of_it = f"suggestion WHERE {_of(desk, article)} AND state IN ('dismissed', 'saved')"
    quotes = desk.curator.quotes.list_quotes(QuoteFilter(article_id=article))
    settled = [_spans(str(row[3])) for row in desk.rows(of_it)]
    return settled + [as_place([part.span for part in quote.segments]) for quote in quotes]


def _of(desk: Desk, article: ArticleId) -> str:
    return f"version_id = {desk.curator.reading.open_article(article).article.version_id}"


def _spans(words: str) -> Place:
    numbers = [int(n) for n in words.replace("[", " ").replace("]", " ").replace(",", " ").split()]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _there_and_back(desk: Desk, article: ArticleId, steps: int) -> None:
    """Undo all that was done with an article, and do it again."""
    everything = [desk.rows(table) for table in ("suggestion", "quote", "segment")]
    for _ in range(steps):
        assert desk.curator.history.undo() is not None
    assert article not in [found.id for found in desk.curator.articles.list_articles()]
    assert desk.rows("pragma_foreign_key_check") == []
    for _ in range(steps):
        assert desk.curator.history.redo() is not None
    assert [desk.rows(table) for table in ("suggestion", "quote", "segment")] == everything
