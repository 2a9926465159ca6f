"""Checking and repairing: only what a sum proves is mended, and only what is mended is said so."""

import sqlite3
from collections.abc import Callable

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteFilter
from kdcurator.domain.target import Selected
from kdcurator.services.upkeep import Health


@pytest.fixture
def article(curator: Curator, bring_in: Callable[..., ArticleId]) -> ArticleId:
    article = bring_in()
    curator.taking.save([Selected(article, ((0, 7), (9, 17)))])
    return article


def spoil(curator: Curator, statement: str) -> None:
    connection = sqlite3.connect(curator.library.database)
    connection.execute(statement)
    connection.commit()
    connection.close()


def codes(health: Health) -> list[tuple[str, bool]]:
    return [(problem.code, problem.is_repaired) for problem in health.problems]


def test_altered_text_comes_back_from_its_original(curator: Curator, article: ArticleId) -> None:
    before = curator.quotes.list_quotes(QuoteFilter())
    spoil(curator, "UPDATE article_version SET text = 'X' || text")
    assert not curator.upkeep.check().is_ok
    assert curator.upkeep.check(repair=True).is_ok
    assert curator.upkeep.check().problems == ()
    assert curator.quotes.list_quotes(QuoteFilter()) == before


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE segment SET start = start + 1, "end" = "end" + 1 WHERE position = 0',
        "UPDATE segment SET exact = 'noget andet' WHERE position = 1",
        "UPDATE article_version SET length = 3",
        "UPDATE quote SET spans = '[[1,2]]'",
    ],
)
def test_what_a_sum_proves_is_mended(curator: Curator, article: ArticleId, statement: str) -> None:
    before = curator.quotes.list_quotes(QuoteFilter())
    spoil(curator, statement)
    repaired = curator.upkeep.check(repair=True)
    assert repaired.problems
    assert repaired.is_ok
    assert curator.upkeep.check().problems == ()
    assert curator.quotes.list_quotes(QuoteFilter()) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE quote SET status = 'junk'",
        "UPDATE article SET version_number = 9",
        "DROP TABLE outbox",
        "UPDATE quote SET text_sha256 = 'junk'",
    ],
)
def test_what_nothing_proves_is_left_and_said_so(
    curator: Curator, article: ArticleId, statement: str
) -> None:
    spoil(curator, statement)
    assert not curator.upkeep.check(repair=True).is_ok
    assert not curator.upkeep.check().is_ok


def test_repair_is_undone_like_anything_else(curator: Curator, article: ArticleId) -> None:
    spoil(curator, "UPDATE article_version SET length = 3")
    curator.upkeep.check(repair=True)
    curator.history.undo()
    assert codes(curator.upkeep.check()) == [("article_length_wrong", False)]
