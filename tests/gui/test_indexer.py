"""The index kept in step: in a process of its own, beside searches, when nobody works."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from pytestqt.qtbot import QtBot

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.searching import HitKind
from kdcurator.gui.indexer import MANY, Indexer
from kdcurator.search.folders import index_folder
from kdcurator.services.arrivals import TextToRead
from kdcurator.settings import Settings

pytestmark = pytest.mark.gui

PATIENT = 60_000


@pytest.fixture
def curator(tmp_path: Path) -> Iterator[Curator]:
    settings = Settings(
        library=tmp_path / "library",
        cache=tmp_path / "cache",
        backups=tmp_path / "backups",
        logs=tmp_path / "logs",
        config=tmp_path / "config",
        wait=0.0,
    )
    opened = bootstrap.build(settings)
    opened.library.hold()
    for number in range(3):
        opened.articles.import_text(TextToRead(f"Havnen er nummer {number}."))
    yield opened
    opened.library.close()


@pytest.fixture
def indexer(curator: Curator, qtbot: QtBot) -> Iterator[Indexer]:
    made = Indexer(curator)
    yield made
    made.close()


@pytest.fixture
def told(indexer: Indexer) -> list[tuple[int, int] | str]:
    """Return what is told of an index that is made."""
    told: list[tuple[int, int] | str] = []
    indexer.indexing.connect(lambda *step: told.append(step))
    indexer.rested.connect(lambda: told.append("rested"))
    return told


def catch_up(indexer: Indexer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(indexer.rested, timeout=PATIENT):
        indexer.catch_up()


def pending(curator: Curator) -> int:
    """Return how many changes wait for the index."""
    with curator.library.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar_one()) - 1


def indexed(curator: Curator) -> int:
    return curator.searching.indexed()[HitKind.ARTICLE]


def generation(curator: Curator) -> list[str]:
    """Return the folders in that of the index."""
    library = curator.library
    folder = index_folder(curator.settings.cache, library.folder, library.uuid)
    return [path.name for path in folder.iterdir() if path.is_dir()] if folder.exists() else []


def test_missing_index_is_made_and_what_waited_is_forgotten(
    curator: Curator, indexer: Indexer, told: list[object], qtbot: QtBot
) -> None:
    catch_up(indexer, qtbot)
    assert (told[0], told[-1]) == ((0, 3), "rested")
    assert (indexed(curator), pending(curator), indexer.is_busy) == (3, 0, False)


def test_index_is_made_anew_when_asked_and_takes_the_place_of_the_old_one(
    curator: Curator, indexer: Indexer, qtbot: QtBot
) -> None:
    catch_up(indexer, qtbot)
    (old,) = generation(curator)
    with qtbot.waitSignal(indexer.rested, timeout=PATIENT):
        indexer.make_anew()
    (new,) = generation(curator)
    assert (new != old, indexed(curator)) == (True, 3)


def test_index_that_was_given_up_is_made_when_asked_for_and_not_before(
    curator: Curator, indexer: Indexer, qtbot: QtBot
) -> None:
    given_up = indexer.indexing.connect(lambda *_: indexer.give_up())
    catch_up(indexer, qtbot)
    indexer.indexing.disconnect(given_up)
    assert not indexer.is_busy
    indexer.heed(None)
    assert indexer.process_number is None
    catch_up(indexer, qtbot)
    assert curator.searching.reached is None
    with qtbot.waitSignal(indexer.rested, timeout=PATIENT):
        indexer.make_anew()
    assert indexed(curator) == 3


def test_many_changes_are_taken_in_at_once_and_few_when_nobody_works(
    curator: Curator, indexer: Indexer, qtbot: QtBot
) -> None:
    indexer.heed(MANY - 1)
    assert indexer.process_number is None
    with qtbot.waitSignal(indexer.rested, timeout=PATIENT):
        indexer.heed(MANY)
    curator.articles.import_text(TextToRead("Noget nyt."))
    with qtbot.waitSignal(indexer.rested, timeout=PATIENT):
        indexer.fold_at_rest()
        indexer.disturb()
        assert not indexer.is_busy, "nobody waits for it"
    assert (indexed(curator), pending(curator)) == (4, 0)


def test_index_that_another_process_makes_is_left_to_it(
    curator: Curator, indexer: Indexer, qtbot: QtBot
) -> None:
    library = curator.library
    folder = index_folder(curator.settings.cache, library.folder, library.uuid)
    folder.parent.mkdir(parents=True)
    with FileLock(folder.with_name(f"{folder.name}.lock")):
        catch_up(indexer, qtbot)
        indexer.heed(None)
        assert not indexer.is_busy, "it asks again after a while"
    catch_up(indexer, qtbot)
    assert indexed(curator) == 3


@pytest.mark.skipif(os.name == "nt", reason="kills by signal")
def test_killed_process_leaves_the_index_to_the_next_change(
    curator: Curator, indexer: Indexer, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(indexer.rested, timeout=PATIENT):
        indexer.catch_up()
        assert indexer.process_number
        os.kill(indexer.process_number, signal.SIGKILL)
    assert not indexer.is_busy
    catch_up(indexer, qtbot)
    assert (indexed(curator), len(generation(curator))) == (3, 1)
