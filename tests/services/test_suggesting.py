"""Accepting and dismissing what the program found; new rules on old articles."""

import sqlite3
from collections.abc import Callable

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteFilter


def make_rules_look_old(curator: Curator) -> None:
    connection = sqlite3.connect(curator.library.database)
    connection.execute("UPDATE suggestion SET rules_version = 0")
    connection.commit()
    connection.close()


def test_accepting_is_one_undo(curator: Curator, bring_in: Callable[..., ArticleId]) -> None:
    bring_in()
    bring_in("Rubrik to\n\n- Vi er også klar, siger Ida Bro.\n", "b.txt")
    saved = curator.suggestions.accept(None, tags=["kompetencer"])
    assert sum(len(item.saved) for item in saved) == len(curator.quotes.list_quotes(QuoteFilter()))
    curator.history.undo()
    assert curator.quotes.list_quotes(QuoteFilter()) == []
    assert curator.people.list_people() == []


def test_suggestions_of_older_rules_are_made_anew(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    article = bring_in()
    make_rules_look_old(curator)
    connection = sqlite3.connect(curator.library.database)
    connection.execute("UPDATE suggestion SET speaker = 'Forkert'")
    connection.commit()
    connection.close()
    curator.suggestions.suggest([article])
    with curator.library.read() as reading:
        rows = reading.exec_driver_sql("SELECT DISTINCT speaker, rules_version > 0 FROM suggestion")
        assert rows.all() == [("Per Dal", 1)]


def test_dismissed_stays_dismissed_when_rules_improve(
    curator: Curator, bring_in: Callable[..., ArticleId]
) -> None:
    article = bring_in()
    curator.suggestions.dismiss([article])
    make_rules_look_old(curator)
    curator.suggestions.suggest([article])
    assert curator.articles.list_articles()[0].suggestions == 0
    curator.suggestions.accept([article])
    assert curator.quotes.list_quotes(QuoteFilter()) == []


def test_dismissing_is_undone(curator: Curator, bring_in: Callable[..., ArticleId]) -> None:
    article = bring_in()
    before = curator.articles.list_articles()[0].suggestions
    curator.suggestions.dismiss([article])
    curator.history.undo()
    assert curator.articles.list_articles()[0].suggestions == before > 0
