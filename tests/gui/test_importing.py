"""Importing in the window: read in another process, kept a little at a time, cancelled at will."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import Article, Metadata, TextType
from kdcurator.domain.changes import Change
from kdcurator.gui import importing
from kdcurator.gui.bus import Bus, Message
from kdcurator.gui.importing import Importer
from kdcurator.services.articles import ImportReport
from kdcurator.settings import Settings

pytestmark = pytest.mark.gui

PATIENT = 60_000


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        library=tmp_path / "library",
        cache=tmp_path / "cache",
        backups=tmp_path / "backups",
        logs=tmp_path / "logs",
        config=tmp_path / "config",
        wait=0.0,
    )


@pytest.fixture
def curator(settings: Settings) -> Iterator[Curator]:
    with bootstrap.build(settings) as opened:
        yield opened


@pytest.fixture
def importer(curator: Curator, qtbot: QtBot) -> Iterator[Importer]:
    bus = Bus()
    made = Importer(curator, bus, bus)
    yield made
    made.cancel()


@pytest.fixture
def files(tmp_path: Path) -> Callable[[int], Path]:
    """Write articles of some paragraphs into a folder."""

    def write(count: int) -> Path:
        folder = tmp_path / "files"
        folder.mkdir()
        for number in range(count):
            body = "\n\n".join(
                f"- Svar {number}.{line} er langt nok, siger borgmester Karen Holm."
                for line in range(10)
            )
            (folder / f"{number}.txt").write_text(f"Rubrik {number}\n\n{body}\n", "utf-8")
        return folder

    return write


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    """Write an article that takes some tenths of a second to read."""
    path = tmp_path / "slow.txt"
    path.write_text("- Svaret er langt nok, siger borgmester Karen Holm.\n\n" * 6_000, "utf-8")
    return path


Finish = Callable[[Callable[[], object]], ImportReport]


@pytest.fixture
def finish(importer: Importer, qtbot: QtBot) -> Finish:
    """Do something and wait for the end of the import that it begins."""

    def finish(begin: Callable[[], object]) -> ImportReport:
        with qtbot.waitSignal(importer.finished, timeout=PATIENT) as caught:
            begin()
        assert not importer.is_running()
        assert caught.args is not None
        report: ImportReport = caught.args[0]
        return report

    return finish


def test_a_folder_comes_in_with_its_suggestions_and_is_one_undo(
    importer: Importer, curator: Curator, finish: Finish, files: Callable[[int], Path]
) -> None:
    shown: list[Article] = []
    steps: list[tuple[int, int, str]] = []
    importer.kept.connect(shown.extend)
    importer.progressed.connect(lambda *step: steps.append(step))
    report = finish(lambda: importer.start([files(60)]))
    assert [item.article.metadata.title for item in report.imported] == [
        f"Rubrik {number}" for number in range(60)
    ]
    assert shown == curator.articles.list_articles()
    assert shown[0].suggestions >= 10
    assert steps[-1] == (60, 60, "59.txt")
    curator.history.undo()
    assert curator.articles.list_articles() == []


def test_the_change_is_announced_once(
    importer: Importer, curator: Curator, finish: Finish, files: Callable[[int], Path]
) -> None:
    changes: list[Change] = []
    importer._bus.changed.connect(lambda change, _: changes.append(change))
    finish(lambda: importer.start([files(30)]))
    assert [len(change.articles) for change in changes] == [30]


def test_what_cannot_be_read_is_said_and_stops_nothing(
    importer: Importer, finish: Finish, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("En tekst.")
    (tmp_path / "b.txt").write_text("En tekst.")
    (tmp_path / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    names = ("missing.txt", "a.txt", "c.png", "b.txt")
    report = finish(lambda: importer.start([tmp_path / name for name in names]))
    assert [item.path for item in report.imported] == [tmp_path / "a.txt"]
    assert [item.path for item in report.duplicates] == [tmp_path / "b.txt"]
    assert {item.error.code for item in report.rejected} == {"unreadable", "binary"}


def test_an_empty_folder_ends_at_once(importer: Importer, finish: Finish, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    report = finish(lambda: importer.start([tmp_path / "empty"]))
    assert report == ImportReport()


def test_a_pasted_text_becomes_an_article(importer: Importer, finish: Finish) -> None:
    report = finish(lambda: importer.import_text("Rubrik\n\n- Ja tak, siger Per Dal.\n"))
    (item,) = report.imported
    assert (item.path, item.article.original_name) == (None, None)
    assert item.article.suggestions == 1


def test_what_is_said_of_a_new_note_is_kept(
    importer: Importer, curator: Curator, finish: Finish
) -> None:
    said = Metadata(title="Møde", publication="Nu", text_type=TextType.NOTE)
    finish(lambda: importer.import_text("Noter fra et møde.", said))
    (article,) = curator.articles.list_articles()
    known = article.metadata
    assert (known.title, known.publication, known.text_type) == ("Møde", "Nu", TextType.NOTE)
    assert not known.guessed & {"title", "publication", "text_type"}


def test_a_second_start_joins_the_first(
    importer: Importer, finish: Finish, files: Callable[[int], Path], tmp_path: Path
) -> None:
    (tmp_path / "more.txt").write_text("Endnu en tekst.")

    def begin() -> None:
        importer.start([files(30)])
        importer.start([tmp_path / "more.txt"])
        importer.import_text("Og en til.")

    assert len(finish(begin).imported) == 32


def test_cancelling_keeps_what_is_kept_and_one_undo_takes_it_back(
    importer: Importer, curator: Curator, finish: Finish, files: Callable[[int], Path]
) -> None:
    importer.kept.connect(lambda _: importer.cancel())
    report = finish(lambda: importer.start([files(200)]))
    kept = curator.articles.list_articles()
    assert 0 < len(kept) == len(report.imported) < 200
    assert not list(curator.library.originals.glob(".*.new"))
    curator.history.undo()
    assert curator.articles.list_articles() == []


def test_a_library_that_another_window_holds_is_said(
    importer: Importer, settings: Settings, tmp_path: Path
) -> None:
    told: list[Message] = []
    importer._bus.message.connect(told.append)
    with bootstrap.build(settings) as other:
        other.library.hold()
        importer.start([tmp_path])
    assert not importer.is_running()
    assert "is being written to by" in told[0].text


def _once_it_reads(importer: Importer, strike: Callable[[int], None]) -> list[int]:
    """Do something to the child that reads, once; return its number when it is done."""
    struck: list[int] = []

    def watch() -> None:
        flow = importer._flow
        if flow is not None and flow._is_reading and not struck:
            struck.append(flow.process_number)
            strike(struck[0])

    timer = QTimer(importer, interval=5)
    timer.timeout.connect(watch)
    timer.start()
    return struck


@pytest.mark.skipif(os.name == "nt", reason="kills by signal")
def test_a_file_that_ends_the_reader_is_left_out_and_the_rest_comes_in(
    importer: Importer, finish: Finish, files: Callable[[int], Path], slow: Path
) -> None:
    struck = _once_it_reads(importer, lambda number: os.kill(number, signal.SIGKILL))
    report = finish(lambda: importer.start([slow, files(40)]))
    assert struck
    assert [(item.path, item.error.code) for item in report.rejected] == [(slow, "damaged")]
    assert len(report.imported) == 40


@pytest.mark.skipif(os.name == "nt", reason="stops by signal")
def test_a_file_that_takes_for_ever_is_left_out(
    importer: Importer,
    finish: Finish,
    files: Callable[[int], Path],
    slow: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "patience_for", lambda _origin: 0.15)
    struck = _once_it_reads(importer, lambda number: os.kill(number, signal.SIGSTOP))
    report = finish(lambda: importer.start([slow, files(5)]))
    assert struck
    assert [(item.path, item.error.code) for item in report.rejected] == [(slow, "damaged")]
    assert len(report.imported) == 5


def test_a_reader_that_never_starts_is_said(
    importer: Importer,
    finish: Finish,
    files: Callable[[int], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    told: list[Message] = []
    importer._bus.message.connect(told.append)
    assert finish(lambda: importer.start([files(1)])).imported == []
    assert "does not start" in told[-1].text


def test_originals_that_cannot_be_kept_end_the_import(
    importer: Importer, curator: Curator, finish: Finish, files: Callable[[int], Path]
) -> None:
    told: list[Message] = []
    importer._bus.message.connect(told.append)

    def begin() -> None:
        importer.start([files(3)])
        curator.library.originals.rename(curator.library.folder / "elsewhere")
        curator.library.originals.touch()

    assert finish(begin).imported == []
    assert "could not be written" in told[-1].text


def test_the_event_loop_is_not_held(
    importer: Importer, finish: Finish, files: Callable[[int], Path]
) -> None:
    ticks = [time.perf_counter()]
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(8)
    finish(lambda: importer.start([files(200)]))
    longest = max(after - before for before, after in pairwise(ticks))
    assert len(ticks) > 10
    assert longest < 0.25, "50 ms is the aim, which `run.py bench` measures on a quiet machine"
