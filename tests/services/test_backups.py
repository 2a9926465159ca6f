"""Backups over time: made when due, thinned, compared, and what they share comes back."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.backup import BackupKind, Count
from kdcurator.domain.errors import LibraryGone
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


def test_folder_that_is_gone_is_told_in_a_sentence(curator: Curator, article: ArticleId) -> None:
    curator.backups.back_up_if_due()
    curator.library.close()
    curator.library.folder.rename(curator.library.folder.with_name("moved"))
    with pytest.raises(LibraryGone, match="library"):
        curator.backups.back_up_if_due()
    curator.library.folder.with_name("moved").rename(curator.library.folder)


def test_what_a_killed_process_left_is_swept_and_nothing_else(curator: Curator) -> None:
    kept = curator.backups.back_up().path
    folder = curator.backups.folder
    for process in (4711, 4712):
        (folder / f".kdcurator-{process}-abc").mkdir()
        (folder / f".000002-x-automatic.zip.{process}.new").touch()
    curator.backups.worker_ended(4711)
    left = {path.name for path in folder.iterdir()}
    assert left == {kept.name, ".kdcurator-4712-abc", ".000002-x-automatic.zip.4712.new"}


def test_comparing_unpacks_no_originals_and_leaves_nothing(
    curator: Curator, article: ArticleId
) -> None:
    made = curator.backups.back_up()
    before = set(curator.backups.folder.iterdir()), set(curator.library.folder.iterdir())
    curator.backups.compare(made.path)
    assert (set(curator.backups.folder.iterdir()), set(curator.library.folder.iterdir())) == before
