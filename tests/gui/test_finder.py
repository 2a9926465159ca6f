"""Searching in the window: in another process, right at any moment, and the index kept in step."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import CuratorError
from kdcurator.domain.quote import QuoteRequest
from kdcurator.domain.searching import Answer, Hit, HitKind, Question, Saying, TagAdvice
from kdcurator.gui.finder import Finder
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
    yield opened
    opened.library.close()


@pytest.fixture
def finder(curator: Curator, qtbot: QtBot) -> Iterator[Finder]:
    made = Finder(curator)
    yield made
    made.close()


@pytest.fixture
def find(finder: Finder, qtbot: QtBot) -> Callable[[str], tuple[Hit, ...]]:
    """Ask, and wait for what is found."""

    def find(query: str) -> tuple[Hit, ...]:
        with qtbot.waitSignal(finder.answered, timeout=PATIENT) as caught:
            finder.ask(Question(query))
        assert caught.args is not None
        answer: Answer = caught.args[0]
        return answer.hits

    return find


def bring_in(curator: Curator, *texts: str) -> None:
    for text in texts:
        curator.articles.import_text(TextToRead(text))


Find = Callable[[str], tuple[Hit, ...]]


def test_what_was_saved_a_moment_ago_is_found(curator: Curator, find: Find) -> None:
    bring_in(curator, "Havnen i Lyngsø bliver større.")
    assert [hit.kind for hit in find("havnen")] == [HitKind.ARTICLE]
    curator.quotes.save_quotes([QuoteRequest(ArticleId(1), [(0, 6)], tags=["Helt nyt"])])
    assert {hit.kind for hit in find('tag:"helt nyt"')} == set(HitKind)
    curator.history.undo()
    assert find('tag:"helt nyt"') == ()


def test_window_searches_without_whoosh(curator: Curator, find: Find) -> None:
    bring_in(curator, "Havnen bliver større.")
    assert len(find("havnen")) == 1
    assert "searching" not in curator.__dict__, "the window built an index of its own"


def test_newest_question_is_answered_and_those_between_are_dropped(
    curator: Curator, finder: Finder, qtbot: QtBot
) -> None:
    bring_in(curator, "Havnen bliver større.")
    answers: list[str] = []
    finder.answered.connect(lambda answer: answers.append(answer.query))
    for query in ("h", "ha", "hav", "havnen"):
        finder.ask(Question(query))
    qtbot.waitUntil(lambda: not finder.is_busy, timeout=PATIENT)
    assert answers == ["h", "havnen"]


def test_tags_are_suggested_for_each_that_is_asked_about_in_order(
    curator: Curator, finder: Finder, qtbot: QtBot
) -> None:
    bring_in(curator, "Havnen bliver større.")
    curator.quotes.save_quotes([QuoteRequest(ArticleId(1), [(0, 6)], tags=["Skibe"])])
    heard: list[tuple[str, list[str]]] = []
    finder.advised.connect(lambda said, found: heard.append((said.text, [t.name for t in found])))
    finder.advise(Saying("Den gamle havn", 7))
    finder.advise(Saying("Noget andet", 7))
    qtbot.waitUntil(lambda: not finder.is_busy, timeout=PATIENT)
    assert heard == [("Den gamle havn", ["Skibe"]), ("Noget andet", [])]


def test_no_tags_are_told_of_what_still_waits_when_the_finder_ends(finder: Finder) -> None:
    heard: list[list[TagAdvice]] = []
    finder.advised.connect(lambda _said, found: heard.append(found))
    finder.advise(Saying("Den gamle havn", 7))
    finder.close()
    assert heard == [[]]


@pytest.mark.skipif(os.name == "nt", reason="kills by signal")
def test_question_is_asked_again_when_the_process_is_killed(
    curator: Curator, finder: Finder, find: Find, qtbot: QtBot
) -> None:
    bring_in(curator, "Havnen bliver større.")
    with qtbot.waitSignal(finder.answered, timeout=PATIENT) as caught:
        finder.ask(Question("havnen"))
        first = finder.process_number
        assert first
        os.kill(first, signal.SIGKILL)
    assert caught.args is not None
    assert caught.args[0].total == 1
    assert finder.process_number != first


def test_searches_here_when_no_process_starts(
    curator: Curator, finder: Finder, find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    bring_in(curator, "Havnen bliver større.")
    assert len(find("havnen")) == 1
    finder.warm_up()
    assert len(find("havnen")) == 1


def test_library_that_cannot_be_read_is_said(
    curator: Curator, finder: Finder, qtbot: QtBot
) -> None:
    bring_in(curator, "Havnen bliver større.")
    curator.library.close()
    curator.library.database.write_bytes(b"no database" * 100)
    with qtbot.waitSignal(finder.failed, timeout=PATIENT) as caught:
        finder.ask(Question("havnen"))
    assert caught.args is not None
    assert isinstance(caught.args[0], CuratorError)
    assert not finder.is_busy


def test_words_and_counts_come_after_the_hits(
    curator: Curator, finder: Finder, qtbot: QtBot
) -> None:
    bring_in(curator, "Havnen bliver større.")
    curator.quotes.save_quotes([QuoteRequest(ArticleId(1), [(0, 6)], tags=["Helt nyt"])])
    told: list[object] = []
    finder.answered.connect(lambda answer: told.append(answer.query))
    finder.completed.connect(lambda query, words: told.append((query, [w.word for w in words])))
    finder.counted.connect(lambda query, counts: told.append((query, counts[0].name)))
    finder.ask(Question("hav", is_begun=True))
    qtbot.waitUntil(lambda: not finder.is_busy, timeout=PATIENT)
    assert told == ["hav", ("hav", ["Havnen"]), ("hav*", "Helt nyt")]


def test_words_and_counts_of_an_older_question_are_dropped(
    curator: Curator, finder: Finder, qtbot: QtBot
) -> None:
    bring_in(curator, "Havnen bliver større.")
    told: list[str] = []
    finder.completed.connect(lambda query, _words: told.append(query))
    finder.counted.connect(lambda query, _counts: told.append(query))
    finder.ask(Question("havnen"))
    finder.answered.connect(lambda answer: _ask_once(finder, answer.query))
    qtbot.waitUntil(lambda: not finder.is_busy, timeout=PATIENT)
    assert told == ["bliver", "bliver"]


def _ask_once(finder: Finder, answered: str) -> None:
    if answered == "havnen":
        finder.ask(Question("bliver"))


def test_what_searches_read_is_read_ahead_without_keeping_anybody_waiting(
    curator: Curator, finder: Finder, find: Find, qtbot: QtBot
) -> None:
    bring_in(curator, "Havnen bliver større.")
    curator.searching.catch_up()
    assert len(find("havnen")) == 1
    qtbot.waitUntil(lambda: not finder.is_busy, timeout=PATIENT)
    finder.warm_again()
    assert not finder.is_busy
    qtbot.waitUntil(lambda: finder.is_warm, timeout=PATIENT)
    assert len(find("havnen")) == 1


def test_what_the_index_lacks_is_told_with_answers_and_none_is_made(
    curator: Curator, finder: Finder, find: Find
) -> None:
    told: list[int | None] = []
    finder.lacking.connect(told.append)
    bring_in(curator, "Havnen bliver større.")
    assert len(find("havnen")) == 1
    curator.searching.catch_up()
    find("havnen")
    curator.quotes.save_quotes([QuoteRequest(ArticleId(1), [(0, 6)])])
    assert len(find("havnen")) == 2
    assert told == [None, 0, 2], "an article and its quote"


def test_question_that_is_given_up_is_told_and_the_next_one_is_answered(
    curator: Curator, finder: Finder, find: Find, qtbot: QtBot
) -> None:
    bring_in(curator, "Havnen bliver større.")
    with qtbot.waitSignal(finder.stopped, timeout=PATIENT):
        finder.ask(Question("havnen"))
        finder.stop()
    assert not finder.is_busy
    assert len(find("havnen")) == 1
