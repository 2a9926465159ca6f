"""A damaged library gets its newest whole backup back, and nothing is written over."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import NothingToBringBack
from kdcurator.domain.quote import QuoteFilter
from kdcurator.domain.target import Selected
from kdcurator.settings import Settings


def texts(settings: Settings) -> list[str]:
    with bootstrap.build(settings) as curator:
        return [quote.text for quote in curator.quotes.list_quotes(QuoteFilter())]


@pytest.fixture
def closed(curator: Curator, settings: Settings, bring_in: Callable[..., ArticleId]) -> Path:
    """Give the database of a library with two backups, of one quote and of two."""
    article = bring_in()
    for start in (0, 9):
        curator.taking.save([Selected(article, ((start, start + 7),))])
        curator.backups.back_up_if_due()
    curator.close()
    return settings.library / "library.sqlite3"


def no_header(database: Path) -> None:
    database.write_bytes(bytes(200) + database.read_bytes()[200:])


def cut(database: Path) -> None:
    database.write_bytes(database.read_bytes()[:5000])


def empty(database: Path) -> None:
    database.write_bytes(b"")


@pytest.mark.parametrize("damage", [no_header, cut, empty])
def test_the_newest_backup_comes_back_and_the_damaged_file_is_kept(
    settings: Settings, closed: Path, damage: Callable[[Path], None]
) -> None:
    before = texts(settings)
    damage(closed)
    damaged = closed.read_bytes()
    done = bootstrap.rescue(settings)
    assert done.was_wrong
    assert done.backup is not None
    assert done.damaged is not None
    assert done.damaged.read_bytes() == damaged
    assert texts(settings) == before
    assert (done.articles, done.quotes) == (1, 2)


def test_an_older_backup_comes_back_where_the_newest_is_damaged(
    settings: Settings, closed: Path
) -> None:
    newest, older = bootstrap.list_backups(settings)
    newest.path.write_bytes(newest.path.read_bytes()[:-300])
    cut(closed)
    assert bootstrap.find_good_backup(settings) == older
    done = bootstrap.rescue(settings)
    assert (done.backup, done.passed_over) == (older, (newest.path,))


def test_nothing_is_touched_without_a_backup(settings: Settings, closed: Path) -> None:
    for backup in bootstrap.list_backups(settings):
        backup.path.unlink()
    empty(closed)
    with pytest.raises(NothingToBringBack):
        bootstrap.rescue(settings)
    assert closed.read_bytes() == b""


def test_another_librarys_backup_never_comes_back(settings: Settings, closed: Path) -> None:
    """What names the library is gone: the shelf that is left may be anybody's."""
    empty(closed)
    for original in (settings.library / "originals").iterdir():
        original.unlink()
    (settings.cache / "index").rename(settings.cache / "elsewhere")
    assert bootstrap.list_backups(settings) == []


def test_a_sound_library_is_left_alone(settings: Settings, closed: Path) -> None:
    before = closed.read_bytes()
    assert bootstrap.rescue(settings).was_wrong == ""
    assert closed.read_bytes() == before


def test_a_rescue_that_breaks_off_loses_nothing_that_is_newer_than_the_backup(
    settings: Settings, closed: Path
) -> None:
    with bootstrap.build(settings) as curator:
        (article,) = curator.articles.list_articles()
        curator.taking.save([Selected(article.id, ((20, 27),))])
    before, moments = texts(settings), [bootstrap.now()]
    closed.write_bytes(closed.read_bytes()[:4096] + b"\xff" * 4096 + closed.read_bytes()[8192:])
    with pytest.raises(IndexError):
        bootstrap.rescue(settings, clock=moments.pop)
    bootstrap.rescue(settings)
    assert texts(settings) == before
