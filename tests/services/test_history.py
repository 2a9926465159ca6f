"""A large change goes back a part at a time, and never takes anything else with it."""

from collections.abc import Callable

import pytest

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteRequest
from kdcurator.services.arrivals import Arrival, TextToRead
from kdcurator.services.history import Part


@pytest.fixture
def imported(curator: Curator) -> None:
    """Import six articles in three batches that are one undo."""
    incoming = curator.articles.begin_import()
    intake = bootstrap.build_intake(incoming.originals)
    for batch in range(3):
        texts = (TextToRead(f"Tekst {batch}.{number} her.") for number in range(2))
        read = [item for text in texts for item in intake.read_all(text)]
        incoming.keep([item for item in read if isinstance(item, Arrival)])


def count(curator: Curator) -> int:
    return len(curator.articles.list_articles())


@pytest.mark.usefixtures("imported")
def test_parts_come_to_the_whole(curator: Curator) -> None:
    history = curator.history
    for step, counts in ((history.undo_part, [4, 2, 0]), (history.redo_part, [2, 4, 6])):
        rest = None
        for expected in counts:
            part = step(rest)
            rest = part.rest
            assert part.done is not None
            assert (len(part.done.articles), count(curator)) == (2, expected)
            assert (rest is None) == (expected == counts[-1])


@pytest.mark.usefixtures("imported")
def test_what_was_changed_meanwhile_is_not_taken_back(curator: Curator) -> None:
    rest = curator.history.undo_part().rest
    curator.quotes.save_quotes([QuoteRequest(ArticleId(1), [(0, 5)])])
    assert curator.history.undo_part(rest) == Part(None, None)
    assert count(curator) == 4


@pytest.mark.usefixtures("imported")
def test_next_undo_goes_on_where_the_parts_ended(curator: Curator) -> None:
    curator.history.undo_part()
    curator.history.undo()
    assert count(curator) == 0
    curator.history.redo()
    assert count(curator) == 6


def test_single_change_has_no_rest(curator: Curator, bring_in: Callable[..., ArticleId]) -> None:
    curator.quotes.save_quotes([QuoteRequest(bring_in(), [(0, 5)])])
    part = curator.history.undo_part()
    assert part.done is not None
    assert part.rest is None
    curator.history.undo_part()
    assert curator.history.undo_part() == Part(None, None)
