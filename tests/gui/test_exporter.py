"""Exporting in the window: in another process, told when it is done, cancelled without a trace."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kdcurator import bootstrap
from kdcurator.bootstrap import Curator
from kdcurator.domain.article import ArticleId
from kdcurator.domain.errors import CannotWrite, CuratorError, ExportStopped
from kdcurator.domain.exporting import CsvDialect, Exported, ExportWish, Grouping
from kdcurator.domain.quote import QuoteFilter, QuoteRequest
from kdcurator.gui.exporter import Exporter
from kdcurator.services.arrivals import TextToRead
from kdcurator.settings import Settings

pytestmark = pytest.mark.gui

PATIENT = 60_000
TEXT = "Havnen i Lyngsø bliver større, og det er godt for byen.\n\n" * 400


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
    opened.articles.import_text(TextToRead(TEXT))
    places = [(start, start + 20) for start in range(300)]
    opened.quotes.save_quotes([QuoteRequest(ArticleId(1), [place]) for place in places])
    yield opened
    opened.library.close()


@pytest.fixture
def exporter(curator: Curator, qtbot: QtBot) -> Iterator[Exporter]:
    made = Exporter(curator)
    yield made
    made.cancel()


@pytest.fixture
def wish(tmp_path: Path) -> Callable[[str], ExportWish]:
    def wish(name: str) -> ExportWish:
        path = tmp_path / "out" / name
        path.parent.mkdir(exist_ok=True)
        return ExportWish(path, QuoteFilter(), Grouping.TAG, CsvDialect.EXCEL_DA)

    return wish


Wish = Callable[[str], ExportWish]


@pytest.mark.parametrize("name", ["a.docx", "a.csv", "a.json"])
def test_file_is_as_the_service_writes_it(
    exporter: Exporter, wish: Wish, qtbot: QtBot, name: str
) -> None:
    with qtbot.waitSignal(exporter.exported, timeout=PATIENT) as caught:
        assert exporter.start(wish(name))
    path = wish(name).path
    assert caught.args == [Exported(path, path.suffix[1:], 300)]
    assert path.stat().st_size > 1000
    assert not exporter.is_running


def test_cancelled_export_leaves_what_was_there_and_nothing_beside_it(
    exporter: Exporter, wish: Wish, qtbot: QtBot
) -> None:
    path = wish("a.docx").path
    path.write_text("yesterday's")
    exporter.start(wish("a.docx"))

    def cancel_in_the_midst() -> None:
        if len(list(path.parent.iterdir())) > 1:
            exporter.cancel()

    timer = QTimer(exporter, interval=1)
    timer.timeout.connect(cancel_in_the_midst)
    with qtbot.waitSignal(exporter.ended, timeout=PATIENT):
        timer.start()
    timer.stop()
    assert [found.name for found in path.parent.iterdir()] == ["a.docx"]
    assert path.read_text() == "yesterday's"


def test_second_export_waits_for_the_first_to_end(exporter: Exporter, wish: Wish) -> None:
    assert exporter.start(wish("a.csv"))
    assert not exporter.start(wish("b.csv"))
    exporter.cancel()
    assert exporter.start(wish("b.csv"))


def test_what_prevents_it_is_said(
    exporter: Exporter, wish: Wish, qtbot: QtBot, tmp_path: Path
) -> None:
    wanted = wish("a.csv")
    wanted.path.mkdir()
    assert isinstance(_failure(exporter, wanted, qtbot), CannotWrite)


def test_process_that_never_starts_is_said(
    exporter: Exporter, wish: Wish, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert isinstance(_failure(exporter, wish("a.csv"), qtbot), ExportStopped)


def _failure(exporter: Exporter, wanted: ExportWish, qtbot: QtBot) -> CuratorError:
    with qtbot.waitSignal(exporter.failed, timeout=PATIENT) as caught:
        exporter.start(wanted)
    assert not exporter.is_running
    assert caught.args is not None
    error: CuratorError = caught.args[0]
    return error
