"""What is newer than the backup is taken over from a damaged file, where sums prove it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.quote import QuoteFilter
from kdcurator.domain.target import Kept, Selected
from kdcurator.services.rescuing import Rescue
from kdcurator.settings import Settings


@pytest.fixture
def damaged(curator: Curator, settings: Settings, bring_in: Callable[..., ArticleId]) -> Path:
    """Give a database without its header, with an article, a quote and a note newer than backups.

    The newer quote's last word is the newer article's last one.
    """
    article = bring_in()
    first = curator.taking.save([Selected(article, ((0, 7),))]).ids[0]
    curator.backups.back_up_if_due()
    newer = bring_in("Nyt\n\nDet her er nyt, og det er zzz sidst.", name="b.txt")
    curator.taking.add_tags([Selected(newer, ((5, 15),))], ["ny"])
    curator.taking.set_note([Kept(first)], "Ring til Ib")
    curator.close()
    database = settings.library / "library.sqlite3"
    database.write_bytes(bytes(200) + database.read_bytes()[200:])
    return database


def rescued(settings: Settings) -> tuple[Rescue, list[tuple[str, str | None, tuple[str, ...]]]]:
    done = bootstrap.rescue(settings)
    with bootstrap.build(settings) as curator:
        assert curator.upkeep.check().is_ok
        found = curator.quotes.list_quotes(QuoteFilter())
        return done, [(quote.text, quote.note, quote.tags) for quote in found]


def test_newer_articles_quotes_tags_and_edits_are_taken_over(
    settings: Settings, damaged: Path
) -> None:
    done, quotes = rescued(settings)
    assert quotes == [("Per Dal", "Ring til Ib", ()), ("Det her er", None, ("ny",))]
    assert (done.salvaged.articles, done.salvaged.quotes) == (1, 1)
    assert (done.articles, done.quotes) == (2, 2)


def test_what_its_sum_does_not_prove_is_not_taken_over(settings: Settings, damaged: Path) -> None:
    data = damaged.read_bytes()
    assert b"zzz" in data
    damaged.write_bytes(data.replace(b"zzz", b"zzy"))
    done, quotes = rescued(settings)
    assert quotes == [("Per Dal", "Ring til Ib", ())]
    assert (done.salvaged.articles_unproved, done.salvaged.quotes_unproved) == (1, 1)


def test_what_was_taken_over_is_undone_as_one(settings: Settings, damaged: Path) -> None:
    bootstrap.rescue(settings)
    with bootstrap.build(settings) as curator:
        curator.history.undo()
        assert [q.note for q in curator.quotes.list_quotes(QuoteFilter())] == [None]


def test_check_offers_the_backup_and_repair_tells_what_came_from_where(
    settings: Settings, damaged: Path
) -> None:
    (backup,) = bootstrap.list_backups(settings)
    health = bootstrap.check(settings)
    assert [p.code for p in health.problems] == ["database_damaged"]
    assert str(backup.path) in health.problems[0].detail
    repaired = bootstrap.check(settings, repair=True)
    assert repaired.is_ok
    assert str(backup.path) in repaired.problems[0].detail
    assert "1 articles and 1 quotes" in repaired.problems[0].detail
