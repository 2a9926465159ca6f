"""Backups over time: made when due, thinned, compared, and what they share comes back."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.backup import BackupKind, Count
from kdcurator.domain.quote import QuoteFilter
from kdcurator.domain.target import Kept, Selected


@pytest.fixture
def article(curator: Curator, bring_in: Callable[..., ArticleId]) -> ArticleId:
    return bring_in()


def save(curator: Curator, article: ArticleId, start: int, end: int) -> None:
    curator.taking.save([Selected(article, ((start, end),))])


def test_a_backup_is_due_only_when_something_changed(curator: Curator, article: ArticleId) -> None:
    assert curator.backups.back_up_if_due() is not None
    assert curator.backups.back_up_if_due() is None
    save(curator, article, 0, 7)
    assert curator.backups.is_due()
    assert not curator.backups.is_due(every=timedelta(hours=1))
    assert curator.backups.back_up_if_due() is not None
    assert len(curator.backups.list_backups()) == 2


def test_undo_and_redo_are_changes_too(curator: Curator, article: ArticleId) -> None:
    save(curator, article, 0, 7)
    for step in (curator.history.undo, curator.history.redo, curator.history.undo):
        curator.backups.back_up_if_due()
        step()
        assert curator.backups.is_due()


def test_comparison_tells_what_would_go_and_come_back(curator: Curator, article: ArticleId) -> None:
    save(curator, article, 0, 7)
    save(curator, article, 9, 17)
    made = curator.backups.back_up()
    assert curator.backups.compare(made.path).is_none
    first, second = curator.quotes.list_quotes(QuoteFilter())
    curator.taking.remove([first.id])
    curator.taking.add_tags([Kept(second.id)], ["vigtig"])
    save(curator, article, 2, 12)
    found = curator.backups.compare(made.path)
    assert found.quotes == Count(gone=1, back=1, other=1)
    assert (found.articles, found.back) == (Count(), (first.text,))


def test_an_automatic_backup_comes_back_with_its_originals(
    curator: Curator, article: ArticleId
) -> None:
    save(curator, article, 0, 7)
    made = curator.backups.back_up_if_due()
    assert made is not None
    for original in curator.library.originals.iterdir():
        original.unlink()
    curator.history.undo()
    curator.backups.restore(made.path)
    assert len(curator.quotes.list_quotes(QuoteFilter())) == 1
    assert curator.upkeep.check().is_ok
    kinds = [backup.kind for backup in curator.backups.list_backups()]
    assert kinds == [BackupKind.BEFORE, BackupKind.AUTOMATIC]
